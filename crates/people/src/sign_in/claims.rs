//! What a verified token says of a person, in our words.

use basics::Cpr;
use jiff::civil::Date;
use serde_json::{Map, Value};

use super::{Assurance, Broker};
use crate::NewPerson;

/// What those are called whose name the broker withholds: people with name and address protection.
const PROTECTED_NAME: &str = "Navnebeskyttet";
/// A broker's name for a person is an id; whatever is longer is something else.
const LONGEST_SUBJECT: usize = 255;
const LONGEST_NAME: usize = 200;

/// Somebody, as a broker tells of them.
pub(super) struct Told {
    pub(super) subject: String,
    pub(super) person: NewPerson,
    pub(super) assurance: Option<Assurance>,
    /// The number, where the broker gives one and is sure enough of who it is to be believed.
    pub(super) cpr: Option<Cpr>,
    /// The privilege list that came along, as the broker wrote it, under the same condition.
    pub(super) privileges: Option<String>,
}

/// Claims that nobody can be signed in by. It repeats none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unusable {
    /// The broker does not say who it is.
    NobodyNamed,
    /// What should be a CPR number is none.
    NotACpr,
    /// The broker's own name for the person is their CPR number, which we do not keep as a name.
    NamedByCpr,
}

// Whoever logs this by mistake must not log a person.
impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Told(…)")
    }
}

/// Reads the claims by the broker's names for them.
///
/// A CPR number counts only from the NSIS level substantial on: by it, somebody becomes a person whom another broker
/// has vouched for.
pub(super) fn read(broker: &Broker, claims: &Map<String, Value>) -> Result<Told, Unusable> {
    let names = broker.claim_names();
    let text = |name: &Option<String>| name.as_ref().and_then(|name| text_at(claims, name));
    let subject = text(&names.subject)
        .filter(|subject| subject.len() <= LONGEST_SUBJECT)
        .ok_or(Unusable::NobodyNamed)?;
    let name = text(&names.name).map(|name| name.chars().take(LONGEST_NAME).collect());
    let assurance = text(&names.loa).and_then(Assurance::from_claim);
    let cpr = names.cpr.as_ref().map_or(Ok(None), |name| cpr_at(claims, name))?;
    if cpr.is_some() && subject.parse().ok() == cpr {
        return Err(Unusable::NamedByCpr);
    }
    let cpr = cpr.filter(|_| assurance >= Some(Assurance::Substantial));
    let birth_date = text(&names.birth_date)
        .and_then(|date| date.parse::<Date>().ok())
        .or_else(|| cpr.as_ref().map(Cpr::birth_date));
    Ok(Told {
        subject: subject.to_owned(),
        person: NewPerson { name: name.unwrap_or_else(|| PROTECTED_NAME.to_owned()), birth_date },
        assurance,
        cpr,
        privileges: text(&names.privileges)
            .filter(|_| assurance >= Some(Assurance::Substantial))
            .map(str::to_owned),
    })
}

/// The number by its name; `None` where the broker gives none. A number that JSON holds as one has lost its leading
/// zero, so only a text will do.
fn cpr_at(claims: &Map<String, Value>, name: &str) -> Result<Option<Cpr>, Unusable> {
    match value_at(claims, name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::String(text)) => text.parse().map(Some).map_err(|_| Unusable::NotACpr),
        Some(_) => Err(Unusable::NotACpr),
    }
}

/// The text by its name; empty texts say nothing.
fn text_at<'c>(claims: &'c Map<String, Value>, name: &str) -> Option<&'c str> {
    let text = value_at(claims, name)?.as_str()?.trim();
    (!text.is_empty()).then_some(text)
}

/// The claim by its name, else by its name as a path into objects.
fn value_at<'c>(claims: &'c Map<String, Value>, name: &str) -> Option<&'c Value> {
    let nested = || {
        let mut steps = name.split('.');
        let first = claims.get(steps.next()?)?;
        steps.try_fold(first, |value, step| value.get(step))
    };
    claims.get(name).or_else(nested)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::json;

    use super::*;

    fn told(preset: &str, claims: &Value) -> Result<Told, Unusable> {
        let settings = json!({
            "key": "mitid", "name": "MitID", "preset": preset, "issuer": "https://broker.example", "client_id": "a",
        });
        let broker = serde_json::from_value(settings).unwrap();
        read(&broker, claims.as_object().unwrap())
    }

    #[test]
    fn each_brokers_words_tell_of_the_same_aase() {
        for (preset, claims) in [
            (
                "criipto",
                json!({"sub": "{x}", "uuid": "u-1", "name": "Aase Holm", "birthdate": "1940-01-31",
                "loa": "SUBSTANTIAL", "cprNumberIdentifier": "3101400000"}),
            ),
            (
                "signicat",
                json!({"sub": "x", "mitid_uuid": "u-1", "name": "Aase Holm", "birthdate": "1940-01-31",
                "mitid_loa": "substantial", "nin": "3101400000"}),
            ),
            (
                "signaturgruppen",
                json!({"sub": "x", "mitid.uuid": "u-1", "mitid.identity_name": "Aase Holm",
                "mitid.date_of_birth": "1940-01-31", "loa": "https://data.gov.dk/concept/core/nsis/Substantial",
                "dk.cpr": "310140-0000"}),
            ),
            (
                "signaturgruppen",
                json!({"sub": "x", "mitid": {"uuid": "u-1", "identity_name": "Aase Holm",
                "date_of_birth": "1940-01-31"}, "loa": "https://data.gov.dk/concept/core/nsis/Substantial",
                "dk": {"cpr": "3101400000"}}),
            ),
            (
                "demo",
                json!({"sub": "u-1", "name": "Aase Holm", "birthdate": "1940-01-31", "loa": "Substantial",
                "cpr": "310140-0000"}),
            ),
        ] {
            let told = told(preset, &claims).unwrap();
            assert_eq!(told.subject, "u-1", "{preset}");
            assert_eq!(told.person.name, "Aase Holm", "{preset}");
            assert_eq!(told.person.birth_date, Some(date(1940, 1, 31)), "{preset}");
            assert_eq!(told.assurance, Some(Assurance::Substantial), "{preset}");
            assert_eq!(told.cpr.unwrap().expose(), "3101400000", "{preset}");
        }
    }

    #[test]
    fn a_cpr_number_counts_from_the_level_substantial_on() {
        for (loa, counts) in [
            (json!("Low"), false),
            (json!(null), false),
            (json!("very"), false),
            (json!("Substantial"), true),
            (json!("https://data.gov.dk/concept/core/nsis/High"), true),
        ] {
            let told = told("demo", &json!({"sub": "u-1", "loa": loa, "cpr": "3101400000"})).unwrap();
            assert_eq!(told.cpr.is_some(), counts, "{loa}");
            assert_eq!(told.person.birth_date.is_some(), counts, "{loa}");
        }
    }

    #[test]
    fn the_birth_date_is_the_brokers_own_or_else_the_numbers() {
        let born = |birthdate: &str| {
            let claims = json!({"sub": "u-1", "birthdate": birthdate, "loa": "High", "cpr": "9101404000"});
            told("demo", &claims).unwrap().person.birth_date
        };
        assert_eq!(born("1940-02-01"), Some(date(1940, 2, 1)));
        assert_eq!(born(""), Some(date(1940, 1, 31)));
        assert_eq!(born("in winter"), Some(date(1940, 1, 31)));
    }

    #[test]
    fn what_is_no_cpr_number_is_refused_and_an_empty_one_is_none() {
        let cpr = |cpr: Value| told("demo", &json!({"sub": "u-1", "loa": "High", "cpr": cpr}));
        for wrong in [json!("310140-000"), json!("320140-0000"), json!(3101400000_u64), json!(["3101400000"])]
        {
            assert_eq!(cpr(wrong.clone()).err(), Some(Unusable::NotACpr), "{wrong}");
        }
        for empty in [json!(null), json!(""), json!(" ")] {
            assert!(cpr(empty).unwrap().cpr.is_none());
        }
    }

    #[test]
    fn a_broker_that_calls_people_by_their_number_signs_nobody_in() {
        let claims = |loa: &str| json!({"sub": "310140-0000", "loa": loa, "cpr": "3101400000"});
        for loa in ["Low", "High"] {
            assert_eq!(told("demo", &claims(loa)).err(), Some(Unusable::NamedByCpr));
        }
    }

    #[test]
    fn a_person_under_name_protection_can_sign_in() {
        let told = told("signicat", &json!({"mitid_uuid": "u-2", "name": ""})).unwrap();
        assert_eq!(told.person.name, "Navnebeskyttet");
        assert_eq!(told.person.birth_date, None);
    }

    #[test]
    fn whoever_the_broker_does_not_name_is_nobody() {
        let nobody = Some(Unusable::NobodyNamed);
        assert_eq!(told("criipto", &json!({"sub": "x", "name": "Bo"})).err(), nobody);
        assert_eq!(told("demo", &json!({"sub": ""})).err(), nobody);
        assert_eq!(told("demo", &json!({"sub": 7})).err(), nobody);
        assert_eq!(told("demo", &json!({"sub": "x".repeat(256)})).err(), nobody);
    }
}
