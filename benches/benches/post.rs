//! What the mailboxes carry: messages taken in a second, beside `xmllint` for reading them; and how long a holder waits for
//! their inbox, a full folder, a letter and a search, in a database with many others.
//!
//!     cargo xtask bench post [PEOPLE LETTERS]
//!     cargo xtask bench post memory [MEGABYTES]
//!     cargo xtask bench post boxes [MAILBOXES]
//!
//! Without numbers, 20,000 people and 40,000 letters; the first of them gets 5,000 letters and has opened all of them. `memory`
//! imports a batch of 2,000 MB, and `boxes` counts in a table of 5,000,000 mailboxes. On PostgreSQL where `OMTANKE_TEST_POSTGRES` names a cluster; its
//! durability is that of the cluster's settings. `xmllint` needs the schemas: in the folder that `MEMO_FIXTURES` names, or
//! beside the repository.
#![expect(clippy::unwrap_used, reason = "a measurement stops where something is wrong")]

#[path = "post/boxes.rs"]
mod boxes;
#[path = "post/memory.rs"]
mod memory;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use access::{Holder, ReadMail, allow_to_see};
use mailbox::letters::INBOX;
use mailbox::reading::{Shelf, letter, letters, mark_read, message_of};
use mailbox::search::find_letters;
use mailbox::{Mailbox, folders, mailbox_of};
use realm::{Actor, Chance, Clock, Realm, RealmKind, Via};
use store::Store;

/// How many messages reading is measured with.
const DOCUMENTS: u64 = 4_000;
/// How often they are read.
const ROUNDS: usize = 5;
/// How often somebody looks.
const LOOKS: u64 = 400;

#[tokio::main]
async fn main() {
    // Test runners start every bench to ask what tests it has.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let numbers: Vec<u64> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let asks_for = |what: &str| std::env::args().any(|argument| argument == what);
    let number = numbers.first().copied();
    if asks_for("memory") {
        memory::measure(number.unwrap_or(2_000)).await;
    } else if asks_for("boxes") {
        let number = i64::try_from(number.unwrap_or(5_000_000)).unwrap();
        on_each(async |engine, url| boxes::measure(engine, url, number).await).await;
    } else {
        let [people, letters] = numbers[..] else { return measure(20_000, 40_000).await };
        measure(people, letters).await;
    }
}

async fn measure(people: u64, letters: u64) {
    read_beside_xmllint();
    on_each(async |engine, url| on(engine, url, people, letters).await).await;
}

/// Measures on both databases, each new and gone afterwards.
async fn on_each(measure: impl AsyncFn(&str, &str)) {
    let folder = tempfile::tempdir_in(".").unwrap();
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    measure("SQLite", &url).await;
    drop(folder);
    let Ok(cluster) = std::env::var("OMTANKE_TEST_POSTGRES") else {
        return println!("PostgreSQL was not measured: OMTANKE_TEST_POSTGRES names no cluster");
    };
    let url = new_database(&cluster).await;
    measure("PostgreSQL", &url).await;
    let (_, name) = url.rsplit_once('/').unwrap();
    at(&cluster, format!("drop database {name} with (force)")).await;
}

/// The same files on one thread, on all cores, and by one `xmllint`, which reads on one thread. In turn, the best of
/// several, for the machine may be busy with other things. `xmllint` is started once for 1,000 files, so that its start and
/// its reading of the schema hardly count.
fn read_beside_xmllint() {
    let folder = tempfile::tempdir().unwrap();
    let now = "2026-11-22T09:00:00Z".parse().unwrap();
    let mut files = Vec::new();
    for n in 0..DOCUMENTS {
        let path = folder.path().join(format!("{n}.xml"));
        std::fs::write(&path, town::post::document(n, n, now)).unwrap();
        files.push(path);
    }
    let cores = std::thread::available_parallelism().unwrap().get();
    let schema = schema();
    let (mut alone, mut together, mut theirs) = (Duration::MAX, Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        alone = alone.min(time(|| read(&files)));
        together = together.min(time(|| {
            std::thread::scope(|scope| {
                for some in files.chunks(files.len().div_ceil(cores)) {
                    scope.spawn(|| read(some));
                }
            });
        }));
        if let Some(schema) = &schema {
            theirs = theirs.min(time(|| lint(schema, &files)));
        }
    }
    println!("reading     {:>8.0} MeMo a second on one thread", per_second(DOCUMENTS, alone));
    println!("reading     {:>8.0} a second on all {cores} cores", per_second(DOCUMENTS, together));
    if schema.is_none() {
        println!("xmllint was not measured: the schemas of MeMo are not here");
        return;
    }
    println!(
        "xmllint     {:>8.0} a second on one thread; reading is {:.1} times as fast on one thread, {:.1} times on all cores",
        per_second(DOCUMENTS, theirs),
        theirs.as_secs_f64() / alone.as_secs_f64(),
        theirs.as_secs_f64() / together.as_secs_f64()
    );
}

fn read(files: &[PathBuf]) {
    for path in files {
        memo::read(std::io::BufReader::new(std::fs::File::open(path).unwrap())).unwrap();
    }
}

fn lint(schema: &Path, files: &[PathBuf]) {
    for some in files.chunks(1_000) {
        let checked = Command::new("xmllint").arg("--noout").arg("--schema").arg(schema).args(some).output();
        assert!(checked.unwrap().status.success(), "xmllint finds every one of them valid");
    }
}

fn time(what: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    what();
    begun.elapsed()
}

fn schema() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/fixtures/memo");
    let folder = std::env::var_os("MEMO_FIXTURES").map_or(beside, PathBuf::from);
    Some(folder.join("xsd-1.2/MeMo_core.xsd")).filter(|schema| schema.exists())
}

async fn on(engine: &str, url: &str, people: u64, letters: u64) {
    let store = Store::open(url).await.unwrap();
    let realm = Arc::new(Realm::new(RealmKind::Demo, "", store, Clock::System, Chance::System));
    schema::MIGRATIONS.run(&realm.store, realm.now()).await.unwrap();
    let begun = Instant::now();
    town::post::fill(&realm, people, 0, |_, _, _| {}).await.unwrap();
    println!("{engine:<11} {:>8.0} mailboxes opened a second", per_second(people, begun.elapsed()));
    let begun = Instant::now();
    town::post::send(&realm, people, letters, |_, _, _| {}).await.unwrap();
    let megabytes = realm.store.size().await.unwrap() / 1_000_000;
    println!(
        "{engine:<11} {:>8.0} messages taken a second; {people} mailboxes and {letters} letters are {megabytes} MB",
        per_second(letters, begun.elapsed())
    );
    look(engine, &realm, people).await;
}

/// Looks into mailboxes as their holders do, everybody into another one, and into the full one for folder and search.
async fn look(engine: &str, realm: &Realm, people: u64) {
    let full = Reader::of(realm, 0).await;
    full.open_everything(realm).await;
    let mut times: [Vec<Duration>; 4] = Default::default();
    for n in 0..LOOKS {
        let reader = Reader::of(realm, 1 + n * 7 % people.saturating_sub(1).max(1)).await;
        times[0].push(timed(reader.open_inbox(realm)).await);
        times[1].push(timed(full.open_inbox(realm)).await);
        times[2].push(timed(reader.open_letter(realm)).await);
        times[3].push(timed(full.search(realm, "boligstoette ansøgning")).await);
    }
    for (what, mut times) in ["inbox", "full folder", "letter", "search"].into_iter().zip(times) {
        times.sort_unstable();
        let at =
            |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
        println!("{engine:<11} {what:<12} p50 {:>7.2} ms   p99 {:>7.2} ms", at(50), at(99));
    }
}

struct Reader {
    actor: Actor,
    holder: Holder,
    person: basics::Id<realm::PersonTag>,
}

impl Reader {
    async fn of(realm: &Realm, n: u64) -> Self {
        let tx = realm.read().await.unwrap();
        let number = town::post::number(n);
        let person = people::cpr::find(&tx, &realm.vault, &number).await.unwrap().unwrap().id;
        let actor = Actor { person: Some(person), ..Actor::program("reader", Via::Web) };
        Self { actor, holder: Holder::Person(person), person }
    }

    async fn open(&self, realm: &Realm) -> (store::Tx, Mailbox, access::Permit<ReadMail>) {
        let tx = realm.read().await.unwrap();
        let permit = allow_to_see::<ReadMail>(realm, &self.actor, &tx, self.holder).await.unwrap();
        let mailbox = mailbox_of(&tx, &realm.vault, self.holder).await.unwrap().unwrap();
        (tx, mailbox, permit)
    }

    async fn open_inbox(&self, realm: &Realm) {
        let (tx, mailbox, permit) = self.open(realm).await;
        let now = realm.now();
        folders::folders_within(&tx, &permit, &mailbox, self.person, now).await.unwrap();
        letters(&tx, &permit, &mailbox, self.person, Shelf::Folder(INBOX), None, now).await.unwrap();
    }

    /// Marks everything in the inbox as read.
    async fn open_everything(&self, realm: &Realm) {
        let mut behind = None;
        loop {
            let (tx, mailbox, permit) = self.open(realm).await;
            let now = realm.now();
            let shelf = Shelf::Folder(INBOX);
            let page = letters(&tx, &permit, &mailbox, self.person, shelf, behind, now).await.unwrap();
            drop(tx);
            let ids: Vec<_> = page.letters.iter().map(|letter| letter.id).collect();
            let work = realm.work(self.actor.clone()).await.unwrap();
            let (mut work, permit) = access::allow::<ReadMail>(work, self.holder).await.unwrap();
            mark_read(&mut work, &permit, &mailbox, self.person, &ids).await.unwrap();
            work.commit().await.unwrap();
            behind = page.next;
            if behind.is_none() {
                return;
            }
        }
    }

    async fn open_letter(&self, realm: &Realm) {
        let (tx, mailbox, permit) = self.open(realm).await;
        let now = realm.now();
        let page =
            letters(&tx, &permit, &mailbox, self.person, Shelf::Folder(INBOX), None, now).await.unwrap();
        let Some(first) = page.letters.first() else { return };
        let found = letter(&tx, &permit, &mailbox, self.person, first.id, now).await.unwrap().unwrap();
        message_of(&tx, &permit, &mailbox, &found).await.unwrap().unwrap();
    }

    async fn search(&self, realm: &Realm, typed: &str) {
        let (tx, mailbox, permit) = self.open(realm).await;
        let found = find_letters(&tx, &permit, &mailbox, self.person, typed, realm.now()).await.unwrap();
        assert!(found.unwrap().all > 0, "the words stand in many letters");
    }
}

async fn timed(what: impl Future<Output = ()>) -> Duration {
    let begun = Instant::now();
    what.await;
    begun.elapsed()
}

fn per_second(n: u64, took: Duration) -> f64 {
    n as f64 / took.as_secs_f64()
}

async fn new_database(cluster: &str) -> String {
    let name = format!("bench_{}", Chance::System.id(Clock::System.now()).simple());
    at(cluster, format!("create database {name}")).await;
    let (server, _) = cluster.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}

/// Says something to a server that a transaction does not take.
async fn at(server: &str, says: String) {
    use sqlx::{Connection as _, Executor as _};
    let mut connection = sqlx::PgConnection::connect(server).await.unwrap();
    connection.execute(sqlx::AssertSqlSafe(says)).await.unwrap();
}
