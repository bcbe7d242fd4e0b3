# review: needed
# of: aa64ae99c8e2
# No native reader has read this translation yet.

# Exercises: the list, the tasks, hints, show me, sheet and code.

exercise-list-title = مشقیں
exercise-list-lead = یہاں آپ مشق کر سکتے ہیں۔ کچھ بھی اصلی نہیں ہے۔ آپ سے غلطی سے کچھ خراب نہیں ہو سکتا۔
exercise-present = آپ نے یہ مشق شروع کی ہے
exercise-for = یہ مشقیں کس کے لیے ہیں؟
exercise-for-all = سب کے لیے
exercise-for-older = بزرگ
exercise-for-young = نوجوان
exercise-for-newcomers = ڈنمارک میں نئے لوگ
exercise-for-short-schooling = جو تھوڑا تھوڑا پڑھنا پسند کرتے ہیں
exercise-for-business = کاروبار
exercise-level-first = آسان
exercise-level-second = کچھ مشق والے
exercise-level-third = مشق والے
exercise-minutes = { $n ->
    [one] ایک منٹ
   *[other] { $n } منٹ
}
exercise-is-done = آپ یہ کر چکے ہیں
exercise-people = اس میں کون ہے؟
exercise-people-text = ان میں سے کوئی بھی اصلی نہیں ہے۔ مشق میں آپ ان کا کردار ادا کرتے ہیں۔
exercise-born = تاریخ پیدائش:
exercise-cpr = سی پی آر نمبر:
exercise-user-name = مشقی MitID میں یوزر آئی ڈی:
exercise-begin = شروع کریں
exercise-calm = آپ جب چاہیں وقفہ لے سکتے ہیں۔ کوئی نہیں دیکھتا کہ آپ کیا کرتے ہیں، اور کوئی نمبر نہیں دیتا۔
exercise-step = کام { $n } از { $of }
exercise-you-are = اس وقت آپ یہ ہیں:
exercise-become-text = اس کام میں آپ یہ ہیں:
exercise-become = بنیں:
exercise-start = کام پر جائیں
exercise-look = دیکھیں کہ ہو گیا یا نہیں
exercise-it-worked = ہو گیا
exercise-not-yet = ابھی نہیں
exercise-not-yet-text = آرام سے دوبارہ کوشش کریں۔ ایک اشارہ مدد کر سکتا ہے۔
exercise-go-on = آگے بڑھیں
exercise-hints = اشارے
exercise-hint = ایک اشارہ دکھائیں
exercise-hint-more = ایک اور اشارہ دکھائیں
exercise-hints-all = یہ سب اشارے تھے۔ آپ کسی انسان سے بھی پوچھ سکتے ہیں۔
exercise-help-near = آپ کے قریب کون مدد کر سکتا ہے؟
exercise-show = مجھے دکھائیں کہ یہ کیسے ہوتا ہے
exercise-scene-note = مشق کا فون
exercise-scene-sms = آپ کو ایک ایس ایم ایس آتا ہے
exercise-scene-email = آپ کو ایک ای میل آتی ہے
exercise-scene-call = فون بجتا ہے
exercise-scene-approval = MitID منظوری مانگتا ہے
exercise-scene-no-button = یہاں آپ دبا نہیں سکتے۔ چنیں کہ آپ کیا کریں گے۔
exercise-scene-you = آپ کہتے ہیں:
exercise-choose = آپ کیا کرتے ہیں؟
exercise-choose-button = میں یہی کروں گا
exercise-right = آپ نے خوب پہچانا
exercise-think-again = آئیے مل کر دیکھتے ہیں
exercise-think-again-text = یہ صرف مشق ہے، اور کچھ نہیں ہوا۔ دوبارہ چننے کی کوشش کریں۔
exercise-done-title = اب آپ یہ کر سکتے ہیں
exercise-done-text = آپ نے پوری مشق کر لی ہے۔ آپ کسی اور دن اسے دوبارہ کر سکتے ہیں۔
exercise-for-real = اب بات اصلی ہے
exercise-for-real-text = آپ کو یہ اکیلے کرنے کی ضرورت نہیں۔ لائبریری اور شہری خدمت کے دفتر میں لوگ خوشی سے مدد کرتے ہیں۔
exercise-others = آپ کے لیے اور مشقیں
exercise-all = سب مشقیں
exercise-tasks = کام
exercise-show-title = یہ ایسے ہوتا ہے
exercise-show-steps = مرحلے
exercise-show-step = مرحلہ { $n } از { $of }
exercise-show-page = صفحے پر جائیں
exercise-show-next = اگلا مرحلہ
exercise-show-before = پچھلا مرحلہ
exercise-back = مشق پر واپس
exercise-sheet = مشق کاغذ پر
exercise-sheet-mark = مشق: یہاں کچھ بھی اصلی نہیں ہے۔
exercise-sheet-where = مشق آپ کو یہاں ملے گی
exercise-sheet-code = وقفے کے لیے میرا کوڈ: ______________
exercise-code-title = آپ کا کوڈ
exercise-code-link = ایک کوڈ لکھ لیں، تاکہ کسی اور دن آگے بڑھ سکیں
exercise-code-write = یہ کوڈ لکھ لیں۔ اس سے آپ کسی اور دن اور کسی اور اسکرین پر آگے بڑھ سکتے ہیں۔
exercise-code-count = { $n ->
    [one] کوڈ کو ایک مشق یاد ہے۔
   *[other] کوڈ کو { $n } مشقیں یاد ہیں۔
}
exercise-code-none = پہلی مشق کرنے پر آپ کو ایک کوڈ ملے گا۔
exercise-code-what = کوڈ صرف بتاتا ہے کہ آپ نے کون سی مشقیں کیں۔ یہ نہیں بتاتا کہ آپ کون ہیں۔
exercise-code-have = کیا آپ کے پاس کوڈ ہے؟
exercise-code-field = آپ کا کوڈ
exercise-code-hint = اپنے کاغذ سے حروف اور ہندسے لکھیں۔
exercise-code-bring = کوڈ استعمال کریں
exercise-code-brought = کوڈ استعمال ہو گیا۔ نیچے آپ اپنی مشقیں دیکھ سکتے ہیں۔
exercise-code-missing = اپنے کاغذ سے کوڈ لکھیں۔
exercise-code-wrong = کوڈ درست نہیں۔ دیکھیں کہ کوئی حرف غلط تو نہیں لکھا گیا۔
exercise-code-done = آپ یہ کر چکے ہیں

# The quiz, both sides on one screen, and what is for real.
exercise-for-real-leave = یہ بٹن آپ کو مشق سے باہر لے جاتا ہے۔ وہاں جگہیں اصلی ہیں۔
exercise-for-real-ask = اپنی لائبریری میں پوچھیں یا اپنی میونسپلٹی کو فون کریں۔
exercise-help-real = حقیقت میں مدد تلاش کریں
exercise-for-real-print = صفحہ پرنٹ کریں اور ساتھ لے جائیں
exercise-quiz-title = مشقوں کے بعد سوال
exercise-quiz-text = مشق ختم ہونے پر آپ کو چند سوال مل سکتے ہیں۔ آپ کے جواب کوئی نہیں گنتا۔
exercise-quiz-on = جی ہاں، مجھ سے سوال پوچھیں
exercise-quiz-off = نہیں شکریہ، کوئی سوال نہیں
exercise-quiz-offer = کیا آپ چند سوال آزمانا چاہیں گے؟
exercise-quiz-begin = پہلا سوال دیکھیں
exercise-quiz-step = سوال { $n } از { $of }
exercise-quiz-answer = جواب دیں
exercise-quiz-next = اگلا سوال
exercise-quiz-end = یہ آخری سوال تھا۔
exercise-quiz-calm = آپ جتنی بار چاہیں جواب دے سکتے ہیں۔ آپ کا جواب محفوظ نہیں ہوتا۔
exercise-two-link = دو لوگوں کو ساتھ ساتھ دکھائیں
exercise-two-title = دو لوگ ساتھ ساتھ
exercise-two-text = دو لوگ چنیں۔ پھر دونوں اسکرین پر نظر آئیں گے۔ ایک اجازت دے سکتا ہے اور دوسرا مدد کر سکتا ہے۔
exercise-two-left = جو اجازت دے
exercise-two-right = جو مدد کرے
exercise-two-begin = دونوں دکھائیں
exercise-two-again = کیا ایک نے کچھ کیا؟ دوسرے کے اوپر کوئی لنک دبائیں، پھر نئی بات نظر آئے گی۔
exercise-two-others = کوئی اور دو لوگ چنیں
exercise-two-missing = فہرست سے دو لوگ چنیں۔
exercise-two-same = دو مختلف لوگ چنیں۔
