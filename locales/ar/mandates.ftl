# review: needed
# of: 1921400e0b3f
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


mandate-nav = التوكيل
mandate-to-overview = انظروا إلى توكيلاتكم
mandate-title = من يمكنه رؤية بريدي والتصرف نيابة عني؟
mandate-lead = هنا كل من سمحتم له. يمكنكم سحب ذلك متى شئتم، ويسري السحب فورًا.
mandate-asked-of-me = يطلبون إذنكم
mandate-see-and-answer = انظروا وأجيبوا
mandate-in-force = مسموح لهم
mandate-nobody = لا أحد غيركم يمكنه رؤية بريدكم أو التصرف نيابة عنكم.
mandate-waiting = لم يكتمل بعد
mandate-past-ones = انظروا إلى ما انتهى
mandate-do = ماذا تريدون؟
mandate-over = من { $name }
mandate-state = الحالة
mandate-since = منذ
mandate-used = آخر استخدام
mandate-never-used = لم يُستخدم بعد
mandate-giver = من يعطي الإذن
mandate-holder = من يحصل على الإذن
mandate-basis = كيف
mandate-limits = يسري فقط على
mandate-opens = ما يفتحه
mandate-falls-away = يسقط في
mandate-moment = { $date } الساعة { $time }
mandate-take-back = سحب
mandate-lay-down = التخلي عنه
mandate-throw-away = حذف المسودة
mandate-go-on = إكمال
mandate-next = التالي
mandate-step = الخطوة { $n } من 4

mandate-saved-given = التوكيل سارٍ الآن. يمكنكم رؤيته أدناه.
mandate-saved-asked = أرسلنا طلبكم. سنخبركم عند وصول الرد.
mandate-saved-rejected = قلتم لا. سيُخبر من طلب ذلك.
mandate-saved-taken-back = تم السحب. لم يعد يفتح أي شيء.
mandate-saved-laid-down = تخليتم عنه. لا يمكنكم استخدامه بعد الآن.
mandate-saved-thrown-away = حُذفت المسودة.
mandate-saved-over = لم يعد ساريًا، أو لم يبدأ بعد.

mandate-give-title = إعطاء توكيل
mandate-give-line = اسمحوا لشخص تثقون به بقراءة بريدكم أو التصرف نيابة عنكم.
mandate-give-lead = لمن تريدون إعطاء الإذن؟ اكتبوا الاسم ورقم CPR.
mandate-ask-title = طلب توكيل
mandate-ask-line = اطلبوا الإذن لمساعدة شخص آخر.
mandate-ask-lead = من تريدون مساعدته؟ اكتبوا الاسم ورقم CPR. يجب أن يوافق قبل أن تتمكنوا من فعل شيء.
mandate-whom-name = الاسم
mandate-whom-name-hint = الاسم الأول واسم العائلة.
mandate-whom-cpr = رقم CPR
mandate-whom-cpr-hint = عشرة أرقام. اسألوا الشخص الآخر إن لم تعرفوه.
mandate-whom-organisation = إعطاؤه لشركة أو جمعية
mandate-whom-cvr = رقم CVR
mandate-whom-cvr-hint = ثمانية أرقام. تجدونه في رسائلهم وعلى الإنترنت.
mandate-never-mitid = لا تعطوا MitID الخاص بكم لأحد أبدًا. التوكيل يكفي.
mandate-cpr-wrong = اكتبوا رقم CPR بعشرة أرقام.
mandate-name-missing = اكتبوا الاسم.
mandate-person-unknown = لا نجد أحدًا بهذا الاسم وهذا الرقم. تأكدوا من صحة الاثنين.
mandate-cvr-wrong = اكتبوا رقم CVR بثمانية أرقام.
mandate-cvr-unknown = لا نعرف شركة بهذا الرقم.

mandate-what-title = ما المسموح به؟
mandate-what-give = ما المسموح لـ { $name }؟
mandate-what-ask = ما الذي تطلبون من { $name } السماح به؟
mandate-what-hint = ضعوا علامة. يمكنكم اختيار أكثر من واحد.
mandate-post-title = إذا كان الأمر يتعلق بالبريد
mandate-reach = أي بريد؟
mandate-reach-whole = كل البريد
mandate-reach-some = بعض المجلدات فقط
mandate-folders = أي مجلدات؟
mandate-folders-hint = فقط إذا اخترتم «بعض المجلدات فقط».
mandate-folders-missing = اختاروا مجلدًا واحدًا على الأقل، أو اختاروا كل البريد.
mandate-past = هل يُسمح بقراءة الرسائل التي وصلت من قبل؟
mandate-past-yes = نعم، تلك أيضًا
mandate-past-no = لا، الرسائل الجديدة فقط
mandate-narrow = مرسل واحد فقط أو قضية واحدة
mandate-sender = البريد فقط من
mandate-sender-hint = اكتبوا الاسم كاملًا أو رقم CVR.
mandate-sender-unknown = لا نعرف هذا المرسل. اكتبوا الاسم كاملًا أو رقم CVR.
mandate-case = القضية فقط برقم
mandate-case-hint = الرقم مكتوب في الرسائل.

mandate-length-title = إلى متى؟
mandate-length-lead = ينتهي من تلقاء نفسه. يمكنكم دائمًا سحبه قبل ذلك.
mandate-length = اختاروا المدة
mandate-length-3m = 3 أشهر
mandate-length-1y = سنة واحدة
mandate-length-2y = سنتان
mandate-length-date = حتى يوم آخر
mandate-length-none = بلا يوم أخير
mandate-length-missing = اختاروا كم يجب أن يسري.
mandate-last-day = اليوم الأخير
mandate-last-day-hint = اكتبوا هنا فقط إذا اخترتم «حتى يوم آخر».
mandate-begin-later = هل يبدأ لاحقًا؟
mandate-first-day = اليوم الأول
mandate-first-day-hint = إذا كان اليوم فلا تغيروا شيئًا.
mandate-day-wrong = اكتبوا يومًا، مثلًا 31.12.2027.
mandate-first-past = لا يمكن أن يكون اليوم الأول قبل اليوم.

mandate-see-title = انظروا ماذا يفتح ذلك
mandate-see-give = هذا ما سيُسمح به لـ { $name }. اقرؤوه قبل أن توافقوا.
mandate-see-ask = هذا ما تطلبونه من { $name }. اقرؤوه قبل الإرسال.
mandate-see-post = البريد
mandate-see-letters = يمكن قراءة هذه الرسائل من اليوم الأول:
mandate-see-none = لا توجد رسائل الآن. الرسائل القادمة يمكن قراءتها.
mandate-see-future = الرسائل الموجودة الآن لا يمكن قراءتها. فقط ما يصل بعد إعطاء التوكيل.
mandate-see-all = يمكن قراءة كل الرسائل، الموجودة والقادمة.
mandate-see-some = يمكن قراءة الرسائل التي تطابق ما هو مكتوب أدناه فقط.
mandate-see-served = قد تصل رسائل من المحكمة. إذا قرأها المساعد فقد يُعد ذلك كأن المستلم قرأها بنفسه.
mandate-letters-from = { $count ->
    [one] رسالة واحدة من { $name }
    [two] رسالتان من { $name }
    [few] { $count } رسائل من { $name }
    [many] { $count } رسالة من { $name }
   *[other] { $count } رسالة من { $name }
}
mandate-letters-others = رسائل من آخرين
mandate-change-what = تغيير ما هو مسموح
mandate-change-length = تغيير المدة
mandate-see-take-back = يمكنكم سحبه متى شئتم.
mandate-give = إعطاء التوكيل
mandate-send = إرسال

mandate-to-title = توكيل إلى { $name }
mandate-from-title = توكيل من { $name }
mandate-asked-title = { $name } يطلب الإذن
mandate-asked-lead = { $name } يود مساعدتكم. اقرؤوا ما يفتحه ذلك. القرار لكم.
mandate-asked-warning = ألا تعرفون من يطلب؟ قولوا لا. اتصلوا بنا إن كنتم في شك.
mandate-answer = ردكم
mandate-answer-less = هل هذا كثير؟ يمكنكم إعطاء أقل.
mandate-yes = نعم، إعطاء التوكيل
mandate-no = لا

mandate-paper-title = على ورق
mandate-paper-text = أليس لديكم أو لدى الشخص الآخر MitID؟ يمكنكم التوقيع باليد.
mandate-paper-make = إعداد نموذج
mandate-paper-print = رؤية النموذج
mandate-paper-guide = اطبعوا النموذج. وقّعوا عليه، أنتما الاثنان. خذوه إلى خدمة المواطنين.
mandate-paper-code = رمز تقرؤه خدمة المواطنين
mandate-paper-number = الرقم:
mandate-paper-heading = توكيل (fuldmagt)
mandate-paper-say = أسمح بما هو مكتوب هنا. أعرف أنه يمكنني سحبه متى شئت.
mandate-paper-cpr = رقم CPR لمن يعطي الإذن:
mandate-paper-date = التاريخ:
mandate-paper-sign-giver = يوقّع هنا من يعطي الإذن:
mandate-paper-sign-holder = يوقّع هنا من يحصل على الإذن:
mandate-paper-where = إلى أين يُسلَّم؟
mandate-paper-hand-in = اذهبوا إلى خدمة المواطنين (borgerservice) في أي بلدية. أحضروا جواز سفر أو رخصة قيادة.
mandate-paper-before = تعالوا في موعد أقصاه { $date }.

mandate-wrong-nothing = اختاروا شيئًا واحدًا على الأقل.
mandate-wrong-oneself = هذا أنتم. لا تحتاجون إلى توكيل لأنفسكم.
mandate-wrong-young = يجب أن يكون من يعطي التوكيل قد أتم { $years } سنة.
mandate-wrong-dead = أُبلغنا بوفاة هذا الشخص. اتصلوا بنا إن كان ذلك خطأ.
mandate-wrong-order = اليوم الأخير يأتي قبل الأول.
mandate-wrong-past = اليوم الأخير قد مضى.
mandate-wrong-long = لا يمكن أن يبعد اليوم الأخير أكثر من { $years } سنوات.
mandate-wrong-case = رقم القضية لا يزيد على 40 حرفًا.
mandate-wrong-power = لا يمكن إعطاء ذلك الآن. اختاروا شيئًا آخر.
mandate-wrong-already = التوكيل نفسه أُعطي أو طُلب من قبل. يمكنكم رؤيته ضمن توكيلاتكم.
mandate-wrong-many = طلبتم { $most } مرة وتنتظرون الرد. انتظروا حتى يرد أحد.
mandate-wrong-locked = قال لكم بعضهم لا. لذلك لا يمكنكم طلب المزيد خلال { $days } يومًا. اتصلوا بنا إن أردتم الحديث عن ذلك.
mandate-wrong-step = حدث شيء في هذه الأثناء. انظروا كيف هو الآن.

helped-title = أشخاص أساعدهم
helped-line = اذهبوا إلى بريد شخص تساعدونه.
helped-lead = اختاروا من تريدون مساعدته الآن. ترون شخصًا واحدًا فقط في كل مرة.
helped-nobody = لا تساعدون أحدًا الآن.
helped-new = الجديد
helped-unread = { $count ->
    [0] لا رسائل جديدة
    [one] رسالة واحدة لم تقرؤوها
    [two] رسالتان لم تقرؤوهما
    [few] { $count } رسائل لم تقرؤوها
    [many] { $count } رسالة لم تقرؤوها
   *[other] { $count } رسالة لم تقرؤوها
}
helped-enter = الذهاب إلى البريد

looked-title = من اطّلع؟
looked-line = انظروا من دخل إلى بريدكم وشؤونكم.
looked-lead = هنا ما رآه الآخرون وفعلوه لديكم. الأحدث في الأعلى.
looked-none = لم يطّلع أحد آخر.
looked-when = متى
looked-who = من
looked-ground = لماذا سُمح له؟
looked-what = ماذا فعل
looked-letter = الرسالة
looked-older = أقدم
looked-file = تنزيل الكل كملف
looked-strange = هل هناك شيء لا تعرفونه؟ اتصلوا بنا.
looked-ground-mandate = بتوكيل منكم
looked-ground-office = ضمن عمله
looked-ground-none = دون إذن منكم
looked-did-open = فتح رسالة
looked-did-file = نزّل ملفًا
looked-did-print = طبع رسالة
looked-did-export = حفظ رسالة
looked-did-move = نقل رسالة
looked-did-delete = حذف رسالة
looked-did-take-back = أخرج رسالة من سلة المهملات
looked-did-write = كتب أو رد نيابة عنكم
looked-did-look = نظر في قوائم بريدكم
looked-did-folder = أنشأ مجلدًا أو غيّره
looked-did-refused = حاول شيئًا دون إذن. وقد رُفض.
looked-did-mandate-look-up = بحث عنكم عند الشباك
looked-did-mandate-begin = بدأ كتابة توكيل لكم
looked-did-mandate-print = طبع رسالة عن توكيل
looked-did-mandate-ask = طلب منكم توكيلًا
looked-did-mandate-paper = أعد نموذج توكيل
looked-did-mandate-sign = جعل توكيلًا ساريًا
looked-did-mandate-reject = رفض توكيلًا
looked-did-mandate-withdraw = تخلى عن توكيل
looked-did-mandate-register = سجّل توكيلًا لكم
looked-did-mandate-review = تأكد من صحة توكيل
looked-did-number = رأى رقم CPR الخاص بكم
looked-did-exemption-look = نظر هل أنتم معفون من البريد الرقمي
looked-did-exemption = رتّب أمرًا يخص الإعفاء لكم
looked-did-nemsms-look = نظر هل تصلكم NemSMS
looked-did-nemsms = سجّلكم في NemSMS أو ألغى تسجيلكم
looked-did-reminder = وافق على تلقي إشعار عن بريدكم أو أوقفه
looked-did-other = فعل شيئًا آخر يخصكم
