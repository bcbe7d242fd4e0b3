//! The two nights a year when the wall clock jumps.

use jiff::civil::Weekday::*;
use jiff::civil::date;
use jiff::{Timestamp, Zoned};

use super::{at, library, only};
use crate::{OpeningHours, Rule, State};

fn utc(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn doors_open_at_ten_by_the_wall_before_and_after_the_change() {
    // Saturday 28 March is winter time and Monday 30 March summer time.
    assert!(!library().is_open_at(utc("2026-03-28T08:59:59Z")));
    assert!(library().is_open_at(utc("2026-03-28T09:00:00Z")));
    assert!(!library().is_open_at(utc("2026-03-30T07:59:59Z")));
    assert!(library().is_open_at(utc("2026-03-30T08:00:00Z")));
    // And Monday 26 October is winter time again.
    assert!(!library().is_open_at(utc("2026-10-26T08:59:59Z")));
    assert!(library().is_open_at(utc("2026-10-26T09:00:00Z")));
}

#[test]
fn the_zone_of_the_one_who_asks_does_not_matter() {
    let instant = utc("2026-09-07T12:00:00Z");
    let open = State::Open { until: Some(date(2026, 9, 7).at(18, 0, 0, 0)) };
    for zone in ["Europe/Copenhagen", "Asia/Karachi", "America/Nuuk"] {
        let asked: Zoned = instant.in_tz(zone).unwrap();
        assert_eq!(library().state_at(&asked), open);
    }
    assert_eq!(library().state_at(instant), open);
}

fn night(opens: jiff::civil::Time, closes: jiff::civil::Time) -> OpeningHours {
    only(Rule::weekly(&[Sunday], opens, closes))
}

#[test]
fn when_an_hour_comes_twice_doors_close_the_first_time() {
    let hours = night(at(0, 0), at(2, 30));
    assert!(hours.is_open_at(utc("2026-10-25T00:29:00Z")));
    assert!(!hours.is_open_at(utc("2026-10-25T00:31:00Z")));
    assert!(!hours.is_open_at(utc("2026-10-25T01:15:00Z")), "02:15 comes again, but the door is locked");
}

#[test]
fn when_an_hour_comes_twice_doors_open_the_first_time_and_stay_open() {
    let hours = night(at(2, 30), at(5, 0));
    assert!(!hours.is_open_at(utc("2026-10-25T00:15:00Z")));
    assert!(hours.is_open_at(utc("2026-10-25T00:45:00Z")));
    let open = State::Open { until: Some(date(2026, 10, 25).at(5, 0, 0, 0)) };
    assert_eq!(hours.state_at(utc("2026-10-25T01:15:00Z")), open);
    assert!(hours.is_open_at(utc("2026-10-25T03:59:59Z")));
    assert!(!hours.is_open_at(utc("2026-10-25T04:00:00Z")));
}

#[test]
fn the_second_coming_of_the_hour_ends_where_three_begins() {
    let hours = night(at(3, 0), at(5, 0));
    assert!(!hours.is_open_at(utc("2026-10-25T01:00:00Z")));
    assert!(!hours.is_open_at(utc("2026-10-25T01:59:59.999999999Z")));
    assert!(hours.is_open_at(utc("2026-10-25T02:00:00Z")));
}

#[test]
fn when_an_hour_is_left_out_doors_within_it_move_as_the_clock_jumps() {
    assert!(!night(at(2, 30), at(5, 0)).is_open_at(utc("2026-03-29T00:59:59Z")));
    assert!(night(at(2, 30), at(5, 0)).is_open_at(utc("2026-03-29T01:00:00Z")));
    assert!(night(at(0, 0), at(2, 30)).is_open_at(utc("2026-03-29T00:59:59Z")));
    assert!(!night(at(0, 0), at(2, 30)).is_open_at(utc("2026-03-29T01:00:00Z")));
}

#[test]
fn a_saturday_night_across_the_change_ends_by_the_new_clock() {
    let hours = only(Rule::weekly(&[Saturday], at(22, 0), at(4, 0)));
    assert!(hours.is_open_at(utc("2026-03-29T01:59:59Z")));
    assert!(!hours.is_open_at(utc("2026-03-29T02:00:00Z")));
    assert!(hours.is_open_at(utc("2026-10-25T02:59:59Z")));
    assert!(!hours.is_open_at(utc("2026-10-25T03:00:00Z")));
}
