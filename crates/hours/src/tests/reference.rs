//! Random rules give the same dates over two years as an independent implementation of RFC 5545, the `rrule` crate.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;
use rrule::RRuleSet;

use super::at;
use crate::{ByDay, Freq, Rule};

const TWO_YEARS: i32 = 730;

fn ours(rule: &Rule, start: Date, last: Date) -> Vec<Date> {
    start.series(1.day()).take_while(|day| *day <= last).filter(|day| rule.falls_on(*day)).collect()
}

/// The reference reads `1MO,WE` as days that are both, where the standard adds them together: it is asked twice.
fn theirs(rule: &Rule, start: Date, last: Date) -> Vec<Date> {
    let (ordinal, plain): (Vec<_>, Vec<_>) = rule.byday.iter().partition(|day| day.ordinal.is_some());
    if ordinal.is_empty() || plain.is_empty() {
        return asked_once(rule, start, last);
    }
    let [ordinal, plain] = [ordinal, plain].map(|byday| Rule { byday, ..rule.clone() });
    let dates: BTreeSet<_> =
        [asked_once(&ordinal, start, last), asked_once(&plain, start, last)].into_iter().flatten().collect();
    dates.into_iter().collect()
}

fn asked_once(rule: &Rule, start: Date, last: Date) -> Vec<Date> {
    let list = |items: Vec<String>| items.join(",");
    let mut text = format!("DTSTART:{}T000000Z\nRRULE:", start.strftime("%Y%m%d"));
    text += if rule.freq == Freq::Weekly { "FREQ=WEEKLY" } else { "FREQ=MONTHLY" };
    text += &format!(";INTERVAL={};UNTIL={}T000000Z", rule.interval, last.strftime("%Y%m%d"));
    if !rule.byday.is_empty() {
        text += &format!(";BYDAY={}", list(rule.byday.iter().map(ByDay::to_string).collect()));
    }
    if !rule.bymonthday.is_empty() {
        text += &format!(";BYMONTHDAY={}", list(rule.bymonthday.iter().map(i8::to_string).collect()));
    }
    let set: RRuleSet = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    let result = set.all(1_000);
    assert!(!result.limited, "{text}");
    result.dates.iter().map(|day| day.format("%Y-%m-%d").to_string().parse().unwrap()).collect()
}

fn some_days(ordinals: bool) -> impl Strategy<Value = Vec<ByDay>> {
    let ordinal = if ordinals {
        // The reference refuses -5; a rule with it is tested by hand.
        prop_oneof![Just(None), (1i8..=5).prop_map(Some), (-4i8..=-1).prop_map(Some)].boxed()
    } else {
        Just(None).boxed()
    };
    let day = (ordinal, 0i8..7).prop_map(|(ordinal, weekday)| ByDay {
        ordinal,
        weekday: Weekday::from_monday_zero_offset(weekday).unwrap(),
    });
    prop::collection::vec(day, 0..4)
}

fn some_rule() -> impl Strategy<Value = Rule> {
    let month_days = prop::collection::vec(prop_oneof![1i8..=31, -31i8..=-1], 0..4);
    let weekly = some_days(false).prop_map(|byday| (Freq::Weekly, byday, vec![]));
    let monthly = (some_days(true), month_days).prop_map(|(byday, days)| (Freq::Monthly, byday, days));
    (prop_oneof![weekly, monthly], 1u32..6, 0i32..400, prop::option::of(0i32..TWO_YEARS)).prop_map(
        |((freq, byday, bymonthday), interval, start, days)| {
            let start = date(2026, 1, 1) + start.days();
            Rule {
                freq,
                interval,
                bymonthday,
                dtstart: Some(start),
                valid_to: days.map(|days| start + days.days()),
                ..Rule::monthly(byday, at(10, 0), at(16, 0))
            }
        },
    )
}

proptest! {
    // The reference takes its time over two years.
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn any_rule_comes_on_the_dates_the_standard_gives(rule in some_rule()) {
        prop_assert_eq!(rule.validate(), Ok(()));
        let start = rule.dtstart.unwrap();
        let end_of_test = start + TWO_YEARS.days();
        let last = rule.valid_to.unwrap_or(end_of_test);
        prop_assert_eq!(ours(&rule, start, end_of_test), theirs(&rule, start, last));
    }
}
