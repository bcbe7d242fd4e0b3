//! What goes out comes in again, and nothing else is touched.

use basics::Id;
use help::exchange::{FILES, Names, TakeError, whole};
use help::{HelpPoint, HelpPointTag, Kind, ServiceStatus, Status, StepFree};
use hsds::{Directory, from_json, read_tables, to_json, write_tables};
use realm::subject_history;

use super::world::{World, id, library, service, uuid};

/// A library with everything, one with nothing, a line, a chat, and places that are gone.
fn every_sort() -> Vec<HelpPoint> {
    let bare = HelpPoint {
        description: String::new(),
        municipality_code: None,
        street: None,
        postcode: None,
        position: None,
        precise: false,
        phone: None,
        email: None,
        website: None,
        step_free: StepFree::Unknown,
        assured: None,
        examples: Default::default(),
        source: String::new(),
        languages: Default::default(),
        services: Vec::new(),
        ..at(library(), 0x100)
    };
    let line = HelpPoint {
        kind: Kind::Telephone,
        national: true,
        phone: Some("33 98 00 10".to_owned()),
        ..at(bare.clone(), 0x200)
    };
    let only_municipality = HelpPoint {
        municipality_code: Some("0630".to_owned()),
        position: library().position,
        step_free: StepFree::No,
        ..at(bare.clone(), 0x300)
    };
    let visits = HelpPoint {
        kind: Kind::HomeVisit,
        assured: library().assured,
        ..at(only_municipality.clone(), 0x400)
    };
    let street_only = HelpPoint { street: Some("Storegade 1".to_owned()), ..at(bare.clone(), 0x500) };
    let postcode_only = HelpPoint { postcode: Some("7100".to_owned()), ..at(bare.clone(), 0x600) };
    let closed = HelpPoint { status: Status::Closed, ..at(library(), 0x700) };
    let mut all_idle = at(library(), 0x800);
    for service in &mut all_idle.services {
        service.status = ServiceStatus::Inactive;
    }
    let mut twice = at(library(), 0xA00);
    twice.rules =
        [0xA10, 0xA11].map(|id| help::RuleRow { id: uuid(id), ..library().rules[0].clone() }).into();
    let blank = Some(String::new());
    let blanks = HelpPoint {
        street: blank.clone(),
        email: blank.clone(),
        website: blank.clone(),
        phone: blank,
        source: " ".to_owned(),
        ..at(library(), 0xB00)
    };
    let chat = HelpPoint { kind: Kind::Chat, postcode: Some("7100".to_owned()), ..at(line.clone(), 0x900) };
    vec![
        library(),
        bare,
        line,
        only_municipality,
        visits,
        street_only,
        postcode_only,
        closed,
        all_idle,
        twice,
        blanks,
        chat,
    ]
}

/// The same place again under other ids, without hours.
fn at(point: HelpPoint, number: u128) -> HelpPoint {
    let services = point.services.into_iter().enumerate();
    HelpPoint {
        id: id(number),
        services: services
            .map(|(at, row)| help::Service { id: id(number + 9 - at as u128), ..row })
            .collect(),
        rules: Vec::new(),
        exceptions: Vec::new(),
        ..point
    }
}

async fn goes_round(world: &World) {
    let directory = world.export().await;
    assert!(hsds::check(&directory).is_ok(), "{}", hsds::check(&directory));
    let (tables, json) = (write_tables(&directory), to_json(&directory));
    assert!(tables.iter().all(|(name, _)| FILES.contains(&name.as_str())));
    let by_tables = read_tables(&tables).unwrap();
    let by_json = from_json(&json).unwrap();
    for reading in [by_tables, by_json] {
        assert!(reading.report.warnings.is_empty(), "{}", reading.report);
        let other = World::empty().await;
        let taken = other.import(&reading.directory).await.unwrap();
        assert!(taken.warnings.is_empty(), "{:?}", taken.warnings);
        let again = other.export().await;
        assert_eq!(to_json(&again), json);
        assert_eq!(write_tables(&again), tables);
    }
}

#[tokio::test]
async fn a_directory_comes_back_byte_for_byte_from_tables_and_from_json() {
    let world = World::empty().await;
    world.put(&every_sort()).await;
    goes_round(&world).await;
}

#[tokio::test]
async fn the_whole_town_comes_back_byte_for_byte() {
    let world = World::empty().await;
    town::settle(&world.realm, 0, |_, _, _| {}).await.unwrap();
    assert!(world.export().await.locations.len() > 100);
    goes_round(&world).await;
}

#[tokio::test]
async fn what_is_just_so_already_is_not_touched() {
    let world = World::with_library().await;
    let before = world.digest().await;
    let taken = world.import(&world.export().await).await.unwrap();
    assert_eq!((taken.organisations, taken.added, taken.changed, taken.unchanged), (0, 0, 0, 1));
    assert_eq!(world.digest().await, before);
}

#[tokio::test]
async fn a_change_is_kept_with_what_was_before_and_other_points_stay() {
    let world = World::with_library().await;
    let (mut other, mut cafe) = (library(), Vec::new());
    other.id = id(0x50);
    other.services = vec![service(0x51, "Kaffe", &[])];
    other.rules.clear();
    other.exceptions.clear();
    cafe.push(other);
    world.put(&cafe).await;
    let mut directory = world.export().await;
    let there = id::<HelpPointTag>(2).to_string();
    directory.locations.retain(|location| location.id == there);
    keep_only(&mut directory, &there);
    directory.locations[0].name = Some("Hovedbiblioteket".to_owned());
    let taken = world.import(&directory).await.unwrap();
    assert_eq!((taken.added, taken.changed, taken.unchanged), (0, 1, 0));
    let tx = world.realm.read().await.unwrap();
    let history = subject_history(&tx, "help_point", &there, 10).await.unwrap();
    assert_eq!(history[0].action, "help_point.import");
    assert_eq!(history[0].via, "command line");
    let (before, after) = (history[0].before.as_deref().unwrap(), history[0].after.as_deref().unwrap());
    assert!(
        before.contains("Vejle Bibliotek, hovedbiblioteket") && before.contains("\"version\":1"),
        "{before}"
    );
    assert!(after.contains("Hovedbiblioteket") && after.contains("\"version\":2"), "{after}");
    let names: Vec<_> =
        world.export().await.locations.into_iter().map(|location| location.name.unwrap()).collect();
    assert_eq!(names, ["Hovedbiblioteket", "Vejle Bibliotek, hovedbiblioteket"]);
}

/// Takes away every row that belongs to another location.
fn keep_only(directory: &mut Directory, location: &str) {
    let d = directory;
    d.service_at_locations.retain(|row| row.location_id == location);
    let services: Vec<String> = d.service_at_locations.iter().map(|row| row.service_id.clone()).collect();
    d.services.retain(|row| services.contains(&row.id));
    d.service_areas.retain(|row| row.service_id.as_ref().is_some_and(|id| services.contains(id)));
    d.phones.retain(|row| row.location_id.as_deref() == Some(location));
    d.contacts.retain(|row| row.location_id.as_deref() == Some(location));
    d.addresses.retain(|row| row.location_id.as_deref() == Some(location));
    d.languages.retain(|row| row.location_id.as_deref() == Some(location));
    d.schedules.retain(|row| row.location_id.as_deref() == Some(location));
    d.accessibilities.retain(|row| row.location_id.as_deref() == Some(location));
    let known: Vec<String> = [
        d.services.iter().map(|row| row.id.clone()).collect::<Vec<_>>(),
        d.locations.iter().map(|row| row.id.clone()).collect(),
        d.addresses.iter().map(|row| row.id.clone()).collect(),
        d.schedules.iter().map(|row| row.id.clone()).collect(),
        d.organizations.iter().map(|row| row.id.clone()).collect(),
    ]
    .concat();
    d.attributes.retain(|row| known.contains(&row.link_id));
}

#[tokio::test]
async fn a_service_can_move_from_one_place_to_the_next() {
    let world = World::with_library().await;
    let branch = HelpPoint {
        id: id(0x50),
        services: vec![service(0x51, "Kaffe", &[])],
        rules: Vec::new(),
        exceptions: Vec::new(),
        ..library()
    };
    world.put(&[branch]).await;
    let mut directory = world.export().await;
    let (here, there) = (id::<HelpPointTag>(2).to_string(), id::<HelpPointTag>(0x50).to_string());
    // Each of the two takes over what the other had.
    for pair in &mut directory.service_at_locations {
        pair.location_id = if pair.location_id == here { there.clone() } else { here.clone() };
    }
    let taken = world.import(&directory).await.unwrap();
    assert_eq!((taken.added, taken.changed, taken.unchanged), (0, 2, 0));
    let again = world.export().await;
    let services: Vec<_> = again.service_at_locations.iter().map(|pair| &pair.location_id).collect();
    assert_eq!(services, [&here, &there, &there]);
}

#[tokio::test]
async fn an_id_that_another_point_has_is_refused() {
    let world = World::with_library().await;
    let before = world.digest().await;
    let other = World::empty().await;
    other.put(&[HelpPoint { id: id(0x50), ..library() }]).await;
    let Err(TakeError::Refused(report)) = world.import(&other.export().await).await else {
        panic!("two points cannot have the same service");
    };
    let told: Vec<_> = report
        .errors
        .list
        .iter()
        .map(|problem| (problem.file.as_str(), problem.field.as_deref().unwrap()))
        .collect();
    assert_eq!(told.iter().filter(|place| **place == ("services.csv", "id")).count(), 2);
    assert_eq!(told.iter().filter(|place| **place == ("schedules.csv", "id")).count(), 6);
    assert_eq!(world.digest().await, before);
}

#[tokio::test]
async fn names_of_staff_can_stay_at_home_and_are_not_forgotten_there() {
    let world = World::with_library().await;
    let tx = world.realm.read().await.unwrap();
    let published = whole(&tx, Names::LeftOut).await.unwrap();
    drop(tx);
    assert!(!to_json(&published).contains("Bo Lind"));
    let taken = world.import(&published).await.unwrap();
    assert_eq!((taken.changed, taken.unchanged), (0, 1));
    assert!(to_json(&world.export().await).contains("Bo Lind"));
}

#[tokio::test]
async fn an_example_stays_marked_as_one() {
    let mut point = library();
    point.examples = [help::Example::Everything].into();
    let world = World::empty().await;
    world.put(&[point]).await;
    let directory = world.export().await;
    assert!(
        directory
            .services
            .iter()
            .all(|service| service.alert.as_deref() == Some("Opdigtet til demonstration"))
    );
    let other = World::empty().await;
    other.import(&directory).await.unwrap();
    let read = help::directory::directory(&other.realm).await.unwrap();
    let entry = read.entry(Id::from_uuid(uuid(2))).unwrap();
    assert!(entry.point.is_example(help::Example::Street));
}
