//! A small directory: the library in Vejle helps with `MitID`.

use crate::*;

pub(super) const LIBRARY: &str = "0190a3c4-0000-7000-8000-000000000001";
pub(super) const HELP: &str = "0190a3c4-0000-7000-8000-000000000002";
pub(super) const HOUSE: &str = "0190a3c4-0000-7000-8000-000000000003";
pub(super) const PAIR: &str = "0190a3c4-0000-7000-8000-000000000004";
pub(super) const PHONE: &str = "0190a3c4-0000-7000-8000-000000000005";
pub(super) const HOURS: &str = "0190a3c4-0000-7000-8000-000000000006";
pub(super) const TERM: &str = "0190a3c4-0000-7000-8000-000000000007";
pub(super) const TAG: &str = "0190a3c4-0000-7000-8000-000000000008";
pub(super) const STRANGER: &str = "0190a3c4-0000-7000-8000-00000000ffff";

pub(super) fn vejle() -> Directory {
    Directory {
        organizations: vec![Organization {
            id: LIBRARY.into(),
            name: "Vejle Bibliotek".into(),
            description: "Folkebibliotek".into(),
            ..Organization::default()
        }],
        services: vec![Service {
            id: HELP.into(),
            organization_id: LIBRARY.into(),
            name: "Hjælp til MitID".into(),
            assured_date: Some(jiff::civil::date(2026, 3, 1)),
            minimum_age: Some(15.0),
            ..Service::default()
        }],
        locations: vec![Location {
            id: HOUSE.into(),
            organization_id: Some(LIBRARY.into()),
            latitude: Some(55.7093),
            longitude: Some(9.5357),
            ..Location::default()
        }],
        service_at_locations: vec![ServiceAtLocation {
            id: PAIR.into(),
            service_id: HELP.into(),
            location_id: HOUSE.into(),
            description: None,
        }],
        phones: vec![Phone {
            id: PHONE.into(),
            service_id: Some(HELP.into()),
            location_id: Some(HOUSE.into()),
            number: "+45 76 81 00 00".into(),
            ..Phone::default()
        }],
        schedules: vec![Schedule {
            id: HOURS.into(),
            service_at_location_id: Some(PAIR.into()),
            freq: Some(Frequency::Weekly),
            byday: Some("MO,TH".into()),
            opens_at: Some("10:00".into()),
            closes_at: Some("16:30".into()),
            ..Schedule::default()
        }],
        taxonomy_terms: vec![TaxonomyTerm {
            id: TERM.into(),
            name: "MitID".into(),
            description: "Hjælp til MitID".into(),
            ..TaxonomyTerm::default()
        }],
        attributes: vec![Attribute {
            id: TAG.into(),
            link_id: HELP.into(),
            link_entity: "service".into(),
            taxonomy_term_id: TERM.into(),
            ..Attribute::default()
        }],
        ..Directory::default()
    }
}

/// The folder as written, with one file changed.
pub(super) fn files_with(name: &str, change: impl Fn(String) -> String) -> Vec<(String, Vec<u8>)> {
    let mut files = write_tables(&vejle());
    let file = files.iter_mut().find(|file| file.0 == name).expect("the file is there");
    file.1 = change(String::from_utf8(file.1.clone()).expect("written as UTF-8")).into_bytes();
    files
}

pub(super) fn errors(result: Result<Reading, Report>) -> Vec<Problem> {
    result.expect_err("the file has an error").errors.list
}
