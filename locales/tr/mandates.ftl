# review: needed
# of: 5e3c1ae59f8c
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
