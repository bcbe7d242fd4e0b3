# review: needed
# of: ab62106ace50
# No native reader has read this translation yet.

# Digital Post: the letter in a new mailbox, the page that explains it, and exemption.

welcome-title = Digital Post میں خوش آمدید
welcome-lead = Digital Post انٹرنیٹ پر آپ کا ڈاک خانہ ہے۔ یہاں آپ کو بلدیہ، ہسپتال، ٹیکس اور دوسرے سرکاری اداروں سے خط ملتے ہیں۔
welcome-deadline = خط اسی دن سے لاگو ہوتا ہے جس دن وہ آپ کے ڈاک خانے میں آتا ہے، چاہے آپ نے اسے نہ کھولا ہو۔ اس لیے اکثر دیکھتے رہیں۔
welcome-step-1-title = لاگ اِن کریں
welcome-step-1-text = آپ MitID سے لاگ اِن کرتے ہیں۔ اگر آپ کے پاس MitID نہیں ہے تو آپ اسے بنوانے میں مدد لے سکتے ہیں۔
welcome-step-2-title = خط کھولیں
welcome-step-2-text = نئے خط سب سے اوپر اور موٹے حروف میں ہوتے ہیں۔ پڑھنے کے لیے خط پر دبائیں۔ اگر ساتھ کوئی فائل ہو تو آپ اسے خط سے کھول سکتے ہیں۔
welcome-step-3-title = دیکھیں کہ کیا آپ کو کچھ کرنا ہے
welcome-step-3-text = اگر خط میں کوئی بٹن یا تاریخ ہو تو آپ کو کچھ کرنا ہے۔ کچھ خطوں کا آپ جواب دے سکتے ہیں۔ تب اس کے لیے ایک بٹن ہوتا ہے۔
welcome-step-4-title = خط کو اس کی جگہ رکھیں
welcome-step-4-text = آپ فولڈر بنا سکتے ہیں اور خط ان میں رکھ سکتے ہیں۔ پھر وہ آسانی سے مل جاتے ہیں۔ اگر آپ خط مٹا دیں تو کچھ عرصے تک واپس لا سکتے ہیں۔
welcome-step-5-title = نئے خط کی اطلاع پائیں
welcome-step-5-text = اپنا ای میل یا نمبر میرے صفحے پر لکھیں۔ خط آنے پر ہم آپ کو بتائیں گے۔
welcome-begin = اپنی ڈاک پر جائیں
welcome-help-title = کون مدد کر سکتا ہے؟
welcome-help-text = آپ لائبریری، بلدیہ اور بہت سی دوسری جگہوں پر مدد لے سکتے ہیں۔ آپ کسی ایسے شخص کو بھی اپنی ڈاک پڑھنے کی اجازت دے سکتے ہیں جس پر آپ کو بھروسا ہے۔
welcome-help-link = اپنے قریب مدد ڈھونڈیں
welcome-nemsms-title = NemSMS کیا ہے؟
welcome-nemsms-text = NemSMS آپ کے موبائل پر چھوٹے پیغام ہیں، مثلاً ڈاکٹر کے وقت کے بارے میں۔ آپ خود فیصلہ کرتے ہیں کہ آپ انہیں چاہتے ہیں یا نہیں، اور ان میں کبھی کوئی ذاتی بات نہیں ہوتی۔
welcome-exempt-title = کیا آپ Digital Post استعمال نہیں کر سکتے؟
welcome-exempt-text = تب آپ کو چھوٹ مل سکتی ہے۔ آپ کے خط کاغذ پر آئیں گے۔
welcome-exempt-link = چھوٹ کے بارے میں پڑھیں

welcome-letter-title = اب آپ کے پاس Digital Post ہے
welcome-letter-notification = آپ کو ایک ڈیجیٹل ڈاک خانہ ملا ہے۔ پڑھیں کہ اس کا کیا مطلب ہے۔
welcome-letter-1 = آپ کو انٹرنیٹ پر ایک ڈاک خانہ ملا ہے۔ اس کا نام Digital Post ہے۔ یہاں آپ کو بلدیہ، ہسپتال، ٹیکس اور دوسرے سرکاری اداروں سے خط ملتے ہیں۔
welcome-letter-2 = اسے اکثر دیکھیں۔ خط اسی دن سے لاگو ہوتا ہے جس دن وہ یہاں آتا ہے، چاہے آپ نے اسے نہ کھولا ہو۔
welcome-letter-3 = خط آنے پر آپ کو بتایا جا سکتا ہے۔ اپنا ای میل یا نمبر میرے صفحے پر لکھیں۔
welcome-letter-4 = کیا یہ مشکل ہے؟ آپ مفت مدد لے سکتے ہیں۔ جس پر آپ کو بھروسا ہو وہ بھی آپ کی اجازت سے آپ کی ڈاک پڑھ سکتا ہے۔
welcome-letter-5 = کیا آپ Digital Post استعمال نہیں کر سکتے؟ تب آپ کو چھوٹ مل سکتی ہے اور آپ کے خط کاغذ پر آ سکتے ہیں۔
welcome-letter-action = دیکھیں یہ کیسے چلتا ہے
welcome-letter-phone = کوئی سوال ہے؟ ہمیں فون کریں:

welcome-company-title = اب آپ کے پاس Digital Post ہے
welcome-company-notification = آپ کو ایک ڈیجیٹل ڈاک خانہ ملا ہے۔ پڑھیں کہ اس کا کیا مطلب ہے۔
welcome-company-1 = آپ کو انٹرنیٹ پر ایک ڈاک خانہ ملا ہے۔ اس کا نام Digital Post ہے۔ یہاں آپ کو بلدیہ، ٹیکس اور دوسرے سرکاری اداروں سے خط ملتے ہیں۔
welcome-company-2 = اسے اکثر دیکھیں۔ خط اسی دن سے لاگو ہوتا ہے جس دن وہ یہاں آتا ہے، چاہے آپ نے اسے نہ کھولا ہو۔
welcome-company-3 = آپ خود فیصلہ کرتے ہیں کہ آپ میں سے کون ڈاک پڑھ سکتا ہے۔ اس کے لیے ہم سے کہیں۔
welcome-company-4 = آپ ہر شعبے کے لیے ایک فولڈر بنا سکتے ہیں۔ پھر خط خود اپنی جگہ پہنچتے ہیں۔
welcome-company-5 = کیا یہ مشکل ہے؟ آپ مفت مدد لے سکتے ہیں۔

exempt-title = Digital Post سے چھوٹ
exempt-lead = کیا آپ Digital Post استعمال نہیں کر سکتے؟ تب آپ کے خط کاغذ پر آ سکتے ہیں۔ ہم اسے چھوٹ (fritagelse) کہتے ہیں۔
exempt-just-enrolled = اب آپ کو چھوٹ نہیں ہے۔ آپ کی ڈاک اب آپ کے ڈیجیٹل ڈاک خانے میں آتی ہے۔
exempt-means-title = اس کا مطلب
exempt-means-letters = آپ کو بلدیہ، ہسپتال، ٹیکس اور دوسرے سرکاری اداروں سے ڈاک کے ذریعے خط ملتے ہیں۔
exempt-means-self-service = آپ کو انٹرنیٹ پر خود کام کرنے سے بھی چھوٹ مل سکتی ہے۔ تب آپ فون کر سکتے ہیں، لکھ سکتے ہیں یا خود آ سکتے ہیں۔
exempt-means-how-long = یہ اس وقت تک ہے جب تک آپ خود دوبارہ شامل نہ ہوں۔
exempt-still-title = یہ پھر بھی ڈیجیٹل آتا ہے
exempt-still-private = بینک، انشورنس اور دوسرے نجی اداروں کی ڈاک۔ ان سے پوچھیں کہ کیا آپ کو خط مل سکتا ہے۔
exempt-still-special = سرکار کی کچھ چیزیں، مثلاً تعلیمی وظیفہ (SU) اور تنخواہ کی پرچی۔
exempt-still-nemsms = NemSMS، اگر آپ ہاں کہیں۔ چھوٹ کے باوجود آپ یہ لے سکتے ہیں۔
exempt-grounds-title = آپ کو کب چھوٹ مل سکتی ہے؟
exempt-grounds-text = ان میں سے ایک بات کافی ہے:
exempt-ground-1 = آپ کو سمجھنے یا یاد رکھنے میں مشکل ہے، مثلاً بھولنے کی بیماری کی وجہ سے۔
exempt-ground-2 = آپ کو کوئی معذوری ہے جس سے یہ مشکل ہے۔
exempt-ground-3 = آپ کے گھر میں کمپیوٹر نہیں ہے۔
exempt-ground-4 = آپ کا اندراج ہے کہ آپ ڈنمارک چھوڑ چکے ہیں۔
exempt-ground-5 = آپ کے رہنے کی کوئی مستقل جگہ نہیں ہے۔
exempt-ground-6 = ڈینش زبان آپ کے لیے مشکل ہے۔
exempt-ground-7 = آپ کے لیے MitID بنوانا مشکل ہے۔
exempt-ground-8 = جہاں آپ رہتے ہیں وہاں انٹرنیٹ کافی اچھا نہیں ہے۔
exempt-grounds-secret = ہم نہیں پوچھتے کہ آپ کے لیے کون سی بات ہے۔ ہم اسے محفوظ بھی نہیں کرتے۔
exempt-begin = آگے بڑھیں
exempt-help = کیا آپ کو یقین نہیں؟ کسی جاننے والے سے پوچھیں۔
exempt-is = آپ کو چھوٹ ہے۔
exempt-from = آپ کو ان سے چھوٹ ہے
exempt-since = کب سے
exempt-until = کب تک
exempt-for-life = جب تک آپ دوبارہ شامل نہ ہوں
exempt-more = مزید سے چھوٹ لیں
exempt-back-text = کیا آپ اپنی ڈاک دوبارہ ڈیجیٹل چاہتے ہیں؟ اس میں ایک لمحہ لگتا ہے، اور آپ اسے بدل سکتے ہیں۔

exempt-declare-title = چھوٹ لیں
exempt-address = ہم آپ کے خط یہاں بھیجتے ہیں:
exempt-address-change = پتہ درست کریں
exempt-address-missing = ہمیں آپ کا پتہ معلوم نہیں۔ اسے لکھیں تاکہ آپ کے خط پہنچ سکیں۔
exempt-address-add = اپنا پتہ لکھیں
exempt-covers = آپ کس سے چھوٹ چاہتے ہیں؟
exempt-covers-hint = آپ دونوں چن سکتے ہیں۔
exempt-covers-post = Digital Post: خط کاغذ پر آتے ہیں
exempt-covers-self-service = انٹرنیٹ پر خود کام: میں فون کر سکتا ہوں، لکھ سکتا ہوں یا آ سکتا ہوں
exempt-covers-missing = آپ کس سے چھوٹ چاہتے ہیں: کم از کم ایک چنیں
exempt-older = کیا آپ پرانے خط بھی کاغذ پر چاہتے ہیں؟
exempt-older-hint = یہ پچھلے چھ مہینوں کے وہ خط ہیں جو آپ نے نہیں کھولے۔
exempt-older-yes = ہاں، انہیں ڈاک سے بھیجیں
exempt-older-no = نہیں، شکریہ
exempt-older-missing = پرانے خط: ہاں یا نہیں چنیں
exempt-honour = حلفیہ (på tro og love)
exempt-honour-hint = اس کا مطلب ہے کہ یہ سچ ہے اور آپ اس کے ذمہ دار ہیں۔ ہم اس سے زیادہ نہیں پوچھتے۔
exempt-declared = قانون میں بتائی گئی باتوں میں سے کم از کم ایک میرے لیے درست ہے۔
exempt-declared-missing = حلفیہ: اگر یہ آپ کے لیے درست ہے تو نشان لگائیں
exempt-send = ابھی چھوٹ لیں

exempt-receipt-title = اب آپ کو چھوٹ ہے
exempt-receipt-done = یہ ہو گیا، اور ابھی سے لاگو ہے۔
exempt-receipt-next = اب کیا ہوگا
exempt-receipt-letters = نئے خط ڈاک سے آتے ہیں۔
exempt-receipt-confirmation = ہم آپ کو ایک خط بھی بھیجتے ہیں کہ آپ کو چھوٹ ہے۔ اسے سنبھال کر رکھیں۔
exempt-receipt-older = { $count ->
    [one] ہم ایک پرانا خط کاغذ پر بھیجتے ہیں۔
   *[other] ہم { $count } پرانے خط کاغذ پر بھیجتے ہیں۔
 }
exempt-receipt-mailbox = جو آپ کے ڈاک خانے میں ہے وہ وہیں رہتا ہے۔ آپ اسے پھر بھی پڑھ سکتے ہیں۔
exempt-receipt-still-digital = آپ کی ڈاک پھر بھی ڈیجیٹل آتی ہے۔
exempt-receipt-for-life = یہ اس وقت تک ہے جب تک آپ خود دوبارہ شامل نہ ہوں۔
exempt-receipt-until = یہ { $date } کے آخر تک ہے۔ ختم ہونے سے پہلے آپ کو بتایا جائے گا۔
exempt-receipt-see = اپنی چھوٹ دیکھیں

enrol-title = دوبارہ ڈیجیٹل ڈاک لیں
enrol-lead = تب آپ کو چھوٹ نہیں رہے گی۔
enrol-post = نئے خط آپ کے ڈیجیٹل ڈاک خانے میں آتے ہیں، کاغذ پر نہیں۔
enrol-self-service = جہاں قانون کہتا ہے وہاں آپ کو انٹرنیٹ پر خود کام کرنا ہوگا۔
enrol-again = ضرورت ہو تو آپ دوبارہ چھوٹ لے سکتے ہیں۔
enrol-send = ہاں، مجھے دوبارہ ڈیجیٹل ڈاک چاہیے
enrol-not = نہیں، مجھے چھوٹ ہی چاہیے

exemption-link = اپنی چھوٹ دیکھیں
exemption-given-subject = آپ کو انٹرنیٹ پر خود کام کرنے سے چھوٹ ہے
exemption-given-1 = جہاں دوسروں کو انٹرنیٹ پر خود کام کرنا ہوتا ہے وہاں آپ اب فون کر سکتے ہیں، لکھ سکتے ہیں یا خود آ سکتے ہیں۔
exemption-given-2 = آپ کی ڈاک پھر بھی ڈیجیٹل آتی ہے۔
exemption-given-short = آپ کو انٹرنیٹ پر خود کام کرنے سے چھوٹ ہے۔ Omtanke
exemption-withdrawn-subject = اب آپ کو چھوٹ نہیں ہے
exemption-withdrawn-1 = آپ کی ڈاک اب آپ کے ڈیجیٹل ڈاک خانے میں آتی ہے، کاغذ پر نہیں۔
exemption-withdrawn-self-service = جہاں قانون کہتا ہے وہاں آپ کو دوبارہ انٹرنیٹ پر خود کام کرنا ہوگا۔
exemption-withdrawn-2 = کیا یہ آپ نے نہیں کہا تھا؟ تو ہمیں فون کریں۔
exemption-withdrawn-short = اب چھوٹ نہیں ہے۔ آپ نے نہیں کہا؟ فون کریں۔ Omtanke
exemption-soon-over-subject = آپ کی چھوٹ جلد ختم ہوتی ہے
exemption-soon-over-1 = آپ کی چھوٹ { $date } کے آخر تک ہے۔
exemption-soon-over-2 = کیا آپ زیادہ دیر چھوٹ چاہتے ہیں؟ تو میرے صفحے پر یا بلدیہ میں دوبارہ کہیں۔
exemption-soon-over-short = آپ کی چھوٹ جلد ختم ہوتی ہے۔ نئی لے سکتے ہیں۔ Omtanke
exemption-over-subject = آپ کی چھوٹ ختم ہو گئی
exemption-over-1 = آپ کی ڈاک اب آپ کے ڈیجیٹل ڈاک خانے میں آتی ہے، کاغذ پر نہیں۔
exemption-over-self-service = جہاں قانون کہتا ہے وہاں آپ کو دوبارہ انٹرنیٹ پر خود کام کرنا ہوگا۔
exemption-over-2 = کیا آپ دوبارہ چھوٹ چاہتے ہیں؟ تو میرے صفحے پر یا بلدیہ میں کہیں۔
exemption-over-short = آپ کی چھوٹ ختم ہو گئی۔ نئی لے سکتے ہیں۔ Omtanke

confirmation-title = چھوٹ کی تصدیق
confirmation-since = آپ کو { $date } سے چھوٹ ہے۔
confirmation-post = سرکاری اداروں کے خط اب سے ڈاک کے ذریعے آتے ہیں۔ یہ خط سنبھال کر رکھیں۔ اس سے ظاہر ہے کہ آپ کو ان سے چھوٹ ہے:
confirmation-self-service = آپ سرکاری اداروں کو فون کر سکتے ہیں، لکھ سکتے ہیں یا خود جا سکتے ہیں۔ یہ خط سنبھال کر رکھیں۔ اس سے ظاہر ہے کہ آپ کو ان سے چھوٹ ہے:
confirmation-for-life = یہ اس وقت تک ہے جب تک آپ خود دوبارہ شامل نہ ہوں۔
confirmation-until = یہ { $date } کے آخر تک ہے۔

did-exemption-give = Digital Post یا انٹرنیٹ پر خود کام سے چھوٹ دی گئی
did-exemption-withdraw = Digital Post میں دوبارہ شامل کیا گیا
did-exemption-end = ایک چھوٹ ختم ہوئی
did-exemption-warn = لکھا گیا کہ ایک چھوٹ جلد ختم ہوتی ہے
did-exemption-look-up = دیکھا گیا کہ چھوٹ ہے یا نہیں
did-exemption-print = ایک تصدیق چھاپی گئی
did-resident-change = آپ کے یہاں رہنے کی معلومات درست کی گئیں
