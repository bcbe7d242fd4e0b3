# review: needed
# of: aaaf53a6c7b0
# No native reader has read this translation yet.

# The simulated MitID, called Øve-MitID: what learners meet when they practise signing in.

mitid-mark = مشق: یہاں کچھ بھی اصلی نہیں ہے
mitid-mark-text = آپ Øve-MitID (مشق والا MitID) کے ساتھ مشق کر رہے ہیں۔ یہاں کبھی اپنا اصلی یوزر نیم یا اصلی کوڈ نہ لکھیں۔
mitid-continue = آگے جائیں
mitid-cancel = منسوخ کریں
mitid-again = دوبارہ کوشش کریں
mitid-start-again = نئے سرے سے شروع کریں
mitid-other-name = کوئی اور یوزر نیم لکھیں
mitid-number = نمبر:

mitid-name-title = Øve-MitID سے لاگ اِن کریں
mitid-name-label = یوزر نیم (brugernavn)
mitid-name-hint = مشق والا کوئی یوزر نیم لکھیں۔ بڑے اور چھوٹے حروف میں کوئی فرق نہیں۔
mitid-name-missing = یوزر نیم لکھیں
mitid-name-unknown = Øve-MitID اس یوزر نیم کو نہیں جانتا۔ دیکھیں کہ لکھنے میں غلطی تو نہیں ہوئی۔
mitid-users-title = میں کس کے نام سے مشق کروں؟
mitid-users-text = موٹے حروف میں لکھے ہوئے یوزر نیم میں سے کوئی ایک لکھیں۔ یہ سب لوگ فرضی ہیں۔

mitid-app-title = فون پر ایپ کھولیں
mitid-app-text = ہم نے مشق والے فون پر ایک درخواست بھیجی ہے۔ یہ فون یہاں صفحے پر بنا ہوا ہے۔
mitid-app-open = مشق والے فون پر ”کھولیں“ دبائیں۔
mitid-compare-title = کیا نمبر ایک جیسا ہے؟
mitid-compare-text = یہاں کا نمبر دیکھیں۔ مشق والے فون کا نمبر دیکھیں۔
mitid-compare-same = کیا دونوں ایک جیسے ہیں، اور کیا آپ ہی لاگ اِن کر رہے ہیں؟ ”منظور (Godkend)“ دبائیں۔
mitid-compare-other = کیا آپ کو شک ہے؟ ”نامنظور (Afvis)“ دبائیں۔
mitid-phone-note = مشق – یہ اصلی MitID نہیں ہے
mitid-phone-waiting = ایک درخواست انتظار میں ہے
mitid-phone-waiting-text = کوئی آپ کے یوزر نیم سے لاگ اِن کرنا چاہتا ہے۔ کیا یہ آپ ہیں؟
mitid-open = کھولیں
mitid-phone-compare = کیا آپ منظور کرتے ہیں؟
mitid-phone-service = آپ یہاں لاگ اِن کر رہے ہیں:
mitid-approve = منظور (Godkend)
mitid-reject = نامنظور (Afvis)
mitid-use-code = میں کوڈ والا آلہ (kodeviser) استعمال کروں گا / کروں گی
mitid-use-app = میں فون استعمال کروں گا / کروں گی

mitid-rejected-title = آپ نے نامنظور کر دیا ہے
mitid-rejected-text = کوئی لاگ اِن نہیں ہوا۔
mitid-rejected-right = جب لاگ اِن کرنے والے آپ نہ ہوں تو نامنظور کرنا درست ہے۔

mitid-code-title = کوڈ والے آلے (kodeviser) کا کوڈ لکھیں
mitid-code-label = کوڈ
mitid-code-hint = وہ 6 ہندسے لکھیں جو کوڈ والے آلے پر نظر آتے ہیں۔
mitid-code-missing = 6 ہندسے لکھیں
mitid-code-wrong = { $left ->
        [one] کوڈ درست نہیں ہے۔ آپ کی 1 کوشش باقی ہے۔
       *[other] کوڈ درست نہیں ہے۔ آپ کی { $left } کوششیں باقی ہیں۔
    }
mitid-device = مشق کے لیے کوڈ والا آلہ

mitid-locked-title = یوزر نیم لاک ہے
mitid-locked-text = { $tries } بار غلط کوڈ لکھا گیا۔ اس لیے Øve-MitID یوزر نیم کو { $minutes } منٹ کے لیے لاک کر دیتا ہے۔
mitid-locked-ends = آپ { $time } بجے دوبارہ کوشش کر سکتے ہیں۔
mitid-locked-why = یہ لاک آپ کی حفاظت کرتا ہے۔ کوئی بار بار اندازہ نہیں لگا سکتا۔

mitid-over-title = آپ کو نئے سرے سے شروع کرنا ہے
mitid-over-text = 10 منٹ سے زیادہ وقت گزر گیا ہے، یا آپ یہاں کا کام پہلے ہی پورا کر چکے ہیں۔ کچھ غلط نہیں ہوا۔
mitid-stranger-title = Øve-MitID شروع نہیں ہو سکتا
mitid-stranger-text = جس پتے نے آپ کو یہاں بھیجا ہے، وہ فہرست میں نہیں ہے۔ اس لیے ہم آپ کو آگے نہیں بھیجتے۔ نئے سرے سے شروع کریں۔
