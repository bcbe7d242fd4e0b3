# Signing in, my own page, and what people are in an organisation.

sign-in-title = Log ind
sign-in-lead = Vælg, hvordan du vil logge ind.
sign-in-with = Log ind med { $broker }
sign-in-none = Du kan ikke logge ind lige nu.
sign-in-not-needed = Du kan finde hjælp uden at logge ind.
sign-in-again = Log ind igen
signed-out-title = Du er logget ud
signed-out-text = Luk også vinduet, hvis andre bruger computeren efter dig.

sign-in-not-known-title = Vi kender dig ikke endnu
sign-in-not-known-text = Vi kan se, hvem du er. Men ingen har givet dig adgang her.
sign-in-not-known-next = Spørg den, der styrer siden på din arbejdsplads. Vis dem disse to linjer:
sign-in-not-known-broker = Log ind med
sign-in-not-known-number = Dit nummer
sign-in-other-way = Log ind på en anden måde

problem-sign-in-cancelled-title = Du er ikke logget ind
problem-sign-in-cancelled-text = Du stoppede, før du var færdig. Intet er sket. Du kan prøve igen.
problem-sign-in-late-title = Det tog for lang tid
problem-sign-in-late-text = Af hensyn til din sikkerhed skal du begynde igen. Tag dig god tid. Du har en halv time.
problem-sign-in-used-title = Det kan kun bruges én gang
problem-sign-in-used-text = Måske gik du tilbage i browseren. Måske åbnede du et gammelt link. Begynd forfra.
problem-sign-in-other-browser-title = Du skiftede vindue
problem-sign-in-other-browser-text = Du begyndte at logge ind i en anden browser. Begynd igen her, og bliv i samme browser.
problem-sign-in-unavailable-title = Du kan ikke logge ind lige nu
problem-sign-in-unavailable-text = Vi kan ikke få svar. Det er ikke din skyld. Prøv igen om lidt.
problem-sign-in-refused-title = Du er ikke logget ind
problem-sign-in-refused-text = Vi fik et svar, som vi ikke kan stole på. Begynd forfra. Ring til os, hvis det sker igen.
problem-sign-in-too-weak-title = Du skal vise sikrere, hvem du er
problem-sign-in-too-weak-text = Vi skal være mere sikre på, at det er dig. Log ind igen med MitID-appen, kodeviseren eller chippen.

my-page-title = Min side
my-page-me = Det ved vi om dig
my-page-name = Navn
my-page-birth-date = Født
my-page-from = fra { $from }
my-page-from-to = fra { $from } til { $to }
my-page-former = Tidligere og senere roller
my-page-moment = { $date } kl. { $time }
my-page-you = Dig
my-page-sessions = Her er du logget ind
my-page-sessions-text = Kan du ikke kende et sted? Så log ud alle steder.
my-page-session-since = Logget ind
my-page-session-seen = Brugt sidst
my-page-session-by = Med
my-page-session-this = Her
my-page-sign-out-everywhere = Log ud alle steder
my-page-log = Det er der sket
my-page-log-text = Her står alt, du har gjort. Her står også, hvad andre har gjort med dine oplysninger.
my-page-log-when = Hvornår
my-page-log-who = Hvem
my-page-log-what = Hvad
my-page-log-why = Hvorfor
my-page-refused-why = Rollen giver ikke adgang dertil
my-page-log-more = Listen viser kun det nyeste. Hent dine oplysninger, hvis du vil se alt.
my-page-download = Tag dine oplysninger med
my-page-download-text = Du kan hente alt, vi ved om dig, i én fil.
my-page-download-link = Hent mine oplysninger

role-citizen = Borger
role-helper = Hjælper
role-trusted-employee = Betroet medarbejder
role-librarian = Bibliotekar
role-teacher = Underviser
role-volunteer = Frivillig
role-coordinator = Koordinator
role-programme-manager = Programleder
role-analyst = Analytiker
role-administrator = Administrator

organisation-kind-authority = Myndighed
organisation-kind-library = Bibliotek
organisation-kind-association = Forening
organisation-kind-company = Virksomhed

did-person-create = En person blev oprettet
did-identity-link = En måde at logge ind på blev tilføjet
did-session-start = Loggede ind
did-session-end = Loggede ud
did-session-end-all = Loggede ud alle steder
did-membership-add = En rolle blev givet
did-membership-end = En rolle fik en slutdato
did-organisation-create = En organisation blev oprettet
did-organisation-edit = En organisation blev rettet
did-access-refuse = Fik ikke adgang
did-audit-read = Læste om, hvad der er sket
