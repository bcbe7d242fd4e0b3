//! What may stand in a short message, and when it is sent.

use courier::gsm;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

/// The most that a short message says, in characters as telephones count them.
const LONGEST: usize = 160;
/// Nobody is woken by one.
const MORNING: Time = Time::constant(8, 0, 0, 0);
const EVENING: Time = Time::constant(21, 0, 0, 0);

/// Whether a text may be sent: it says something in at most 160 characters, without links and without anything that looks
/// like a CPR number, for a text message is read by whoever holds the telephone.
pub(super) fn is_fit(text: &str) -> bool {
    let text = text.trim();
    let length = gsm::measure(&gsm::simplify(text)).units.max(gsm::measure(text).units);
    !text.is_empty() && length <= LONGEST && !has_link(text) && !has_cpr_like(text)
}

fn has_link(text: &str) -> bool {
    let small = text.to_lowercase();
    small.contains("://") || small.contains("www.") || small.split_whitespace().any(is_path)
}

/// Whether a word looks like `example.dk/side`.
fn is_path(word: &str) -> bool {
    let Some((host, _)) = word.split_once('/') else { return false };
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    name.ends_with(char::is_alphanumeric) && ending.len() >= 2 && ending.chars().all(char::is_alphabetic)
}

/// Whether there are ten digits in a row, with a hyphen after the sixth or without, that are not the number of a telephone
/// abroad.
fn has_cpr_like(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |place: usize| chars.get(place).is_some_and(char::is_ascii_digit);
    let digits = |from: usize, n: usize| (from..from + n).all(is_digit);
    (0..chars.len()).any(|begin| {
        let stands_alone = begin == 0 || !(is_digit(begin - 1) || chars[begin - 1] == '+');
        let hyphen = usize::from(chars.get(begin + 6) == Some(&'-'));
        let end = begin + 10 + hyphen;
        stands_alone && digits(begin, 6) && digits(begin + 6 + hyphen, 4) && !is_digit(end)
    })
}

/// The moment, or the next morning in Denmark where it lies in the evening or at night. A sender can name a day and no hour.
pub(super) fn by_day(moment: Timestamp, zone: &TimeZone) -> Timestamp {
    let local = moment.to_zoned(zone.clone());
    if (MORNING..EVENING).contains(&local.time()) {
        return moment;
    }
    let day = if local.time() < MORNING { Ok(local.date()) } else { local.date().checked_add(1.day()) };
    let morning = day.and_then(|day| day.to_datetime(MORNING).to_zoned(zone.clone()));
    morning.map_or(moment, |morning| morning.timestamp())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_short_message_says_something_in_160_characters() {
        assert!(is_fit("Husk din tid hos tandplejen i morgen kl. 10.15. Vejle Kommune"));
        assert!(is_fit(&"a".repeat(160)) && !is_fit(&"a".repeat(161)));
        assert!(is_fit(&"€".repeat(80)) && !is_fit(&"€".repeat(81)));
        assert!(!is_fit("") && !is_fit(" \n"));
    }

    #[test]
    fn a_short_message_has_no_links() {
        for text in ["Se https://x.dk", "Se WWW.x.dk", "Se vejle.dk/tid nu", "bit.ly/x7"] {
            assert!(!is_fit(text), "{text}");
        }
        for text in
            ["Ring 75 81 00 00 el. kom på rådhuset", "Kom kl. 10/11. Husk gul/blå mappe", "Åbent 10.15/12.30"]
        {
            assert!(is_fit(text), "{text}");
        }
    }

    #[test]
    fn a_short_message_has_nothing_like_a_cpr_number() {
        for text in ["Vedr. 010140-0002", "Vedr. 0101400002.", "(010140-0002)"] {
            assert!(!is_fit(text), "{text}");
        }
        for text in
            ["Ring +4575810000", "Sag 12345678901", "Sag 010140-00021", "Kl. 1015-1130", "010140 0002"]
        {
            assert!(is_fit(text), "{text}");
        }
    }

    #[test]
    fn nobody_is_woken() {
        let zone = TimeZone::get("Europe/Copenhagen").unwrap();
        let at = |moment: &str| by_day(moment.parse().unwrap(), &zone).to_string();
        assert_eq!(at("2026-11-22T09:30:00Z"), "2026-11-22T09:30:00Z");
        assert_eq!(at("2026-11-22T19:59:59Z"), "2026-11-22T19:59:59Z");
        assert_eq!(at("2026-11-22T20:00:00Z"), "2026-11-23T07:00:00Z");
        assert_eq!(at("2026-11-22T23:00:00Z"), "2026-11-23T07:00:00Z");
        assert_eq!(at("2026-03-29T00:30:00Z"), "2026-03-29T06:00:00Z");
    }

    proptest! {
        #[test]
        fn no_text_is_too_much(text in "\\PC{0,200}", at in 0i64..4_000_000_000) {
            is_fit(&text);
            let zone = TimeZone::get("Europe/Copenhagen").unwrap();
            let moment = Timestamp::from_second(at).unwrap();
            let sent = by_day(moment, &zone);
            prop_assert!(sent >= moment);
            prop_assert!((MORNING..EVENING).contains(&sent.to_zoned(zone).time()));
        }
    }
}
