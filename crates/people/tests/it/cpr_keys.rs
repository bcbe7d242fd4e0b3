//! CPR numbers while keys change, on one node and on several.

use std::collections::BTreeMap;

use ::people::cpr::{KeepCprError, ReadCprError, Resealed, find, keep, masked, reseal_some};
use basics::Id;
use proptest::prelude::*;
use realm::{Actor, PersonTag, Realm, RealmKind, Via};
use store::{params, row};

use crate::cpr::{cpr, found, somebody};
use crate::world::{KEYS, NEWER_KEYS, NEWEST_KEYS, World, keys, on_both};

on_both!(
    after_a_new_key_the_old_numbers_are_found_opened_and_not_given_away,
    resealing_goes_on_where_it_stopped_and_then_the_old_key_can_go,
    two_nodes_reseal_at_once_while_people_sign_in,
    of_two_nodes_that_share_a_key_only_one_gives_the_number,
    a_node_with_only_the_old_key_spoils_nothing,
    a_number_whose_key_is_gone_is_counted_and_stops_nobody,
    a_number_that_two_people_got_without_a_common_key_is_counted,
);

async fn people(world: &World, numbers: impl Iterator<Item = u32>) -> BTreeMap<String, Id<PersonTag>> {
    let mut work = world.work().await;
    let mut people = BTreeMap::new();
    for serial in numbers {
        let person = somebody(&mut work, "Aase Holm").await;
        let number = format!("620344{serial:04}");
        keep(&mut work, person, &cpr(&number)).await.unwrap();
        people.insert(number, person);
    }
    work.commit().await.unwrap();
    people
}

async fn reseal(node: &Realm, limit: i64) -> Resealed {
    let mut work = node.work(Actor::program("test", Via::Program)).await.unwrap();
    let resealed = reseal_some(&mut work, limit).await.unwrap();
    work.commit().await.unwrap();
    resealed
}

/// Reseals until nothing is left, and says how many rows it did.
async fn reseal_all(node: &Realm) -> i64 {
    let mut done = 0;
    for _ in 0..1_000 {
        let resealed = reseal(node, 3).await;
        done += resealed.done;
        if resealed.left == 0 {
            return done;
        }
    }
    panic!("resealing goes round in circles after {done} rows");
}

async fn try_to_keep(node: &Realm, number: &str) -> Result<Id<PersonTag>, KeepCprError> {
    let mut work = node.work(Actor::program("test", Via::Program)).await?;
    let person = somebody(&mut work, "Bo Lind").await;
    keep(&mut work, person, &cpr(number)).await?;
    work.commit().await?;
    Ok(person)
}

async fn after_a_new_key_the_old_numbers_are_found_opened_and_not_given_away(world: World) {
    let people = people(&world, 16..18).await;
    world.realm.vault.replace_with(&keys(NEWER_KEYS));
    for (number, person) in &people {
        assert_eq!(found(&world.realm, number).await, Some(*person));
        let tx = world.realm.read().await.unwrap();
        assert!(masked(&tx, &world.realm.vault, *person).await.unwrap().is_some());
        drop(tx);
        assert!(matches!(try_to_keep(&world.realm, number).await, Err(KeepCprError::BelongsToAnother)));
    }

    let (number, person) = people.first_key_value().unwrap();
    let mut work = world.work().await;
    keep(&mut work, *person, &cpr(number)).await.unwrap();
    work.commit().await.unwrap();
    let newest = world.node(2, NEWEST_KEYS).await;
    assert_eq!(found(&newest, number).await, Some(*person), "who signs in is resealed on the way");
    assert_eq!(reseal(&world.realm, 10).await, Resealed { done: 1, left: 0 });
}

async fn resealing_goes_on_where_it_stopped_and_then_the_old_key_can_go(world: World) {
    let people = people(&world, 10..15).await;
    assert_eq!(reseal(&world.realm, 10).await, Resealed { done: 0, left: 0 });
    world.realm.vault.replace_with(&keys(NEWER_KEYS));
    assert_eq!(reseal(&world.realm, 0).await, Resealed { done: 0, left: 5 });
    assert_eq!(reseal(&world.realm, 2).await, Resealed { done: 2, left: 3 });
    assert_eq!(reseal(&world.realm, 2).await, Resealed { done: 2, left: 1 });
    assert_eq!(reseal(&world.realm, 2).await, Resealed { done: 1, left: 0 });
    let old = world.node(2, KEYS).await;
    for (number, person) in &people {
        assert_eq!(found(&old, number).await, Some(*person), "the old key still finds");
    }

    world.realm.vault.replace_with(&keys(NEWEST_KEYS));
    assert_eq!(reseal(&world.realm, 10).await, Resealed { done: 5, left: 0 }, "old marks go");
    for (number, person) in &people {
        assert_eq!(found(&world.realm, number).await, Some(*person));
        assert_eq!(found(&old, number).await, None);
        let tx = world.realm.read().await.unwrap();
        assert!(masked(&tx, &world.realm.vault, *person).await.unwrap().is_some());
    }
    let tx = world.realm.read().await.unwrap();
    let log = realm::subject_history(&tx, "key", "k2", 10).await.unwrap();
    assert_eq!(log.len(), 4);
    assert_eq!(log[0].after.as_deref(), Some(r#"{"done":5,"left":0}"#));
}

async fn two_nodes_reseal_at_once_while_people_sign_in(world: World) {
    let people = people(&world, 100..140).await;
    world.realm.vault.replace_with(&keys(NEWER_KEYS));
    let other = world.node(2, NEWER_KEYS).await;
    let signing_in = async {
        for (number, person) in people.iter().rev() {
            let mut work = world.work().await;
            assert_eq!(find(work.tx(), &world.realm.vault, &cpr(number)).await.unwrap().unwrap().id, *person);
            keep(&mut work, *person, &cpr(number)).await.unwrap();
            work.commit().await.unwrap();
        }
    };
    let (one, two, ()) = tokio::join!(reseal_all(&world.realm), reseal_all(&other), signing_in);
    assert!(one + two <= 40, "each row once: {one} and {two}");
    world.realm.vault.replace_with(&keys(NEWEST_KEYS));
    for (number, person) in &people {
        assert_eq!(found(&world.realm, number).await, Some(*person));
    }
    let verified = realm::verify(&world.realm.store, |_, _| {}).await;
    verified.unwrap();
}

async fn of_two_nodes_that_share_a_key_only_one_gives_the_number(world: World) {
    // One has read the new key file, another has not yet, and a third knows the new key but does not use it.
    let (new, old) = (world.node(2, NEWER_KEYS).await, world.node(3, KEYS).await);
    let (k2, k1) = NEWER_KEYS.split_once('\n').unwrap();
    let third = world.node(4, &format!("{k1}\n{k2}")).await;
    for (serial, other) in (0..20).zip([&old, &third].into_iter().cycle()) {
        let number = format!("740985{serial:04}");
        let (one, two) = tokio::join!(try_to_keep(&new, &number), try_to_keep(other, &number));
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        for lost in [&one, &two].into_iter().filter_map(|outcome| outcome.as_ref().err()) {
            assert!(matches!(lost, KeepCprError::BelongsToAnother), "{lost:?}");
        }
        let winner = one.or(two).unwrap();
        for node in [&new, &old, &third] {
            assert_eq!(found(node, &number).await, Some(winner));
        }
    }
}

async fn a_node_with_only_the_old_key_spoils_nothing(world: World) {
    let (new, old) = (world.node(2, NEWER_KEYS).await, world.node(3, KEYS).await);
    let aase = try_to_keep(&new, "620344-0016").await.unwrap();
    assert_eq!(
        reseal(&old, 10).await,
        Resealed { done: 0, left: 1 },
        "it cannot open what the new key sealed"
    );
    assert_eq!(found(&old, "620344-0016").await, Some(aase));
    assert_eq!(found(&new, "620344-0016").await, Some(aase));
    let tx = old.read().await.unwrap();
    assert!(matches!(masked(&tx, &old.vault, aase).await, Err(ReadCprError::Closed(_))));
    assert_eq!(reseal(&new, 10).await, Resealed { done: 0, left: 0 });
}

async fn a_number_whose_key_is_gone_is_counted_and_stops_nobody(world: World) {
    let lost = people(&world, 10..13).await;
    world.realm.vault.replace_with(&keys(NEWEST_KEYS));
    let kept = people(&world, 20..22).await;
    world.realm.vault.replace_with(&keys(&format!("k3 {}\n{NEWEST_KEYS}", "3".repeat(64))));
    assert_eq!(reseal(&world.realm, 2).await, Resealed { done: 2, left: 3 });
    assert_eq!(reseal(&world.realm, 2).await, Resealed { done: 0, left: 3 });
    for (number, person) in &kept {
        assert_eq!(found(&world.realm, number).await, Some(*person));
    }
    for (number, person) in &lost {
        assert_eq!(found(&world.realm, number).await, None);
        let mut work = world.work().await;
        let unknown = keep(&mut work, *person, &cpr(number)).await;
        assert!(matches!(unknown, Err(KeepCprError::Unreadable(ReadCprError::Closed(_)))));
    }

    // A row that somebody has spoilt stands first, and the others are done all the same.
    let work = world.work().await;
    world.realm.vault.replace_with(&keys(&format!("k4 {}\nk3 {}", "4".repeat(64), "3".repeat(64))));
    let first = *kept.values().min().unwrap();
    let spoil = "update people_cpr set sealed = 'nonsense' where person = $1";
    work.tx().run(spoil, params![first]).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(reseal(&world.realm, 1).await, Resealed { done: 1, left: 4 });
    assert_eq!(reseal(&world.realm, 1).await, Resealed { done: 0, left: 4 });
}

async fn a_number_that_two_people_got_without_a_common_key_is_counted(world: World) {
    let (new, old) = (world.node(2, NEWEST_KEYS).await, world.node(3, KEYS).await);
    try_to_keep(&new, "620344-0016").await.unwrap();
    try_to_keep(&old, "620344-0016").await.unwrap();
    let both = world.node(4, NEWER_KEYS).await;
    let resealed = reseal(&both, 10).await;
    assert!(resealed.left > 0, "{resealed:?}");
    assert_eq!(reseal(&both, 10).await.done, 0, "and it does not go round in circles");
}

row! {
    struct Count {
        n: i64,
    }
}

#[derive(Debug, Clone)]
enum Step {
    /// Somebody (by number) comes with a CPR number (by number).
    Keep(usize, u32),
    /// The current key is another one, and the one before it stays in the ring.
    NewKey,
    Reseal(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0usize..4, 0u32..5).prop_map(|(person, serial)| Step::Keep(person, serial)),
        1 => Just(Step::NewKey),
        2 => (0i64..4).prop_map(Step::Reseal),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_happens_in_whatever_order_a_number_has_one_person_and_a_person_one_number(
        steps in prop::collection::vec(step(), 1..30),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(story(steps));
    }
}

async fn story(steps: Vec<Step>) {
    let world = World::new(RealmKind::Live).await;
    let mut work = world.work().await;
    let mut everybody = Vec::new();
    for name in ["Aase", "Bo", "Conny", "Dina"] {
        everybody.push(somebody(&mut work, name).await);
    }
    work.commit().await.unwrap();
    let key = |n: u32| format!("key{n} {n:064x}\n");
    let mut newest = 1;
    world.realm.vault.replace_with(&keys(&key(1)));
    // What should be: the number of each person.
    let mut expected: BTreeMap<usize, u32> = BTreeMap::new();
    for step in steps {
        match step {
            Step::Keep(person, serial) => {
                let mut work = world.work().await;
                let outcome = keep(&mut work, everybody[person], &cpr(&format!("620344{serial:04}"))).await;
                work.commit().await.unwrap();
                let holder = expected.iter().find(|(_, held)| **held == serial).map(|(holder, _)| *holder);
                match (holder, expected.get(&person)) {
                    (Some(holder), _) if holder != person => {
                        assert!(matches!(outcome, Err(KeepCprError::BelongsToAnother)), "{outcome:?}");
                    }
                    (None, Some(_)) => {
                        assert!(matches!(outcome, Err(KeepCprError::HasAnother)), "{outcome:?}");
                    }
                    _ => {
                        outcome.unwrap();
                        expected.insert(person, serial);
                    }
                }
            }
            Step::NewKey => {
                // The key before the last is only taken away when nothing needs it.
                reseal_all(&world.realm).await;
                newest += 1;
                world.realm.vault.replace_with(&keys(&format!("{}{}", key(newest), key(newest - 1))));
            }
            Step::Reseal(limit) => {
                let resealed = reseal(&world.realm, limit).await;
                assert!(resealed.done <= limit);
            }
        }
    }
    for serial in 0..5 {
        let holder = expected.iter().find(|(_, held)| **held == serial).map(|(holder, _)| everybody[*holder]);
        assert_eq!(found(&world.realm, &format!("620344{serial:04}")).await, holder);
    }
    reseal_all(&world.realm).await;
    let tx = world.realm.read().await.unwrap();
    let count: Option<Count> =
        tx.optional("select count(*) as n from people_cpr_mark", params![]).await.unwrap();
    let ring = world.realm.vault.ids().len();
    assert_eq!(count.unwrap().n as usize, expected.len() * ring, "one mark for each key, and no more");
}
