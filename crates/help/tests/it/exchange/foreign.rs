//! A directory by somebody who has never heard of Omtanke.

use help::{Booking, HelpPoint, Kind, ServiceStatus, Status, Topic};
use hsds::{Reading, from_json};
use people::OrganisationKind;

use super::world::{World, id};

/// A municipality with a counter, a telephone line without a place, and a service in two places.
const KOLDING: &str = r#"[
  {
    "id": "0190a3c4-0000-7000-8000-0000000000a1",
    "name": "Hjælp til selvbetjening",
    "status": "active",
    "assured_date": "2026-01-15",
    "email": "borger@kolding.example",
    "organization": {
      "id": "0190a3c4-0000-7000-8000-0000000000a0",
      "name": "Kolding Kommune",
      "description": "Kommune"
    },
    "languages": [{ "id": "0190a3c4-0000-7000-8000-0000000000a2", "code": "dan" }],
    "schedules": [
      {
        "id": "0190a3c4-0000-7000-8000-0000000000a3",
        "freq": "WEEKLY",
        "byday": "MO,TU",
        "opens_at": "10:00",
        "closes_at": "14:00",
        "until": "2026-12-31"
      },
      { "id": "0190a3c4-0000-7000-8000-0000000000a4", "description": "Ring, hvis du er i tvivl" },
      {
        "id": "0190a3c4-0000-7000-8000-0000000000a5",
        "valid_from": "2026-05-15",
        "valid_to": "2026-05-15",
        "opens_at": "10:00",
        "closes_at": "12:00"
      }
    ],
    "service_at_locations": [
      {
        "id": "0190a3c4-0000-7000-8000-0000000000b1",
        "location": {
          "id": "0190a3c4-0000-7000-8000-0000000000b2",
          "location_type": "physical",
          "name": "Rådhuset",
          "addresses": [{
            "id": "0190a3c4-0000-7000-8000-0000000000b3",
            "address_1": "Akseltorv 1",
            "city": "Kolding",
            "state_province": "Region Syddanmark",
            "postal_code": "DK-6000",
            "country": "DK",
            "address_type": "physical"
          }],
          "accessibility": [{ "id": "0190a3c4-0000-7000-8000-0000000000b4", "description": "Teleslynge" }]
        }
      },
      {
        "id": "0190a3c4-0000-7000-8000-0000000000c1",
        "location": { "id": "0190a3c4-0000-7000-8000-0000000000c2", "location_type": "physical", "name": "Filialen" }
      }
    ]
  },
  {
    "id": "0190a3c4-0000-7000-8000-0000000000d1",
    "name": "Telefonlinjen",
    "status": "temporarily closed",
    "organization": {
      "id": "0190a3c4-0000-7000-8000-0000000000a0",
      "name": "Kolding Kommune",
      "description": "Kommune"
    },
    "phones": [{ "id": "0190a3c4-0000-7000-8000-0000000000d2", "number": "79 79 79 79" }],
    "cost_options": [{ "id": "0190a3c4-0000-7000-8000-0000000000d3", "amount": 0 }]
  }
]"#;

async fn taken() -> (World, Vec<HelpPoint>, help::exchange::Taken) {
    let world = World::empty().await;
    let Reading { directory, .. } = from_json(KOLDING).unwrap();
    let taken = world.import(&directory).await.unwrap();
    let read = help::directory::directory(&world.realm).await.unwrap();
    let mut points: Vec<HelpPoint> = read.entries.iter().map(|entry| entry.point.clone()).collect();
    points.sort_by(|a, b| a.name.cmp(&b.name));
    (world, points, taken)
}

#[tokio::test]
async fn the_rules_of_the_profile_fill_what_nobody_said() {
    let (world, points, taken) = taken().await;
    assert_eq!((taken.organisations, taken.added), (1, 3));
    let [branch, town_hall, line] = points.as_slice() else { panic!("{points:?}") };
    let organisations = people::organisations(&world.realm.read().await.unwrap()).await.unwrap();
    assert_eq!(organisations[0].kind, OrganisationKind::Authority);
    assert_eq!((town_hall.kind, line.kind), (Kind::Borgerservice, Kind::Telephone));
    assert_eq!(town_hall.street.as_deref(), Some("Akseltorv 1"));
    assert_eq!(town_hall.postcode.as_deref(), Some("6000"));
    assert_eq!(town_hall.municipality_code.as_deref(), Some("0621"));
    assert!(town_hall.position.is_some() && !town_hall.precise);
    assert_eq!(town_hall.email.as_deref(), Some("borger@kolding.example"));
    assert_eq!(town_hall.languages, ["da".to_owned()].into());
    assert_eq!(town_hall.assured.as_ref().unwrap().by, "Kolding Kommune");
    assert_eq!(town_hall.source, "Kolding Kommune");
    assert!(!town_hall.national && line.national);
    assert_eq!(line.phone.as_deref(), Some("79 79 79 79"));
    assert_eq!(line.services[0].status, ServiceStatus::Inactive);
    assert_eq!(line.services[0].booking, Booking::Appointment);
    assert_eq!(branch.rules.len(), 1);
    assert_eq!(town_hall.rules[0].rule.valid_to, Some(jiff::civil::date(2026, 12, 31)));
    assert_eq!(town_hall.exceptions.len(), 1);
    assert_ne!(branch.rules[0].id, town_hall.rules[0].id);
    assert_ne!(branch.services[0].id, town_hall.services[0].id);
}

#[tokio::test]
async fn what_has_no_room_is_told() {
    let (_, _, taken) = taken().await;
    let told: Vec<_> = taken.warnings.list.iter().map(|problem| problem.file.as_str()).collect();
    assert!(told.contains(&"cost_options.csv"), "{told:?}");
    assert!(told.contains(&"accessibility.csv"), "{told:?}");
    assert!(told.contains(&"schedules.csv"), "{told:?}");
}

#[tokio::test]
async fn what_only_omtanke_knows_survives_a_publisher_who_does_not() {
    let (world, points, _) = taken().await;
    let mut line = points[2].clone();
    line.kind = Kind::Chat;
    line.examples = [help::Example::Phone].into();
    line.services[0].topics = [Topic::MitId].into();
    world.put(std::slice::from_ref(&line)).await;
    let Reading { mut directory, .. } = from_json(KOLDING).unwrap();
    directory.phones[0].number = "79 79 79 80".to_owned();
    let taken = world.import(&directory).await.unwrap();
    assert_eq!((taken.changed, taken.unchanged), (1, 2));
    let read = help::directory::directory(&world.realm).await.unwrap();
    let now = &read.entry(line.id).unwrap().point;
    assert_eq!(now.phone.as_deref(), Some("79 79 79 80"));
    assert_eq!((now.kind, &now.examples), (Kind::Chat, &line.examples));
    assert_eq!(now.services[0].topics, line.services[0].topics);
    assert_eq!(now.version, 2);
}

#[tokio::test]
async fn a_second_import_of_the_same_changes_nothing() {
    let (world, ..) = taken().await;
    let before = world.digest().await;
    let Reading { directory, .. } = from_json(KOLDING).unwrap();
    let taken = world.import(&directory).await.unwrap();
    assert_eq!((taken.organisations, taken.added, taken.changed, taken.unchanged), (0, 0, 0, 3));
    assert_eq!(world.digest().await, before);
}

#[tokio::test]
async fn a_place_whose_services_have_all_ended_is_closed() {
    let world = World::empty().await;
    let ended = KOLDING.replace("\"active\"", "\"defunct\"");
    let Reading { directory, .. } = from_json(&ended).unwrap();
    world.import(&directory).await.unwrap();
    let again = world.export().await;
    let town_hall = id::<help::HelpPointTag>(0xb2).to_string();
    assert!(again.locations.iter().any(|location| location.id == town_hall));
    let read = help::directory::directory(&world.realm).await.unwrap();
    assert!(read.entries.iter().all(|entry| entry.point.status == Status::Active));
    assert!(read.entry(id(0xb2)).is_none());
}
