# review: needed
# of: aa3b3ad1d9cb
# No native reader has read this translation yet.

# A class as learners meet it: the code, the pause, the board and the slips.
class-join-title = انضم إلى الصف
class-join-lead = يعرض معلّمك رمزًا على اللوح أو على ورقة. اكتبه هنا.
class-join-code = الرمز:
class-join = انضم
class-join-go-on = تابع من حيث كنت
class-join-other = أنا شخص آخر
class-join-calm = لا تكتب اسمك. تحصل على صورة بدلًا منه. يرى معلّمك إلى أين وصلت، ولا يرى ما تكتبه.
class-code-label = الرمز
class-code-hint = اكتب الأرقام الستة.
class-code-missing = اكتب الرمز الموجود على اللوح
class-code-digits = الرمز مكوّن من 6 أرقام. انظر إلى اللوح مرة أخرى.
class-code-wrong = لا يوجد صف بهذا الرمز. انظر إلى اللوح مرة أخرى، واسأل معلّمك هل انتهى الصف.
class-full = لا يوجد مكان لآخرين في الصف. اسأل معلّمك.
class-you-are = أنت
class-paused-here = المعلّم في استراحة الآن. يمكنك أن تكمل ما تكتبه.
class-sent-here = يريد معلّمك أن يريك شيئًا.
class-sent-go = اذهب إلى هناك
class-pause-title = المعلّم يوقف الدرس قليلًا
class-pause-text = ارفع نظرك واستمع. تعود الصفحة عندما تتابعون.
class-pause-kept = كل ما فعلته محفوظ.
class-pause-look = انظر الآن
class-list-chosen = تمارين الصف
class-list-more = تمارين أخرى
class-outside-join = هل أعطاك معلّمك رمزًا؟ انضم إلى الصف
class-outside-teach = هل أنت معلّم؟ افتح صفًا
class-come-back = ارجع إلى صفك
class-area-front = الصفحة الأولى
class-area-exercises = التمارين
class-area-post = البريد الرقمي
class-area-mandates = التوكيل
class-area-sign-in = تسجيل الدخول
class-area-telephone = هاتف التدريب
class-area-my-page = صفحتي
class-area-forms = الخدمة الذاتية
class-area-business = الشركة
class-area-help = ابحث عن مساعدة
class-board-title = انضموا
class-board-step-title = خطوة بعد خطوة
class-board-go = اذهب إلى
class-board-type = اكتب الرمز:
class-board-qr = رمز للمسح
class-board-count = { $n ->
        [0] لم ينضم أحد بعد
        [one] انضم شخص واحد
        [two] انضم شخصان
        [few] انضم { $n } أشخاص
       *[other] انضم { $n } شخصًا
    }
class-board-paused = استراحة
class-board-none = لم يبدأ تمرينًا بعد.
class-board-where = هو الآن في:
class-slips-title = أوراق للصف
class-slips-many = كم ورقة؟
class-slips-make = اصنع الأوراق
class-slip-title = تدرّب مع الصف
class-slip-picture = صورتي:
problem-class-not-yours-title = الصف غير مفتوح هنا
problem-class-not-yours-text = هذه الصفحة لمعلّم الصف. إن كنت المعلّم فارجع برمزك. وإن كنت متعلّمًا فاستعمل الرمز الموجود على اللوح.
problem-class-guessed-title = انتظر قليلًا وحاول مرة أخرى
problem-class-guessed-text = كُتبت رموز خاطئة كثيرة من هنا. انتظر 10 دقائق، وأخبر معلّمك.

# What a learner is called: a colour and a thing.
class-picture = { $noun } بلون { $colour }
class-colour-red = أحمر
class-colour-blue = أزرق
class-colour-green = أخضر
class-colour-yellow = أصفر
class-colour-purple = بنفسجي
class-colour-orange = برتقالي
class-colour-brown = بني
class-colour-black = أسود
class-picture-pedal_bike = دراجة
class-picture-directions_car = سيارة
class-picture-directions_bus = حافلة
class-picture-sailing = قارب
class-picture-local_florist = زهرة
class-picture-sunny = شمس
class-picture-cloud = سحابة
class-picture-cake = كعكة
class-picture-redeem = هدية
class-picture-umbrella = مظلة
class-picture-tram = ترام
class-picture-local_cafe = فنجان
class-picture-bedtime = قمر
class-picture-music_note = نغمة
class-picture-lightbulb = مصباح
class-picture-key = مفتاح
class-picture-sports_soccer = كرة
class-picture-rocket_launch = صاروخ
class-picture-cottage = كوخ
class-picture-chair = كرسي
class-picture-agriculture = جرّار
class-picture-wind_power = طاحونة
class-picture-flight = طائرة
class-picture-luggage = حقيبة
class-picture-icecream = بوظة
class-picture-potted_plant = نبتة
class-picture-bug_report = خنفساء
class-picture-cruelty_free = أرنب
class-picture-headphones = سماعات
class-picture-brush = فرشاة
class-picture-diamond = ماسة
class-picture-eyeglasses = نظارة
class-picture-globe = كرة أرضية
class-picture-shopping_basket = سلة
class-picture-castle = قلعة
class-picture-watch = ساعة
