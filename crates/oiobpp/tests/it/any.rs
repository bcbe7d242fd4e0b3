//! Any list that can be thought of.

use oiobpp::{Constraint, Privilege, PrivilegeGroup, PrivilegeList, Scope};
use proptest::prelude::*;

/// Ten digits that begin with a date of birth.
pub(crate) fn cpr() -> impl Strategy<Value = String> {
    (1..29, 1..13, 0..100, 0..10_000, any::<bool>()).prop_map(|(day, month, year, serial, is_replacement)| {
        let day = if is_replacement { day + 60 } else { day };
        format!("{day:02}{month:02}{year:02}{serial:04}")
    })
}

fn cvr() -> impl Strategy<Value = String> {
    (1u32..10_000_000).prop_filter_map("no check digit fits one in eleven", |first| {
        (0..10).map(|check| format!("{first:07}{check}")).find(|text| text.parse::<basics::Cvr>().is_ok())
    })
}

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![
        cpr().prop_map(|cpr| Scope::Person(cpr.parse().unwrap())),
        cvr().prop_map(|cvr| Scope::Company(cvr.parse().unwrap())),
        "[0-9]{8}".prop_map(|number| Scope::TaxUnit(number.parse().unwrap())),
        "[0-9]{10}".prop_map(|number| Scope::ProductionUnit(number.parse().unwrap())),
    ]
}

pub(crate) fn privilege() -> impl Strategy<Value = Privilege> {
    prop_oneof![
        "urn:[a-z][a-z0-9]{1,8}:[-A-Za-z0-9._~:/?@!$&'()*+,;=æøåÆ]{1,40}",
        "https?://[a-z]{1,9}\\.dk/([-A-Za-z0-9_&';øλ中]|%[0-9A-F]{2}){0,30}(\\?a=b&c='d')?(#[a-z]{0,5})?",
    ]
    .prop_map(|text| text.parse().unwrap())
}

fn constraint() -> impl Strategy<Value = Constraint> {
    let name = prop_oneof![Just(Constraint::KLE.to_owned()), "[^\\s\\p{Cc}\u{fffe}\u{ffff}]{1,20}"];
    let value = prop_oneof![
        "[0-9]{2}\\.(\\*|[0-9]{2})",
        "[<>&\"'\\]a\r\n\t ]{0,12}x",
        "x[^\\p{Cc}\u{fffe}\u{ffff}]{0,20}",
    ];
    (name, value).prop_map(|(name, value)| Constraint::new(&name, &value).unwrap())
}

fn group() -> impl Strategy<Value = PrivilegeGroup> {
    let privileges = prop::collection::vec(privilege(), 1..4);
    let constraints = prop::collection::vec(constraint(), 0..3);
    (scope(), privileges, constraints).prop_map(|(scope, privileges, constraints)| PrivilegeGroup {
        scope,
        privileges,
        constraints,
    })
}

pub(crate) fn list() -> impl Strategy<Value = PrivilegeList> {
    prop::collection::vec(group(), 0..5).prop_map(|groups| PrivilegeList { groups })
}
