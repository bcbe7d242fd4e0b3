# review: needed
# of: aaaf53a6c7b0
# No native reader has read this translation yet.

# The simulated MitID, called Øve-MitID: what learners meet when they practise signing in.

mitid-mark = Alıştırma: Burada hiçbir şey gerçek değil
mitid-mark-text = Øve-MitID (deneme MitID’si) ile alıştırma yapıyorsunuz. Buraya asla gerçek kullanıcı adınızı veya gerçek bir kodu yazmayın.
mitid-continue = Devam et
mitid-cancel = Vazgeç
mitid-again = Yeniden dene
mitid-start-again = Baştan başla
mitid-other-name = Başka bir kullanıcı adı yaz
mitid-number = Sayı:

mitid-name-title = Øve-MitID ile giriş yap
mitid-name-label = Kullanıcı adı (brugernavn)
mitid-name-hint = Alıştırmadaki bir kullanıcı adını yazın. Büyük veya küçük harf fark etmez.
mitid-name-missing = Bir kullanıcı adı yazın
mitid-name-unknown = Øve-MitID bu kullanıcı adını tanımıyor. Yazım hatası olup olmadığına bakın.
mitid-users-title = Kimin adıyla alıştırma yapabilirim?
mitid-users-text = Koyu yazılmış kullanıcı adlarından birini yazın. Kişilerin hiçbiri gerçek değildir.

mitid-app-title = Telefondaki uygulamayı açın
mitid-app-text = Alıştırma telefonuna bir istek gönderdik. Bu telefon burada, sayfada çizilidir.
mitid-app-open = Alıştırma telefonunda “Aç” düğmesine basın.
mitid-compare-title = Sayı aynı mı?
mitid-compare-text = Buradaki sayıya bakın. Alıştırma telefonundaki sayıya bakın.
mitid-compare-same = Sayılar aynı mı ve giriş yapan siz misiniz? “Onayla (Godkend)” düğmesine basın.
mitid-compare-other = Emin değil misiniz? “Reddet (Afvis)” düğmesine basın.
mitid-phone-note = Alıştırma – gerçek MitID değil
mitid-phone-waiting = Bekleyen bir istek var
mitid-phone-waiting-text = Biri sizin kullanıcı adınızla giriş yapmak istiyor. Bu siz misiniz?
mitid-open = Aç
mitid-phone-compare = Onaylıyor musunuz?
mitid-phone-service = Giriş yaptığınız yer:
mitid-approve = Onayla (Godkend)
mitid-reject = Reddet (Afvis)
mitid-use-code = Kod cihazı (kodeviser) kullanmak istiyorum
mitid-use-app = Telefon kullanmak istiyorum

mitid-rejected-title = İsteği reddettiniz
mitid-rejected-text = Kimse giriş yapmadı.
mitid-rejected-right = Giriş yapan siz değilseniz reddetmek doğrudur.

mitid-code-title = Kod cihazındaki (kodeviser) kodu yazın
mitid-code-label = Kod
mitid-code-hint = Kod cihazında görünen 6 rakamı yazın.
mitid-code-missing = 6 rakam yazın
mitid-code-wrong = { $left ->
        [one] Kod doğru değil. 1 deneme hakkınız kaldı.
       *[other] Kod doğru değil. { $left } deneme hakkınız kaldı.
    }
mitid-device = Alıştırma için kod cihazı

mitid-locked-title = Kullanıcı adı kilitlendi
mitid-locked-text = { $tries } kez yanlış kod yazıldı. Bu yüzden Øve-MitID kullanıcı adını { $minutes } dakika kilitler.
mitid-locked-ends = Şu saatte yeniden deneyebilirsiniz: { $time }.
mitid-locked-why = Kilit sizi korur. Kimse durmadan tahmin yürütemez.

mitid-over-title = Baştan başlamanız gerekiyor
mitid-over-text = 10 dakikadan fazla zaman geçti veya buradaki işiniz zaten bitti. Yanlış bir şey olmadı.
mitid-stranger-title = Øve-MitID başlayamıyor
mitid-stranger-text = Sizi buraya gönderen adres listede yok. Bu yüzden sizi başka yere göndermiyoruz. Baştan başlayın.
