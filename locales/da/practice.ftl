# The simulated MitID, called Øve-MitID: what learners meet when they practise signing in.

mitid-mark = Øvelse: intet her er rigtigt
mitid-mark-text = Du øver dig med Øve-MitID. Skriv aldrig dit rigtige brugernavn eller en rigtig kode her.
mitid-continue = Fortsæt
mitid-cancel = Afbryd
mitid-again = Prøv igen
mitid-start-again = Begynd forfra
mitid-other-name = Skriv et andet brugernavn
mitid-number = Tal:

mitid-name-title = Log ind med Øve-MitID
mitid-name-label = Brugernavn
mitid-name-hint = Brug et brugernavn fra øvelsen. Store og små bogstaver er lige gode.
mitid-name-missing = Skriv et brugernavn
mitid-name-unknown = Øve-MitID kender ikke brugernavnet. Se efter, om der er en slåfejl.
mitid-users-title = Hvem kan jeg øve mig som?
mitid-users-text = Skriv et af de brugernavne, der står med fed skrift. Alle personerne er opdigtede.

mitid-app-title = Åbn appen på telefonen
mitid-app-text = Vi har sendt en anmodning til øve-telefonen. Den er tegnet her på siden.
mitid-app-open = Tryk på »Åbn« på øve-telefonen.
mitid-compare-title = Er tallet det samme?
mitid-compare-text = Se på tallet her. Se på tallet på øve-telefonen.
mitid-compare-same = Er de ens, og er det dig, der logger ind? Tryk »Godkend«.
mitid-compare-other = Er du i tvivl? Tryk »Afvis«.
mitid-phone-note = Øvelse – ikke det rigtige MitID
mitid-phone-waiting = Der venter en anmodning
mitid-phone-waiting-text = Nogen vil logge ind med dit brugernavn. Er det dig?
mitid-open = Åbn
mitid-phone-compare = Vil du godkende?
mitid-phone-service = Du er ved at logge ind hos
mitid-approve = Godkend
mitid-reject = Afvis
mitid-use-code = Jeg vil bruge en kodeviser
mitid-use-app = Jeg vil bruge telefonen

mitid-rejected-title = Du har afvist
mitid-rejected-text = Ingen er logget ind.
mitid-rejected-right = Det er rigtigt at afvise, når det ikke er dig selv, der logger ind.

mitid-code-title = Skriv koden fra kodeviseren
mitid-code-label = Kode
mitid-code-hint = Skriv de 6 tal, som kodeviseren viser.
mitid-code-missing = Skriv 6 tal
mitid-code-wrong = { $left ->
        [one] Koden passer ikke. Du har 1 forsøg tilbage.
       *[other] Koden passer ikke. Du har { $left } forsøg tilbage.
    }
mitid-device = Øve-kodeviser

mitid-locked-title = Brugernavnet er låst
mitid-locked-text = Der er skrevet forkert kode { $tries } gange. Så låser Øve-MitID brugernavnet i { $minutes } minutter.
mitid-locked-ends = Du kan prøve igen kl. { $time }.
mitid-locked-why = Låsen passer på dig. Ingen kan blive ved med at gætte.

mitid-over-title = Du skal begynde forfra
mitid-over-text = Der er gået mere end 10 minutter, eller du er allerede færdig her. Intet er gået galt.
mitid-stranger-title = Øve-MitID kan ikke begynde
mitid-stranger-text = Adressen, der sendte dig hertil, er ikke på listen. Derfor sender vi dig ikke videre. Begynd forfra.

# Sandboxes: the bar on every page of one, and the pages about it.

practice-region = Øvelse
practice-title = øvelse
practice-mark = Øvelse: intet her er rigtigt
practice-telephone = { $n ->
        [0] Øve-telefon
        [one] Øve-telefon: 1 ny besked
       *[other] Øve-telefon: { $n } nye beskeder
    }
practice-telephone-empty = Der er ingen beskeder endnu.
practice-telephone-open = Åbn øve-telefonen
practice-reset = Begynd forfra
practice-end = Slut øvelsen

practice-front = Øv dig
practice-front-line = Prøv det hele af. Intet er rigtigt, og intet kan gå galt.
practice-front-more = Læs om at øve sig

practice-outside-title = Øv dig uden at noget kan gå galt
practice-outside-lead = Du er en opdigtet person. Du kan læse post, give fuldmagt og meget mere. Siderne er de rigtige. Alt i dem er opdigtet.
practice-outside-1 = Du skal ikke logge ind med dit eget MitID. Vi spørger ikke om, hvem du er.
practice-outside-2 = Intet bliver sendt til nogen. Du kan ikke komme til at gøre noget forkert.
practice-outside-3 = Du kan begynde forfra, når du vil. Efter et døgn uden brug er alt væk.
practice-begin = Øv dig
practice-begin-log-in = Øv dig i at logge ind
practice-ended = Øvelsen er slut
practice-ended-text = Alt, hvad du skrev, er slettet.
practice-again = Øv dig igen

practice-telephone-title = Øve-telefonen
practice-telephone-lead = Her kommer det, som systemet ville have sendt. Intet er sendt til nogen.
practice-messages = Beskeder
practice-message-to = Til { $to }
practice-moment = { $date } kl. { $time }
practice-clock-title = Lad tiden gå
practice-clock-now = I øvelsen er det nu { $now }.
practice-clock-text = Noget sker først efter nogle dage. Du kan spole tiden frem.
practice-clock-days = { $n ->
        [one] 1 dag frem
       *[other] { $n } dage frem
    }
practice-who-link = Vær en anden person i øvelsen
practice-who-title = Hvem vil du være?
practice-who-lead = Alle er opdigtede. Vælg en, så er du logget ind som den.

problem-practice-full-title = Der er ikke plads lige nu
problem-practice-full-text = Mange øver sig lige nu. Vent lidt, og prøv igen.
problem-practice-over-title = Øvelsen er slut
problem-practice-over-text = Den er afsluttet, eller ingen har brugt den i et døgn. Intet er gået galt. Du kan begynde en ny.
problem-practice-upgraded-title = Øvelsen er slut
problem-practice-upgraded-text = Vi har gjort siderne bedre. Derfor sluttede de gamle øvelser. Du kan begynde en ny.

# A new telephone, and a user name that somebody has forgotten.
mitid-forgotten-link = Jeg har glemt mit brugernavn
mitid-forgotten-title = Find dit brugernavn
mitid-forgotten-text = Det sker for mange. Skriv, hvem du er i øvelsen. Så finder vi navnet.
mitid-forgotten-name = Navn
mitid-forgotten-name-hint = Skriv hele navnet fra øvelsen.
mitid-forgotten-cpr = CPR-nummer
mitid-forgotten-cpr-hint = Brug nummeret fra øvelsen. Skriv aldrig dit eget her.
mitid-forgotten-look = Find brugernavnet
mitid-forgotten-real = I virkeligheden gør du det på det rigtige MitID. Der kan de også hjælpe i telefonen.
mitid-forgotten-back = Nu kan jeg huske det
mitid-forgotten-name-missing = Skriv et navn
mitid-forgotten-cpr-wrong = Skriv et CPR-nummer med 10 tal
mitid-forgotten-nobody = Vi finder ingen med det navn og det nummer. Se efter, om der er en slåfejl.
mitid-found-title = Her er dit brugernavn
mitid-found-text = Vi fandt det. Dit brugernavn er:
mitid-found-write = Skriv det ned et sted, hvor du kan finde det igen. Det er ikke hemmeligt som en kode.
mitid-found-use = Log ind med det
mitid-telephone-link = Jeg har fået ny telefon
mitid-inactive-title = Appen er ikke på en telefon endnu
mitid-inactive-text = Du skal først have appen på din nye telefon. Eller du kan bruge en kodeviser.
mitid-telephone-begin = Få appen på min telefon
mitid-telephone-title = Få appen på den nye telefon
mitid-telephone-text = Du skal vise, hvem du er. Vælg den måde, der passer dig.
mitid-telephone-chip = Med dit pas
mitid-telephone-chip-text = Der er en lille chip i passet. Den nye telefon kan læse den.
mitid-telephone-chip-choose = Brug passet
mitid-telephone-letter = Med en kode i et brev
mitid-telephone-letter-text = Et brev med en kode tager nogle dage. Her i øvelsen kommer det straks.
mitid-telephone-letter-choose = Send mig et brev
mitid-telephone-other = Vælg en anden måde
mitid-telephone-back = Tilbage til log ind
mitid-chip-title = Læs chippen i passet
mitid-chip-text = Telefonen er tegnet her på siden. Passet er et øve-pas.
mitid-chip-phone = Hold passet mod telefonen
mitid-chip-phone-text = Læg telefonen oven på passet, og hold den helt stille.
mitid-chip-read = Læs passet
mitid-expired-title = Passet er udløbet
mitid-expired-text = Den sidste dag, det gjaldt, er forbi. Derfor kan telefonen ikke bruge det.
mitid-expired-calm = Det er ikke din skyld, og du kan stadig få hjælp.
mitid-expired-real = Sådan gør du i virkeligheden
mitid-expired-1 = Du går til Borgerservice i din kommune.
mitid-expired-2 = Ring først, og spørg, hvad du skal have med.
mitid-expired-3 = De ser, hvem du er, og hjælper dig videre.
mitid-expired-go-on = Her i øvelsen kan du lade, som om du har været der.
mitid-expired-counter = Jeg har været i Borgerservice
mitid-activate-title = Skriv koden i den nye telefon
mitid-activate-hint = Skriv de 8 tal, der står på papiret.
mitid-activate-missing = Skriv 8 tal
mitid-activate-letter = Brevet med koden
mitid-activate-letter-text = Vis aldrig en kode til nogen. Heller ikke, hvis de ringer.
mitid-activate-counter = Papiret fra Borgerservice
mitid-activate-counter-text = De har set, hvem du er, og givet dig en kode.
mitid-ready = Appen er klar
mitid-ready-text = Nu kan du logge ind med den nye telefon.
mitid-locked-do = Du skal bare vente. Er det ikke dig, der har prøvet? Så ring til MitID i virkeligheden.

# The stories that one can begin in.
practice-stories = Vælg en historie
practice-stories-text = Du kan også begynde midt i en opgave. Find din gruppe, og tryk på en historie.
