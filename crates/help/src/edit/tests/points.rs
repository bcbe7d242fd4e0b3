//! Details, services and example marks of Vejle Bibliotek.

use std::collections::BTreeSet;

use basics::{Id, Language, Position};
use gazetteer::{Gazetteer, Municipality, Postcode};
use hours::{Exception, Rule};
use jiff::civil::{Weekday, date, time};
use uuid::Uuid;
use words::{Words, words};

use crate::denmark::Places;
use crate::edit::change::forget_examples;
use crate::edit::details::form::DetailsForm;
use crate::edit::services::form::ServiceForm;
use crate::model::{Booking, Example, ExceptionRow, HelpPoint, Kind, RuleRow, Status, StepFree, Topic};

pub(crate) fn danish() -> &'static Words {
    words(Language::Da)
}

fn at(lat: f64, lon: f64) -> Position {
    Position::new(lat, lon).unwrap()
}

pub(crate) fn places() -> Places {
    let municipality = |code: &str, name: &str, position| Municipality {
        code: code.to_owned(),
        name: name.to_owned(),
        region: "Syddanmark".to_owned(),
        seat: name.to_owned(),
        position,
    };
    let postcode = |code: &str, town: &str, codes: &[&str], position| Postcode {
        code: code.to_owned(),
        town: town.to_owned(),
        municipality_codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        position,
        precise: true,
    };
    let municipalities = vec![
        municipality("0630", "Vejle", at(55.71, 9.53)),
        municipality("0621", "Kolding", at(55.49, 9.47)),
    ];
    let postcodes = vec![
        postcode("6000", "Kolding", &["0621"], at(55.49, 9.47)),
        postcode("6040", "Egtved", &["0621", "0630"], at(55.62, 9.30)),
        postcode("7100", "Vejle", &["0630"], at(55.709, 9.536)),
    ];
    let gazetteer = Gazetteer::new(&municipalities, &postcodes);
    Places { municipalities, postcodes, gazetteer }
}

pub(crate) fn library() -> HelpPoint {
    HelpPoint {
        id: Id::from_uuid(Uuid::from_u128(1)),
        organisation: Id::from_uuid(Uuid::from_u128(2)),
        kind: Kind::Library,
        name: "Vejle Bibliotek".to_owned(),
        description: String::new(),
        municipality_code: Some("0630".to_owned()),
        street: Some("Eksempelgade 1".to_owned()),
        postcode: Some("7100".to_owned()),
        position: Some(at(55.709, 9.536)),
        precise: false,
        phone: Some("12 34 56 78".to_owned()),
        email: Some("bibliotek@example.dk".to_owned()),
        website: Some("https://www.example.dk".to_owned()),
        step_free: StepFree::Yes,
        national: false,
        status: Status::Active,
        assured: None,
        examples: Example::ALL.iter().copied().filter(|part| *part != Example::Everything).collect(),
        source: "Vejle Bibliotekerne".to_owned(),
        version: 3,
        languages: BTreeSet::from(["da".to_owned()]),
        services: Vec::new(),
        rules: Vec::new(),
        exceptions: Vec::new(),
    }
}

/// The form with some fields typed anew.
fn typed(change: impl FnOnce(&mut DetailsForm)) -> DetailsForm {
    let mut form = DetailsForm::of(&library());
    change(&mut form);
    form
}

fn after(change: impl FnOnce(&mut DetailsForm)) -> HelpPoint {
    let mut point = library();
    typed(change).parse(danish(), &places()).unwrap().put_into(&mut point, &places());
    point
}

#[test]
fn a_form_sent_as_it_came_changes_nothing() {
    assert_eq!(after(|_| {}), library());
    let mut precise = library();
    (precise.position, precise.precise) = (Some(at(55.711_234_567, 9.533_765_432)), true);
    let mut same = precise.clone();
    let form = DetailsForm::of(&precise);
    form.parse(danish(), &places()).unwrap().put_into(&mut same, &places());
    assert_eq!(same, precise);
}

#[test]
fn each_field_says_what_is_wrong_with_it() {
    type Typed = fn(&mut DetailsForm);
    let cases: [(&str, Typed, &str); 12] = [
        ("name", |form| form.name = "  ".to_owned(), "Skriv navnet"),
        ("name", |form| form.name = "a".repeat(121), "for langt"),
        ("kind", |form| form.kind = "castle".to_owned(), "slags sted"),
        ("description", |form| form.description = "å".repeat(1501), "for lang"),
        ("postcode", |form| form.postcode = "7101".to_owned(), "»7101«"),
        ("postcode", |form| form.postcode = "Vejle".to_owned(), "»Vejle«"),
        ("phone", |form| form.phone = "123".to_owned(), "otte cifre"),
        ("email", |form| form.email = "bo".to_owned(), "@"),
        ("website", |form| form.website = "ftp://vejle.dk".to_owned(), "https://"),
        ("lat", |form| (form.lat, form.lon) = ("9.53".to_owned(), "9.53".to_owned()), "Breddegraden"),
        ("lon", |form| form.lat = "55.7".to_owned(), "Længdegraden"),
        ("languages", |form| form.languages = vec!["xx".to_owned()], "xx"),
    ];
    for (field, change, message) in cases {
        let errors = typed(change).parse(danish(), &places()).unwrap_err();
        let told: Vec<&str> = errors.all().iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(told, [field], "{message}");
        assert!(errors.of(field).unwrap().contains(message), "{field}: {:?}", errors.of(field));
    }
}

#[test]
fn the_postcode_gives_municipality_and_position() {
    let moved = after(|form| form.postcode = "6000 Kolding".to_owned());
    assert_eq!(moved.postcode.as_deref(), Some("6000"));
    assert_eq!(moved.municipality_code.as_deref(), Some("0621"));
    assert_eq!((moved.position, moved.precise), (Some(at(55.49, 9.47)), false));

    let shared = after(|form| form.postcode = "6040".to_owned());
    assert_eq!(shared.municipality_code.as_deref(), Some("0630"), "it stays where it was");

    let nowhere = after(|form| form.postcode.clear());
    assert_eq!(nowhere.postcode, None);
    assert_eq!(nowhere.position, Some(at(55.71, 9.53)), "the municipality's");
}

#[test]
fn a_measured_position_holds_until_the_place_moves_away_from_it() {
    let measured = after(|form| (form.lat, form.lon) = ("55,7120".to_owned(), "9,5340".to_owned()));
    assert_eq!((measured.position, measured.precise), (Some(at(55.712, 9.534)), true));

    let mut left_behind = DetailsForm::of(&measured);
    left_behind.postcode = "6000".to_owned();
    assert!(left_behind.parse(danish(), &places()).is_ok(), "Kolding is 25 kilometres away");
    left_behind.lat = "57.05".to_owned();
    let errors = left_behind.parse(danish(), &places()).unwrap_err();
    assert!(errors.of("lat").unwrap().contains("6000 Kolding"), "{errors:?}");
}

#[test]
fn what_somebody_has_put_right_is_no_example_any_more() {
    type Edit = fn(&mut HelpPoint);
    let cases: [(Edit, Option<Example>); 9] = [
        (|point| point.phone = Some("75 82 32 00".to_owned()), Some(Example::Phone)),
        (|point| point.email = None, Some(Example::Email)),
        (|point| point.website = None, Some(Example::Website)),
        (|point| point.street = Some("Willy Sørensens Plads 1".to_owned()), Some(Example::Street)),
        (|point| point.step_free = StepFree::No, Some(Example::StepFree)),
        (|point| point.languages.extend(["ar".to_owned()]), Some(Example::Languages)),
        (
            |point| {
                let rule = Rule::weekly(&[Weekday::Monday], time(10, 0, 0, 0), time(16, 0, 0, 0));
                point.rules.push(RuleRow { id: Uuid::nil(), rule });
            },
            Some(Example::Hours),
        ),
        (
            |point| {
                let exception = Exception::closed(date(2026, 6, 5), date(2026, 6, 5), "Personaledag");
                point.exceptions.push(ExceptionRow { id: Uuid::nil(), exception });
            },
            None,
        ),
        (|point| point.description = "Hjælp hver dag".to_owned(), None),
    ];
    for (edit, gone) in cases {
        let (before, mut point) = (library(), library());
        edit(&mut point);
        forget_examples(&before, &mut point);
        let lost: Vec<Example> = before.examples.difference(&point.examples).copied().collect();
        assert_eq!(lost, gone.into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn a_service_needs_a_name_a_topic_and_a_way_to_get_a_turn() {
    let form = |name: &str, topics: &[&str], booking: &str| ServiceForm {
        name: name.to_owned(),
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        booking: booking.to_owned(),
        ..ServiceForm::default()
    };
    for (form, wrong) in [
        (form("", &["mitid"], "drop-in"), "name"),
        (form("Hjælp", &[], "drop-in"), "topics"),
        (form("Hjælp", &["mitid", "magic"], "drop-in"), "topics"),
        (form("Hjælp", &["mitid"], ""), "booking"),
    ] {
        let errors = form.parse(danish()).unwrap_err();
        assert_eq!(errors.all().iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), [wrong]);
    }
    let offer = form(" Hjælp  til MitID ", &["mitid", "skat-dk"], "both").parse(danish()).unwrap();
    assert_eq!((offer.name.as_str(), offer.booking), ("Hjælp til MitID", Booking::Both));
    assert_eq!(offer.topics, BTreeSet::from([Topic::MitId, Topic::SkatDk]));
}
