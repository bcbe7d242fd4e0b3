# review: needed
# of: 80de124c1a83
# No native reader has read this translation yet.

# The shell around every page, and what goes wrong.

list-separator = { ", " }
distance-m = { $n } metre
distance-km = { $n } km

skip-to-content = İçeriğe geç
brand-line = Dijital işlerde yardım
footer-stuck = Takıldınız mı?
footer-about = Omtanke hakkında
my-page = Sayfam
acting-region = Şu anda kime yardım ediyorsunuz
acting-for = Postasına baktığınız kişi:
acting-stop = Durdur
phone-label = Yardım için arayın
phone-footer = Arayın. Telefonu bir insan açar.
languages = Diller
example = Örnek
example-note = “Örnek” yazısı, bilginin gerçek olmadığını gösterir. Bu bilgi yalnızca sayfanın nasıl göründüğünü göstermek içindir.
demo-note = Bu bir denemedir. Kişiler gerçek değildir. Yerler gerçektir.
breadcrumbs = Buradasınız
back = Geri
tools = Sayfayı daha kolay okuyun
size-normal = Normal yazı
size-large = Büyük yazı
size-largest = Çok büyük yazı
read-aloud = Sesli oku
read-stop = Okumayı durdur
print = Yazdır
accessibility-statement = Erişilebilirlik bildirimi
about-site = Site ve bilgileriniz hakkında
staff-pages = Çalışanlar için sayfalar
staff-letters = Basılacak mektuplar
staff-exemptions = Muafiyet
staff-paper-post = Kâğıt posta
staff-call-ups = Açılmamış çağrılar
staff-mandates = Gişede vekâletler
staff-nemsms = Bankoda NemSMS
staff-operation = Her şey yolunda mı?
sign-in = Giriş yap
sign-out = Çıkış yap
to-front-page = Ana sayfaya git
title-error = Hata:
errors-title = Düzeltmeniz gereken bir şey var

problem-call = Yardım için her zaman arayabilirsiniz:
problem-number = Sorunun numarası:
problem-not-found-title = Sayfayı bulamıyoruz
problem-not-found-text = Belki sayfanın yeri değişti. Belki adreste bir hata var. Ana sayfadan başlamayı deneyin.
problem-forbidden-title = Bu sayfayı açamazsınız
problem-forbidden-text = Giriş yaptınız. Ama rolünüz bu sayfayı açmaya izin vermiyor. Bu sayfa size gerekiyorsa yöneticinize sorun.
problem-sign-in-first-title = Önce giriş yapmanız gerekiyor
problem-sign-in-first-text = Bu sayfa yalnızca giriş yapanlar içindir.
problem-from-elsewhere-title = Bunu kabul edemiyoruz
problem-from-elsewhere-text = Bu, başka bir internet sitesinden geldi. Geri gidin ve buradan yeniden deneyin. Hiçbir şey değişmedi.
problem-too-large-title = Bu çok büyük
problem-too-large-text = Hiçbir şey kaydetmedik. Geri gidin ve yazıyı kısaltın.
problem-unreadable-title = Gönderdiğinizi okuyamıyoruz
problem-unreadable-text = Hiçbir şey kaydetmedik. Geri gidin ve yeniden deneyin.
problem-too-many-title = Bu çok hızlı oldu
problem-too-many-text = Bir dakika bekleyin ve yeniden deneyin. Hiçbir şey kaybolmadı.
problem-broken-title = Bizde bir hata oldu
problem-broken-text = Bu sizin hatanız değil. Biraz sonra yeniden deneyin. Hatayı not ettik.
problem-unavailable-title = Şu anda bilgileri kaydedemiyoruz veya gösteremiyoruz
problem-unavailable-text = Bu sizin hatanız değil. Biraz sonra yeniden deneyin. Yazdıklarınızı görmek için geri gidin.
