# For programmers and those who look after the program.

api-title = Prøv grænsefladen
api-lead = For programmer: hent oplysninger om, hvor der er hjælp.
api-call = Kald
gallery-title = Byggesten
gallery-lead = Alle dele af siderne, som de står i skabelonerne.
gallery-icons = Ikoner

# Om anlægget har det godt.

operation-title = Er alt i orden?
operation-well = Alt er i orden.
operation-look = Alt virker. Der er noget at holde øje med.
operation-mend = { $n ->
    [one] Én ting skal ordnes.
   *[other] { $n } ting skal ordnes.
 }
state-well = I orden.
state-look = Hold øje.
state-mend = Skal ordnes.
check-database = Database
well-database = { $engine } svarer og fylder { $size }.
well-schema = Skemaet er version { $version }.
check-writing = Gemme
well-writing = Der kan gemmes i databasen.
mend-full = Disken er fuld, og intet kan gemmes. Skaf plads. Intet er gået tabt.
mend-read-only = Databasen kan kun læses. Giv programmet lov til at skrive i filen og dens mappe.
check-queue = Opgaver
well-queue = { $n ->
    [0] Ingen opgaver venter.
    [one] Én opgave venter, og ingen er forsinket.
   *[other] { $n } opgaver venter, og ingen er forsinket.
 }
mend-queue = { $n ->
    [one] Én opgave er forsinket, siden { $since }.
   *[other] { $n } opgaver er forsinket, den ældste siden { $since }.
 } Se i loggen, om nogen udfører opgaver.
check-dead = Opgivne opgaver
well-dead = Ingen.
mend-dead = { $n ->
    [one] Én opgave er opgivet. Se den nedenfor.
   *[other] { $n } opgaver er opgivet. Se dem nedenfor.
 }
check-mail = E-mail
check-sms = SMS
well-channel = Er sat op.
look-channel = Er ikke sat op, så ingen får besked den vej.
check-messages = Beskeder til folk
well-messages = { $n ->
    [0] Ingen venter, og ingen er mislykket det sidste døgn.
    [one] Én venter, og ingen er mislykket det sidste døgn.
   *[other] { $n } venter, og ingen er mislykket det sidste døgn.
 }
look-messages = Det sidste døgn mislykkedes { $failed }. { $unsendable } kunne ikke nås på nogen måde, de har valgt.
check-letters = Breve til udskrift
well-letters = { $n ->
    [0] Ingen venter.
    [one] Ét venter.
   *[other] { $n } venter.
 }
mend-letters = { $n ->
    [one] Ét venter, siden { $since }. Udskriv og send det.
   *[other] { $n } venter, det ældste siden { $since }. Udskriv og send dem.
 }
check-backup = Sikkerhedskopi
well-backup = Den sidste er lavet { $at }.
mend-backup = Den sidste er lavet { $at }. Den skal laves hver nat.
mend-no-backup = Der er aldrig lavet nogen. Kør omtanke backup hver nat.
check-room = Plads på disken
well-room = { $size } er fri.
look-room = Kun { $size } er fri.
mend-room = Der er næsten ingen plads: { $size }. Skaf plads, før intet kan gemmes.
dead-title = Opgivne opgaver
dead-lead = Hver er prøvet i omkring et døgn eller kan ikke lykkes, som den er. Ordn det, der er i vejen, og få den prøvet igen.
dead-none = Der er ingen.
dead-attempts = { $n ->
    [one] Prøvet én gang.
   *[other] Prøvet { $n } gange.
 }
dead-ordered = Bestilt { $at }.
dead-given-up = Opgivet { $at }.
dead-in-the-way = I vejen
dead-when = Hvornår
dead-in-the-log = I loggen
dead-retry = Prøv igen
dead-give-up = Smid væk
dead-why = Hvorfor?
dead-why-hint = Det skrives i loggen. For eksempel: fik besked i telefonen.
dead-why-missing = Skriv, hvorfor den kan smides væk.
dead-throw = Smid væk
job-people-reseal = Læg CPR-numre under den nyeste nøgle
job-notices-send = Send en besked til en person
