//! Signing in where the broker tells the CPR number.

use std::io::Write;
use std::sync::{Arc, Mutex};

use ::people::cpr::{keep, masked};
use ::people::{Broker, identities_of, person, person_by_identity};
use basics::Id;
use http::StatusCode;
use jiff::civil::date;
use realm::{PersonTag, RealmKind};
use serde_json::{Value, json};
use tracing_subscriber::fmt::MakeWriter;

use crate::cpr::{cpr, found, somebody};
use crate::provider::{Provider, path_of};
use crate::world::{NEWEST_KEYS, World, keys, on_both};

on_both!(
    aase_is_the_same_person_at_two_brokers,
    aase_comes_by_two_brokers_at_the_same_moment_and_is_one_person,
    whoever_is_known_by_number_is_let_in_where_nobody_else_is,
    a_number_that_does_not_fit_is_not_kept_and_keeps_nobody_out,
);

const PUBLIC: &str = "https://hjaelp.example";

fn aase(subject: &str) -> Value {
    json!({"sub": subject, "name": "Aase Holm", "loa": "Substantial", "cpr": "620344-0016"})
}

fn brokers(provider: &Provider) -> Vec<Broker> {
    ["mitid", "other"].map(|key| provider.broker(&json!({ "key": key }))).into()
}

async fn known(world: &World, broker: &str, subject: &str) -> Option<Id<PersonTag>> {
    let tx = world.realm.read().await.unwrap();
    person_by_identity(&tx, broker, subject).await.unwrap().map(|person| person.id)
}

async fn aase_is_the_same_person_at_two_brokers(world: World) {
    let provider = Provider::start().await;
    let app = world.app(brokers(&provider), PUBLIC, None);
    provider.signs_in(&mut app.browser(), "/log-ind/mitid", aase("m-1")).await;
    let page = provider.signs_in(&mut app.browser(), "/log-ind/other", aase("o-1")).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.body);
    let id = known(&world, "mitid", "m-1").await.unwrap();
    assert_eq!(known(&world, "other", "o-1").await, Some(id));
    let tx = world.realm.read().await.unwrap();
    assert_eq!(identities_of(&tx, id).await.unwrap().len(), 2);
    assert_eq!(masked(&tx, &world.realm.vault, id).await.unwrap().unwrap(), "620344-••••");
    let born = person(&tx, id).await.unwrap().unwrap().birth_date;
    assert_eq!(born, Some(date(1944, 3, 2)), "the broker gave no date of birth, but the number does");
    let log = realm::concerning(&tx, id, 20).await.unwrap();
    let mut did: Vec<_> = log.iter().map(|record| record.action.as_str()).collect();
    did.reverse();
    let expected = ["person.create", "cpr.keep", "identity.link", "session.start"];
    assert_eq!(did[..4], expected);
    assert_eq!(did[4..], ["identity.link", "session.start"]);
}

async fn aase_comes_by_two_brokers_at_the_same_moment_and_is_one_person(world: World) {
    let provider = Provider::start().await;
    let app = world.app(brokers(&provider), PUBLIC, None);
    for round in 0..5 {
        let mut claims = aase(&format!("a-{round}"));
        claims["cpr"] = json!(format!("620344-010{round}"));
        let (mut one, mut two) = (app.browser(), app.browser());
        let first = one.get("/log-ind/mitid").await;
        let second = two.get("/log-ind/other").await;
        let first = path_of(&provider.authorizes(&first.location, claims.clone()));
        let second = path_of(&provider.authorizes(&second.location, claims));
        let (first, second) = tokio::join!(one.get(&first), two.get(&second));
        assert_eq!((first.location.as_str(), second.location.as_str()), ("/min-side", "/min-side"));
        let by_mitid = known(&world, "mitid", &format!("a-{round}")).await;
        assert!(by_mitid.is_some());
        assert_eq!(by_mitid, known(&world, "other", &format!("a-{round}")).await);
    }
}

async fn whoever_is_known_by_number_is_let_in_where_nobody_else_is(world: World) {
    let provider = Provider::start().await;
    let staff = provider.broker(&json!({"key": "staff", "create_unknown": false}));
    let app = world.app(vec![staff], PUBLIC, None);
    let page = provider.signs_in(&mut app.browser(), "/log-ind/staff", aase("s-1")).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert_eq!(found(&world.realm, "620344-0016").await, None);

    let mut work = world.work().await;
    let id = somebody(&mut work, "Aase Holm").await;
    keep(&mut work, id, &cpr("620344-0016")).await.unwrap();
    work.commit().await.unwrap();
    let page = provider.signs_in(&mut app.browser(), "/log-ind/staff", aase("s-1")).await;
    assert_eq!(page.location, "/min-side", "{}", page.body);
    assert_eq!(known(&world, "staff", "s-1").await, Some(id));
}

async fn a_number_that_does_not_fit_is_not_kept_and_keeps_nobody_out(world: World) {
    let provider = Provider::start().await;
    let app = world.app(brokers(&provider), PUBLIC, None);
    let mut without = aase("m-1");
    without["cpr"] = Value::Null;
    provider.signs_in(&mut app.browser(), "/log-ind/mitid", without).await;
    let id = known(&world, "mitid", "m-1").await.unwrap();
    assert_eq!(found(&world.realm, "620344-0016").await, None);
    // The number comes later.
    provider.signs_in(&mut app.browser(), "/log-ind/mitid", aase("m-1")).await;
    assert_eq!(found(&world.realm, "620344-0016").await, Some(id));

    let mut changed = aase("m-1");
    changed["cpr"] = json!("620344-0018");
    let mut bo = aase("m-2");
    bo["cpr"] = json!("740985-0107");
    provider.signs_in(&mut app.browser(), "/log-ind/mitid", bo).await;
    let bo = known(&world, "mitid", "m-2").await.unwrap();
    for (subject, claims, who) in [("m-1", changed, id), ("m-2", aase("m-2"), bo)] {
        let mut browser = app.browser();
        let page = provider.signs_in(&mut browser, "/log-ind/mitid", claims).await;
        assert_eq!(page.location, "/min-side", "{}", page.body);
        assert_eq!(known(&world, "mitid", subject).await, Some(who));
        let mine = browser.get("/min-side").await;
        assert!(mine.body.contains("Et CPR-nummer blev ikke gemt"), "{}", mine.body);
        assert!(mine.body.contains("Det passer ikke med det, vi ved i forvejen"), "{}", mine.body);
    }
    assert_eq!(found(&world.realm, "620344-0016").await, Some(id));
    assert_eq!(found(&world.realm, "620344-0018").await, None);
    assert_eq!(found(&world.realm, "740985-0107").await, Some(bo));
}

#[tokio::test]
async fn a_weak_sign_in_neither_keeps_a_number_nor_becomes_whoever_has_it() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(brokers(&provider), PUBLIC, None);
    let weak = |subject: &str| {
        let mut claims = aase(subject);
        claims["loa"] = json!("Low");
        claims
    };
    provider.signs_in(&mut app.browser(), "/log-ind/mitid", weak("m-1")).await;
    assert_eq!(found(&world.realm, "620344-0016").await, None);
    provider.signs_in(&mut app.browser(), "/log-ind/mitid", aase("m-2")).await;
    provider.signs_in(&mut app.browser(), "/log-ind/other", weak("o-1")).await;
    let aase = known(&world, "mitid", "m-2").await.unwrap();
    assert_eq!(found(&world.realm, "620344-0016").await, Some(aase));
    assert_ne!(known(&world, "other", "o-1").await, Some(aase));
}

#[tokio::test]
async fn a_claim_that_is_no_cpr_number_is_refused_without_repeating_it() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(brokers(&provider), PUBLIC, None);
    for wrong in
        [json!("620344-001"), json!("629944-0016"), json!(6203440016_u64), json!({"nr": "620344-0016"})]
    {
        let mut claims = aase("m-1");
        claims["cpr"] = wrong;
        let mut browser = app.browser();
        let sent = browser.get("/log-ind/mitid").await;
        let back = path_of(&provider.authorizes(&sent.location, claims));
        let page = browser.get(&back).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(page.body.contains("Vi kan ikke læse dit CPR-nummer"), "{}", page.body);
        assert!(page.body.contains("Log ind igen") && page.body.contains("70 10 00 00"));
        assert!(!page.body.contains("620344") && !page.body.contains("629944"), "{}", page.body);
        assert_eq!(known(&world, "mitid", "m-1").await, None);
    }
}

#[tokio::test]
async fn a_broker_that_calls_aase_by_her_number_signs_nobody_in() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(brokers(&provider), PUBLIC, None);
    let page = provider.signs_in(&mut app.browser(), "/log-ind/mitid", aase("6203440016")).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.body.contains("Du er ikke logget ind"), "{}", page.body);
    assert_eq!(known(&world, "mitid", "6203440016").await, None);
}

#[tokio::test]
async fn the_name_of_the_claim_is_a_setting() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let broker = provider.broker(&json!({"claims": {"cpr": "borger.cpr"}}));
    let app = world.app(vec![broker], PUBLIC, None);
    let claims = json!({"sub": "m-1", "name": "Aase Holm", "loa": "High", "borger": {"cpr": "6203440016"}});
    provider.signs_in(&mut app.browser(), "/log-ind/mitid", claims).await;
    assert_eq!(found(&world.realm, "620344-0016").await, known(&world, "mitid", "m-1").await);
}

#[tokio::test]
async fn a_lost_key_keeps_nobody_out() {
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(brokers(&provider), PUBLIC, None);
    provider.signs_in(&mut app.browser(), "/log-ind/mitid", aase("m-1")).await;
    world.realm.vault.replace_with(&keys(NEWEST_KEYS));
    let mut browser = app.browser();
    let page = provider.signs_in(&mut browser, "/log-ind/mitid", aase("m-1")).await;
    assert_eq!(page.location, "/min-side", "{}", page.body);
    let mine = browser.get("/min-side").await;
    assert_eq!(mine.status, StatusCode::OK);
    assert!(mine.body.contains("Vi kan ikke vise nummeret lige nu"), "{}", mine.body);
    assert!(!mine.body.contains("Vis hele nummeret"));
}

/// What the program writes to its log.
#[derive(Debug, Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn no_file_of_the_database_no_log_line_and_no_address_holds_the_number() {
    let log = Log::default();
    let all = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(log.clone());
    let _listening = tracing::subscriber::set_default(all.finish());
    let (world, provider) = (World::new(RealmKind::Live).await, Provider::start().await);
    let app = world.app(brokers(&provider), PUBLIC, None);

    let mut browser = app.browser();
    let arrived = provider.signs_in(&mut browser, "/log-ind/mitid", aase("m-1")).await;
    let shown = browser.post("/min-side/cpr").await;
    assert!(shown.body.contains("620344-0016"), "it is shown: {}", shown.body);
    let file = browser.get("/min-side/mine-oplysninger.json").await;
    let mut other = aase("m-1");
    other["cpr"] = json!("620344-0018");
    provider.signs_in(&mut browser, "/log-ind/mitid", other).await;
    let mut wrong = aase("m-2");
    wrong["cpr"] = json!("620344-00199");
    provider.signs_in(&mut browser, "/log-ind/mitid", wrong).await;

    let file_of_log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(file_of_log.contains("the broker gives a cpr number that is not kept"), "the log is listened to");
    assert!(file_of_log.contains("what the broker gives as a cpr number is none"));
    let on_disk = world.bytes_on_disk();
    let holds = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(holds(&on_disk, "Aase Holm"), "the database is read as it lies on the disk");
    for number in ["6203440016", "620344-0016", "6203440018", "620344-0018", "620344-00199", "62034400199"] {
        assert!(!holds(&on_disk, number), "{number} on the disk");
        assert!(!file_of_log.contains(number), "{number} in the log");
        assert!(!file.body.contains(number), "{number} in the file to take along");
        assert!(!arrived.location.contains(number) && !shown.location.contains(number));
    }
    assert!(!holds(&on_disk, "620344"), "not even half of it");
}
