//! What mandates are called on pages: what they open and what not, where they stand, and what narrows them.

use access::mandates::{Basis, Mandate, Moment, Power, State, Terms, catalogue, in_force};
use jiff::tz::TimeZone;
use words::Words;

/// What a power is called: *Læse post*.
pub(crate) fn power(words: &Words, code: &str) -> String {
    words.t(&key(code, ""))
}

/// What a power opens, in a sentence or two.
pub(crate) fn opens(words: &Words, code: &str) -> String {
    words.t(&key(code, "-opens"))
}

/// What a power does not open, in a sentence or two.
pub(crate) fn opens_not(words: &Words, code: &str) -> String {
    words.t(&key(code, "-not"))
}

fn key(code: &str, end: &str) -> String {
    format!("power-{}{end}", in_key(code))
}

/// A code as it stands in a text's name, which has hyphens alone.
pub(crate) fn in_key(code: &str) -> String {
    code.replace(['.', '_'], "-")
}

/// What the service of some powers is called.
pub(crate) fn service(words: &Words, service: &str) -> String {
    words.t(&format!("mandate-service-{}", in_key(service)))
}

/// What a mandate opens, each power by its name, in the order of the catalogue.
pub(crate) fn powers(words: &Words, terms: &Terms) -> Vec<String> {
    in_order(terms).into_iter().map(|code| power(words, code)).collect()
}

/// The codes of a mandate's powers, in the order of the catalogue.
pub(crate) fn in_order(terms: &Terms) -> Vec<&str> {
    let place = |code: &str| catalogue().powers().iter().position(|power: &Power| power.code == code);
    let mut codes: Vec<&str> = terms.powers.iter().map(String::as_str).collect();
    codes.sort_by_key(|code| place(code));
    codes.dedup();
    codes
}

/// Where a mandate stands. One that waits for its first day, or whose last one has passed before the night wrote it down, says so.
pub(crate) fn state(words: &Words, mandate: &Mandate, moment: Moment) -> String {
    let code = match (mandate.state, in_force(mandate, moment)) {
        (State::Active, Err(access::Refusal::NotYet)) => "not-yet".to_owned(),
        (State::Active, Err(_)) => State::Expired.code().to_owned(),
        (state, _) => in_key(state.code()),
    };
    words.t(&format!("mandate-state-{code}"))
}

/// What a mandate rests on.
pub(crate) fn basis(words: &Words, basis: Basis) -> String {
    words.t(&format!("mandate-basis-{}", basis.code()))
}

/// The last day, or that there is none.
pub(crate) fn until(words: &Words, terms: &Terms) -> String {
    terms.ends_on.map_or_else(|| words.t("mandate-no-end"), |last| words.short_date(last))
}

/// What is known of the things that limits name by their ids, for whoever may see the names.
#[derive(Debug, Default)]
pub(crate) struct Named {
    /// The organisation whose letters alone are open.
    pub(crate) sender: Option<String>,
    /// The folders that alone are open; none where whoever reads the page does not know them.
    pub(crate) folders: Option<Vec<String>>,
}

/// What narrows a mandate, a line for each. Nothing where nothing does. Days are those of `zone`.
pub(crate) fn limits(words: &Words, terms: &Terms, named: &Named, zone: &TimeZone) -> Vec<String> {
    let limits = &terms.limits;
    let mut lines = Vec::new();
    if let Some(folders) = &limits.folders {
        lines.push(match &named.folders {
            Some(names) => words.t1("mandate-limit-folder-names", "names", words.list(names)),
            None => words.t1("mandate-limit-folders", "count", folders.len()),
        });
    }
    if !terms.with_past_mail && opens_post(terms) {
        lines.push(match limits.since {
            Some(since) => {
                let day = words.short_date(since.to_zoned(zone.clone()).date());
                words.t1("mandate-without-past", "date", day)
            }
            None => words.t("mandate-without-past-yet"),
        });
    }
    if limits.sender.is_some() {
        let name = named.sender.clone().unwrap_or_else(|| "–".to_owned());
        lines.push(words.t1("mandate-limit-sender", "name", name));
    }
    if limits.letter.is_some() {
        lines.push(words.t("mandate-limit-letter"));
    }
    if let Some(number) = &limits.case_number {
        lines.push(words.t1("mandate-limit-case", "number", number));
    }
    if let Some(unit) = &limits.production_unit {
        lines.push(words.t1("mandate-limit-unit", "number", unit));
    }
    lines
}

/// Whether a mandate opens letters.
pub(crate) fn opens_post(terms: &Terms) -> bool {
    let is_post = |power: &&Power| terms.powers.contains(&power.code) && power.opens("mail.read", None);
    catalogue().powers().iter().any(|power| is_post(&power))
}

#[cfg(test)]
mod tests {
    use basics::Language;
    use words::words;

    use super::*;

    #[test]
    fn whatever_can_be_given_is_said_in_every_language() {
        for words in Language::ALL.map(words) {
            for one in catalogue().powers() {
                for end in ["", "-opens", "-not"] {
                    let key = key(&one.code, end);
                    assert!(words.has(&key), "{key} in {}", words.language().code());
                }
                let key = format!("mandate-service-{}", in_key(&one.service));
                assert!(words.has(&key), "{key} in {}", words.language().code());
            }
            for state in State::ALL {
                assert!(words.has(&format!("mandate-state-{}", in_key(state.code()))));
            }
            for basis in Basis::ALL {
                assert!(words.has(&format!("mandate-basis-{}", basis.code())));
            }
        }
    }

    #[test]
    fn powers_are_named_in_the_order_of_the_catalogue_each_once() {
        let terms = Terms {
            powers: vec!["tax.see".to_owned(), "post.read".to_owned(), "tax.see".to_owned()],
            starts_on: jiff::civil::date(2026, 3, 2),
            ends_on: None,
            with_past_mail: false,
            limits: access::mandates::Limits::default(),
        };
        assert_eq!(powers(words(Language::Da), &terms), ["Læse post", "Se skat"]);
        assert_eq!(until(words(Language::Da), &terms), "Ingen slutdato");
        let lines = limits(words(Language::Da), &terms, &Named::default(), &TimeZone::UTC);
        assert_eq!(lines, ["Kun breve, der kommer fra nu af"]);
    }
}
