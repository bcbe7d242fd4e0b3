//! The register goes out and comes in again, on both databases.

use help::exchange::{Names, take_in, whole};
use realm::{Actor, Via};
use stories::{House, on_both};

on_both!(the_register_goes_into_an_empty_realm_unchanged, a_refused_import_changes_nothing);

async fn the_register_goes_into_an_empty_realm_unchanged(house: House) {
    let given = whole(&house.realm.read().await.unwrap(), Names::Kept).await.unwrap();
    assert!(given.services.len() > 10);

    let empty = house.sandbox("empty").await;
    let mut work = empty.work(Actor::program("story", Via::CommandLine)).await.unwrap();
    let taken = take_in(&mut work, &given, |_, _| {}).await.unwrap();
    work.commit().await.unwrap();
    assert!(taken.added > 10 && taken.changed == 0);
    let again = whole(&empty.read().await.unwrap(), Names::Kept).await.unwrap();
    assert_eq!(hsds::to_json(&again), hsds::to_json(&given));

    // The same once more changes nothing, and the first search finds what came in.
    let mut work = empty.work(Actor::program("story", Via::CommandLine)).await.unwrap();
    let taken = take_in(&mut work, &given, |_, _| {}).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!((taken.added, taken.changed), (0, 0));
    assert!(house.get("/oev/empty/find-hjaelp?near=7100").await.body.contains("Borgerservice i Vejle"));
}

async fn a_refused_import_changes_nothing(house: House) {
    let before = whole(&house.realm.read().await.unwrap(), Names::Kept).await.unwrap();
    let mut wrong = before.clone();
    let hours = wrong.schedules.first_mut().unwrap();
    hours.byday = Some("someday".to_owned());
    let mut work = house.realm.work(Actor::program("story", Via::CommandLine)).await.unwrap();
    assert!(take_in(&mut work, &wrong, |_, _| {}).await.is_err());
    drop(work);
    let after = whole(&house.realm.read().await.unwrap(), Names::Kept).await.unwrap();
    assert_eq!(hsds::to_json(&after), hsds::to_json(&before));
}
