# review: needed
# of: 5e3c1ae59f8c
# No native reader has read this translation yet.

# Mandates (fuldmagt): what they open, giving, asking, answering, and who has looked.

mandate-service-digital-post = البريد الرقمي
mandate-service-pension = المعاش
mandate-service-housing-benefit = دعم السكن
mandate-service-tax = الضريبة
mandate-service-health = الصحة
mandate-service-municipality = البلدية
mandate-service-vat = ضريبة القيمة المضافة
mandate-service-payroll = رواتب الموظفين
mandate-service-company-register = سجل الشركات CVR

power-post-read = قراءة البريد
power-post-read-opens = يمكنه قراءة الرسائل ووضعها في مجلدات.
power-post-read-not = لا يمكنه الرد أو كتابة رسائل أو حذف أي شيء.
power-post-read-write = قراءة البريد والكتابة
power-post-read-write-opens = يمكنه قراءة الرسائل والرد عليها ووضعها في مجلدات واختيار أين يصل الإشعار بالرسائل الجديدة.
power-post-read-write-not = لا يمكنه حذف الرسائل نهائيًا. لا يمكنه السماح لآخرين.
power-post-exemption = طلب الإعفاء من البريد الرقمي
power-post-exemption-opens = يمكنه طلب الرسائل على ورق والتسجيل في NemSMS أو إلغاؤه.
power-post-exemption-not = لا يمكنه قراءة الرسائل.
power-pension-see = رؤية المعاش
power-pension-see-opens = يمكنه رؤية ما يُدفع من معاش وما تم طلبه.
power-pension-see-not = لا يمكنه طلب شيء أو تغيير شيء.
power-pension-act = رؤية المعاش وطلبه
power-pension-act-opens = يمكنه رؤية المعاش وطلبه وتغييره والتحدث مع Udbetaling Danmark.
power-pension-act-not = لا يمكنه تغيير الحساب الذي تصل إليه أموال أخرى. لا يمكنه قراءة البريد.
power-housing-benefit-see = رؤية دعم السكن
power-housing-benefit-see-opens = يمكنه رؤية ما يُدفع وما تم طلبه.
power-housing-benefit-see-not = لا يمكنه طلب شيء أو تغيير شيء.
power-housing-benefit-act = رؤية دعم السكن وطلبه
power-housing-benefit-act-opens = يمكنه رؤية دعم السكن وطلبه وتغييره والتحدث مع Udbetaling Danmark.
power-housing-benefit-act-not = لا يمكنه رؤية المعاش أو الضريبة. لا يمكنه قراءة البريد.
power-tax-see = رؤية الضريبة
power-tax-see-opens = يمكنه رؤية الكشف السنوي وما دُفع من ضريبة.
power-tax-see-not = لا يمكنه تغيير أي شيء.
power-tax-act = رؤية الضريبة وتغييرها
power-tax-act-opens = يمكنه رؤية الضريبة وتصحيحها والتحدث مع مصلحة الضرائب.
power-tax-act-not = لا يمكنه رؤية المعاش أو دعم السكن. لا يمكنه قراءة البريد.
power-health-see = رؤية المعلومات الصحية
power-health-see-opens = يمكنه رؤية المواعيد والأدوية ونتائج الفحوص والسجلات في sundhed.dk.
power-health-see-not = لا يمكنه حجز شيء أو تغييره.
power-health-act = رؤية الأمور الصحية وترتيبها
power-health-act-opens = يمكنه رؤية ما في sundhed.dk وحجز المواعيد وطلب الأدوية والتحدث مع الطبيب.
power-health-act-not = لا يمكنه الموافقة على علاج نيابة عن غيره.
power-municipality-contact = التحدث مع البلدية
power-municipality-contact-opens = يمكنه الاتصال بالبلدية والكتابة إليها وزيارتها بشأن القضية.
power-municipality-contact-not = لا يمكنه طلب شيء. لا يمكنه تسجيل الدخول ورؤية القضية.
power-municipality-act = استخدام خدمات البلدية على الإنترنت
power-municipality-act-opens = يمكنه رؤية القضايا وتقديم الطلبات والإبلاغ والتحدث مع البلدية.
power-municipality-act-not = لا يمكنه التصويت أو تغيير MitID. لا يمكنه قراءة البريد.
power-vat-act = ضريبة القيمة المضافة
power-vat-act-opens = يمكنه رؤية ضريبة القيمة المضافة والإبلاغ عنها والتحدث مع مصلحة الضرائب.
power-vat-act-not = لا يمكنه رؤية الرواتب. لا يمكنه قراءة البريد.
power-payroll-act = رواتب الموظفين
power-payroll-act-opens = يمكنه رؤية الرواتب والإبلاغ عنها في eIndkomst.
power-payroll-act-not = لا يمكنه رؤية ضريبة القيمة المضافة. لا يمكنه قراءة البريد.
power-company-register-act = التغيير في سجل الشركات
power-company-register-act-opens = يمكنه تغيير الاسم والعنوان والمالكين والإدارة في CVR.
power-company-register-act-not = لا يمكنه رؤية ضريبة القيمة المضافة أو الرواتب. لا يمكنه قراءة البريد.

mandate-state-draft = مسودة
mandate-state-requested = بانتظار الرد
mandate-state-waiting-for-signature = بانتظار التوقيع
mandate-state-active = سارٍ
mandate-state-not-yet = غير سارٍ بعد
mandate-state-rejected = مرفوض
mandate-state-withdrawn = مسحوب
mandate-state-expired = منتهي المدة
mandate-state-ended-by-death = انتهى بالوفاة

mandate-basis-digital = أُعطي باستخدام MitID
mandate-basis-paper = أُعطي على ورق
mandate-basis-counter = أُعطي في خدمة المواطنين
mandate-basis-general = يستند إلى توكيل عام
mandate-basis-future = يستند إلى توكيل مستقبلي
mandate-basis-login = جاء مع تسجيل الدخول

mandate-no-end = بلا يوم أخير
mandate-without-past = فقط الرسائل التي تصل بعد { $date }
mandate-without-past-yet = فقط الرسائل التي تصل من الآن
mandate-limit-folders = { $count ->
    [one] مجلد واحد فقط
    [two] مجلدان فقط
    [few] { $count } مجلدات فقط
    [many] { $count } مجلدًا فقط
   *[other] { $count } مجلد فقط
}
mandate-limit-folder-names = هذه المجلدات فقط: { $names }
mandate-limit-sender = فقط من { $name }
mandate-limit-letter = رسالة واحدة فقط
mandate-limit-case = فقط القضية رقم { $number }
mandate-limit-unit = فقط القسم برقم P ‏{ $number }
