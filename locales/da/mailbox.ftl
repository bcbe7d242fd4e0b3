# Digital Post: the inbox, letters, folders, search, answering and sending on.

problem-no-mailbox-title = Du har ingen post her endnu
problem-no-mailbox-text = Her kan du læse breve fra det offentlige. Først skal du have en postkasse. Det er gratis, og vi viser dig hvordan.
problem-no-company-mailbox-title = Her er ingen post endnu
problem-no-company-mailbox-text = Postkassen bliver åbnet, når den første skriver til jer. I skal ikke gøre noget.
problem-no-reply-title = Du kan ikke svare på det brev
problem-no-reply-text = Den, der sendte brevet, tager ikke imod svar her. Se i brevet, hvor du kan ringe eller skrive.
problem-open-first-title = Åbn brevet først
problem-open-first-text = Brevet kan få følger for den, det er til. Læs, hvad det betyder at åbne det. Så kan du vælge.

mail-nav = Post
mail-menu = Din menu
mail-acting = Hvis post du læser
mail-acting-for = Du læser post for
mail-change-box = Skift postkasse
mail-to-welcome = Sådan får du en postkasse
mail-to-boxes = Vælg en anden postkasse
mail-to-inbox = Gå til indbakken
mail-to-letter = Tilbage til brevet

mail-inbox = Indbakke
mail-archive = Arkiv
mail-sent = Sendt
mail-bin = Papirkurv
mail-folders-nav = Mapper med post
mail-own-folders = { $count ->
    [one] Min egen mappe
   *[other] Mine { $count } mapper
}
mail-unread-count = { $count ->
    [one] 1 ulæst
   *[other] { $count } ulæste
}
mail-letters-count = { $count ->
    [0] Ingen breve
    [one] 1 brev
   *[other] { $count } breve
}

mail-empty-inbox = Du har ingen breve her. Når der kommer nyt, får du besked.
mail-empty-archive = Arkivet er tomt. Læg breve her, når du er færdig med dem.
mail-empty-sent = Du har ikke sendt noget endnu.
mail-empty-bin = Papirkurven er tom.
mail-empty-own = Mappen er tom. Vælg et brev i indbakken, og flyt det hertil.
mail-bin-text = Her ligger det, du har slettet. Du kan få det tilbage i { $days } dage. Så er det væk for altid.
mail-bin-helper = Kun den, du hjælper, kan slette breve og få dem tilbage.

mail-from = Fra { $name }
mail-to = Til { $name }
mail-nobody = en, der ikke har skrevet sit navn
mail-no-subject = Brev uden emne
mail-came-on = Kom { $date }
mail-sent-on = Sendt { $date }
mail-deleted-on = Slettet { $date }
mail-came-at = Kom { $date }.
mail-sent-at = Sendt { $date }.
mail-holds-from = Brevet gælder fra den dag.
mail-moment = { $date } kl. { $time }
mail-from-to = { $from } til { $to }
mail-reply-by = Svar senest { $date }
mail-left-over = Det er for sent nu.
mail-left = { $days ->
    [0] Det er i dag.
    [one] Det er i morgen.
   *[other] Det er om { $days } dage.
}
mail-unread = Ulæst
mail-important = Vigtigt
mail-has-actions = Du skal gøre noget
mail-in-short = Kort sagt:
mail-files-count = { $count ->
    [one] 1 bilag
   *[other] { $count } bilag
}
mail-tick = Vælg brevet
mail-pages = Sider med breve
mail-first-page = Til de nyeste
mail-older = Ældre breve

mail-with-ticked = Gør dette med de breve, du har valgt
mail-mark-read = Marker som læst
mail-mark-unread = Marker som ulæst
mail-to-archive = Læg i arkiv
mail-delete = Slet
mail-take-back = Tag tilbage
mail-take-back-one = Tag brevet tilbage
mail-undo = Fortryd
mail-move-label = Flyt til mappe
mail-move-choose = Vælg en mappe
mail-move = Flyt
mail-done-moved = { $count ->
    [one] 1 brev er flyttet.
   *[other] { $count } breve er flyttet.
}
mail-done-archived = { $count ->
    [one] 1 brev ligger nu i arkivet.
   *[other] { $count } breve ligger nu i arkivet.
}
mail-done-read = { $count ->
    [one] 1 brev er nu læst.
   *[other] { $count } breve er nu læst.
}
mail-done-unread = { $count ->
    [one] 1 brev er nu ulæst.
   *[other] { $count } breve er nu ulæst.
}
mail-done-deleted = { $count ->
    [one] 1 brev er slettet. Du kan få det tilbage i { $days } dage.
   *[other] { $count } breve er slettet. Du kan få dem tilbage i { $days } dage.
}
mail-done-taken-back = { $count ->
    [one] 1 brev ligger nu, hvor det lå før.
   *[other] { $count } breve ligger nu, hvor de lå før.
}
mail-done-none = Vælg først et brev. Sæt hak ud for det.
mail-done-nowhere = Vælg først en mappe. Tryk så »Flyt«.
mail-done-gone = Mappen er der ikke mere. Intet er flyttet.
mail-done-sent = Brevet er sendt. Det ligger under »Sendt« hos den, du hjælper.

mail-search-title = Søg i din post
mail-search-label = Søg efter et brev
mail-search-button = Søg
mail-found = { $count ->
    [one] 1 brev med »{ $q }«
   *[other] { $count } breve med »{ $q }«
}
mail-found-many = Vi fandt { $count } breve. Her er de nyeste { $most }. Skriv et ord mere, så bliver der færre.
mail-found-none = Vi fandt ingen breve med »{ $q }«.
mail-tips-title = Sådan finder du det
mail-tip-fewer = Skriv kun et eller to ord.
mail-tip-sender = Skriv navnet på den, der sendte brevet.
mail-tip-spelling = Du kan skrive ae, oe og aa, hvis du ikke har æ, ø og å.
mail-tip-bin = Er brevet slettet? Så se her:

mail-boxes-title = Vælg postkasse
mail-boxes-link = Andre postkasser
mail-boxes-text = Her er de postkasser, du må åbne.
mail-own-post = Min egen post
mail-no-box-yet = Ingen postkasse endnu
mail-inbox-unread = { $count ->
    [0] Intet ulæst
    [one] 1 ulæst brev
   *[other] { $count } ulæste breve
}

mail-before-title = Læs dette, før du åbner brevet
mail-before-text = Brevet kan give en frist eller en pligt. Når du åbner det, kan det tælle, som om det er læst. Tal først med den, brevet er til.
mail-before-call-up = Brevet kalder den, du hjælper, til et møde eller i retten. Når du åbner det, kan det tælle, som om de selv har fået det. En frist kan begynde i dag. Tal med dem først.
mail-before-step-back = Du kan lade brevet ligge. Så sker der ikke noget nu. De kan åbne det selv.
mail-before-open = Åbn brevet
mail-before-leave = Lad det ligge

mail-sent-by = Sendt af
mail-written-by = Skrevet af
mail-legal = Brevet kan give dig en frist eller en pligt. Læs det nøje, eller få en til at læse det med dig.
mail-is-deleted = Brevet ligger i papirkurven.
mail-appointment = Aftale:
mail-appointment-when = Hvornår
mail-appointment-where = Hvor
mail-appointment-with = Hos
mail-appointment-calendar = Læg aftalen i min kalender
mail-appointment-over = Tiden er gået.
mail-action-payment = Du kan betale her
mail-action-self-service = Du kan klare det selv her
mail-action-sign = Du skal skrive under
mail-action-confirm = Du skal sige ja eller nej
mail-action-prepare = Du skal gøre noget klar
mail-action-enrol = Du kan melde dig til
mail-action-page = Læs mere her
mail-action-later = Du kan først bruge det { $date }.
mail-action-over = Det sluttede { $date }. Ring til afsender, hvis du ikke nåede det.
mail-action-until = Du kan bruge det til { $date }.
mail-action-unsafe = Vi kan ikke se, hvor linket fører hen. Derfor kan du ikke trykke på det.
mail-leads-to = Knappen fører til et andet sted: { $host }
mail-picture = Billede: { $name }
mail-pictures-left-out = { $count ->
    [one] Vi viser ikke 1 billede i brevet. Det kan røbe, at du læser det.
   *[other] Vi viser ikke { $count } billeder i brevet. De kan røbe, at du læser det.
}
mail-had-form = Der var felter i brevet, som du kunne skrive i. Vi viser dem ikke. Skriv aldrig koder i et brev.
mail-was-cut = Brevet er for langt til at vise her. Hent det hele nederst på siden.
mail-formats = Brevet som fil
mail-attachments = Bilag
mail-technical = Filer til andre programmer
mail-kind-pdf = PDF
mail-kind-picture = Billede
mail-kind-text = Tekst
mail-kind-table = Tabel
mail-kind-film = Film eller lyd
mail-kind-packed = Pakket fil
mail-kind-file = Fil
mail-file-about = { $kind }, { $size }
mail-size-kb = { $n } KB
mail-size-mb = { $n } MB
mail-open-file = Åbn { $name }
mail-save-file = Hent { $name }
mail-save = Hent
mail-save-anyway = Hent filen alligevel
mail-file-never = Filen kan være farlig. Du kan ikke hente den her.
mail-file-differs = Filen er ikke det, den siger. Pas på.
mail-file-never-text = Filen er et program, eller den gemmer på et. Den kan skade din computer. Derfor kan du ikke hente den. Ring til den, der har sendt brevet, og sig det.
mail-file-differs-text = Filen siger, at den er én slags, men den er en anden. Det kan være en fejl. Hent den kun, hvis du kender den, der har sendt den.

mail-what-now = Hvad vil du gøre?
mail-reply = Svar
mail-forward = Send videre
mail-print = Skriv ud
mail-no-answers = Du kan ikke svare på det brev her.
mail-keep-title = Gem brevet
mail-keep-text = Du kan gemme brevet og alle bilag på din egen computer.
mail-keep-zip = Hent alt i én fil (ZIP)
mail-keep-memo = Hent brevet, som det kom (MeMo)
mail-zip-note = LÆS MIG.txt
mail-zip-left-out = Disse filer kan være farlige og er ikke med: { $names }
mail-print-title = Brevet på papir
mail-print-text = Skriv siden ud. Kun brevet kommer på papiret. Adressen passer til en kuvert med rude.
mail-enclosed = Bilag, der kom med

mail-cancel = Fortryd
mail-reply-title = Svar på et brev
mail-write-to = Til
mail-write-subject = Emne
mail-write-text = Hvad vil du skrive?
mail-write-text-hint = Skriv hvem du er, og hvad det handler om. En tom linje giver et nyt afsnit.
mail-write-files = Bilag
mail-write-files-hint = Du kan sende { $most } filer. De må i alt fylde { $size } MB.
mail-write-files-again = Vælg dine filer igen. De er ikke gemt.
mail-write-send = Send brevet
mail-write-no-receiver = Vi kender ingen her med det nummer, eller de kan ikke få post. Se nummeret efter.
mail-write-no-text = Skriv noget i brevet
mail-write-long-text = Brevet er for langt. Det må have { $most } tegn
mail-write-subject-wrong = Skriv et emne. Det må have { $most } tegn
mail-write-dangerous = Filen »{ $name }« kan være farlig og kan ikke sendes
mail-write-too-many = Vælg højst { $most } filer
mail-write-too-large = Filerne fylder for meget. De må i alt fylde { $size } MB
mail-write-full = Den, du skriver til, har ikke plads til mere post. Ring til dem
mail-write-no-number = Vi mangler dit nummer, så de kan svare dig. Ring til os, så hjælper vi

mail-new-title = Skriv et nyt brev
mail-new-text = Du kan skrive til en kommune, et bibliotek eller en anden del af det offentlige.
mail-new-label = Hvem vil du skrive til?
mail-new-found = { $count ->
    [0] Vi fandt ingen med »{ $q }«. Prøv med navnet på byen.
    [one] 1 sted med »{ $q }«
   *[other] { $count } steder med »{ $q }«
}

mail-receipt-title = Dit brev er sendt
mail-receipt-text = De har fået brevet. Du kan altid finde det under »Sendt«.
mail-receipt-when = Sendt
mail-receipt-see = Se brevet

mail-forward-title = Send brevet videre
mail-forward-text = Den anden får hele brevet med alle bilag. Det kan du ikke tage tilbage.
mail-forward-to = CPR-nummer eller CVR-nummer
mail-forward-to-hint = CPR-nummer til en person, CVR-nummer til et firma eller en kommune.
mail-forward-comment = Din egen hilsen
mail-forward-comment-hint = Du må gerne lade feltet være tomt.
mail-forward-next = Næste
mail-forward-number-wrong = Nummeret er ikke rigtigt. CPR har ti tal, og CVR har otte
mail-forward-confirm-title = Er det den rigtige?
mail-forward-confirm-text = Af en person viser vi kun fornavn og bogstaver. Er du i tvivl, så send ikke.
mail-forward-letter = Brevet
mail-forward-receiver = Sendes til
mail-forward-send = Ja, send brevet
mail-forward-other = Nej, ret nummeret

mail-folders-title = Ret mapper
mail-folders-none = Du har ingen mapper endnu. Lav en, og saml de breve, der hører sammen.
mail-folder-made = Mappen er lavet.
mail-folder-renamed = Mappen har fået nyt navn.
mail-folder-removed = Mappen er væk.
mail-folder-name = Navn på den nye mappe
mail-folder-name-hint = Som »Bolig« eller »Lægen«.
mail-folder-new-name = Mappens navn
mail-folder-rename = Gem navn
mail-folder-remove = Fjern mappe
mail-folder-keep = Der er breve i mappen. Flyt dem først, så kan du fjerne den.
mail-folder-make-title = Lav en mappe
mail-folder-make = Lav mappe
mail-folder-unit = P-nummer
mail-folder-unit-hint = Post til den afdeling kommer så i mappen. Lad feltet stå tomt, hvis det ikke er en afdeling.
mail-folder-unit-is = Til P-nummer { $unit }
mail-folder-unit-wrong = Et P-nummer har ti tal, og det må kun stå på én mappe
mail-folder-no-name = Skriv et navn til mappen
mail-folder-long-name = Navnet er for langt. Det må have { $most } tegn
mail-folder-taken = Du har en mappe med det navn. Vælg et andet navn
mail-folder-too-many = Du kan have { $most } mapper. Fjern en først
mail-folder-not-empty = Mappen er ikke tom. Flyt brevene først
