//! The rules of mandates as dated data: `data/denmark/mandate-rules.csv`.

use std::sync::LazyLock;

use dated::{Rules, RulesError};
use jiff::civil::Date;

/// When there was a public register of mandates, and the first rules began.
const BEGINNING: Date = jiff::civil::date(2014, 11, 1);

static SHIPPED: LazyLock<Rules> = LazyLock::new(|| {
    Rules::parse(include_str!("../../../../data/denmark/mandate-rules.csv"))
        .expect("a test reads data/denmark/mandate-rules.csv")
});

/// The rules of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MandateLaw {
    /// From which age somebody can give a mandate, in years.
    pub giver_age_years: i64,
    /// How many requests a person can have open at once.
    pub open_requests: i64,
    /// After how many days a request that nobody answers is given up.
    pub pending_days: i64,
    /// After how many days a printed form that does not come back is given up.
    pub paper_pending_days: i64,
    /// After how many rejections within `lock_window_days` somebody can ask for no more.
    pub rejections_before_lock: i64,
    /// The days in which rejections are counted.
    pub lock_window_days: i64,
    /// How many days before its end a mandate's parties are warned, rising.
    pub warning_days: Vec<i64>,
    /// How many times a mandate can be passed on, counted with its own giving.
    pub deepest_link: i64,
    /// How many of a hundred registrations at the counter are looked at afterwards.
    pub sample_percent: i64,
    /// How many days ahead the last day can lie.
    pub longest_days: i64,
    /// After how many wrong numbers within `wrong_number_minutes` a trusted employee can look nobody up.
    pub wrong_numbers_before_lock: i64,
    /// The minutes in which wrong numbers are counted.
    pub wrong_number_minutes: i64,
}

/// The rules of the program on a day; for earlier days, those that it began with.
///
/// # Panics
/// Never: a test reads every month from the beginning to 2100.
#[must_use]
pub fn mandate_law(day: Date) -> MandateLaw {
    on(&SHIPPED, day.max(BEGINNING)).expect("the rules that the program carries are whole on every day")
}

/// How many times a mandate can be passed on, on a day: the one rule that each decision asks for, without reading the others.
///
/// # Panics
/// Never, as [`mandate_law`].
pub(crate) fn deepest_link(day: Date) -> i64 {
    let rules = SHIPPED.on(day.max(BEGINNING));
    rules.number("deepest_link").expect("the rules that the program carries are whole on every day")
}

fn on(rules: &Rules, day: Date) -> Result<MandateLaw, RulesError> {
    let rules = rules.on(day);
    Ok(MandateLaw {
        giver_age_years: rules.number("giver_age_years")?,
        open_requests: rules.number("open_requests")?,
        pending_days: rules.number("pending_days")?,
        paper_pending_days: rules.number("paper_pending_days")?,
        rejections_before_lock: rules.number("rejections_before_lock")?,
        lock_window_days: rules.number("lock_window_days")?,
        warning_days: rules.numbers("warning_days")?,
        deepest_link: rules.number("deepest_link")?,
        sample_percent: rules.number("sample_percent")?,
        longest_days: rules.number("longest_days")?,
        wrong_numbers_before_lock: rules.number("wrong_numbers_before_lock")?,
        wrong_number_minutes: rules.number("wrong_number_minutes")?,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_rules_are_whole_on_every_day() {
        let mut day = date(2014, 10, 1);
        while day < date(2100, 1, 1) {
            assert_eq!(mandate_law(day).giver_age_years, 15, "{day}");
            assert_eq!(mandate_law(day).deepest_link, deepest_link(day), "{day}");
            day = day.saturating_add(jiff::Span::new().months(1));
        }
        assert_eq!(mandate_law(date(2026, 11, 22)).warning_days, [7, 30]);
        assert!(mandate_law(date(2026, 11, 22)).sample_percent <= 100);
        assert!(mandate_law(date(2026, 11, 22)).wrong_numbers_before_lock > 0);
    }
}
