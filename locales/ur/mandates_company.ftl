# review: needed
# of: f17485aa9c98
# No native reader has read this translation yet.

# A company's rights: to its people, to an adviser, and from the adviser to its named people.

company-mine-title = میری کمپنیاں
company-mine-line = دیکھیں کہ آپ کسی کمپنی کے لیے کیا کر سکتے ہیں۔
company-mine-lead = یہاں آپ اپنے MitID سے کسی کمپنی کے لیے کام کر سکتے ہیں۔
company-mine-none = یہاں آپ کی کوئی کمپنی نہیں ہے۔
company-signs = آپ اکیلے دستخط کر سکتے ہیں۔
company-may = آپ کر سکتے ہیں
company-may-for = { $name } کے لیے { $powers }
company-post = ڈاک

company-rights-title = اختیارات
company-rights-none = ابھی کسی کو اختیار نہیں دیا گیا۔
company-opens = اجازت
company-state = حالت
company-since = سے
company-until = تک
company-last-used = آخری استعمال
company-never-used = کبھی نہیں
company-through = آگے دینے والا
company-take-back = واپس لیں
company-yes = ہاں کہیں
company-no = نہیں کہیں
company-over = ختم شدہ
company-people = یہاں کام کرنے والے
company-people-text = کسی کو چنیں اور اختیار دیں۔ جو چھوڑ دے وہ فوراً سب کچھ کھو دیتا ہے۔
company-give = اختیار دیں
company-give-title = اختیار دیں
company-give-lead = یہ شخص { $name } کے لیے کیا کر سکتا ہے؟
company-to = کس کو
company-adviser-title = مشیر
company-adviser-text = اپنے اکاؤنٹنٹ یا کسی اور کمپنی کو اپنے لیے کام کرنے دیں۔
company-adviser-give = مشیر کو اجازت دیں
company-adviser-lead = مشیر { $name } کے لیے کیا کر سکتا ہے؟ وہ اسے اپنے لوگوں کو آگے دے سکتا ہے۔
company-cvr = مشیر کا CVR نمبر
company-cvr-hint = آٹھ ہندسے
company-person = کس کو ملے؟
company-person-hint = وہ آپ کے ہاں کام کرتا ہو
company-powers = آپ کس کی اجازت دیتے ہیں؟
company-unit = صرف P نمبر والا شعبہ
company-unit-hint = دس ہندسے۔ خالی: پوری کمپنی۔
company-starts-on = سے
company-ends-on = تک
company-ends-on-hint = خالی: جب تک آپ واپس نہ لیں
company-past = آج سے پہلے کی ڈاک
company-past-yes = وہ بھی پڑھی جا سکتی ہے
company-past-no = نہیں پڑھی جا سکتی
company-send = ابھی اجازت دیں
company-explained = ان کا کیا مطلب ہے؟

company-join-title = نیا ملازم
company-join-lead = نمبر اور نام لکھیں۔ پھر آپ اس شخص کو اختیارات دے سکتے ہیں۔
company-cpr = CPR نمبر
company-cpr-hint = دس ہندسے۔ دوبارہ نہیں دکھایا جائے گا۔
company-name = نام
company-join = شامل کریں
company-end-title = اب یہاں کام نہیں کرتا
company-end-text = یہ شخص اگلے کلک سے ہی یہاں کے تمام اختیارات کھو دیتا ہے۔
company-end-rights = { $count ->
    [0] اس شخص کے پاس اب کوئی اختیار نہیں۔
    [one] اس شخص کے پاس اب ایک اختیار ہے۔
   *[other] اس شخص کے پاس اب { $count } اختیارات ہیں۔
}
company-end = ابھی ختم کریں

company-held-title = جو ہمیں ملا ہے
company-held-text = دوسروں نے آپ کو اس کی اجازت دی ہے۔ آپ اسے اپنے ہاں کام کرنے والے نامزد لوگوں کو آگے دے سکتے ہیں۔ وہ اسے مزید آگے نہیں دے سکتے۔
company-held-none = کسی نے آپ کو کچھ نہیں دیا۔
company-not-passed-on = آپ کے ہاں ابھی کسی کو نہیں ملا۔
company-passed-on = جن کو آگے دیا گیا
company-pass-on-title = آگے دیں
company-pass-on-lead = آپ کے ہاں سے کون { $name } کے لیے کام کر سکتا ہے؟ آپ وہی یا اس سے کم آگے دے سکتے ہیں جو آپ کے پاس ہے۔
company-lay-down = لوٹا دیں

company-saved-given = اجازت دے دی گئی۔ اس شخص کو بتایا جائے گا۔
company-saved-taken = واپس لے لیا گیا۔ یہ ابھی سے نافذ ہے۔
company-saved-yes = آپ نے ہاں کہہ دیا ہے۔
company-saved-no = آپ نے نہیں کہہ دیا ہے۔
company-saved-joined = یہ شخص شامل ہو گیا ہے، لیکن ابھی کوئی اختیار نہیں رکھتا۔
company-saved-left = یہ شخص چھوڑ گیا ہے اور تمام اختیارات کھو چکا ہے۔
company-saved-back = آپ نے لوٹا دیا ہے۔

company-error-cvr = CVR نمبر: ہم اس نمبر کی کوئی کمپنی نہیں جانتے
company-error-person = CPR نمبر: ہم اس نمبر اور نام کا کوئی شخص نہیں جانتے
company-error-already-here = CPR نمبر: یہ شخص پہلے سے ملازم ہے
company-error-powers = آپ کس کی اجازت دیتے ہیں: کم از کم ایک چیز چنیں
company-error-power = آپ کس کی اجازت دیتے ہیں: اس میں سے کچھ نہیں دیا جا سکتا
company-error-starts-on = سے: یہ تاریخ نہیں ہے
company-error-ends-on = تک: یہ تاریخ نہیں ہے
company-error-ends-before = تک: یہ شروع ہونے سے پہلے ختم ہوتا ہے
company-error-past = تک: یہ دن گزر چکا ہے
company-error-too-long = تک: زیادہ سے زیادہ دس سال
company-error-limit-case = معاملے کا نمبر: زیادہ سے زیادہ 40 حروف
company-error-limit-unit = P نمبر: دس ہندسے لکھیں
company-error-oneself = کمپنی خود کو کچھ نہیں دے سکتی
company-error-too-young = دینے والے کی عمر { $years } سال ہونی چاہیے
company-error-wider = یہ اس سے زیادہ ہے جو آپ کو ملا ہے۔ تاریخیں بھی دیکھیں۔
company-error-too-deep = اسے جتنا ممکن تھا آگے دیا جا چکا ہے۔ مالک سے کہیں کہ براہ راست دے۔
company-error-not-employee = کس کو ملے: کسی کو چنیں جو آپ کے ہاں کام کرتا ہو
company-error-step = یہ اب ممکن نہیں۔ دیکھیں کہ اب کیا حالت ہے۔
company-error-already = ایسا پہلے سے موجود ہے
company-error-too-many = بہت زیادہ مانگا گیا ہے۔ تھوڑا انتظار کریں۔
company-error-dead = دونوں میں سے ایک کا انتقال ہو گیا ہے
company-error-involved = آپ خود اس کا فیصلہ نہیں کر سکتے
company-error-other-people = یہ نامزد شخص کے علاوہ کوئی اور ہے
company-error-case = معاملے کا نمبر: 1 سے 40 حروف لکھیں
company-error-same-employee = اسے کوئی اور دیکھے
