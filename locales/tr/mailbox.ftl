# review: needed
# of: 915d863f62f9
# No native reader has read this translation yet.

# Digital Post: the inbox, letters, folders, search, answering and sending on.

problem-no-mailbox-title = Burada henüz postanız yok
problem-no-mailbox-text = Burada resmi kurumlardan gelen mektupları okuyabilirsiniz. Önce bir posta kutunuz olmalı. Ücretsizdir ve nasıl yapılacağını gösteririz.
problem-no-company-mailbox-title = Burada henüz posta yok
problem-no-company-mailbox-text = Posta kutusu, biri size ilk kez yazdığında açılır. Bir şey yapmanız gerekmez.
problem-no-reply-title = Bu mektuba cevap veremezsiniz
problem-no-reply-text = Mektubu gönderen burada cevap kabul etmiyor. Nereyi arayacağınıza veya nereye yazacağınıza mektupta bakın.
problem-open-first-title = Önce mektubu açın
problem-open-first-text = Mektubun, gönderildiği kişi için sonuçları olabilir. Açmanın ne anlama geldiğini okuyun. Sonra seçebilirsiniz.

mail-nav = Posta
mail-menu = Menünüz
mail-acting = Kimin postasını okuyorsunuz
mail-acting-for = Postasını okuduğunuz:
mail-change-box = Posta kutusunu değiştir
mail-to-welcome = Posta kutusu nasıl alınır
mail-to-boxes = Başka bir posta kutusu seç
mail-to-inbox = Gelen kutusuna git
mail-to-letter = Mektuba dön

mail-inbox = Gelen kutusu
mail-archive = Arşiv
mail-sent = Gönderilenler
mail-bin = Çöp kutusu
mail-folders-nav = Posta klasörleri
mail-own-folders = { $count ->
    [one] Kendi klasörüm
   *[other] { $count } klasörüm
}
mail-unread-count = { $count ->
    [one] 1 okunmamış
   *[other] { $count } okunmamış
}
mail-letters-count = { $count ->
    [0] Mektup yok
    [one] 1 mektup
   *[other] { $count } mektup
}

mail-empty-inbox = Burada mektubunuz yok. Yeni bir şey gelince size haber veririz.
mail-empty-archive = Arşiv boş. İşiniz biten mektupları buraya koyun.
mail-empty-sent = Henüz bir şey göndermediniz.
mail-empty-bin = Çöp kutusu boş.
mail-empty-own = Klasör boş. Gelen kutusunda bir mektup seçin ve buraya taşıyın.
mail-bin-text = Sildikleriniz burada. { $days } gün içinde geri alabilirsiniz. Sonra tamamen silinir.
mail-bin-helper = Mektupları yalnızca yardım ettiğiniz kişi silebilir ve geri alabilir.

mail-from = Gönderen: { $name }
mail-to = Alıcı: { $name }
mail-nobody = adını yazmayan biri
mail-no-subject = Konusu olmayan mektup
mail-came-on = Geliş: { $date }
mail-sent-on = Gönderme: { $date }
mail-deleted-on = Silme: { $date }
mail-came-at = Geliş: { $date }.
mail-sent-at = Gönderme: { $date }.
mail-holds-from = Mektup o günden başlayarak geçerlidir.
mail-moment = { $date }, saat { $time }
mail-from-to = { $from } – { $to }
mail-reply-by = En geç { $date } tarihinde cevap verin
mail-left-over = Artık çok geç.
mail-left = { $days ->
    [0] Bugün.
    [one] Yarın.
   *[other] { $days } gün sonra.
}
mail-unread = Okunmamış
mail-important = Önemli
mail-has-actions = Yapmanız gereken bir şey var
mail-in-short = Kısaca:
mail-files-count = { $count ->
    [one] 1 ek
   *[other] { $count } ek
}
mail-tick = Mektubu seç
mail-pages = Mektup sayfaları
mail-first-page = En yenilere
mail-older = Daha eski mektuplar

mail-with-ticked = Seçtiğiniz mektuplarla şunu yapın
mail-mark-read = Okundu olarak işaretle
mail-mark-unread = Okunmadı olarak işaretle
mail-to-archive = Arşive koy
mail-delete = Sil
mail-take-back = Geri al
mail-take-back-one = Mektubu geri al
mail-undo = Vazgeç
mail-move-label = Klasöre taşı
mail-move-choose = Klasör seçin
mail-move = Taşı
mail-done-moved = { $count ->
    [one] 1 mektup taşındı.
   *[other] { $count } mektup taşındı.
}
mail-done-archived = { $count ->
    [one] 1 mektup artık arşivde.
   *[other] { $count } mektup artık arşivde.
}
mail-done-read = { $count ->
    [one] 1 mektup okundu olarak işaretlendi.
   *[other] { $count } mektup okundu olarak işaretlendi.
}
mail-done-unread = { $count ->
    [one] 1 mektup okunmadı olarak işaretlendi.
   *[other] { $count } mektup okunmadı olarak işaretlendi.
}
mail-done-deleted = { $count ->
    [one] 1 mektup silindi. { $days } gün içinde geri alabilirsiniz.
   *[other] { $count } mektup silindi. { $days } gün içinde geri alabilirsiniz.
}
mail-done-taken-back = { $count ->
    [one] 1 mektup eski yerinde.
   *[other] { $count } mektup eski yerinde.
}
mail-done-none = Önce bir mektup seçin. Yanındaki kutuyu işaretleyin.
mail-done-nowhere = Önce bir klasör seçin. Sonra “Taşı” düğmesine basın.
mail-done-gone = Klasör artık yok. Hiçbir şey taşınmadı.
mail-done-sent = Mektup gönderildi. Yardım ettiğiniz kişinin “Gönderilenler” bölümünde duruyor.

mail-search-title = Postanızda arayın
mail-search-label = Mektup ara
mail-search-button = Ara
mail-found = { $count ->
    [one] “{ $q }” geçen 1 mektup
   *[other] “{ $q }” geçen { $count } mektup
}
mail-found-many = { $count } mektup bulduk. En yeni { $most } tanesi burada. Daha az sonuç için bir kelime daha yazın.
mail-found-none = “{ $q }” geçen mektup bulamadık.
mail-tips-title = Böyle bulabilirsiniz
mail-tip-fewer = Yalnızca bir veya iki kelime yazın.
mail-tip-sender = Mektubu gönderenin adını yazın.
mail-tip-spelling = Klavyenizde æ, ø ve å yoksa ae, oe ve aa yazabilirsiniz.
mail-tip-bin = Mektup silindi mi? O zaman buraya bakın:

mail-boxes-title = Posta kutusu seçin
mail-boxes-link = Diğer posta kutuları
mail-boxes-text = Açabileceğiniz posta kutuları burada.
mail-own-post = Kendi postam
mail-no-box-yet = Henüz posta kutusu yok
mail-inbox-unread = { $count ->
    [0] Okunmamış mektup yok
    [one] 1 okunmamış mektup
   *[other] { $count } okunmamış mektup
}

mail-before-title = Mektubu açmadan önce bunu okuyun
mail-before-text = Mektup bir süre veya bir görev bildirebilir. Açtığınızda okunmuş sayılabilir. Önce mektubun sahibiyle konuşun.
mail-before-call-up = Mektup, yardım ettiğiniz kişiyi bir toplantıya veya mahkemeye çağırıyor. Açarsanız, mektubu kendisi almış sayılabilir. Bugün bir süre başlayabilir. Önce onunla konuşun.
mail-before-step-back = Mektubu olduğu gibi bırakabilirsiniz. O zaman şimdi bir şey olmaz. Kendisi açabilir.
mail-before-open = Mektubu aç
mail-before-leave = Olduğu gibi bırak

mail-sent-by = Gönderen:
mail-written-by = Yazan:
mail-legal = Mektup size bir süre veya bir görev bildirebilir. Dikkatle okuyun veya biriyle birlikte okuyun.
mail-is-deleted = Mektup çöp kutusunda.
mail-appointment = Randevu:
mail-appointment-when = Ne zaman
mail-appointment-where = Nerede
mail-appointment-with = Kiminle
mail-appointment-calendar = Randevuyu takvimime ekle
mail-appointment-over = Zamanı geçti.
mail-action-payment = Burada ödeyebilirsiniz
mail-action-self-service = Burada kendiniz yapabilirsiniz
mail-action-sign = İmzalamanız gerekiyor
mail-action-confirm = Evet veya hayır demeniz gerekiyor
mail-action-prepare = Bir şey hazırlamanız gerekiyor
mail-action-enrol = Kaydolabilirsiniz
mail-action-page = Daha fazlası burada
mail-action-later = Şu tarihten sonra kullanabilirsiniz: { $date }.
mail-action-over = Süre şu tarihte bitti: { $date }. Yetişemediyseniz göndereni arayın.
mail-action-until = Şu tarihe kadar kullanabilirsiniz: { $date }.
mail-action-unsafe = Bağlantının nereye gittiğini göremiyoruz. Bu yüzden basamazsınız.
mail-leads-to = Düğme başka bir siteye gider: { $host }
mail-picture = Resim: { $name }
mail-pictures-left-out = { $count ->
    [one] Mektuptaki 1 resmi göstermiyoruz. Mektubu okuduğunuzu belli edebilir.
   *[other] Mektuptaki { $count } resmi göstermiyoruz. Mektubu okuduğunuzu belli edebilirler.
}
mail-had-form = Mektupta doldurulacak alanlar vardı. Onları göstermiyoruz. Mektuba asla şifre yazmayın.
mail-was-cut = Mektup burada göstermek için çok uzun. Tamamını sayfanın altından indirin.
mail-formats = Dosya olarak mektup
mail-attachments = Ekler
mail-technical = Diğer programlar için dosyalar
mail-kind-pdf = PDF
mail-kind-picture = Resim
mail-kind-text = Metin
mail-kind-table = Tablo
mail-kind-film = Film veya ses
mail-kind-packed = Sıkıştırılmış dosya
mail-kind-file = Dosya
mail-file-about = { $kind }, { $size }
mail-size-kb = { $n } KB
mail-size-mb = { $n } MB
mail-open-file = Aç: { $name }
mail-save-file = İndir: { $name }
mail-save = İndir
mail-save-anyway = Dosyayı yine de indir
mail-file-never = Dosya tehlikeli olabilir. Burada indiremezsiniz.
mail-file-differs = Dosya, söylediği şey değil. Dikkat edin.
mail-file-never-text = Dosya bir program veya içinde bir program saklıyor. Bilgisayarınıza zarar verebilir. Bu yüzden indiremezsiniz. Mektubu göndereni arayın ve söyleyin.
mail-file-differs-text = Dosya bir tür olduğunu söylüyor, ama başka bir tür. Bir hata olabilir. Yalnızca göndereni tanıyorsanız indirin.

mail-what-now = Ne yapmak istiyorsunuz?
mail-reply = Cevap ver
mail-forward = Başkasına gönder
mail-print = Yazdır
mail-no-answers = Bu mektuba burada cevap veremezsiniz.
mail-keep-title = Mektubu saklayın
mail-keep-text = Mektubu ve bütün ekleri kendi bilgisayarınızda saklayabilirsiniz.
mail-keep-zip = Hepsini tek dosyada indir (ZIP)
mail-keep-memo = Mektubu geldiği gibi indir (MeMo)
mail-zip-note = BENİ OKU.txt
mail-zip-left-out = Bu dosyalar tehlikeli olabilir ve eklenmedi: { $names }
mail-print-title = Kâğıtta mektup
mail-print-text = Sayfayı yazdırın. Kâğıda yalnızca mektup çıkar. Adres pencereli zarfa uyar.
mail-enclosed = Birlikte gelen ekler

mail-cancel = Vazgeç
mail-reply-title = Mektuba cevap verin
mail-write-to = Alıcı:
mail-write-subject = Konu
mail-write-text = Ne yazmak istiyorsunuz?
mail-write-text-hint = Kim olduğunuzu ve konuyu yazın. Boş bir satır yeni bir paragraf başlatır.
mail-write-files = Ekler
mail-write-files-hint = { $most } dosya gönderebilirsiniz. Toplam { $size } MB olabilir.
mail-write-files-again = Dosyalarınızı yeniden seçin. Saklanmadılar.
mail-write-send = Mektubu gönder
mail-write-no-receiver = Bu numarayla burada kimseyi tanımıyoruz veya posta alamıyorlar. Numarayı kontrol edin.
mail-write-no-text = Mektuba bir şey yazın
mail-write-long-text = Mektup çok uzun. En fazla { $most } karakter olabilir
mail-write-subject-wrong = Bir konu yazın. En fazla { $most } karakter olabilir
mail-write-dangerous = “{ $name }” dosyası tehlikeli olabilir ve gönderilemez
mail-write-too-many = En fazla { $most } dosya seçin
mail-write-too-large = Dosyalar çok büyük. Toplam { $size } MB olabilir
mail-write-full = Yazdığınız yerin daha fazla posta için yeri yok. Onları arayın
mail-write-no-number = Size cevap verebilmeleri için numaranız bizde yok. Bizi arayın, yardım ederiz

mail-new-title = Yeni mektup yazın
mail-new-text = Bir belediyeye, bir kütüphaneye veya başka bir resmi kuruma yazabilirsiniz.
mail-new-label = Kime yazmak istiyorsunuz?
mail-new-found = { $count ->
    [0] “{ $q }” ile kimseyi bulamadık. Şehrin adını deneyin.
    [one] “{ $q }” ile 1 yer
   *[other] “{ $q }” ile { $count } yer
}

mail-receipt-title = Mektubunuz gönderildi
mail-receipt-text = Mektubu aldılar. Onu her zaman “Gönderilenler” altında bulabilirsiniz.
mail-receipt-when = Gönderildi
mail-receipt-see = Mektubu gör

mail-forward-title = Mektubu başkasına gönderin
mail-forward-text = Karşıdaki mektubun tamamını bütün ekleriyle alır. Bunu geri alamazsınız.
mail-forward-to = CPR numarası veya CVR numarası
mail-forward-to-hint = Bir kişi için CPR numarası, bir şirket veya belediye için CVR numarası.
mail-forward-comment = Kendi sözleriniz
mail-forward-comment-hint = Bu alanı boş bırakabilirsiniz.
mail-forward-next = İleri
mail-forward-number-wrong = Numara doğru değil. CPR on rakam, CVR sekiz rakamdır
mail-forward-confirm-title = Doğru kişi bu mu?
mail-forward-confirm-text = Kişilerin yalnızca adını ve harflerini gösteriyoruz. Emin değilseniz göndermeyin.
mail-forward-letter = Mektup
mail-forward-receiver = Alıcı
mail-forward-send = Evet, mektubu gönder
mail-forward-other = Hayır, numarayı düzelt

mail-folders-title = Klasörleri düzenle
mail-folders-none = Henüz klasörünüz yok. Bir klasör yapın ve birbirine ait mektupları toplayın.
mail-folder-made = Klasör yapıldı.
mail-folder-renamed = Klasörün yeni bir adı var.
mail-folder-removed = Klasör kaldırıldı.
mail-folder-name = Yeni klasörün adı
mail-folder-name-hint = Örneğin “Ev” veya “Doktor”.
mail-folder-new-name = Klasörün adı
mail-folder-rename = Adı kaydet
mail-folder-remove = Klasörü kaldır
mail-folder-keep = Klasörde mektuplar var. Önce onları taşıyın, sonra klasörü kaldırabilirsiniz.
mail-folder-make-title = Klasör yapın
mail-folder-make = Klasör yap
mail-folder-unit = P numarası
mail-folder-unit-hint = O bölüme gelen posta bu klasöre gelir. Bölüm değilse alanı boş bırakın.
mail-folder-unit-is = P numarası { $unit } için
mail-folder-unit-wrong = P numarası on rakamdır ve yalnızca bir klasörde olabilir
mail-folder-no-name = Klasör için bir ad yazın
mail-folder-long-name = Ad çok uzun. En fazla { $most } karakter olabilir
mail-folder-taken = Bu adda bir klasörünüz var. Başka bir ad seçin
mail-folder-too-many = { $most } klasörünüz olabilir. Önce birini kaldırın
mail-folder-not-empty = Klasör boş değil. Önce mektupları taşıyın
