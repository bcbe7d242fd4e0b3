# review: needed
# of: ba847f5be2da
# No native reader has read this translation yet.

# Signing in, my own page, and what people are in an organisation.

sign-in-title = تسجيل الدخول
sign-in-lead = اختاروا طريقة تسجيل الدخول.
sign-in-with = تسجيل الدخول بواسطة { $broker }
sign-in-none = لا يمكن تسجيل الدخول الآن.
sign-in-not-needed = يمكنكم البحث عن المساعدة بدون تسجيل الدخول.
sign-in-again = تسجيل الدخول مرة أخرى
signed-out-title = تم تسجيل خروجكم
signed-out-text = أغلقوا النافذة أيضًا إذا كان آخرون يستخدمون الكمبيوتر بعدكم.

sign-in-not-known-title = نحن لا نعرفكم بعد
sign-in-not-known-text = نرى من أنتم. لكن لم يسمح لكم أحد بالدخول هنا بعد.
sign-in-not-known-next = اسألوا المسؤول عن الموقع في مكان عملكم. أظهروا له هذين السطرين:
sign-in-not-known-broker = تسجيل الدخول بواسطة
sign-in-not-known-number = رقمكم
sign-in-other-way = تسجيل الدخول بطريقة أخرى

problem-sign-in-cancelled-title = لم يتم تسجيل دخولكم
problem-sign-in-cancelled-text = لقد توقفتم قبل النهاية. لم يحدث أي شيء. يمكنكم المحاولة مرة أخرى.
problem-sign-in-late-title = استغرق ذلك وقتًا طويلًا
problem-sign-in-late-text = من أجل سلامتكم يجب أن تبدؤوا من جديد. لا داعي للعجلة. لديكم نصف ساعة.
problem-sign-in-used-title = يمكن استخدام هذا مرة واحدة فقط
problem-sign-in-used-text = ربما رجعتم إلى صفحة سابقة. وربما فتحتم رابطًا قديمًا. ابدؤوا من جديد.
problem-sign-in-other-browser-title = لقد انتقلتم إلى نافذة أخرى
problem-sign-in-other-browser-text = بدأتم تسجيل الدخول في متصفح آخر. ابدؤوا من جديد هنا، وابقوا في المتصفح نفسه.
problem-sign-in-unavailable-title = لا يمكن تسجيل الدخول الآن
problem-sign-in-unavailable-text = لا يصلنا رد. هذا ليس خطأكم. حاولوا مرة أخرى بعد قليل.
problem-sign-in-refused-title = لم يتم تسجيل دخولكم
problem-sign-in-refused-text = وصلنا رد لا يمكننا الوثوق به. ابدؤوا من جديد. اتصلوا بنا إذا تكرّر ذلك.
problem-sign-in-too-weak-title = يجب أن تثبتوا هويتكم بطريقة أكثر أمانًا
problem-sign-in-too-weak-text = نحتاج أن نتأكد أكثر أنكم أنتم. سجّلوا الدخول مرة أخرى بتطبيق MitID أو بجهاز الرموز (kodeviser) أو بالشريحة (chip).
problem-sign-in-cpr-title = لا يمكننا قراءة رقم CPR الخاص بكم
problem-sign-in-cpr-text = وصلنا رقم ليس رقم CPR. هذا ليس خطأكم. حاولوا مرة أخرى. اتصلوا بنا إذا تكرّر ذلك.

my-page-title = صفحتي
my-page-me = ما نعرفه عنكم
my-page-name = الاسم
my-page-birth-date = تاريخ الميلاد
my-page-cpr = رقم CPR
my-page-cpr-text = نخفي جزءًا من رقم CPR الخاص بكم. هكذا لا يستطيع الآخرون قراءته.
my-page-cpr-show = عرض الرقم كاملًا
my-page-cpr-hide = إخفاء الرقم مرة أخرى
my-page-cpr-closed = لا يمكننا عرض الرقم الآن
my-page-from = من { $from }
my-page-from-to = من { $from } إلى { $to }
my-page-former = أدوار سابقة ولاحقة
my-page-moment = { $date } الساعة { $time }
my-page-you = أنتم
my-page-sessions = أين سجّلتم الدخول
my-page-sessions-text = هل ترون مكانًا لا تعرفونه؟ إذن سجّلوا الخروج من كل الأماكن.
my-page-session-since = وقت تسجيل الدخول
my-page-session-seen = آخر استخدام
my-page-session-by = طريقة الدخول
my-page-session-this = هنا
my-page-sign-out-everywhere = تسجيل الخروج من كل الأماكن
my-page-log = ما الذي حدث
my-page-log-text = هنا كل ما فعلتموه. وهنا أيضًا ما فعله آخرون بمعلوماتكم.
my-page-log-when = متى
my-page-log-who = من
my-page-log-what = ماذا
my-page-log-why = لماذا
my-page-refused-why = الدور لا يسمح بذلك
my-page-audit-why = التأكد ممن فعل ماذا
my-page-cpr-why = طلبتم رؤيته
my-page-cpr-refused-why = لا يتفق مع ما نعرفه من قبل
my-page-log-more = تعرض القائمة أحدث الأمور فقط. قوموا بتنزيل معلوماتكم لتروا كل شيء.
my-page-download = خذوا معلوماتكم معكم
my-page-download-text = يمكنكم تنزيل كل ما نعرفه عنكم في ملف واحد.
my-page-download-link = تنزيل معلوماتي

role-citizen = مواطن
role-helper = مساعد
role-trusted-employee = موظف موثوق (betroet medarbejder)
role-librarian = أمين مكتبة
role-teacher = معلّم
role-volunteer = متطوع
role-coordinator = منسّق
role-programme-manager = مدير البرنامج
role-analyst = محلّل
role-administrator = مسؤول النظام
role-mail-administrator = المسؤول عن البريد
role-signatory = المخوّل بالتوقيع
role-rights-administrator = مسؤول الصلاحيات
role-employee = موظف

organisation-kind-authority = جهة رسمية
organisation-kind-library = مكتبة
organisation-kind-association = جمعية
organisation-kind-company = شركة

did-person-create = تم تسجيل شخص
did-identity-link = تمت إضافة طريقة لتسجيل الدخول
did-cpr-keep = تم حفظ رقم CPR
did-cpr-reveal = تم عرض رقم CPR كاملًا
did-cpr-refuse = لم يتم حفظ رقم CPR
did-session-start = تم تسجيل الدخول
did-session-end = تم تسجيل الخروج
did-session-end-all = تم تسجيل الخروج من كل الأماكن
did-membership-add = تم منح دور
did-membership-end = تم تحديد تاريخ نهاية لدور
did-organisation-create = تم تسجيل جهة جديدة
did-organisation-edit = تم تصحيح معلومات جهة
did-access-refuse = لم يُسمح بالدخول
did-audit-read = تمت قراءة سجل ما حدث
