# Figures from surveys that everybody may see.

figures-title = Tal om behovet for hjælp
figures-lead = Her er tal fra undersøgelser. De viser, hvem der har brug for hjælp, og hvor de får den.
figures-none = Der er ingen tal lige nu.
figures-interval = Tallene er skøn. Det rigtige tal ligger som regel i intervallet.
figures-suppression = Tal bag færre end fem svar er skjult. Så kan ingen kendes.
figures-about = Om tallene
figures-take = Hent tallene
figures-published = Offentliggjort { $date }.
figures-in-english = Teksten om tallene er på engelsk.
figures-format-csv = Tabel (CSV)
figures-format-xlsx = Regneark (Excel)
figures-format-json = JSON-stat
figures-format-px = PX
figures-format-svg = Figur (SVG)
figures-format-pdf = Til udskrift (PDF)
staff-surveys = Undersøgelser
