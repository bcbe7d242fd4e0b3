# review: needed
# of: aa64ae99c8e2
# No native reader has read this translation yet.

# Exercises: the list, the tasks, hints, show me, sheet and code.

exercise-list-title = تمارين
exercise-list-lead = هنا يمكنك أن تتدرّب. لا شيء حقيقي. لا يمكنك أن تفعل شيئاً خاطئاً بالصدفة.
exercise-present = بدأتَ هذا التمرين
exercise-for = لمن هذه التمارين؟
exercise-for-all = الجميع
exercise-for-older = كبار السن
exercise-for-young = الشباب
exercise-for-newcomers = الجدد في الدنمارك
exercise-for-short-schooling = من يفضّل القراءة قليلاً قليلاً
exercise-for-business = الشركات
exercise-level-first = سهل
exercise-level-second = بعض الخبرة
exercise-level-third = متمرّس
exercise-minutes = { $n ->
    [one] دقيقة واحدة
   *[other] { $n } دقيقة
}
exercise-is-done = لقد أنجزته
exercise-people = من في التمرين؟
exercise-people-text = لا أحد منهم حقيقي. أنت تلعب دورهم في التمرين.
exercise-born = تاريخ الميلاد:
exercise-cpr = الرقم الشخصي (CPR):
exercise-user-name = اسم المستخدم في MitID للتدريب:
exercise-begin = ابدأ
exercise-calm = يمكنك أن تستريح متى شئت. لا أحد يرى ما تفعل، ولا أحد يعطي علامات.
exercise-step = المهمة { $n } من { $of }
exercise-you-are = أنت الآن
exercise-become-text = في هذه المهمة أنت
exercise-become = كن
exercise-start = اذهب إلى المهمة
exercise-look = انظر هل نجح الأمر
exercise-it-worked = نجح الأمر
exercise-not-yet = ليس بعد
exercise-not-yet-text = حاول مرة أخرى بهدوء. قد يساعدك تلميح.
exercise-go-on = تابع
exercise-hints = تلميحات
exercise-hint = أظهر تلميحاً
exercise-hint-more = أظهر تلميحاً آخر
exercise-hints-all = هذه كل التلميحات. يمكنك أيضاً أن تسأل إنساناً.
exercise-help-near = من يستطيع المساعدة بالقرب منك؟
exercise-show = أرني كيف
exercise-scene-note = هاتف للتدريب
exercise-scene-sms = تصلك رسالة نصية
exercise-scene-email = تصلك رسالة بريد إلكتروني
exercise-scene-call = الهاتف يرن
exercise-scene-approval = يطلب منك MitID الموافقة
exercise-scene-no-button = لا يمكنك الضغط هنا. اختر ما ستفعله.
exercise-scene-you = أنت تقول:
exercise-choose = ماذا تفعل؟
exercise-choose-button = هذا ما أفعله
exercise-right = انتباه جيد
exercise-think-again = لننظر في الأمر معاً
exercise-think-again-text = هذا مجرد تمرين، ولم يحدث شيء. حاول أن تختار مرة أخرى.
exercise-done-title = الآن تستطيع ذلك
exercise-done-text = لقد أنجزت التمرين كله. يمكنك أن تعيده في يوم آخر.
exercise-for-real = الآن الأمر حقيقي
exercise-for-real-text = لست مضطراً إلى أن تفعل ذلك وحدك. في المكتبة وفي خدمة المواطنين أشخاص يسعدهم أن يساعدوك.
exercise-others = تمارين أخرى لك
exercise-all = كل التمارين
exercise-tasks = المهام
exercise-show-title = هكذا يتم الأمر
exercise-show-steps = الخطوات
exercise-show-step = الخطوة { $n } من { $of }
exercise-show-page = اذهب إلى الصفحة
exercise-show-next = الخطوة التالية
exercise-show-before = الخطوة السابقة
exercise-back = عودة إلى التمرين
exercise-sheet = التمرين على الورق
exercise-sheet-mark = تمرين: لا شيء هنا حقيقي.
exercise-sheet-where = هنا تجد التمرين
exercise-sheet-code = رمزي عندما أستريح: ______________
exercise-code-title = رمزك
exercise-code-link = اكتب رمزاً لكي تتابع في يوم آخر
exercise-code-write = اكتب هذا الرمز. به تستطيع أن تتابع في يوم آخر وعلى شاشة أخرى.
exercise-code-count = { $n ->
    [one] الرمز يتذكر تمريناً واحداً.
   *[other] الرمز يتذكر { $n } من التمارين.
}
exercise-code-none = تحصل على رمز عندما تنجز تمرينك الأول.
exercise-code-what = الرمز يقول فقط أي تمارين أنجزت. ولا يقول من أنت.
exercise-code-have = هل لديك رمز؟
exercise-code-field = رمزك
exercise-code-hint = اكتب الحروف والأرقام من ورقتك.
exercise-code-bring = استخدم الرمز
exercise-code-brought = تم استخدام الرمز. ترى تمارينك في الأسفل.
exercise-code-missing = اكتب الرمز من ورقتك.
exercise-code-wrong = الرمز غير صحيح. انظر هل كُتب حرف خطأ.
exercise-code-done = لقد أنجزت هذه

# The quiz, both sides on one screen, and what is for real.
exercise-for-real-leave = يخرجك هذا الزر من التمرين. الأماكن هناك حقيقية.
exercise-for-real-ask = اسأل في مكتبتك أو اتصل ببلديتك.
exercise-help-real = ابحث عن مساعدة في الواقع
exercise-for-real-print = اطبع الصفحة وخذها معك
exercise-quiz-title = أسئلة بعد التمارين
exercise-quiz-text = يمكنك أن تحصل على بعض الأسئلة بعد انتهاء التمرين. لا أحد يعدّ إجاباتك.
exercise-quiz-on = نعم من فضلك، اطرح عليّ أسئلة
exercise-quiz-off = لا شكراً، بلا أسئلة
exercise-quiz-offer = هل تريد أن تجرّب بعض الأسئلة؟
exercise-quiz-begin = انظر إلى السؤال الأول
exercise-quiz-step = السؤال { $n } من { $of }
exercise-quiz-answer = أجب
exercise-quiz-next = السؤال التالي
exercise-quiz-end = كان هذا هو السؤال الأخير.
exercise-quiz-calm = يمكنك أن تجيب كم مرة تشاء. لا يُحفظ جوابك.
exercise-two-link = اعرض شخصين جنباً إلى جنب
exercise-two-title = شخصان جنباً إلى جنب
exercise-two-text = اختر شخصين. عندها تراهما معاً على الشاشة. يستطيع أحدهما أن يعطي الإذن، والآخر أن يساعد.
exercise-two-left = من يعطي الإذن
exercise-two-right = من يساعد
exercise-two-begin = اعرضهما معاً
exercise-two-again = هل فعل أحدهما شيئاً؟ اضغط على رابط فوق الآخر لترى الجديد.
exercise-two-others = اختر شخصين آخرين
exercise-two-missing = اختر شخصين من القائمة.
exercise-two-same = اختر شخصين مختلفين.
