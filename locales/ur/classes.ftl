# review: needed
# of: aa3b3ad1d9cb
# No native reader has read this translation yet.

# A class as learners meet it: the code, the pause, the board and the slips.
class-join-title = کلاس میں شامل ہوں
class-join-lead = آپ کے استاد بورڈ پر یا پرچی پر ایک کوڈ دکھاتے ہیں۔ اسے یہاں لکھیں۔
class-join-code = کوڈ:
class-join = شامل ہوں
class-join-go-on = جہاں تھے وہیں سے آگے بڑھیں
class-join-other = میں کوئی اور ہوں
class-join-calm = آپ اپنا نام نہیں لکھتے۔ اس کی جگہ آپ کو ایک تصویر ملتی ہے۔ استاد دیکھ سکتے ہیں کہ آپ کہاں تک پہنچے ہیں۔ وہ یہ نہیں دیکھ سکتے کہ آپ کیا لکھتے ہیں۔
class-code-label = کوڈ
class-code-hint = 6 ہندسے لکھیں۔
class-code-missing = بورڈ والا کوڈ لکھیں
class-code-digits = کوڈ میں 6 ہندسے ہوتے ہیں۔ بورڈ کو دوبارہ دیکھیں۔
class-code-wrong = اس کوڈ کی کوئی کلاس نہیں ہے۔ بورڈ کو دوبارہ دیکھیں، اور استاد سے پوچھیں کہ کیا کلاس ختم ہو گئی ہے۔
class-full = کلاس میں مزید جگہ نہیں ہے۔ اپنے استاد سے پوچھیں۔
class-you-are = آپ ہیں
class-paused-here = استاد نے وقفہ کیا ہے۔ آپ جو لکھ رہے ہیں اسے پورا کر سکتے ہیں۔
class-sent-here = آپ کے استاد آپ کو کچھ دکھانا چاہتے ہیں۔
class-sent-go = وہاں جائیں
class-pause-title = استاد نے وقفہ کیا ہے
class-pause-text = اوپر دیکھیں اور سنیں۔ جب آپ آگے بڑھیں گے تو صفحہ واپس آ جائے گا۔
class-pause-kept = آپ نے جو کچھ کیا ہے وہ محفوظ ہے۔
class-pause-look = ابھی دیکھیں
class-list-chosen = کلاس کی مشقیں
class-list-more = مزید مشقیں
class-outside-join = کیا استاد نے آپ کو کوڈ دیا ہے؟ کلاس میں شامل ہوں
class-outside-teach = کیا آپ استاد ہیں؟ کلاس کھولیں
class-come-back = اپنی کلاس میں واپس جائیں
class-area-front = پہلا صفحہ
class-area-exercises = مشقیں
class-area-post = ڈیجیٹل پوسٹ
class-area-mandates = مختار نامہ
class-area-sign-in = لاگ اِن
class-area-telephone = مشق کا فون
class-area-my-page = میرا صفحہ
class-area-forms = سیلف سروس
class-area-business = کاروبار
class-area-help = مدد تلاش کریں
class-board-title = شامل ہوں
class-board-step-title = ایک وقت میں ایک قدم
class-board-go = یہاں جائیں
class-board-type = کوڈ لکھیں:
class-board-qr = اسکین کرنے کا کوڈ
class-board-count = { $n ->
        [0] ابھی کوئی شامل نہیں ہوا
        [one] 1 شخص شامل ہے
       *[other] { $n } لوگ شامل ہیں
    }
class-board-paused = وقفہ
class-board-none = ابھی کوئی مشق شروع نہیں کی۔
class-board-where = ابھی یہاں ہیں:
class-slips-title = کلاس کے لیے پرچیاں
class-slips-many = کتنی پرچیاں؟
class-slips-make = پرچیاں بنائیں
class-slip-title = کلاس کے ساتھ مشق کریں
class-slip-picture = میری تصویر:
problem-class-not-yours-title = کلاس یہاں کھلی نہیں ہے
problem-class-not-yours-text = یہ صفحہ کلاس کے استاد کے لیے ہے۔ اگر آپ استاد ہیں تو اپنے کوڈ سے واپس آئیں۔ اگر آپ سیکھنے والے ہیں تو بورڈ والا کوڈ استعمال کریں۔
problem-class-guessed-title = تھوڑا انتظار کریں، پھر کوشش کریں
problem-class-guessed-text = یہاں سے بہت سے غلط کوڈ لکھے گئے ہیں۔ 10 منٹ انتظار کریں۔ اپنے استاد کو بتائیں۔

# What a learner is called: a colour and a thing.
class-picture = { $noun }، رنگ { $colour }
class-colour-red = سرخ
class-colour-blue = نیلا
class-colour-green = سبز
class-colour-yellow = پیلا
class-colour-purple = جامنی
class-colour-orange = نارنجی
class-colour-brown = بھورا
class-colour-black = کالا
class-picture-pedal_bike = سائیکل
class-picture-directions_car = کار
class-picture-directions_bus = بس
class-picture-sailing = کشتی
class-picture-local_florist = پھول
class-picture-sunny = سورج
class-picture-cloud = بادل
class-picture-cake = کیک
class-picture-redeem = تحفہ
class-picture-umbrella = چھتری
class-picture-tram = ٹرام
class-picture-local_cafe = پیالی
class-picture-bedtime = چاند
class-picture-music_note = سُر
class-picture-lightbulb = چراغ
class-picture-key = چابی
class-picture-sports_soccer = فٹ بال
class-picture-rocket_launch = راکٹ
class-picture-cottage = جھونپڑی
class-picture-chair = کرسی
class-picture-agriculture = ٹریکٹر
class-picture-wind_power = پون چکی
class-picture-flight = جہاز
class-picture-luggage = سوٹ کیس
class-picture-icecream = آئس کریم
class-picture-potted_plant = پودا
class-picture-bug_report = بھونرا
class-picture-cruelty_free = خرگوش
class-picture-headphones = ہیڈ فون
class-picture-brush = برش
class-picture-diamond = ہیرا
class-picture-eyeglasses = عینک
class-picture-globe = گلوب
class-picture-shopping_basket = ٹوکری
class-picture-castle = قلعہ
class-picture-watch = گھڑی
