//! Every shipped story is played on a fresh sandbox and solved by its own operations: none asks for what cannot be reached, and none
//! is solved before anybody has done anything.

use std::collections::BTreeSet;
use std::sync::Arc;

use ::scenarios::{Audience, Scenario};
use practice::scenarios::{Cast, PlayError, act, are_met, is_met, library, play};
use realm::{Realm, RealmKind};

use super::world::realm;

async fn cast_of<'s>(realm: &Realm, scenario: &'s Scenario) -> Cast<'s> {
    let tx = realm.read().await.unwrap();
    Cast::find(&tx, &realm.vault, scenario).await.unwrap().expect("everybody is there")
}

/// Does what the tasks say, one after the other.
async fn solve(realm: &Arc<Realm>, scenario: &Scenario) {
    let cast = cast_of(realm, scenario).await;
    for (n, task) in scenario.tasks.iter().enumerate() {
        let which = format!("{} task {}", scenario.slug, n + 1);
        realm.clock.advance(jiff::SignedDuration::from_hours(24 * i64::from(task.later_days)));
        for goal in &task.goal {
            assert!(!is_met(realm, &cast, goal).await.unwrap(), "{which}: reached at the start: {goal:?}");
        }
        for operation in &task.solution {
            act(realm, &cast, operation)
                .await
                .unwrap_or_else(|error| panic!("{which}: {operation:?}: {error}"));
        }
        for goal in &task.goal {
            assert!(is_met(realm, &cast, goal).await.unwrap(), "{which}: not reached: {goal:?}");
        }
    }
    // What was reached once stays so, where a later task does not undo it.
    let last = scenario.tasks.last().unwrap();
    assert!(are_met(realm, &cast, &last.goal).await.unwrap());
}

#[tokio::test]
async fn no_story_is_dead_and_none_is_solved_before_it_begins() {
    let mut played = 0;
    for scenario in library().all() {
        let folder = tempfile::tempdir().unwrap();
        let realm = realm(RealmKind::Sandbox, &folder, "sandbox.db").await;
        let is_new =
            play(&realm, scenario).await.unwrap_or_else(|error| panic!("{}: {error}", scenario.slug));
        assert!(is_new, "{}", scenario.slug);
        solve(&realm, scenario).await;
        played += 1;
    }
    assert!(played >= 24, "{played} scenarios");
}

#[tokio::test]
async fn all_stories_can_be_played_in_one_sandbox() {
    let folder = tempfile::tempdir().unwrap();
    let realm = realm(RealmKind::Sandbox, &folder, "sandbox.db").await;
    for scenario in library().all() {
        assert!(play(&realm, scenario).await.unwrap(), "{}", scenario.slug);
        assert!(!play(&realm, scenario).await.unwrap(), "{} twice", scenario.slug);
    }
    for scenario in library().all() {
        solve(&realm, scenario).await;
    }
}

#[tokio::test]
async fn a_live_realm_takes_no_story() {
    let folder = tempfile::tempdir().unwrap();
    let realm = realm(RealmKind::Live, &folder, "live.db").await;
    let scenario = library().all().next().unwrap();
    assert!(matches!(play(&realm, scenario).await, Err(PlayError::LiveRealm)));
    assert!(people::organisations(&realm.read().await.unwrap()).await.unwrap().is_empty());
}

#[test]
fn there_is_something_for_each_audience_and_fraud_drills_are_among_it() {
    let for_each =
        |audience: Audience| library().all().filter(|one| one.audiences.contains(&audience)).count();
    for audience in Audience::ALL {
        assert!(for_each(audience) >= 4, "{audience:?}: {}", for_each(audience));
    }
    let drills: BTreeSet<&str> = library()
        .all()
        .flat_map(|one| &one.tasks)
        .filter_map(|task| task.scene.as_ref())
        .map(|scene| scene.kind.code())
        .collect();
    assert_eq!(drills, BTreeSet::from(["approval", "call", "email", "sms"]));
}
