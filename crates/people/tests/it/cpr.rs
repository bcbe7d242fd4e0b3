//! CPR numbers at rest: kept for one person, found, masked, and shown with a record of it.

use ::people::cpr::{KeepCprError, ReadCprError, find, keep, masked, reveal};
use ::people::{NewPerson, create_person};
use basics::{Cpr, Id};
use realm::{PersonTag, Realm, Work};
use store::params;
use uuid::Uuid;

use crate::world::{World, on_both};

on_both!(
    a_number_is_found_shown_masked_and_told_in_full_with_a_record,
    two_people_cannot_have_the_same_number_nor_one_person_two,
    a_refused_number_leaves_nothing_behind,
    a_row_that_was_moved_to_somebody_else_does_not_open,
    nothing_is_told_of_somebody_without_a_number,
);

pub(crate) fn cpr(text: &str) -> Cpr {
    text.parse().unwrap()
}

pub(crate) async fn somebody(work: &mut Work<'_>, name: &str) -> Id<PersonTag> {
    let new = NewPerson { name: name.to_owned(), birth_date: None };
    create_person(work, new).await.unwrap().id
}

pub(crate) async fn found(realm: &Realm, number: &str) -> Option<Id<PersonTag>> {
    let tx = realm.read().await.unwrap();
    find(&tx, &realm.vault, &cpr(number)).await.unwrap().map(|person| person.id)
}

async fn a_number_is_found_shown_masked_and_told_in_full_with_a_record(world: World) {
    let mut work = world.work().await;
    let aase = somebody(&mut work, "Aase Holm").await;
    for _ in 0..2 {
        keep(&mut work, aase, &cpr("620344-0016")).await.unwrap();
    }
    work.commit().await.unwrap();

    assert_eq!(found(&world.realm, "6203440016").await, Some(aase));
    assert_eq!(found(&world.realm, "6203440017").await, None);
    let tx = world.realm.read().await.unwrap();
    assert_eq!(masked(&tx, &world.realm.vault, aase).await.unwrap().unwrap(), "620344-••••");
    drop(tx);
    let mut work = world.work().await;
    let told = reveal(&mut work, aase, "Aase asked").await.unwrap().unwrap();
    assert_eq!(told.expose(), "6203440016");
    work.commit().await.unwrap();

    let tx = world.realm.read().await.unwrap();
    let log = realm::concerning(&tx, aase, 10).await.unwrap();
    let did: Vec<_> = log.iter().map(|record| record.action.as_str()).collect();
    assert_eq!(did, ["cpr.reveal", "cpr.keep", "person.create"], "keeping it twice is one change");
    assert_eq!((log[0].reason.as_str(), log[0].concerns), ("Aase asked", Some(aase)));
    let all = serde_json::to_string(&log).unwrap();
    assert!(!all.contains("620344") && !all.contains("0016"), "{all}");
}

async fn two_people_cannot_have_the_same_number_nor_one_person_two(world: World) {
    let mut work = world.work().await;
    let (aase, bo) = (somebody(&mut work, "Aase Holm").await, somebody(&mut work, "Bo Lind").await);
    keep(&mut work, aase, &cpr("620344-0016")).await.unwrap();
    let taken = keep(&mut work, bo, &cpr("620344-0016")).await.unwrap_err();
    assert!(matches!(taken, KeepCprError::BelongsToAnother));
    keep(&mut work, bo, &cpr("740985-0107")).await.unwrap();
    let another = keep(&mut work, bo, &cpr("740985-0109")).await.unwrap_err();
    assert!(matches!(another, KeepCprError::HasAnother));
    let nobody = Id::from_uuid(Uuid::nil());
    let no_person = keep(&mut work, nobody, &cpr("740985-0111")).await.unwrap_err();
    assert!(matches!(no_person, KeepCprError::NoPerson(_)));
    for error in [taken, another, no_person] {
        let told = format!("{error} {error:?}");
        assert!(!told.contains("620344") && !told.contains("740985"), "{told}");
    }
    work.commit().await.unwrap();
    assert_eq!(found(&world.realm, "620344-0016").await, Some(aase));
    assert_eq!(found(&world.realm, "740985-0107").await, Some(bo));
    assert_eq!(found(&world.realm, "740985-0109").await, None);
}

async fn a_refused_number_leaves_nothing_behind(world: World) {
    let mut work = world.work().await;
    let (aase, bo) = (somebody(&mut work, "Aase Holm").await, somebody(&mut work, "Bo Lind").await);
    keep(&mut work, aase, &cpr("620344-0016")).await.unwrap();
    keep(&mut work, bo, &cpr("620344-0016")).await.unwrap_err();
    assert_eq!(masked(work.tx(), &world.realm.vault, bo).await.unwrap(), None);
    work.commit().await.unwrap();
    let tx = world.realm.read().await.unwrap();
    let log = realm::concerning(&tx, bo, 10).await.unwrap();
    assert_eq!(log.len(), 1, "only that Bo was made");
}

async fn a_row_that_was_moved_to_somebody_else_does_not_open(world: World) {
    let mut work = world.work().await;
    let (aase, bo) = (somebody(&mut work, "Aase Holm").await, somebody(&mut work, "Bo Lind").await);
    keep(&mut work, aase, &cpr("620344-0016")).await.unwrap();
    keep(&mut work, bo, &cpr("740985-0107")).await.unwrap();
    let swap =
        "update people_cpr set sealed = (select sealed from people_cpr where person = $2) where person = $1";
    work.tx().run(swap, params![bo, aase]).await.unwrap();
    let closed = masked(work.tx(), &world.realm.vault, bo).await.unwrap_err();
    assert!(matches!(closed, ReadCprError::Closed(_)), "{closed}");
    assert!(matches!(reveal(&mut work, bo, "a try").await, Err(ReadCprError::Closed(_))));
    let kept = keep(&mut work, bo, &cpr("740985-0107")).await;
    assert!(matches!(kept, Err(KeepCprError::Unreadable(ReadCprError::Closed(_)))));
    work.tx().run("update people_cpr set sealed = 'nonsense' where person = $1", params![bo]).await.unwrap();
    let broken = masked(work.tx(), &world.realm.vault, bo).await.unwrap_err();
    assert!(matches!(broken, ReadCprError::NotACpr), "{broken}");
}

async fn nothing_is_told_of_somebody_without_a_number(world: World) {
    let mut work = world.work().await;
    let bo = somebody(&mut work, "Bo Lind").await;
    assert_eq!(masked(work.tx(), &world.realm.vault, bo).await.unwrap(), None);
    assert_eq!(reveal(&mut work, bo, "a try").await.unwrap(), None);
    work.commit().await.unwrap();
    let tx = world.realm.read().await.unwrap();
    assert_eq!(realm::concerning(&tx, bo, 10).await.unwrap().len(), 1, "nothing was revealed");
}
