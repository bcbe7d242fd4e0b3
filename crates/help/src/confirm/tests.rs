//! When a confirmation has grown old, and in which order a coordinator hears of it.

use basics::Id;
use jiff::civil::{Date, date};
use uuid::Uuid;

use super::rules::stale_by_organisation;
use super::vouch;
use crate::edit::library;
use crate::model::{Assured, Example, HelpPoint, Status};

fn assured(name: &str, organisation: u128, on: Option<Date>) -> HelpPoint {
    HelpPoint {
        name: name.to_owned(),
        organisation: Id::from_uuid(Uuid::from_u128(organisation)),
        assured: on.map(|date| Assured { date, by: "Bo Lind".to_owned() }),
        ..library()
    }
}

#[test]
fn a_confirmation_holds_for_six_months_to_the_day() {
    let today = date(2026, 8, 31);
    for (on, stale) in [
        (Some(date(2026, 8, 31)), false),
        (Some(date(2026, 3, 1)), false),
        // 31 August less six months is the last day of February.
        (Some(date(2026, 2, 28)), false),
        (Some(date(2026, 2, 27)), true),
        (None, true),
    ] {
        assert_eq!(assured("Vejle Bibliotek", 1, on).is_stale(today), stale, "{on:?}");
    }
    let closed = HelpPoint { status: Status::Closed, ..assured("Det gamle bibliotek", 1, None) };
    assert!(!closed.is_stale(today), "nobody asks after a place that is no more");
}

#[test]
fn the_organisation_with_the_oldest_confirmation_is_called_first() {
    let points = [
        assured("Kolding", 2, Some(date(2025, 5, 1))),
        assured("Vejle", 1, Some(date(2025, 1, 1))),
        assured("Egtved", 1, Some(date(2025, 9, 1))),
        assured("Give", 1, Some(date(2026, 3, 1))),
        assured("Aalborg", 3, None),
    ];
    let groups = stale_by_organisation(&points, date(2026, 3, 2));
    let told: Vec<Vec<&str>> =
        groups.iter().map(|group| group.points.iter().map(|point| point.name.as_str()).collect()).collect();
    assert_eq!(told, [vec!["Aalborg"], vec!["Vejle", "Egtved"], vec!["Kolding"]]);
}

#[test]
fn whoever_vouches_for_examples_is_named_beside_the_sources_before() {
    let mut point = HelpPoint { source: "GeoNames (CC BY 4.0) for the position".to_owned(), ..library() };
    vouch(&mut point, "Vejle Bibliotekerne");
    assert!(point.examples.is_empty());
    assert_eq!(point.source, "Vejle Bibliotekerne; GeoNames (CC BY 4.0) for the position");
    let mut made_up = HelpPoint { source: "Made up for demonstration".to_owned(), ..library() };
    made_up.examples.insert(Example::Everything);
    vouch(&mut made_up, "Vejle Bibliotekerne");
    assert_eq!(made_up.source, "Vejle Bibliotekerne");
}
