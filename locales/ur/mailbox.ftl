# review: needed
# of: 915d863f62f9
# No native reader has read this translation yet.

# Digital Post: the inbox, letters, folders, search, answering and sending on.

problem-no-mailbox-title = یہاں ابھی آپ کی کوئی ڈاک نہیں
problem-no-mailbox-text = یہاں آپ سرکاری اداروں کے خط پڑھ سکتے ہیں۔ پہلے آپ کے پاس ڈاک کا ڈبہ ہونا چاہیے۔ یہ مفت ہے، اور ہم طریقہ دکھاتے ہیں۔
problem-no-company-mailbox-title = یہاں ابھی کوئی ڈاک نہیں
problem-no-company-mailbox-text = جب کوئی پہلی بار آپ کو لکھے گا تو ڈاک کا ڈبہ کھل جائے گا۔ آپ کو کچھ نہیں کرنا۔
problem-no-reply-title = آپ اس خط کا جواب نہیں دے سکتے
problem-no-reply-text = بھیجنے والا یہاں جواب نہیں لیتا۔ خط میں دیکھیں کہ کہاں فون کریں یا لکھیں۔
problem-open-first-title = پہلے خط کھولیں
problem-open-first-text = خط کا اثر اس پر ہو سکتا ہے جس کے نام یہ ہے۔ پڑھیں کہ اسے کھولنے کا کیا مطلب ہے۔ پھر آپ چن سکتے ہیں۔

mail-nav = ڈاک
mail-menu = آپ کا مینو
mail-acting = آپ کس کی ڈاک پڑھ رہے ہیں
mail-acting-for = آپ اس کی ڈاک پڑھ رہے ہیں:
mail-change-box = ڈاک کا ڈبہ بدلیں
mail-to-welcome = ڈاک کا ڈبہ کیسے ملتا ہے
mail-to-boxes = دوسرا ڈاک کا ڈبہ چنیں
mail-to-inbox = آئی ہوئی ڈاک پر جائیں
mail-to-letter = خط پر واپس

mail-inbox = آئی ہوئی ڈاک
mail-archive = محفوظ خط
mail-sent = بھیجے ہوئے
mail-bin = ردی کی ٹوکری
mail-folders-nav = ڈاک کے فولڈر
mail-own-folders = { $count ->
    [one] میرا اپنا فولڈر
   *[other] میرے { $count } فولڈر
}
mail-unread-count = { $count ->
    [one] 1 نہیں پڑھا
   *[other] { $count } نہیں پڑھے
}
mail-letters-count = { $count ->
    [0] کوئی خط نہیں
    [one] 1 خط
   *[other] { $count } خط
}

mail-empty-inbox = یہاں آپ کا کوئی خط نہیں۔ نیا خط آنے پر ہم آپ کو بتائیں گے۔
mail-empty-archive = یہاں کچھ محفوظ نہیں۔ جن خطوں کا کام ہو گیا، انہیں یہاں رکھیں۔
mail-empty-sent = آپ نے ابھی کچھ نہیں بھیجا۔
mail-empty-bin = ردی کی ٹوکری خالی ہے۔
mail-empty-own = فولڈر خالی ہے۔ آئی ہوئی ڈاک میں خط چنیں اور یہاں لے آئیں۔
mail-bin-text = یہاں وہ ہے جو آپ نے مٹایا۔ آپ اسے { $days } دن میں واپس لے سکتے ہیں۔ پھر وہ ہمیشہ کے لیے مٹ جاتا ہے۔
mail-bin-helper = خط صرف وہی مٹا اور واپس لے سکتا ہے جس کی آپ مدد کرتے ہیں۔

mail-from = { $name } کی طرف سے
mail-to = { $name } کے نام
mail-nobody = کوئی جس نے نام نہیں لکھا
mail-no-subject = بغیر موضوع کا خط
mail-came-on = { $date } کو آیا
mail-sent-on = { $date } کو بھیجا
mail-deleted-on = { $date } کو مٹایا
mail-came-at = { $date } کو آیا۔
mail-sent-at = { $date } کو بھیجا گیا۔
mail-holds-from = خط اسی دن سے لاگو ہے۔
mail-moment = { $date }، وقت { $time }
mail-from-to = { $from } سے { $to } تک
mail-reply-by = { $date } تک جواب دیں
mail-left-over = اب دیر ہو چکی ہے۔
mail-left = { $days ->
    [0] یہ آج ہے۔
    [one] یہ کل ہے۔
   *[other] یہ { $days } دن میں ہے۔
}
mail-unread = نہیں پڑھا
mail-important = اہم
mail-has-actions = آپ کو کچھ کرنا ہے
mail-in-short = مختصر یہ کہ:
mail-files-count = { $count ->
    [one] 1 منسلک فائل
   *[other] { $count } منسلک فائلیں
}
mail-tick = یہ خط چنیں
mail-pages = خطوں کے صفحے
mail-first-page = سب سے نئے خط
mail-older = پرانے خط

mail-with-ticked = چنے ہوئے خطوں کے ساتھ یہ کریں
mail-mark-read = پڑھا ہوا نشان لگائیں
mail-mark-unread = نہ پڑھا ہوا نشان لگائیں
mail-to-archive = محفوظ کریں
mail-delete = مٹائیں
mail-take-back = واپس لیں
mail-take-back-one = خط واپس لیں
mail-undo = واپس کریں
mail-move-label = فولڈر میں لے جائیں
mail-move-choose = فولڈر چنیں
mail-move = لے جائیں
mail-done-moved = { $count ->
    [one] 1 خط منتقل ہو گیا۔
   *[other] { $count } خط منتقل ہو گئے۔
}
mail-done-archived = { $count ->
    [one] 1 خط اب محفوظ ہے۔
   *[other] { $count } خط اب محفوظ ہیں۔
}
mail-done-read = { $count ->
    [one] 1 خط پر پڑھا ہوا نشان ہے۔
   *[other] { $count } خطوں پر پڑھا ہوا نشان ہے۔
}
mail-done-unread = { $count ->
    [one] 1 خط پر نہ پڑھا ہوا نشان ہے۔
   *[other] { $count } خطوں پر نہ پڑھا ہوا نشان ہے۔
}
mail-done-deleted = { $count ->
    [one] 1 خط مٹ گیا۔ آپ اسے { $days } دن میں واپس لے سکتے ہیں۔
   *[other] { $count } خط مٹ گئے۔ آپ انہیں { $days } دن میں واپس لے سکتے ہیں۔
}
mail-done-taken-back = { $count ->
    [one] 1 خط اپنی جگہ واپس ہے۔
   *[other] { $count } خط اپنی جگہ واپس ہیں۔
}
mail-done-none = پہلے خط چنیں۔ اس کے ساتھ نشان لگائیں۔
mail-done-nowhere = پہلے فولڈر چنیں۔ پھر »لے جائیں« دبائیں۔
mail-done-gone = فولڈر اب موجود نہیں۔ کچھ منتقل نہیں ہوا۔
mail-done-sent = خط بھیج دیا گیا۔ یہ اس شخص کے بھیجے ہوئے خطوں میں ہے جس کی آپ مدد کرتے ہیں۔

mail-search-title = اپنی ڈاک میں تلاش کریں
mail-search-label = خط تلاش کریں
mail-search-button = تلاش کریں
mail-found = { $count ->
    [one] »{ $q }« والا 1 خط
   *[other] »{ $q }« والے { $count } خط
}
mail-found-many = ہمیں { $count } خط ملے۔ یہ سب سے نئے { $most } ہیں۔ کم کرنے کے لیے ایک لفظ اور لکھیں۔
mail-found-none = ہمیں »{ $q }« والا کوئی خط نہیں ملا۔
mail-tips-title = خط ایسے ملتا ہے
mail-tip-fewer = صرف ایک یا دو لفظ لکھیں۔
mail-tip-sender = بھیجنے والے کا نام لکھیں۔
mail-tip-spelling = اگر آپ کے پاس æ، ø اور å نہیں تو ae، oe اور aa لکھ سکتے ہیں۔
mail-tip-bin = کیا خط مٹ گیا؟ تو یہاں دیکھیں:

mail-boxes-title = ڈاک کا ڈبہ چنیں
mail-boxes-link = دوسرے ڈاک کے ڈبے
mail-boxes-text = یہ وہ ڈاک کے ڈبے ہیں جو آپ کھول سکتے ہیں۔
mail-own-post = میری اپنی ڈاک
mail-no-box-yet = ابھی ڈاک کا ڈبہ نہیں
mail-inbox-unread = { $count ->
    [0] سب پڑھا ہوا ہے
    [one] 1 خط نہیں پڑھا
   *[other] { $count } خط نہیں پڑھے
}

mail-before-title = خط کھولنے سے پہلے یہ پڑھیں
mail-before-text = خط میں مہلت یا ذمہ داری ہو سکتی ہے۔ کھولنے پر یہ پڑھا ہوا مانا جا سکتا ہے۔ پہلے اس سے بات کریں جس کا خط ہے۔
mail-before-call-up = یہ خط اس شخص کو، جس کی آپ مدد کرتے ہیں، ملاقات یا عدالت میں بلاتا ہے۔ کھولنے پر یہ مانا جا سکتا ہے کہ خط اسے خود مل گیا۔ آج سے مہلت شروع ہو سکتی ہے۔ پہلے اس سے بات کریں۔
mail-before-step-back = آپ خط کو رہنے دے سکتے ہیں۔ پھر ابھی کچھ نہیں ہوتا۔ وہ اسے خود کھول سکتا ہے۔
mail-before-open = خط کھولیں
mail-before-leave = رہنے دیں

mail-sent-by = بھیجنے والا:
mail-written-by = لکھنے والا:
mail-legal = خط میں آپ کے لیے مہلت یا ذمہ داری ہو سکتی ہے۔ دھیان سے پڑھیں، یا کسی کے ساتھ مل کر پڑھیں۔
mail-is-deleted = خط ردی کی ٹوکری میں ہے۔
mail-appointment = ملاقات:
mail-appointment-when = کب
mail-appointment-where = کہاں
mail-appointment-with = کس کے پاس
mail-appointment-calendar = ملاقات میرے کیلنڈر میں رکھیں
mail-appointment-over = وقت گزر گیا۔
mail-action-payment = آپ یہاں ادا کر سکتے ہیں
mail-action-self-service = آپ یہ یہاں خود کر سکتے ہیں
mail-action-sign = آپ کو دستخط کرنے ہیں
mail-action-confirm = آپ کو ہاں یا نہیں کہنا ہے
mail-action-prepare = آپ کو کچھ تیار کرنا ہے
mail-action-enrol = آپ نام لکھوا سکتے ہیں
mail-action-page = یہاں مزید پڑھیں
mail-action-later = آپ اسے { $date } سے استعمال کر سکتے ہیں۔
mail-action-over = یہ { $date } کو ختم ہو گیا۔ اگر آپ رہ گئے تو بھیجنے والے کو فون کریں۔
mail-action-until = آپ اسے { $date } تک استعمال کر سکتے ہیں۔
mail-action-unsafe = ہم نہیں دیکھ سکتے کہ لنک کہاں جاتا ہے۔ اس لیے آپ اسے نہیں دبا سکتے۔
mail-leads-to = بٹن دوسری سائٹ پر لے جاتا ہے: { $host }
mail-picture = تصویر: { $name }
mail-pictures-left-out = { $count ->
    [one] ہم خط کی 1 تصویر نہیں دکھاتے۔ اس سے پتا چل سکتا ہے کہ آپ خط پڑھ رہے ہیں۔
   *[other] ہم خط کی { $count } تصویریں نہیں دکھاتے۔ ان سے پتا چل سکتا ہے کہ آپ خط پڑھ رہے ہیں۔
}
mail-had-form = خط میں لکھنے کے خانے تھے۔ ہم انہیں نہیں دکھاتے۔ خط میں کبھی خفیہ کوڈ نہ لکھیں۔
mail-was-cut = خط یہاں دکھانے کے لیے بہت لمبا ہے۔ صفحے کے نیچے سے پورا خط لیں۔
mail-formats = خط فائل کے طور پر
mail-attachments = منسلک فائلیں
mail-technical = دوسرے پروگراموں کی فائلیں
mail-kind-pdf = پی ڈی ایف (PDF)
mail-kind-picture = تصویر
mail-kind-text = متن
mail-kind-table = جدول
mail-kind-film = فلم یا آواز
mail-kind-packed = بند فائل
mail-kind-file = فائل
mail-file-about = { $kind }، { $size }
mail-size-kb = { $n } کلو بائٹ
mail-size-mb = { $n } میگا بائٹ
mail-open-file = { $name } کھولیں
mail-save-file = { $name } محفوظ کریں
mail-save = محفوظ کریں
mail-save-anyway = پھر بھی فائل محفوظ کریں
mail-file-never = فائل خطرناک ہو سکتی ہے۔ آپ اسے یہاں سے نہیں لے سکتے۔
mail-file-differs = فائل وہ نہیں جو وہ بتاتی ہے۔ احتیاط کریں۔
mail-file-never-text = فائل ایک پروگرام ہے، یا اس میں پروگرام چھپا ہے۔ یہ آپ کے کمپیوٹر کو نقصان دے سکتی ہے۔ اس لیے آپ اسے نہیں لے سکتے۔ بھیجنے والے کو فون کر کے بتائیں۔
mail-file-differs-text = فائل ایک قسم بتاتی ہے، مگر دوسری قسم کی ہے۔ یہ غلطی ہو سکتی ہے۔ صرف اس وقت لیں جب آپ بھیجنے والے کو جانتے ہوں۔

mail-what-now = آپ کیا کرنا چاہتے ہیں؟
mail-reply = جواب دیں
mail-forward = آگے بھیجیں
mail-print = چھاپیں
mail-no-answers = آپ یہاں اس خط کا جواب نہیں دے سکتے۔
mail-keep-title = خط محفوظ کریں
mail-keep-text = آپ خط اور سب منسلک فائلیں اپنے کمپیوٹر پر محفوظ کر سکتے ہیں۔
mail-keep-zip = سب ایک فائل میں لیں (ZIP)
mail-keep-memo = خط جیسا آیا ویسا لیں (MeMo)
mail-zip-note = مجھے پڑھیں.txt
mail-zip-left-out = یہ فائلیں خطرناک ہو سکتی ہیں اور شامل نہیں: { $names }
mail-print-title = کاغذ پر خط
mail-print-text = صفحہ چھاپیں۔ کاغذ پر صرف خط آئے گا۔ پتا کھڑکی والے لفافے کے لیے ٹھیک ہے۔
mail-enclosed = ساتھ آنے والی فائلیں

mail-cancel = رہنے دیں
mail-reply-title = خط کا جواب دیں
mail-write-to = کس کے نام
mail-write-subject = موضوع
mail-write-text = آپ کیا لکھنا چاہتے ہیں؟
mail-write-text-hint = لکھیں کہ آپ کون ہیں اور بات کیا ہے۔ خالی سطر سے نیا پیرا شروع ہوتا ہے۔
mail-write-files = منسلک فائلیں
mail-write-files-hint = آپ { $most } فائلیں بھیج سکتے ہیں۔ سب مل کر { $size } میگا بائٹ ہو سکتی ہیں۔
mail-write-files-again = اپنی فائلیں دوبارہ چنیں۔ وہ محفوظ نہیں ہوئیں۔
mail-write-send = خط بھیجیں
mail-write-no-receiver = ہم یہاں اس نمبر سے کسی کو نہیں جانتے، یا اسے ڈاک نہیں مل سکتی۔ نمبر دیکھ لیں۔
mail-write-no-text = خط میں کچھ لکھیں
mail-write-long-text = خط بہت لمبا ہے۔ زیادہ سے زیادہ { $most } حروف
mail-write-subject-wrong = موضوع لکھیں۔ زیادہ سے زیادہ { $most } حروف
mail-write-dangerous = فائل »{ $name }« خطرناک ہو سکتی ہے اور نہیں بھیجی جا سکتی
mail-write-too-many = زیادہ سے زیادہ { $most } فائلیں چنیں
mail-write-too-large = فائلیں بہت بڑی ہیں۔ سب مل کر { $size } میگا بائٹ ہو سکتی ہیں
mail-write-full = جسے آپ لکھ رہے ہیں اس کے پاس اور ڈاک کی جگہ نہیں۔ اسے فون کریں
mail-write-no-number = ہمارے پاس آپ کا نمبر نہیں کہ وہ جواب دے سکیں۔ ہمیں فون کریں، ہم مدد کریں گے

mail-new-title = نیا خط لکھیں
mail-new-text = آپ کسی بلدیہ، لائبریری یا دوسرے سرکاری ادارے کو لکھ سکتے ہیں۔
mail-new-label = آپ کسے لکھنا چاہتے ہیں؟
mail-new-found = { $count ->
    [0] ہمیں »{ $q }« نام کا کوئی نہیں ملا۔ شہر کا نام لکھ کر دیکھیں۔
    [one] »{ $q }« نام کی 1 جگہ
   *[other] »{ $q }« نام کی { $count } جگہیں
}

mail-receipt-title = آپ کا خط بھیج دیا گیا
mail-receipt-text = خط انہیں مل گیا۔ آپ اسے ہمیشہ »بھیجے ہوئے« میں دیکھ سکتے ہیں۔
mail-receipt-when = بھیجا گیا
mail-receipt-see = خط دیکھیں

mail-forward-title = خط آگے بھیجیں
mail-forward-text = دوسرے کو پورا خط سب منسلک فائلوں کے ساتھ ملتا ہے۔ آپ اسے واپس نہیں لے سکتے۔
mail-forward-to = سی پی آر (CPR) یا سی وی آر (CVR) نمبر
mail-forward-to-hint = شخص کے لیے CPR نمبر، کمپنی یا بلدیہ کے لیے CVR نمبر۔
mail-forward-comment = آپ کے اپنے الفاظ
mail-forward-comment-hint = آپ یہ خانہ خالی چھوڑ سکتے ہیں۔
mail-forward-next = آگے
mail-forward-number-wrong = نمبر درست نہیں۔ CPR کے دس ہندسے ہیں اور CVR کے آٹھ
mail-forward-confirm-title = کیا یہ درست ہے؟
mail-forward-confirm-text = شخص کا ہم صرف پہلا نام اور حروف دکھاتے ہیں۔ اگر شک ہو تو نہ بھیجیں۔
mail-forward-letter = خط
mail-forward-receiver = کس کو بھیجا جائے گا
mail-forward-send = ہاں، خط بھیجیں
mail-forward-other = نہیں، نمبر درست کریں

mail-folders-title = فولڈر درست کریں
mail-folders-none = ابھی آپ کا کوئی فولڈر نہیں۔ ایک بنائیں اور ساتھ کے خط اس میں جمع کریں۔
mail-folder-made = فولڈر بن گیا۔
mail-folder-renamed = فولڈر کا نام بدل گیا۔
mail-folder-removed = فولڈر ہٹ گیا۔
mail-folder-name = نئے فولڈر کا نام
mail-folder-name-hint = جیسے »گھر« یا »ڈاکٹر«۔
mail-folder-new-name = فولڈر کا نام
mail-folder-rename = نام محفوظ کریں
mail-folder-remove = فولڈر ہٹائیں
mail-folder-keep = فولڈر میں خط ہیں۔ پہلے انہیں لے جائیں، پھر آپ اسے ہٹا سکتے ہیں۔
mail-folder-make-title = فولڈر بنائیں
mail-folder-make = فولڈر بنائیں
mail-folder-unit = پی (P) نمبر
mail-folder-unit-hint = اس شعبے کی ڈاک پھر اس فولڈر میں آئے گی۔ اگر شعبہ نہیں تو خانہ خالی چھوڑیں۔
mail-folder-unit-is = پی نمبر { $unit } کے لیے
mail-folder-unit-wrong = پی نمبر کے دس ہندسے ہیں، اور یہ صرف ایک فولڈر پر ہو سکتا ہے
mail-folder-no-name = فولڈر کا نام لکھیں
mail-folder-long-name = نام بہت لمبا ہے۔ زیادہ سے زیادہ { $most } حروف
mail-folder-taken = اس نام کا فولڈر موجود ہے۔ دوسرا نام چنیں
mail-folder-too-many = آپ کے { $most } فولڈر ہو سکتے ہیں۔ پہلے ایک ہٹائیں
mail-folder-not-empty = فولڈر خالی نہیں۔ پہلے خط لے جائیں
