# The front page and the pages about the site.

front-title = Få hjælp
front-lead = Få hjælp til MitID, Digital Post og borger.dk. Det er gratis.
choice-near = Find hjælp nær dig
choice-near-line = Borgerservice, biblioteker og frivillige
choice-call = Ring eller chat
choice-call-line = Tal med et menneske
choice-mitid = Hjælp til MitID
choice-mitid-line = Når du ikke kan komme ind
choice-digital-post = Hjælp til Digital Post
choice-digital-post-line = Læs, gem og svar på post
choice-home-visit = Hjælp hjemme hos dig
choice-home-visit-line = Når du ikke kan komme ud
choice-business = Hjælp til virksomheder
choice-business-line = Når du skal indberette

was-title = Tilgængelighedserklæring
was-status = Kan alle bruge siden?
was-status-1 = Siden skal kunne bruges af alle. Vi følger reglerne i WCAG 2.2 på niveau AA.
was-status-2 = Vi prøver alle sider af, hver gang vi ændrer noget. Vi prøver med tastatur, stor skrift og uden JavaScript.
was-known = Det ved vi ikke endnu
was-known-1 = Siden er ikke prøvet af mennesker med skærmlæser endnu.
was-known-2 = Tekster på arabisk, tyrkisk og urdu er ikke læst igennem af folk med det som modersmål endnu.
was-tell = Sig til, hvis noget driller
was-tell-1 = Ring til os. Nummeret står øverst og nederst på alle sider.
was-tell-2 = Du kan også skrive et brev til den kommune eller forening, der står for siden.
was-law = Hvis du ikke får svar
was-law-1 = Du kan klage til Digitaliseringsstyrelsen. Den holder øje med reglerne.
was-law-2 = Reglerne står i loven om tilgængelige hjemmesider.

about-title = Om siden og dine oplysninger
about-what = Hvad er Omtanke?
about-what-1 = Omtanke viser, hvor du kan få hjælp til det offentlige på nettet.
about-what-2 = Siden er for dig, der skal have hjælp. Den er også for dig, der hjælper en anden.
about-data = Hvad gemmer vi om dig?
about-data-1 = Du kan søge uden at sige, hvem du er. Så gemmer vi ikke noget om dig.
about-data-2 = Trykker du på »Find det nærmeste«, sender din telefon et sted. Det er kun ca., og vi gemmer det ikke.
about-data-3 = Logger du ind, kan du se alt, vi har om dig, på »Min side«. Du kan også hente det.
about-cookies = Cookies
about-cookies-1 = Vi husker dit sprog og din skrift i et år. Logger du ind, husker vi det, til du logger ud.
about-cookies-2 = Vi bruger ikke andre cookies. Ingen andre kan følge dig her.
about-facts = Hvor kommer oplysningerne fra?
about-facts-1 = Kommuner, postnumre og navne på biblioteker er fra offentlige registre. Steder på kortet er fra GeoNames (CC BY 4.0).
about-facts-2 = Hvert sted viser, hvor det kommer fra. Det viser også, hvornår det sidst er tjekket.
about-facts-3 = Det, der er opdigtet, har mærket »Eksempel«.
