//! Taking over the register of residents.

use enrolment::{ImportError, Strictness, resident_of};
use jiff::civil::date;

use crate::world::{HEAD, World, in_vejle, on_both};

on_both!(
    people_are_found_by_their_numbers_or_made,
    taking_the_same_file_again_changes_nothing,
    nothing_of_a_file_with_wrong_rows_is_taken,
    wrong_rows_can_be_left_out,
    an_address_that_somebody_has_corrected_stays_until_the_register_has_another,
    whoever_moves_away_has_no_day,
    a_register_is_written_in_portions,
);

const AASE: &str = "0101400002,Aase Holm,1940-01-01,,Eksempelgade 1,,7100,Vejle\n";
const DINA: &str = "2511115234,Dina Vang,2011-11-25,,Eksempelgade 2,c/o Holm,7100,Vejle\n";

async fn people_are_found_by_their_numbers_or_made(world: World) {
    let imported = world.import(&format!("{AASE}{DINA}")).await;
    assert_eq!((imported.new, imported.changed, imported.same), (2, 0, 0));
    assert_eq!(world.person("0101400002").await.id, world.aase.id, "Aase is not made twice");
    let dina = world.person("2511115234").await;
    assert_eq!((dina.name.as_str(), dina.birth_date), ("Dina Vang", Some(date(2011, 11, 25))));
    let address = world.contact(dina.id).await.unwrap().address.unwrap();
    assert_eq!((address.street.as_str(), address.extra.as_str()), ("Eksempelgade 2", "c/o Holm"));
    let tx = world.realm.read().await.unwrap();
    let resident = resident_of(&tx, dina.id).await.unwrap().unwrap();
    assert_eq!(resident.opens_on, Some(date(2026, 11, 25)));
    assert!(!resident.is_opened);
    for record in world.audit().await {
        let record = format!("{record:?}");
        assert!(!record.contains("2511115234") && !record.contains("0101400002"), "{record}");
    }
}

async fn taking_the_same_file_again_changes_nothing(world: World) {
    let rows = format!("{AASE}{DINA}");
    world.import(&rows).await;
    let before = world.audit().await.len();
    let again = world.import(&rows).await;
    assert_eq!((again.new, again.changed, again.same), (0, 0, 2));
    assert_eq!(world.audit().await.len(), before, "nothing happened, and nothing is recorded");
    world.import(&rows.replace("2011-11-25,,", "2011-11-25,2026-12-31,")).await;
    let dina = world.person("2511115234").await;
    let changes: Vec<_> = world
        .audit()
        .await
        .into_iter()
        .filter(|record| record.concerns == Some(dina.id) && record.action == "resident.change")
        .collect();
    assert_eq!(changes.len(), 1);
    assert!(changes[0].after.as_ref().unwrap().contains("2026-12-31"));
}

/// Aase's row is right; every other one is wrong in its own way.
const WITH_MISTAKES: &str = "0101400002,Aase Holm,1940-01-01,,,,,\n\
    251111523,Dina Vang,2011-11-25,,,,,\n\
    3102115234,,2011-25-11,,Eksempelgade 2,,710,\n\
    0202701111,Bo Holm,2020-01-01,2019-12-31,,,,\n\
    0101400002,Aase Holm igen,1940-01-01,,,,,\n\
    0303601113,Erik Bang,1970-01-01\n";

fn said(error: &[enrolment::WrongRow]) -> Vec<String> {
    error.iter().map(ToString::to_string).collect()
}

const MISTAKES: [&str; 8] = [
    "row 3, cpr: a cpr number has ten digits",
    "row 4, cpr: the cpr number does not begin with a date of birth",
    "row 4, name: nothing stands here",
    "row 4, resident_since: this is no date such as 2026-11-24",
    "row 4, postcode: a postcode has four digits",
    "row 5, resident_until: the last day is before the first",
    "row 6, cpr: the number stands in an earlier row too",
    "row 7, row: there are 3 values for 8 columns",
];

async fn nothing_of_a_file_with_wrong_rows_is_taken(world: World) {
    let refused = world.try_import(WITH_MISTAKES, Strictness::WholeFile).await.unwrap_err();
    let ImportError::Wrong(wrong) = &refused else { panic!("{refused}") };
    assert_eq!(said(wrong), MISTAKES);
    let tx = world.realm.read().await.unwrap();
    assert_eq!(resident_of(&tx, world.aase.id).await.unwrap(), None);
    drop(tx);
    let actor = realm::Actor::program("test", realm::Via::CommandLine);
    let file = std::io::Cursor::new("cpr;name\n0101400002;Aase\n");
    let refused =
        enrolment::import_residents(&world.realm, actor, file, Strictness::WithoutWrongRows, |_| ()).await;
    let why = refused.unwrap_err().to_string();
    assert!(why.starts_with("there is no column cpr, name, resident_since"), "{why}");
}

async fn wrong_rows_can_be_left_out(world: World) {
    let imported = world.try_import(WITH_MISTAKES, Strictness::WithoutWrongRows).await.unwrap();
    assert_eq!(imported.new, 1);
    assert_eq!(said(&imported.wrong), MISTAKES);
    let tx = world.realm.read().await.unwrap();
    assert!(resident_of(&tx, world.aase.id).await.unwrap().is_some());
    assert_eq!(resident_of(&tx, world.bo.id).await.unwrap(), None);
}

async fn an_address_that_somebody_has_corrected_stays_until_the_register_has_another(world: World) {
    let street = async || world.contact(world.aase.id).await.unwrap().address.map(|address| address.street);
    world.import(AASE).await;
    world.has_address(world.aase.id, "Nygade 7").await;
    world.import(AASE).await;
    assert_eq!(street().await.as_deref(), Some("Nygade 7"));
    world.import(&AASE.replace("Eksempelgade 1", "Eksempelgade 9")).await;
    assert_eq!(street().await.as_deref(), Some("Eksempelgade 9"), "she has moved");
    let hidden = "0101400002,Aase Holm,1940-01-01,,,,,\n";
    world.import(hidden).await;
    assert_eq!(street().await, None, "what the register gave, it takes back");
    world.has_address(world.aase.id, "Nygade 7").await;
    world.import(hidden).await;
    assert_eq!(world.contact(world.aase.id).await.unwrap().address, Some(in_vejle("Nygade 7")));
}

async fn whoever_moves_away_has_no_day(world: World) {
    world.import("2511115234,Dina Vang,2011-11-25,2026-11-24,,,,\n").await;
    let dina = world.person("2511115234").await.id;
    let tx = world.realm.read().await.unwrap();
    assert_eq!(resident_of(&tx, dina).await.unwrap().unwrap().opens_on, None);
}

async fn a_register_is_written_in_portions(world: World) {
    let mut rows = String::from(HEAD);
    for n in 0..1_100 {
        let (day, month) = (n % 28 + 1, n / 28 % 12 + 1);
        rows.push_str(&format!("{day:02}{month:02}50{n:04},Nr. {n},1990-01-01,,Gade {n},,7100,Vejle\n"));
    }
    let mut heard = Vec::new();
    let actor = realm::Actor::program("test", realm::Via::CommandLine);
    let file = std::io::Cursor::new(rows);
    let progress = |done| heard.push(done);
    let imported = enrolment::import_residents(&world.realm, actor, file, Strictness::WholeFile, progress)
        .await
        .unwrap();
    assert_eq!((imported.new, heard), (1_100, vec![500, 1_000, 1_100]));
}
