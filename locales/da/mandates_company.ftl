# A company's rights: to its people, to an adviser, and from the adviser to its named people.

company-mine-title = Mine virksomheder
company-mine-line = Se, hvad du må for en virksomhed.
company-mine-lead = Her kan du handle for en virksomhed med dit eget MitID.
company-mine-none = Du har ingen virksomhed her.
company-signs = Du kan skrive under alene.
company-may = Du kan
company-may-for = { $powers } for { $name }
company-post = Post

company-rights-title = Rettigheder
company-rights-none = Ingen har fået rettigheder endnu.
company-opens = Giver lov til
company-state = Status
company-since = Fra
company-until = Til og med
company-last-used = Sidst brugt
company-never-used = Aldrig
company-through = Givet videre af
company-take-back = Tag tilbage
company-yes = Sig ja
company-no = Sig nej
company-over = Slut
company-people = De, der arbejder her
company-people-text = Vælg en, og giv en rettighed. Når en stopper, mister de alt med det samme.
company-give = Giv en rettighed
company-give-title = Giv en rettighed
company-give-lead = Hvad må personen gøre for { $name }?
company-to = Til
company-adviser-title = Rådgiver
company-adviser-text = Giv jeres revisor eller en anden virksomhed lov til at handle for jer.
company-adviser-give = Giv en rådgiver lov
company-adviser-lead = Hvad må rådgiveren gøre for { $name }? De kan give det videre til deres egne folk.
company-cvr = Rådgiverens CVR-nummer
company-cvr-hint = Otte tal
company-person = Hvem skal have det?
company-person-hint = De skal arbejde hos jer
company-powers = Hvad giver du lov til?
company-unit = Kun afdelingen med P-nummer
company-unit-hint = Ti tal. Tomt: hele virksomheden.
company-starts-on = Fra
company-ends-on = Til og med
company-ends-on-hint = Tomt: indtil du tager det tilbage
company-past = Post fra før i dag
company-past-yes = Må også læses
company-past-no = Må ikke læses
company-send = Giv lov nu
company-explained = Hvad betyder de?

company-join-title = Ny medarbejder
company-join-lead = Skriv nummer og navn. Så kan du give personen rettigheder bagefter.
company-cpr = CPR-nummer
company-cpr-hint = Ti tal. Det bliver ikke vist igen.
company-name = Navn
company-join = Tilføj
company-end-title = Arbejder her ikke mere
company-end-text = Personen mister alle rettigheder hos jer med det samme. Det gælder fra næste klik.
company-end-rights = { $count ->
    [0] Personen har ingen rettigheder nu.
    [one] Personen har 1 rettighed nu.
   *[other] Personen har { $count } rettigheder nu.
}
company-end = Stop nu

company-held-title = Det, vi har fået
company-held-text = Det har andre givet jer lov til. I kan give det videre til navngivne folk, der arbejder hos jer. De kan ikke give det videre igen.
company-held-none = Ingen har givet jer noget.
company-not-passed-on = Ingen hos jer har fået det endnu.
company-passed-on = Givet videre til
company-pass-on-title = Giv videre
company-pass-on-lead = Hvem hos jer må handle for { $name }? I kan give det, I selv har, eller mindre.
company-lay-down = Giv tilbage

company-saved-given = Der er givet lov. Personen får besked.
company-saved-taken = Det er taget tilbage. Det gælder fra nu af.
company-saved-yes = Du har sagt ja.
company-saved-no = Du har sagt nej.
company-saved-joined = Personen er med nu, men har ingen rettigheder endnu.
company-saved-left = Personen er stoppet, og har mistet alle rettigheder.
company-saved-back = I har givet det tilbage.

company-error-cvr = CVR-nummer: Vi kender ingen virksomhed med det nummer
company-error-person = CPR-nummer: Vi kender ingen med det nummer og det navn
company-error-already-here = CPR-nummer: Personen er allerede medarbejder
company-error-powers = Hvad giver du lov til: Vælg mindst én ting
company-error-power = Hvad giver du lov til: Noget af det kan ikke gives
company-error-starts-on = Fra: Det er ingen dato
company-error-ends-on = Til og med: Det er ingen dato
company-error-ends-before = Til og med: Det slutter, før det begynder
company-error-past = Til og med: Dagen er gået
company-error-too-long = Til og med: Højst ti år frem
company-error-limit-case = Sagens nummer: Højst 40 tegn
company-error-limit-unit = P-nummer: Skriv ti tal
company-error-oneself = En virksomhed kan ikke give noget til sig selv
company-error-too-young = Man skal være fyldt { $years } år for at give lov
company-error-wider = Det er mere, end I selv har fået. Se også datoerne.
company-error-too-deep = Det er givet videre så mange gange, som det må. Bed ejeren om at give det direkte.
company-error-not-employee = Hvem skal have det: Vælg en, der arbejder hos jer
company-error-step = Det er ikke muligt mere. Se hvor det er nu.
company-error-already = Det samme er der allerede
company-error-too-many = Der er bedt om for meget. Vent lidt.
company-error-dead = En af de to er død
company-error-involved = Det må du ikke selv afgøre
company-error-other-people = Det er en anden, end den der står
company-error-case = Sagens nummer: Skriv 1 til 40 tegn
company-error-same-employee = En anden skal se på det
