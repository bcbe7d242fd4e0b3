# review: needed
# of: 805b8854b027
# No native reader has read this translation yet.

# Figures from surveys that everybody may see.

figures-title = أرقام عن الحاجة إلى المساعدة
figures-lead = هذه أرقام من استطلاعات. وهي تبيّن من يحتاج إلى المساعدة وأين يحصل عليها.
figures-none = لا توجد أرقام الآن.
figures-interval = هذه الأرقام تقديرات. ويقع الرقم الصحيح غالبًا ضمن النطاق.
figures-suppression = نخفي الأرقام التي وراءها أقل من خمس إجابات، حتى لا يُعرف أحد.
figures-about = عن الأرقام
figures-take = تنزيل الأرقام
figures-published = نُشر في { $date }.
figures-in-english = النص عن الأرقام باللغة الإنجليزية.
figures-format-csv = جدول (CSV)
figures-format-xlsx = جدول بيانات (Excel)
figures-format-json = ملف JSON-stat
figures-format-px = ملف PX
figures-format-svg = رسم (SVG)
figures-format-pdf = للطباعة (PDF)
staff-surveys = الاستطلاعات
