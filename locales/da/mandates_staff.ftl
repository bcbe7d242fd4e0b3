# Mandates at the counter: registering, the second pair of eyes, and the look afterwards.

counter-title = Fuldmagter
counter-lead = Skriv begge numre. Opslaget bliver noteret, og borgerne kan se det. Læseadgang til post laves også her.
counter-giver = Giver fuldmagt
counter-giver-hint = CPR- eller CVR-nummer
counter-holder = Får fuldmagt
counter-holder-hint = CPR- eller CVR-nummer
counter-code = Kode på blanketten
counter-code-hint = Har borgeren en blanket, så skan koden, eller skriv den. Så skal du ikke skrive numre.
counter-find = Find
counter-waiting-count = { $count ->
    [0] Intet venter på en til
    [one] 1 venter på en til
   *[other] { $count } venter på en til
}
counter-review-count = { $count ->
    [0] Intet skal ses efter
    [one] 1 skal ses efter
   *[other] { $count } skal ses efter
}

counter-between-title = Mellem de to
counter-between-none = Der er intet mellem de to.
counter-between-some = Det er der allerede
counter-new = Lav en ny
counter-new-title = Ny fuldmagt
counter-powers = Hvad åbner den?
counter-starts-on = Fra
counter-ends-on = Til og med
counter-ends-on-hint = Tomt: indtil den tages tilbage
counter-past = Post fra før i dag
counter-case-limit = Kun sagen med nummer
counter-case-limit-hint = Tomt: alle sager
counter-go-on = Videre

counter-one-title = Fuldmagt
counter-state = Status
counter-basis = Grundlag
counter-opens = Åbner
counter-only = Kun
counter-do = Gør
counter-kind = Bevis
counter-by = Skrevet ind af
counter-register-title = Skriv den ind
counter-register-text = Læs højt, hvad den åbner. Se legitimation for begge, og skriv numrene af. Tag ingen kopi.
counter-sensitive = Den åbner noget følsomt. En kollega skal også sige ja, før den gælder.
counter-seen-kind = Hvad har du set?
counter-seen-kind-hint = Kun arten bliver gemt
counter-kind-passport = Pas
counter-kind-driving-licence = Kørekort
counter-kind-identity-card = Legitimationskort
counter-kind-residence-card = Opholdskort
counter-kind-two-witnesses = To vidner, der har vist legitimation
counter-kind-signed-form = Underskrevet blanket og legitimation
counter-kind-general-power = Generalfuldmagt
counter-kind-future-power = Fremtidsfuldmagt, der er sat i kraft
counter-case = Sagsnummer
counter-case-hint = Kommunens sag om det
counter-seen-giver = Nummer på den, der giver
counter-seen-holder = Nummer på den, der får
counter-seen-hint = Skriv af fra det, du har set
counter-register = Skriv ind
counter-second-title = En til skal se på den
counter-second-text = Se efter, at det er de rigtige to, og at de vil det.
counter-second-yes = Ja, den må gælde
counter-second-no = Nej, afvis den
counter-second-own = Du har selv skrevet den ind. En kollega skal sige ja.
counter-reject-title = Borgeren siger nej
counter-asker = Borgerens nummer
counter-reject-hint = Den, der skulle give fuldmagten
counter-reject = Afvis
counter-end-title = Slut den
counter-end-hint = Den, der har givet den, eller den, der har fået den
counter-end = Slut nu
counter-print = Skriv brevet ud
counter-print-title = Brev til udskrift
counter-print-text = Skriv siden ud på A4, og giv den til borgeren.

counter-saved-registered = Fuldmagten gælder nu. Begge får besked.
counter-saved-waits = Den er skrevet ind, og venter på en kollega. Begge får besked.
counter-saved-second = Fuldmagten gælder nu. Begge får besked.
counter-saved-refused = Fuldmagten er afvist. Begge får besked.
counter-saved-rejected = Fuldmagten er afvist. Begge får besked.
counter-saved-ended = Fuldmagten gælder ikke mere.

counter-waiting-title = Venter på en til
counter-waiting-lead = De åbner noget følsomt. En anden end den, der skrev dem ind, skal sige ja eller nej.
counter-waiting-none = Intet venter.
counter-waiting-own = Din egen
counter-waiting-look = Se på den
counter-review-title = Ses efter
counter-review-lead = Tilfældet har valgt dem. Find sagen, og se om alt er i orden. Dine egne er her ikke.
counter-review-none = Intet skal ses efter.
counter-review-right = I orden
counter-review-wrong = Forkert
counter-reviewed-right = Noteret: i orden.
counter-reviewed-wrong = Noteret: forkert. Fuldmagten er slut, og begge får besked.

counter-error-number-missing = Skriv et nummer
counter-error-number-wrong = Det er hverken et CPR-nummer med ti tal eller et CVR-nummer med otte
counter-error-number-unknown = Ingen her har det nummer
counter-error-code-unknown = Den kode er her ikke
counter-error-other-person = Det er en anden end den, der står i fuldmagten
counter-error-kind = Vælg en
counter-error-powers = Hvad åbner den: Vælg mindst én ting
counter-error-power = Hvad åbner den: Noget af det kan den, der giver, ikke give
counter-error-starts-on = Fra: Det er ingen dato
counter-error-ends-on = Til og med: Det er ingen dato
counter-error-ends-before = Til og med: Den slutter, før den begynder
counter-error-past = Til og med: Dagen er gået
counter-error-too-long = Til og med: Højst ti år frem
counter-error-limit-case = Sagens nummer: Højst 40 tegn
counter-error-limit-unit = P-nummer: Skriv ti tal
counter-error-oneself = De to er den samme
counter-error-too-young = Man skal være fyldt { $years } år for at give fuldmagt
counter-error-wider = Det er mere, end der er givet
counter-error-too-deep = Den kan ikke gives videre igen
counter-error-not-employee = Den, der får, arbejder ikke der
counter-error-step = En anden var hurtigere. Se hvor den er nu.
counter-error-already = Det samme er der allerede
counter-error-too-many = Der er bedt om for meget. Vent lidt.
counter-error-dead = En af de to er død. Der kan ikke gives fuldmagt.
counter-error-involved = Du er selv part, eller nær familie til en af dem. Bed en kollega gøre det.
counter-error-other-people = De to, du har set, er ikke dem i fuldmagten
counter-error-case = Sagsnummer: Skriv 1 til 40 tegn
counter-error-same-employee = Du har selv skrevet den ind. En kollega skal se på den.
counter-error-wrong-numbers = { $minutes ->
    [one] Der er skrevet mange numre, der ikke passede. Vent 1 minut, eller bed en kollega slå op.
   *[other] Der er skrevet mange numre, der ikke passede. Vent { $minutes } minutter, eller bed en kollega slå op.
}
