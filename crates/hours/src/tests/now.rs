//! Open or closed at an instant, until when, and when again.

use basics::Holiday;
use jiff::civil::Weekday::*;
use jiff::civil::date;
use proptest::prelude::*;

use super::{at, danish, library, only};
use crate::{ClosedBecause, Exception, OpeningHours, Rule, State};

#[test]
fn it_is_open_from_the_opening_minute_until_the_closing_one() {
    let open_at = |hour, minute| library().is_open_at(danish(date(2026, 9, 7).at(hour, minute, 0, 0)));
    assert!(!open_at(9, 59));
    assert!(open_at(10, 0));
    assert!(open_at(17, 59));
    assert!(!open_at(18, 0));
}

#[test]
fn an_open_place_says_when_it_closes() {
    assert_eq!(
        library().state_at(danish(date(2026, 9, 7).at(12, 0, 0, 0))),
        State::Open { until: Some(date(2026, 9, 7).at(18, 0, 0, 0)) }
    );
}

#[test]
fn a_closed_place_says_when_it_opens_again() {
    let opens = |day| Some((date(2026, 9, day), at(10, 0)));
    let closed = |next| State::Closed { next, because: ClosedBecause::NoHours };
    assert_eq!(library().state_at(danish(date(2026, 9, 7).at(8, 0, 0, 0))), closed(opens(7)));
    assert_eq!(library().state_at(danish(date(2026, 9, 7).at(20, 0, 0, 0))), closed(opens(8)));
    assert_eq!(library().state_at(danish(date(2026, 9, 5).at(20, 0, 0, 0))), closed(opens(7)));
}

#[test]
fn on_christmas_eve_the_next_opening_is_after_christmas() {
    assert_eq!(
        library().state_at(danish(date(2026, 12, 24).at(12, 0, 0, 0))),
        State::Closed {
            next: Some((date(2026, 12, 28), at(10, 0))),
            because: ClosedBecause::Holiday(Holiday::ChristmasEve),
        }
    );
}

#[test]
fn a_closed_summer_gives_its_reason_and_the_day_it_ends() {
    let mut hours = library();
    hours.exceptions.push(Exception::closed(date(2026, 7, 1), date(2026, 7, 31), "Sommerferie"));
    assert_eq!(
        hours.state_at(danish(date(2026, 7, 10).at(12, 0, 0, 0))),
        State::Closed {
            next: Some((date(2026, 8, 1), at(10, 0))),
            because: ClosedBecause::Exception("Sommerferie".into()),
        }
    );
}

#[test]
fn nothing_is_promised_more_than_sixty_days_ahead() {
    let reopening = |day| {
        only(Rule { valid_from: Some(day), ..Rule::weekly(&[Monday, Tuesday], at(10, 0), at(12, 0)) })
            .state_at(danish(date(2026, 7, 3).at(12, 0, 0, 0)))
    };
    let closed = |next| State::Closed { next, because: ClosedBecause::NoHours };
    let sixty_days_on = date(2026, 9, 1);
    assert_eq!(reopening(sixty_days_on), closed(Some((sixty_days_on, at(10, 0)))));
    assert_eq!(reopening(date(2026, 9, 2)), closed(None));
}

#[test]
fn a_place_without_any_hours_is_unknown_rather_than_closed() {
    assert_eq!(OpeningHours::default().state_at(danish(date(2026, 9, 7).at(12, 0, 0, 0))), State::Unknown);
}

#[test]
fn the_night_belongs_to_the_evening_it_began() {
    let mut hours = only(Rule::weekly(&[Friday], at(20, 0), at(2, 0)));
    let saturday_one_am = danish(date(2026, 9, 12).at(1, 0, 0, 0));
    let until_two = State::Open { until: Some(date(2026, 9, 12).at(2, 0, 0, 0)) };
    assert_eq!(hours.state_at(danish(date(2026, 9, 11).at(21, 0, 0, 0))), until_two);
    assert_eq!(hours.state_at(saturday_one_am), until_two);
    assert!(!hours.is_open_at(danish(date(2026, 9, 12).at(2, 0, 0, 0))));
    assert!(!hours.is_open_at(danish(date(2026, 9, 11).at(1, 0, 0, 0))));

    hours.exceptions.push(Exception::closed(date(2026, 9, 12), date(2026, 9, 12), "Flytning"));
    assert_eq!(hours.state_at(saturday_one_am), until_two);
    hours.exceptions.push(Exception::closed(date(2026, 9, 11), date(2026, 9, 11), "Flytning"));
    assert!(!hours.is_open_at(saturday_one_am));
}

#[test]
fn midnight_as_closing_time_is_the_end_of_the_day() {
    let hours = only(Rule::weekly(&[Monday], at(18, 0), at(0, 0)));
    assert_eq!(
        hours.state_at(danish(date(2026, 9, 7).at(23, 59, 0, 0))),
        State::Open { until: Some(date(2026, 9, 8).at(0, 0, 0, 0)) }
    );
    assert!(!hours.is_open_at(danish(date(2026, 9, 8).at(0, 0, 0, 0))));
}

#[test]
fn hours_that_go_on_past_midnight_by_another_rule_are_followed_to_their_end() {
    let hours = OpeningHours {
        rules: vec![
            Rule::weekly(&[Monday], at(18, 0), at(0, 0)),
            Rule::weekly(&[Tuesday], at(0, 0), at(3, 0)),
            Rule::weekly(&[Tuesday], at(2, 0), at(5, 0)),
        ],
        exceptions: vec![],
    };
    assert_eq!(
        hours.state_at(danish(date(2026, 9, 7).at(20, 0, 0, 0))),
        State::Open { until: Some(date(2026, 9, 8).at(5, 0, 0, 0)) }
    );
}

#[test]
fn a_telephone_that_never_closes_has_no_closing_time() {
    let every_day = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
    let hours = only(Rule { open_on_holidays: true, ..Rule::weekly(&every_day, at(0, 0), at(0, 0)) });
    let now = danish(date(2026, 9, 7).at(3, 0, 0, 0));
    assert_eq!(hours.state_at(now), State::Open { until: None });
    let weekdays = only(Rule::weekly(&every_day, at(0, 0), at(0, 0)));
    assert_eq!(
        weekdays.state_at(danish(date(2026, 12, 20).at(3, 0, 0, 0))),
        State::Open { until: Some(date(2026, 12, 24).at(0, 0, 0, 0)) }
    );
}

#[test]
fn a_rule_that_closes_when_it_opens_opens_nothing() {
    let hours = only(Rule::weekly(&[Monday], at(10, 0), at(10, 0)));
    let closed = State::Closed { next: None, because: ClosedBecause::NoHours };
    assert_eq!(hours.state_at(danish(date(2026, 9, 7).at(10, 0, 0, 0))), closed);
}

prop_compose! {
    fn some_rule()(days in prop::collection::vec(0i8..7, 1..4), opens in 0i8..24, closes in 0i8..24, always: bool) -> Rule {
        let days: Vec<_> =
            days.into_iter().map(|day| jiff::civil::Weekday::from_monday_zero_offset(day).unwrap()).collect();
        Rule { open_on_holidays: always, ..Rule::weekly(&days, at(opens, 0), at(closes, 0)) }
    }
}

prop_compose! {
    fn some_hours()(
        rules in prop::collection::vec(some_rule(), 1..5),
        closed in prop::collection::vec((1i8..28, 1i8..28), 0..3),
        open in prop::collection::vec((1i8..28, 0i8..24, 0i8..24), 0..3),
    ) -> OpeningHours {
        let day = |day| date(2026, 12, day);
        let closed = closed.into_iter().map(|(a, b)| Exception::closed(day(a.min(b)), day(a.max(b)), "Lukket"));
        let open = open.into_iter().map(|(on, from, to)| Exception::open(day(on), at(from, 0), at(to, 0), "Åbent"));
        OpeningHours { rules, exceptions: closed.chain(open).collect() }
    }
}

proptest! {
    #[test]
    fn the_answers_agree_with_walking_through_the_hours(hours in some_hours(), day in 1i8..28, hour in 0i8..24) {
        let now = date(2026, 12, day).at(hour, 30, 0, 0);
        let open_at = |local| hours.is_open_at(danish(local));
        match hours.state_at(danish(now)) {
            State::Open { until } => {
                prop_assert!(open_at(now));
                let mut later = now;
                let last = until.unwrap_or_else(|| now.saturating_add(jiff::Span::new().days(7)));
                while later < last {
                    prop_assert!(open_at(later), "closed at {later}");
                    later = later.saturating_add(jiff::Span::new().minutes(30));
                }
                if let Some(until) = until {
                    prop_assert!(!open_at(until));
                }
            }
            State::Closed { next, .. } => {
                prop_assert!(!open_at(now));
                let mut later = now;
                let last = next.map_or(now.saturating_add(jiff::Span::new().days(20)), |(day, time)| day.to_datetime(time));
                while later < last {
                    prop_assert!(!open_at(later), "open at {later}");
                    later = later.saturating_add(jiff::Span::new().minutes(30));
                }
                if next.is_some() {
                    prop_assert!(open_at(last));
                }
            }
            State::Unknown => prop_assert!(false, "there are rules"),
        }
    }

    #[test]
    fn a_day_shows_a_span_exactly_when_something_opens_on_it(hours in some_hours(), day in 1i8..28) {
        let shown = hours.on(date(2026, 12, day));
        prop_assert_eq!(shown.spans.is_empty(), shown.closed_because.is_some());
        prop_assert!(shown.spans.is_sorted_by_key(|span| span.opens));
        for span in &shown.spans {
            prop_assert!(hours.is_open_at(danish(date(2026, 12, day).to_datetime(span.opens))));
        }
    }
}
