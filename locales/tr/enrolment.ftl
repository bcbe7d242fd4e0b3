# review: needed
# of: ab62106ace50
# No native reader has read this translation yet.

# Digital Post: the letter in a new mailbox, the page that explains it, and exemption.

welcome-title = Digital Post’a hoş geldiniz
welcome-lead = Digital Post, internetteki posta kutunuzdur. Belediyeden, hastaneden, vergi dairesinden ve diğer kurumlardan mektuplar buraya gelir.
welcome-deadline = Bir mektup, posta kutunuza geldiği günden itibaren geçerlidir. Açmamış olsanız bile geçerlidir. Bu yüzden sık sık bakın.
welcome-step-1-title = Giriş yapın
welcome-step-1-text = MitID ile giriş yaparsınız. MitID’niz yoksa, almak için yardım alabilirsiniz.
welcome-step-2-title = Bir mektup açın
welcome-step-2-text = Yeni mektuplar en üsttedir ve kalın yazılıdır. Okumak için mektuba basın. Yanında dosya varsa, mektuptan açabilirsiniz.
welcome-step-3-title = Yapmanız gereken bir şey var mı, bakın
welcome-step-3-text = Mektupta bir düğme veya bir tarih varsa, yapmanız gereken bir şey vardır. Bazı mektuplara cevap verebilirsiniz. O zaman bunun için bir düğme vardır.
welcome-step-4-title = Mektubu yerine koyun
welcome-step-4-text = Klasör açabilir ve mektupları oraya taşıyabilirsiniz. Böylece kolayca yeniden bulursunuz. Bir mektubu silerseniz, bir süre geri alabilirsiniz.
welcome-step-5-title = Yeni mektuplardan haberdar olun
welcome-step-5-text = E-postanızı veya numaranızı Sayfam’a yazın. Mektup geldiğinde size haber veririz.
welcome-begin = Postanıza gidin
welcome-help-title = Kim yardım edebilir?
welcome-help-text = Kütüphanede, belediyede ve başka birçok yerde yardım alabilirsiniz. Güvendiğiniz birine postanızı okuma izni de verebilirsiniz.
welcome-help-link = Yakınınızda yardım bulun
welcome-nemsms-title = NemSMS nedir?
welcome-nemsms-text = NemSMS, cep telefonunuza gelen kısa mesajlardır. Örneğin doktor randevunuzla ilgili olabilir. İsteyip istemediğinize siz karar verirsiniz. İçinde hiçbir zaman özel bir şey yazmaz.
welcome-exempt-title = Digital Post’u kullanamıyor musunuz?
welcome-exempt-text = O zaman muaf olabilirsiniz. Mektuplarınız kâğıt olarak gelir.
welcome-exempt-link = Muaf olmak hakkında okuyun

welcome-letter-title = Artık Digital Post’unuz var
welcome-letter-notification = Size dijital bir posta kutusu açıldı. Bunun ne demek olduğunu okuyun.
welcome-letter-1 = İnternette bir posta kutunuz oldu. Adı Digital Post. Belediyeden, hastaneden, vergi dairesinden ve diğer kurumlardan mektuplar buraya gelir.
welcome-letter-2 = Sık sık bakın. Bir mektup, buraya geldiği günden itibaren geçerlidir. Açmamış olsanız bile geçerlidir.
welcome-letter-3 = Mektup geldiğinde size haber verilebilir. E-postanızı veya numaranızı Sayfam’a yazın.
welcome-letter-4 = Zor mu geliyor? Yardım alabilirsiniz, ücretsizdir. Güvendiğiniz biri de postanızı okuma izni alabilir.
welcome-letter-5 = Digital Post’u kullanamıyor musunuz? O zaman muaf olabilir ve mektuplarınızı kâğıt olarak alabilirsiniz.
welcome-letter-action = Nasıl çalıştığını görün
welcome-letter-phone = Sorunuz mu var? Bizi arayın:

welcome-company-title = Artık Digital Post’unuz var
welcome-company-notification = Size dijital bir posta kutusu açıldı. Bunun ne demek olduğunu okuyun.
welcome-company-1 = İnternette bir posta kutunuz oldu. Adı Digital Post. Belediyeden, vergi dairesinden ve diğer kurumlardan mektuplar buraya gelir.
welcome-company-2 = Sık sık bakın. Bir mektup, buraya geldiği günden itibaren geçerlidir. Açmamış olsanız bile geçerlidir.
welcome-company-3 = Postayı sizden kimin okuyabileceğine siz karar verirsiniz. Bunu bizden isteyin.
welcome-company-4 = Her bölüm için bir klasör açabilirsiniz. Böylece mektuplar kendi yerini bulur.
welcome-company-5 = Zor mu geliyor? Yardım alabilirsiniz, ücretsizdir.

exempt-title = Digital Post’tan muafiyet
exempt-lead = Digital Post’u kullanamıyor musunuz? O zaman mektuplarınızı kâğıt olarak alabilirsiniz. Buna muaf olmak (fritagelse) denir.
exempt-just-enrolled = Artık muaf değilsiniz. Postanız şimdi dijital posta kutunuza gelir.
exempt-means-title = Bu ne demek
exempt-means-letters = Belediyeden, hastaneden, vergi dairesinden ve diğer kurumlardan posta ile mektup alırsınız.
exempt-means-self-service = İnternetten işlem yapma zorunluluğundan da muaf olabilirsiniz. O zaman telefon edebilir, yazabilir veya gidebilirsiniz.
exempt-means-how-long = Siz yeniden kaydolana kadar geçerlidir.
exempt-still-title = Bunlar yine dijital gelir
exempt-still-private = Bankadan, sigortadan ve diğer özel şirketlerden gelen posta. Mektup alıp alamayacağınızı onlara sorun.
exempt-still-special = Devletten gelen birkaç şey, örneğin öğrenci bursu (SU) ve maaş bordroları.
exempt-still-nemsms = İsterseniz NemSMS. Muaf olsanız da alabilirsiniz.
exempt-grounds-title = Ne zaman muaf olabilirsiniz?
exempt-grounds-text = Bunlardan biri yeter:
exempt-ground-1 = Anlamakta veya hatırlamakta zorlanıyorsunuz, örneğin demans nedeniyle.
exempt-ground-2 = Bunu zorlaştıran bir engeliniz var.
exempt-ground-3 = Evinizde bilgisayar yok.
exempt-ground-4 = Danimarka’dan ayrılmış olarak kayıtlısınız.
exempt-ground-5 = Sabit bir eviniz yok.
exempt-ground-6 = Danca sizin için zor.
exempt-ground-7 = MitID almak sizin için zor.
exempt-ground-8 = Yaşadığınız yerde yeterince iyi bir internet bağlantısı alamıyorsunuz.
exempt-grounds-secret = Sizin için hangisinin geçerli olduğunu sormayız. Kaydetmeyiz de.
exempt-begin = Devam edin
exempt-help = Emin değil misiniz? Bilen birine sorun.
exempt-is = Muafsınız.
exempt-from = Muaf olduğunuz konular
exempt-since = Başlangıç
exempt-until = Bitiş
exempt-for-life = Siz yeniden kaydolana kadar
exempt-more = Daha fazlasından muaf olun
exempt-back-text = Postanızı yeniden dijital mi istiyorsunuz? Bir an sürer ve yine değiştirebilirsiniz.

exempt-declare-title = Muaf olun
exempt-address = Mektuplarınızı buraya göndeririz:
exempt-address-change = Adresi düzeltin
exempt-address-missing = Adresinizi bilmiyoruz. Mektuplarınız ulaşsın diye yazın.
exempt-address-add = Adresinizi yazın
exempt-covers = Neden muaf olmak istiyorsunuz?
exempt-covers-hint = İkisini de seçebilirsiniz.
exempt-covers-post = Digital Post: Mektuplar kâğıt olarak gelir
exempt-covers-self-service = İnternetten işlem: Telefon edebilir, yazabilir veya gidebilirim
exempt-covers-missing = Neden muaf olmak istiyorsunuz: En az birini seçin
exempt-older = Eski mektupları da kâğıt olarak ister misiniz?
exempt-older-hint = Son altı ayda gelen ve açmadığınız mektuplardır.
exempt-older-yes = Evet, posta ile gönderin
exempt-older-no = Hayır, teşekkürler
exempt-older-missing = Eski mektuplar: Evet veya hayır seçin
exempt-honour = Şeref sözü (på tro og love)
exempt-honour-hint = Bunun doğru olduğu ve arkasında durduğunuz anlamına gelir. Daha fazlasını sormayız.
exempt-declared = Kanunun saydığı şeylerden en az biri benim için geçerli.
exempt-declared-missing = Şeref sözü: Sizin için geçerliyse kutuyu işaretleyin
exempt-send = Şimdi muaf olun

exempt-receipt-title = Artık muafsınız
exempt-receipt-done = Tamam. Şu andan itibaren geçerlidir.
exempt-receipt-next = Şimdi ne olacak
exempt-receipt-letters = Yeni mektuplar posta ile gelir.
exempt-receipt-confirmation = Muaf olduğunuzu yazan bir mektup da göndeririz. Onu saklayın.
exempt-receipt-older = { $count ->
    [one] Bir eski mektubu kâğıt olarak göndeririz.
   *[other] { $count } eski mektubu kâğıt olarak göndeririz.
 }
exempt-receipt-mailbox = Posta kutunuzdakiler orada kalır. Onları yine okuyabilirsiniz.
exempt-receipt-still-digital = Postanız yine dijital gelir.
exempt-receipt-for-life = Siz yeniden kaydolana kadar geçerlidir.
exempt-receipt-until = { $date } günü sonuna kadar geçerlidir. Bitmeden size haber verilir.
exempt-receipt-see = Muafiyetinizi görün

enrol-title = Yeniden dijital posta alın
enrol-lead = O zaman artık muaf olmazsınız.
enrol-post = Yeni mektuplar dijital posta kutunuza gelir. Kâğıt olarak gelmez.
enrol-self-service = Kanunun istediği yerde işlemleri internetten yapmanız gerekir.
enrol-again = İhtiyacınız olursa yeniden muaf olabilirsiniz.
enrol-send = Evet, yeniden dijital posta istiyorum
enrol-not = Hayır, muaf kalmak istiyorum

exemption-link = Muafiyetinizi görün
exemption-given-subject = İnternetten işlem yapmaktan muafsınız
exemption-given-1 = Başkalarının internetten yapması gereken işlerde artık telefon edebilir, yazabilir veya gidebilirsiniz.
exemption-given-2 = Postanız yine dijital gelir.
exemption-given-short = İnternetten işlem yapmaktan artık muafsınız. Omtanke
exemption-withdrawn-subject = Artık muaf değilsiniz
exemption-withdrawn-1 = Postanız şimdi dijital posta kutunuza gelir, kâğıt olarak gelmez.
exemption-withdrawn-self-service = Kanunun istediği yerde işlemleri yeniden internetten yapmanız gerekir.
exemption-withdrawn-2 = Bunu siz istemediniz mi? O zaman bizi arayın.
exemption-withdrawn-short = Artık muaf değilsiniz. Siz istemediyseniz bizi arayın. Omtanke
exemption-soon-over-subject = Muafiyetiniz yakında bitiyor
exemption-soon-over-1 = Muafiyetiniz { $date } günü sonuna kadar geçerlidir.
exemption-soon-over-2 = Daha uzun süre muaf olmak ister misiniz? O zaman Sayfam’da veya belediyede yeniden isteyin.
exemption-soon-over-short = Muafiyetiniz bitiyor. Yenisini isteyebilirsiniz. Omtanke
exemption-over-subject = Muafiyetiniz bitti
exemption-over-1 = Postanız şimdi dijital posta kutunuza gelir, kâğıt olarak gelmez.
exemption-over-self-service = Kanunun istediği yerde işlemleri yeniden internetten yapmanız gerekir.
exemption-over-2 = Yeniden muaf olmak ister misiniz? O zaman Sayfam’da veya belediyede isteyin.
exemption-over-short = Muafiyetiniz bitti. Yenisini isteyebilirsiniz. Omtanke

confirmation-title = Muafiyet onayı
confirmation-since = { $date } gününden itibaren muafsınız.
confirmation-post = Kurumlardan gelen mektuplar bundan sonra posta ile gelir. Bu mektubu saklayın. Şunlardan muaf olduğunuzu gösterir:
confirmation-self-service = Kurumlara telefon edebilir, yazabilir veya gidebilirsiniz. Bu mektubu saklayın. Şunlardan muaf olduğunuzu gösterir:
confirmation-for-life = Siz yeniden kaydolana kadar geçerlidir.
confirmation-until = { $date } günü sonuna kadar geçerlidir.

did-exemption-give = Digital Post’tan veya internetten işlemden muaf yaptı
did-exemption-withdraw = Digital Post’a yeniden kaydetti
did-exemption-end = Bir muafiyet bitti
did-exemption-warn = Bir muafiyetin yakında biteceğini yazdı
did-exemption-look-up = Muafiyet olup olmadığına baktı
did-exemption-print = Bir onay yazdırdı
did-resident-change = Burada ne zaman yaşadığınıza ilişkin bilgileri düzeltti
