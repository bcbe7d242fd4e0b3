//! Reading what people type: amounts, days, accounts, quarters. Every way that Danes write them, and digits of every script that
//! our readers use; where it could mean two things it is not guessed.

use std::fmt;

use basics::Money;
use jiff::ToSpan as _;
use jiff::civil::Date;

/// As much as an amount can be, in øre: a thousand million kroner.
const MOST_ORE: i64 = 100_000_000_000;
/// How many quarters back can be reported.
const QUARTERS: usize = 4;

/// The text with European digits, whichever it was typed in.
fn european(typed: &str) -> String {
    let digit = |c: char| match c {
        // Arabic, and the ones of Persian and Urdu.
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10).unwrap_or(c),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10).unwrap_or(c),
        // Their comma before the øre, and between thousands.
        '\u{66b}' => ',',
        '\u{66c}' => '.',
        '\u{2212}' => '-',
        _ => c,
    };
    typed.chars().map(digit).collect()
}

/// An amount: `1.234,50`, `1234`, `1 234 kr.`, `1234,-`. `None` where it is none, or could be two: `1,234`.
#[must_use]
pub fn amount(typed: &str) -> Option<Money> {
    let typed = european(typed).to_lowercase();
    let mut rest = typed.trim();
    for unit in ["dkk", "kroner", "kr.", "kr"] {
        if let Some(without) = rest.strip_suffix(unit).or_else(|| rest.strip_prefix(unit)) {
            rest = without.trim();
            break;
        }
    }
    let (sign, rest) = match rest.strip_prefix('-') {
        Some(rest) => (-1, rest.trim_start()),
        None => (1, rest),
    };
    // How shops write whole kroner.
    let rest = rest.strip_suffix(",-").or_else(|| rest.strip_suffix(".-")).unwrap_or(rest);
    let (kroner, ore) = match (rest.rsplit_once(','), rest.rsplit_once('.')) {
        (Some((kroner, ore)), _) => (kroner, ore),
        // A point before one or two digits stands where a comma should: thousands have three.
        (None, Some((kroner, ore))) if ore.len() < 3 && !kroner.contains('.') => (kroner, ore),
        (None, _) => (rest, "0"),
    };
    let kroner = whole(kroner)?;
    let ore = match (ore.len(), ore.bytes().all(|c| c.is_ascii_digit())) {
        (1, true) => ore.parse::<i64>().ok()? * 10,
        (2, true) => ore.parse::<i64>().ok()?,
        _ => return None,
    };
    let total = kroner.checked_mul(100)?.checked_add(ore)?;
    (total < MOST_ORE).then(|| Money::from_ore(sign * total))
}

/// A whole number, perhaps with a point or a space between its thousands.
fn whole(text: &str) -> Option<i64> {
    let is_gap = |c: char| c == '.' || c == '\u{a0}' || c == '\u{202f}' || c == ' ';
    let groups: Vec<&str> = text.split(is_gap).collect();
    let (first, others) = groups.split_first()?;
    let is_number = |group: &str| !group.is_empty() && group.bytes().all(|c| c.is_ascii_digit());
    let fits = is_number(first)
        && (others.is_empty() || first.len() <= 3)
        && others.iter().all(|group| is_number(group) && group.len() == 3);
    if fits { groups.concat().parse().ok() } else { None }
}

/// A whole number without anything around it.
pub(super) fn count(typed: &str) -> Option<i64> {
    let typed = european(typed);
    let typed = typed.trim();
    (!typed.is_empty() && typed.bytes().all(|c| c.is_ascii_digit())).then(|| typed.parse().ok())?
}

/// A day as browsers send it (`2026-12-31`), or as people write it (`31.12.2026`, `31/12 2026`).
#[must_use]
pub fn day(typed: &str) -> Option<Date> {
    let typed = european(typed);
    let typed = typed.trim();
    if let Ok(day) = typed.parse() {
        return Some(day);
    }
    let parts: Vec<&str> =
        typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts[..] else { return None };
    Date::new(year.parse().ok().filter(|year| *year >= 1900)?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The number of an account: registration number and account number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    registration: String,
    number: String,
}

impl Account {
    /// Reads a number: four digits, then four to ten, perhaps with spaces, points or dashes between.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let typed = european(typed);
        let is_fit = |c: char| c.is_ascii_digit() || c.is_whitespace() || c == '-' || c == '.';
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        (typed.chars().all(is_fit) && (8..=14).contains(&digits.len()))
            .then(|| Self { registration: digits[..4].to_owned(), number: digits[4..].to_owned() })
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.registration, self.number)
    }
}

/// Three months that VAT is reported for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quarter {
    year: i16,
    /// From 1 to 4.
    number: i8,
}

impl Quarter {
    /// The first day.
    #[must_use]
    pub fn first(self) -> Date {
        Date::constant(self.year, self.number * 3 - 2, 1)
    }

    /// The last day.
    #[must_use]
    pub fn last(self) -> Date {
        self.first().saturating_add(2.months()).last_of_month()
    }

    fn of(day: Date) -> Self {
        Self { year: day.year(), number: (day.month() + 2) / 3 }
    }
}

/// `2026-3`, as a form sends it.
impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.year, self.number)
    }
}

/// The latest quarters that are over, the latest first.
#[must_use]
pub fn quarters(today: Date) -> Vec<Quarter> {
    let mut day = Quarter::of(today).first();
    (0..QUARTERS)
        .map(|_| {
            day = day.saturating_sub(3.months());
            Quarter::of(day)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        for (typed, ore) in [
            ("1.234,50", 123_450),
            ("1234", 123_400),
            ("1234,5", 123_450),
            (" 1 234,50 kr. ", 123_450),
            ("kr 1.234", 123_400),
            ("1234 kroner", 123_400),
            ("500,-", 50_000),
            ("500,- kr", 50_000),
            ("12.50", 1_250),
            ("0", 0),
            ("0,05", 5),
            ("1.000.000", 100_000_000),
            ("DKK 10", 1_000),
            ("١٢٣٤٫٥٠", 123_450),
            ("۱۲۳۴", 123_400),
            ("-5", -500),
            ("−5", -500),
        ] {
            assert_eq!(amount(typed).map(Money::ore), Some(ore), "{typed}");
        }
    }

    #[test]
    fn what_could_be_two_amounts_or_none_is_not_guessed() {
        for typed in [
            "",
            "kr",
            "1,234",
            "1,234.50",
            "12.34.567",
            "1.23,50",
            "1..000",
            ".5",
            ",5",
            "5,",
            "5.",
            "1 23",
            "tusind",
            "12a",
            "1e3",
            "- -5",
            "99999999999999999999",
            "1.000.000.000",
        ] {
            assert_eq!(amount(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for typed in ["2026-12-31", "31.12.2026", " 31/12 2026", "31-12-2026", "٣١.١٢.٢٠٢٦"] {
            assert_eq!(day(typed), Some(date(2026, 12, 31)), "{typed}");
        }
        for typed in ["", "31.12", "31.12.26", "32.12.2026", "i morgen"] {
            assert_eq!(day(typed), None, "{typed}");
        }
    }

    #[test]
    fn an_account_has_four_digits_and_then_up_to_ten() {
        for typed in ["1234 567890", "1234-567890", "1234567890", "1234 0000 567890"] {
            assert!(Account::read(typed).is_some(), "{typed}");
        }
        assert_eq!(Account::read("1234-567890").unwrap().to_string(), "1234 567890");
        for typed in ["", "1234", "123 4567a", "1234 56789012345"] {
            assert_eq!(Account::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn quarters_are_offered_when_they_are_over() {
        let offered = |day| quarters(day).iter().map(Quarter::to_string).collect::<Vec<_>>();
        assert_eq!(offered(date(2026, 11, 24)), ["2026-3", "2026-2", "2026-1", "2025-4"]);
        assert_eq!(offered(date(2026, 1, 1)), ["2025-4", "2025-3", "2025-2", "2025-1"]);
        let third = quarters(date(2026, 11, 24))[0];
        assert_eq!((third.first(), third.last()), (date(2026, 7, 1), date(2026, 9, 30)));
    }

    proptest! {
        #[test]
        fn an_amount_that_is_shown_can_be_typed_again(ore in -99_999_999_999i64..100_000_000_000) {
            let money = Money::from_ore(ore);
            prop_assert_eq!(amount(&money.to_string()), Some(money));
        }

        #[test]
        fn the_same_amount_is_read_however_it_is_written(
            kroner in 0i64..999_999_999, ore in 0i64..100, gap in "[. \u{a0}]?", unit in "( ?(kr|kr\\.|KR|kroner|DKK))?",
        ) {
            let shown = Money::from_ore(kroner * 100 + ore);
            let digits = kroner.to_string();
            let mut written = String::new();
            for (place, digit) in digits.chars().enumerate() {
                if place > 0 && (digits.len() - place).is_multiple_of(3) {
                    written.push_str(&gap);
                }
                written.push(digit);
            }
            prop_assert_eq!(amount(&format!("{written},{ore:02}{unit}")), Some(shown));
            if ore == 0 {
                prop_assert_eq!(amount(&format!("{written}{unit}")), Some(shown));
            }
        }

        #[test]
        fn whatever_is_typed_nothing_breaks(typed in "\\PC{0,40}") {
            let _ = (amount(&typed), day(&typed), Account::read(&typed), count(&typed));
        }

        #[test]
        fn nothing_but_digits_and_their_marks_becomes_an_amount(typed in "[0-9., -]{0,20}") {
            if let Some(read) = amount(&typed) {
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                let (typed, shown) = (digits(&typed), digits(&read.to_string()));
                // Zeroes in front and missing øre are all that may differ.
                prop_assert!(
                    shown.trim_start_matches('0').starts_with(typed.trim_start_matches('0').trim_end_matches('0'))
                );
            }
        }
    }
}
