//! From which day on somebody has a mailbox.

use jiff::ToSpan as _;
use jiff::civil::Date;
use mailbox::terms::PostTerms;

/// What decides when a person's mailbox is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Residency {
    /// When they were born.
    pub birth_date: Date,
    /// Since when they live in Denmark.
    pub since: Date,
    /// The last day on which they do; `None` while no end is known.
    pub until: Option<Date>,
}

/// The day on which a resident's mailbox is opened: the birthday on which they reach the age (Digital Post Act § 3(1)), and
/// not sooner than so many days after they moved here. `None` where they move away before that day.
///
/// Nobody has a mailbox from birth on for having been born here less than those days ago: the birthday is far later.
#[must_use]
pub fn opens_on(residency: &Residency, terms: &PostTerms) -> Option<Date> {
    let of_age = birthday(residency.birth_date, terms.enrolment_age_years);
    let settled = residency.since.checked_add(terms.newcomer_days.days()).ok()?;
    let day = of_age?.max(settled);
    residency.until.is_none_or(|last| day <= last).then_some(day)
}

/// The day on which somebody reaches an age. Whoever was born on 29 February does so on 1 March in a year without that day:
/// on the day before, the year of life is not over yet.
fn birthday(birth_date: Date, age: i16) -> Option<Date> {
    let year = birth_date.year().checked_add(age)?;
    match Date::new(year, birth_date.month(), birth_date.day()) {
        Ok(day) => Some(day),
        Err(_) => Date::new(year, 3, 1).ok(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use mailbox::terms::post_terms;

    use super::*;

    fn opens(birth_date: Date, since: Date, until: Option<Date>) -> Option<Date> {
        opens_on(&Residency { birth_date, since, until }, &post_terms(date(2026, 11, 24)))
    }

    #[test]
    fn a_mailbox_is_opened_on_the_fifteenth_birthday() {
        for (born, opened) in [
            (date(2011, 11, 25), date(2026, 11, 25)),
            (date(2011, 12, 31), date(2026, 12, 31)),
            (date(2012, 1, 1), date(2027, 1, 1)),
            // In a leap year and not in one.
            (date(2012, 2, 28), date(2027, 2, 28)),
            (date(2012, 2, 29), date(2027, 3, 1)),
            (date(2012, 3, 1), date(2027, 3, 1)),
            (date(2013, 2, 28), date(2028, 2, 28)),
            (date(1940, 5, 4), date(1955, 5, 4)),
        ] {
            assert_eq!(opens(born, born, None), Some(opened), "{born}");
        }
    }

    #[test]
    fn a_birthday_on_the_29th_of_february_is_one_in_a_leap_year() {
        let terms = PostTerms { enrolment_age_years: 16, ..post_terms(date(2026, 11, 24)) };
        let born = date(2012, 2, 29);
        let residency = Residency { birth_date: born, since: born, until: None };
        assert_eq!(opens_on(&residency, &terms), Some(date(2028, 2, 29)));
    }

    #[test]
    fn a_newcomer_has_thirty_days_or_until_the_birthday_whichever_is_later() {
        for (born, since, opened) in [
            (date(1990, 7, 1), date(2026, 11, 1), date(2026, 12, 1)),
            (date(1990, 7, 1), date(2026, 12, 15), date(2027, 1, 14)),
            (date(1990, 7, 1), date(2028, 2, 1), date(2028, 3, 2)),
            // Fifteen during the thirty days, and after them.
            (date(2011, 11, 10), date(2026, 11, 1), date(2026, 12, 1)),
            (date(2011, 12, 24), date(2026, 11, 1), date(2026, 12, 24)),
        ] {
            assert_eq!(opens(born, since, None), Some(opened), "{born} {since}");
        }
    }

    #[test]
    fn whoever_moves_away_before_the_day_gets_none() {
        let (born, since) = (date(2011, 12, 24), date(2026, 11, 1));
        assert_eq!(opens(born, since, Some(date(2026, 12, 23))), None);
        assert_eq!(opens(born, since, Some(date(2026, 12, 24))), Some(date(2026, 12, 24)));
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_day_to_open_on() {
        assert_eq!(opens(date(9990, 1, 1), date(9990, 1, 1), None), None);
        assert_eq!(opens(date(1990, 1, 1), Date::MAX, None), None);
    }
}
