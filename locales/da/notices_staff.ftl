# Staff print letters and put them in the post.

letters-title = Breve
letters-count = { $count ->
    [0] Der er ingen breve at skrive ud.
    [one] Der er ét brev at skrive ud.
   *[other] Der er { $count } breve at skrive ud.
 }
letters-shown = Her er de { $most } ældste. Skriv dem ud først.
letters-marked = { $count ->
    [0] Ingen breve blev mærket. Måske har en anden gjort det.
    [one] Ét brev er mærket som sendt.
   *[other] { $count } breve er mærket som sendt.
 }
letters-language = Sprog
letters-any-language = Alle sprog
letters-in-da = Dansk
letters-in-en = Engelsk
letters-in-ar = Arabisk
letters-in-tr = Tyrkisk
letters-in-ur = Urdu
letters-waited = Har ventet
letters-age = { $days ->
    [0] Alle
    [one] Mindst én dag
   *[other] Mindst { $days } dage
 }
letters-days = { $days ->
    [0] I dag
    [one] Én dag
   *[other] { $days } dage
 }
letters-filter = Vis
letters-print = Skriv dem ud
letters-written = Skrevet
letters-to = Til
letters-town = By
letters-subject = Emne
letters-pages = Sider med breve
letters-newer = Nyere
letters-older = Ældre
letters-page = Side { $page } af { $of }
letters-print-title = Breve til udskrift
letters-print-text = Skriv siden ud på A4 uden at ændre størrelsen. Adressen passer til rudekuverter i C5. Kom tilbage hertil, når brevene ligger i kuverter, og mærk dem som sendt.
letters-mark = { $count ->
    [one] Mærk brevet som sendt
   *[other] Mærk de { $count } breve som sendt
 }
letters-none-to-print = Der er ingen breve her, eller modtageren har slettet sin adresse.
letters-stranded = Kan ikke sendes
letters-stranded-text = Vi har hverken e-mail, nummer eller adresse på dem. Giver de os en inden 30 dage, sendes det af sig selv. Du kan også give besked på en anden måde.
letters-in-person-head = Anden måde
letters-in-person = Har fået besked
letters-posted-title = Sendte breve
letters-posted = Sendt
letters-none-posted = Ingen breve er sendt endnu.
letters-again-head = Igen
letters-again = Skriv ud igen
