# review: needed
# of: c6ed770d7da9
# No native reader has read this translation yet.

# What people are told of mandates: by mail, by letter and on their own page. A text message says the subject alone.

told-short = { $what }۔ مزید کے لیے لاگ ان کریں۔
told-link = مختار نامہ دیکھیں

told-given-subject = مختار نامہ اب نافذ ہے
told-given-1 = { $giver } نے { $holder } کو مختار نامہ دیا ہے۔
told-given-2 = اسے کسی بھی وقت واپس لیا جا سکتا ہے۔ لاگ ان کریں اور واپس لیں کا انتخاب کریں۔ MitID کے بغیر فون کریں یا شہری خدمات میں آئیں۔

told-received-subject = نیا مختار نامہ
told-received-1 = { $holder } کو { $giver } کی طرف سے مختار نامہ ملا ہے۔
told-received-2 = لاگ ان کر کے دیکھیں کہ اس میں کیا شامل ہے۔ صرف اپنا MitID استعمال کریں۔

told-asked-subject = کوئی مختار نامہ مانگ رہا ہے
told-asked-1 = { $holder } نے { $giver } سے مختار نامہ مانگا ہے۔
told-asked-2 = لاگ ان کر کے دیکھیں کہ یہ کیا ہے۔ آپ ہاں یا نہیں کہہ سکتے ہیں۔ صرف اسے ہاں کہیں جسے آپ جانتے ہیں۔

told-paper-subject = مختار نامے پر دستخط چاہییں
told-paper-1 = { $holder } نے { $giver } کے لیے فارم بنایا ہے۔ جب تک { $giver } دستخط نہ کریں یہ نافذ نہیں ہوگا۔
told-paper-2 = فارم شہری خدمات میں لائیں۔ اگر آپ نہیں چاہتے تو کچھ کرنے کی ضرورت نہیں۔

told-second-subject = مختار نامہ دیکھا جا رہا ہے
told-second-1 = { $giver } سے { $holder } کو مختار نامہ شہری خدمات میں درج ہو گیا ہے۔
told-second-2 = نافذ ہونے سے پہلے ایک اور ملازم اسے دیکھے گا۔ آپ کو بتایا جائے گا۔

told-rejected-subject = جواب نہیں ہے
told-rejected-1 = { $giver } نے { $holder } کو مختار نامہ دینے سے انکار کیا ہے۔
told-rejected-2 = دوبارہ پوچھنے سے پہلے آپس میں بات کریں۔

told-rejected-counter-subject = مختار نامہ رد ہو گیا
told-rejected-counter-1 = شہری خدمات نے { $giver } سے { $holder } کو مختار نامہ رد کر دیا ہے۔ یہ نافذ نہیں ہے۔
told-rejected-counter-2 = وجہ جاننے کے لیے فون کریں یا تشریف لائیں۔

told-taken-back-subject = مختار نامہ واپس لے لیا گیا
told-taken-back-1 = { $giver } سے { $holder } کو دیا گیا مختار نامہ واپس لے لیا گیا ہے۔
told-taken-back-2 = یہ اب نافذ نہیں ہے۔

told-laid-down-subject = مختار نامہ لوٹا دیا گیا
told-laid-down-1 = { $holder } نے { $giver } کا مختار نامہ لوٹا دیا ہے۔
told-laid-down-2 = یہ اب نافذ نہیں ہے۔

told-ended-counter-subject = مختار نامہ ختم ہو گیا
told-ended-counter-1 = شہری خدمات نے { $giver } سے { $holder } کو مختار نامہ ختم کر دیا ہے، کیونکہ آپ میں سے ایک نے کہا تھا۔
told-ended-counter-2 = یہ اب نافذ نہیں ہے۔ اگر یہ غلطی ہے تو فون کریں۔

told-over-subject = مختار نامے کی مدت ختم
told-over-1 = { $giver } سے { $holder } کو دیے گئے مختار نامے کی مدت ختم ہو گئی ہے۔
told-over-2 = اگر اس کی ضرورت ہے تو نیا بنائیں۔

told-not-answered-subject = وقت پر جواب نہیں آیا
told-not-answered-1 = { $giver } سے { $holder } کو مختار نامے پر کسی نے ہاں نہیں کہا۔ اب یہ ختم ہو گیا ہے۔
told-not-answered-2 = اگر اس کی ضرورت ہے تو دوبارہ پوچھیں۔

told-death-subject = ایک مختار نامہ ختم ہو گیا
told-death-1 = { $giver } سے { $holder } کو مختار نامہ ختم ہو گیا ہے، کیونکہ دونوں میں سے ایک کا انتقال ہو گیا ہے۔
told-death-2 = آپ کو کچھ کرنے کی ضرورت نہیں۔ اگر آپ کسی سے بات کرنا چاہیں تو فون کریں۔

told-ends-soon-subject = مختار نامہ جلد ختم ہوگا
told-ends-soon-1 = { $giver } سے { $holder } کو دیا گیا مختار نامہ جلد ختم ہو رہا ہے۔
told-ends-soon-2 = { $days ->
    [0] آج اس کا آخری دن ہے۔ اگر زیادہ عرصے کی ضرورت ہو تو نیا بنائیں۔
    [one] یہ ایک دن اور نافذ ہے۔ اگر زیادہ عرصے کی ضرورت ہو تو نیا بنائیں۔
   *[other] یہ { $days } دن اور نافذ ہے۔ اگر زیادہ عرصے کی ضرورت ہو تو نیا بنائیں۔
}

told-used-first-subject = مختار نامہ استعمال ہوا
told-used-first-1 = { $holder } نے { $giver } کا مختار نامہ پہلی بار استعمال کیا ہے۔
told-used-first-2 = لاگ ان کر کے دیکھیں کہ کیا کیا گیا۔ اگر یہ غلط ہے تو مختار نامہ واپس لیں۔

told-refused-attempt-subject = بغیر اجازت کوشش ہوئی
told-refused-attempt-1 = { $holder } نے کچھ ایسا دیکھنے یا کرنے کی کوشش کی جس کی اجازت { $giver } کا مختار نامہ نہیں دیتا۔ اسے روک دیا گیا۔
told-refused-attempt-2 = یہ غلطی ہو سکتی ہے۔ آپ کو کچھ کرنے کی ضرورت نہیں، لیکن آپ مختار نامہ واپس لے سکتے ہیں۔

# The letter that the counter prints for the giver.

told-letter-title = آپ کے مختار نامے کے بارے میں
told-letter-active = { $giver } نے { $holder } کو مختار نامہ دیا ہے۔ اس میں یہ شامل ہے:
told-letter-waiting = { $giver } سے { $holder } کو مختار نامہ ابھی نافذ نہیں۔ یہ اس بارے میں ہے:
told-letter-rejected = { $giver } سے { $holder } کو مختار نامہ رد ہو گیا ہے۔ یہ اس بارے میں تھا:
told-letter-ended = { $giver } سے { $holder } کو مختار نامہ ختم ہو گیا ہے۔ یہ اس بارے میں تھا:
told-letter-from = یہ { $date } سے نافذ ہے۔
told-letter-until = یہ { $date } تک نافذ ہے۔
told-letter-no-end = یہ واپس لیے جانے تک نافذ ہے۔
told-letter-back = اسے کسی بھی وقت واپس لیا جا سکتا ہے۔ شہری خدمات میں آئیں یا ہمیں فون کریں۔
