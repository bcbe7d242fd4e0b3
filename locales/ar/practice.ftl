# review: needed
# of: 9d3cda4712f6
# No native reader has read this translation yet.

# The simulated MitID, called Øve-MitID: what learners meet when they practise signing in.

mitid-mark = تدريب: لا شيء هنا حقيقي
mitid-mark-text = أنتم تتدربون مع Øve-MitID (نسخة للتدريب). لا تكتبوا هنا أبدًا اسم المستخدم الحقيقي أو رمزًا حقيقيًا.
mitid-continue = متابعة
mitid-cancel = إلغاء
mitid-again = محاولة أخرى
mitid-start-again = البدء من جديد
mitid-other-name = كتابة اسم مستخدم آخر
mitid-number = الرقم:

mitid-name-title = تسجيل الدخول بواسطة Øve-MitID
mitid-name-label = اسم المستخدم (brugernavn)
mitid-name-hint = استخدموا اسم مستخدم من التمرين. لا فرق بين الحروف الكبيرة والصغيرة.
mitid-name-missing = اكتبوا اسم مستخدم
mitid-name-unknown = لا يعرف Øve-MitID اسم المستخدم هذا. تأكدوا من عدم وجود خطأ في الكتابة.
mitid-users-title = باسم من يمكنني أن أتدرب؟
mitid-users-text = اكتبوا أحد أسماء المستخدمين المكتوبة بخط عريض. كل الأشخاص غير حقيقيين.

mitid-app-title = افتحوا التطبيق على الهاتف
mitid-app-text = أرسلنا طلبًا إلى هاتف التدريب. إنه مرسوم هنا في الصفحة.
mitid-app-open = اضغطوا على «فتح» على هاتف التدريب.
mitid-compare-title = هل الرقم هو نفسه؟
mitid-compare-text = انظروا إلى الرقم هنا. ثم انظروا إلى الرقم على هاتف التدريب.
mitid-compare-same = هل الرقمان متطابقان، وهل أنتم من يسجّل الدخول؟ اضغطوا على «موافقة (Godkend)».
mitid-compare-other = هل لديكم شك؟ اضغطوا على «رفض (Afvis)».
mitid-phone-note = تدريب – هذا ليس MitID الحقيقي
mitid-phone-waiting = هناك طلب ينتظركم
mitid-phone-waiting-text = شخص ما يريد تسجيل الدخول باسم المستخدم الخاص بكم. هل هو أنتم؟
mitid-open = فتح
mitid-phone-compare = هل تريدون الموافقة؟
mitid-phone-service = أنتم تسجّلون الدخول إلى
mitid-approve = موافقة (Godkend)
mitid-reject = رفض (Afvis)
mitid-use-code = أريد استخدام جهاز الرموز (kodeviser)
mitid-use-app = أريد استخدام الهاتف

mitid-rejected-title = لقد رفضتم الطلب
mitid-rejected-text = لم يسجّل أحد الدخول.
mitid-rejected-right = الرفض صحيح عندما لا تكونون أنتم من يسجّل الدخول.

mitid-code-title = اكتبوا الرمز من جهاز الرموز (kodeviser)
mitid-code-label = الرمز
mitid-code-hint = اكتبوا الأرقام الستة التي تظهر على جهاز الرموز.
mitid-code-missing = اكتبوا 6 أرقام
mitid-code-wrong = { $left ->
        [zero] الرمز غير صحيح. لم تبق لديكم أي محاولة.
        [one] الرمز غير صحيح. بقيت لديكم محاولة واحدة.
        [two] الرمز غير صحيح. بقيت لديكم محاولتان.
        [few] الرمز غير صحيح. بقيت لديكم { $left } محاولات.
       *[other] الرمز غير صحيح. بقيت لديكم { $left } محاولة.
    }
mitid-device = جهاز الرموز للتدريب

mitid-locked-title = اسم المستخدم مقفل
mitid-locked-text = تمت كتابة رمز خاطئ. عدد المرات: { $tries }. لذلك يقفل Øve-MitID اسم المستخدم. مدة القفل بالدقائق: { $minutes }.
mitid-locked-ends = يمكنكم المحاولة مرة أخرى الساعة { $time }.
mitid-locked-why = القفل يحميكم. لا يمكن لأحد أن يستمر في التخمين.

mitid-over-title = يجب أن تبدؤوا من جديد
mitid-over-text = مرّ أكثر من 10 دقائق، أو انتهيتم هنا من قبل. لم يحدث أي خطأ.
mitid-stranger-title = لا يمكن أن يبدأ Øve-MitID
mitid-stranger-text = العنوان الذي جئتم منه ليس في القائمة. لذلك لن نرسلكم إلى مكان آخر. ابدؤوا من جديد.

# Sandboxes: the bar on every page of one, and the pages about it.

practice-region = تدريب
practice-title = تدريب
practice-mark = تدريب: لا شيء هنا حقيقي
practice-telephone = { $n ->
        [0] هاتف التدريب
        [one] هاتف التدريب: رسالة جديدة واحدة
       *[other] هاتف التدريب: الرسائل الجديدة { $n }
    }
practice-telephone-empty = لا توجد رسائل بعد.
practice-telephone-open = افتح هاتف التدريب
practice-reset = ابدأ من جديد
practice-end = أنهِ التدريب

practice-front = تدرّب
practice-front-line = جرّب كل شيء. لا شيء حقيقي، ولا يمكن أن يحدث خطأ.
practice-front-more = اقرأ عن التدريب

practice-outside-title = تدرّب دون أن يحدث أي خطأ
practice-outside-lead = أنت شخص خيالي. يمكنك قراءة البريد ومنح التوكيل وأكثر من ذلك. الصفحات هي الصفحات الحقيقية. كل ما فيها خيالي.
practice-outside-1 = لا تسجّل الدخول بـ MitID الخاص بك. لا نسأل من أنت.
practice-outside-2 = لا يُرسل شيء إلى أحد. لا يمكنك أن تفعل شيئًا خاطئًا.
practice-outside-3 = يمكنك أن تبدأ من جديد متى شئت. بعد يوم دون استخدام يُحذف كل شيء.
practice-begin = تدرّب
practice-begin-log-in = تدرّب على تسجيل الدخول
practice-ended = انتهى التدريب
practice-ended-text = حُذف كل ما كتبته.
practice-again = تدرّب مرة أخرى

practice-telephone-title = هاتف التدريب
practice-telephone-lead = يظهر هنا ما كان النظام سيرسله. لم يُرسل شيء إلى أحد.
practice-messages = الرسائل
practice-message-to = إلى { $to }
practice-moment = { $date } الساعة { $time }
practice-clock-title = دع الوقت يمر
practice-clock-now = الوقت الآن في هذا التدريب: { $now }.
practice-clock-text = بعض الأمور لا تحدث إلا بعد أيام. يمكنك تقديم الوقت.
practice-clock-days = { $n ->
        [one] تقديم يوم واحد
       *[other] تقديم { $n } أيام
    }
practice-who-link = كن شخصًا آخر في هذا التدريب
practice-who-title = من تريد أن تكون؟
practice-who-lead = الجميع خياليون. اختر واحدًا، وتكون قد سجّلت الدخول باسمه.

problem-practice-full-title = لا يوجد مكان الآن
problem-practice-full-text = كثيرون يتدربون الآن. انتظر قليلًا ثم حاول مرة أخرى.
problem-practice-over-title = انتهى التدريب
problem-practice-over-text = أُنهي التدريب، أو لم يستخدمه أحد ليوم كامل. لم يحدث أي خطأ. يمكنك أن تبدأ تدريبًا جديدًا.
problem-practice-upgraded-title = انتهى التدريب
problem-practice-upgraded-text = حسّنّا الصفحات. لذلك انتهت التدريبات القديمة. يمكنك أن تبدأ تدريبًا جديدًا.

# A new telephone, and a user name that somebody has forgotten.
mitid-forgotten-link = نسيت اسم المستخدم
mitid-forgotten-title = ابحثوا عن اسم المستخدم
mitid-forgotten-text = يحدث هذا لكثيرين. اكتبوا من أنتم في التمرين. عندها نجد الاسم.
mitid-forgotten-name = الاسم
mitid-forgotten-name-hint = اكتبوا الاسم الكامل من التمرين.
mitid-forgotten-cpr = الرقم الشخصي (CPR)
mitid-forgotten-cpr-hint = استخدموا الرقم من التمرين. لا تكتبوا رقمكم أنتم هنا أبداً.
mitid-forgotten-look = ابحثوا عن الاسم
mitid-forgotten-real = في الواقع تفعلون ذلك في MitID الحقيقي. ويمكنهم أيضاً المساعدة بالهاتف.
mitid-forgotten-back = تذكّرته الآن
mitid-forgotten-name-missing = اكتبوا اسماً
mitid-forgotten-cpr-wrong = اكتبوا رقماً شخصياً من 10 أرقام
mitid-forgotten-nobody = لا نجد أحداً بهذا الاسم وهذا الرقم. تأكدوا من الكتابة.
mitid-found-title = هذا هو اسم المستخدم
mitid-found-text = وجدناه. اسم المستخدم هو:
mitid-found-write = اكتبوه في مكان تجدونه فيه مرة أخرى. ليس سرياً مثل الرمز.
mitid-found-use = سجّلوا الدخول به
mitid-telephone-link = حصلت على هاتف جديد
mitid-inactive-title = التطبيق ليس على هاتف بعد
mitid-inactive-text = يجب أولاً أن يكون التطبيق على هاتفكم الجديد. أو يمكنكم استخدام جهاز الرموز.
mitid-telephone-begin = أريد التطبيق على هاتفي
mitid-telephone-title = التطبيق على الهاتف الجديد
mitid-telephone-text = عليكم إثبات هويتكم. اختاروا الطريقة التي تناسبكم.
mitid-telephone-chip = بجواز السفر
mitid-telephone-chip-text = في جواز السفر شريحة صغيرة. يستطيع الهاتف الجديد قراءتها.
mitid-telephone-chip-choose = استخدموا جواز السفر
mitid-telephone-letter = برمز في رسالة
mitid-telephone-letter-text = تستغرق الرسالة التي فيها الرمز بضعة أيام. هنا في التمرين تصل فوراً.
mitid-telephone-letter-choose = أرسلوا لي رسالة
mitid-telephone-other = اختاروا طريقة أخرى
mitid-telephone-back = عودة إلى تسجيل الدخول
mitid-chip-title = قراءة شريحة جواز السفر
mitid-chip-text = الهاتف مرسوم هنا على الصفحة. وجواز السفر للتدريب.
mitid-chip-phone = ضعوا جواز السفر على الهاتف
mitid-chip-phone-text = ضعوا الهاتف فوق جواز السفر وأبقوه ثابتاً.
mitid-chip-read = اقرأ جواز السفر
mitid-expired-title = انتهت صلاحية جواز السفر
mitid-expired-text = مضى آخر يوم كان صالحاً فيه. لذلك لا يستطيع الهاتف استخدامه.
mitid-expired-calm = ليس الذنب ذنبكم، وما زال بإمكانكم الحصول على مساعدة.
mitid-expired-real = ماذا تفعلون في الواقع
mitid-expired-1 = تذهبون إلى خدمة المواطنين (Borgerservice) في بلديتكم.
mitid-expired-2 = اتصلوا أولاً واسألوا ماذا تحضرون معكم.
mitid-expired-3 = يتحققون من هويتكم ويساعدونكم على المتابعة.
mitid-expired-go-on = هنا في التمرين يمكنكم التظاهر بأنكم كنتم هناك.
mitid-expired-counter = كنت في خدمة المواطنين
mitid-activate-title = اكتبوا الرمز في الهاتف الجديد
mitid-activate-hint = اكتبوا الأرقام الثمانية الموجودة على الورقة.
mitid-activate-missing = اكتبوا 8 أرقام
mitid-activate-letter = الرسالة التي فيها الرمز
mitid-activate-letter-text = لا تُطلعوا أحداً على الرمز أبداً. حتى لو اتصل بكم.
mitid-activate-counter = الورقة من خدمة المواطنين
mitid-activate-counter-text = تحققوا من هويتكم وأعطوكم رمزاً.
mitid-ready = التطبيق جاهز
mitid-ready-text = يمكنكم الآن تسجيل الدخول بالهاتف الجديد.
mitid-locked-do = عليكم الانتظار فقط. هل حاول شخص غيركم؟ في الواقع تتصلون عندها بـ MitID.

# The stories that one can begin in.
practice-stories = اختر قصة
practice-stories-text = يمكنك أيضًا أن تبدأ في منتصف مهمة. ابحث عن مجموعتك واضغط على قصة.
