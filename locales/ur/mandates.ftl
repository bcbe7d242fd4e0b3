# review: needed
# of: 5e3c1ae59f8c
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
