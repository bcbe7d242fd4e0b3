# review: needed
# of: 805b8854b027
# No native reader has read this translation yet.

# Figures from surveys that everybody may see.

figures-title = مدد کی ضرورت کے اعداد
figures-lead = یہ سروے کے اعداد ہیں۔ ان سے معلوم ہوتا ہے کہ کسے مدد چاہیے اور وہ کہاں سے ملتی ہے۔
figures-none = ابھی کوئی اعداد نہیں ہیں۔
figures-interval = یہ اعداد اندازے ہیں۔ اصل عدد اکثر اس وقفے کے اندر ہوتا ہے۔
figures-suppression = جن اعداد کے پیچھے پانچ سے کم جواب ہوں وہ چھپائے جاتے ہیں، تاکہ کوئی پہچانا نہ جائے۔
figures-about = اعداد کے بارے میں
figures-take = اعداد ڈاؤن لوڈ کریں
figures-published = { $date } کو شائع ہوا۔
figures-in-english = اعداد کے بارے میں متن انگریزی میں ہے۔
figures-format-csv = جدول (CSV)
figures-format-xlsx = اسپریڈ شیٹ (Excel)
figures-format-json = JSON-stat فائل
figures-format-px = PX فائل
figures-format-svg = خاکہ (SVG)
figures-format-pdf = چھاپنے کے لیے (PDF)
staff-surveys = سروے
