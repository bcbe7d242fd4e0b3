//! Words of the office, with what people say instead. The list is the house's own; it grows with what readers ask about.

/// A word or phrase in its forms, and the plainer one to suggest.
pub(crate) struct Entry {
    pub(crate) forms: &'static [&'static str],
    pub(crate) plainer: &'static str,
}

const fn entry(forms: &'static [&'static str], plainer: &'static str) -> Entry {
    Entry { forms, plainer }
}

/// Forms are in small letters, words with one space between. A longer phrase wins over a shorter at the same place.
pub(crate) const ENTRIES: &[Entry] = &[
    entry(&["såfremt", "ifald", "forudsat at"], "hvis"),
    entry(&["vedrørende", "angående"], "om"),
    entry(&["anvende", "anvend", "anvender", "anvendes", "anvendte", "anvendt"], "bruge"),
    entry(&["anvendelse", "anvendelsen"], "brug"),
    entry(&["påbegynde", "påbegynd", "påbegynder", "påbegyndes", "påbegyndte", "påbegyndt"], "begynde"),
    entry(&["i henhold til", "i medfør af", "i overensstemmelse med"], "efter"),
    entry(
        &["rekvirere", "rekvirer", "rekvirér", "rekvirerer", "rekvireres", "rekvirerede", "rekvireret"],
        "bestille",
    ),
    entry(&["endvidere", "ydermere"], "også"),
    entry(&["desuagtet"], "alligevel"),
    entry(&["fremsende", "fremsend", "fremsender", "fremsendes", "fremsendte", "fremsendt"], "sende"),
    entry(&["tilsende", "tilsender", "tilsendes", "tilsendt"], "sende"),
    entry(&["indeværende"], "denne"),
    entry(&["nærværende"], "denne"),
    entry(&["foranstående", "førnævnte", "ovennævnte", "ovenstående"], "det, vi har skrevet før"),
    entry(&["nedenstående", "nedennævnte"], "det, der står herunder"),
    entry(&["foretage", "foretag", "foretager", "foretages", "foretog", "foretaget"], "gøre"),
    entry(&["forefinde", "forefindes", "forefindende"], "være"),
    entry(&["erhverve", "erhverver", "erhverves", "erhvervede", "erhvervet"], "få eller købe"),
    entry(&["imødekomme", "imødekommer", "imødekommes", "imødekommet"], "sige ja til"),
    entry(&["meddele", "meddel", "meddeler", "meddeles", "meddelte", "meddelt"], "fortælle eller skrive"),
    entry(&["bemyndige", "bemyndiger", "bemyndiges", "bemyndiget"], "give lov"),
    entry(&["bibringe", "bibringer", "bibringes", "bibragt"], "give"),
    entry(&["bevirke", "bevirker", "bevirkede", "bevirket"], "gøre, at"),
    entry(&["desangående", "herom", "derom"], "om det"),
    entry(&["dersom"], "hvis"),
    entry(&["eftersom", "idet"], "fordi"),
    entry(&["grundet", "som følge af", "på grundlag af"], "på grund af"),
    entry(&["forinden"], "før"),
    entry(&["fornøden", "fornødent", "fornødne"], "nødvendig"),
    entry(&["hvorvidt"], "om"),
    entry(&["inden for rammerne af"], "inden for"),
    entry(&["med henblik på"], "for at"),
    entry(&["på nuværende tidspunkt"], "nu"),
    entry(&["i det omfang"], "hvis"),
    entry(&["for så vidt angår", "i relation til", "hvad angår"], "om"),
    entry(&["pågældende"], "den"),
    entry(&["således"], "sådan"),
    entry(&["tillige", "samt"], "og"),
    entry(&["tilvejebringe", "tilvejebringer", "tilvejebringes", "tilvejebragt"], "skaffe"),
    entry(&["udfærdige", "udfærdiger", "udfærdiges", "udfærdiget"], "skrive"),
    entry(&["undlade", "undlad", "undlader", "undlades", "undladt"], "lade være med"),
    entry(&["ultimo"], "i slutningen af"),
    entry(&["primo"], "i begyndelsen af"),
    entry(&["vederlagsfri", "vederlagsfrit", "vederlagsfrie"], "gratis"),
    entry(&["beror på", "bero på"], "afhænger af"),
    entry(&["afholde", "afholder", "afholdes", "afholdt"], "holde"),
    entry(&["rette henvendelse til", "ret henvendelse til"], "ringe eller skrive til"),
];
