# review: needed
# of: 9d3cda4712f6
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

# Sandboxes: the bar on every page of one, and the pages about it.

practice-region = مشق
practice-title = مشق
practice-mark = مشق: یہاں کچھ بھی اصلی نہیں ہے
practice-telephone = { $n ->
        [0] مشق کا فون
        [one] مشق کا فون: 1 نیا پیغام
       *[other] مشق کا فون: { $n } نئے پیغامات
    }
practice-telephone-empty = ابھی کوئی پیغام نہیں ہے۔
practice-telephone-open = مشق کا فون کھولیں
practice-reset = شروع سے شروع کریں
practice-end = مشق ختم کریں

practice-front = مشق کریں
practice-front-line = سب کچھ آزمائیں۔ کچھ بھی اصلی نہیں، اور کچھ غلط نہیں ہو سکتا۔
practice-front-more = مشق کے بارے میں پڑھیں

practice-outside-title = مشق کریں، کچھ غلط نہیں ہو سکتا
practice-outside-lead = آپ ایک فرضی شخص ہیں۔ آپ ڈاک پڑھ سکتے ہیں، مختار نامہ دے سکتے ہیں اور بہت کچھ۔ صفحات اصلی ہیں۔ ان میں سب کچھ فرضی ہے۔
practice-outside-1 = آپ اپنے MitID سے لاگ ان نہیں کرتے۔ ہم نہیں پوچھتے کہ آپ کون ہیں۔
practice-outside-2 = کسی کو کچھ نہیں بھیجا جاتا۔ آپ سے کوئی غلطی نہیں ہو سکتی۔
practice-outside-3 = آپ جب چاہیں شروع سے شروع کر سکتے ہیں۔ ایک دن استعمال نہ ہو تو سب کچھ مٹ جاتا ہے۔
practice-begin = مشق کریں
practice-begin-log-in = لاگ ان کی مشق کریں
practice-ended = مشق ختم ہو گئی
practice-ended-text = آپ نے جو لکھا وہ سب مٹا دیا گیا ہے۔
practice-again = دوبارہ مشق کریں

practice-telephone-title = مشق کا فون
practice-telephone-lead = یہاں وہ آتا ہے جو نظام بھیجتا۔ کسی کو کچھ نہیں بھیجا گیا۔
practice-messages = پیغامات
practice-message-to = بنام { $to }
practice-moment = { $date } وقت { $time }
practice-clock-title = وقت گزرنے دیں
practice-clock-now = اس مشق میں ابھی { $now } ہے۔
practice-clock-text = کچھ باتیں کچھ دن بعد ہوتی ہیں۔ آپ وقت آگے بڑھا سکتے ہیں۔
practice-clock-days = { $n ->
        [one] 1 دن آگے
       *[other] { $n } دن آگے
    }
practice-who-link = اس مشق میں کوئی اور بنیں
practice-who-title = آپ کون بننا چاہتے ہیں؟
practice-who-lead = سب فرضی ہیں۔ ایک کو چنیں، آپ اس کے نام سے لاگ ان ہو جائیں گے۔

problem-practice-full-title = ابھی جگہ نہیں ہے
problem-practice-full-text = ابھی بہت سے لوگ مشق کر رہے ہیں۔ تھوڑا انتظار کریں اور دوبارہ کوشش کریں۔
problem-practice-over-title = مشق ختم ہو گئی
problem-practice-over-text = اسے ختم کیا گیا، یا ایک دن کسی نے استعمال نہیں کیا۔ کچھ غلط نہیں ہوا۔ آپ نئی مشق شروع کر سکتے ہیں۔
problem-practice-upgraded-title = مشق ختم ہو گئی
problem-practice-upgraded-text = ہم نے صفحات بہتر بنائے ہیں۔ اس لیے پرانی مشقیں ختم ہو گئیں۔ آپ نئی مشق شروع کر سکتے ہیں۔

# A new telephone, and a user name that somebody has forgotten.
mitid-forgotten-link = میں اپنا یوزر نیم بھول گیا / گئی
mitid-forgotten-title = اپنا یوزر نیم تلاش کریں
mitid-forgotten-text = ایسا بہت لوگوں کے ساتھ ہوتا ہے۔ لکھیں کہ مشق میں آپ کون ہیں۔ پھر ہم نام ڈھونڈ لیں گے۔
mitid-forgotten-name = نام
mitid-forgotten-name-hint = مشق والا پورا نام لکھیں۔
mitid-forgotten-cpr = سی پی آر نمبر
mitid-forgotten-cpr-hint = مشق والا نمبر استعمال کریں۔ اپنا نمبر یہاں کبھی نہ لکھیں۔
mitid-forgotten-look = یوزر نیم تلاش کریں
mitid-forgotten-real = حقیقت میں یہ اصلی MitID پر ہوتا ہے۔ وہ فون پر بھی مدد کرتے ہیں۔
mitid-forgotten-back = اب مجھے یاد آ گیا
mitid-forgotten-name-missing = نام لکھیں
mitid-forgotten-cpr-wrong = 10 ہندسوں کا سی پی آر نمبر لکھیں
mitid-forgotten-nobody = اس نام اور نمبر کا کوئی نہیں ملا۔ دیکھیں کہیں لکھنے میں غلطی تو نہیں۔
mitid-found-title = یہ رہا آپ کا یوزر نیم
mitid-found-text = ہم نے ڈھونڈ لیا۔ آپ کا یوزر نیم ہے:
mitid-found-write = اسے ایسی جگہ لکھ لیں جہاں پھر مل جائے۔ یہ کوڈ کی طرح خفیہ نہیں۔
mitid-found-use = اس سے لاگ ان کریں
mitid-telephone-link = میرے پاس نیا فون ہے
mitid-inactive-title = ایپ ابھی کسی فون پر نہیں ہے
mitid-inactive-text = پہلے ایپ آپ کے نئے فون پر آنی چاہیے۔ یا آپ کوڈ والا آلہ استعمال کر سکتے ہیں۔
mitid-telephone-begin = ایپ میرے فون پر لائیں
mitid-telephone-title = ایپ نئے فون پر لائیں
mitid-telephone-text = آپ کو دکھانا ہے کہ آپ کون ہیں۔ جو طریقہ ٹھیک لگے وہ چنیں۔
mitid-telephone-chip = اپنے پاسپورٹ سے
mitid-telephone-chip-text = پاسپورٹ میں ایک چھوٹی چپ ہے۔ نیا فون اسے پڑھ سکتا ہے۔
mitid-telephone-chip-choose = پاسپورٹ استعمال کریں
mitid-telephone-letter = خط میں آنے والے کوڈ سے
mitid-telephone-letter-text = کوڈ والا خط کچھ دن لیتا ہے۔ یہاں مشق میں وہ فوراً آ جاتا ہے۔
mitid-telephone-letter-choose = مجھے خط بھیجیں
mitid-telephone-other = کوئی اور طریقہ چنیں
mitid-telephone-back = لاگ ان پر واپس
mitid-chip-title = پاسپورٹ کی چپ پڑھیں
mitid-chip-text = فون یہاں صفحے پر بنا ہوا ہے۔ پاسپورٹ مشق کا پاسپورٹ ہے۔
mitid-chip-phone = پاسپورٹ کو فون سے لگائیں
mitid-chip-phone-text = فون پاسپورٹ کے اوپر رکھیں اور بالکل نہ ہلائیں۔
mitid-chip-read = پاسپورٹ پڑھیں
mitid-expired-title = پاسپورٹ کی مدت ختم ہو گئی ہے
mitid-expired-text = اس کا آخری دن گزر چکا ہے۔ اس لیے فون اسے استعمال نہیں کر سکتا۔
mitid-expired-calm = یہ آپ کا قصور نہیں، اور آپ کو اب بھی مدد مل سکتی ہے۔
mitid-expired-real = حقیقت میں آپ یہ کرتے ہیں
mitid-expired-1 = آپ اپنی میونسپلٹی کے شہری خدمت کے دفتر (Borgerservice) جاتے ہیں۔
mitid-expired-2 = پہلے فون کریں اور پوچھیں کہ ساتھ کیا لانا ہے۔
mitid-expired-3 = وہ دیکھتے ہیں کہ آپ کون ہیں اور آگے مدد کرتے ہیں۔
mitid-expired-go-on = یہاں مشق میں آپ یوں سمجھ سکتے ہیں کہ آپ وہاں ہو آئے ہیں۔
mitid-expired-counter = میں شہری خدمت کے دفتر ہو آیا / آئی
mitid-activate-title = نئے فون میں کوڈ لکھیں
mitid-activate-hint = کاغذ پر لکھے 8 ہندسے لکھیں۔
mitid-activate-missing = 8 ہندسے لکھیں
mitid-activate-letter = کوڈ والا خط
mitid-activate-letter-text = کوڈ کبھی کسی کو نہ دکھائیں۔ فون کریں تب بھی نہیں۔
mitid-activate-counter = شہری خدمت کے دفتر کا کاغذ
mitid-activate-counter-text = انہوں نے دیکھا کہ آپ کون ہیں اور آپ کو کوڈ دیا۔
mitid-ready = ایپ تیار ہے
mitid-ready-text = اب آپ نئے فون سے لاگ ان کر سکتے ہیں۔
mitid-locked-do = آپ کو بس انتظار کرنا ہے۔ کیا کوشش آپ نے نہیں کی؟ تو حقیقت میں آپ MitID کو فون کرتے ہیں۔

# The stories that one can begin in.
practice-stories = کوئی کہانی چنیں
practice-stories-text = آپ کسی کام کے بیچ سے بھی شروع کر سکتے ہیں۔ اپنا گروپ تلاش کریں اور کہانی دبائیں۔
