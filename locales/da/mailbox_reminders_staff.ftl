# Staff print letters for those who are exempt, follow up on call-ups, and sign people up for NemSMS.

call-ups-title = Indkaldelser, der ikke er åbnet
call-ups-text = Her er indkaldelser fra jer, som har ligget i postkassen i mere end { $days } dage, og som ingen har åbnet. Mere får I ikke at vide.
call-ups-none = Alle indkaldelser er åbnet, eller de er ikke gamle nok.
call-ups-file = Hent som fil
call-ups-message = Jeres besked
call-ups-available = I postkassen
call-ups-status = Status
call-ups-not-opened = Ikke åbnet
call-ups-older = Ældre

nemsms-staff-title = NemSMS ved skranken
nemsms-staff-lead = Tilmeld en, der ikke selv kan, for eksempel et barn under 15 år. Se først legitimation.
nemsms-staff-cpr = CPR-nummer
nemsms-staff-cpr-hint = Ti tal.
nemsms-staff-cpr-wrong = CPR-nummer: Det er ikke et CPR-nummer
nemsms-staff-cpr-unknown = CPR-nummer: Vi kender ikke nummeret
nemsms-staff-find = Find
nemsms-staff-person = NemSMS: { $name }
nemsms-staff-since = Får NemSMS siden { $date }.
nemsms-staff-not = Får ikke NemSMS.
nemsms-staff-mobile-is = Bekræftet nummer: { $number }
nemsms-staff-mobile-none = Der er ikke noget bekræftet nummer.
nemsms-staff-mobile = Mobilnummer
nemsms-staff-mobile-hint = Vi sender en kode dertil. Borgeren læser den op.
nemsms-staff-mobile-wrong = Mobilnummer: Det er ikke et nummer, vi kan sende til
nemsms-staff-mobile-missing = Mobilnummer: Bekræft et nummer først
nemsms-staff-send = Send kode
nemsms-staff-code = Kode
nemsms-staff-code-hint = Seks tal fra borgerens SMS.
nemsms-staff-code-wrong = Kode: Den er forkert eller for gammel
nemsms-staff-confirm = Bekræft nummer
nemsms-staff-begin = Tilmeld NemSMS
nemsms-staff-end = Afmeld NemSMS
nemsms-staff-saved-sent = Koden er sendt.
nemsms-staff-saved-in-use = Nummeret er bekræftet i forvejen.
nemsms-staff-saved-confirmed = Nummeret er bekræftet.
nemsms-staff-saved-begun = Tilmeldt NemSMS.
nemsms-staff-saved-ended = Afmeldt NemSMS.

paper-title = Post på papir
paper-text = Digital Post til dem, der er fritaget. Skriv ud, læg i kuverter, og mærk som sendt.
paper-waiting = { $count ->
    [0] Der er ingen breve at skrive ud.
    [one] Der er ét brev at skrive ud.
   *[other] Der er { $count } breve at skrive ud.
 }
paper-kind = Slags
paper-kind-letter = Nye breve
paper-kind-older = Ældre breve
paper-kind-confirmation = Bekræftelser
paper-kind-warning = Varsler
paper-how-many = Antal
paper-print-next = { $most ->
   *[other] Skriv de næste { $most } ud
 }
paper-nothing-printable = Ingen af brevene kan skrives ud. Der mangler adresser.
paper-no-address = Uden kendt adresse
paper-no-address-text = Vi ved ikke, hvor de bor. Skriv adressen, når I har den, eller udlevér brevet ved skranken.
paper-to = Til
paper-since = Siden
paper-batches = Bundter
paper-batch = Bundt
paper-batch-open = Åbn
paper-batch-printed = Skrevet ud
paper-batch-posted = Sendt
paper-print-title = Bundt til udskrift
paper-print-text = Skriv siden ud på A4 uden at ændre størrelsen. Adressen passer til rudekuverter i C5. Åbn også filerne herunder, og skriv dem ud. Læg dem sammen med det brev, de hører til.
paper-print-files = Skriv også disse filer ud
paper-print-file = Brev { $number }: { $file }
paper-gone = { $count ->
    [one] Ét brev er slettet af modtageren siden og kan ikke skrives ud.
   *[other] { $count } breve er slettet af modtageren siden og kan ikke skrives ud.
 }
paper-mark = { $count ->
    [one] Mærk brevet som sendt
   *[other] Mærk de { $count } breve som sendt
 }
paper-marked = { $count ->
    [0] Ingen breve blev mærket. Måske har en anden gjort det.
    [one] Ét brev er mærket som sendt.
   *[other] { $count } breve er mærket som sendt.
 }
paper-returned-title = Brev, der kom tilbage
paper-returned-number = Brevets nummer
paper-returned-hint = Det står under adressen.
paper-returned-find = Find
paper-returned-unknown = Brevets nummer: Vi kender ikke nummeret { $number }
paper-returned-is = Brev nr. { $number } til { $name }
paper-returned-save = Det kom tilbage
paper-returned-done = Det er noteret, at brevet kom tilbage.
paper-came-back = Kom tilbage
paper-again = Send igen
paper-again-done = Brevet ligger i køen igen.
paper-reprint = Skriv ud igen
paper-state-waiting = Venter
paper-state-printed = Skrevet ud
paper-state-posted = Sendt
paper-state-returned = Kom tilbage
paper-number-head = Nr.
