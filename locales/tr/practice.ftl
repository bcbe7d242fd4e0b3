# review: needed
# of: 9d3cda4712f6
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

# Sandboxes: the bar on every page of one, and the pages about it.

practice-region = Alıştırma
practice-title = alıştırma
practice-mark = Alıştırma: buradaki hiçbir şey gerçek değil
practice-telephone = { $n ->
        [0] Alıştırma telefonu
        [one] Alıştırma telefonu: 1 yeni mesaj
       *[other] Alıştırma telefonu: { $n } yeni mesaj
    }
practice-telephone-empty = Henüz mesaj yok.
practice-telephone-open = Alıştırma telefonunu aç
practice-reset = Baştan başla
practice-end = Alıştırmayı bitir

practice-front = Alıştırma yap
practice-front-line = Her şeyi dene. Hiçbir şey gerçek değil, hiçbir şey ters gidemez.
practice-front-more = Alıştırma hakkında oku

practice-outside-title = Alıştırma yap, hiçbir şey ters gitmez
practice-outside-lead = Hayali bir kişisin. Posta okuyabilir, vekalet verebilir ve daha fazlasını yapabilirsin. Sayfalar gerçek. İçindeki her şey hayali.
practice-outside-1 = Kendi MitID'nle giriş yapmazsın. Kim olduğunu sormuyoruz.
practice-outside-2 = Kimseye bir şey gönderilmez. Yanlış bir şey yapamazsın.
practice-outside-3 = İstediğin zaman baştan başlayabilirsin. Bir gün kullanılmazsa her şey silinir.
practice-begin = Alıştırma yap
practice-begin-log-in = Giriş yapmayı dene
practice-ended = Alıştırma bitti
practice-ended-text = Yazdığın her şey silindi.
practice-again = Yeniden alıştırma yap

practice-telephone-title = Alıştırma telefonu
practice-telephone-lead = Sistemin göndereceği mesajlar buraya gelir. Kimseye bir şey gönderilmedi.
practice-messages = Mesajlar
practice-message-to = Alıcı: { $to }
practice-moment = { $date }, saat { $time }
practice-clock-title = Zamanı ilerlet
practice-clock-now = Bu alıştırmada şimdi: { $now }.
practice-clock-text = Bazı şeyler ancak birkaç gün sonra olur. Zamanı ileri alabilirsin.
practice-clock-days = { $n ->
        [one] 1 gün ileri
       *[other] { $n } gün ileri
    }
practice-who-link = Bu alıştırmada başka biri ol
practice-who-title = Kim olmak istersin?
practice-who-lead = Herkes hayali. Birini seç, o kişi olarak giriş yapmış olursun.

problem-practice-full-title = Şu anda yer yok
problem-practice-full-text = Şu anda çok kişi alıştırma yapıyor. Biraz bekle ve yeniden dene.
problem-practice-over-title = Alıştırma bitti
problem-practice-over-text = Bitirildi ya da bir gün boyunca kimse kullanmadı. Ters giden bir şey yok. Yenisine başlayabilirsin.
problem-practice-upgraded-title = Alıştırma bitti
problem-practice-upgraded-text = Sayfaları daha iyi yaptık. Eski alıştırmalar bu yüzden bitti. Yenisine başlayabilirsin.

# A new telephone, and a user name that somebody has forgotten.
mitid-forgotten-link = Kullanıcı adımı unuttum
mitid-forgotten-title = Kullanıcı adınızı bulun
mitid-forgotten-text = Bu birçok kişinin başına gelir. Alıştırmada kim olduğunuzu yazın. Adı buluruz.
mitid-forgotten-name = Ad
mitid-forgotten-name-hint = Alıştırmadaki adın tamamını yazın.
mitid-forgotten-cpr = CPR numarası
mitid-forgotten-cpr-hint = Alıştırmadaki numarayı kullanın. Kendi numaranızı buraya asla yazmayın.
mitid-forgotten-look = Kullanıcı adını bul
mitid-forgotten-real = Gerçekte bunu gerçek MitID sayfasında yaparsınız. Telefonla da yardım ederler.
mitid-forgotten-back = Şimdi hatırladım
mitid-forgotten-name-missing = Bir ad yazın
mitid-forgotten-cpr-wrong = 10 haneli bir CPR numarası yazın
mitid-forgotten-nobody = Bu ad ve numarayla kimseyi bulamıyoruz. Yazım yanlışı var mı bakın.
mitid-found-title = Kullanıcı adınız
mitid-found-text = Bulduk. Kullanıcı adınız:
mitid-found-write = Yeniden bulabileceğiniz bir yere yazın. Kod gibi gizli değildir.
mitid-found-use = Onunla giriş yap
mitid-telephone-link = Yeni bir telefonum var
mitid-inactive-title = Uygulama henüz bir telefonda değil
mitid-inactive-text = Önce uygulamayı yeni telefonunuza almalısınız. Ya da kod cihazı kullanabilirsiniz.
mitid-telephone-begin = Uygulamayı telefonuma al
mitid-telephone-title = Uygulamayı yeni telefona alma
mitid-telephone-text = Kim olduğunuzu göstermelisiniz. Size uyan yolu seçin.
mitid-telephone-chip = Pasaportunuzla
mitid-telephone-chip-text = Pasaportta küçük bir çip vardır. Yeni telefon onu okuyabilir.
mitid-telephone-chip-choose = Pasaportu kullan
mitid-telephone-letter = Mektuptaki bir kodla
mitid-telephone-letter-text = Kodlu mektup birkaç gün sürer. Bu alıştırmada hemen gelir.
mitid-telephone-letter-choose = Bana mektup gönder
mitid-telephone-other = Başka bir yol seç
mitid-telephone-back = Girişe dön
mitid-chip-title = Pasaportun çipini okuma
mitid-chip-text = Telefon burada sayfada çizilidir. Pasaport da alıştırma pasaportudur.
mitid-chip-phone = Pasaportu telefona yaklaştırın
mitid-chip-phone-text = Telefonu pasaportun üstüne koyun ve kıpırdatmayın.
mitid-chip-read = Pasaportu oku
mitid-expired-title = Pasaportun süresi dolmuş
mitid-expired-text = Geçerli olduğu son gün geçti. Bu yüzden telefon onu kullanamaz.
mitid-expired-calm = Bu sizin suçunuz değil, yine de yardım alabilirsiniz.
mitid-expired-real = Gerçekte ne yaparsınız
mitid-expired-1 = Belediyenizdeki vatandaş hizmetlerine (Borgerservice) gidersiniz.
mitid-expired-2 = Önce arayın ve yanınızda ne getireceğinizi sorun.
mitid-expired-3 = Kim olduğunuza bakarlar ve size yardım ederler.
mitid-expired-go-on = Bu alıştırmada oraya gitmiş gibi yapabilirsiniz.
mitid-expired-counter = Vatandaş hizmetlerine gittim
mitid-activate-title = Kodu yeni telefona yazın
mitid-activate-hint = Kâğıttaki 8 rakamı yazın.
mitid-activate-missing = 8 rakam yazın
mitid-activate-letter = Kodlu mektup
mitid-activate-letter-text = Kodu asla kimseye göstermeyin. Arasalar bile.
mitid-activate-counter = Vatandaş hizmetlerinden kâğıt
mitid-activate-counter-text = Kim olduğunuza baktılar ve size bir kod verdiler.
mitid-ready = Uygulama hazır
mitid-ready-text = Artık yeni telefonla giriş yapabilirsiniz.
mitid-locked-do = Yalnızca beklemeniz yeter. Deneyen siz değil miydiniz? Gerçekte o zaman MitID'yi ararsınız.

# The stories that one can begin in.
practice-stories = Bir hikâye seç
practice-stories-text = Bir görevin ortasında da başlayabilirsin. Grubunu bul ve bir hikâyeye bas.
