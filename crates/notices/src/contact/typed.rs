//! What people type about how to reach them, understood, or refused with a message that names the field.

use courier::{AddressError, NumberError};
use page::FieldErrors;
use serde::Deserialize;
use words::Words;

use super::PostalAddress;

/// As many characters as a line of an envelope has.
const LONGEST_LINE: usize = 60;

/// The form of the address for letters, as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AddressForm {
    pub(crate) street: String,
    pub(crate) extra: String,
    pub(crate) postcode: String,
    pub(crate) town: String,
}

impl AddressForm {
    pub(crate) fn of(address: Option<&PostalAddress>) -> Self {
        address.map_or_else(Self::default, |address| Self {
            street: address.street.clone(),
            extra: address.extra.clone(),
            postcode: address.postcode.clone(),
            town: address.town.clone(),
        })
    }

    /// The address; `None` where every field is empty, which takes it away.
    pub(crate) fn parse(&self, words: &Words) -> Result<Option<PostalAddress>, FieldErrors> {
        let [street, extra, postcode, town] =
            [&self.street, &self.extra, &self.postcode, &self.town].map(|typed| line(typed));
        if [&street, &extra, &postcode, &town].iter().all(|line| line.is_empty()) {
            return Ok(None);
        }
        let mut errors = FieldErrors::default();
        if street.is_empty() {
            errors.add("street", words.t("contact-street-missing"));
        }
        if !(postcode.len() == 4 && postcode.bytes().all(|c| c.is_ascii_digit())) {
            let key = if postcode.is_empty() { "contact-postcode-missing" } else { "contact-postcode-wrong" };
            errors.add("postcode", words.t1(key, "typed", &postcode));
        }
        if town.is_empty() {
            errors.add("town", words.t("contact-town-missing"));
        }
        for (field, line) in [("street", &street), ("extra", &extra), ("town", &town)] {
            if line.chars().count() > LONGEST_LINE {
                errors.add(field, words.t2("contact-line-long", "typed", line, "most", LONGEST_LINE));
            }
        }
        if errors.is_empty() {
            Ok(Some(PostalAddress { street, extra: with_care_of(extra), postcode, town }))
        } else {
            Err(errors)
        }
    }
}

/// The name of whom somebody lives with, as it stands on a letter, whether they wrote *c/o* before it or not.
fn with_care_of(extra: String) -> String {
    if extra.is_empty() || extra.to_lowercase().starts_with("c/o") { extra } else { format!("c/o {extra}") }
}

/// One line of text: single spaces, nothing at the ends.
fn line(typed: &str) -> String {
    let words: Vec<&str> =
        typed.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// What is wrong with an e-mail address, in the reader's words.
pub(crate) fn about_email(words: &Words, error: AddressError, typed: &str) -> String {
    let key = match error {
        AddressError::Empty | AddressError::NoAt => "contact-email-no-at",
        AddressError::Space => "contact-email-space",
        AddressError::ManyAts | AddressError::TooLong | AddressError::Local | AddressError::Domain => {
            "contact-email-wrong"
        }
    };
    words.t1(key, "typed", shown(typed))
}

/// What is wrong with a mobile number, in the reader's words.
pub(crate) fn about_number(words: &Words, error: NumberError, typed: &str) -> String {
    let key = match error {
        NumberError::Empty | NumberError::TooShort | NumberError::ShortCode => "contact-mobile-short",
        NumberError::TooLong => "contact-mobile-long",
        NumberError::Premium => "contact-mobile-premium",
        NumberError::Sign | NumberError::NotInUse => "contact-mobile-wrong",
    };
    words.t1(key, "typed", shown(typed))
}

/// What was typed, as a message can repeat it.
fn shown(typed: &str) -> String {
    line(typed).chars().take(LONGEST_LINE).collect()
}

#[cfg(test)]
mod tests {
    use basics::Language;
    use words::words;

    use super::*;

    fn form(street: &str, postcode: &str, town: &str) -> AddressForm {
        let text = str::to_owned;
        AddressForm { street: text(street), extra: String::new(), postcode: text(postcode), town: text(town) }
    }

    fn parsed(form: &AddressForm) -> Result<Option<PostalAddress>, Vec<(String, String)>> {
        form.parse(words(Language::Da)).map_err(|errors| errors.all().to_vec())
    }

    #[test]
    fn an_address_is_taken_without_needless_spaces() {
        let address = parsed(&form("  Eksempelgade   1 ", " 7100", "Vejle ")).unwrap().unwrap();
        assert_eq!((address.street.as_str(), address.postcode.as_str()), ("Eksempelgade 1", "7100"));
        assert_eq!(address.masked(), "7100 Vejle");
    }

    #[test]
    fn whom_somebody_lives_with_is_named_as_on_an_envelope() {
        for (typed, printed) in [("Jensen", "c/o Jensen"), ("C/O Jensen", "C/O Jensen"), (" ", "")] {
            let form = AddressForm { extra: typed.to_owned(), ..form("Eksempelgade 1", "7100", "Vejle") };
            assert_eq!(parsed(&form).unwrap().unwrap().extra, printed);
        }
    }

    #[test]
    fn four_empty_fields_take_the_address_away() {
        assert_eq!(parsed(&form(" ", "", "")), Ok(None));
    }

    #[test]
    fn what_is_wrong_is_told_by_field_with_what_was_typed() {
        let errors = parsed(&form("", "71oo", "")).unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["street", "postcode", "town"]);
        assert!(errors[1].1.contains("71oo"), "{}", errors[1].1);
        let long = parsed(&form(&"a".repeat(61), "7100", "Vejle")).unwrap_err();
        assert_eq!(long[0].0, "street");
    }
}
