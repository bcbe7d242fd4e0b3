# For programmers and those who look after the program.

api-title = Prøv grænsefladen
api-lead = For programmer: hent oplysninger om, hvor der er hjælp.
api-call = Kald
gallery-title = Byggesten
gallery-lead = Alle dele af siderne, som de står i skabelonerne.
gallery-icons = Ikoner
