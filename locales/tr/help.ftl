# review: needed
# of: 398b76596b0e
# No native reader has read this translation yet.

# Where is help: what citizens read.

front-page = Yardım alın
search-title = Yakınınızda yardım bulun
search-title-near = Yakındaki yardım: { $place }
near-label = Posta kodunuzu veya şehrinizi yazın
search-button = Ara
search-again = Yeniden ara
near-me = En yakın yeri bul
near-me-denied = Nerede olduğunuzu göremiyoruz. Bunun yerine şehrinizi yazın.
near-unknown = “{ $near }” diye bir yer bilmiyoruz. Posta kodu veya şehir yazın. Ya da bizi arayın.
no-such-place = Bu yerlerden birini mi demek istediniz?
corrected = “{ $typed }” yazdınız. Şu yerin yakınındaki yardımı gösteriyoruz: { $place }.
did-you-mean = Yoksa bunu mu demek istediniz:
more-wishes = Konu, dil veya saat seçin
topic-label = Hangi konuda yardım istiyorsunuz?
topic-any = Hepsi
kind-label = Nasıl yardım almak istersiniz?
kind-any = Fark etmez
language-label = Hangi dilde konuşmak istersiniz?
language-any = Fark etmez
special-needs = Sizin için ne önemli?
wish-open-now = Şu anda açık
wish-step-free-label = Basamak yok
open-at-label = Belli bir zamanda gelmek istiyorum
date = Tarih
time = Saat
results-title = Burada yardım alabilirsiniz
results-count = { $count ->
    [one] Bir yer bulduk.
   *[other] { $count } yer bulduk. Burada { $shown } yer gösteriyoruz. En yakın olan en başta.
 }
dropped-wishes = Seçtiklerinizin hepsine uyan bir yer yok. Bu yüzden şunlara uymayan yerleri gösteriyoruz: { $wishes }.
wish-open = çalışma saatleri
wish-step-free = basamaksız giriş
wish-language = dil
wish-kind = yardım türü
wish-topic = konu
print-list = Yazdırmak için liste yap
pages = Başka yerler
previous-page = Önceki
next-page = Başka yerler
lines-title = Nerede oturursanız oturun, arayın veya yazın
open-chat = Yazışmayı (chat) aç
distance-nearby = çok yakın
distance-about = yaklaşık { $distance }
ask-unknown-value = “{ $value }” diye bir seçenek yok. Listeden seçin.
ask-wrong-position = Nerede olduğunuzu göremiyoruz. Bunun yerine şehrinizi yazın.
ask-wrong-moment = Saati okuyamıyoruz. Örneğin şöyle yazın: 2026-12-24T10:00.
ask-wrong-date = Bir tarih seçin.
ask-wrong-time = Bir saat yazın. Örneğin 10:00.

kind-borgerservice = Vatandaş hizmetleri (Borgerservice)
kind-library = Kütüphane (Bibliotek)
kind-telephone = Telefon
kind-chat = Yazışma (chat)
kind-it-cafe = Bilgisayar kafesi (it-café)
kind-home-visit = Evinizde yardım

topic-mitid = MitID
topic-digital-post = Digital Post (devletten gelen dijital mektuplar)
topic-borger-dk = borger.dk
topic-sundhed-dk = sundhed.dk
topic-skat-dk = skat.dk
topic-business = Şirket
topic-power-of-attorney = Vekâlet (fuldmagt)
topic-exemption = Digital Post’tan muaf olmak (fritagelse)
topic-computer-basics = Telefon, tablet ve bilgisayar
topic-online-safety = İnternette güvenlik

spoken-da = Danca
spoken-en = İngilizce
spoken-ar = Arapça
spoken-tr = Türkçe
spoken-ur = Urduca
spoken-pl = Lehçe
spoken-uk = Ukraynaca
spoken-ro = Rumence
spoken-de = Almanca
spoken-so = Somalice
spoken-fa = Farsça
spoken-bs = Boşnakça
spoken-ku = Kürtçe
spoken-vi = Vietnamca
spoken-kl = Grönlandca
spoken-fo = Faroece

open-always = Gece gündüz açık.
open-until = Şu anda açık. Kapanış saati: { $time }.
open-until-day = Şu anda açık. Kapanış: { $day }, { $time }.
closed = Kapalı
closed-now = Şu anda kapalı.
closed-holiday = Kapalı: { $holiday }.
closed-reason = Kapalı: { $reason }.
opens-today = Bugün açılış saati: { $time }.
opens-tomorrow = Yarın açılış saati: { $time }.
opens-day = Açılış: { $day }, saat { $time }.
opens-date = Açılış: { $date }, saat { $time }.
opens-unknown = Ne zaman açılacağını bilmiyoruz.
hours-unknown = Çalışma saatlerini bilmiyoruz. Önce telefon edin.
midnight = gece yarısı
today = { $day } (bugün)
day-and-date = { $day } { $date }

holiday-new-year = yılın ilk günü (nytårsdag)
holiday-maundy-thursday = Paskalya’dan önceki perşembe (skærtorsdag)
holiday-good-friday = Paskalya’dan önceki cuma (langfredag)
holiday-easter-sunday = Paskalya pazarı (påskedag)
holiday-easter-monday = Paskalya pazartesisi (2. påskedag)
holiday-great-prayer-day = Büyük Dua Günü (store bededag)
holiday-ascension = İsa’nın göğe yükseldiği gün (Kristi himmelfartsdag)
holiday-whit-sunday = Pentekost pazarı (pinsedag)
holiday-whit-monday = Pentekost pazartesisi (2. pinsedag)
holiday-constitution-day = Anayasa Günü (grundlovsdag)
holiday-christmas-eve = Noel’den önceki gün (juleaftensdag)
holiday-christmas-day = Noel’in birinci günü (juledag)
holiday-second-christmas-day = Noel’in ikinci günü (2. juledag)
holiday-new-years-eve = yılın son günü (nytårsaftensdag)

step-free-yes = Basamak yok
step-free-no = Basamak var
step-free-unknown = Basamak olup olmadığını bilmiyoruz. Arayıp sorun.
booking-drop-in = Randevusuz gelebilirsiniz.
booking-appointment = Önce randevu almanız gerekir.
booking-both = Randevusuz gelebilirsiniz. İsterseniz randevu da alabilirsiniz.

contact = İletişim
telephone = Telefon
address = Adres
open-map = Haritada göster
email = E-posta
website = İnternet sitesi
languages-spoken = Diller
access = Binaya giriş
organisation = Sorumlu kurum
opening-hours = Çalışma saatleri
this-week = Önümüzdeki yedi gün
other-hours = Diğer çalışma saatleri
services = Burada yardım alabileceğiniz konular
print-place = Yazdırmak için bir sayfa yap
assured = Bilgiler kontrol edildi: { $date }.
never-assured = Bilgileri henüz kimse kontrol etmedi.
place-stale = Bilgiler bir süredir kontrol edilmedi. Gitmeden önce telefon edin.
source = Kaynak:
sheet-as-of = Bu sayfanın tarihi: { $date }. Bilgiler değişebilir. Emin değilseniz arayın:
bring-title = Yanınızda getirmeniz gerekenler
bring-phone = Telefonunuz veya tabletiniz
bring-id = Pasaportunuz, ehliyetiniz veya sağlık kartınız (sygesikringskort)
bring-secret = Şifrenizi kimseye söylemeyin. Size yardım eden kişiye bile söylemeyin.
