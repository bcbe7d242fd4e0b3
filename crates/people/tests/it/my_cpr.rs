//! The CPR number on the person's own page.

use ::people::person_by_identity;
use http::StatusCode;
use realm::RealmKind;
use serde_json::{Value, json};

use crate::provider::{Provider, aase};
use crate::world::World;

const PUBLIC: &str = "https://hjaelp.example";

fn with_number() -> Value {
    let mut claims = aase();
    claims["cpr"] = json!("910140-0016");
    claims
}

#[tokio::test]
async fn the_number_is_masked_until_i_ask_and_masked_again_afterwards() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    provider.signs_in(&mut browser, "/log-ind/mitid", with_number()).await;

    let before = browser.get("/min-side").await;
    assert!(before.body.contains("910140-••••") && !before.body.contains("910140-0016"), "{}", before.body);
    assert!(before.body.contains("method=\"post\" action=\"/min-side/cpr#cpr\""), "{}", before.body);
    assert!(before.body.contains("Vis hele nummeret"));
    assert!(!before.body.contains("Hele CPR-nummeret blev vist"));

    let shown = browser.post("/min-side/cpr").await;
    assert_eq!((shown.status, shown.location.as_str()), (StatusCode::OK, ""));
    assert!(shown.cache_control.contains("no-store"), "{}", shown.cache_control);
    assert!(shown.body.contains("910140-0016"), "{}", shown.body);
    assert!(shown.body.contains("Skjul nummeret igen") && !shown.body.contains("Vis hele nummeret"));
    assert!(shown.body.contains("Hele CPR-nummeret blev vist"), "the log on the same page: {}", shown.body);
    assert!(shown.body.contains("Du bad om at se det"));
    assert!(!shown.body.contains("/min-side/cpr"), "no link leads to the form: {}", shown.body);

    let after = browser.get("/min-side").await;
    assert!(!after.body.contains("910140-0016") && after.body.contains("910140-••••"));
    assert!(after.body.contains("Hele CPR-nummeret blev vist"));
    let english = browser.get("/min-side?lang=en").await;
    assert!(english.body.contains("The whole CPR number was shown"), "{}", english.body);
}

#[tokio::test]
async fn every_look_is_a_record_and_none_holds_the_number() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    provider.signs_in(&mut browser, "/log-ind/mitid", with_number()).await;
    for _ in 0..3 {
        browser.post("/min-side/cpr").await;
    }
    let tx = world.realm.read().await.unwrap();
    let me = person_by_identity(&tx, "mitid", "aase-1").await.unwrap().unwrap().id;
    let log = realm::newest(&tx, 100).await.unwrap();
    let looks: Vec<_> = log.iter().filter(|record| record.action == "cpr.reveal").collect();
    assert_eq!(looks.len(), 3);
    assert!(looks.iter().all(|look| look.concerns == Some(me) && look.actor == Some(me)));
    assert!(!serde_json::to_string(&log).unwrap().contains("910140"));
}

#[tokio::test]
async fn whoever_is_not_signed_in_sees_nothing_and_comes_back_to_the_page() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    provider.signs_in(&mut browser, "/log-ind/mitid", with_number()).await;
    assert_eq!(app.browser().post("/min-side/cpr").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(browser.get("/min-side/cpr").await.location, "/min-side#cpr");
    let log = realm::newest(&world.realm.read().await.unwrap(), 100).await.unwrap();
    assert!(log.iter().all(|record| record.action != "cpr.reveal"));
}

#[tokio::test]
async fn whoever_has_no_number_here_is_shown_none_and_asked_nothing() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    provider.signs_in(&mut browser, "/log-ind/mitid", aase()).await;
    for page in [browser.get("/min-side").await, browser.post("/min-side/cpr").await] {
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.body.contains("CPR"), "{}", page.body);
    }
    let all = browser.get("/min-side/mine-oplysninger.json").await.body;
    assert_eq!(serde_json::from_str::<Value>(&all).unwrap()["cpr"], Value::Null);
}

#[tokio::test]
async fn the_file_i_take_along_has_the_number_masked() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    provider.signs_in(&mut browser, "/log-ind/mitid", with_number()).await;
    let all = browser.get("/min-side/mine-oplysninger.json").await.body;
    assert_eq!(serde_json::from_str::<Value>(&all).unwrap()["cpr"], "910140-••••");
    assert!(!all.contains("0016"), "{all}");
}
