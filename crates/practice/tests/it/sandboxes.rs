//! Keeping sandboxes: how many, for how long, and what becomes of them when the program ends, is upgraded, or finds no room.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use courier::{Gateway as _, Text};
use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use jiff::civil::date;
use jobs::Jobs;
use people::NewPerson;
use practice::mitid;
use practice::sandbox::{
    Bounds, Key, NotOpened, Sandboxes, Start, Telephone, WorldError, Worlds, telephone_messages,
};
use realm::{Actor, Chance, Clock, Realm, RealmKeeper as _, RealmKind, Via};
use store::{Store, params};

/// A world with one citizen.
struct Village {
    schema: AtomicI64,
    /// Whether it cannot be built just now.
    burnt: AtomicBool,
}

impl Village {
    fn new() -> Arc<Self> {
        Arc::new(Self { schema: AtomicI64::new(16), burnt: AtomicBool::new(false) })
    }
}

impl Worlds for Village {
    fn schema(&self) -> i64 {
        self.schema.load(Ordering::Relaxed)
    }

    fn standard(&self) -> &'static str {
        "village"
    }

    fn has(&self, world: &str) -> bool {
        world == "village"
    }

    fn build<'a>(&'a self, _: &'a str, realm: &'a Arc<Realm>) -> BoxFuture<'a, Result<Start, WorldError>> {
        Box::pin(async move {
            if self.burnt.load(Ordering::Relaxed) {
                return Err(WorldError("burnt down".to_owned()));
            }
            schema::MIGRATIONS.run(&realm.store, realm.now()).await.unwrap();
            let mut work = realm.work(Actor::program("test", Via::Program)).await.unwrap();
            mitid::add_user(&mut work, "aase", "aase-1", "Aase Holm", date(1944, 3, 2)).await.unwrap();
            let aase = NewPerson { name: "Aase Holm".to_owned(), birth_date: None };
            let aase = people::create_person(&mut work, aase).await.unwrap();
            people::link_identity(&mut work, mitid::BROKER, "aase-1", aase.id).await.unwrap();
            mitid::rotate_key(&mut work).await.unwrap();
            work.commit().await.unwrap();
            Ok(Start { user_name: Some("aase".to_owned()), path: "/post".to_owned() })
        })
    }

    fn jobs(&self, _: Telephone) -> Jobs {
        Jobs::new()
    }
}

async fn house(folder: &Path) -> Arc<Realm> {
    let store = Store::open(&format!("sqlite:{}", folder.join("house.db").display())).await.unwrap();
    let clock = Clock::standing_at("2026-11-24T09:30:00Z".parse().unwrap());
    schema::MIGRATIONS.run(&store, clock.now()).await.unwrap();
    let keys = vault::Keyring::single([7; 32]);
    Arc::new(Realm::new(RealmKind::Live, "", store, clock, Chance::System).with_keys(keys))
}

const SMALL: Bounds = Bounds {
    most: 5,
    most_open: 3,
    most_bytes: 2 << 20,
    spare_disk: 0,
    life: SignedDuration::from_hours(24),
    idle: SignedDuration::from_mins(10),
};

fn sandboxes(folder: &Path, house: &Arc<Realm>, village: &Arc<Village>) -> Sandboxes {
    Sandboxes::in_folder(folder.join("practice"), house.clone(), village.clone(), SMALL).unwrap()
}

async fn open(sandboxes: &Sandboxes) -> (Key, Arc<Realm>) {
    let opened = sandboxes.open(None).await.unwrap();
    let key = opened.realm.prefix.strip_prefix("/oev/").unwrap().parse().unwrap();
    (key, opened.realm)
}

/// Leaves a trace in a sandbox.
async fn ring(realm: &Arc<Realm>, body: &str) {
    let text = Text { to: "+4520123456".to_owned(), body: body.to_owned(), reference: body.to_owned() };
    Telephone::of(realm).send(&text).await.unwrap();
}

async fn on_the_telephone(realm: &Realm) -> Vec<String> {
    let messages = telephone_messages(realm).await.unwrap();
    messages.into_iter().map(|message| message.body).collect()
}

#[tokio::test]
async fn what_is_done_in_one_is_there_in_it_and_in_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path()).await;
    let sandboxes = sandboxes(folder.path(), &house, &Village::new());
    let ((key, one), (_, other)) = (open(&sandboxes).await, open(&sandboxes).await);
    ring(&one, "to one").await;
    ring(&one, "to one").await;
    assert_eq!(on_the_telephone(&one).await, ["to one"], "what is sent twice comes once");
    assert_eq!(on_the_telephone(&other).await, Vec::<String>::new());
    assert!(Arc::ptr_eq(&sandboxes.realm(key.as_str()).await.unwrap(), &one));
    for nothing in ["", "..", "x", &key.as_str()[1..], &format!("{key}x")] {
        assert!(sandboxes.realm(nothing).await.is_none(), "{nothing}");
    }
    assert!(matches!(sandboxes.open(Some("atlantis")).await, Err(NotOpened::NoSuchWorld)));
}

#[tokio::test]
async fn every_sandbox_has_keys_of_its_own_and_reads_what_its_world_came_with() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path()).await;
    let sandboxes = sandboxes(folder.path(), &house, &Village::new());
    let ((_, one), (_, other)) = (open(&sandboxes).await, open(&sandboxes).await);
    let sealed = one.vault.seal("test", b"", b"secret", |nonce| nonce.fill(3));
    assert!(one.vault.open("test", b"", &sealed).is_ok());
    assert!(other.vault.open("test", b"", &sealed).is_err());
    assert!(house.vault.open("test", b"", &sealed).is_err());
    assert_eq!(one.vault.ids(), ["sandbox", "world"]);
    // The signing key that the world was built with is in none of them.
    row_count(&one, "practice_mitid_key", 0).await;
    row_count(&one, "practice_mitid_user", 1).await;
}

store::row! {
    struct Count { n: i64 }
}

async fn row_count(realm: &Realm, table: &str, expected: i64) {
    let sql = format!("select count(*) as n from {table}");
    let count: Option<Count> = realm.read().await.unwrap().optional(&sql, params![]).await.unwrap();
    assert_eq!(count.unwrap().n, expected, "{table}");
}

#[tokio::test]
async fn there_are_no_more_than_there_may_be_and_an_ended_one_makes_room() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path()).await;
    let sandboxes = sandboxes(folder.path(), &house, &Village::new());
    let mut keys = Vec::new();
    for _ in 0..SMALL.most {
        keys.push(open(&sandboxes).await.0);
    }
    assert!(matches!(sandboxes.open(None).await, Err(NotOpened::TooMany)));
    assert!(sandboxes.end(&keys[0]).await.unwrap());
    assert!(!sandboxes.end(&keys[0]).await.unwrap());
    assert!(sandboxes.realm(keys[0].as_str()).await.is_none());
    assert!(!folder.path().join("practice/sandboxes").join(keys[0].as_str()).exists());
    open(&sandboxes).await;
}

#[tokio::test]
async fn files_that_nobody_uses_are_closed_and_opened_again_with_all_that_is_in_them() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path()).await;
    let sandboxes = sandboxes(folder.path(), &house, &Village::new());
    let (first, realm) = open(&sandboxes).await;
    ring(&realm, "hello").await;
    drop(realm);
    let mut held = Vec::new();
    for _ in 1..SMALL.most {
        held.push(open(&sandboxes).await);
        house.clock.advance(SignedDuration::from_secs(1));
    }
    assert_eq!(sandboxes.count(), (5, 4), "the first was closed; who is in the others holds them");
    held.truncate(1);
    let again = sandboxes.realm(first.as_str()).await.unwrap();
    assert_eq!(on_the_telephone(&again).await, ["hello"]);
    drop((again, held));

    assert_eq!(sandboxes.sweep().await.closed, 0);
    house.clock.advance(SMALL.idle);
    let swept = sandboxes.sweep().await;
    assert!(swept.closed > 0 && swept.ended == 0, "{swept:?}");
    assert_eq!(sandboxes.count(), (5, 0));
    assert_eq!(on_the_telephone(&sandboxes.realm(first.as_str()).await.unwrap()).await, ["hello"]);
}

#[tokio::test]
async fn after_a_day_without_use_a_sandbox_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path()).await;
    let sandboxes = sandboxes(folder.path(), &house, &Village::new());
    let ((left, _), (used, _)) = (open(&sandboxes).await, open(&sandboxes).await);
    house.clock.advance(SignedDuration::from_hours(23));
    assert!(sandboxes.realm(used.as_str()).await.is_some());
    assert_eq!(sandboxes.sweep().await.ended, 0);
    house.clock.advance(SignedDuration::from_hours(1));
    assert_eq!(sandboxes.sweep().await.ended, 1);
    assert!(sandboxes.realm(left.as_str()).await.is_none());
    assert!(sandboxes.realm(used.as_str()).await.is_some());
    assert_eq!(std::fs::read_dir(folder.path().join("practice/sandboxes")).unwrap().count(), 1);
}

#[tokio::test]
async fn a_restart_finds_sandboxes_with_their_clocks_and_an_upgrade_ends_them() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path()).await;
    let village = Village::new();
    let before = sandboxes(folder.path(), &house, &village);
    let (key, realm) = open(&before).await;
    ring(&realm, "before").await;
    before.move_clock(&key, SignedDuration::from_hours(72)).await.unwrap();
    assert_eq!(realm.clock.ahead(), SignedDuration::from_hours(72));
    let sealed = realm.vault.seal("test", b"", b"secret", |nonce| nonce.fill(3));
    let refused = Sandboxes::in_folder(folder.path().join("practice"), house.clone(), village.clone(), SMALL);
    assert!(refused.is_err(), "the folder belongs to one program at a time");
    before.note_uses().await;
    drop((before, realm));

    let after = sandboxes(folder.path(), &house, &village);
    let realm = after.realm(key.as_str()).await.unwrap();
    assert_eq!(on_the_telephone(&realm).await, ["before"]);
    assert_eq!(realm.clock.ahead(), SignedDuration::from_hours(72));
    assert!(realm.vault.open("test", b"", &sealed).is_ok());
    drop((after, realm));

    village.schema.store(17, Ordering::Relaxed);
    let upgraded = sandboxes(folder.path(), &house, &village);
    assert!(upgraded.realm(key.as_str()).await.is_none());
    assert!(upgraded.ended_by_upgrade(&key));
    assert_eq!(std::fs::read_dir(folder.path().join("practice/sandboxes")).unwrap().count(), 0);
}

#[tokio::test]
async fn a_reset_leaves_nothing_and_the_key_stays() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path()).await;
    let sandboxes = sandboxes(folder.path(), &house, &Village::new());
    let (key, old) = open(&sandboxes).await;
    ring(&old, "before").await;
    sandboxes.move_clock(&key, SignedDuration::from_hours(72)).await.unwrap();
    for _ in 0..3 {
        let new = sandboxes.reset(&key).await.unwrap().realm;
        assert_eq!(on_the_telephone(&new).await, Vec::<String>::new());
        assert_eq!(new.clock.ahead(), SignedDuration::ZERO);
        ring(&new, "between").await;
    }
    assert_eq!(on_the_telephone(&old).await, ["before"], "who was under way ends in the old one");
    assert_eq!(sandboxes.count(), (1, 1));
    let files = std::fs::read_dir(folder.path().join("practice/sandboxes").join(key.as_str())).unwrap();
    let names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.iter().all(|name| name.starts_with("4.db") || name == "about.json"), "{names:?}");
}

#[tokio::test]
async fn a_disk_without_room_and_a_world_that_burnt_leave_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path()).await;
    let village = Village::new();
    village.burnt.store(true, Ordering::Relaxed);
    let bounds = Bounds { spare_disk: u64::MAX, ..SMALL };
    let full =
        Sandboxes::in_folder(folder.path().join("practice"), house.clone(), village.clone(), bounds).unwrap();
    assert!(matches!(full.open(None).await, Err(NotOpened::World(_))));
    village.burnt.store(false, Ordering::Relaxed);
    assert!(matches!(full.open(None).await, Err(NotOpened::NoRoom)), "and the world is built anew");
    assert_eq!(full.count(), (0, 0));
    assert_eq!(std::fs::read_dir(folder.path().join("practice/sandboxes")).unwrap().count(), 0);
}

#[tokio::test]
async fn a_sandbox_grows_no_larger_than_it_may() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path()).await;
    let sandboxes = sandboxes(folder.path(), &house, &Village::new());
    let (_, realm) = open(&sandboxes).await;
    let long = "x".repeat(3 << 20);
    let text = Text { to: "+4520123456".to_owned(), body: long, reference: "long".to_owned() };
    let refused = Telephone::of(&realm).send(&text).await.unwrap_err();
    assert!(refused.to_string().contains("full"), "{refused}");
    ring(&realm, "short").await;
    assert_eq!(on_the_telephone(&realm).await, ["short"]);
}
