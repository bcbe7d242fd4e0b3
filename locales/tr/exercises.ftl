# review: needed
# of: aa64ae99c8e2
# No native reader has read this translation yet.

# Exercises: the list, the tasks, hints, show me, sheet and code.

exercise-list-title = Alıştırmalar
exercise-list-lead = Burada alıştırma yapabilirsiniz. Hiçbir şey gerçek değildir. Yanlışlıkla kötü bir şey yapamazsınız.
exercise-present = Bu alıştırmaya başladınız
exercise-for = Alıştırmalar kimin için?
exercise-for-all = Herkes
exercise-for-older = Yaşlılar
exercise-for-young = Gençler
exercise-for-newcomers = Danimarka'da yeni olanlar
exercise-for-short-schooling = Azar azar okumayı sevenler
exercise-for-business = İşletmeler
exercise-level-first = Kolay
exercise-level-second = Biraz alışkın
exercise-level-third = Alışkın
exercise-minutes = { $n ->
    [one] bir dakika
   *[other] { $n } dakika
}
exercise-is-done = Bunu yaptınız
exercise-people = Kimler var?
exercise-people-text = Hiçbiri gerçek değildir. Alıştırmada onları siz oynarsınız.
exercise-born = Doğum tarihi:
exercise-cpr = CPR numarası:
exercise-user-name = Alıştırma MitID kullanıcı adı:
exercise-begin = Başla
exercise-calm = İstediğiniz zaman ara verebilirsiniz. Ne yaptığınızı kimse görmez ve kimse not vermez.
exercise-step = Görev { $n } / { $of }
exercise-you-are = Şu anda siz
exercise-become-text = Bu görevde siz
exercise-become = Ol:
exercise-start = Göreve git
exercise-look = Oldu mu, bak
exercise-it-worked = Oldu
exercise-not-yet = Henüz değil
exercise-not-yet-text = Acele etmeden yeniden deneyin. Bir ipucu yardımcı olabilir.
exercise-go-on = Devam
exercise-hints = İpuçları
exercise-hint = Bir ipucu göster
exercise-hint-more = Bir ipucu daha göster
exercise-hints-all = İpuçları bitti. Bir insana da sorabilirsiniz.
exercise-help-near = Yakınınızda kim yardım edebilir?
exercise-show = Nasıl yapıldığını göster
exercise-scene-note = Oyuncak bir telefon
exercise-scene-sms = Size bir SMS gelir
exercise-scene-email = Size bir e-posta gelir
exercise-scene-call = Telefon çalar
exercise-scene-approval = MitID onay istiyor
exercise-scene-no-button = Burada basamazsınız. Ne yapacağınızı seçin.
exercise-scene-you = Siz dersiniz:
exercise-choose = Ne yaparsınız?
exercise-choose-button = Bunu yaparım
exercise-right = İyi fark ettiniz
exercise-think-again = Birlikte bakalım
exercise-think-again-text = Bu yalnızca bir alıştırma ve hiçbir şey olmadı. Yeniden seçmeyi deneyin.
exercise-done-title = Artık yapabilirsiniz
exercise-done-text = Alıştırmanın tamamını yaptınız. Başka bir gün yeniden yapabilirsiniz.
exercise-for-real = Şimdi gerçek
exercise-for-real-text = Yalnız yapmak zorunda değilsiniz. Kütüphanede ve vatandaş hizmetlerinde size memnuniyetle yardım edecek insanlar var.
exercise-others = Sizin için başka alıştırmalar
exercise-all = Bütün alıştırmalar
exercise-tasks = Görevler
exercise-show-title = Böyle yapılır
exercise-show-steps = Adımlar
exercise-show-step = Adım { $n } / { $of }
exercise-show-page = Sayfaya git
exercise-show-next = Sonraki adım
exercise-show-before = Önceki adım
exercise-back = Alıştırmaya dön
exercise-sheet = Alıştırma kâğıt üzerinde
exercise-sheet-mark = Alıştırma: burada hiçbir şey gerçek değildir.
exercise-sheet-where = Alıştırmayı burada bulursunuz
exercise-sheet-code = Ara verirken kodum: ______________
exercise-code-title = Kodunuz
exercise-code-link = Başka bir gün devam etmek için bir kod yazın
exercise-code-write = Bu kodu yazın. Onunla başka bir gün ve başka bir ekranda devam edebilirsiniz.
exercise-code-count = { $n ->
    [one] Kod bir alıştırmayı hatırlar.
   *[other] Kod { $n } alıştırmayı hatırlar.
}
exercise-code-none = İlk alıştırmanızı yapınca bir kod alırsınız.
exercise-code-what = Kod yalnızca hangi alıştırmaları yaptığınızı söyler. Kim olduğunuzu söylemez.
exercise-code-have = Bir kodunuz var mı?
exercise-code-field = Kodunuz
exercise-code-hint = Kâğıdınızdaki harfleri ve sayıları yazın.
exercise-code-bring = Kodu kullan
exercise-code-brought = Kod kullanıldı. Alıştırmalarınızı aşağıda görebilirsiniz.
exercise-code-missing = Kâğıdınızdaki kodu yazın.
exercise-code-wrong = Kod uymuyor. Bir harf yanlış yazılmış mı, bakın.
exercise-code-done = Bunları yaptınız

# The quiz, both sides on one screen, and what is for real.
exercise-for-real-leave = Düğme sizi alıştırmadan çıkarır. Oradaki yerler gerçektir.
exercise-for-real-ask = Kütüphanenize sorun ya da belediyenizi arayın.
exercise-help-real = Gerçekte yardım bulun
exercise-for-real-print = Sayfayı yazdırıp yanınıza alın
exercise-quiz-title = Alıştırmalardan sonra sorular
exercise-quiz-text = Bir alıştırma bitince birkaç soru alabilirsiniz. Kimse yanıtlarınızı saymaz.
exercise-quiz-on = Evet, bana soru sorun
exercise-quiz-off = Hayır, soru istemem
exercise-quiz-offer = Birkaç soru denemek ister misiniz?
exercise-quiz-begin = İlk soruyu görün
exercise-quiz-step = Soru { $n } / { $of }
exercise-quiz-answer = Yanıtla
exercise-quiz-next = Sonraki soru
exercise-quiz-end = Bu son soruydu.
exercise-quiz-calm = İstediğiniz kadar yanıtlayabilirsiniz. Yanıtınız saklanmaz.
exercise-two-link = İki kişiyi yan yana göster
exercise-two-title = İki kişi yan yana
exercise-two-text = İki kişi seçin. İkisini de ekranda görürsünüz. Biri izin verebilir, öbürü yardım edebilir.
exercise-two-left = İzni veren
exercise-two-right = Yardım eden
exercise-two-begin = İkisini de göster
exercise-two-again = Biri bir şey mi yaptı? Yeni olanı görmek için öbürünün üstündeki bir bağlantıya basın.
exercise-two-others = Başka iki kişi seçin
exercise-two-missing = Listeden iki kişi seçin.
exercise-two-same = İki farklı kişi seçin.
