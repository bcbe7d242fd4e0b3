# review: needed
# of: 398b76596b0e
# No native reader has read this translation yet.

# Where is help: what citizens read.

front-page = طلب المساعدة
search-title = ابحثوا عن مساعدة قريبة منكم
search-title-near = مساعدة قرب { $place }
near-label = اكتبوا الرمز البريدي أو اسم المدينة
search-button = بحث
search-again = بحث من جديد
near-me = أقرب مكان إليّ
near-me-denied = لا يمكننا معرفة مكانكم. اكتبوا اسم المدينة بدلًا من ذلك.
near-unknown = لا نعرف المكان «{ $near }». اكتبوا رمزًا بريديًا أو اسم مدينة. أو اتصلوا بنا.
no-such-place = هل تقصدون أحد هذه الأماكن؟
corrected = كتبتم «{ $typed }». نعرض المساعدة قرب { $place }.
did-you-mean = أو هل تقصدون:
more-wishes = اختيار الموضوع أو اللغة أو الوقت
topic-label = ما الذي تحتاجون المساعدة فيه؟
topic-any = كل شيء
kind-label = كيف تريدون الحصول على المساعدة؟
kind-any = أي طريقة
language-label = ما اللغة التي تريدون التحدث بها؟
language-any = أي لغة
special-needs = ما المهم بالنسبة لكم؟
wish-open-now = المكان مفتوح الآن
wish-step-free-label = لا توجد درجات عند الدخول
open-at-label = أريد أن أحضر في وقت محدد
date = التاريخ
time = الساعة
results-title = هنا يمكنكم الحصول على المساعدة
results-count = { $count ->
    [zero] لم نجد أي مكان.
    [one] وجدنا مكانًا واحدًا.
    [two] وجدنا مكانين. الأقرب مكتوب أولًا.
    [few] وجدنا { $count } أماكن. نعرض هنا { $shown } منها. الأقرب مكتوب أولًا.
    [many] وجدنا { $count } مكانًا. نعرض هنا { $shown } منها. الأقرب مكتوب أولًا.
   *[other] وجدنا { $count } مكان. نعرض هنا { $shown } منها. الأقرب مكتوب أولًا.
 }
dropped-wishes = لا يوجد مكان يناسب كل ما اخترتموه. لذلك نعرض أماكن لا تناسب هذه الاختيارات: { $wishes }.
wish-open = وقت العمل
wish-step-free = الدخول بدون درجات
wish-language = اللغة
wish-kind = نوع المساعدة
wish-topic = الموضوع
print-list = إعداد قائمة للطباعة
pages = أماكن أخرى
previous-page = السابق
next-page = أماكن أخرى
lines-title = اتصلوا أو اكتبوا لنا، أينما كان سكنكم
open-chat = فتح المحادثة الكتابية (chat)
distance-nearby = قريب جدًا
distance-about = حوالي { $distance }
ask-unknown-value = لا نعرف «{ $value }». اختاروا من القائمة.
ask-wrong-position = لا يمكننا معرفة مكانكم. اكتبوا اسم المدينة بدلًا من ذلك.
ask-wrong-moment = لا يمكننا قراءة الوقت. اكتبوا مثلًا { "\u2066" }2026-12-24T10:00{ "\u2069" }.
ask-wrong-date = اختاروا تاريخًا.
ask-wrong-time = اكتبوا الساعة. مثلًا 10:00.

kind-borgerservice = مركز خدمة المواطنين (Borgerservice)
kind-library = مكتبة (Bibliotek)
kind-telephone = الهاتف
kind-chat = محادثة كتابية (chat)
kind-it-cafe = مقهى الكمبيوتر (it-café)
kind-home-visit = مساعدة في بيتكم

topic-mitid = MitID
topic-digital-post = Digital Post (البريد الرقمي من الدولة)
topic-borger-dk = borger.dk
topic-sundhed-dk = sundhed.dk
topic-skat-dk = skat.dk
topic-business = شركة
topic-power-of-attorney = توكيل (fuldmagt)
topic-exemption = الإعفاء من Digital Post
topic-computer-basics = الهاتف والجهاز اللوحي والكمبيوتر
topic-online-safety = الأمان على الإنترنت

spoken-da = الدنماركية
spoken-en = الإنجليزية
spoken-ar = العربية
spoken-tr = التركية
spoken-ur = الأردية
spoken-pl = البولندية
spoken-uk = الأوكرانية
spoken-ro = الرومانية
spoken-de = الألمانية
spoken-so = الصومالية
spoken-fa = الفارسية
spoken-bs = البوسنية
spoken-ku = الكردية
spoken-vi = الفيتنامية
spoken-kl = الغرينلاندية
spoken-fo = الفاروية

open-always = مفتوح ليلًا ونهارًا.
open-until = مفتوح الآن. وقت الإغلاق: { $time }.
open-until-day = مفتوح الآن. وقت الإغلاق: { $day }، { $time }.
closed = مغلق
closed-now = مغلق الآن.
closed-holiday = مغلق: { $holiday }.
closed-reason = مغلق: { $reason }.
opens-today = يفتح اليوم الساعة { $time }.
opens-tomorrow = يفتح غدًا الساعة { $time }.
opens-day = يفتح يوم { $day } الساعة { $time }.
opens-date = يفتح بتاريخ { $date } الساعة { $time }.
opens-unknown = لا نعرف متى يفتح من جديد.
hours-unknown = لا نعرف أوقات العمل. اتصلوا أولًا.
midnight = منتصف الليل
today = { $day } (اليوم)
day-and-date = { $day } { $date }

holiday-new-year = رأس السنة (nytårsdag)
holiday-maundy-thursday = الخميس قبل عيد الفصح (skærtorsdag)
holiday-good-friday = الجمعة قبل عيد الفصح (langfredag)
holiday-easter-sunday = أحد عيد الفصح (påskedag)
holiday-easter-monday = اثنين عيد الفصح ({ "\u2066" }2. påskedag{ "\u2069" })
holiday-great-prayer-day = يوم الصلاة الكبير (store bededag)
holiday-ascension = عيد صعود المسيح (Kristi himmelfartsdag)
holiday-whit-sunday = أحد عيد العنصرة (pinsedag)
holiday-whit-monday = اثنين عيد العنصرة ({ "\u2066" }2. pinsedag{ "\u2069" })
holiday-constitution-day = يوم الدستور (grundlovsdag)
holiday-christmas-eve = اليوم قبل عيد الميلاد (juleaftensdag)
holiday-christmas-day = عيد الميلاد (juledag)
holiday-second-christmas-day = ثاني أيام عيد الميلاد ({ "\u2066" }2. juledag{ "\u2069" })
holiday-new-years-eve = آخر يوم في السنة (nytårsaftensdag)

step-free-yes = لا توجد درجات
step-free-no = توجد درجات
step-free-unknown = لا نعرف هل توجد درجات. اتصلوا واسألوا.
booking-drop-in = يمكنكم الحضور بدون موعد.
booking-appointment = يجب حجز موعد أولًا.
booking-both = يمكنكم الحضور بدون موعد. ويمكنكم أيضًا حجز موعد.

contact = للتواصل
telephone = الهاتف
address = العنوان
open-map = عرض على الخريطة
email = البريد الإلكتروني
website = الموقع على الإنترنت
languages-spoken = اللغات
access = الدخول إلى المكان
organisation = الجهة المسؤولة
opening-hours = أوقات العمل
this-week = الأيام السبعة القادمة
other-hours = أوقات عمل أخرى
services = ما يمكنكم الحصول على المساعدة فيه
print-place = إعداد ورقة للطباعة
assured = تأكدنا من المعلومات بتاريخ { $date }.
never-assured = لم يتأكد أحد من المعلومات بعد.
place-stale = لم يتأكد أحد من المعلومات منذ مدة. اتصلوا قبل أن تذهبوا.
source = المصدر:
sheet-as-of = تاريخ هذه الورقة: { $date }. قد تتغيّر المعلومات. اتصلوا إذا لم تكونوا متأكدين:
bring-title = ما يجب إحضاره معكم
bring-phone = هاتفكم أو جهازكم اللوحي
bring-id = جواز السفر أو رخصة القيادة أو البطاقة الصحية (sygesikringskort)
bring-secret = لا تقولوا رمزكم السري لأي أحد. ولا حتى لمن يساعدكم.
