//! What a verified token says of a person, in our words.

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
}

// Whoever logs this by mistake must not log a person.
impl std::fmt::Debug for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Told(…)")
    }
}

/// Reads the claims by the broker's names for them. `None` where the broker does not say who it is.
///
/// The CPR number, where there is one, is not even looked at.
pub(super) fn read(broker: &Broker, claims: &Map<String, Value>) -> Option<Told> {
    let names = broker.claim_names();
    let text = |name: &Option<String>| name.as_ref().and_then(|name| text_at(claims, name));
    let subject = text(&names.subject).filter(|subject| subject.len() <= LONGEST_SUBJECT)?;
    let name = text(&names.name).map(|name| name.chars().take(LONGEST_NAME).collect());
    let birth_date = text(&names.birth_date).and_then(|date| date.parse::<Date>().ok());
    let assurance = text(&names.loa).and_then(Assurance::from_claim);
    Some(Told {
        subject: subject.to_owned(),
        person: NewPerson { name: name.unwrap_or_else(|| PROTECTED_NAME.to_owned()), birth_date },
        assurance,
    })
}

/// The text by its name, else by its name as a path into objects; empty texts say nothing.
fn text_at<'c>(claims: &'c Map<String, Value>, name: &str) -> Option<&'c str> {
    let nested = || {
        let mut steps = name.split('.');
        let first = claims.get(steps.next()?)?;
        steps.try_fold(first, |value, step| value.get(step))
    };
    let text = claims.get(name).or_else(nested)?.as_str()?.trim();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::json;

    use super::*;

    fn told(preset: &str, claims: &Value) -> Option<Told> {
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
                "mitid.date_of_birth": "1940-01-31", "loa": "https://data.gov.dk/concept/core/nsis/Substantial"}),
            ),
            (
                "signaturgruppen",
                json!({"sub": "x", "mitid": {"uuid": "u-1", "identity_name": "Aase Holm",
                "date_of_birth": "1940-01-31"}, "loa": "https://data.gov.dk/concept/core/nsis/Substantial"}),
            ),
            (
                "demo",
                json!({"sub": "u-1", "name": "Aase Holm", "birthdate": "1940-01-31", "loa": "Substantial"}),
            ),
        ] {
            let told = told(preset, &claims).unwrap();
            assert_eq!(told.subject, "u-1", "{preset}");
            assert_eq!(told.person.name, "Aase Holm", "{preset}");
            assert_eq!(told.person.birth_date, Some(date(1940, 1, 31)), "{preset}");
            assert_eq!(told.assurance, Some(Assurance::Substantial), "{preset}");
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
        assert!(told("criipto", &json!({"sub": "x", "name": "Bo"})).is_none());
        assert!(told("demo", &json!({"sub": ""})).is_none());
        assert!(told("demo", &json!({"sub": 7})).is_none());
        assert!(told("demo", &json!({"sub": "x".repeat(256)})).is_none());
    }
}
