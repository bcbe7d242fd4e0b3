# review: needed
# of: 1921400e0b3f
# No native reader has read this translation yet.

# Mandates (fuldmagt): what they open, giving, asking, answering, and who has looked.

mandate-service-digital-post = ڈیجیٹل ڈاک
mandate-service-pension = پنشن
mandate-service-housing-benefit = رہائشی امداد
mandate-service-tax = ٹیکس
mandate-service-health = صحت
mandate-service-municipality = بلدیہ
mandate-service-vat = ویٹ (moms)
mandate-service-payroll = ملازمین کی تنخواہ
mandate-service-company-register = کمپنی رجسٹر CVR

power-post-read = ڈاک پڑھنا
power-post-read-opens = خط پڑھ سکتا ہے اور انہیں فولڈروں میں رکھ سکتا ہے۔
power-post-read-not = جواب نہیں دے سکتا، خط نہیں لکھ سکتا اور کچھ حذف نہیں کر سکتا۔
power-post-read-write = ڈاک پڑھنا اور لکھنا
power-post-read-write-opens = خط پڑھ اور جواب دے سکتا ہے، انہیں فولڈروں میں رکھ سکتا ہے اور طے کر سکتا ہے کہ نئے خط کی اطلاع کہاں آئے۔
power-post-read-write-not = خط ہمیشہ کے لیے حذف نہیں کر سکتا۔ دوسروں کو اجازت نہیں دے سکتا۔
power-post-exemption = ڈیجیٹل ڈاک سے چھوٹ مانگنا
power-post-exemption-opens = کاغذ پر خط مانگ سکتا ہے اور NemSMS میں اندراج یا اخراج کر سکتا ہے۔
power-post-exemption-not = خط نہیں پڑھ سکتا۔
power-pension-see = پنشن دیکھنا
power-pension-see-opens = دیکھ سکتا ہے کہ کتنی پنشن ملتی ہے اور کیا درخواست دی گئی۔
power-pension-see-not = کوئی درخواست نہیں دے سکتا اور کچھ نہیں بدل سکتا۔
power-pension-act = پنشن دیکھنا اور درخواست دینا
power-pension-act-opens = پنشن دیکھ سکتا ہے، درخواست دے سکتا ہے، بدل سکتا ہے اور Udbetaling Danmark سے بات کر سکتا ہے۔
power-pension-act-not = وہ کھاتہ نہیں بدل سکتا جس میں دوسری رقم آتی ہے۔ ڈاک نہیں پڑھ سکتا۔
power-housing-benefit-see = رہائشی امداد دیکھنا
power-housing-benefit-see-opens = دیکھ سکتا ہے کہ کیا ملتا ہے اور کیا درخواست دی گئی۔
power-housing-benefit-see-not = کوئی درخواست نہیں دے سکتا اور کچھ نہیں بدل سکتا۔
power-housing-benefit-act = رہائشی امداد دیکھنا اور درخواست دینا
power-housing-benefit-act-opens = رہائشی امداد دیکھ سکتا ہے، درخواست دے سکتا ہے، بدل سکتا ہے اور Udbetaling Danmark سے بات کر سکتا ہے۔
power-housing-benefit-act-not = پنشن یا ٹیکس نہیں دیکھ سکتا۔ ڈاک نہیں پڑھ سکتا۔
power-tax-see = ٹیکس دیکھنا
power-tax-see-opens = سالانہ گوشوارہ اور ادا شدہ ٹیکس دیکھ سکتا ہے۔
power-tax-see-not = کچھ نہیں بدل سکتا۔
power-tax-act = ٹیکس دیکھنا اور بدلنا
power-tax-act-opens = ٹیکس دیکھ اور درست کر سکتا ہے اور ٹیکس کے محکمے سے بات کر سکتا ہے۔
power-tax-act-not = پنشن یا رہائشی امداد نہیں دیکھ سکتا۔ ڈاک نہیں پڑھ سکتا۔
power-health-see = صحت کی معلومات دیکھنا
power-health-see-opens = sundhed.dk پر ملاقاتیں، دوائیں، ٹیسٹ کے نتائج اور ریکارڈ دیکھ سکتا ہے۔
power-health-see-not = کچھ بک نہیں کر سکتا اور نہ بدل سکتا ہے۔
power-health-act = صحت کے کام دیکھنا اور کرنا
power-health-act-opens = جو sundhed.dk پر ہے وہ دیکھ سکتا ہے، وقت اور دوا لے سکتا ہے اور ڈاکٹر سے بات کر سکتا ہے۔
power-health-act-not = کسی دوسرے کے لیے علاج پر ہاں نہیں کہہ سکتا۔
power-municipality-contact = بلدیہ سے بات کرنا
power-municipality-contact-opens = معاملے کے بارے میں بلدیہ کو فون کر سکتا ہے، لکھ سکتا ہے اور وہاں جا سکتا ہے۔
power-municipality-contact-not = کوئی درخواست نہیں دے سکتا۔ لاگ ان کر کے معاملہ نہیں دیکھ سکتا۔
power-municipality-act = بلدیہ کی آن لائن خدمات استعمال کرنا
power-municipality-act-opens = معاملات دیکھ سکتا ہے، درخواست دے سکتا ہے، اطلاع دے سکتا ہے اور بلدیہ سے بات کر سکتا ہے۔
power-municipality-act-not = ووٹ نہیں دے سکتا اور MitID نہیں بدل سکتا۔ ڈاک نہیں پڑھ سکتا۔
power-vat-act = ویٹ (moms)
power-vat-act-opens = ویٹ دیکھ اور جمع کرا سکتا ہے اور ٹیکس کے محکمے سے بات کر سکتا ہے۔
power-vat-act-not = تنخواہ نہیں دیکھ سکتا۔ ڈاک نہیں پڑھ سکتا۔
power-payroll-act = ملازمین کی تنخواہ
power-payroll-act-opens = eIndkomst میں تنخواہ دیکھ اور درج کر سکتا ہے۔
power-payroll-act-not = ویٹ نہیں دیکھ سکتا۔ ڈاک نہیں پڑھ سکتا۔
power-company-register-act = کمپنی رجسٹر میں تبدیلی کرنا
power-company-register-act-opens = CVR میں نام، پتہ، مالک اور انتظامیہ بدل سکتا ہے۔
power-company-register-act-not = ویٹ یا تنخواہ نہیں دیکھ سکتا۔ ڈاک نہیں پڑھ سکتا۔

mandate-state-draft = مسودہ
mandate-state-requested = جواب کا انتظار ہے
mandate-state-waiting-for-signature = دستخط کا انتظار ہے
mandate-state-active = جاری ہے
mandate-state-not-yet = ابھی جاری نہیں
mandate-state-rejected = رد کیا گیا
mandate-state-withdrawn = واپس لیا گیا
mandate-state-expired = مدت ختم
mandate-state-ended-by-death = وفات پر ختم

mandate-basis-digital = MitID سے دیا گیا
mandate-basis-paper = کاغذ پر دیا گیا
mandate-basis-counter = شہری خدمات کے دفتر میں دیا گیا
mandate-basis-general = عام مختار نامے پر مبنی
mandate-basis-future = مستقبل کے مختار نامے پر مبنی
mandate-basis-login = لاگ ان کے ساتھ آیا

mandate-no-end = کوئی آخری دن نہیں
mandate-without-past = صرف وہ خط جو { $date } کے بعد آئیں
mandate-without-past-yet = صرف وہ خط جو اب سے آئیں
mandate-limit-folders = { $count ->
    [one] صرف 1 فولڈر
   *[other] صرف { $count } فولڈر
}
mandate-limit-folder-names = صرف یہ فولڈر: { $names }
mandate-limit-sender = صرف { $name } کی طرف سے
mandate-limit-letter = صرف ایک خط
mandate-limit-case = صرف نمبر { $number } والا معاملہ
mandate-limit-unit = صرف P نمبر { $number } والا شعبہ


mandate-nav = مختار نامہ
mandate-to-overview = اپنے مختار نامے دیکھیں
mandate-title = میری ڈاک کون دیکھ سکتا ہے اور میری طرف سے کون کام کر سکتا ہے؟
mandate-lead = یہاں وہ سب ہیں جنہیں آپ نے اجازت دی ہے۔ آپ جب چاہیں واپس لے سکتے ہیں۔ یہ فوراً لاگو ہوتا ہے۔
mandate-asked-of-me = وہ آپ سے اجازت مانگتے ہیں
mandate-see-and-answer = دیکھیں اور جواب دیں
mandate-in-force = انہیں اجازت ہے
mandate-nobody = آپ کے سوا کوئی آپ کی ڈاک نہیں دیکھ سکتا اور نہ آپ کی طرف سے کام کر سکتا ہے۔
mandate-waiting = ابھی مکمل نہیں
mandate-past-ones = جو ختم ہو گئے وہ دیکھیں
mandate-do = آپ کیا چاہتے ہیں؟
mandate-over = { $name } کی طرف سے
mandate-state = حالت
mandate-since = کب سے
mandate-used = آخری استعمال
mandate-never-used = ابھی استعمال نہیں ہوا
mandate-giver = اجازت دینے والا
mandate-holder = اجازت پانے والا
mandate-basis = کیسے
mandate-limits = صرف ان کے لیے
mandate-opens = یہ کیا کھولتا ہے
mandate-falls-away = ختم ہو جائے گا
mandate-moment = { $date } وقت { $time }
mandate-take-back = واپس لیں
mandate-lay-down = چھوڑ دیں
mandate-throw-away = مسودہ حذف کریں
mandate-go-on = مکمل کریں
mandate-next = آگے
mandate-step = مرحلہ { $n } از 4

mandate-saved-given = مختار نامہ اب جاری ہے۔ آپ اسے نیچے دیکھ سکتے ہیں۔
mandate-saved-asked = ہم نے آپ کی درخواست بھیج دی ہے۔ جواب آنے پر آپ کو بتایا جائے گا۔
mandate-saved-rejected = آپ نے نہیں کہا۔ مانگنے والے کو بتا دیا جائے گا۔
mandate-saved-taken-back = واپس لے لیا گیا۔ اب یہ کچھ نہیں کھولتا۔
mandate-saved-laid-down = آپ نے اسے چھوڑ دیا۔ اب آپ اسے استعمال نہیں کر سکتے۔
mandate-saved-thrown-away = مسودہ حذف ہو گیا۔
mandate-saved-over = یہ اب جاری نہیں، یا ابھی شروع نہیں ہوا۔

mandate-give-title = مختار نامہ دیں
mandate-give-line = جس پر آپ کو بھروسا ہے اسے اپنی ڈاک پڑھنے یا اپنی طرف سے کام کرنے دیں۔
mandate-give-lead = آپ کسے اجازت دینا چاہتے ہیں؟ نام اور CPR نمبر لکھیں۔
mandate-ask-title = مختار نامہ مانگیں
mandate-ask-line = کسی اور کی مدد کرنے کی اجازت مانگیں۔
mandate-ask-lead = آپ کس کی مدد کرنا چاہتے ہیں؟ نام اور CPR نمبر لکھیں۔ آپ کے کچھ کرنے سے پہلے اسے ہاں کہنا ہوگی۔
mandate-whom-name = نام
mandate-whom-name-hint = پہلا نام اور خاندانی نام۔
mandate-whom-cpr = CPR نمبر
mandate-whom-cpr-hint = دس ہندسے۔ معلوم نہ ہو تو اس شخص سے پوچھیں۔
mandate-whom-organisation = کسی کمپنی یا انجمن کو دیں
mandate-whom-cvr = CVR نمبر
mandate-whom-cvr-hint = آٹھ ہندسے۔ یہ ان کے خطوں اور ویب صفحات پر لکھا ہوتا ہے۔
mandate-never-mitid = اپنا MitID کبھی کسی کو نہ دیں۔ مختار نامہ کافی ہے۔
mandate-cpr-wrong = CPR نمبر دس ہندسوں میں لکھیں۔
mandate-name-missing = نام لکھیں۔
mandate-person-unknown = ہمیں اس نام اور اس نمبر کا کوئی شخص نہیں ملا۔ دیکھیں کہ دونوں درست ہیں۔
mandate-cvr-wrong = CVR نمبر آٹھ ہندسوں میں لکھیں۔
mandate-cvr-unknown = ہم اس نمبر کی کوئی کمپنی نہیں جانتے۔

mandate-what-title = کیا کرنے کی اجازت ہے؟
mandate-what-give = { $name } کو کیا اجازت ہے؟
mandate-what-ask = آپ { $name } سے کس چیز کی اجازت مانگتے ہیں؟
mandate-what-hint = نشان لگائیں۔ آپ کئی چن سکتے ہیں۔
mandate-post-title = اگر یہ ڈاک کے بارے میں ہے
mandate-reach = کون سی ڈاک؟
mandate-reach-whole = ساری ڈاک
mandate-reach-some = صرف کچھ فولڈر
mandate-folders = کون سے فولڈر؟
mandate-folders-hint = صرف اگر آپ نے «صرف کچھ فولڈر» چنا ہے۔
mandate-folders-missing = کم از کم ایک فولڈر چنیں، یا ساری ڈاک چنیں۔
mandate-past = کیا پہلے آئے ہوئے خط پڑھے جا سکتے ہیں؟
mandate-past-yes = ہاں، وہ بھی
mandate-past-no = نہیں، صرف نئے خط
mandate-narrow = صرف ایک بھیجنے والا یا ایک معاملہ
mandate-sender = صرف اس کی ڈاک
mandate-sender-hint = پورا نام یا CVR نمبر لکھیں۔
mandate-sender-unknown = ہم اس بھیجنے والے کو نہیں جانتے۔ پورا نام یا CVR نمبر لکھیں۔
mandate-case = صرف اس نمبر کا معاملہ
mandate-case-hint = نمبر خطوں میں لکھا ہے۔

mandate-length-title = کب تک؟
mandate-length-lead = یہ خود ختم ہو جاتا ہے۔ آپ اس سے پہلے بھی واپس لے سکتے ہیں۔
mandate-length = مدت چنیں
mandate-length-3m = 3 مہینے
mandate-length-1y = 1 سال
mandate-length-2y = 2 سال
mandate-length-date = کسی اور دن تک
mandate-length-none = کوئی آخری دن نہیں
mandate-length-missing = چنیں کہ یہ کب تک جاری رہے۔
mandate-last-day = آخری دن
mandate-last-day-hint = یہاں صرف تب لکھیں جب آپ نے «کسی اور دن تک» چنا ہو۔
mandate-begin-later = کیا یہ بعد میں شروع ہو؟
mandate-first-day = پہلا دن
mandate-first-day-hint = اگر آج ہے تو کچھ نہ بدلیں۔
mandate-day-wrong = کوئی دن لکھیں، مثلاً 31.12.2027۔
mandate-first-past = پہلا دن آج سے پہلے نہیں ہو سکتا۔

mandate-see-title = دیکھیں کہ یہ کیا کھولتا ہے
mandate-see-give = { $name } کو یہ اجازت ملے گی۔ ہاں کہنے سے پہلے پڑھیں۔
mandate-see-ask = آپ { $name } سے یہ مانگ رہے ہیں۔ بھیجنے سے پہلے پڑھیں۔
mandate-see-post = ڈاک
mandate-see-letters = یہ خط پہلے دن سے پڑھے جا سکتے ہیں:
mandate-see-none = ابھی کوئی خط نہیں۔ آنے والے خط پڑھے جا سکتے ہیں۔
mandate-see-future = جو خط ابھی ہیں وہ نہیں پڑھے جا سکتے۔ صرف وہ جو مختار نامے کے بعد آئیں۔
mandate-see-all = سب خط پڑھے جا سکتے ہیں، جو ہیں وہ بھی اور جو آئیں گے وہ بھی۔
mandate-see-some = صرف وہی خط پڑھے جا سکتے ہیں جو نیچے لکھی بات کے مطابق ہوں۔
mandate-see-served = عدالت سے خط آ سکتے ہیں۔ اگر مددگار انہیں پڑھے تو یہ ایسے گنا جا سکتا ہے جیسے پانے والے نے خود پڑھا۔
mandate-letters-from = { $count ->
    [one] { $name } کی طرف سے 1 خط
   *[other] { $name } کی طرف سے { $count } خط
}
mandate-letters-others = دوسروں کے خط
mandate-change-what = اجازت بدلیں
mandate-change-length = مدت بدلیں
mandate-see-take-back = آپ جب چاہیں واپس لے سکتے ہیں۔
mandate-give = مختار نامہ دیں
mandate-send = بھیجیں

mandate-to-title = { $name } کے لیے مختار نامہ
mandate-from-title = { $name } کی طرف سے مختار نامہ
mandate-asked-title = { $name } اجازت مانگتا ہے
mandate-asked-lead = { $name } آپ کی مدد کرنا چاہتا ہے۔ پڑھیں کہ یہ کیا کھولتا ہے۔ فیصلہ آپ کا ہے۔
mandate-asked-warning = کیا آپ مانگنے والے کو نہیں جانتے؟ تو نہیں کہیں۔ شک ہو تو ہمیں فون کریں۔
mandate-answer = آپ کا جواب
mandate-answer-less = کیا یہ زیادہ ہے؟ تو آپ کم دے سکتے ہیں۔
mandate-yes = ہاں، مختار نامہ دیں
mandate-no = نہیں

mandate-paper-title = کاغذ پر
mandate-paper-text = کیا آپ یا دوسرے شخص کے پاس MitID نہیں؟ تو آپ ہاتھ سے دستخط کر سکتے ہیں۔
mandate-paper-make = فارم بنائیں
mandate-paper-print = فارم دیکھیں
mandate-paper-guide = فارم چھاپیں۔ دونوں دستخط کریں۔ اسے شہری خدمات کے دفتر لے جائیں۔
mandate-paper-code = کوڈ جو شہری خدمات کا دفتر پڑھتا ہے
mandate-paper-number = نمبر:
mandate-paper-heading = مختار نامہ (fuldmagt)
mandate-paper-say = جو یہاں لکھا ہے میں اس کی اجازت دیتا ہوں۔ مجھے معلوم ہے کہ میں جب چاہوں واپس لے سکتا ہوں۔
mandate-paper-cpr = اجازت دینے والے کا CPR نمبر:
mandate-paper-date = تاریخ:
mandate-paper-sign-giver = اجازت دینے والا یہاں دستخط کرے:
mandate-paper-sign-holder = اجازت پانے والا یہاں دستخط کرے:
mandate-paper-where = یہ کہاں جمع کرانا ہے؟
mandate-paper-hand-in = کسی بھی بلدیہ کے شہری خدمات کے دفتر (borgerservice) جائیں۔ پاسپورٹ یا ڈرائیونگ لائسنس لائیں۔
mandate-paper-before = زیادہ سے زیادہ { $date } تک آئیں۔

mandate-wrong-nothing = کم از کم ایک چیز چنیں۔
mandate-wrong-oneself = یہ آپ خود ہیں۔ اپنے لیے مختار نامے کی ضرورت نہیں۔
mandate-wrong-young = مختار نامہ دینے والے کی عمر { $years } سال ہونی چاہیے۔
mandate-wrong-dead = ہمیں بتایا گیا ہے کہ اس شخص کا انتقال ہو چکا ہے۔ غلط ہو تو ہمیں فون کریں۔
mandate-wrong-order = آخری دن پہلے دن سے پہلے آتا ہے۔
mandate-wrong-past = آخری دن گزر چکا ہے۔
mandate-wrong-long = آخری دن زیادہ سے زیادہ { $years } سال آگے ہو سکتا ہے۔
mandate-wrong-case = معاملے کا نمبر زیادہ سے زیادہ 40 حروف کا ہو سکتا ہے۔
mandate-wrong-power = یہ ابھی نہیں دیا جا سکتا۔ کچھ اور چنیں۔
mandate-wrong-already = یہی مختار نامہ دیا یا مانگا جا چکا ہے۔ آپ اسے اپنے مختار ناموں میں دیکھ سکتے ہیں۔
mandate-wrong-many = آپ { $most } بار اجازت مانگ چکے ہیں اور جواب کا انتظار ہے۔ کسی کے جواب تک انتظار کریں۔
mandate-wrong-locked = کچھ لوگوں نے آپ کو نہیں کہا۔ اس لیے آپ { $days } دن تک مزید نہیں مانگ سکتے۔ بات کرنی ہو تو ہمیں فون کریں۔
mandate-wrong-step = اس دوران کچھ ہوا ہے۔ دیکھیں اب کیا حالت ہے۔

helped-title = لوگ جن کی میں مدد کرتا ہوں
helped-line = جس کی آپ مدد کرتے ہیں اس کی ڈاک پر جائیں۔
helped-lead = چنیں کہ آپ ابھی کس کی مدد کرنا چاہتے ہیں۔ آپ ایک وقت میں ایک ہی کو دیکھتے ہیں۔
helped-nobody = آپ ابھی کسی کی مدد نہیں کرتے۔
helped-new = نیا
helped-unread = { $count ->
    [0] کوئی نیا خط نہیں
    [one] 1 خط جو آپ نے نہیں پڑھا
   *[other] { $count } خط جو آپ نے نہیں پڑھے
}
helped-enter = ڈاک پر جائیں

looked-title = کس نے دیکھا؟
looked-line = دیکھیں کہ آپ کی ڈاک اور معاملات میں کون آیا۔
looked-lead = یہاں وہ ہے جو دوسروں نے آپ کے ہاں دیکھا اور کیا۔ سب سے نیا اوپر ہے۔
looked-none = کسی اور نے نہیں دیکھا۔
looked-when = کب
looked-who = کون
looked-ground = اجازت کیوں تھی؟
looked-what = کیا کیا
looked-letter = خط
looked-older = پرانے
looked-file = سب کچھ فائل میں حاصل کریں
looked-strange = کیا کوئی چیز آپ نہیں جانتے؟ ہمیں فون کریں۔
looked-ground-mandate = آپ کے مختار نامے سے
looked-ground-office = اپنے کام میں
looked-ground-none = آپ کی اجازت کے بغیر
looked-did-open = ایک خط کھولا
looked-did-file = ایک فائل حاصل کی
looked-did-print = ایک خط چھاپا
looked-did-export = ایک خط محفوظ کیا
looked-did-move = ایک خط منتقل کیا
looked-did-delete = ایک خط حذف کیا
looked-did-take-back = ایک خط ردی سے نکالا
looked-did-write = آپ کی طرف سے لکھا یا جواب دیا
looked-did-look = آپ کی ڈاک کی فہرستیں دیکھیں
looked-did-folder = فولڈر بنایا یا بدلا
looked-did-refused = بغیر اجازت کچھ کرنے کی کوشش کی۔ اسے روک دیا گیا۔
looked-did-mandate-look-up = کاؤنٹر پر آپ کو تلاش کیا
looked-did-mandate-begin = آپ کے لیے مختار نامہ لکھنا شروع کیا
looked-did-mandate-print = مختار نامے کے بارے میں خط چھاپا
looked-did-mandate-ask = آپ سے مختار نامہ مانگا
looked-did-mandate-paper = مختار نامے کا فارم بنایا
looked-did-mandate-sign = ایک مختار نامہ جاری کیا
looked-did-mandate-reject = ایک مختار نامہ رد کیا
looked-did-mandate-withdraw = ایک مختار نامہ چھوڑ دیا
looked-did-mandate-register = آپ کے لیے ایک مختار نامہ درج کیا
looked-did-mandate-review = دیکھا کہ مختار نامہ درست ہے
looked-did-number = آپ کا CPR نمبر دیکھا
looked-did-exemption-look = دیکھا کہ آپ کو ڈیجیٹل ڈاک سے چھوٹ ہے یا نہیں
looked-did-exemption = آپ کے لیے چھوٹ کا کام کیا
looked-did-nemsms-look = دیکھا کہ آپ کو NemSMS ملتا ہے یا نہیں
looked-did-nemsms = آپ کو NemSMS میں درج یا خارج کیا
looked-did-reminder = آپ کی ڈاک کی خبر ملنے پر ہاں یا بند کہا
looked-did-other = کچھ اور کیا جو آپ کے بارے میں ہے
