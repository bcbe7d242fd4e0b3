//! Signing in where something is wrong: nobody gets in, and everybody gets a way on.

use http::StatusCode;
use jiff::SignedDuration;
use realm::RealmKind;
use serde_json::json;

use crate::provider::{Provider, Wrong, aase, path_of};
use crate::world::{Page, World};

const PUBLIC: &str = "http://127.0.0.1:8080";

fn refused(page: &Page, status: StatusCode, title: &str) {
    assert_eq!(page.status, status, "{}", page.body);
    assert!(page.body.contains(title), "{title} in {}", page.body);
    assert!(page.body.contains("Log ind igen") && page.body.contains("70 10 00 00"), "{}", page.body);
    assert!(!page.set_cookies.iter().any(|cookie| cookie.starts_with("omtanke=")));
}

#[tokio::test]
async fn a_provider_that_does_wrong_signs_nobody_in() {
    for wrong in [
        Wrong::Nonce,
        Wrong::NoNonce,
        Wrong::Audience,
        Wrong::SecondAudience,
        Wrong::Issuer,
        Wrong::Unsigned,
        Wrong::SignedWithOurSecret,
        Wrong::SignedByAStranger,
        Wrong::ChangedAfterwards,
        Wrong::Expired,
        Wrong::FromTomorrow,
        Wrong::NobodyNamed,
        Wrong::NoToken,
        Wrong::NotJson,
        Wrong::RefusesTheCode,
    ] {
        let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
        let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
        provider.goes_wrong(wrong);
        let mut browser = app.browser();
        let page = provider.signs_in(&mut browser, "/log-ind/mitid?next=/find-hjaelp", aase()).await;
        refused(&page, StatusCode::FORBIDDEN, "Du er ikke logget ind");
        assert!(page.body.contains("/log-ind?next=%2Ffind-hjaelp"), "{wrong:?}: {}", page.body);
        let tx = world.realm.read().await.unwrap();
        let known = ::people::person_by_identity(&tx, "mitid", "aase-1").await.unwrap();
        assert!(known.is_none(), "{wrong:?} made a person");
        provider.goes_wrong(Wrong::Nothing);
        let page = provider.signs_in(&mut browser, "/log-ind/mitid", aase()).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "after {wrong:?} it can go right: {}", page.body);
    }
}

#[tokio::test]
async fn a_broker_that_does_not_answer_is_said_to_and_left_alone_for_a_moment() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    provider.goes_wrong(Wrong::Breaks);
    for _ in 0..3 {
        let page = app.browser().get("/log-ind/mitid").await;
        refused(&page, StatusCode::SERVICE_UNAVAILABLE, "Du kan ikke logge ind lige nu");
    }
    assert_eq!(provider.discovered(), 1);
}

#[tokio::test]
async fn an_answer_can_be_used_once() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    let sent = browser.get("/log-ind/mitid").await;
    let back = path_of(&provider.authorizes(&sent.location, aase()));
    assert_eq!(browser.get(&back).await.status, StatusCode::SEE_OTHER);
    let again = browser.get(&back).await;
    assert_eq!(again.status, StatusCode::BAD_REQUEST);
    assert!(again.body.contains("Det kan kun bruges én gang") && again.body.contains("Min side"));
    assert_eq!(browser.get("/min-side").await.status, StatusCode::OK, "the session stays");
    let stranger = app.browser().get(&back).await;
    refused(&stranger, StatusCode::BAD_REQUEST, "Det kan kun bruges én gang");
    refused(
        &app.browser().get("/log-ind/retur").await,
        StatusCode::BAD_REQUEST,
        "Det kan kun bruges én gang",
    );
}

#[tokio::test]
async fn an_answer_in_another_browser_signs_nobody_in_and_is_spent() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let (mut mine, mut yours) = (app.browser(), app.browser());
    let sent = mine.get("/log-ind/mitid").await;
    yours.get("/log-ind/mitid").await;
    let back = path_of(&provider.authorizes(&sent.location, aase()));
    refused(&yours.get(&back).await, StatusCode::BAD_REQUEST, "Du skiftede vindue");
    refused(&mine.get(&back).await, StatusCode::BAD_REQUEST, "Det kan kun bruges én gang");
}

#[tokio::test]
async fn whoever_takes_half_an_hour_begins_again() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    let sent = browser.get("/log-ind/mitid").await;
    let back = path_of(&provider.authorizes(&sent.location, aase()));
    world.realm.clock.advance(SignedDuration::from_mins(30));
    refused(&browser.get(&back).await, StatusCode::BAD_REQUEST, "Det tog for lang tid");
}

#[tokio::test]
async fn whoever_stops_at_the_broker_is_met_kindly() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    for (error, status, title) in [
        ("access_denied", StatusCode::FORBIDDEN, "Du stoppede, før du var færdig"),
        ("temporarily_unavailable", StatusCode::SERVICE_UNAVAILABLE, "Du kan ikke logge ind lige nu"),
        ("<script>", StatusCode::FORBIDDEN, "et svar, som vi ikke kan stole på"),
    ] {
        let mut browser = app.browser();
        let sent = browser.get("/log-ind/mitid").await;
        let state = crate::world::parameter(&sent.location, "state").unwrap();
        let query = serde_urlencoded::to_string([("state", state.as_str()), ("error", error)]).unwrap();
        refused(&browser.get(&format!("/log-ind/retur?{query}")).await, status, title);
    }
}

#[tokio::test]
async fn an_answer_from_another_issuer_is_not_redeemed() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    let sent = browser.get("/log-ind/mitid").await;
    let back = path_of(&provider.authorizes(&sent.location, aase()));
    let mixed_up = browser.get(&format!("{back}&iss=https%3A%2F%2Fevil.example")).await;
    refused(&mixed_up, StatusCode::FORBIDDEN, "Du er ikke logget ind");
}

#[tokio::test]
async fn a_weak_assurance_is_not_enough_where_the_settings_ask_for_more() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({"least_assurance": "substantial"}))], PUBLIC, None);
    for loa in [json!("Low"), json!(null), json!("https://data.gov.dk/concept/core/nsis/Low")] {
        let mut claims = aase();
        claims["loa"] = loa;
        let page = provider.signs_in(&mut app.browser(), "/log-ind/mitid", claims).await;
        refused(&page, StatusCode::FORBIDDEN, "Du skal vise sikrere, hvem du er");
    }
    let page = provider.signs_in(&mut app.browser(), "/log-ind/mitid", aase()).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn signing_in_leads_to_no_other_site() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    for next in ["//evil.example", "/%5Cevil.example", "https://evil.example", "/log-ud", "/%09/evil.example"]
    {
        let page =
            provider.signs_in(&mut app.browser(), &format!("/log-ind/mitid?next={next}"), aase()).await;
        assert_eq!(page.location, "/min-side", "{next}");
    }
}

#[tokio::test]
async fn a_broker_that_is_not_there_is_not_found_and_the_live_realm_has_no_simulated_one() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({"issuer": "{realm}/mitid"}))], PUBLIC, None);
    assert_eq!(app.browser().get("/log-ind/nemid").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.browser().get("/log-ind/mitid").await.status, StatusCode::NOT_FOUND);
    assert!(app.browser().get("/log-ind").await.body.contains("Du kan ikke logge ind lige nu"));
}

#[tokio::test]
async fn a_stop_that_is_none_is_not_found() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    assert_eq!(app.browser().get("/log-ind/stop/whatever").await.status, StatusCode::NOT_FOUND);
}
