//! The fixed words of the profile, for writing and for reading.

use basics::Language;
use gazetteer::Municipality;

use crate::denmark::Places;
use crate::model::SPOKEN;

/// The Danish business register in the list of org-id.guide.
pub(super) const CVR_SCHEME: &str = "DK-CVR";
/// `accessibility.description` of a place without steps.
pub(super) const STEP_FREE: &str = "Adgang uden trin";
/// `accessibility.description` of a place with steps.
pub(super) const NOT_STEP_FREE: &str = "Adgang kun ad trin";
/// `service_area.name` of a service for everybody in Denmark.
pub(super) const WHOLE_COUNTRY: &str = "Danmark";
/// What stands in a required field when nothing near is known either.
pub(super) const UNKNOWN: &str = "ukendt";
/// Hours from UTC of Danish standard time.
pub(super) const STANDARD_TIME: f64 = 1.0;
/// The same as it stands behind a time of day.
pub(super) const OFFSET: &str = "+01:00";

/// Codes of three letters (ISO 639-2/T) for the languages that Omtanke knows by two.
const LONG_CODES: [(&str, &str); 17] = [
    ("dan", "da"),
    ("eng", "en"),
    ("ara", "ar"),
    ("tur", "tr"),
    ("urd", "ur"),
    ("pol", "pl"),
    ("ukr", "uk"),
    ("ron", "ro"),
    ("deu", "de"),
    ("som", "so"),
    ("fas", "fa"),
    ("bos", "bs"),
    ("kur", "ku"),
    ("kmr", "ku"),
    ("vie", "vi"),
    ("kal", "kl"),
    ("fao", "fo"),
];

/// What a language is called in Danish.
pub(super) fn language_name(code: &str) -> String {
    words::words(Language::Da).t(&format!("spoken-{code}"))
}

/// The language of a code such as `da`, `da-DK` or `dan`, if it is one that Omtanke knows.
pub(super) fn spoken(code: &str) -> Option<&'static str> {
    let first = code.split(['-', '_']).next()?.to_ascii_lowercase();
    let short = LONG_CODES.iter().find(|(long, _)| *long == first).map_or(first.as_str(), |(_, short)| short);
    SPOKEN.iter().copied().find(|known| *known == short)
}

/// The municipality that a text names: `Vejle`, `Vejle Kommune`, `Københavns Kommune`, or its four digits.
pub(super) fn municipality_named<'p>(places: &'p Places, text: &str) -> Option<&'p Municipality> {
    let text = text.trim().to_lowercase();
    let short =
        text.strip_suffix(" kommune").or_else(|| text.strip_suffix(" regionskommune")).unwrap_or(&text);
    places.municipalities.iter().find(|municipality| {
        let name = municipality.name.to_lowercase();
        municipality.code == text || name == short || (short != text && format!("{name}s") == short)
    })
}

/// Whether a text names one of the five regions.
pub(super) fn is_region(places: &Places, text: &str) -> bool {
    let text = text.trim().to_lowercase();
    places.municipalities.iter().any(|municipality| {
        let region = municipality.region.to_lowercase();
        region == text || region.strip_prefix("region ") == Some(&text)
    })
}
