# Lærerens sider om en klasse.
class-teach-title = Klassen
class-open-title = Hold en klasse
class-open-lead = Åbn en klasse med ét tryk. Eleverne kommer med ved at skrive en kode. Ingen skal have en konto.
class-open-1 = Hver elev får sin egen øvelse, hvor intet er rigtigt.
class-open-2 = Eleverne får billeder i stedet for navne. Du ser, hvor langt de er, og hvem der sidder fast. Du ser ikke, hvad de skriver.
class-open-3 = Klassen lukker selv, når ingen har brugt den i 4 timer.
class-open = Åbn en klasse
class-open-more = Vælg øvelser først
class-open-so = Åbn klassen med de øvelser
class-open-new = Åbn en ny klasse
class-i-learn = Jeg er elev og har en kode
class-choose-title = Øvelser i klassen
class-choose-link = Vælg øvelser
class-choose-legend = Hvilke øvelser skal klassen lave?
class-choose-hint = Dem, du vælger, står først hos eleverne. De andre er der stadig.
class-choose-save = Gem
class-quiz = Slut hver øvelse med et par spørgsmål
class-quiz-on = Øvelserne slutter med et par spørgsmål.
class-overview-title = Overblik over klassen
class-code-is = Kode:
class-is-paused = Klassen holder pause. Eleverne ser en side om det ved deres næste klik.
class-board-link = Vis koden på tavlen
class-slips-link = Print sedler
class-do-title = Hele klassen
class-pause = Hold pause
class-go-on = Gå videre
class-send-to = Send alle til
class-send = Send
class-send-exercises = Listen over øvelser
class-send-post = Digital Post
class-send-mandates = Fuldmagt
class-send-my-page = Min side
class-send-telephone = Øve-telefonen
class-send-sign-in = Log ind
class-time-text = Lad tiden gå for alle:
class-chosen = Klassens øvelser
class-learners = { $n ->
        [0] Ingen elever endnu
        [one] 1 elev
       *[other] { $n } elever
    }
class-live = Listen følger med af sig selv.
class-not-live = Listen følger ikke med af sig selv lige nu.
class-look-again = Se efter igen
class-table = Hvem er hvor
class-col-learner = Elev
class-col-exercise = Øvelse
class-col-where = Er ved
class-col-step = Sidste skridt
class-col-do = Gør noget
class-row-stuck = Sidder fast
class-row-gone = Øvelsen er slut. Eleven kan skrive koden igen og beholder sit billede.
class-row-none = Ikke begyndt
class-row-done = Færdig
class-row-task = Opgave { $n } af { $of }
class-row-hints = { $n } af { $of } tip
class-row-minutes = { $n ->
        [0] Lige nu
        [one] For 1 minut siden
       *[other] For { $n } minutter siden
    }
class-row-show = Vis på tavlen
class-row-anew = Begynd forfra
class-anew-all = alle
class-anew-everybody = Begynd forfra for alle
class-anew-sure = Begynd forfra for { $who }?
class-anew-text = Alt, hvad der er lavet i øvelsen, bliver slettet.
class-anew-do = Ja, begynd forfra
class-anew-not = Nej
class-end = Slut klassen
class-end-title = Slut klassen
class-end-text = Koden virker ikke mere. Eleverne kan selv øve videre, til de er færdige. Du kan hente resultatet i et døgn.
class-ended = Klassen er slut
class-ended-text = Eleverne kan selv øve videre.
class-results-title = Hvad klassen nåede
class-results-link = Hvad klassen nåede
class-results-text = Her står intet om den enkelte. Når færre end 3 har lavet en øvelse, viser vi ikke tip og tid.
class-results-none = Ingen har begyndt en øvelse.
class-results-table = Øvelser
class-results-csv = Hent som tabel (CSV)
class-results-kept = Resultatet er her i et døgn. Så bliver det slettet.
class-col-began = Begyndte
class-col-finished = Blev færdige
class-col-hints = Tip i alt
class-col-median = Tid i midten
class-minutes = { $n ->
        [one] 1 minut
       *[other] { $n } minutter
    }
class-to-overview = Tilbage til overblikket
class-back-title = Kom tilbage til din klasse
class-back-link = Jeg har allerede en klasse og en kode til at komme tilbage
class-back-label = Din kode
class-back-hint = Tre gange fire bogstaver og tal. Det er ikke elevernes kode.
class-back-do = Gå til klassen
class-back-wrong = Ingen klasse har den kode. Se efter, om et bogstav er skrevet forkert.
class-back-code-title = Kode til en anden computer
class-back-code-link = Kode til en anden computer
class-back-code-text = Denne browser husker, at du er klassens lærer. Vil du bruge en anden computer, skal du have en kode.
class-back-code-projector = Sørg for, at tavlen ikke viser din skærm nu. Den, der har koden, kan styre klassen.
class-back-code-make = Vis en kode
class-back-code-write = Skriv koden ned nu. Den vises kun denne ene gang. En kode, du fik før, gælder ikke mere.
class-back-code-where = Skriv den på den anden computer her:
