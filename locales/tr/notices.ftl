# review: needed
# of: 6398cb616653
# No native reader has read this translation yet.

# How we tell you something: what you choose, what we send, and what you were told.

channel-email = E-posta
channel-sms = SMS
channel-letter = Posta ile mektup
channel-page = Yalnızca burada, Sayfam'da

message-waiting = Henüz gönderilmedi
message-sent = Gönderildi
message-failed = Gönderilemedi
message-bounced = Ulaşmadı
message-posted = Posta ile gönderildi
message-unsendable = Nereye göndereceğimizi bilmiyoruz
message-kept = Yalnızca burada görünür

messages-title = Size yazdıklarımız
messages-link = Size yazdığımız her şeyi gör
messages-text = Size gönderdiğimiz her şey burada. En yenisi en üstte. Yalnızca sizin bilmeniz gereken kodlar ve bağlantılar gösterilmez.
messages-none = Size henüz yazmadık.
messages-moment = { $date }, saat { $time }
messages-pages = Mesaj sayfaları
messages-newer = Daha yeni
messages-older = Daha eski
messages-page = Sayfa { $page } / { $of }

contact-title = Size nasıl haber veririz
contact-now-email = Şu anda size e-posta ile haber veriyoruz.
contact-now-sms = Şu anda size SMS ile haber veriyoruz.
contact-now-letter = Şu anda size posta ile mektup gönderiyoruz.
contact-now-page = Şu anda size bir şey göndermiyoruz. Burada, Sayfam'da okuyabilirsiniz.
contact-now-nothing = Şu anda size bir şey gönderemiyoruz. E-postanızı, numaranızı veya adresinizi buraya yazın.

contact-email-title = E-postanız
contact-email = E-posta
contact-email-hint = Örneğin navn@example.dk. Artık kullanmamızı istemiyorsanız silin.
contact-email-save = E-postayı kaydet
contact-email-sent = { $address } adresine bir e-posta gönderdik. Onu açın ve bağlantıya basın. Bağlantı bir gün geçerlidir.
contact-email-unconfirmed = { $address } adresini henüz onaylamadınız. “E-postayı kaydet” düğmesine basın, yeni bir e-posta gönderelim. Önce doğru yazıldığına bakın.
contact-email-bounced = { $address } adresine giden e-postalar ulaşmıyor. Başka bir e-posta yazın.
contact-email-confirmed = { $address } adresini kullanıyoruz.
contact-email-no-at = E-posta: “{ $typed }” içinde @ işareti yok
contact-email-space = E-posta: “{ $typed }” içinde boşluk olmamalı
contact-email-wrong = E-posta: “{ $typed }” doğru yazılmamış

contact-mobile-title = Cep telefonunuz
contact-mobile = Cep telefonu numarası
contact-mobile-hint = Sekiz rakam. Numara Danimarka numarası değilse + işareti ve ülke kodu ile başlayın. Artık kullanmamızı istemiyorsanız silin.
contact-mobile-save = Numarayı kaydet
contact-mobile-sent = { $address } numarasına kod içeren bir SMS gönderdik.
contact-mobile-unconfirmed = { $address } numarasını henüz onaylamadınız. “Numarayı kaydet” düğmesine basın, yeni bir kod gönderelim.
contact-mobile-bounced = { $address } numarasına giden SMS'ler ulaşmıyor. Başka bir numara yazın.
contact-mobile-confirmed = { $address } numarasını kullanıyoruz.
contact-mobile-short = Cep telefonu numarası: “{ $typed }” içinde eksik rakam var
contact-mobile-long = Cep telefonu numarası: “{ $typed }” içinde fazla rakam var
contact-mobile-premium = Cep telefonu numarası: “{ $typed }” numarasına göndermek ek ücretlidir. Başka bir numara yazın
contact-mobile-wrong = Cep telefonu numarası: “{ $typed }” gönderebileceğimiz bir numara değil

contact-address-title = Mektuplar için adresiniz
contact-street = Sokak ve numara
contact-street-hint = Kat ve kapıyı da yazın. Mektup göndermemizi istemiyorsanız bütün alanları silin.
contact-extra = Yanında kaldığınız kişi (c/o)
contact-extra-hint = Yalnızca başka birinin yanında oturuyorsanız. Onun adını yazın.
contact-postcode = Posta kodu
contact-town = Şehir
contact-address-save = Adresi kaydet
contact-street-missing = Sokak ve numara: Sokağınızı ve numaranızı yazın
contact-postcode-missing = Posta kodu: Dört rakam yazın
contact-postcode-wrong = Posta kodu: “{ $typed }” dört rakam değil
contact-town-missing = Şehir: Şehrinizin adını yazın
contact-line-long = “{ $typed }” bir zarf için çok uzun. { $most } karakterlik yer var

contact-channel-title = Nasıl haber almak istersiniz?
contact-channel = Bana haber verme yolu
contact-channel-hint = Ulaşmazsa başka bir yol deneriz.
contact-channel-save = Seçimi kaydet
contact-channel-missing = Bana haber verme yolu: Birini seçin
contact-channel-no-email = Bana haber verme yolu: E-postayı seçtiniz. Önce e-postanızı yazın ve onaylayın
contact-channel-no-sms = Bana haber verme yolu: SMS'i seçtiniz. Önce numaranızı yazın ve onaylayın
contact-channel-no-letter = Bana haber verme yolu: Mektubu seçtiniz. Önce adresinizi yazın
contact-exempt = Dijital postadan (Digital Post) muafsınız. Bu yüzden size her zaman mektup gönderiyoruz.

contact-language-title = Hangi dilde?
contact-language = Bana şu dilde yazın
contact-language-save = Dili kaydet
contact-language-missing = Bana şu dilde yazın: Bir dil seçin

contact-news-title = Haberler almak ister misiniz?
contact-news = Bana haberleri gönderin
contact-news-hint = Örneğin yeni kurslar. Yalnızca sizinle ilgili olanları her zaman alırsınız.
contact-news-yes = Evet, lütfen
contact-news-no = Hayır, teşekkürler
contact-news-save = Cevabı kaydet
contact-news-missing = Bana haberleri gönderin: Evet veya hayır seçin

contact-too-often = Bunu bir saat içinde beş kez istediniz. Biraz bekleyin ve yeniden deneyin

contact-saved-email-sent = Size bir e-posta gönderdik. İçindeki bağlantıya basın.
contact-saved-email-gone = E-postanızı sildik.
contact-saved-mobile-done = Numaranız onaylandı.
contact-saved-mobile-gone = Numaranızı sildik.
contact-saved-in-use = Onu zaten kullanıyoruz. Yapmanız gereken başka bir şey yok.
contact-saved-address = Adresiniz kaydedildi.
contact-saved-address-gone = Adresinizi sildik.
contact-saved-choice = Seçiminiz kaydedildi.

contact-code-title = SMS'teki kodu yazın
contact-code-link = Kodu yaz
contact-code-sent = Kodu gönderdiğimiz numara:
contact-code = Kod
contact-code-hint = Altı rakam. Kod 15 dakika geçerlidir.
contact-code-save = Numarayı onayla
contact-code-wrong = Kod: “{ $typed }” doğru değil. { $left ->
    [one] Bir kez daha deneyebilirsiniz
   *[other] { $left } kez daha deneyebilirsiniz
 }
contact-code-over = Kod artık geçerli değil. Yeni bir kod isteyin
contact-code-none = SMS almadınız mı?
contact-code-none-text = Birkaç dakika bekleyin. Sonra yeni bir kod isteyin. O zaman eskisi geçerli olmaz.
contact-code-again = Yeni kod gönder
contact-code-other-number = Başka bir numara yaz

confirm-title = E-postanızı onaylayın
confirm-text = Size buraya mı yazalım?
confirm-button = Evet, bu benim e-postam
confirm-not-you = Bunu siz istemediniz mi? O zaman sayfayı kapatın. Hiçbir şey olmaz.
confirm-done-title = E-postanız onaylandı
confirm-done-text = Teşekkürler. Artık size yazabiliriz. Sayfayı kapatabilirsiniz.
problem-link-over-title = Bağlantı artık geçerli değil
problem-link-over-text = Belki çok eski. Belki yeni bir bağlantı aldınız. Giriş yapın ve yeni bir tane isteyin.

unsubscribe-title = Artık haber almak istemiyor musunuz?
unsubscribe-text = O zaman düğmeye basın. Sizinle ilgili olanları yine alırsınız.
unsubscribe-button = Haberleri durdur
unsubscribe-done-title = Artık haber almayacaksınız
unsubscribe-done-text = Sizinle ilgili olanları yine alırsınız. Haberleri her zaman yeniden isteyebilirsiniz.

notices-mail-why = Bu e-postayı Sayfam'da seçtiğiniz için alıyorsunuz. Oradan değiştirebilirsiniz.
notices-mail-phone = Sorunuz mu var? Arayın: { $number }.
notices-mail-unsubscribe = Artık haber istemiyorum

notices-confirm-subject = Bu sizin e-postanız mı?
notices-confirm-1 = Size bu e-posta adresine yazmamızı istediniz.
notices-confirm-2 = Bağlantıya basın ve evet deyin. Bağlantı bir gün geçerlidir.
notices-confirm-3 = Bunu siz istemediniz mi? O zaman bir şey yapmanız gerekmez.
notices-confirm-short = E-postanıza bir bağlantı gönderdik.
notices-confirm-button = Bağlantıyı gör
notices-code-subject = Numaranız için kod
notices-code-1 = Kodunuz: { $code }.
notices-code-short = Kodunuz: { $code }. Kimseye söylemeyin. Omtanke
notices-replaced-subject = Artık size başka bir yere yazıyoruz
notices-replaced-1 = Bizde yeni bir e-postanız veya yeni bir numaranız var. Bu yüzden artık buraya yazmıyoruz.
notices-replaced-2 = Bunu yapan siz değil misiniz? O zaman bizi arayın.
notices-replaced-short = Artık başka yere yazıyoruz. Siz istemediniz mi? Bizi arayın. Omtanke
notices-forgotten-subject = Artık buraya yazmıyoruz
notices-forgotten-1 = Bu mesajı gönderdiğimiz adresi veya numarayı silmemizi istediniz.
notices-forgotten-2 = Bunu yapan siz değil misiniz? O zaman bizi arayın.
notices-forgotten-short = Artık buraya yazmıyoruz. Siz istemediniz mi? Bizi arayın. Omtanke

did-contact-channel = Nasıl haber verileceği seçildi
did-contact-language = Mesajların dili seçildi
did-contact-news = Haber isteyip istemediği cevaplandı
did-contact-end-news = Haberler durduruldu
did-contact-address = Mektup adresi değiştirildi
did-contact-exempt = Her zaman mektup gönderilmesi değiştirildi
did-contact-ask = Bir e-posta veya numara yazıldı
did-contact-forget = Bir e-posta veya numara silindi
did-contact-confirm = Bir e-posta veya numara onaylandı
did-contact-wrong-code = Yanlış bir kod yazıldı
did-contact-bounce = Gönderdiğimiz bir şey ulaşmadı
did-message-bounce = Bir e-posta geri geldi
did-letter-print = Bir mektup basıldı
did-letter-post = Bir mektup gönderildi
did-letter-told-in-person = Başka bir yolla haber verildi
