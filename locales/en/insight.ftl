# Figures from surveys that everybody may see.

figures-title = Figures on the need for help
figures-lead = These are figures from surveys. They show who needs help, and where they get it.
figures-none = There are no figures now.
figures-interval = The numbers are estimates. The true number is most often within the interval.
figures-suppression = Numbers with fewer than five answers behind them are hidden, so that nobody can be recognised.
figures-about = About the numbers
figures-take = Take the numbers with you
figures-published = Published { $date }.
figures-in-english = The text about the numbers is in English.
figures-format-csv = Table (CSV)
figures-format-xlsx = Spreadsheet (Excel)
figures-format-json = JSON-stat
figures-format-px = PX
figures-format-svg = Chart (SVG)
figures-format-pdf = To print (PDF)
staff-surveys = Surveys
