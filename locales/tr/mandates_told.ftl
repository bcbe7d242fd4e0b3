# review: needed
# of: c6ed770d7da9
# No native reader has read this translation yet.

# What people are told of mandates: by mail, by letter and on their own page. A text message says the subject alone.

told-short = { $what }. Daha fazlası için giriş yapın.
told-link = Vekaleti görün

told-given-subject = Vekalet artık geçerli
told-given-1 = { $giver }, { $holder } adına bir vekalet verdi.
told-given-2 = Vekalet her zaman geri alınabilir. Giriş yapın ve Geri al seçeneğini seçin. MitID yoksa arayın veya vatandaş servisine gelin.

told-received-subject = Yeni bir vekalet
told-received-1 = { $holder }, { $giver } tarafından bir vekalet aldı.
told-received-2 = Neyi kapsadığını görmek için giriş yapın. Yalnızca kendi MitID bilginizi kullanın.

told-asked-subject = Biri vekalet istiyor
told-asked-1 = { $holder }, { $giver } tarafından bir vekalet verilmesini istiyor.
told-asked-2 = Ne olduğunu görmek için giriş yapın. Evet veya hayır diyebilirsiniz. Yalnızca tanıdığınız birine evet deyin.

told-paper-subject = Bir vekalet imzalanmalı
told-paper-1 = { $holder }, { $giver } için bir form hazırladı. { $giver } imzalamadan geçerli olmaz.
told-paper-2 = Formu vatandaş servisine getirin. İstemiyorsanız bir şey yapmanız gerekmez.

told-second-subject = Vekalet kontrol ediliyor
told-second-1 = { $giver } ile { $holder } arasındaki vekalet vatandaş servisinde kaydedildi.
told-second-2 = Geçerli olmadan önce bir çalışan daha bakmalı. Size haber verilecek.

told-rejected-subject = Cevap hayır
told-rejected-1 = { $giver }, { $holder } için vekalet vermeye hayır dedi.
told-rejected-2 = Yeniden sormadan önce birlikte konuşun.

told-rejected-counter-subject = Vekalet reddedildi
told-rejected-counter-1 = Vatandaş servisi { $giver } ile { $holder } arasındaki vekalete hayır dedi. Geçerli değil.
told-rejected-counter-2 = Nedenini öğrenmek isterseniz arayın veya uğrayın.

told-taken-back-subject = Vekalet geri alındı
told-taken-back-1 = { $giver } tarafından { $holder } için verilen vekalet geri alındı.
told-taken-back-2 = Artık geçerli değil.

told-laid-down-subject = Vekalet geri verildi
told-laid-down-1 = { $holder }, { $giver } tarafından verilen vekaleti geri verdi.
told-laid-down-2 = Artık geçerli değil.

told-ended-counter-subject = Vekalet sona erdi
told-ended-counter-1 = Vatandaş servisi { $giver } ile { $holder } arasındaki vekaleti, biriniz istediği için sona erdirdi.
told-ended-counter-2 = Artık geçerli değil. Bir hata varsa arayın.

told-over-subject = Vekaletin süresi doldu
told-over-1 = { $giver } tarafından { $holder } için verilen vekaletin süresi doldu.
told-over-2 = Gerekliyse yeni bir vekalet verin.

told-not-answered-subject = Zamanında cevap gelmedi
told-not-answered-1 = { $giver } ile { $holder } arasındaki vekalete kimse evet demedi. Artık düştü.
told-not-answered-2 = Gerekliyse yeniden sorun.

told-death-subject = Bir vekalet sona erdi
told-death-1 = { $giver } ile { $holder } arasındaki vekalet, ikisinden biri öldüğü için sona erdi.
told-death-2 = Bir şey yapmanız gerekmez. Biriyle konuşmak isterseniz arayın.

told-ends-soon-subject = Vekalet yakında bitiyor
told-ends-soon-1 = { $giver } tarafından { $holder } için verilen vekaletin süresi yakında doluyor.
told-ends-soon-2 = { $days ->
    [0] Bugün son günü. Daha uzun gerekiyorsa yeni bir vekalet verin.
   *[other] { $days } gün daha geçerli. Daha uzun gerekiyorsa yeni bir vekalet verin.
}

told-used-first-subject = Vekalet kullanıldı
told-used-first-1 = { $holder }, { $giver } tarafından verilen vekaleti ilk kez kullandı.
told-used-first-2 = Ne yapıldığını görmek için giriş yapın. Yanlışsa vekaleti geri alın.

told-refused-attempt-subject = İzinsiz bir deneme oldu
told-refused-attempt-1 = { $holder }, { $giver } tarafından verilen vekaletin izin vermediği bir şeyi görmeyi veya yapmayı denedi. Bu durduruldu.
told-refused-attempt-2 = Bu bir hata olabilir. Bir şey yapmanız gerekmez, ama vekaleti geri alabilirsiniz.

# The letter that the counter prints for the giver.

told-letter-title = Vekaletiniz hakkında
told-letter-active = { $giver }, { $holder } adına bir vekalet verdi. Kapsamı şudur:
told-letter-waiting = { $giver } ile { $holder } arasındaki vekalet henüz geçerli değil. Konusu şudur:
told-letter-rejected = { $giver } ile { $holder } arasındaki vekalet reddedildi. Konusu şuydu:
told-letter-ended = { $giver } ile { $holder } arasındaki vekalet sona erdi. Konusu şuydu:
told-letter-from = Geçerlilik başlangıcı: { $date }.
told-letter-until = Geçerlilik sonu: { $date }.
told-letter-no-end = Geri alınana kadar geçerlidir.
told-letter-back = Her zaman geri alınabilir. Vatandaş servisine gelin veya bizi arayın.
