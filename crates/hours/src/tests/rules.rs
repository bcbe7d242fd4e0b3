//! When rules come, and what can be wrong with them.

use jiff::civil::Weekday::*;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::at;
use crate::{ByDay, Exception, Freq, HoursError, Rule};

fn mondays() -> Rule {
    Rule::weekly(&[Monday], at(10, 0), at(16, 0))
}

fn monthly(byday: &str) -> Rule {
    Rule::monthly(Rule::parse_byday(byday).unwrap(), at(10, 0), at(16, 0))
}

fn days_in(rule: &Rule, year: i16, month: i8) -> Vec<i8> {
    let first = date(year, month, 1);
    (1..=first.days_in_month()).filter(|day| rule.falls_on(date(year, month, *day))).collect()
}

fn faults(rule: &Rule) -> Vec<&'static str> {
    rule.validate().unwrap_err().iter().map(HoursError::field).collect()
}

#[test]
fn the_first_wednesday_and_the_last_friday_of_the_month() {
    assert_eq!(days_in(&monthly("1WE,-1FR"), 2026, 9), [2, 25]);
    assert_eq!(days_in(&monthly("5TU"), 2026, 9), [29]);
    assert!(days_in(&monthly("5MO"), 2026, 9).is_empty());
    assert_eq!(days_in(&monthly("-5TU"), 2026, 9), [1]);
}

#[test]
fn days_of_the_month_count_from_either_end() {
    let rule = Rule { bymonthday: vec![1, 15, -1, 31], ..monthly("") };
    assert_eq!(days_in(&rule, 2026, 2), [1, 15, 28]);
    assert_eq!(days_in(&rule, 2026, 3), [1, 15, 31]);
    let friday_the_thirteenth = Rule { bymonthday: vec![13], ..monthly("FR") };
    assert_eq!(days_in(&friday_the_thirteenth, 2026, 2), [13]);
    assert!(days_in(&friday_the_thirteenth, 2026, 4).is_empty());
}

#[test]
fn every_second_monday_is_counted_from_the_week_of_the_first_date() {
    // The first date is a Thursday: its week counts although its Monday is past.
    let rule = Rule { interval: 2, dtstart: Some(date(2026, 9, 3)), ..mondays() };
    assert_eq!(days_in(&rule, 2026, 9), [14, 28]);
    let by_validity = Rule { interval: 2, valid_from: Some(date(2026, 9, 3)), ..mondays() };
    assert_eq!(days_in(&by_validity, 2026, 9), [14, 28]);
}

#[test]
fn a_rule_holds_on_its_first_and_on_its_last_day() {
    let rule = Rule { valid_from: Some(date(2026, 9, 7)), valid_to: Some(date(2026, 9, 21)), ..mondays() };
    assert_eq!(days_in(&rule, 2026, 9), [7, 14, 21]);
}

#[test]
fn a_rule_without_days_takes_the_day_of_its_first_date() {
    let start = Some(date(2026, 9, 9));
    assert_eq!(days_in(&Rule { byday: vec![], dtstart: start, ..mondays() }, 2026, 9), [9, 16, 23, 30]);
    assert_eq!(days_in(&Rule { dtstart: start, ..monthly("") }, 2026, 10), [9]);
}

#[test]
fn byday_text_is_read_and_written_as_in_the_standard() {
    let days = Rule::parse_byday(" MO,tu, +1WE,-1FR").unwrap();
    let written: Vec<_> = days.iter().map(ByDay::to_string).collect();
    assert_eq!(written, ["MO", "TU", "1WE", "-1FR"]);
    assert_eq!(Rule::parse_byday("").unwrap(), []);
}

#[test]
fn a_day_that_is_none_is_named_in_the_error() {
    for text in ["MA", "M", "0MO", "54MO", "MO,,TU", "mandag", "1 MO", "ønsdag", "æ"] {
        let error = Rule::parse_byday(text).unwrap_err();
        assert_eq!(error.field(), "byday", "{text}");
    }
    let error = Rule::parse_byday("MO,XX").unwrap_err();
    assert_eq!(error, HoursError::UnknownDay("XX".into()));
}

#[test]
fn a_sound_rule_has_no_faults() {
    assert_eq!(mondays().validate(), Ok(()));
    assert_eq!(monthly("1MO").validate(), Ok(()));
    assert_eq!(Rule::weekly(&[Friday], at(20, 0), at(2, 0)).validate(), Ok(()));
    assert_eq!(Rule::weekly(&[Friday], at(0, 0), at(0, 0)).validate(), Ok(()));
}

#[test]
fn each_fault_names_its_field() {
    let day = date(2026, 9, 7);
    assert_eq!(faults(&Rule { closes_at: at(10, 0), ..mondays() }), ["closes_at"]);
    assert_eq!(faults(&Rule { interval: 0, ..mondays() }), ["interval"]);
    assert_eq!(faults(&Rule { interval: 2, ..mondays() }), ["dtstart"]);
    assert_eq!(faults(&Rule { byday: vec![], ..mondays() }), ["byday"]);
    assert_eq!(faults(&Rule { freq: Freq::Weekly, ..monthly("1MO") }), ["byday"]);
    assert_eq!(faults(&monthly("6MO")), ["byday"]);
    assert_eq!(faults(&Rule { bymonthday: vec![1], ..mondays() }), ["bymonthday"]);
    assert_eq!(faults(&Rule { bymonthday: vec![0, 32, -31], ..monthly("") }), ["bymonthday", "bymonthday"]);
    let valid_to = day.yesterday().ok();
    assert_eq!(faults(&Rule { valid_from: Some(day), valid_to, ..mondays() }), ["valid_to"]);
    assert_eq!(faults(&Rule { dtstart: Some(day), valid_to, ..mondays() }), ["valid_to"]);
}

#[test]
fn all_faults_are_told_at_once() {
    assert_eq!(
        faults(&Rule { byday: vec![], interval: 0, closes_at: at(10, 0), ..mondays() }),
        ["byday", "interval", "closes_at"]
    );
}

#[test]
fn an_exception_has_faults_too() {
    let fields = |exception: Exception| -> Vec<_> {
        exception.validate().unwrap_err().iter().map(HoursError::field).collect()
    };
    let day = date(2026, 9, 7);
    assert_eq!(Exception::closed(day, day, "Kursusdag").validate(), Ok(()));
    assert_eq!(fields(Exception::closed(day, date(2026, 9, 6), "Kursusdag")), ["date_to"]);
    assert_eq!(fields(Exception::open(day, at(9, 0), at(9, 0), " ")), ["closes_at", "reason"]);
}

#[test]
fn a_faulty_rule_never_comes_rather_than_falling_over() {
    for rule in [
        Rule { interval: 0, ..mondays() },
        Rule { interval: 2, ..mondays() },
        Rule { byday: vec![], ..mondays() },
        monthly(""),
        Rule { freq: Freq::Weekly, ..monthly("1MO") },
        Rule { bymonthday: vec![i8::MIN, 0], ..monthly("") },
        monthly("53MO"),
    ] {
        assert!(days_in(&rule, 2026, 9).is_empty());
    }
    for ordinal in [0, i8::MIN, i8::MAX] {
        let rule =
            Rule::monthly(vec![ByDay { ordinal: Some(ordinal), weekday: Monday }], at(9, 0), at(10, 0));
        assert!(days_in(&rule, 2026, 9).is_empty());
    }
    assert!(!mondays().falls_on(Date::MAX));
}

proptest! {
    #[test]
    fn no_text_makes_byday_fall_over(text in "\\PC*") {
        if let Ok(days) = Rule::parse_byday(&text) {
            let written: Vec<_> = days.iter().map(ByDay::to_string).collect();
            prop_assert_eq!(Rule::parse_byday(&written.join(",")).unwrap(), days);
        }
    }
}
