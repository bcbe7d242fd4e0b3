//! Confirmations, and the coordinator's list of what has grown stale.

use http::StatusCode;
use jiff::SignedDuration;

use crate::world::{World, version};

#[tokio::test]
async fn bo_confirms_and_the_examples_stay_examples() {
    let world = World::new().await;
    let page = world.get(&world.bo, &world.path("")).await;
    assert!(page.body.contains("Ingen har bekræftet oplysningerne i et halvt år"), "{}", page.body);
    let marked = page.body.split("mærket som eksempel").nth(1).unwrap();
    assert!(marked.contains("<li>Telefon</li>") && marked.contains("<li>Åbningstider</li>"), "{marked}");
    let seen = version(&page.body);
    let reply = world.post(&world.bo, &world.path("/confirmation"), &[("version", &seen)]).await;
    assert_eq!((reply.status, reply.location), (StatusCode::SEE_OTHER, world.path("?saved=1")));
    let now = world.now(world.library).await;
    assert_eq!(now["assured"], serde_json::json!({ "date": "2026-03-02", "by": "Bo Lind" }));
    assert_eq!(now["examples"], serde_json::json!(["phone", "hours", "services"]));
    assert_eq!(world.history(world.library).await[0].action, "help_point.confirm");
    let page = world.get(&world.bo, &world.path("")).await;
    assert!(page.body.contains("Bekræftet mandag 2. marts 2026 af Bo Lind"), "{}", page.body);
}

#[tokio::test]
async fn whoever_vouches_for_the_examples_takes_their_marks_off() {
    let world = World::new().await;
    let sent = [("version", "1"), ("examples", "yes")];
    world.post(&world.bo, &world.path("/confirmation"), &sent).await;
    let now = world.now(world.library).await;
    assert_eq!(now["examples"], serde_json::json!([]));
    assert_eq!(now["source"], "Vejle Bibliotekerne; test");
    let page = world.get(&world.bo, &world.path("")).await;
    assert!(!page.body.contains("name=\"examples\""));
}

#[tokio::test]
async fn dina_sees_what_has_grown_stale_and_confirms_after_a_call() {
    let world = World::new().await;
    let list = world.get(&world.dina, "/staff/help-points/stale").await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(
        list.body.contains("Vejle Bibliotek") && !list.body.contains("Kolding Bibliotek"),
        "{}",
        list.body
    );
    assert!(list.body.contains("Der er ét sted.") && list.body.contains("tel:+4512345678"));
    let sent = [("version", "1"), ("from", "stale")];
    let reply = world.post(&world.dina, &world.path("/confirmation"), &sent).await;
    assert_eq!(
        (reply.status, reply.location.as_str()),
        (StatusCode::SEE_OTHER, "/staff/help-points/stale?saved=1")
    );
    let list = world.get(&world.dina, "/staff/help-points/stale?saved=1").await;
    assert!(list.body.contains("Alle steder er bekræftet.") && list.body.contains("Det er gemt."));

    // Kolding was confirmed on 2 February: fresh to 2 August, and stale after it.
    world.realm.clock.advance(SignedDuration::from_hours(24 * 153));
    let dina = world.signed_in_anew(&world.dina).await;
    let list = world.get(&dina, "/staff/help-points/stale").await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(!list.body.contains("Kolding Bibliotek"), "2 August");
    world.realm.clock.advance(SignedDuration::from_hours(24));
    let dina = world.signed_in_anew(&dina).await;
    let list = world.get(&dina, "/staff/help-points/stale").await;
    assert!(
        list.body.contains("Kolding Bibliotek") && list.body.contains("Bekræftet 2. feb. 2026"),
        "3 August"
    );
    assert!(!list.body.contains(&world.library.to_string()), "Vejle was confirmed in March");
}

#[tokio::test]
async fn a_coordinator_confirms_elsewhere_and_edits_only_at_home() {
    let world = World::new().await;
    let page = world.get(&world.dina, &world.path("")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("/details\""), "she is shown no way to edit");
    assert_eq!(world.get(&world.dina, &world.path("/details")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(world.get(&world.bo, "/staff/help-points/stale").await.status, StatusCode::FORBIDDEN);
    let elsewhere = format!("/staff/help-points/{}/confirmation", world.other_library);
    assert_eq!(world.post(&world.bo, &elsewhere, &[("version", "1")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        world.refusals(world.kolding).await[0].reason,
        "help_point.confirm: a role allows this, but not here"
    );
}
