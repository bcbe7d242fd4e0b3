//! What a day holds: rules, exceptions, holidays, and how it is shown.

use basics::Holiday;
use jiff::civil::Weekday::*;
use jiff::civil::date;

use super::{at, library, only, span};
use crate::{ClosedBecause, Exception, OpeningHours, Rule};

fn closed_because(hours: &OpeningHours, year: i16, month: i8, day: i8) -> Option<ClosedBecause> {
    hours.on(date(year, month, day)).closed_because
}

#[test]
fn an_ordinary_monday_has_its_hours_and_a_sunday_has_none() {
    assert_eq!(library().on(date(2026, 9, 7)).spans, [span(at(10, 0), at(18, 0))]);
    assert_eq!(closed_because(&library(), 2026, 9, 7), None);
    assert_eq!(closed_because(&library(), 2026, 9, 6), Some(ClosedBecause::NoHours));
}

#[test]
fn the_library_is_closed_through_christmas_2026_and_says_why() {
    let christmas = library().week(date(2026, 12, 23)).map(|(_, day)| day.closed_because);
    assert_eq!(
        christmas,
        [
            None,
            Some(ClosedBecause::Holiday(Holiday::ChristmasEve)),
            Some(ClosedBecause::Holiday(Holiday::ChristmasDay)),
            Some(ClosedBecause::Holiday(Holiday::SecondChristmasDay)),
            Some(ClosedBecause::NoHours),
            None,
            None,
        ]
    );
    assert_eq!(closed_because(&library(), 2026, 12, 31), Some(ClosedBecause::Holiday(Holiday::NewYearsEve)));
}

#[test]
fn great_prayer_day_closed_the_library_in_2023_but_not_in_2024() {
    assert_eq!(closed_because(&library(), 2023, 5, 5), Some(ClosedBecause::Holiday(Holiday::GreatPrayerDay)));
    assert_eq!(library().on(date(2024, 4, 26)).spans, [span(at(10, 0), at(16, 0))]);
}

#[test]
fn a_rule_may_hold_on_holidays() {
    let mut hours = library();
    hours.rules.push(Rule { open_on_holidays: true, ..Rule::weekly(&[Friday], at(12, 0), at(13, 0)) });
    assert_eq!(hours.on(date(2026, 12, 25)).spans, [span(at(12, 0), at(13, 0))]);
}

#[test]
fn a_place_that_ignores_holidays_is_not_closed_because_of_one() {
    let hours = only(Rule { open_on_holidays: true, ..Rule::weekly(&[Monday], at(9, 0), at(10, 0)) });
    assert_eq!(closed_because(&hours, 2026, 12, 25), Some(ClosedBecause::NoHours));
}

#[test]
fn a_closed_day_beats_a_weekly_rule() {
    let mut hours = library();
    hours.exceptions.push(Exception::closed(date(2026, 9, 7), date(2026, 9, 8), "Kursusdag"));
    let why = Some(ClosedBecause::Exception("Kursusdag".into()));
    assert_eq!(closed_because(&hours, 2026, 9, 7), why);
    assert_eq!(closed_because(&hours, 2026, 9, 8), why);
    assert_eq!(closed_because(&hours, 2026, 9, 9), None);
}

#[test]
fn an_exception_opens_a_holiday_and_shows_its_reason() {
    let mut hours = library();
    hours.exceptions.push(Exception::open(date(2026, 12, 24), at(9, 0), at(11, 0), "Julehygge"));
    let day = hours.on(date(2026, 12, 24));
    assert_eq!((day.spans[0].opens, day.spans[0].closes), (at(9, 0), at(11, 0)));
    assert_eq!(day.spans[0].note.as_deref(), Some("Julehygge"));
    assert_eq!(day.closed_because, None);
}

#[test]
fn one_open_day_in_a_closed_summer_is_open() {
    let mut hours = library();
    hours.exceptions.push(Exception::closed(date(2026, 7, 1), date(2026, 7, 31), "Sommerferie"));
    hours.exceptions.push(Exception::open(date(2026, 7, 15), at(10, 0), at(12, 0), "It-café"));
    assert_eq!(hours.on(date(2026, 7, 15)).spans.len(), 1);
    assert_eq!(closed_because(&hours, 2026, 7, 16), Some(ClosedBecause::Exception("Sommerferie".into())));
}

#[test]
fn of_two_exceptions_for_the_same_day_the_closed_one_decides_and_open_ones_add_up() {
    let day = date(2026, 7, 15);
    let mut hours = library();
    hours.exceptions.push(Exception::open(day, at(10, 0), at(12, 0), "It-café"));
    hours.exceptions.push(Exception::open(day, at(14, 0), at(16, 0), "It-café"));
    assert_eq!(hours.on(day).spans.len(), 2);
    hours.exceptions.push(Exception::closed(day, day, "Sygdom"));
    assert_eq!(hours.on(day).closed_because, Some(ClosedBecause::Exception("Sygdom".into())));
}

#[test]
fn hours_that_meet_are_one_span_and_stand_in_order() {
    let hours = OpeningHours {
        rules: vec![
            Rule::weekly(&[Monday], at(17, 0), at(19, 0)),
            Rule::weekly(&[Monday], at(12, 0), at(16, 0)),
            Rule::weekly(&[Monday], at(10, 0), at(12, 0)),
            Rule::weekly(&[Monday], at(11, 0), at(13, 0)),
        ],
        exceptions: vec![],
    };
    assert_eq!(hours.on(date(2026, 9, 7)).spans, [span(at(10, 0), at(16, 0)), span(at(17, 0), at(19, 0))]);
}

#[test]
fn hours_with_a_note_of_their_own_stand_apart() {
    let noted = Rule { note: Some("Kun telefon".into()), ..Rule::weekly(&[Monday], at(9, 0), at(10, 0)) };
    let hours = OpeningHours {
        rules: vec![noted, Rule::weekly(&[Monday], at(10, 0), at(12, 0))],
        exceptions: vec![],
    };
    assert_eq!(hours.on(date(2026, 9, 7)).spans.len(), 2);
}

#[test]
fn spans_that_together_pass_a_whole_day_are_not_squeezed_into_two_times() {
    let hours = OpeningHours {
        rules: vec![
            Rule::weekly(&[Monday], at(0, 0), at(0, 0)),
            Rule::weekly(&[Monday], at(20, 0), at(2, 0)),
        ],
        exceptions: vec![],
    };
    assert_eq!(hours.on(date(2026, 9, 7)).spans, [span(at(0, 0), at(0, 0)), span(at(20, 0), at(2, 0))]);
}

#[test]
fn the_ordinary_week_is_told_in_four_lines() {
    let mut hours = library();
    // What only happens once does not belong in the ordinary week, nor does what is over.
    hours.exceptions.push(Exception::closed(date(2026, 12, 21), date(2026, 12, 21), "Kursusdag"));
    hours
        .rules
        .push(Rule { valid_to: Some(date(2026, 12, 20)), ..Rule::weekly(&[Sunday], at(12, 0), at(14, 0)) });
    assert_eq!(
        hours.weekly_pattern(date(2026, 12, 24)),
        [
            (Monday, Thursday, vec![span(at(10, 0), at(18, 0))]),
            (Friday, Friday, vec![span(at(10, 0), at(16, 0))]),
            (Saturday, Saturday, vec![span(at(10, 0), at(14, 0))]),
            (Sunday, Sunday, vec![]),
        ]
    );
    assert_eq!(OpeningHours::default().weekly_pattern(date(2026, 12, 24)), [(Monday, Sunday, vec![])]);
}

#[test]
fn a_rule_that_begins_today_is_shown_for_its_whole_week() {
    let thursday = date(2026, 9, 10);
    let hours =
        only(Rule { valid_from: Some(thursday), ..Rule::weekly(&[Monday, Thursday], at(9, 0), at(12, 0)) });
    let open: Vec<_> = hours
        .weekly_pattern(thursday)
        .into_iter()
        .filter(|(_, _, spans)| !spans.is_empty())
        .map(|group| group.0)
        .collect();
    assert_eq!(open, [Monday, Thursday]);
    assert!(hours.weekly_pattern(date(2026, 9, 9)).iter().all(|(_, _, spans)| spans.is_empty()));
}

#[test]
fn hours_read_back_from_json_as_they_were_written() {
    let mut hours = library();
    hours.rules.push(Rule {
        note: Some("Kun telefon".into()),
        ..Rule::monthly(Rule::parse_byday("1MO,-1FR").unwrap(), at(16, 0), at(18, 0))
    });
    hours.exceptions.push(Exception::closed(date(2026, 9, 7), date(2026, 9, 8), "Kursusdag"));
    hours.exceptions.push(Exception::open(date(2026, 9, 9), at(9, 0), at(11, 0), "Åbent hus"));
    let json = serde_json::to_string(&hours).unwrap();
    assert!(json.contains(r#""freq":"MONTHLY""#) && json.contains(r#""byday":["1MO","-1FR"]"#), "{json}");
    assert_eq!(serde_json::from_str::<OpeningHours>(&json).unwrap(), hours);
}

#[test]
fn json_needs_no_more_than_the_days_and_the_times() {
    let json = r#"{"rules":[{"freq":"WEEKLY","byday":["MO"],"opens_at":"10:00","closes_at":"16:00"}]}"#;
    let hours: OpeningHours = serde_json::from_str(json).unwrap();
    assert_eq!(hours, only(Rule::weekly(&[Monday], at(10, 0), at(16, 0))));
}
