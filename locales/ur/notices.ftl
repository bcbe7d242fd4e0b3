# review: needed
# of: 6398cb616653
# No native reader has read this translation yet.

# How we tell you something: what you choose, what we send, and what you were told.

channel-email = ای میل
channel-sms = ایس ایم ایس (SMS)
channel-letter = ڈاک سے خط
channel-page = صرف یہاں میرے صفحے پر

message-waiting = ابھی نہیں بھیجا گیا
message-sent = بھیج دیا گیا
message-failed = نہیں بھیجا جا سکا
message-bounced = نہیں پہنچا
message-posted = ڈاک سے بھیج دیا گیا
message-unsendable = ہمیں معلوم نہیں کہ کہاں بھیجیں
message-kept = صرف یہاں دکھایا جاتا ہے

messages-title = ہم نے آپ کو یہ لکھا ہے
messages-link = وہ سب دیکھیں جو ہم نے آپ کو لکھا ہے
messages-text = یہاں وہ سب ہے جو ہم نے آپ کو بھیجا ہے۔ سب سے نیا سب سے اوپر ہے۔ وہ کوڈ اور لنک نہیں دکھائے جاتے جو صرف آپ کو معلوم ہونے چاہئیں۔
messages-none = ہم نے ابھی آپ کو کچھ نہیں لکھا۔
messages-moment = { $date }، وقت { $time }
messages-pages = پیغامات کے صفحے
messages-newer = نئے
messages-older = پرانے
messages-page = صفحہ { $page }، کل { $of }

contact-title = ہم آپ کو کیسے اطلاع دیتے ہیں
contact-now-email = ابھی ہم آپ کو ای میل سے اطلاع دیتے ہیں۔
contact-now-sms = ابھی ہم آپ کو ایس ایم ایس سے اطلاع دیتے ہیں۔
contact-now-letter = ابھی ہم آپ کو ڈاک سے خط بھیجتے ہیں۔
contact-now-page = ابھی ہم آپ کو کچھ نہیں بھیجتے۔ آپ یہاں میرے صفحے پر پڑھ سکتے ہیں۔
contact-now-nothing = ابھی ہم آپ کو کچھ نہیں بھیج سکتے۔ یہاں اپنی ای میل، اپنا نمبر یا اپنا پتا لکھیں۔

contact-email-title = آپ کی ای میل
contact-email = ای میل
contact-email-hint = جیسے navn@example.dk۔ اگر ہم اسے اب استعمال نہ کریں تو اسے مٹا دیں۔
contact-email-save = ای میل محفوظ کریں
contact-email-sent = ہم نے { $address } پر ایک ای میل بھیجی ہے۔ اسے کھولیں اور لنک دبائیں۔ لنک ایک دن تک کام کرتا ہے۔
contact-email-unconfirmed = آپ نے ابھی { $address } کی تصدیق نہیں کی۔ ”ای میل محفوظ کریں“ دبائیں تو ہم نئی ای میل بھیجیں گے۔ پہلے دیکھ لیں کہ وہ صحیح لکھی ہے۔
contact-email-bounced = { $address } پر ای میل نہیں پہنچتی۔ کوئی اور ای میل لکھیں۔
contact-email-confirmed = ہم { $address } استعمال کرتے ہیں۔
contact-email-no-at = ای میل: ”{ $typed }“ میں @ نہیں ہے
contact-email-space = ای میل: ”{ $typed }“ میں خالی جگہ نہیں ہونی چاہیے
contact-email-wrong = ای میل: ”{ $typed }“ صحیح نہیں لکھی

contact-mobile-title = آپ کا موبائل
contact-mobile = موبائل نمبر
contact-mobile-hint = آٹھ ہندسے۔ اگر نمبر ڈنمارک کا نہیں تو + اور ملک کے کوڈ سے شروع کریں۔ اگر ہم اسے اب استعمال نہ کریں تو اسے مٹا دیں۔
contact-mobile-save = نمبر محفوظ کریں
contact-mobile-sent = ہم نے { $address } پر کوڈ والا ایس ایم ایس بھیجا ہے۔
contact-mobile-unconfirmed = آپ نے ابھی { $address } کی تصدیق نہیں کی۔ ”نمبر محفوظ کریں“ دبائیں تو ہم نیا کوڈ بھیجیں گے۔
contact-mobile-bounced = { $address } پر ایس ایم ایس نہیں پہنچتا۔ کوئی اور نمبر لکھیں۔
contact-mobile-confirmed = ہم { $address } استعمال کرتے ہیں۔
contact-mobile-short = موبائل نمبر: ”{ $typed }“ میں ہندسے کم ہیں
contact-mobile-long = موبائل نمبر: ”{ $typed }“ میں ہندسے زیادہ ہیں
contact-mobile-premium = موبائل نمبر: ”{ $typed }“ پر بھیجنے کے زیادہ پیسے لگتے ہیں۔ کوئی اور نمبر لکھیں
contact-mobile-wrong = موبائل نمبر: ”{ $typed }“ ایسا نمبر نہیں جس پر ہم بھیج سکیں

contact-address-title = خطوط کے لیے آپ کا پتا
contact-street = سڑک اور نمبر
contact-street-hint = منزل اور دروازہ بھی لکھیں۔ اگر ہم خط نہ بھیجیں تو سب خانے خالی کر دیں۔
contact-extra = کس کے گھر (c/o)
contact-extra-hint = صرف اگر آپ کسی اور کے گھر رہتے ہیں۔ اس کا نام لکھیں۔
contact-postcode = پوسٹ کوڈ
contact-town = شہر
contact-address-save = پتا محفوظ کریں
contact-street-missing = سڑک اور نمبر: اپنی سڑک اور نمبر لکھیں
contact-postcode-missing = پوسٹ کوڈ: چار ہندسے لکھیں
contact-postcode-wrong = پوسٹ کوڈ: ”{ $typed }“ چار ہندسے نہیں ہیں
contact-town-missing = شہر: اپنے شہر کا نام لکھیں
contact-line-long = ”{ $typed }“ لفافے کے لیے بہت لمبا ہے۔ { $most } حروف کی جگہ ہے

contact-channel-title = آپ کیسے اطلاع چاہتے ہیں؟
contact-channel = مجھے اطلاع دینے کا طریقہ
contact-channel-hint = اگر نہ پہنچے تو ہم کوئی اور طریقہ آزماتے ہیں۔
contact-channel-save = انتخاب محفوظ کریں
contact-channel-missing = مجھے اطلاع دینے کا طریقہ: کوئی ایک چنیں
contact-channel-no-email = مجھے اطلاع دینے کا طریقہ: آپ نے ای میل چنی ہے۔ پہلے اپنی ای میل لکھیں اور اس کی تصدیق کریں
contact-channel-no-sms = مجھے اطلاع دینے کا طریقہ: آپ نے ایس ایم ایس چنا ہے۔ پہلے اپنا نمبر لکھیں اور اس کی تصدیق کریں
contact-channel-no-letter = مجھے اطلاع دینے کا طریقہ: آپ نے خط چنا ہے۔ پہلے اپنا پتا لکھیں
contact-exempt = آپ ڈیجیٹل ڈاک (Digital Post) سے مستثنیٰ ہیں۔ اس لیے ہم ہمیشہ خط بھیجتے ہیں۔

contact-language-title = کس زبان میں؟
contact-language = مجھے اس زبان میں لکھیں
contact-language-save = زبان محفوظ کریں
contact-language-missing = مجھے اس زبان میں لکھیں: کوئی زبان چنیں

contact-news-title = کیا آپ خبریں چاہتے ہیں؟
contact-news = مجھے خبریں بھیجیں
contact-news-hint = مثلاً نئے کورس۔ جو صرف آپ کے بارے میں ہے وہ آپ کو ہمیشہ ملتا ہے۔
contact-news-yes = جی ہاں
contact-news-no = جی نہیں
contact-news-save = جواب محفوظ کریں
contact-news-missing = مجھے خبریں بھیجیں: ہاں یا نہیں چنیں

contact-too-often = آپ نے ایک گھنٹے میں پانچ بار یہ مانگا ہے۔ تھوڑا انتظار کریں اور پھر کوشش کریں

contact-saved-email-sent = ہم نے آپ کو ای میل بھیجی ہے۔ اس میں لنک دبائیں۔
contact-saved-email-gone = ہم نے آپ کی ای میل مٹا دی ہے۔
contact-saved-mobile-done = آپ کے نمبر کی تصدیق ہو گئی ہے۔
contact-saved-mobile-gone = ہم نے آپ کا نمبر مٹا دیا ہے۔
contact-saved-in-use = ہم پہلے سے یہی استعمال کرتے ہیں۔ آپ کو اور کچھ نہیں کرنا۔
contact-saved-address = آپ کا پتا محفوظ ہو گیا ہے۔
contact-saved-address-gone = ہم نے آپ کا پتا مٹا دیا ہے۔
contact-saved-choice = آپ کا انتخاب محفوظ ہو گیا ہے۔

contact-code-title = اپنے ایس ایم ایس سے کوڈ لکھیں
contact-code-link = کوڈ لکھیں
contact-code-sent = ہم نے اس نمبر پر کوڈ بھیجا ہے
contact-code = کوڈ
contact-code-hint = چھ ہندسے۔ کوڈ 15 منٹ تک کام کرتا ہے۔
contact-code-save = نمبر کی تصدیق کریں
contact-code-wrong = کوڈ: ”{ $typed }“ صحیح نہیں ہے۔ { $left ->
    [one] آپ ایک بار اور کوشش کر سکتے ہیں
   *[other] آپ { $left } بار اور کوشش کر سکتے ہیں
 }
contact-code-over = کوڈ اب کام نہیں کرتا۔ نیا کوڈ مانگیں
contact-code-none = کیا آپ کو ایس ایم ایس نہیں ملا؟
contact-code-none-text = چند منٹ انتظار کریں۔ پھر نیا کوڈ مانگیں۔ تب پرانا کوڈ کام نہیں کرے گا۔
contact-code-again = نیا کوڈ بھیجیں
contact-code-other-number = کوئی اور نمبر لکھیں

confirm-title = اپنی ای میل کی تصدیق کریں
confirm-text = کیا ہم آپ کو یہاں لکھیں؟
confirm-button = ہاں، یہ میری ای میل ہے
confirm-not-you = کیا آپ نے یہ نہیں مانگا؟ تو صفحہ بند کر دیں۔ کچھ نہیں ہو گا۔
confirm-done-title = آپ کی ای میل کی تصدیق ہو گئی ہے
confirm-done-text = شکریہ۔ اب ہم آپ کو لکھ سکتے ہیں۔ آپ صفحہ بند کر سکتے ہیں۔
problem-link-over-title = لنک اب کام نہیں کرتا
problem-link-over-text = شاید وہ بہت پرانا ہے۔ شاید آپ کو نیا لنک ملا ہے۔ لاگ اِن کریں اور نیا مانگیں۔

unsubscribe-title = کیا آپ اب خبریں نہیں چاہتے؟
unsubscribe-text = تو بٹن دبائیں۔ جو آپ کے بارے میں ہے وہ آپ کو پھر بھی ملے گا۔
unsubscribe-button = خبریں بند کریں
unsubscribe-done-title = اب آپ کو خبریں نہیں ملیں گی
unsubscribe-done-text = جو آپ کے بارے میں ہے وہ آپ کو پھر بھی ملے گا۔ آپ کسی بھی وقت دوبارہ خبریں مانگ سکتے ہیں۔

notices-mail-why = آپ کو یہ ای میل اس لیے ملی کہ آپ نے میرے صفحے پر یہ چنا ہے۔ آپ وہیں اسے بدل سکتے ہیں۔
notices-mail-phone = کیا آپ کے سوال ہیں؟ فون کریں: { $number }۔
notices-mail-unsubscribe = مجھے اب خبریں نہیں چاہئیں

notices-confirm-subject = کیا یہ آپ کی ای میل ہے؟
notices-confirm-1 = آپ نے ہم سے کہا ہے کہ ہم آپ کو اس ای میل پر لکھیں۔
notices-confirm-2 = لنک دبائیں اور ہاں میں جواب دیں۔ لنک ایک دن تک کام کرتا ہے۔
notices-confirm-3 = کیا آپ نے یہ نہیں مانگا؟ تو آپ کو کچھ نہیں کرنا۔
notices-confirm-short = ہم نے آپ کی ای میل پر لنک بھیجا ہے۔
notices-confirm-button = لنک دیکھیں
notices-code-subject = آپ کے نمبر کے لیے کوڈ
notices-code-1 = آپ کا کوڈ { $code } ہے۔
notices-code-short = آپ کا کوڈ { $code } ہے۔ کسی کو نہ بتائیں۔ Omtanke
notices-replaced-subject = اب ہم آپ کو کہیں اور لکھتے ہیں
notices-replaced-1 = ہمارے پاس آپ کی نئی ای میل یا نیا نمبر ہے۔ اس لیے ہم اب یہاں نہیں لکھتے۔
notices-replaced-2 = کیا یہ آپ نے نہیں کیا؟ تو ہمیں فون کریں۔
notices-replaced-short = اب ہم کہیں اور لکھتے ہیں۔ آپ نے نہیں کیا؟ فون کریں۔ Omtanke
notices-forgotten-subject = ہم اب یہاں نہیں لکھتے
notices-forgotten-1 = آپ نے ہم سے کہا ہے کہ ہم وہ پتا یا نمبر مٹا دیں جس پر ہم یہ بھیج رہے ہیں۔
notices-forgotten-2 = کیا یہ آپ نے نہیں کیا؟ تو ہمیں فون کریں۔
notices-forgotten-short = ہم اب یہاں نہیں لکھتے۔ آپ نے نہیں کہا؟ فون کریں۔ Omtanke

did-contact-channel = اطلاع کا طریقہ چنا گیا
did-contact-language = پیغامات کی زبان چنی گئی
did-contact-news = خبروں کے بارے میں جواب دیا گیا
did-contact-end-news = خبریں بند کی گئیں
did-contact-address = خطوط کا پتا بدلا گیا
did-contact-exempt = ہمیشہ خط بھیجنے کا فیصلہ بدلا گیا
did-contact-ask = ای میل یا نمبر لکھا گیا
did-contact-forget = ای میل یا نمبر مٹایا گیا
did-contact-confirm = ای میل یا نمبر کی تصدیق ہوئی
did-contact-wrong-code = غلط کوڈ لکھا گیا
did-contact-bounce = ہمارا بھیجا ہوا نہیں پہنچا
did-message-bounce = ایک ای میل واپس آ گئی
did-letter-print = ایک خط چھاپا گیا
did-letter-post = ایک خط بھیجا گیا
did-letter-told-in-person = کسی اور طریقے سے اطلاع دی گئی
