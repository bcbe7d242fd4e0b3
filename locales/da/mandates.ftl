# Mandates (fuldmagt): what they open, giving, asking, answering, and who has looked.

mandate-service-digital-post = Digital Post
mandate-service-pension = Pension
mandate-service-housing-benefit = Boligstøtte
mandate-service-tax = Skat
mandate-service-health = Sundhed
mandate-service-municipality = Kommunen
mandate-service-vat = Moms
mandate-service-payroll = Løn til ansatte
mandate-service-company-register = CVR-registret

power-post-read = Læse post
power-post-read-opens = Kan læse brevene og lægge dem i mapper.
power-post-read-not = Kan ikke svare, skrive breve eller slette noget.
power-post-read-write = Læse og skrive post
power-post-read-write-opens = Kan læse og svare på breve, lægge dem i mapper og vælge, hvor der kommer besked om nye breve.
power-post-read-write-not = Kan ikke slette breve for altid. Kan ikke give andre lov.
power-post-exemption = Søge om at blive fri for Digital Post
power-post-exemption-opens = Kan bede om breve på papir og melde til eller fra NemSMS.
power-post-exemption-not = Kan ikke læse brevene.
power-pension-see = Se pension
power-pension-see-opens = Kan se, hvad der bliver betalt i pension, og hvad der er søgt om.
power-pension-see-not = Kan ikke søge om noget eller ændre noget.
power-pension-act = Se og søge om pension
power-pension-act-opens = Kan se pensionen, søge om den, ændre den og tale med Udbetaling Danmark.
power-pension-act-not = Kan ikke ændre den konto, som andre penge går ind på. Kan ikke læse post.
power-housing-benefit-see = Se boligstøtte
power-housing-benefit-see-opens = Kan se, hvad der bliver betalt, og hvad der er søgt om.
power-housing-benefit-see-not = Kan ikke søge om noget eller ændre noget.
power-housing-benefit-act = Se og søge om boligstøtte
power-housing-benefit-act-opens = Kan se boligstøtten, søge om den, ændre den og tale med Udbetaling Danmark.
power-housing-benefit-act-not = Kan ikke se pension eller skat. Kan ikke læse post.
power-tax-see = Se skat
power-tax-see-opens = Kan se årsopgørelsen og det, der er betalt i skat.
power-tax-see-not = Kan ikke ændre noget.
power-tax-act = Se og ændre skat
power-tax-act-opens = Kan se og rette skatten og tale med Skattestyrelsen.
power-tax-act-not = Kan ikke se pension eller boligstøtte. Kan ikke læse post.
power-health-see = Se sundhed
power-health-see-opens = Kan se aftaler, medicin, svar på prøver og journaler på sundhed.dk.
power-health-see-not = Kan ikke bestille eller ændre noget.
power-health-act = Se og ordne sundhed
power-health-act-opens = Kan se det, der står på sundhed.dk, bestille tid og medicin og tale med lægen.
power-health-act-not = Kan ikke sige ja til en behandling for en anden.
power-municipality-contact = Tale med kommunen
power-municipality-contact-opens = Kan ringe, skrive og møde op hos kommunen om sagen.
power-municipality-contact-not = Kan ikke søge om noget. Kan ikke logge ind og se sagen.
power-municipality-act = Bruge kommunens selvbetjening
power-municipality-act-opens = Kan se sager, søge om noget, melde noget og tale med kommunen.
power-municipality-act-not = Kan ikke stemme eller ændre MitID. Kan ikke læse post.
power-vat-act = Moms
power-vat-act-opens = Kan se og indberette moms og tale med Skattestyrelsen.
power-vat-act-not = Kan ikke se løn. Kan ikke læse post.
power-payroll-act = Løn til ansatte
power-payroll-act-opens = Kan se og indberette løn i eIndkomst.
power-payroll-act-not = Kan ikke se moms. Kan ikke læse post.
power-company-register-act = Ændre i CVR-registret
power-company-register-act-opens = Kan ændre navn, adresse, ejere og ledelse i CVR.
power-company-register-act-not = Kan ikke se moms eller løn. Kan ikke læse post.

mandate-state-draft = Kladde
mandate-state-requested = Venter på svar
mandate-state-waiting-for-signature = Venter på underskrift
mandate-state-active = Gælder
mandate-state-not-yet = Gælder ikke endnu
mandate-state-rejected = Afvist
mandate-state-withdrawn = Taget tilbage
mandate-state-expired = Udløbet
mandate-state-ended-by-death = Slut ved dødsfald

mandate-basis-digital = Givet med MitID
mandate-basis-paper = Givet på papir
mandate-basis-counter = Givet hos borgerservice
mandate-basis-general = Bygger på en generalfuldmagt
mandate-basis-future = Bygger på en fremtidsfuldmagt
mandate-basis-login = Kom med et login

mandate-no-end = Ingen slutdato
mandate-without-past = Kun breve, der kommer efter { $date }
mandate-without-past-yet = Kun breve, der kommer fra nu af
mandate-limit-folders = { $count ->
    [one] Kun 1 mappe
   *[other] Kun { $count } mapper
}
mandate-limit-folder-names = Kun disse mapper: { $names }
mandate-limit-sender = Kun fra { $name }
mandate-limit-letter = Kun ét brev
mandate-limit-case = Kun sagen med nummer { $number }
mandate-limit-unit = Kun afdelingen med P-nummer { $number }
