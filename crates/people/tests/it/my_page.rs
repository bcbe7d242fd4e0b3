//! The person's own page.

use http::StatusCode;
use realm::RealmKind;
use serde_json::{Value, json};

use crate::provider::{Provider, aase};
use crate::world::World;

const PUBLIC: &str = "https://hjaelp.example";

#[tokio::test]
async fn my_page_tells_who_i_am_where_i_am_signed_in_and_what_has_happened() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let (mut here, mut there) = (app.browser(), app.browser());
    provider.signs_in(&mut here, "/log-ind/mitid", aase()).await;
    provider.signs_in(&mut there, "/log-ind/mitid", aase()).await;
    crate::people::make_librarian(&world, "aase-1").await;

    let page = here.get("/min-side").await;
    assert_eq!(page.status, StatusCode::OK);
    for expected in [
        "Aase Holm",
        "Vejle Bibliotek",
        "Bibliotekar, fra 1. jan. 2026",
        "2. mar. 2026 kl. 09.00",
        "Loggede ind",
        "En rolle blev givet",
        "class=\"tag\">Her<",
    ] {
        assert!(page.body.contains(expected), "{expected} in {}", page.body);
    }
    assert_eq!(page.body.matches("class=\"tag\">Her<").count(), 1);

    let english = here.get("/min-side?lang=en").await;
    assert!(english.body.contains("What we know about you") && english.body.contains("A role was given"));
}

#[tokio::test]
async fn i_can_take_all_that_is_known_of_me_along() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    provider.signs_in(&mut browser, "/log-ind/mitid", aase()).await;
    crate::people::make_librarian(&world, "aase-1").await;
    let page = browser.get("/min-side/mine-oplysninger.json").await;
    let all: Value = serde_json::from_str(&page.body).unwrap();
    assert_eq!(all["person"]["name"], "Aase Holm");
    assert_eq!(all["identities"][0]["subject"], "aase-1");
    assert_eq!(all["memberships"][0]["organisation_name"], "Vejle Bibliotek");
    assert_eq!(all["memberships"][0]["role"], "librarian");
    assert_eq!(all["sessions"].as_array().unwrap().len(), 1);
    assert_eq!(all["audit"][0]["action"], "membership.add");
    assert_eq!(all["audit_is_complete"], true);
    let secret = &browser.cookies["__Host-omtanke"];
    assert!(!page.body.contains(secret.as_str()) && !page.body.contains("secret"));
}

#[tokio::test]
async fn signing_out_everywhere_reaches_the_browser_i_forgot() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let (mut here, mut forgotten) = (app.browser(), app.browser());
    provider.signs_in(&mut here, "/log-ind/mitid", aase()).await;
    provider.signs_in(&mut forgotten, "/log-ind/mitid", aase()).await;
    let page = here.post("/min-side/log-ud-alle").await;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/log-ind?out=1"));
    assert!(here.get("/log-ind?out=1").await.body.contains("Du er logget ud"));
    assert_eq!(forgotten.get("/min-side").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_not_only_the_cookie() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    provider.signs_in(&mut browser, "/log-ind/mitid", aase()).await;
    let mut copied = browser.clone();
    browser.post("/log-ud").await;
    assert!(!browser.cookies.contains_key("__Host-omtanke"));
    assert_eq!(copied.get("/min-side").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(browser.post("/log-ud").await.status, StatusCode::SEE_OTHER, "once more does no harm");
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_asked_to_and_comes_back() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    for page in ["/min-side", "/min-side/mine-oplysninger.json"] {
        let page = app.browser().get(page).await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED);
        assert!(page.body.contains("/log-ind?next=%2Fmin-side"), "{}", page.body);
    }
    assert_eq!(app.browser().post("/min-side/log-ud-alle").await.status, StatusCode::UNAUTHORIZED);
}
