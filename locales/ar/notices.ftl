# review: needed
# of: 6398cb616653
# No native reader has read this translation yet.

# How we tell you something: what you choose, what we send, and what you were told.

channel-email = البريد الإلكتروني
channel-sms = رسالة نصية (SMS)
channel-letter = رسالة ورقية بالبريد
channel-page = هنا فقط في صفحتي

message-waiting = لم تُرسل بعد
message-sent = أُرسلت
message-failed = تعذّر إرسالها
message-bounced = لم تصل
message-posted = أُرسلت بالبريد
message-unsendable = لا نعرف إلى أين نرسلها
message-kept = تظهر هنا فقط

messages-title = ما كتبناه لكم
messages-link = عرض كل ما كتبناه لكم
messages-text = هنا كل ما أرسلناه إليكم، والأحدث في الأعلى. الرموز والروابط التي يجب ألا يعرفها غيركم لا تظهر هنا.
messages-none = لم نكتب إليكم بعد.
messages-moment = { $date } الساعة { $time }
messages-pages = صفحات الرسائل
messages-newer = الأحدث
messages-older = الأقدم
messages-page = صفحة { $page } من { $of }

contact-title = كيف نخبركم
contact-now-email = نخبركم الآن بالبريد الإلكتروني.
contact-now-sms = نخبركم الآن برسالة نصية.
contact-now-letter = نرسل إليكم الآن رسائل ورقية بالبريد.
contact-now-page = لا نرسل إليكم شيئًا الآن. يمكنكم القراءة هنا في صفحتي.
contact-now-nothing = لا يمكننا الآن إرسال أي شيء إليكم. اكتبوا هنا بريدكم الإلكتروني أو رقمكم أو عنوانكم.

contact-email-title = بريدكم الإلكتروني
contact-email = البريد الإلكتروني
contact-email-hint = مثل navn@example.dk. احذفوه إذا كنتم لا تريدون أن نستخدمه بعد الآن.
contact-email-save = حفظ البريد الإلكتروني
contact-email-sent = أرسلنا رسالة إلى { $address }. افتحوها واضغطوا على الرابط. يعمل الرابط يومًا واحدًا.
contact-email-unconfirmed = لم تؤكدوا { $address } بعد. اضغطوا على «حفظ البريد الإلكتروني» لنرسل رسالة جديدة. تأكدوا أولًا أنه مكتوب بشكل صحيح.
contact-email-bounced = الرسائل إلى { $address } لا تصل. اكتبوا بريدًا إلكترونيًا آخر.
contact-email-confirmed = نحن نستخدم { $address }.
contact-email-no-at = البريد الإلكتروني: تنقص علامة @ في «{ $typed }»
contact-email-space = البريد الإلكتروني: يجب ألا توجد مسافات في «{ $typed }»
contact-email-wrong = البريد الإلكتروني: «{ $typed }» غير مكتوب بشكل صحيح

contact-mobile-title = هاتفكم المحمول
contact-mobile = رقم الهاتف المحمول
contact-mobile-hint = ثمانية أرقام. إذا لم يكن الرقم دنماركيًا فابدؤوا بعلامة + ورمز البلد. احذفوه إذا كنتم لا تريدون أن نستخدمه بعد الآن.
contact-mobile-save = حفظ الرقم
contact-mobile-sent = أرسلنا رسالة نصية فيها رمز إلى { $address }.
contact-mobile-unconfirmed = لم تؤكدوا { $address } بعد. اضغطوا على «حفظ الرقم» لنرسل رمزًا جديدًا.
contact-mobile-bounced = الرسائل النصية إلى { $address } لا تصل. اكتبوا رقمًا آخر.
contact-mobile-confirmed = نحن نستخدم { $address }.
contact-mobile-short = رقم الهاتف المحمول: تنقص أرقام في «{ $typed }»
contact-mobile-long = رقم الهاتف المحمول: يوجد عدد زائد من الأرقام في «{ $typed }»
contact-mobile-premium = رقم الهاتف المحمول: الإرسال إلى «{ $typed }» يكلّف أكثر. اكتبوا رقمًا آخر
contact-mobile-wrong = رقم الهاتف المحمول: «{ $typed }» ليس رقمًا يمكننا الإرسال إليه

contact-address-title = عنوانكم للرسائل الورقية
contact-street = الشارع والرقم
contact-street-hint = اكتبوا الطابق والباب أيضًا. احذفوا كل الحقول إذا كنتم لا تريدون أن نرسل رسائل ورقية.
contact-extra = عند شخص آخر (c/o)
contact-extra-hint = فقط إذا كنتم تسكنون عند شخص آخر. اكتبوا اسمه.
contact-postcode = الرمز البريدي
contact-town = المدينة
contact-address-save = حفظ العنوان
contact-street-missing = الشارع والرقم: اكتبوا الشارع والرقم
contact-postcode-missing = الرمز البريدي: اكتبوا أربعة أرقام
contact-postcode-wrong = الرمز البريدي: «{ $typed }» ليس أربعة أرقام
contact-town-missing = المدينة: اكتبوا اسم مدينتكم
contact-line-long = «{ $typed }» أطول من أن يُكتب على ظرف. يتسع لعدد { $most } من الحروف

contact-channel-title = كيف تريدون أن نخبركم؟
contact-channel = أخبروني عن طريق
contact-channel-hint = إذا لم تصل الرسالة فسنحاول بطريقة أخرى.
contact-channel-save = حفظ الاختيار
contact-channel-missing = أخبروني عن طريق: اختاروا طريقة واحدة
contact-channel-no-email = أخبروني عن طريق: اخترتم البريد الإلكتروني. اكتبوا بريدكم الإلكتروني وأكدوه أولًا
contact-channel-no-sms = أخبروني عن طريق: اخترتم الرسائل النصية. اكتبوا رقمكم وأكدوه أولًا
contact-channel-no-letter = أخبروني عن طريق: اخترتم الرسائل الورقية. اكتبوا عنوانكم أولًا
contact-exempt = أنتم معفون من البريد الرقمي (Digital Post). لذلك نرسل إليكم دائمًا رسائل ورقية.

contact-language-title = بأي لغة؟
contact-language = اكتبوا إليّ باللغة
contact-language-save = حفظ اللغة
contact-language-missing = اكتبوا إليّ باللغة: اختاروا لغة

contact-news-title = هل تريدون أخبارًا؟
contact-news = أرسلوا إليّ الأخبار
contact-news-hint = مثلًا عن دورات جديدة. ما يخصكم وحدكم يصلكم دائمًا.
contact-news-yes = نعم، من فضلكم
contact-news-no = لا، شكرًا
contact-news-save = حفظ الجواب
contact-news-missing = أرسلوا إليّ الأخبار: اختاروا نعم أو لا

contact-too-often = لقد طلبتم ذلك خمس مرات خلال ساعة. انتظروا قليلًا ثم حاولوا مرة أخرى

contact-saved-email-sent = أرسلنا إليكم رسالة إلكترونية. اضغطوا على الرابط فيها.
contact-saved-email-gone = لقد حذفنا بريدكم الإلكتروني.
contact-saved-mobile-done = تم تأكيد رقمكم.
contact-saved-mobile-gone = لقد حذفنا رقمكم.
contact-saved-in-use = نحن نستخدمه بالفعل. ليس عليكم فعل أي شيء آخر.
contact-saved-address = تم حفظ عنوانكم.
contact-saved-address-gone = لقد حذفنا عنوانكم.
contact-saved-choice = تم حفظ اختياركم.

contact-code-title = اكتبوا الرمز من الرسالة النصية
contact-code-link = كتابة الرمز
contact-code-sent = أرسلنا رمزًا إلى
contact-code = الرمز
contact-code-hint = ستة أرقام. يعمل الرمز 15 دقيقة.
contact-code-save = تأكيد الرقم
contact-code-wrong = الرمز: «{ $typed }» ليس الرمز الصحيح. { $left ->
    [one] يمكنكم المحاولة مرة أخرى واحدة
    [two] يمكنكم المحاولة مرتين أخريين
   *[other] يمكنكم المحاولة { $left } مرات أخرى
 }
contact-code-over = لم يعد الرمز يعمل. اطلبوا رمزًا جديدًا
contact-code-none = ألم تصلكم رسالة نصية؟
contact-code-none-text = انتظروا بضع دقائق. ثم اطلبوا رمزًا جديدًا. عندها لن يعمل الرمز القديم.
contact-code-again = إرسال رمز جديد
contact-code-other-number = كتابة رقم آخر

confirm-title = تأكيد بريدكم الإلكتروني
confirm-text = هل نكتب إليكم هنا؟
confirm-button = نعم، هذا بريدي الإلكتروني
confirm-not-you = ألم تطلبوا ذلك؟ إذن أغلقوا الصفحة. لن يحدث أي شيء.
confirm-done-title = تم تأكيد بريدكم الإلكتروني
confirm-done-text = شكرًا. يمكننا الآن أن نكتب إليكم. يمكنكم إغلاق الصفحة.
problem-link-over-title = لم يعد الرابط يعمل
problem-link-over-text = ربما أصبح قديمًا جدًا. وربما وصلكم رابط جديد. سجّلوا الدخول واطلبوا رابطًا جديدًا.

unsubscribe-title = ألا تريدون أخبارًا بعد الآن؟
unsubscribe-text = إذن اضغطوا على الزر. ما يخصكم سيصلكم كما كان.
unsubscribe-button = إيقاف الأخبار
unsubscribe-done-title = لن تصلكم أخبار بعد الآن
unsubscribe-done-text = ما يخصكم سيصلكم كما كان. يمكنكم طلب الأخبار مرة أخرى في أي وقت.

notices-mail-why = تصلكم هذه الرسالة لأنكم اخترتم ذلك في صفحتي. يمكنكم تغيير ذلك هناك.
notices-mail-phone = هل لديكم أسئلة؟ اتصلوا على { $number }.
notices-mail-unsubscribe = لا أريد أخبارًا بعد الآن

notices-confirm-subject = هل هذا بريدكم الإلكتروني؟
notices-confirm-1 = طلبتم منا أن نكتب إليكم على هذا البريد الإلكتروني.
notices-confirm-2 = اضغطوا على الرابط وأجيبوا بنعم. يعمل الرابط يومًا واحدًا.
notices-confirm-3 = ألم تطلبوا ذلك؟ إذن لا تفعلوا شيئًا.
notices-confirm-short = أرسلنا رابطًا إلى بريدكم الإلكتروني.
notices-confirm-button = عرض الرابط
notices-code-subject = رمز لتأكيد رقمكم
notices-code-1 = رمزكم هو { $code }.
notices-code-short = رمزكم هو { $code }. لا تخبروا به أحدًا. Omtanke
notices-replaced-subject = نكتب إليكم الآن في مكان آخر
notices-replaced-1 = لديكم عندنا بريد إلكتروني جديد أو رقم جديد. لذلك لن نكتب إلى هنا بعد الآن.
notices-replaced-2 = ألستم أنتم من فعل ذلك؟ إذن اتصلوا بنا.
notices-replaced-short = نكتب إليكم الآن في مكان آخر. لستم من غيّره؟ اتصلوا بنا. Omtanke
notices-forgotten-subject = لن نكتب إلى هنا بعد الآن
notices-forgotten-1 = طلبتم منا حذف العنوان أو الرقم الذي نرسل إليه هذه الرسالة.
notices-forgotten-2 = ألستم أنتم من فعل ذلك؟ إذن اتصلوا بنا.
notices-forgotten-short = لن نكتب إلى هنا بعد الآن. لم تطلبوا ذلك؟ اتصلوا بنا. Omtanke

did-contact-channel = تم اختيار طريقة الإخبار
did-contact-language = تم اختيار لغة الرسائل
did-contact-news = تمت الإجابة عن إرسال الأخبار
did-contact-end-news = تم إيقاف الأخبار
did-contact-address = تم تغيير عنوان الرسائل الورقية
did-contact-exempt = تم تغيير إرسال الرسائل الورقية دائمًا
did-contact-ask = تمت كتابة بريد إلكتروني أو رقم
did-contact-forget = تم حذف بريد إلكتروني أو رقم
did-contact-confirm = تم تأكيد بريد إلكتروني أو رقم
did-contact-wrong-code = تمت كتابة رمز خاطئ
did-contact-bounce = لم يصل شيء أرسلناه
did-message-bounce = عادت رسالة إلكترونية دون أن تصل
did-letter-print = تمت طباعة رسالة ورقية
did-letter-post = تم إرسال رسالة ورقية
did-letter-told-in-person = تم الإخبار بطريقة أخرى
