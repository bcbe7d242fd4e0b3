# review: needed
# of: b0c5893c4cc9
# No native reader has read this translation yet.

# The front page and the pages about the site.

front-title = Yardım alın
front-lead = MitID, Digital Post (devletten gelen dijital mektuplar) ve internetteki resmi işlemler için size yardım ederiz. Yardım ücretsizdir.
choice-near = Yakınınızda yardım bulun
choice-near-line = Vatandaş hizmetleri (Borgerservice), kütüphaneler ve gönüllüler
choice-call = Arayın veya yazışın (chat)
choice-call-line = Bir insanla konuşun
choice-mitid = MitID için yardım
choice-mitid-line = Giriş yapamadığınızda
choice-digital-post = Digital Post için yardım
choice-digital-post-line = Mektupları okuyun, saklayın ve cevaplayın
choice-home-visit = Evinizde yardım
choice-home-visit-line = Evden çıkamadığınızda
choice-business = Şirketler için yardım
choice-business-line = Resmi makamlara bilgi vermeniz gerektiğinde

was-title = Erişilebilirlik bildirimi
was-status = Siteyi herkes kullanabilir mi?
was-status-1 = Siteyi herkes kullanabilmeli. WCAG 2.2 kurallarına AA düzeyinde uyuyoruz.
was-status-2 = Her değişiklikten sonra bütün sayfaları deniyoruz. Klavyeyle, büyük yazıyla ve JavaScript olmadan deniyoruz.
was-known = Henüz bilmediklerimiz
was-known-1 = Siteyi, ekran okuyucu kullanan insanlar henüz denemedi.
was-known-2 = Arapça, Türkçe ve Urduca yazıları, anadili bu diller olan kişiler henüz okumadı.
was-tell = Zorlandığınız bir şey varsa bize söyleyin
was-tell-1 = Bizi arayın. Numara her sayfanın en üstünde ve en altındadır.
was-tell-2 = Siteden sorumlu belediyeye veya derneğe mektup da yazabilirsiniz.
was-law = Cevap alamazsanız
was-law-1 = Dijitalleşme Kurumu’na (Digitaliseringsstyrelsen) şikâyet edebilirsiniz. Bu kurum kurallara uyulup uyulmadığına bakar.
was-law-2 = Kurallar, internet sitelerinin erişilebilirliği hakkındaki Danimarka yasasında yazar.

about-title = Site ve bilgileriniz hakkında
about-what = Omtanke nedir?
about-what-1 = Omtanke, internetteki resmi işlemler için nereden yardım alabileceğinizi gösterir.
about-what-2 = Site, yardıma ihtiyacınız varsa sizin içindir. Başkasına yardım ediyorsanız da sizin içindir.
about-data = Sizinle ilgili neyi saklıyoruz?
about-data-1 = Kim olduğunuzu söylemeden arama yapabilirsiniz. O zaman sizinle ilgili hiçbir şey saklamayız.
about-data-2 = “En yakın yeri bul” düğmesine basarsanız telefonunuz yaklaşık yerinizi gönderir. Bunu saklamayız.
about-data-3 = Giriş yaparsanız “Sayfam” bölümünde sizinle ilgili bütün bilgileri görürsünüz. Bunları indirebilirsiniz de.
about-cookies = Çerezler (cookies)
about-cookies-1 = Dilinizi ve yazı boyunu bir yıl hatırlarız. Giriş yaparsanız bunu siz çıkış yapana kadar hatırlarız.
about-cookies-2 = Başka çerez kullanmayız. Başka hiç kimse sizi burada izleyemez.
about-facts = Bilgiler nereden geliyor?
about-facts-1 = Belediyeler, posta kodları ve kütüphane adları resmi kayıtlardan gelir. Haritadaki yerler GeoNames’ten gelir (CC BY 4.0).
about-facts-2 = Her yerin altında bilgilerin nereden geldiği yazar. Bilgilerin en son ne zaman kontrol edildiği de yazar.
about-facts-3 = Gerçek olmayan bilgilerde “Örnek” yazar.
