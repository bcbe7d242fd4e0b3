# review: needed
# of: 80de124c1a83
# No native reader has read this translation yet.

# The shell around every page, and what goes wrong.

list-separator = { "، " }
distance-m = { $n } متر
distance-km = { $n } كم

skip-to-content = الانتقال إلى المحتوى
brand-line = مساعدة في الخدمات الرقمية
footer-stuck = هل تواجهون صعوبة؟
footer-about = عن Omtanke
my-page = صفحتي
acting-region = من تساعدونه الآن
acting-for = أنتم تطّلعون على بريد
acting-stop = إيقاف
phone-label = اتصلوا لطلب المساعدة
phone-footer = اتصلوا بنا. يردّ على الهاتف إنسان.
languages = اللغات
example = مثال
example-note = كلمة «مثال» تعني أن المعلومة ليست حقيقية. نكتبها فقط لنُظهر شكل الصفحة.
demo-note = هذه نسخة للتجربة. الأشخاص غير حقيقيين. الأماكن حقيقية.
breadcrumbs = أنتم هنا
back = رجوع
tools = لتسهيل قراءة الصفحة
size-normal = خط عادي
size-large = خط كبير
size-largest = خط كبير جدًا
read-aloud = قراءة بصوت مسموع
read-stop = إيقاف القراءة
print = طباعة
accessibility-statement = بيان سهولة الاستخدام للجميع
about-site = عن الموقع ومعلوماتكم
staff-pages = صفحات الموظفين
staff-letters = رسائل للطباعة
staff-exemptions = الإعفاء
staff-paper-post = البريد الورقي
staff-call-ups = استدعاءات لم تُفتح
staff-mandates = التوكيلات عند الشباك
staff-nemsms = NemSMS عند المكتب
staff-operation = هل كل شيء على ما يرام؟
sign-in = تسجيل الدخول
sign-out = تسجيل الخروج
to-front-page = إلى الصفحة الرئيسية
title-error = خطأ:
errors-title = هناك شيء يجب تصحيحه

problem-call = يمكنكم دائمًا الاتصال لطلب المساعدة:
problem-number = رقم المشكلة:
problem-not-found-title = لا نجد هذه الصفحة
problem-not-found-text = ربما تغيّر مكان الصفحة. وربما يوجد خطأ في العنوان. جرّبوا أن تبدؤوا من الصفحة الرئيسية.
problem-forbidden-title = لا يمكنكم فتح هذه الصفحة
problem-forbidden-text = لقد سجّلتم الدخول. لكن دوركم لا يسمح بفتح هذه الصفحة. اسألوا المدير إذا كنتم تحتاجون إليها.
problem-sign-in-first-title = يجب تسجيل الدخول أولًا
problem-sign-in-first-text = هذه الصفحة فقط لمن سجّل الدخول.
problem-from-elsewhere-title = لا يمكننا قبول ذلك
problem-from-elsewhere-text = جاء هذا من موقع آخر. ارجعوا وحاولوا مرة أخرى من هنا. لم يتغيّر أي شيء.
problem-too-large-title = هذا أكبر من اللازم
problem-too-large-text = لم نحفظ أي شيء. ارجعوا واكتبوا نصًا أقصر.
problem-unreadable-title = لا يمكننا قراءة ما أرسلتموه
problem-unreadable-text = لم نحفظ أي شيء. ارجعوا وحاولوا مرة أخرى.
problem-too-many-title = هذا سريع جدًا
problem-too-many-text = انتظروا دقيقة ثم حاولوا مرة أخرى. لم يضِع أي شيء.
problem-broken-title = حدث خطأ عندنا
problem-broken-text = هذا ليس خطأكم. حاولوا مرة أخرى بعد قليل. لقد سجّلنا المشكلة.
problem-unavailable-title = لا يمكننا حفظ المعلومات أو عرضها الآن
problem-unavailable-text = هذا ليس خطأكم. حاولوا مرة أخرى بعد قليل. ارجعوا إلى الصفحة السابقة لتروا ما كتبتموه.
