//! What Danish towns are called elsewhere, and names every Dane knows that no postcode carries.

/// Another name and the Danish one it stands for. A name that differs from the Danish by a letter or two is left out:
/// it is found as a misspelling. Written as people write them; both sides are folded before use.
pub(crate) const ALIASES: &[(&str, &str)] = &[
    // English, German, Dutch, French, Spanish, Polish, Turkish, Swedish
    ("Copenhagen", "København"),
    ("Kopenhagen", "København"),
    ("Copenhague", "København"),
    ("Kopenhaga", "København"),
    ("Kopenhag", "København"),
    ("Köpenhamn", "København"),
    ("Elsinore", "Helsingør"),
    ("Apenrade", "Aabenraa"),
    ("Hadersleben", "Haderslev"),
    ("Sonderburg", "Sønderborg"),
    ("Tondern", "Tønder"),
    // Arabic, Persian, Urdu
    ("كوبنهاغن", "København"),
    ("كوبنهاجن", "København"),
    ("کپنهاگ", "København"),
    ("کوپن ہیگن", "København"),
    ("کوپن ہیگ", "København"),
    ("آرهوس", "Aarhus"),
    ("آرہس", "Aarhus"),
    ("أودنسه", "Odense"),
    ("أودنسة", "Odense"),
    ("اوڈنسے", "Odense"),
    ("ألبورغ", "Aalborg"),
    ("آلبورغ", "Aalborg"),
    ("إسبيرغ", "Esbjerg"),
    // Ukrainian and Russian
    ("Копенгаген", "København"),
    ("Орхус", "Aarhus"),
    ("Оденсе", "Odense"),
    ("Ольборг", "Aalborg"),
    // Quarters of Copenhagen
    ("Amager", "København S"),
    ("Indre By", "København K"),
    ("Nørrebro", "København N"),
    ("Sydhavnen", "København SV"),
    ("Vesterbro", "København V"),
    ("Østerbro", "København Ø"),
    // Left-out first words
    ("Lyngby", "Kongens Lyngby"),
];
