# review: needed
# of: f17485aa9c98
# No native reader has read this translation yet.

# A company's rights: to its people, to an adviser, and from the adviser to its named people.

company-mine-title = Şirketlerim
company-mine-line = Bir şirket adına neler yapabileceğinizi görün.
company-mine-lead = Burada kendi MitID bilginizle bir şirket adına işlem yapabilirsiniz.
company-mine-none = Burada bir şirketiniz yok.
company-signs = Tek başınıza imzalayabilirsiniz.
company-may = Şunları yapabilirsiniz
company-may-for = { $name } için { $powers }
company-post = Posta

company-rights-title = Yetkiler
company-rights-none = Henüz kimseye yetki verilmedi.
company-opens = İzin verilen
company-state = Durum
company-since = Başlangıç
company-until = Bitiş
company-last-used = Son kullanım
company-never-used = Hiç
company-through = Devreden
company-take-back = Geri al
company-yes = Evet de
company-no = Hayır de
company-over = Sona erenler
company-people = Burada çalışanlar
company-people-text = Birini seçin ve yetki verin. Ayrılan kişi her şeyi hemen kaybeder.
company-give = Yetki ver
company-give-title = Yetki ver
company-give-lead = Bu kişi { $name } için ne yapabilir?
company-to = Kime
company-adviser-title = Danışman
company-adviser-text = Muhasebecinizin veya başka bir şirketin sizin adınıza işlem yapmasına izin verin.
company-adviser-give = Bir danışmana izin ver
company-adviser-lead = Danışman { $name } için ne yapabilir? Bunu kendi çalışanlarına devredebilir.
company-cvr = Danışmanın CVR numarası
company-cvr-hint = Sekiz rakam
company-person = Kime verilsin?
company-person-hint = Sizde çalışmalı
company-powers = Neye izin veriyorsunuz?
company-unit = Yalnızca P numaralı bölüm
company-unit-hint = On rakam. Boş: bütün şirket.
company-starts-on = Başlangıç
company-ends-on = Bitiş
company-ends-on-hint = Boş: siz geri alana kadar
company-past = Bugünden önceki posta
company-past-yes = O da okunabilir
company-past-no = Okunamaz
company-send = Şimdi izin ver
company-explained = Ne anlama geliyor?

company-join-title = Yeni çalışan
company-join-lead = Numarayı ve adı yazın. Sonra kişiye yetki verebilirsiniz.
company-cpr = CPR numarası
company-cpr-hint = On rakam. Bir daha gösterilmez.
company-name = Ad
company-join = Ekle
company-end-title = Artık burada çalışmıyor
company-end-text = Kişi buradaki bütün yetkilerini hemen, bir sonraki tıklamadan başlayarak kaybeder.
company-end-rights = { $count ->
    [0] Kişinin şu anda yetkisi yok.
   *[other] Kişinin şu anda { $count } yetkisi var.
}
company-end = Şimdi sona erdir

company-held-title = Bize verilenler
company-held-text = Başkaları size bu izni verdi. Bunu sizde çalışan belirli kişilere devredebilirsiniz. Onlar yeniden devredemez.
company-held-none = Kimse size bir şey vermedi.
company-not-passed-on = Sizde henüz kimseye verilmedi.
company-passed-on = Devredilenler
company-pass-on-title = Devret
company-pass-on-lead = Sizden kim { $name } için işlem yapabilir? Kendi yetkinizi veya daha azını devredebilirsiniz.
company-lay-down = Geri ver

company-saved-given = İzin verildi. Kişiye haber verilecek.
company-saved-taken = Geri alındı. Şu andan başlayarak geçerli.
company-saved-yes = Evet dediniz.
company-saved-no = Hayır dediniz.
company-saved-joined = Kişi eklendi, ama henüz yetkisi yok.
company-saved-left = Kişi ayrıldı ve bütün yetkilerini kaybetti.
company-saved-back = Geri verdiniz.

company-error-cvr = CVR numarası: Bu numarayla bir şirket bilmiyoruz
company-error-person = CPR numarası: Bu numara ve adla kimseyi bilmiyoruz
company-error-already-here = CPR numarası: Kişi zaten çalışan
company-error-powers = Neye izin veriyorsunuz: En az bir şey seçin
company-error-power = Neye izin veriyorsunuz: Bir kısmı verilemez
company-error-starts-on = Başlangıç: Bu bir tarih değil
company-error-ends-on = Bitiş: Bu bir tarih değil
company-error-ends-before = Bitiş: Başlamadan önce bitiyor
company-error-past = Bitiş: Bu gün geçti
company-error-too-long = Bitiş: En fazla on yıl sonrası
company-error-limit-case = Dosya numarası: En fazla 40 karakter
company-error-limit-unit = P numarası: On rakam yazın
company-error-oneself = Bir şirket kendisine bir şey veremez
company-error-too-young = Veren kişi { $years } yaşında olmalı
company-error-wider = Bu size verilenden fazla. Tarihlere de bakın.
company-error-too-deep = İzin verildiği kadar devredildi. Sahibinden doğrudan vermesini isteyin.
company-error-not-employee = Kime verilsin: Sizde çalışan birini seçin
company-error-step = Bu artık mümkün değil. Şimdiki durumuna bakın.
company-error-already = Aynısı zaten var
company-error-too-many = Çok fazla istendi. Biraz bekleyin.
company-error-dead = İkisinden biri öldü
company-error-involved = Buna kendiniz karar veremezsiniz
company-error-other-people = Bu, adı geçenden başka biri
company-error-case = Dosya numarası: 1 ile 40 karakter yazın
company-error-same-employee = Buna başka biri bakmalı
