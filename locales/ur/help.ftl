# review: needed
# of: 398b76596b0e
# No native reader has read this translation yet.

# Where is help: what citizens read.

front-page = مدد لیں
search-title = اپنے قریب مدد تلاش کریں
search-title-near = { $place } کے قریب مدد
near-label = اپنا پوسٹ کوڈ یا شہر لکھیں
search-button = تلاش کریں
search-again = دوبارہ تلاش کریں
near-me = سب سے قریب جگہ تلاش کریں
near-me-denied = ہم نہیں دیکھ سکتے کہ آپ کہاں ہیں۔ اس کے بجائے اپنا شہر لکھیں۔
near-unknown = ہم ”{ $near }“ نام کی جگہ نہیں جانتے۔ پوسٹ کوڈ یا شہر لکھیں۔ یا ہمیں فون کریں۔
no-such-place = کیا آپ کا مطلب ان میں سے کوئی جگہ ہے؟
corrected = آپ نے ”{ $typed }“ لکھا۔ ہم { $place } کے قریب مدد دکھا رہے ہیں۔
did-you-mean = یا کیا آپ کا مطلب یہ ہے:
more-wishes = موضوع، زبان یا وقت چنیں
topic-label = آپ کو کس کام میں مدد چاہیے؟
topic-any = سب کچھ
kind-label = آپ مدد کیسے لینا چاہتے ہیں؟
kind-any = کسی بھی طریقے سے
language-label = آپ کون سی زبان بولنا چاہتے ہیں؟
language-any = کوئی بھی زبان
special-needs = آپ کے لیے کیا ضروری ہے؟
wish-open-now = ابھی کھلا ہو
wish-step-free-label = سیڑھیاں نہ ہوں
open-at-label = میں ایک خاص وقت پر آنا چاہتا / چاہتی ہوں
date = تاریخ
time = وقت
results-title = یہاں آپ کو مدد مل سکتی ہے
results-count = { $count ->
    [one] ہمیں ایک جگہ ملی۔
   *[other] ہمیں { $count } جگہیں ملیں۔ یہاں ان میں سے { $shown } ہیں۔ سب سے قریب جگہ پہلے ہے۔
 }
dropped-wishes = کوئی جگہ آپ کی ہر پسند کے مطابق نہیں ہے۔ اس لیے ہم وہ جگہیں دکھا رہے ہیں جو ان باتوں میں مختلف ہیں: { $wishes }۔
wish-open = کھلنے کا وقت
wish-step-free = سیڑھیوں کے بغیر راستہ
wish-language = زبان
wish-kind = مدد کی قسم
wish-topic = موضوع
print-list = پرنٹ کے لیے فہرست بنائیں
pages = مزید جگہیں
previous-page = پچھلا
next-page = مزید جگہیں
lines-title = آپ جہاں بھی رہتے ہوں، فون کریں یا لکھیں
open-chat = چیٹ کھولیں
distance-nearby = بہت قریب
distance-about = تقریباً { $distance }
ask-unknown-value = ہم ”{ $value }“ کو نہیں جانتے۔ فہرست میں سے چنیں۔
ask-wrong-position = ہم نہیں دیکھ سکتے کہ آپ کہاں ہیں۔ اس کے بجائے اپنا شہر لکھیں۔
ask-wrong-moment = ہم وقت نہیں پڑھ سکے۔ مثال کے طور پر { "\u2066" }2026-12-24T10:00{ "\u2069" } لکھیں۔
ask-wrong-date = تاریخ چنیں۔
ask-wrong-time = وقت لکھیں۔ مثال کے طور پر 10:00۔

kind-borgerservice = شہریوں کی خدمت کا دفتر (Borgerservice)
kind-library = لائبریری (Bibliotek)
kind-telephone = ٹیلی فون
kind-chat = چیٹ (لکھ کر بات چیت)
kind-it-cafe = کمپیوٹر کیفے (it-café)
kind-home-visit = آپ کے گھر پر مدد

topic-mitid = MitID
topic-digital-post = Digital Post (سرکاری ڈیجیٹل خطوط)
topic-borger-dk = borger.dk
topic-sundhed-dk = sundhed.dk
topic-skat-dk = skat.dk
topic-business = کمپنی
topic-power-of-attorney = مختار نامہ (fuldmagt)
topic-exemption = Digital Post سے چھوٹ (fritagelse)
topic-computer-basics = فون، ٹیبلٹ اور کمپیوٹر
topic-online-safety = انٹرنیٹ پر حفاظت

spoken-da = ڈینش
spoken-en = انگریزی
spoken-ar = عربی
spoken-tr = ترکی
spoken-ur = اردو
spoken-pl = پولش
spoken-uk = یوکرینی
spoken-ro = رومانیائی
spoken-de = جرمن
spoken-so = صومالی
spoken-fa = فارسی
spoken-bs = بوسنیائی
spoken-ku = کردی
spoken-vi = ویتنامی
spoken-kl = گرین لینڈی
spoken-fo = فیروئی

open-always = دن رات کھلا ہے۔
open-until = ابھی کھلا ہے۔ بند ہونے کا وقت: { $time }۔
open-until-day = ابھی کھلا ہے۔ بند ہونے کا وقت: { $day }، { $time }۔
closed = بند
closed-now = ابھی بند ہے۔
closed-holiday = بند: { $holiday }۔
closed-reason = بند: { $reason }۔
opens-today = آج { $time } بجے کھلے گا۔
opens-tomorrow = کل { $time } بجے کھلے گا۔
opens-day = { $day } کو { $time } بجے کھلے گا۔
opens-date = { $date } کو { $time } بجے کھلے گا۔
opens-unknown = ہم نہیں جانتے کہ یہ دوبارہ کب کھلے گا۔
hours-unknown = ہم کھلنے کا وقت نہیں جانتے۔ پہلے فون کریں۔
midnight = آدھی رات
today = { $day } (آج)
day-and-date = { $day } { $date }

holiday-new-year = نئے سال کا پہلا دن (nytårsdag)
holiday-maundy-thursday = ایسٹر سے پہلے کی جمعرات (skærtorsdag)
holiday-good-friday = ایسٹر سے پہلے کا جمعہ (langfredag)
holiday-easter-sunday = ایسٹر کا اتوار (påskedag)
holiday-easter-monday = ایسٹر کا پیر ({ "\u2066" }2. påskedag{ "\u2069" })
holiday-great-prayer-day = بڑی دعا کا دن (store bededag)
holiday-ascension = حضرت عیسیٰ کے آسمان پر جانے کا دن (Kristi himmelfartsdag)
holiday-whit-sunday = پینتیکوست کا اتوار (pinsedag)
holiday-whit-monday = پینتیکوست کا پیر ({ "\u2066" }2. pinsedag{ "\u2069" })
holiday-constitution-day = آئین کا دن (grundlovsdag)
holiday-christmas-eve = کرسمس سے پہلے کا دن (juleaftensdag)
holiday-christmas-day = کرسمس کا دن (juledag)
holiday-second-christmas-day = کرسمس کا دوسرا دن ({ "\u2066" }2. juledag{ "\u2069" })
holiday-new-years-eve = سال کا آخری دن (nytårsaftensdag)

step-free-yes = سیڑھیاں نہیں ہیں
step-free-no = سیڑھیاں ہیں
step-free-unknown = ہم نہیں جانتے کہ سیڑھیاں ہیں یا نہیں۔ فون کر کے پوچھیں۔
booking-drop-in = آپ وقت لیے بغیر آ سکتے ہیں۔
booking-appointment = آپ کو پہلے وقت لینا ہوگا۔
booking-both = آپ وقت لیے بغیر آ سکتے ہیں۔ آپ پہلے سے وقت بھی لے سکتے ہیں۔

contact = رابطہ
telephone = ٹیلی فون
address = پتہ
open-map = نقشے پر دکھائیں
email = ای میل
website = ویب سائٹ
languages-spoken = زبانیں
access = اندر جانے کا راستہ
organisation = ذمہ دار ادارہ
opening-hours = کھلنے کے اوقات
this-week = اگلے سات دن
other-hours = دوسرے اوقات
services = یہاں آپ کو ان کاموں میں مدد مل سکتی ہے
print-place = پرنٹ کے لیے صفحہ بنائیں
assured = معلومات کی جانچ { $date } کو ہوئی۔
never-assured = ابھی تک کسی نے معلومات کی جانچ نہیں کی۔
place-stale = کچھ عرصے سے معلومات کی جانچ نہیں ہوئی۔ جانے سے پہلے فون کریں۔
source = ماخذ:
sheet-as-of = یہ صفحہ { $date } کا ہے۔ معلومات بدل سکتی ہیں۔ شک ہو تو فون کریں:
bring-title = آپ کو یہ ساتھ لانا ہے
bring-phone = آپ کا فون یا ٹیبلٹ
bring-id = آپ کا پاسپورٹ، ڈرائیونگ لائسنس یا ہیلتھ کارڈ (sygesikringskort)
bring-secret = اپنا کوڈ کبھی کسی کو نہ بتائیں۔ مدد کرنے والے کو بھی نہیں۔
