# review: needed
# of: 1921400e0b3f
# No native reader has read this translation yet.

# Mandates (fuldmagt): what they open, giving, asking, answering, and who has looked.

mandate-service-digital-post = Digital Post
mandate-service-pension = Emeklilik
mandate-service-housing-benefit = Kira yardımı
mandate-service-tax = Vergi
mandate-service-health = Sağlık
mandate-service-municipality = Belediye
mandate-service-vat = KDV
mandate-service-payroll = Çalışan maaşları
mandate-service-company-register = CVR şirket sicili

power-post-read = Postayı okumak
power-post-read-opens = Mektupları okuyabilir ve klasörlere koyabilir.
power-post-read-not = Yanıt veremez, mektup yazamaz ve hiçbir şeyi silemez.
power-post-read-write = Postayı okumak ve yazmak
power-post-read-write-opens = Mektupları okuyup yanıtlayabilir, klasörlere koyabilir ve yeni mektup haberinin nereye gideceğini seçebilir.
power-post-read-write-not = Mektupları kalıcı olarak silemez. Başkalarına izin veremez.
power-post-exemption = Digital Post'tan muafiyet istemek
power-post-exemption-opens = Mektupların kâğıtta gelmesini isteyebilir, NemSMS'e kaydedebilir veya kaydı silebilir.
power-post-exemption-not = Mektupları okuyamaz.
power-pension-see = Emekliliği görmek
power-pension-see-opens = Ödenen emekli maaşını ve yapılan başvuruları görebilir.
power-pension-see-not = Hiçbir şeye başvuramaz ve hiçbir şeyi değiştiremez.
power-pension-act = Emekliliği görmek ve başvurmak
power-pension-act-opens = Emekliliği görebilir, başvurabilir, değiştirebilir ve Udbetaling Danmark ile konuşabilir.
power-pension-act-not = Diğer paraların yattığı hesabı değiştiremez. Postayı okuyamaz.
power-housing-benefit-see = Kira yardımını görmek
power-housing-benefit-see-opens = Ne ödendiğini ve neye başvurulduğunu görebilir.
power-housing-benefit-see-not = Hiçbir şeye başvuramaz ve hiçbir şeyi değiştiremez.
power-housing-benefit-act = Kira yardımını görmek ve başvurmak
power-housing-benefit-act-opens = Kira yardımını görebilir, başvurabilir, değiştirebilir ve Udbetaling Danmark ile konuşabilir.
power-housing-benefit-act-not = Emekliliği veya vergiyi göremez. Postayı okuyamaz.
power-tax-see = Vergiyi görmek
power-tax-see-opens = Yıllık vergi özetini ve ödenen vergiyi görebilir.
power-tax-see-not = Hiçbir şeyi değiştiremez.
power-tax-act = Vergiyi görmek ve değiştirmek
power-tax-act-opens = Vergiyi görebilir, düzeltebilir ve vergi dairesiyle konuşabilir.
power-tax-act-not = Emekliliği veya kira yardımını göremez. Postayı okuyamaz.
power-health-see = Sağlık bilgilerini görmek
power-health-see-opens = sundhed.dk'deki randevuları, ilaçları, tahlil sonuçlarını ve kayıtları görebilir.
power-health-see-not = Hiçbir şey ayırtamaz ve değiştiremez.
power-health-act = Sağlık işlerini görmek ve yapmak
power-health-act-opens = sundhed.dk'de yazanları görebilir, randevu ve ilaç isteyebilir, doktorla konuşabilir.
power-health-act-not = Başkası adına bir tedaviye evet diyemez.
power-municipality-contact = Belediyeyle konuşmak
power-municipality-contact-opens = Konu hakkında belediyeyi arayabilir, yazabilir ve oraya gidebilir.
power-municipality-contact-not = Hiçbir şeye başvuramaz. Giriş yapıp dosyayı göremez.
power-municipality-act = Belediyenin internet hizmetini kullanmak
power-municipality-act-opens = Dosyaları görebilir, başvurabilir, bildirimde bulunabilir ve belediyeyle konuşabilir.
power-municipality-act-not = Oy kullanamaz ve MitID'yi değiştiremez. Postayı okuyamaz.
power-vat-act = KDV
power-vat-act-opens = KDV'yi görebilir, bildirebilir ve vergi dairesiyle konuşabilir.
power-vat-act-not = Maaşları göremez. Postayı okuyamaz.
power-payroll-act = Çalışan maaşları
power-payroll-act-opens = eIndkomst'ta maaşları görebilir ve bildirebilir.
power-payroll-act-not = KDV'yi göremez. Postayı okuyamaz.
power-company-register-act = CVR sicilinde değişiklik yapmak
power-company-register-act-opens = CVR'de adı, adresi, sahipleri ve yönetimi değiştirebilir.
power-company-register-act-not = KDV'yi veya maaşları göremez. Postayı okuyamaz.

mandate-state-draft = Taslak
mandate-state-requested = Yanıt bekliyor
mandate-state-waiting-for-signature = İmza bekliyor
mandate-state-active = Geçerli
mandate-state-not-yet = Henüz geçerli değil
mandate-state-rejected = Reddedildi
mandate-state-withdrawn = Geri alındı
mandate-state-expired = Süresi doldu
mandate-state-ended-by-death = Ölüm nedeniyle sona erdi

mandate-basis-digital = MitID ile verildi
mandate-basis-paper = Kâğıt üzerinde verildi
mandate-basis-counter = Vatandaş hizmetlerinde verildi
mandate-basis-general = Genel vekâletnameye dayanıyor
mandate-basis-future = Gelecek vekâletnamesine dayanıyor
mandate-basis-login = Girişle birlikte geldi

mandate-no-end = Son gün yok
mandate-without-past = Yalnızca { $date } tarihinden sonra gelen mektuplar
mandate-without-past-yet = Yalnızca bundan sonra gelen mektuplar
mandate-limit-folders = { $count ->
    [one] Yalnızca 1 klasör
   *[other] Yalnızca { $count } klasör
}
mandate-limit-folder-names = Yalnızca şu klasörler: { $names }
mandate-limit-sender = Yalnızca { $name } tarafından gelenler
mandate-limit-letter = Yalnızca bir mektup
mandate-limit-case = Yalnızca { $number } numaralı dosya
mandate-limit-unit = Yalnızca P numarası { $number } olan bölüm


mandate-nav = Vekâlet
mandate-to-overview = Vekâletlerinizi görün
mandate-title = Postamı kim görebilir ve benim adıma kim işlem yapabilir?
mandate-lead = İzin verdiğiniz herkes burada. İzni istediğiniz zaman geri alabilirsiniz. Hemen geçerli olur.
mandate-asked-of-me = Sizden izin istiyorlar
mandate-see-and-answer = Gör ve yanıtla
mandate-in-force = İzni olanlar
mandate-nobody = Sizden başka kimse postanızı göremez ve sizin adınıza işlem yapamaz.
mandate-waiting = Henüz bitmedi
mandate-past-ones = Sona erenleri gör
mandate-do = Ne yapmak istersiniz?
mandate-over = { $name } tarafından
mandate-state = Durum
mandate-since = Başlangıç
mandate-used = Son kullanım
mandate-never-used = Henüz kullanılmadı
mandate-giver = İzin veren
mandate-holder = İzin alan
mandate-basis = Nasıl
mandate-limits = Yalnızca şunlar için
mandate-opens = Neye izin verir
mandate-falls-away = Geçersiz olacağı gün
mandate-moment = { $date } saat { $time }
mandate-take-back = Geri al
mandate-lay-down = Bırak
mandate-throw-away = Taslağı sil
mandate-go-on = Tamamla
mandate-next = İleri
mandate-step = Adım { $n } / 4

mandate-saved-given = Vekâlet şimdi geçerli. Aşağıda görebilirsiniz.
mandate-saved-asked = İsteğinizi gönderdik. Yanıt gelince haber vereceğiz.
mandate-saved-rejected = Hayır dediniz. İsteyen kişiye haber verilecek.
mandate-saved-taken-back = Geri alındı. Artık hiçbir şeye izin vermiyor.
mandate-saved-laid-down = Vekâleti bıraktınız. Artık kullanamazsınız.
mandate-saved-thrown-away = Taslak silindi.
mandate-saved-over = Artık geçerli değil veya henüz başlamadı.

mandate-give-title = Vekâlet ver
mandate-give-line = Güvendiğiniz biri postanızı okusun veya sizin adınıza işlem yapsın.
mandate-give-lead = Kime izin vermek istiyorsunuz? Adını ve CPR numarasını yazın.
mandate-ask-title = Vekâlet iste
mandate-ask-line = Başka birine yardım etmek için izin isteyin.
mandate-ask-lead = Kime yardım etmek istiyorsunuz? Adını ve CPR numarasını yazın. Siz bir şey yapmadan önce o kişi evet demelidir.
mandate-whom-name = Ad
mandate-whom-name-hint = Ad ve soyad.
mandate-whom-cpr = CPR numarası
mandate-whom-cpr-hint = On rakam. Bilmiyorsanız o kişiye sorun.
mandate-whom-organisation = Bir şirkete veya derneğe ver
mandate-whom-cvr = CVR numarası
mandate-whom-cvr-hint = Sekiz rakam. Mektuplarında ve internet sayfalarında yazar.
mandate-never-mitid = MitID'nizi asla başkasına vermeyin. Vekâlet yeterlidir.
mandate-cpr-wrong = CPR numarasını on rakamla yazın.
mandate-name-missing = Adı yazın.
mandate-person-unknown = Bu ada ve bu numaraya sahip birini bulamıyoruz. İkisinin de doğru olup olmadığına bakın.
mandate-cvr-wrong = CVR numarasını sekiz rakamla yazın.
mandate-cvr-unknown = Bu numarayla bir şirket tanımıyoruz.

mandate-what-title = Neler yapılabilir?
mandate-what-give = { $name } neler yapabilir?
mandate-what-ask = { $name } adlı kişiden ne için izin istiyorsunuz?
mandate-what-hint = İşaretleyin. Birden çok seçebilirsiniz.
mandate-post-title = Posta için ise
mandate-reach = Hangi posta?
mandate-reach-whole = Tüm posta
mandate-reach-some = Yalnızca bazı klasörler
mandate-folders = Hangi klasörler?
mandate-folders-hint = Yalnızca "Yalnızca bazı klasörler" seçtiyseniz.
mandate-folders-missing = En az bir klasör seçin veya tüm postayı seçin.
mandate-past = Daha önce gelen mektuplar okunabilir mi?
mandate-past-yes = Evet, onlar da
mandate-past-no = Hayır, yalnızca yeni mektuplar
mandate-narrow = Yalnızca bir gönderen veya bir dosya
mandate-sender = Yalnızca şuradan gelen posta
mandate-sender-hint = Tam adı veya CVR numarasını yazın.
mandate-sender-unknown = Bu göndereni tanımıyoruz. Tam adı veya CVR numarasını yazın.
mandate-case = Yalnızca şu numaralı dosya
mandate-case-hint = Numara mektuplarda yazar.

mandate-length-title = Ne kadar süreyle?
mandate-length-lead = Kendiliğinden sona erer. Daha önce de geri alabilirsiniz.
mandate-length = Süreyi seçin
mandate-length-3m = 3 ay
mandate-length-1y = 1 yıl
mandate-length-2y = 2 yıl
mandate-length-date = Başka bir güne kadar
mandate-length-none = Son gün yok
mandate-length-missing = Ne kadar süreceğini seçin.
mandate-last-day = Son gün
mandate-last-day-hint = Yalnızca "Başka bir güne kadar" seçtiyseniz yazın.
mandate-begin-later = Daha sonra mı başlasın?
mandate-first-day = İlk gün
mandate-first-day-hint = Bugünse hiçbir şeyi değiştirmeyin.
mandate-day-wrong = Bir gün yazın, örneğin 31.12.2027.
mandate-first-past = İlk gün bugünden önce olamaz.

mandate-see-title = Neye izin verildiğini görün
mandate-see-give = { $name } şunları yapabilecek. Evet demeden önce okuyun.
mandate-see-ask = { $name } adlı kişiden şunları istiyorsunuz. Göndermeden önce okuyun.
mandate-see-post = Posta
mandate-see-letters = Bu mektuplar ilk günden okunabilir:
mandate-see-none = Şu anda mektup yok. Gelecek mektuplar okunabilir.
mandate-see-future = Şu andaki mektuplar okunamaz. Yalnızca vekâletten sonra gelenler okunabilir.
mandate-see-all = Hem var olan hem de gelecek tüm mektuplar okunabilir.
mandate-see-some = Yalnızca aşağıda yazana uyan mektuplar okunabilir.
mandate-see-served = Mahkemeden mektup gelebilir. Yardımcı onu okursa, alıcı kendisi okumuş gibi sayılabilir.
mandate-letters-from = { $count ->
    [one] { $name } tarafından 1 mektup
   *[other] { $name } tarafından { $count } mektup
}
mandate-letters-others = Başkalarından mektuplar
mandate-change-what = Neler yapılabileceğini değiştir
mandate-change-length = Süreyi değiştir
mandate-see-take-back = İstediğiniz zaman geri alabilirsiniz.
mandate-give = Vekâlet ver
mandate-send = Gönder

mandate-to-title = { $name } için vekâlet
mandate-from-title = { $name } tarafından verilen vekâlet
mandate-asked-title = { $name } izin istiyor
mandate-asked-lead = { $name } size yardım etmek istiyor. Neye izin vereceğinizi okuyun. Karar sizin.
mandate-asked-warning = İsteyeni tanımıyor musunuz? O zaman hayır deyin. Emin değilseniz bizi arayın.
mandate-answer = Yanıtınız
mandate-answer-less = Çok mu fazla? O zaman daha azını verebilirsiniz.
mandate-yes = Evet, vekâlet ver
mandate-no = Hayır

mandate-paper-title = Kâğıt üzerinde
mandate-paper-text = Sizin veya diğer kişinin MitID'si yok mu? O zaman elle imzalayabilirsiniz.
mandate-paper-make = Form hazırla
mandate-paper-print = Formu gör
mandate-paper-guide = Formu yazdırın. İkiniz de imzalayın. Vatandaş hizmetlerine götürün.
mandate-paper-code = Vatandaş hizmetlerinin okuduğu kod
mandate-paper-number = Numara:
mandate-paper-heading = Vekâlet (fuldmagt)
mandate-paper-say = Burada yazana izin veriyorum. İstediğim zaman geri alabileceğimi biliyorum.
mandate-paper-cpr = İzin verenin CPR numarası:
mandate-paper-date = Tarih:
mandate-paper-sign-giver = İzin veren burayı imzalar:
mandate-paper-sign-holder = İzin alan burayı imzalar:
mandate-paper-where = Nereye verilecek?
mandate-paper-hand-in = Herhangi bir belediyenin vatandaş hizmetlerine (borgerservice) gidin. Pasaport veya ehliyet getirin.
mandate-paper-before = En geç { $date } tarihinde gelin.

mandate-wrong-nothing = En az bir şey seçin.
mandate-wrong-oneself = Bu sizsiniz. Kendiniz için vekâlet gerekmez.
mandate-wrong-young = Vekâlet veren { $years } yaşını doldurmuş olmalıdır.
mandate-wrong-dead = Bu kişinin öldüğü bildirildi. Yanlışsa bizi arayın.
mandate-wrong-order = Son gün ilk günden önce geliyor.
mandate-wrong-past = Son gün geçti.
mandate-wrong-long = Son gün en fazla { $years } yıl ileride olabilir.
mandate-wrong-case = Dosya numarası en fazla 40 karakter olabilir.
mandate-wrong-power = Bu şu anda verilemez. Başka bir şey seçin.
mandate-wrong-already = Aynı vekâlet verilmiş veya istenmiş. Vekâletlerinizde görebilirsiniz.
mandate-wrong-many = { $most } kez izin istediniz ve yanıt bekliyorsunuz. Biri yanıtlayana kadar bekleyin.
mandate-wrong-locked = Bazıları size hayır dedi. Bu yüzden { $days } gün boyunca yeni istek gönderemezsiniz. Konuşmak isterseniz bizi arayın.
mandate-wrong-step = Bu arada bir şey değişti. Şimdiki durumuna bakın.

helped-title = Yardım ettiğim kişiler
helped-line = Yardım ettiğiniz birinin postasına gidin.
helped-lead = Şimdi kime yardım etmek istediğinizi seçin. Her seferinde yalnızca birini görürsünüz.
helped-nobody = Şu anda kimseye yardım etmiyorsunuz.
helped-new = Yeni
helped-unread = { $count ->
    [0] Yeni mektup yok
    [one] Okumadığınız 1 mektup
   *[other] Okumadığınız { $count } mektup
}
helped-enter = Postaya git

looked-title = Kim baktı?
looked-line = Postanıza ve işlerinize kimin girdiğini görün.
looked-lead = Başkalarının sizde ne gördüğü ve yaptığı burada. En yenisi üsttedir.
looked-none = Başka kimse bakmadı.
looked-when = Ne zaman
looked-who = Kim
looked-ground = Neden izni vardı?
looked-what = Ne yaptı
looked-letter = Mektup
looked-older = Daha eski
looked-file = Hepsini dosya olarak indir
looked-strange = Tanımadığınız bir şey mi var? Bizi arayın.
looked-ground-mandate = Sizin vekâletinizle
looked-ground-office = İşi gereği
looked-ground-none = Sizin izniniz olmadan
looked-did-open = Bir mektup açtı
looked-did-file = Bir dosya indirdi
looked-did-print = Bir mektup yazdırdı
looked-did-export = Bir mektup kaydetti
looked-did-move = Bir mektubu taşıdı
looked-did-delete = Bir mektubu sildi
looked-did-take-back = Bir mektubu çöp kutusundan aldı
looked-did-write = Sizin adınıza yazdı veya yanıtladı
looked-did-look = Posta listelerinize baktı
looked-did-folder = Bir klasör yaptı veya değiştirdi
looked-did-refused = İzni olmayan bir şey denedi. Reddedildi.
looked-did-mandate-look-up = Gişede sizi aradı
looked-did-mandate-begin = Sizin için bir vekâlet yazmaya başladı
looked-did-mandate-print = Vekâlet hakkında bir mektup yazdırdı
looked-did-mandate-ask = Sizden vekâlet istedi
looked-did-mandate-paper = Vekâlet formu hazırladı
looked-did-mandate-sign = Bir vekâleti yürürlüğe koydu
looked-did-mandate-reject = Bir vekâleti reddetti
looked-did-mandate-withdraw = Bir vekâleti bıraktı
looked-did-mandate-register = Sizin için bir vekâlet kaydetti
looked-did-mandate-review = Bir vekâletin doğru olup olmadığına baktı
looked-did-number = CPR numaranızı gördü
looked-did-exemption-look = Digital Post'tan muaf olup olmadığınıza baktı
looked-did-exemption = Sizin için muafiyetle ilgili işlem yaptı
looked-did-nemsms-look = NemSMS alıp almadığınıza baktı
looked-did-nemsms = Sizi NemSMS'e kaydetti veya kaydınızı sildi
looked-did-reminder = Postanızdan haber almaya evet veya dur dedi
looked-did-other = Sizinle ilgili başka bir şey yaptı
