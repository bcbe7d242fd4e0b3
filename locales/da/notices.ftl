# How we tell you something: what you choose, what we send, and what you were told.

channel-email = E-mail
channel-sms = SMS
channel-letter = Brev med posten
channel-page = Kun her på Min side

message-waiting = Ikke sendt endnu
message-sent = Sendt
message-failed = Kunne ikke sendes
message-bounced = Kom ikke frem
message-posted = Sendt med posten
message-unsendable = Vi ved ikke, hvor vi skal sende den hen
message-kept = Vises kun her

messages-title = Det har vi skrevet til dig
messages-link = Se alt, vi har skrevet til dig
messages-text = Her er alt, vi har sendt til dig. Det nyeste står øverst. Koder og links, som kun du må kende, vises ikke.
messages-none = Vi har ikke skrevet til dig endnu.
messages-moment = { $date } kl. { $time }
messages-pages = Sider med beskeder
messages-newer = Nyere
messages-older = Ældre
messages-page = Side { $page } af { $of }

contact-title = Sådan får du besked
contact-now-email = Lige nu får du besked på e-mail.
contact-now-sms = Lige nu får du besked på SMS.
contact-now-letter = Lige nu får du brev med posten.
contact-now-page = Lige nu sender vi ikke noget. Du kan læse det her på Min side.
contact-now-nothing = Lige nu kan vi ikke sende dig noget. Skriv din e-mail, dit nummer eller din adresse her.

contact-email-title = Din e-mail
contact-email = E-mail
contact-email-hint = Som i navn@example.dk. Slet den, hvis vi ikke må bruge den mere.
contact-email-save = Gem e-mail
contact-email-sent = Vi har sendt en mail til { $address }. Åbn den, og tryk på linket. Linket virker i et døgn.
contact-email-unconfirmed = Du har ikke bekræftet { $address } endnu. Tryk »Gem e-mail«, så sender vi en ny mail. Se først efter, om den er skrevet rigtigt.
contact-email-bounced = Mails til { $address } kommer ikke frem. Skriv en anden e-mail.
contact-email-confirmed = Vi bruger { $address }.
contact-email-no-at = E-mail: Der mangler et @ i »{ $typed }«
contact-email-space = E-mail: Der må ikke være mellemrum i »{ $typed }«
contact-email-wrong = E-mail: »{ $typed }« er ikke skrevet rigtigt

contact-mobile-title = Din mobil
contact-mobile = Mobilnummer
contact-mobile-hint = Otte tal. Er nummeret ikke dansk, så begynd med + og landets kode. Slet det, hvis vi ikke må bruge det mere.
contact-mobile-save = Gem nummer
contact-mobile-sent = Vi har sendt en SMS med en kode til { $address }.
contact-mobile-unconfirmed = Du har ikke bekræftet { $address } endnu. Tryk »Gem nummer«, så sender vi en ny kode.
contact-mobile-bounced = SMS til { $address } kommer ikke frem. Skriv et andet nummer.
contact-mobile-confirmed = Vi bruger { $address }.
contact-mobile-short = Mobilnummer: Der mangler tal i »{ $typed }«
contact-mobile-long = Mobilnummer: Der er for mange tal i »{ $typed }«
contact-mobile-premium = Mobilnummer: Det koster ekstra at sende til »{ $typed }«. Skriv et andet nummer
contact-mobile-wrong = Mobilnummer: »{ $typed }« er ikke et nummer, vi kan sende til

contact-address-title = Din adresse til breve
contact-street = Vej og nummer
contact-street-hint = Skriv også etage og dør. Slet alle felter, hvis vi ikke må sende breve.
contact-extra = C/o
contact-extra-hint = Kun hvis du bor hos en anden. Skriv navnet på den.
contact-postcode = Postnummer
contact-town = By
contact-address-save = Gem adresse
contact-street-missing = Vej og nummer: Skriv din vej og dit nummer
contact-postcode-missing = Postnummer: Skriv fire tal
contact-postcode-wrong = Postnummer: »{ $typed }« er ikke fire tal
contact-town-missing = By: Skriv navnet på din by
contact-line-long = »{ $typed }« er for lang til en kuvert. Der er plads til { $most } tegn

contact-channel-title = Hvordan vil du have besked?
contact-channel = Send mig besked på
contact-channel-hint = Kommer det ikke frem, prøver vi en anden vej.
contact-channel-save = Gem valg
contact-channel-missing = Send mig besked på: Vælg en af dem
contact-channel-no-email = Send mig besked på: Du har valgt e-mail. Skriv og bekræft din e-mail først
contact-channel-no-sms = Send mig besked på: Du har valgt SMS. Skriv og bekræft dit nummer først
contact-channel-no-letter = Send mig besked på: Du har valgt brev. Skriv din adresse først
contact-exempt = Du er fritaget for Digital Post. Derfor sender vi altid brev.

contact-language-title = På hvilket sprog?
contact-language = Skriv til mig på
contact-language-save = Gem sprog
contact-language-missing = Skriv til mig på: Vælg et sprog

contact-news-title = Vil du have nyheder?
contact-news = Send mig nyheder
contact-news-hint = Det er for eksempel nye kurser. Det, der kun handler om dig, får du altid.
contact-news-yes = Ja tak
contact-news-no = Nej tak
contact-news-save = Gem svar
contact-news-missing = Send mig nyheder: Vælg ja eller nej

contact-too-often = Du har bedt om det fem gange på en time. Vent lidt, og prøv igen

contact-saved-email-sent = Vi har sendt dig en mail. Tryk på linket i den.
contact-saved-email-gone = Vi har glemt din e-mail.
contact-saved-mobile-done = Dit nummer er bekræftet.
contact-saved-mobile-gone = Vi har glemt dit nummer.
contact-saved-in-use = Den bruger vi i forvejen. Der er ikke mere, du skal gøre.
contact-saved-address = Din adresse er gemt.
contact-saved-address-gone = Vi har glemt din adresse.
contact-saved-choice = Dit valg er gemt.

contact-code-title = Skriv koden fra din SMS
contact-code-link = Skriv koden
contact-code-sent = Vi har sendt en kode til
contact-code = Kode
contact-code-hint = Seks tal. Koden virker i 15 minutter.
contact-code-save = Bekræft nummer
contact-code-wrong = Kode: »{ $typed }« er ikke den rigtige. { $left ->
    [one] Du kan prøve én gang til
   *[other] Du kan prøve { $left } gange til
 }
contact-code-over = Koden virker ikke mere. Bed om en ny
contact-code-none = Fik du ingen SMS?
contact-code-none-text = Vent et par minutter. Bed så om en ny kode. Den gamle virker så ikke mere.
contact-code-again = Send en ny kode
contact-code-other-number = Skriv et andet nummer

confirm-title = Bekræft din e-mail
confirm-text = Skal vi skrive til dig her?
confirm-button = Ja, det er min e-mail
confirm-not-you = Har du ikke bedt om det? Så luk siden. Der sker ikke noget.
confirm-done-title = Din e-mail er bekræftet
confirm-done-text = Tak. Nu kan vi skrive til dig. Du kan lukke siden.
problem-link-over-title = Linket virker ikke mere
problem-link-over-text = Måske er det for gammelt. Måske har du fået et nyt. Log ind, og bed om et nyt.

unsubscribe-title = Vil du ikke have nyheder mere?
unsubscribe-text = Så tryk på knappen. Det, der handler om dig, får du stadig.
unsubscribe-button = Stop med nyheder
unsubscribe-done-title = Du får ikke flere nyheder
unsubscribe-done-text = Det, der handler om dig, får du stadig. Du kan altid få nyheder igen.

notices-mail-why = Du får denne mail, fordi du har valgt det på Min side. Der kan du også lave det om.
notices-mail-phone = Har du spørgsmål? Ring { $number }.
notices-mail-unsubscribe = Jeg vil ikke have nyheder mere

notices-confirm-subject = Er det din e-mail?
notices-confirm-1 = Du har bedt os om at skrive til dig på denne e-mail.
notices-confirm-2 = Tryk på linket, og svar ja. Linket virker i et døgn.
notices-confirm-3 = Har du ikke bedt om det? Så skal du ikke gøre noget.
notices-confirm-short = Vi har sendt et link til din e-mail.
notices-confirm-button = Se linket
notices-code-subject = Kode til dit nummer
notices-code-1 = Din kode er { $code }.
notices-code-short = Din kode er { $code }. Sig den ikke til andre. Omtanke
notices-replaced-subject = Vi skriver nu et andet sted
notices-replaced-1 = Du har fået en ny e-mail eller et nyt nummer hos os. Derfor skriver vi ikke her mere.
notices-replaced-2 = Er det ikke dig, der har gjort det? Så ring til os.
notices-replaced-short = Vi skriver nu til dig et andet sted. Var det ikke dig? Ring til os. Omtanke
notices-forgotten-subject = Vi skriver ikke her mere
notices-forgotten-1 = Du har bedt os om at glemme det sted, vi sender dette til.
notices-forgotten-2 = Er det ikke dig, der har gjort det? Så ring til os.
notices-forgotten-short = Vi skriver ikke her mere. Var det ikke dig? Ring til os. Omtanke

did-contact-channel = Valgte, hvordan der gives besked
did-contact-language = Valgte sprog til beskeder
did-contact-news = Svarede på, om der skal sendes nyheder
did-contact-end-news = Stoppede nyheder
did-contact-address = Ændrede adresse til breve
did-contact-exempt = Ændrede, om der altid sendes brev
did-contact-ask = Skrev en e-mail eller et nummer
did-contact-forget = Slettede en e-mail eller et nummer
did-contact-confirm = Bekræftede en e-mail eller et nummer
did-contact-wrong-code = Skrev en forkert kode
did-contact-bounce = Noget, vi sendte, kom ikke frem
did-message-bounce = En mail kom tilbage
did-letter-print = Et brev blev skrevet ud
did-letter-post = Et brev blev sendt
did-letter-told-in-person = En besked blev givet på en anden måde
