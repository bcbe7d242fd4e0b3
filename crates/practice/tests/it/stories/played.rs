//! Every shipped story is played on a fresh sandbox and solved by its own operations: none asks for what cannot be reached, and none
//! is solved before anybody has done anything.

use std::collections::BTreeSet;
use std::sync::Arc;

use ::scenarios::{Audience, Goal, Name, Operation, Scenario, Standing};
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
async fn a_form_that_was_begun_is_a_draft_until_it_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let realm = realm(RealmKind::Sandbox, &folder, "sandbox.db").await;
    let scenario = library().get("folkepension").unwrap();
    play(&realm, scenario).await.unwrap();
    let cast = cast_of(&realm, scenario).await;
    let name = |text: &str| Name { text: text.to_owned(), line: 0 };
    let draft = Goal::Draft { form: name("folkepension"), by: name("aage") };
    let elsewhere = Goal::Draft { form: name("boligstoette"), by: name("aage") };
    assert!(!is_met(&realm, &cast, &draft).await.unwrap());
    let begin = Operation::BeginForm { form: name("folkepension"), by: name("aage"), whose: None };
    act(&realm, &cast, &begin).await.unwrap();
    assert!(is_met(&realm, &cast, &draft).await.unwrap());
    assert!(!is_met(&realm, &cast, &elsewhere).await.unwrap());
    let apply = Operation::Apply { form: name("folkepension"), by: name("aage"), whose: None };
    act(&realm, &cast, &apply).await.unwrap();
    assert!(!is_met(&realm, &cast, &draft).await.unwrap());
}

#[tokio::test]
async fn a_live_realm_takes_no_story() {
    let folder = tempfile::tempdir().unwrap();
    let realm = realm(RealmKind::Live, &folder, "live.db").await;
    let scenario = library().all().next().unwrap();
    assert!(matches!(play(&realm, scenario).await, Err(PlayError::LiveRealm)));
    assert!(people::organisations(&realm.read().await.unwrap()).await.unwrap().is_empty());
}

/// Whether a story is about something.
type IsAbout = fn(&Scenario) -> bool;

/// What can be practised, by how a story shows that it is about it.
fn themes() -> Vec<(&'static str, IsAbout)> {
    fn goal(scenario: &Scenario, fits: fn(&Goal) -> bool) -> bool {
        scenario.tasks.iter().flat_map(|task| &task.goal).any(fits)
    }
    fn stands(goal: &Goal, wanted: Standing) -> bool {
        matches!(goal, Goal::Mandate { is, .. } if *is == wanted)
    }
    fn audited(goal: &Goal, wanted: &str) -> bool {
        matches!(goal, Goal::Audit { action, .. } if action.as_str() == wanted)
    }
    vec![
        ("read", |one| goal(one, |goal| matches!(goal, Goal::Opened { by: None, .. }))),
        ("attachment", |one| one.letters.values().any(|letter| !letter.files.is_empty())),
        ("reply", |one| goal(one, |goal| matches!(goal, Goal::Replied { .. }))),
        ("make a folder", |one| goal(one, |goal| matches!(goal, Goal::Folder { .. }))),
        ("move", |one| goal(one, |goal| matches!(goal, Goal::InFolder { .. }))),
        ("find an old letter", |one| one.letters.values().any(|letter| letter.days_ago > 300)),
        ("forward", |one| goal(one, |goal| matches!(goal, Goal::Forwarded { .. }))),
        ("read access to chosen folders", |one| {
            goal(one, |goal| matches!(goal, Goal::Mandate { folders: Some(_), .. }))
        }),
        ("read access to all", |one| {
            goal(one, |goal| matches!(goal, Goal::Mandate { everything: Some(true), .. }))
        }),
        ("who looked", |one| {
            let start = |path: &Name| path.as_str() == "/fuldmagt/hvem-kiggede";
            one.tasks.iter().any(|task| task.start.as_ref().is_some_and(start))
        }),
        ("NemSMS", |one| goal(one, |goal| matches!(goal, Goal::Texts { .. }))),
        ("give a mandate", |one| goal(one, |goal| stands(goal, Standing::Active))),
        ("ask for a mandate", |one| goal(one, |goal| stands(goal, Standing::Requested))),
        ("approve a mandate", |one| {
            let answers = |operation: &Operation| matches!(operation, Operation::Answer { yes: true, .. });
            one.tasks.iter().flat_map(|task| &task.solution).any(answers)
        }),
        ("a mandate on paper", |one| goal(one, |goal| stands(goal, Standing::OnPaper))),
        ("withdraw a mandate", |one| goal(one, |goal| stands(goal, Standing::Withdrawn))),
        ("exemption", |one| goal(one, |goal| matches!(goal, Goal::Exempt { .. }))),
        ("help somebody", |one| goal(one, |goal| matches!(goal, Goal::Opened { by: Some(_), .. }))),
        ("apply for something", |one| goal(one, |goal| matches!(goal, Goal::Applied { .. }))),
        ("report for a company", |one| goal(one, |goal| matches!(goal, Goal::Reported { by: Some(_), .. }))),
        ("MitID: app", |one| goal(one, |goal| audited(goal, "mitid.approve_in_app"))),
        ("MitID: wrong code", |one| goal(one, |goal| audited(goal, "mitid.wrong_code"))),
        ("MitID: forgotten user name", |one| goal(one, |goal| audited(goal, "mitid.recover_name"))),
        ("MitID: lock", |one| goal(one, |goal| audited(goal, "mitid.lock"))),
        ("MitID: new telephone", |one| goal(one, |goal| audited(goal, "mitid.activate_app"))),
        ("MitID: expired document", |one| goal(one, |goal| audited(goal, "mitid.expired_document"))),
    ]
}

#[test]
fn there_is_a_story_for_everything_that_can_be_practised() {
    for (theme, is_about) in themes() {
        assert!(library().all().any(is_about), "no story is about this: {theme}");
    }
    let with_quiz = library().all().filter(|one| !one.quiz.is_empty()).count();
    assert!(with_quiz >= 5, "{with_quiz}");
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
