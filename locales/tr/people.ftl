# review: needed
# of: ba847f5be2da
# No native reader has read this translation yet.

# Signing in, my own page, and what people are in an organisation.

sign-in-title = Giriş yap
sign-in-lead = Nasıl giriş yapmak istediğinizi seçin.
sign-in-with = Şununla giriş yap: { $broker }
sign-in-none = Şu anda giriş yapamazsınız.
sign-in-not-needed = Giriş yapmadan da yardım bulabilirsiniz.
sign-in-again = Yeniden giriş yap
signed-out-title = Çıkış yaptınız
signed-out-text = Bilgisayarı sizden sonra başkaları kullanıyorsa pencereyi de kapatın.

sign-in-not-known-title = Sizi henüz tanımıyoruz
sign-in-not-known-text = Kim olduğunuzu görüyoruz. Ama size burada henüz kimse izin vermedi.
sign-in-not-known-next = İş yerinizde siteyi yöneten kişiye sorun. Ona bu iki satırı gösterin:
sign-in-not-known-broker = Giriş yöntemi
sign-in-not-known-number = Numaranız
sign-in-other-way = Başka bir yolla giriş yap

problem-sign-in-cancelled-title = Giriş yapmadınız
problem-sign-in-cancelled-text = Bitirmeden durdunuz. Hiçbir şey olmadı. Yeniden deneyebilirsiniz.
problem-sign-in-late-title = Çok uzun sürdü
problem-sign-in-late-text = Güvenliğiniz için yeniden başlamanız gerekiyor. Acele etmeyin. Yarım saatiniz var.
problem-sign-in-used-title = Bu yalnızca bir kez kullanılabilir
problem-sign-in-used-text = Belki önceki bir sayfaya döndünüz. Belki eski bir bağlantıyı açtınız. Baştan başlayın.
problem-sign-in-other-browser-title = Başka bir pencereye geçtiniz
problem-sign-in-other-browser-text = Giriş yapmaya başka bir tarayıcıda başladınız. Burada yeniden başlayın ve aynı tarayıcıda kalın.
problem-sign-in-unavailable-title = Şu anda giriş yapamazsınız
problem-sign-in-unavailable-text = Cevap alamıyoruz. Bu sizin hatanız değil. Biraz sonra yeniden deneyin.
problem-sign-in-refused-title = Giriş yapmadınız
problem-sign-in-refused-text = Güvenemeyeceğimiz bir cevap aldık. Baştan başlayın. Yine olursa bizi arayın.
problem-sign-in-too-weak-title = Kim olduğunuzu daha güvenli bir yolla göstermeniz gerekiyor
problem-sign-in-too-weak-text = Siz olduğunuzdan daha emin olmamız gerekiyor. MitID uygulaması, kod cihazı (kodeviser) veya çip (chip) ile yeniden giriş yapın.
problem-sign-in-cpr-title = CPR numaranızı okuyamıyoruz
problem-sign-in-cpr-text = CPR numarası olmayan bir numara aldık. Bu sizin hatanız değil. Yeniden deneyin. Yine olursa bizi arayın.

my-page-title = Sayfam
my-page-me = Sizinle ilgili bildiklerimiz
my-page-name = Ad
my-page-birth-date = Doğum tarihi
my-page-cpr = CPR numarası
my-page-cpr-text = CPR numaranızın bir bölümünü gizliyoruz. Böylece başkaları onu okuyamaz.
my-page-cpr-show = Numaranın tamamını göster
my-page-cpr-hide = Numarayı yeniden gizle
my-page-cpr-closed = Numarayı şu anda gösteremiyoruz
my-page-from = başlangıç: { $from }
my-page-from-to = başlangıç: { $from }, bitiş: { $to }
my-page-former = Önceki ve sonraki roller
my-page-moment = { $date }, saat { $time }
my-page-you = Siz
my-page-sessions = Giriş yaptığınız yerler
my-page-sessions-text = Tanımadığınız bir yer mi var? O zaman her yerden çıkış yapın.
my-page-session-since = Giriş zamanı
my-page-session-seen = Son kullanım
my-page-session-by = Giriş yöntemi
my-page-session-this = Burası
my-page-sign-out-everywhere = Her yerden çıkış yap
my-page-log = Neler oldu
my-page-log-text = Burada yaptığınız her şey yazar. Başkalarının bilgilerinizle ne yaptığı da burada yazar.
my-page-log-when = Ne zaman
my-page-log-who = Kim
my-page-log-what = Ne
my-page-log-why = Neden
my-page-refused-why = Rol buna izin vermiyor
my-page-audit-why = Kimin ne yaptığının kontrolü
my-page-cpr-why = Görmek istediniz
my-page-cpr-refused-why = Daha önce bildiklerimize uymuyor
my-page-log-more = Liste yalnızca en yeni olanları gösterir. Hepsini görmek için bilgilerinizi indirin.
my-page-download = Bilgilerinizi yanınıza alın
my-page-download-text = Sizinle ilgili bildiğimiz her şeyi tek bir dosyada indirebilirsiniz.
my-page-download-link = Bilgilerimi indir

role-citizen = Vatandaş
role-helper = Yardımcı
role-trusted-employee = Güvenilir görevli (betroet medarbejder)
role-librarian = Kütüphaneci
role-teacher = Öğretmen
role-volunteer = Gönüllü
role-coordinator = Koordinatör
role-programme-manager = Program yöneticisi
role-analyst = Analist
role-administrator = Sistem yöneticisi
role-mail-administrator = Posta sorumlusu
role-signatory = İmza yetkilisi
role-rights-administrator = Yetki yöneticisi
role-employee = Çalışan

organisation-kind-authority = Resmi kurum
organisation-kind-library = Kütüphane
organisation-kind-association = Dernek
organisation-kind-company = Şirket

did-person-create = Bir kişi kaydedildi
did-identity-link = Bir giriş yöntemi eklendi
did-cpr-keep = Bir CPR numarası kaydedildi
did-cpr-reveal = CPR numarasının tamamı gösterildi
did-cpr-refuse = Bir CPR numarası kaydedilmedi
did-session-start = Giriş yapıldı
did-session-end = Çıkış yapıldı
did-session-end-all = Her yerden çıkış yapıldı
did-membership-add = Bir rol verildi
did-membership-end = Bir rolün bitiş tarihi belirlendi
did-organisation-create = Bir kurum kaydedildi
did-organisation-edit = Bir kurumun bilgileri düzeltildi
did-access-refuse = Girişe izin verilmedi
did-audit-read = Olanların listesi okundu
