# review: needed
# of: ab62106ace50
# No native reader has read this translation yet.

# Digital Post: the letter in a new mailbox, the page that explains it, and exemption.

welcome-title = مرحبًا بكم في Digital Post
welcome-lead = ‏Digital Post هو صندوق بريدكم على الإنترنت. تصلكم فيه رسائل من البلدية والمستشفى والضرائب والجهات الرسمية الأخرى.
welcome-deadline = تسري الرسالة من اليوم الذي تصل فيه إلى صندوق بريدكم، حتى لو لم تفتحوها. لذلك انظروا فيه كثيرًا.
welcome-step-1-title = سجّلوا الدخول
welcome-step-1-text = تسجّلون الدخول باستخدام MitID. إذا لم يكن لديكم MitID فيمكنكم الحصول على مساعدة لإنشائه.
welcome-step-2-title = افتحوا رسالة
welcome-step-2-text = الرسائل الجديدة في الأعلى ومكتوبة بخط عريض. اضغطوا على الرسالة لقراءتها. إذا كان معها ملف فيمكنكم فتحه من الرسالة.
welcome-step-3-title = انظروا هل عليكم فعل شيء
welcome-step-3-text = إذا كان في الرسالة زر أو تاريخ فهناك شيء عليكم فعله. يمكنكم الرد على بعض الرسائل، وعندها تجدون زرًا لذلك.
welcome-step-4-title = ضعوا الرسالة في مكانها
welcome-step-4-text = يمكنكم إنشاء مجلدات ونقل الرسائل إليها، فتجدونها بسهولة. إذا حذفتم رسالة فيمكنكم استعادتها لفترة.
welcome-step-5-title = اعرفوا عند وصول رسائل جديدة
welcome-step-5-text = اكتبوا بريدكم الإلكتروني أو رقمكم في صفحتي، فنخبركم عند وصول رسالة.
welcome-begin = انتقلوا إلى بريدكم
welcome-help-title = من يمكنه المساعدة؟
welcome-help-text = يمكنكم الحصول على مساعدة في المكتبة وفي البلدية وفي أماكن كثيرة أخرى. ويمكنكم أيضًا السماح لشخص تثقون به بقراءة بريدكم.
welcome-help-link = ابحثوا عن مساعدة قريبة منكم
welcome-nemsms-title = ما هو NemSMS؟
welcome-nemsms-text = ‏NemSMS رسائل قصيرة على هاتفكم المحمول، مثلًا عن موعد عند الطبيب. أنتم تقررون إن كنتم تريدونها، ولا يُكتب فيها شيء خاص أبدًا.
welcome-exempt-title = ألا تستطيعون استخدام Digital Post؟
welcome-exempt-text = يمكنكم عندها الحصول على إعفاء، فتصلكم رسائلكم على الورق.
welcome-exempt-link = اقرؤوا عن الإعفاء

welcome-letter-title = لديكم الآن Digital Post
welcome-letter-notification = أصبح لديكم صندوق بريد رقمي. اقرؤوا ماذا يعني ذلك.
welcome-letter-1 = أصبح لديكم صندوق بريد على الإنترنت اسمه Digital Post. تصلكم فيه رسائل من البلدية والمستشفى والضرائب والجهات الرسمية الأخرى.
welcome-letter-2 = انظروا فيه كثيرًا. تسري الرسالة من اليوم الذي تصل فيه إلى هنا، حتى لو لم تفتحوها.
welcome-letter-3 = يمكننا إخباركم عند وصول رسالة. اكتبوا بريدكم الإلكتروني أو رقمكم في صفحتي.
welcome-letter-4 = هل هذا صعب؟ يمكنكم الحصول على مساعدة مجانية. ويمكن أيضًا لشخص تثقون به أن يقرأ بريدكم بإذنكم.
welcome-letter-5 = ألا تستطيعون استخدام Digital Post؟ يمكنكم الحصول على إعفاء وتصلكم رسائلكم على الورق.
welcome-letter-action = شاهدوا كيف يعمل
welcome-letter-phone = هل لديكم أسئلة؟ اتصلوا بنا على

welcome-company-title = لديكم الآن Digital Post
welcome-company-notification = أصبح لديكم صندوق بريد رقمي. اقرؤوا ماذا يعني ذلك.
welcome-company-1 = أصبح لديكم صندوق بريد على الإنترنت اسمه Digital Post. تصلكم فيه رسائل من البلدية والضرائب والجهات الرسمية الأخرى.
welcome-company-2 = انظروا فيه كثيرًا. تسري الرسالة من اليوم الذي تصل فيه إلى هنا، حتى لو لم تفتحوها.
welcome-company-3 = أنتم تقررون من منكم يجوز له قراءة البريد. اطلبوا ذلك منا.
welcome-company-4 = يمكنكم إنشاء مجلد لكل قسم، فتصل الرسائل وحدها إلى مكانها.
welcome-company-5 = هل هذا صعب؟ يمكنكم الحصول على مساعدة مجانية.

exempt-title = الإعفاء من Digital Post
exempt-lead = ألا تستطيعون استخدام Digital Post؟ يمكنكم الحصول على رسائلكم على الورق بدلًا من ذلك. نسمي ذلك إعفاءً (fritagelse).
exempt-just-enrolled = لم تعودوا معفيين. يصل بريدكم الآن إلى صندوق بريدكم الرقمي.
exempt-means-title = ماذا يعني ذلك
exempt-means-letters = تصلكم رسائل بالبريد من البلدية والمستشفى والضرائب والجهات الرسمية الأخرى.
exempt-means-self-service = يمكن أيضًا إعفاؤكم من استخدام الخدمة الذاتية على الإنترنت. عندها يمكنكم الاتصال أو الكتابة أو الحضور.
exempt-means-how-long = يسري ذلك إلى أن تسجّلوا من جديد بأنفسكم.
exempt-still-title = هذا يبقى رقميًا
exempt-still-private = البريد من البنك والتأمين والجهات الخاصة الأخرى. اسألوهم إن كان يمكنكم الحصول على رسائل ورقية.
exempt-still-special = أشياء قليلة من الدولة، مثل منحة الدراسة (SU) وكشوف الرواتب.
exempt-still-nemsms = رسائل NemSMS إذا وافقتم عليها. يمكنكم ذلك حتى مع الإعفاء.
exempt-grounds-title = متى يمكنكم الحصول على إعفاء؟
exempt-grounds-text = يكفي واحد من هذه الأسباب:
exempt-ground-1 = يصعب عليكم الفهم أو التذكر، مثلًا بسبب الخرف.
exempt-ground-2 = لديكم إعاقة تجعل ذلك صعبًا.
exempt-ground-3 = ليس لديكم كمبيوتر في البيت.
exempt-ground-4 = أنتم مسجّلون كمغادرين للدنمارك.
exempt-ground-5 = ليس لديكم سكن ثابت.
exempt-ground-6 = اللغة الدنماركية صعبة عليكم.
exempt-ground-7 = يصعب عليكم الحصول على MitID.
exempt-ground-8 = لا يمكنكم الحصول على اتصال جيد بما يكفي بالإنترنت حيث تسكنون.
exempt-grounds-secret = لا نسألكم أي سبب ينطبق عليكم، ولا نحفظه.
exempt-begin = تابعوا
exempt-help = هل أنتم غير متأكدين؟ اسألوا من يعرف.
exempt-is = أنتم معفيون.
exempt-from = أنتم معفيون من
exempt-since = منذ
exempt-until = حتى
exempt-for-life = إلى أن تسجّلوا من جديد
exempt-more = اطلبوا إعفاءً من المزيد
exempt-back-text = هل تريدون بريدكم رقميًا من جديد؟ لا يستغرق ذلك إلا لحظة، ويمكنكم تغييره مرة أخرى.

exempt-declare-title = احصلوا على الإعفاء
exempt-address = نرسل رسائلكم إلى هنا:
exempt-address-change = صححوا العنوان
exempt-address-missing = لا نعرف عنوانكم. اكتبوه لكي تصلكم رسائلكم.
exempt-address-add = اكتبوا عنوانكم
exempt-covers = ممَّ تريدون الإعفاء؟
exempt-covers-hint = يمكنكم اختيار الاثنين.
exempt-covers-post = ‏Digital Post: تصل الرسائل على الورق
exempt-covers-self-service = الخدمة الذاتية: يمكنني الاتصال أو الكتابة أو الحضور
exempt-covers-missing = ممَّ تريدون الإعفاء: اختاروا واحدًا على الأقل
exempt-older = هل تريدون أيضًا الرسائل القديمة على الورق؟
exempt-older-hint = هي رسائل من آخر ستة أشهر لم تفتحوها.
exempt-older-yes = نعم، أرسلوها بالبريد
exempt-older-no = لا، شكرًا
exempt-older-missing = الرسائل القديمة: اختاروا نعم أو لا
exempt-honour = بشرفي (på tro og love)
exempt-honour-hint = يعني ذلك أن هذا صحيح وأنكم مسؤولون عنه. لا نسأل عن أكثر من ذلك.
exempt-declared = ينطبق عليّ سبب واحد على الأقل مما يذكره القانون.
exempt-declared-missing = بشرفي: ضعوا علامة إذا كان ذلك ينطبق عليكم
exempt-send = الإعفاء الآن

exempt-receipt-title = أنتم الآن معفيون
exempt-receipt-done = تم ذلك، ويسري من الآن.
exempt-receipt-next = ماذا يحدث الآن
exempt-receipt-letters = تصل الرسائل الجديدة بالبريد.
exempt-receipt-confirmation = نرسل إليكم أيضًا رسالة تقول إنكم معفيون. احتفظوا بها.
exempt-receipt-older = { $count ->
    [one] نرسل رسالة قديمة واحدة على الورق.
   *[other] نرسل { $count } من الرسائل القديمة على الورق.
 }
exempt-receipt-mailbox = ما في صندوق بريدكم يبقى هناك، ويمكنكم قراءته.
exempt-receipt-still-digital = يصل بريدكم رقميًا كما كان.
exempt-receipt-for-life = يسري ذلك إلى أن تسجّلوا من جديد بأنفسكم.
exempt-receipt-until = يسري ذلك حتى نهاية { $date }. نخبركم قبل أن ينتهي.
exempt-receipt-see = شاهدوا إعفاءكم

enrol-title = العودة إلى البريد الرقمي
enrol-lead = عندها لا تعودون معفيين.
enrol-post = تصل الرسائل الجديدة إلى صندوق بريدكم الرقمي، ولا تصل على الورق.
enrol-self-service = عليكم استخدام الخدمة الذاتية حيث يقول القانون ذلك.
enrol-again = يمكنكم الحصول على إعفاء من جديد إذا احتجتم إليه.
enrol-send = نعم، أريد البريد الرقمي من جديد
enrol-not = لا، أريد البقاء معفيًا

exemption-link = شاهدوا إعفاءكم
exemption-given-subject = أنتم معفيون من الخدمة الذاتية
exemption-given-1 = يمكنكم الآن الاتصال أو الكتابة أو الحضور حيث يجب على غيركم استخدام الخدمة الذاتية.
exemption-given-2 = يصل بريدكم رقميًا كما كان.
exemption-given-short = أنتم الآن معفيون من الخدمة الذاتية. Omtanke
exemption-withdrawn-subject = لم تعودوا معفيين
exemption-withdrawn-1 = يصل بريدكم الآن إلى صندوق بريدكم الرقمي وليس على الورق.
exemption-withdrawn-self-service = عليكم من جديد استخدام الخدمة الذاتية حيث يقول القانون ذلك.
exemption-withdrawn-2 = ألم تطلبوا ذلك؟ اتصلوا بنا.
exemption-withdrawn-short = لم تعودوا معفيين. لم تطلبوا ذلك؟ اتصلوا بنا. Omtanke
exemption-soon-over-subject = ينتهي إعفاؤكم قريبًا
exemption-soon-over-1 = يسري إعفاؤكم حتى نهاية { $date }.
exemption-soon-over-2 = هل تريدون الإعفاء لمدة أطول؟ اطلبوه من جديد في صفحتي أو في البلدية.
exemption-soon-over-short = ينتهي إعفاؤكم قريبًا. يمكنكم طلب إعفاء جديد. Omtanke
exemption-over-subject = انتهى إعفاؤكم
exemption-over-1 = يصل بريدكم الآن إلى صندوق بريدكم الرقمي وليس على الورق.
exemption-over-self-service = عليكم من جديد استخدام الخدمة الذاتية حيث يقول القانون ذلك.
exemption-over-2 = هل تريدون الإعفاء من جديد؟ اطلبوه في صفحتي أو في البلدية.
exemption-over-short = انتهى إعفاؤكم. يمكنكم طلب إعفاء جديد. Omtanke

confirmation-title = تأكيد الإعفاء
confirmation-since = أنتم معفيون من { $date }.
confirmation-post = تصل رسائل الجهات الرسمية من الآن بالبريد. احتفظوا بهذه الرسالة، فهي تبيّن أنكم معفيون من:
confirmation-self-service = يمكنكم الاتصال بالجهات الرسمية أو الكتابة إليها أو الحضور. احتفظوا بهذه الرسالة، فهي تبيّن أنكم معفيون من:
confirmation-for-life = يسري ذلك إلى أن تسجّلوا من جديد بأنفسكم.
confirmation-until = يسري ذلك حتى نهاية { $date }.

did-exemption-give = أُعطي إعفاء من Digital Post أو من الخدمة الذاتية
did-exemption-withdraw = تم التسجيل في Digital Post من جديد
did-exemption-end = انتهى إعفاء
did-exemption-warn = كُتب أن إعفاءً ينتهي قريبًا
did-exemption-look-up = تم البحث عن وجود إعفاء
did-exemption-print = طُبع تأكيد
did-resident-change = صُححت معلومات عن مدة سكنكم هنا
