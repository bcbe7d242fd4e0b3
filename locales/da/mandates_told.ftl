# What people are told of mandates: by mail, by letter and on their own page. A text message says the subject alone.

told-short = { $what }. Log ind for at se mere.
told-link = Se fuldmagten

told-given-subject = Fuldmagten gælder nu
told-given-1 = { $giver } har givet en fuldmagt til { $holder }.
told-given-2 = Den kan altid tages tilbage. Log ind, og vælg Tag tilbage. Uden MitID kan I ringe eller komme forbi borgerservice.

told-received-subject = En ny fuldmagt
told-received-1 = { $holder } har fået en fuldmagt af { $giver }.
told-received-2 = Log ind, og se hvad den gælder. Brug kun jeres eget MitID.

told-asked-subject = Nogen beder om en fuldmagt
told-asked-1 = { $holder } beder om en fuldmagt fra { $giver }.
told-asked-2 = Log ind, og se hvad det er. I kan sige ja eller nej. Sig kun ja til en, I kender.

told-paper-subject = En fuldmagt skal skrives under
told-paper-1 = { $holder } har lavet en blanket til { $giver }. Den gælder først, når { $giver } har skrevet under.
told-paper-2 = Tag blanketten med til borgerservice. Vil I ikke, så skal I ikke gøre noget.

told-second-subject = Fuldmagten bliver set efter
told-second-1 = Fuldmagten fra { $giver } til { $holder } er skrevet ind på borgerservice.
told-second-2 = En til skal se på den, før den gælder. I får besked.

told-rejected-subject = Svaret er nej
told-rejected-1 = { $giver } har sagt nej til at give { $holder } fuldmagt.
told-rejected-2 = Tal sammen, før I spørger igen.

told-rejected-counter-subject = Fuldmagten er afvist
told-rejected-counter-1 = Borgerservice har sagt nej til fuldmagten fra { $giver } til { $holder }. Den gælder ikke.
told-rejected-counter-2 = Ring eller kom forbi, hvis I vil vide hvorfor.

told-taken-back-subject = Fuldmagten er taget tilbage
told-taken-back-1 = Fuldmagten fra { $giver } til { $holder } er taget tilbage.
told-taken-back-2 = Den gælder ikke mere.

told-laid-down-subject = Fuldmagten er givet tilbage
told-laid-down-1 = { $holder } har givet fuldmagten fra { $giver } tilbage.
told-laid-down-2 = Den gælder ikke mere.

told-ended-counter-subject = Fuldmagten er slut
told-ended-counter-1 = Borgerservice har sluttet fuldmagten fra { $giver } til { $holder }, fordi en af jer bad om det.
told-ended-counter-2 = Den gælder ikke mere. Ring, hvis det er en fejl.

told-over-subject = Fuldmagten er udløbet
told-over-1 = Fuldmagten fra { $giver } til { $holder } er udløbet.
told-over-2 = Er der brug for den, så lav en ny.

told-not-answered-subject = Ingen har svaret i tide
told-not-answered-1 = Ingen har sagt ja til fuldmagten fra { $giver } til { $holder }. Nu er den faldet bort.
told-not-answered-2 = Er der brug for den, så spørg igen.

told-death-subject = En fuldmagt er slut
told-death-1 = Fuldmagten fra { $giver } til { $holder } er slut, fordi en af de to er død.
told-death-2 = I skal ikke gøre noget. Ring, hvis I vil tale med nogen.

told-ends-soon-subject = Fuldmagten udløber snart
told-ends-soon-1 = Fuldmagten fra { $giver } til { $holder } udløber snart.
told-ends-soon-2 = { $days ->
    [0] Den gælder til og med i dag. Er der brug for den længere, så lav en ny.
    [one] Den gælder 1 dag endnu. Er der brug for den længere, så lav en ny.
   *[other] Den gælder { $days } dage endnu. Er der brug for den længere, så lav en ny.
}

told-used-first-subject = Fuldmagten er brugt
told-used-first-1 = { $holder } har brugt fuldmagten fra { $giver } for første gang.
told-used-first-2 = Log ind, og se hvad der er gjort. Er det forkert, så tag fuldmagten tilbage.

told-refused-attempt-subject = Nogen prøvede uden lov
told-refused-attempt-1 = { $holder } prøvede at se eller gøre noget, som fuldmagten fra { $giver } ikke giver lov til. Det blev stoppet.
told-refused-attempt-2 = Det kan være en fejl. I skal ikke gøre noget, men I kan tage fuldmagten tilbage.

# The letter that the counter prints for the giver.

told-letter-title = Om din fuldmagt
told-letter-active = { $giver } har givet en fuldmagt til { $holder }. Den gælder det her:
told-letter-waiting = Fuldmagten fra { $giver } til { $holder } gælder ikke endnu. Den er om det her:
told-letter-rejected = Fuldmagten fra { $giver } til { $holder } er afvist. Den var om det her:
told-letter-ended = Fuldmagten fra { $giver } til { $holder } er slut. Den var om det her:
told-letter-from = Den gælder fra { $date }.
told-letter-until = Den gælder til og med { $date }.
told-letter-no-end = Den gælder, til den bliver taget tilbage.
told-letter-back = Den kan altid tages tilbage. Kom forbi borgerservice, eller ring til os.
