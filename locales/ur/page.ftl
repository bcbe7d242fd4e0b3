# review: needed
# of: 80de124c1a83
# No native reader has read this translation yet.

# The shell around every page, and what goes wrong.

list-separator = { "، " }
distance-m = { $n } میٹر
distance-km = { $n } کلومیٹر

skip-to-content = اصل مواد پر جائیں
brand-line = ڈیجیٹل کاموں میں مدد
footer-stuck = کیا آپ کو مشکل ہو رہی ہے؟
footer-about = Omtanke کے بارے میں
my-page = میرا صفحہ
acting-region = آپ ابھی کس کی مدد کر رہے ہیں
acting-for = آپ اس کی ڈاک دیکھ رہے ہیں:
acting-stop = بند کریں
phone-label = مدد کے لیے فون کریں
phone-footer = فون کریں۔ فون پر ایک انسان بات کرے گا۔
languages = زبانیں
example = مثال
example-note = ”مثال“ کا نشان بتاتا ہے کہ یہ معلومات اصلی نہیں ہیں۔ یہ صرف صفحے کی شکل دکھانے کے لیے ہیں۔
demo-note = یہ آزمائشی صفحہ ہے۔ لوگ فرضی ہیں۔ جگہیں اصلی ہیں۔
breadcrumbs = آپ یہاں ہیں
back = واپس
tools = صفحہ پڑھنا آسان بنائیں
size-normal = عام لکھائی
size-large = بڑی لکھائی
size-largest = بہت بڑی لکھائی
read-aloud = پڑھ کر سنائیں
read-stop = سنانا بند کریں
print = پرنٹ کریں
accessibility-statement = سب کے لیے آسان استعمال کا بیان
about-site = اس سائٹ اور آپ کی معلومات کے بارے میں
staff-pages = عملے کے صفحات
staff-letters = چھاپنے کے لیے خطوط
staff-exemptions = استثنا
staff-paper-post = کاغذ پر ڈاک
staff-call-ups = وہ بلاوے جو کھولے نہیں گئے
staff-mandates = کاؤنٹر پر مختار نامے
staff-nemsms = کاؤنٹر پر NemSMS
staff-operation = کیا سب کچھ ٹھیک ہے؟
sign-in = لاگ اِن
sign-out = لاگ آؤٹ
to-front-page = پہلے صفحے پر جائیں
title-error = غلطی:
errors-title = آپ کو کچھ ٹھیک کرنا ہے

problem-call = آپ ہمیشہ مدد کے لیے فون کر سکتے ہیں:
problem-number = اس مسئلے کا نمبر:
problem-not-found-title = ہمیں یہ صفحہ نہیں مل رہا
problem-not-found-text = شاید صفحے کی جگہ بدل گئی ہے۔ شاید پتے میں غلطی ہے۔ پہلے صفحے سے شروع کر کے دیکھیں۔
problem-forbidden-title = آپ یہ صفحہ نہیں کھول سکتے
problem-forbidden-text = آپ لاگ اِن ہیں۔ لیکن آپ کے کردار کو یہاں اجازت نہیں ہے۔ اگر آپ کو اجازت چاہیے تو اپنے افسر سے پوچھیں۔
problem-sign-in-first-title = آپ کو پہلے لاگ اِن کرنا ہے
problem-sign-in-first-text = یہ صفحہ صرف ان کے لیے ہے جو لاگ اِن ہیں۔
problem-from-elsewhere-title = ہم یہ قبول نہیں کر سکتے
problem-from-elsewhere-text = یہ کسی اور ویب سائٹ سے آیا ہے۔ واپس جائیں اور یہاں سے دوبارہ کوشش کریں۔ کچھ نہیں بدلا۔
problem-too-large-title = یہ بہت بڑا ہے
problem-too-large-text = ہم نے کچھ محفوظ نہیں کیا۔ واپس جائیں اور تحریر چھوٹی کریں۔
problem-unreadable-title = آپ نے جو بھیجا ہے، ہم اسے پڑھ نہیں سکتے
problem-unreadable-text = ہم نے کچھ محفوظ نہیں کیا۔ واپس جائیں اور دوبارہ کوشش کریں۔
problem-too-many-title = یہ بہت تیزی سے ہو رہا ہے
problem-too-many-text = ایک منٹ انتظار کریں اور دوبارہ کوشش کریں۔ کچھ ضائع نہیں ہوا۔
problem-broken-title = ہماری طرف سے غلطی ہوئی ہے
problem-broken-text = یہ آپ کا قصور نہیں ہے۔ تھوڑی دیر بعد دوبارہ کوشش کریں۔ ہم نے غلطی لکھ لی ہے۔
problem-unavailable-title = ہم ابھی معلومات محفوظ نہیں کر سکتے اور دکھا نہیں سکتے
problem-unavailable-text = یہ آپ کا قصور نہیں ہے۔ تھوڑی دیر بعد دوبارہ کوشش کریں۔ آپ نے جو لکھا ہے، وہ واپس جا کر دیکھ سکتے ہیں۔
