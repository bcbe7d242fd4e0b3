# review: needed
# of: ba847f5be2da
# No native reader has read this translation yet.

# Signing in, my own page, and what people are in an organisation.

sign-in-title = لاگ اِن
sign-in-lead = چنیں کہ آپ کیسے لاگ اِن کرنا چاہتے ہیں۔
sign-in-with = { $broker } سے لاگ اِن کریں
sign-in-none = آپ ابھی لاگ اِن نہیں کر سکتے۔
sign-in-not-needed = آپ لاگ اِن کیے بغیر بھی مدد تلاش کر سکتے ہیں۔
sign-in-again = دوبارہ لاگ اِن کریں
signed-out-title = آپ لاگ آؤٹ ہو گئے ہیں
signed-out-text = اگر آپ کے بعد دوسرے لوگ یہ کمپیوٹر استعمال کرتے ہیں تو ونڈو بھی بند کریں۔

sign-in-not-known-title = ہم ابھی آپ کو نہیں جانتے
sign-in-not-known-text = ہم دیکھ سکتے ہیں کہ آپ کون ہیں۔ لیکن کسی نے آپ کو یہاں آنے کی اجازت نہیں دی۔
sign-in-not-known-next = اپنے کام کی جگہ پر اس شخص سے پوچھیں جو یہ سائٹ چلاتا ہے۔ اسے یہ دو سطریں دکھائیں:
sign-in-not-known-broker = لاگ اِن کا طریقہ
sign-in-not-known-number = آپ کا نمبر
sign-in-other-way = کسی اور طریقے سے لاگ اِن کریں

problem-sign-in-cancelled-title = آپ لاگ اِن نہیں ہیں
problem-sign-in-cancelled-text = آپ پورا ہونے سے پہلے رک گئے۔ کچھ نہیں ہوا۔ آپ دوبارہ کوشش کر سکتے ہیں۔
problem-sign-in-late-title = بہت زیادہ وقت لگ گیا
problem-sign-in-late-text = آپ کی حفاظت کے لیے آپ کو دوبارہ شروع کرنا ہے۔ آرام سے کریں۔ آپ کے پاس آدھا گھنٹہ ہے۔
problem-sign-in-used-title = یہ صرف ایک بار استعمال ہو سکتا ہے
problem-sign-in-used-text = شاید آپ پچھلے صفحے پر واپس گئے۔ شاید آپ نے پرانا لنک کھولا۔ نئے سرے سے شروع کریں۔
problem-sign-in-other-browser-title = آپ دوسری ونڈو میں آ گئے
problem-sign-in-other-browser-text = آپ نے کسی اور براؤزر میں لاگ اِن شروع کیا تھا۔ یہاں دوبارہ شروع کریں اور اسی براؤزر میں رہیں۔
problem-sign-in-unavailable-title = آپ ابھی لاگ اِن نہیں کر سکتے
problem-sign-in-unavailable-text = ہمیں جواب نہیں مل رہا۔ یہ آپ کا قصور نہیں ہے۔ تھوڑی دیر بعد دوبارہ کوشش کریں۔
problem-sign-in-refused-title = آپ لاگ اِن نہیں ہیں
problem-sign-in-refused-text = ہمیں ایسا جواب ملا جس پر ہم بھروسا نہیں کر سکتے۔ نئے سرے سے شروع کریں۔ اگر دوبارہ ایسا ہو تو ہمیں فون کریں۔
problem-sign-in-too-weak-title = آپ کو زیادہ محفوظ طریقے سے دکھانا ہے کہ آپ کون ہیں
problem-sign-in-too-weak-text = ہمیں زیادہ یقین چاہیے کہ یہ آپ ہی ہیں۔ MitID ایپ، کوڈ والے آلے (kodeviser) یا چپ (chip) سے دوبارہ لاگ اِن کریں۔
problem-sign-in-cpr-title = ہم آپ کا CPR نمبر نہیں پڑھ سکتے
problem-sign-in-cpr-text = ہمیں ایسا نمبر ملا جو CPR نمبر نہیں ہے۔ یہ آپ کا قصور نہیں ہے۔ دوبارہ کوشش کریں۔ اگر دوبارہ ایسا ہو تو ہمیں فون کریں۔

my-page-title = میرا صفحہ
my-page-me = ہم آپ کے بارے میں یہ جانتے ہیں
my-page-name = نام
my-page-birth-date = پیدائش کی تاریخ
my-page-cpr = CPR نمبر
my-page-cpr-text = ہم آپ کے CPR نمبر کا کچھ حصہ چھپاتے ہیں۔ تاکہ دوسرے اسے نہ پڑھ سکیں۔
my-page-cpr-show = پورا نمبر دکھائیں
my-page-cpr-hide = نمبر دوبارہ چھپائیں
my-page-cpr-closed = ہم ابھی نمبر نہیں دکھا سکتے
my-page-from = { $from } سے
my-page-from-to = { $from } سے { $to } تک
my-page-former = پہلے اور بعد کے کردار
my-page-moment = { $date }، وقت { $time }
my-page-you = آپ
my-page-sessions = آپ یہاں لاگ اِن ہیں
my-page-sessions-text = کیا کوئی جگہ ایسی ہے جسے آپ نہیں پہچانتے؟ تو ہر جگہ سے لاگ آؤٹ کریں۔
my-page-session-since = لاگ اِن کا وقت
my-page-session-seen = آخری استعمال
my-page-session-by = طریقہ
my-page-session-this = یہاں
my-page-sign-out-everywhere = ہر جگہ سے لاگ آؤٹ کریں
my-page-log = کیا کیا ہوا ہے
my-page-log-text = یہاں وہ سب لکھا ہے جو آپ نے کیا ہے۔ یہ بھی لکھا ہے کہ دوسروں نے آپ کی معلومات کے ساتھ کیا کیا ہے۔
my-page-log-when = کب
my-page-log-who = کس نے
my-page-log-what = کیا
my-page-log-why = کیوں
my-page-refused-why = اس کردار کو اس کی اجازت نہیں ہے
my-page-audit-why = جانچ کہ کون کیا کرتا ہے
my-page-cpr-why = آپ نے اسے دیکھنا چاہا
my-page-cpr-refused-why = یہ اس سے نہیں ملتا جو ہم پہلے سے جانتے ہیں
my-page-log-more = فہرست صرف نئی باتیں دکھاتی ہے۔ سب کچھ دیکھنے کے لیے اپنی معلومات ڈاؤن لوڈ کریں۔
my-page-download = اپنی معلومات ساتھ لے جائیں
my-page-download-text = ہم آپ کے بارے میں جو جانتے ہیں، وہ سب آپ ایک فائل میں ڈاؤن لوڈ کر سکتے ہیں۔
my-page-download-link = میری معلومات ڈاؤن لوڈ کریں

role-citizen = شہری
role-helper = مددگار
role-trusted-employee = قابلِ اعتماد ملازم (betroet medarbejder)
role-librarian = لائبریرین
role-teacher = استاد
role-volunteer = رضاکار
role-coordinator = رابطہ کار
role-programme-manager = پروگرام کا منتظم
role-analyst = تجزیہ کار
role-administrator = سسٹم کا منتظم
role-mail-administrator = ڈاک کا ذمہ دار
role-signatory = دستخط کا مجاز
role-rights-administrator = حقوق کا منتظم
role-employee = ملازم

organisation-kind-authority = سرکاری ادارہ
organisation-kind-library = لائبریری
organisation-kind-association = انجمن
organisation-kind-company = کمپنی

did-person-create = ایک شخص کا اندراج ہوا
did-identity-link = لاگ اِن کا ایک طریقہ جوڑا گیا
did-cpr-keep = ایک CPR نمبر محفوظ کیا گیا
did-cpr-reveal = پورا CPR نمبر دکھایا گیا
did-cpr-refuse = ایک CPR نمبر محفوظ نہیں کیا گیا
did-session-start = لاگ اِن ہوا
did-session-end = لاگ آؤٹ ہوا
did-session-end-all = ہر جگہ سے لاگ آؤٹ ہوا
did-membership-add = ایک کردار دیا گیا
did-membership-end = ایک کردار کی آخری تاریخ طے ہوئی
did-organisation-create = ایک ادارے کا اندراج ہوا
did-organisation-edit = ایک ادارے کی معلومات ٹھیک کی گئیں
did-access-refuse = اجازت نہیں ملی
did-audit-read = جو کچھ ہوا، اس کی فہرست پڑھی گئی
