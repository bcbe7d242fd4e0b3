//! Signing in as it should go.

use basics::Id;
use http::StatusCode;
use jiff::SignedDuration;
use realm::RealmKind;
use serde_json::json;

use crate::provider::{Provider, aase, path_of};
use crate::world::{World, parameter};

const PUBLIC: &str = "https://hjaelp.example";

#[tokio::test]
async fn aase_signs_in_and_comes_to_the_page_she_asked_for() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();

    let choose = browser.get("/log-ind?next=%2Ffind-hjaelp%3Fq%3DVejle").await;
    assert!(choose.body.contains("Log ind med MitID"));
    assert!(choose.body.contains("/log-ind/mitid?next=%2Ffind-hjaelp%3Fq%3DVejle"));
    let sent = browser.get("/log-ind/mitid?next=%2Ffind-hjaelp%3Fq%3DVejle").await;
    assert!(sent.location.starts_with(&provider.address));
    assert_eq!(parameter(&sent.location, "redirect_uri").unwrap(), "https://hjaelp.example/log-ind/retur");
    assert_eq!(parameter(&sent.location, "ui_locales").unwrap(), "da");

    let back = provider.authorizes(&sent.location, aase());
    let arrived = browser.get(&path_of(&back)).await;
    assert_eq!(arrived.status, StatusCode::SEE_OTHER, "{}", arrived.body);
    assert_eq!(arrived.location, "/find-hjaelp?q=Vejle");
    let cookie = arrived.set_cookies.iter().find(|cookie| cookie.starts_with("__Host-omtanke=")).unwrap();
    for part in ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }

    let mine = browser.get("/min-side").await;
    assert!(mine.body.contains("Aase Holm") && mine.body.contains("31. jan. 1940"), "{}", mine.body);
}

#[tokio::test]
async fn whoever_comes_again_is_the_same_person_with_a_new_secret() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    provider.signs_in(&mut browser, "/log-ind/mitid", aase()).await;
    let first = browser.clone();
    provider.signs_in(&mut browser, "/log-ind/mitid", aase()).await;
    let secret = |browser: &crate::world::Browser| browser.cookies["__Host-omtanke"].clone();
    assert_ne!(secret(&first), secret(&browser));
    assert_eq!(first.clone().get("/min-side").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(provider.discovered(), 1, "the broker is asked once what it is");

    let tx = world.realm.read().await.unwrap();
    let person = ::people::person_by_identity(&tx, "mitid", "aase-1").await.unwrap().unwrap();
    let log = realm::concerning(&tx, person.id, 100).await.unwrap();
    let mut did: Vec<_> = log.iter().map(|record| record.action.as_str()).collect();
    did.reverse();
    assert_eq!(did, ["person.create", "identity.link", "session.start", "session.end", "session.start"]);
    assert!(log.iter().all(|record| record.actor == Some(person.id) && record.actor_label == "Aase Holm"));
}

#[tokio::test]
async fn somebody_unknown_is_told_what_to_do_and_gets_in_once_known() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let staff =
        json!({"key": "staff", "name": {"da": "Vejle Kommune"}, "preset": "staff", "create_unknown": false});
    let app = world.app(vec![provider.broker(&staff)], PUBLIC, None);
    let mut browser = app.browser();
    let bo = json!({"sub": "bo@vejle", "name": "Bo Holm"});
    let page = provider.signs_in(&mut browser, "/log-ind/staff", bo.clone()).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(
        page.body.contains("Vi kender dig ikke endnu") && page.body.contains("bo@vejle"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("code="), "a code must not stand in a link: {}", page.body);
    assert!(!browser.cookies.contains_key("__Host-omtanke"));

    let mut work = world.work().await;
    let person = ::people::NewPerson { name: "Bo Holm".to_owned(), birth_date: None };
    let person = ::people::create_person(&mut work, person).await.unwrap();
    ::people::link_identity(&mut work, "staff", "bo@vejle", person.id).await.unwrap();
    work.commit().await.unwrap();
    let page = provider.signs_in(&mut browser, "/log-ind/staff", bo).await;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/min-side"));
}

#[tokio::test]
async fn a_rotated_key_is_fetched_once_and_an_unknown_one_does_not_flood_the_broker() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    provider.signs_in(&mut app.browser(), "/log-ind/mitid", aase()).await;
    assert_eq!(provider.keys_fetched(), 1);

    provider.rotates_to(2, true);
    let page = provider.signs_in(&mut app.browser(), "/log-ind/mitid", aase()).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    assert_eq!(provider.keys_fetched(), 2);

    provider.rotates_to(3, false);
    for _ in 0..3 {
        let page = provider.signs_in(&mut app.browser(), "/log-ind/mitid", aase()).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(provider.keys_fetched(), 2);
}

#[tokio::test]
async fn two_tabs_can_sign_in_at_once() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(vec![provider.broker(&json!({}))], PUBLIC, None);
    let mut browser = app.browser();
    let first = browser.get("/log-ind/mitid?next=/a").await;
    let second = browser.get("/log-ind/mitid?next=/b").await;
    for (sent, page) in [(second, "/b"), (first, "/a")] {
        let back = provider.authorizes(&sent.location, aase());
        assert_eq!(browser.get(&path_of(&back)).await.location, page);
    }
}

#[tokio::test]
async fn each_realm_has_its_own_issuer_cookies_and_people_and_is_reached_by_the_back_way() {
    let world = World::new(RealmKind::Demo).await;
    let sandbox = world.sandbox("/oev/a1").await;
    let provider = Provider::start_as("/oev/a1/mitid", Some("https://hjaelp.example/oev/a1/mitid")).await;
    let broker = provider.broker(&json!({"issuer": "{realm}/mitid"}));
    let app = world.app(vec![broker], PUBLIC, Some(&provider.address));
    let mut browser = app.browser();
    let sent = browser.get("/oev/a1/log-ind/mitid").await;
    assert!(sent.location.starts_with("https://hjaelp.example/oev/a1/mitid/authorize"), "{}", sent.location);
    let back = provider.authorizes(&sent.location, aase());
    assert!(back.starts_with("https://hjaelp.example/oev/a1/log-ind/retur?"));
    let arrived = browser.get(&path_of(&back)).await;
    assert_eq!(arrived.location, "/oev/a1/min-side", "{}", arrived.body);
    assert!(browser.cookies.contains_key("__Secure-omtanke-a1"));
    assert_eq!(browser.get("/oev/a1/min-side").await.status, StatusCode::OK);
    assert_eq!(browser.get("/min-side").await.status, StatusCode::UNAUTHORIZED);

    let known = async |realm: &realm::Realm| {
        let tx = realm.read().await.unwrap();
        ::people::person_by_identity(&tx, "mitid", "aase-1").await.unwrap().is_some()
    };
    assert!(known(&sandbox).await && !known(&world.realm).await);
}

#[tokio::test]
async fn a_quiet_session_ends_and_a_used_one_does_not() {
    let world = World::new(RealmKind::Live).await;
    let mut work = world.work().await;
    let person = ::people::NewPerson { name: "Aase Holm".to_owned(), birth_date: None };
    let person = ::people::create_person(&mut work, person).await.unwrap().id;
    let secret = ::people::session::start(&mut work, person, "mitid").await.unwrap();
    work.commit().await.unwrap();

    let find = async || {
        let tx = world.realm.read().await.unwrap();
        ::people::session::find(&tx, &secret, world.realm.now()).await.unwrap()
    };
    for _ in 0..3 {
        world.realm.clock.advance(SignedDuration::from_mins(50));
        let session = find().await.unwrap();
        assert!(session.is_due(world.realm.now()));
        let mut work = world.work().await;
        ::people::session::touch(&mut work, &session).await.unwrap();
        work.commit().await.unwrap();
        assert!(!find().await.unwrap().is_due(world.realm.now()));
    }
    world.realm.clock.advance(SignedDuration::from_mins(60));
    assert!(find().await.is_none());
    let tx = world.realm.read().await.unwrap();
    assert!(::people::session::find(&tx, "a guess", world.realm.now()).await.unwrap().is_none());
    let nobody = Id::from_uuid(uuid::Uuid::nil());
    assert!(::people::session::sessions_of(&tx, nobody, world.realm.now()).await.unwrap().is_empty());
}
