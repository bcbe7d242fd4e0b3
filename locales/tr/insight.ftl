# review: needed
# of: 805b8854b027
# No native reader has read this translation yet.

# Figures from surveys that everybody may see.

figures-title = Yardım ihtiyacına ilişkin sayılar
figures-lead = Bunlar anketlerden gelen sayılardır. Kimin yardıma ihtiyacı olduğunu ve yardımı nereden aldığını gösterir.
figures-none = Şu anda sayı yok.
figures-interval = Sayılar tahmindir. Gerçek sayı çoğunlukla aralığın içindedir.
figures-suppression = Arkasında beşten az yanıt olan sayılar gizlenir. Böylece kimse tanınmaz.
figures-about = Sayılar hakkında
figures-take = Sayıları indir
figures-published = Yayın tarihi: { $date }.
figures-in-english = Sayılarla ilgili metin İngilizcedir.
figures-format-csv = Tablo (CSV)
figures-format-xlsx = Hesap tablosu (Excel)
figures-format-json = JSON-stat dosyası
figures-format-px = PX dosyası
figures-format-svg = Grafik (SVG)
figures-format-pdf = Yazdırmak için (PDF)
staff-surveys = Anketler
