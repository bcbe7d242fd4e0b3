# review: needed
# of: 915d863f62f9
# No native reader has read this translation yet.

# Digital Post: the inbox, letters, folders, search, answering and sending on.

problem-no-mailbox-title = ليس لديكم بريد هنا بعد
problem-no-mailbox-text = هنا يمكنكم قراءة الرسائل من الجهات الرسمية. أولًا يجب أن يكون لديكم صندوق بريد. هذا مجاني، وسنريكم كيف.
problem-no-company-mailbox-title = لا يوجد بريد هنا بعد
problem-no-company-mailbox-text = يُفتح صندوق البريد عندما يكتب إليكم أحد لأول مرة. لا داعي لفعل أي شيء.
problem-no-reply-title = لا يمكنكم الرد على هذه الرسالة
problem-no-reply-text = من أرسل الرسالة لا يستقبل الردود هنا. انظروا في الرسالة أين يمكنكم الاتصال أو الكتابة.
problem-open-first-title = افتحوا الرسالة أولًا
problem-open-first-text = قد يكون للرسالة أثر على من أُرسلت إليه. اقرؤوا ما يعنيه فتحها. ثم يمكنكم الاختيار.

mail-nav = البريد
mail-menu = قائمتكم
mail-acting = بريد من تقرؤون
mail-acting-for = تقرؤون بريد
mail-change-box = تغيير صندوق البريد
mail-to-welcome = كيف تحصلون على صندوق بريد
mail-to-boxes = اختيار صندوق بريد آخر
mail-to-inbox = إلى البريد الوارد
mail-to-letter = العودة إلى الرسالة

mail-inbox = البريد الوارد
mail-archive = الأرشيف
mail-sent = المرسل
mail-bin = سلة المهملات
mail-folders-nav = مجلدات البريد
mail-own-folders = { $count ->
    [one] مجلدي
   *[other] مجلداتي، وعددها { $count }
}
mail-unread-count = { $count ->
    [one] 1 غير مقروءة
   *[other] { $count } غير مقروءة
}
mail-letters-count = { $count ->
    [0] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $count } رسائل
   *[other] { $count } رسالة
}

mail-empty-inbox = ليست لديكم رسائل هنا. سنخبركم عندما يصل شيء جديد.
mail-empty-archive = الأرشيف فارغ. ضعوا هنا الرسائل التي انتهيتم منها.
mail-empty-sent = لم ترسلوا شيئًا بعد.
mail-empty-bin = سلة المهملات فارغة.
mail-empty-own = المجلد فارغ. اختاروا رسالة في البريد الوارد وانقلوها إلى هنا.
mail-bin-text = هنا ما حذفتموه. يمكنكم استرجاعه خلال { $days } يومًا. بعد ذلك يُحذف نهائيًا.
mail-bin-helper = وحده من تساعدونه يستطيع حذف الرسائل واسترجاعها.

mail-from = من { $name }
mail-to = إلى { $name }
mail-nobody = شخص لم يكتب اسمه
mail-no-subject = رسالة بلا موضوع
mail-came-on = وصلت في { $date }
mail-sent-on = أُرسلت في { $date }
mail-deleted-on = حُذفت في { $date }
mail-came-at = وصلت في { $date }.
mail-sent-at = أُرسلت في { $date }.
mail-holds-from = تسري الرسالة من ذلك اليوم.
mail-moment = { $date } الساعة { $time }
mail-from-to = من { $from } إلى { $to }
mail-reply-by = الرد حتى { $date }
mail-left-over = فات الموعد الآن.
mail-left = { $days ->
    [0] هذا اليوم.
    [one] هذا غدًا.
    [two] بعد يومين.
    [few] بعد { $days } أيام.
   *[other] بعد { $days } يومًا.
}
mail-unread = غير مقروءة
mail-important = مهم
mail-has-actions = عليكم فعل شيء
mail-in-short = باختصار:
mail-files-count = { $count ->
    [one] مرفق واحد
    [two] مرفقان
    [few] { $count } مرفقات
   *[other] { $count } مرفقًا
}
mail-tick = اختيار الرسالة
mail-pages = صفحات الرسائل
mail-first-page = إلى الأحدث
mail-older = رسائل أقدم

mail-with-ticked = افعلوا هذا بالرسائل التي اخترتموها
mail-mark-read = وضع علامة مقروءة
mail-mark-unread = وضع علامة غير مقروءة
mail-to-archive = نقل إلى الأرشيف
mail-delete = حذف
mail-take-back = استرجاع
mail-take-back-one = استرجاع الرسالة
mail-undo = تراجع
mail-move-label = نقل إلى مجلد
mail-move-choose = اختاروا مجلدًا
mail-move = نقل
mail-done-moved = { $count ->
    [one] نُقلت رسالة واحدة.
   *[other] عدد الرسائل المنقولة: { $count }.
}
mail-done-archived = { $count ->
    [one] رسالة واحدة الآن في الأرشيف.
   *[other] عدد الرسائل التي نُقلت إلى الأرشيف: { $count }.
}
mail-done-read = { $count ->
    [one] رسالة واحدة الآن مقروءة.
   *[other] عدد الرسائل المقروءة الآن: { $count }.
}
mail-done-unread = { $count ->
    [one] رسالة واحدة الآن غير مقروءة.
   *[other] عدد الرسائل غير المقروءة الآن: { $count }.
}
mail-done-deleted = { $count ->
    [one] حُذفت رسالة واحدة. يمكنكم استرجاعها خلال { $days } يومًا.
   *[other] عدد الرسائل المحذوفة: { $count }. يمكنكم استرجاعها خلال { $days } يومًا.
}
mail-done-taken-back = { $count ->
    [one] عادت رسالة واحدة إلى مكانها.
   *[other] عدد الرسائل التي عادت إلى مكانها: { $count }.
}
mail-done-none = اختاروا رسالة أولًا. ضعوا علامة بجانبها.
mail-done-nowhere = اختاروا مجلدًا أولًا. ثم اضغطوا «نقل».
mail-done-gone = لم يعد المجلد موجودًا. لم يُنقل شيء.
mail-done-sent = أُرسلت الرسالة. تجدونها ضمن «المرسل» في بريد من تساعدونه.

mail-search-title = البحث في بريدكم
mail-search-label = البحث عن رسالة
mail-search-button = بحث
mail-found = { $count ->
    [one] رسالة واحدة فيها «{ $q }»
   *[other] عدد الرسائل التي فيها «{ $q }»: { $count }
}
mail-found-many = وجدنا { $count } رسالة. هنا أحدث { $most }. اكتبوا كلمة أخرى لتجدوا أقل.
mail-found-none = لم نجد رسائل فيها «{ $q }».
mail-tips-title = هكذا تجدونها
mail-tip-fewer = اكتبوا كلمة أو كلمتين فقط.
mail-tip-sender = اكتبوا اسم من أرسل الرسالة.
mail-tip-spelling = يمكنكم كتابة ae و oe و aa إذا لم تكن لديكم æ و ø و å.
mail-tip-bin = هل حُذفت الرسالة؟ انظروا هنا:

mail-boxes-title = اختيار صندوق البريد
mail-boxes-link = صناديق بريد أخرى
mail-boxes-text = هنا صناديق البريد التي يمكنكم فتحها.
mail-own-post = بريدي
mail-no-box-yet = لا يوجد صندوق بريد بعد
mail-inbox-unread = { $count ->
    [0] لا شيء غير مقروء
    [one] رسالة واحدة غير مقروءة
    [two] رسالتان غير مقروءتين
    [few] { $count } رسائل غير مقروءة
   *[other] { $count } رسالة غير مقروءة
}

mail-before-title = اقرؤوا هذا قبل فتح الرسالة
mail-before-text = قد تحدد الرسالة مهلة أو واجبًا. عند فتحها قد تُعتبر مقروءة. تحدثوا أولًا مع من تخصه الرسالة.
mail-before-call-up = تستدعي الرسالة من تساعدونه إلى اجتماع أو محكمة. عند فتحها قد يُعتبر أنه تسلّمها بنفسه. قد تبدأ مهلة اليوم. تحدثوا معه أولًا.
mail-before-step-back = يمكنكم ترك الرسالة. عندئذ لا يحدث شيء الآن. ويمكنه فتحها بنفسه.
mail-before-open = فتح الرسالة
mail-before-leave = تركها

mail-sent-by = أرسلها
mail-written-by = كتبها
mail-legal = قد تحدد الرسالة لكم مهلة أو واجبًا. اقرؤوها بعناية، أو اطلبوا من أحد أن يقرأها معكم.
mail-is-deleted = الرسالة في سلة المهملات.
mail-appointment = موعد:
mail-appointment-when = متى
mail-appointment-where = أين
mail-appointment-with = عند
mail-appointment-calendar = إضافة الموعد إلى تقويمي
mail-appointment-over = انتهى الموعد.
mail-action-payment = يمكنكم الدفع هنا
mail-action-self-service = يمكنكم فعل ذلك بأنفسكم هنا
mail-action-sign = عليكم التوقيع
mail-action-confirm = عليكم قول نعم أو لا
mail-action-prepare = عليكم تحضير شيء
mail-action-enrol = يمكنكم التسجيل
mail-action-page = اقرؤوا المزيد هنا
mail-action-later = يمكنكم استخدامه ابتداءً من { $date }.
mail-action-over = انتهى في { $date }. اتصلوا بالمرسل إذا فاتكم ذلك.
mail-action-until = يمكنكم استخدامه حتى { $date }.
mail-action-unsafe = لا نرى إلى أين يؤدي الرابط. لذلك لا يمكنكم الضغط عليه.
mail-leads-to = يؤدي الزر إلى موقع آخر: { $host }
mail-picture = صورة: { $name }
mail-pictures-left-out = { $count ->
    [one] لا نعرض صورة واحدة من الرسالة. قد تكشف أنكم تقرؤونها.
   *[other] لا نعرض صورًا من الرسالة، وعددها { $count }. قد تكشف أنكم تقرؤونها.
}
mail-had-form = كانت في الرسالة حقول للكتابة. نحن لا نعرضها. لا تكتبوا رموزًا سرية في رسالة أبدًا.
mail-was-cut = الرسالة أطول من أن تُعرض هنا. نزّلوها كاملة من أسفل الصفحة.
mail-formats = الرسالة كملف
mail-attachments = المرفقات
mail-technical = ملفات لبرامج أخرى
mail-kind-pdf = ملف PDF
mail-kind-picture = صورة
mail-kind-text = نص
mail-kind-table = جدول
mail-kind-film = فيلم أو صوت
mail-kind-packed = ملف مضغوط
mail-kind-file = ملف
mail-file-about = { $kind }، { $size }
mail-size-kb = { $n } كيلوبايت
mail-size-mb = { $n } ميغابايت
mail-open-file = فتح { $name }
mail-save-file = تنزيل { $name }
mail-save = تنزيل
mail-save-anyway = تنزيل الملف رغم ذلك
mail-file-never = قد يكون الملف خطيرًا. لا يمكنكم تنزيله هنا.
mail-file-differs = الملف ليس كما يقول عن نفسه. احذروا.
mail-file-never-text = الملف برنامج أو يخفي برنامجًا. قد يضر جهازكم. لذلك لا يمكنكم تنزيله. اتصلوا بمن أرسل الرسالة وأخبروه.
mail-file-differs-text = يقول الملف إنه من نوع، لكنه من نوع آخر. قد يكون ذلك خطأ. نزّلوه فقط إذا كنتم تعرفون من أرسله.

mail-what-now = ماذا تريدون أن تفعلوا؟
mail-reply = الرد
mail-forward = إرسال إلى شخص آخر
mail-print = طباعة
mail-no-answers = لا يمكنكم الرد على هذه الرسالة هنا.
mail-keep-title = حفظ الرسالة
mail-keep-text = يمكنكم حفظ الرسالة وكل المرفقات على جهازكم.
mail-keep-zip = تنزيل الكل في ملف واحد (ZIP)
mail-keep-memo = تنزيل الرسالة كما وصلت (MeMo)
mail-zip-note = اقرأني.txt
mail-zip-left-out = قد تكون هذه الملفات خطيرة، ولم تُضف: { $names }
mail-print-title = الرسالة على الورق
mail-print-text = اطبعوا الصفحة. لا يُطبع على الورق إلا الرسالة. العنوان مناسب لظرف له نافذة.
mail-enclosed = المرفقات التي جاءت معها

mail-cancel = إلغاء
mail-reply-title = الرد على رسالة
mail-write-to = إلى
mail-write-subject = الموضوع
mail-write-text = ماذا تريدون أن تكتبوا؟
mail-write-text-hint = اكتبوا من أنتم وما الموضوع. السطر الفارغ يبدأ فقرة جديدة.
mail-write-files = المرفقات
mail-write-files-hint = يمكنكم إرسال { $most } ملفات. حجمها معًا { $size } ميغابايت على الأكثر.
mail-write-files-again = اختاروا ملفاتكم مرة أخرى. لم تُحفظ.
mail-write-send = إرسال الرسالة
mail-write-no-receiver = لا نعرف هنا أحدًا بهذا الرقم، أو لا يمكنه استلام البريد. تحققوا من الرقم.
mail-write-no-text = اكتبوا شيئًا في الرسالة
mail-write-long-text = الرسالة طويلة جدًا. الحد الأقصى { $most } حرف
mail-write-subject-wrong = اكتبوا موضوعًا. الحد الأقصى { $most } حرف
mail-write-dangerous = الملف «{ $name }» قد يكون خطيرًا ولا يمكن إرساله
mail-write-too-many = اختاروا { $most } ملفات على الأكثر
mail-write-too-large = الملفات كبيرة جدًا. حجمها معًا { $size } ميغابايت على الأكثر
mail-write-full = من تكتبون إليه ليس لديه مكان لمزيد من البريد. اتصلوا به
mail-write-no-number = ينقصنا رقمكم لكي يستطيعوا الرد عليكم. اتصلوا بنا وسنساعدكم

mail-new-title = كتابة رسالة جديدة
mail-new-text = يمكنكم الكتابة إلى بلدية أو مكتبة أو جهة رسمية أخرى.
mail-new-label = إلى من تريدون أن تكتبوا؟
mail-new-found = { $count ->
    [0] لم نجد أحدًا باسم «{ $q }». جربوا اسم المدينة.
    [one] مكان واحد باسم «{ $q }»
   *[other] عدد الأماكن باسم «{ $q }»: { $count }
}

mail-receipt-title = أُرسلت رسالتكم
mail-receipt-text = لقد وصلتهم الرسالة. تجدونها دائمًا في «المرسل».
mail-receipt-when = أُرسلت
mail-receipt-see = عرض الرسالة

mail-forward-title = إرسال الرسالة إلى شخص آخر
mail-forward-text = يحصل الآخر على الرسالة كاملة مع كل المرفقات. لا يمكنكم التراجع عن ذلك.
mail-forward-to = رقم CPR أو رقم CVR
mail-forward-to-hint = رقم CPR لشخص، أو رقم CVR لشركة أو بلدية.
mail-forward-comment = كلماتكم
mail-forward-comment-hint = يمكنكم ترك الحقل فارغًا.
mail-forward-next = التالي
mail-forward-number-wrong = الرقم غير صحيح. رقم CPR من عشرة أرقام، ورقم CVR من ثمانية
mail-forward-confirm-title = هل هذا هو الصحيح؟
mail-forward-confirm-text = نعرض من اسم الشخص الاسم الأول والحروف فقط. إذا كنتم في شك فلا ترسلوا.
mail-forward-letter = الرسالة
mail-forward-receiver = تُرسل إلى
mail-forward-send = نعم، إرسال الرسالة
mail-forward-other = لا، تصحيح الرقم

mail-folders-title = تعديل المجلدات
mail-folders-none = ليست لديكم مجلدات بعد. أنشئوا مجلدًا واجمعوا فيه الرسائل التي تنتمي معًا.
mail-folder-made = أُنشئ المجلد.
mail-folder-renamed = للمجلد اسم جديد.
mail-folder-removed = أُزيل المجلد.
mail-folder-name = اسم المجلد الجديد
mail-folder-name-hint = مثل «السكن» أو «الطبيب».
mail-folder-new-name = اسم المجلد
mail-folder-rename = حفظ الاسم
mail-folder-remove = إزالة المجلد
mail-folder-keep = في المجلد رسائل. انقلوها أولًا، ثم يمكنكم إزالته.
mail-folder-make-title = إنشاء مجلد
mail-folder-make = إنشاء المجلد
mail-folder-unit = رقم P
mail-folder-unit-hint = يصل بريد ذلك القسم إلى هذا المجلد. اتركوا الحقل فارغًا إذا لم يكن قسمًا.
mail-folder-unit-is = لرقم P { $unit }
mail-folder-unit-wrong = رقم P من عشرة أرقام، ويكون لمجلد واحد فقط
mail-folder-no-name = اكتبوا اسمًا للمجلد
mail-folder-long-name = الاسم طويل جدًا. الحد الأقصى { $most } حرف
mail-folder-taken = لديكم مجلد بهذا الاسم. اختاروا اسمًا آخر
mail-folder-too-many = يمكن أن يكون لديكم { $most } مجلد. أزيلوا واحدًا أولًا
mail-folder-not-empty = المجلد ليس فارغًا. انقلوا الرسائل أولًا
