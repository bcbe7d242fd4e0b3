//! How fast it is decided who may do what, in a database of millions of people and mandates: one decision from the database, the
//! rules by themselves, and the list "who can see my post"; beside casbin and Cedar with the same mandates.
//!
//!     cargo xtask bench access [PEOPLE MANDATES]
//!
//! What needs no database is measured by the time on a core, what needs one by the clock on the wall. Without numbers, 5,000,000 people and 1,000,000 mandates. On PostgreSQL where `OMTANKE_TEST_POSTGRES` names a cluster, unless the word
//! `sqlite` is given. The folder of the database is made where temporary files are (`TMPDIR`), and needs 1.5 GB.
#![expect(clippy::unwrap_used, reason = "a measurement stops where something is wrong")]

#[path = "access/fill.rs"]
mod fill;
#[path = "access/peers.rs"]
mod peers;

use std::collections::HashMap;
use std::time::{Duration, Instant};

use access::mandates::{Asker, Mandate, Moment, Party, catalogue, of_owner};
use access::{Decision, Holder, Question, Target, consider, decide, policy};
use basics::Id;
use fill::{EACH, Size, person, power};
use jiff::civil::date;
use people::Membership;
use realm::{Chance, Clock, PersonTag, Realm, RealmKind};
use store::Store;

/// How many decisions are measured.
const DECISIONS: i64 = 20_000;
/// How often somebody looks who can see their post.
const LOOKS: i64 = 2_000;

/// A question, and what the rules answer.
#[derive(Debug, Clone)]
struct Asked {
    asker: i64,
    owner: i64,
    action: &'static str,
    /// The mandate that it was made from.
    about: i64,
    is_allowed: bool,
}

fn moment() -> Moment {
    let today = date(2026, 11, 22);
    Moment { now: "2026-11-22T09:00:00Z".parse().unwrap(), today }
}

#[tokio::main]
async fn main() {
    // Test runners start every bench to ask what tests it has.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let numbers: Vec<i64> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let size = match numbers[..] {
        [people, mandates] => Size { people, mandates },
        _ => Size { people: 5_000_000, mandates: 1_000_000 },
    };
    println!("{} people, {} mandates, {} for each owner", size.people, size.mandates, EACH);
    let asked = in_memory(size);
    on_each(async |engine, url| from_database(engine, url, size, &asked).await).await;
    beside(size, &asked).await;
}

/// The questions: a quarter about one's own, a quarter by a holder about what a mandate is for, a quarter by a holder about
/// writing, a quarter by strangers.
fn questions(size: Size) -> Vec<Asked> {
    let ask = |k: i64| {
        // Half of them about the first thousand mandates, so that engines that hold only these can be asked too.
        let about = if k % 2 == 0 { k * 7 % size.mandates.min(1_000) } else { k * 104_729 % size.mandates };
        let what = if power(about) == "tax.see" { "service.see" } else { "mail.read" };
        let (asker, action) = match k / 2 % 4 {
            0 => (size.owner(about), "mail.read"),
            1 => (size.holder(about), what),
            2 => (size.holder(about), "mail.write"),
            _ => (1 + about * 31 % size.people, "mail.read"),
        };
        Asked { asker, owner: size.owner(about), action, about, is_allowed: false }
    };
    (0..DECISIONS).map(ask).collect()
}

fn question(asked: &Asked) -> Question<'static> {
    Question {
        action: asked.action,
        target: Target::Person(person(asked.owner)),
        thing: None,
        moment: moment(),
    }
}

/// Asks the rules alone, with everything in memory; gives the questions with their answers.
fn in_memory(size: Size) -> Vec<Asked> {
    let mut mandates: HashMap<Holder, Vec<Mandate>> = HashMap::new();
    let mut memberships: HashMap<Id<PersonTag>, Vec<Membership>> = HashMap::new();
    for n in 0..size.mandates {
        let mandate = size.mandate(n);
        mandates.entry(mandate.owner).or_default().push(mandate);
        if let Some(membership) = size.membership(n) {
            memberships.entry(membership.person).or_default().push(membership);
        }
    }
    let mut asked = questions(size);
    for one in &mut asked {
        one.is_allowed = is_allowed(&mandates, &memberships, one);
    }
    let allowed = asked.iter().filter(|one| one.is_allowed).count();
    println!("{DECISIONS} questions; to {allowed} of them the answer is yes");
    let (begun, cpu) = (Instant::now(), on_cpu());
    let mut rounds = 0;
    while begun.elapsed() < Duration::from_secs(3) {
        for one in &asked {
            assert_eq!(is_allowed(&mandates, &memberships, one), one.is_allowed);
        }
        rounds += 1;
    }
    let speed = f64::from(rounds) * asked.len() as f64 / (on_cpu() - cpu).as_secs_f64();
    println!("rules, all mandates in a map            {speed:>12.0} decisions a second on one core");

    let facts: Vec<_> = asked
        .iter()
        .map(|one| {
            let owner = Holder::Person(person(one.owner));
            let asker = person(one.asker);
            let held = mandates.get(&owner).into_iter().flatten();
            let held: Vec<Mandate> =
                held.filter(|mandate| mandate.to.person() == Some(asker)).cloned().collect();
            (memberships.get(&asker).cloned().unwrap_or_default(), held)
        })
        .collect();
    let (begun, cpu) = (Instant::now(), on_cpu());
    let mut rounds = 0;
    while begun.elapsed() < Duration::from_secs(3) {
        for (one, (memberships, mandates)) in asked.iter().zip(&facts) {
            let asker = Asker { person: person(one.asker), memberships };
            let decision = decide(policy(), catalogue(), asker, mandates, question(one));
            assert_eq!(matches!(decision, Decision::Allowed(_)), one.is_allowed);
        }
        rounds += 1;
    }
    let speed = f64::from(rounds) * asked.len() as f64 / (on_cpu() - cpu).as_secs_f64();
    println!("rules, mandates of the question at hand {speed:>12.0} decisions a second on one core");
    asked
}

/// How long this thread has been on a core: what is measured by it does not depend on who else uses the machine.
fn on_cpu() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(told.split(' ').next().unwrap().parse().unwrap())
}

fn is_allowed(
    mandates: &HashMap<Holder, Vec<Mandate>>,
    memberships: &HashMap<Id<PersonTag>, Vec<Membership>>,
    asked: &Asked,
) -> bool {
    let asker = person(asked.asker);
    let memberships = memberships.get(&asker).map_or(&[][..], Vec::as_slice);
    let mandates = mandates.get(&Holder::Person(person(asked.owner))).map_or(&[][..], Vec::as_slice);
    let asker = Asker { person: asker, memberships };
    matches!(decide(policy(), catalogue(), asker, mandates, question(asked)), Decision::Allowed(_))
}

/// Measures on both databases, each new and gone afterwards.
async fn on_each(measure: impl AsyncFn(&str, &str)) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    measure("SQLite", &url).await;
    drop(folder);
    if std::env::args().any(|argument| argument == "sqlite") {
        return;
    }
    let Ok(cluster) = std::env::var("OMTANKE_TEST_POSTGRES") else {
        return println!("PostgreSQL was not measured: OMTANKE_TEST_POSTGRES names no cluster");
    };
    let name = format!("bench_{}", Chance::System.id(Clock::System.now()).simple());
    at(&cluster, format!("create database {name}")).await;
    let (server, _) = cluster.rsplit_once('/').unwrap();
    measure("PostgreSQL", &format!("{server}/{name}")).await;
    at(&cluster, format!("drop database {name} with (force)")).await;
}

async fn from_database(engine: &str, url: &str, size: Size, asked: &[Asked]) {
    let store = Store::open(url).await.unwrap();
    let realm = Realm::new(RealmKind::Demo, "", store, Clock::System, Chance::System);
    schema::MIGRATIONS.run(&realm.store, realm.now()).await.unwrap();
    let begun = Instant::now();
    fill::fill(&realm, size).await;
    if url.starts_with("postgres") {
        // As the server does by itself some time after so many rows.
        at(url, "vacuum analyze".to_owned()).await;
    }
    let megabytes = realm.store.size().await.unwrap() / 1_000_000;
    println!("{engine:<11} {megabytes} MB, made in {:.0} s", begun.elapsed().as_secs_f64());
    // Once without a clock, so that pages and plans are at hand as they are in a running program.
    for one in asked.iter().take(2_000) {
        from_one(&realm, one).await;
    }
    let mut times = Vec::with_capacity(asked.len());
    let mut by_mandate = Vec::new();
    let begun = Instant::now();
    for one in asked {
        let took = from_one(&realm, one).await;
        times.push(took);
        if one.asker != one.owner {
            by_mandate.push(took);
        }
    }
    let speed = asked.len() as f64 / begun.elapsed().as_secs_f64();
    tell(engine, "one decision, with its transaction", times);
    tell(engine, "  of these, those about somebody else", by_mandate);
    println!("{engine:<11} {speed:.0} decisions a second, one after another");
    let begun = Instant::now();
    let tx = realm.read().await.unwrap();
    for one in asked {
        consider(&tx, person(one.asker), question(one)).await.unwrap();
    }
    drop(tx);
    let speed = asked.len() as f64 / begun.elapsed().as_secs_f64();
    println!("{engine:<11} {speed:.0} decisions a second in one transaction, as a batch asks");
    who_can_see(engine, &realm, size).await;
    realm.store.clone().close().await;
}

async fn from_one(realm: &Realm, one: &Asked) -> Duration {
    let begun = Instant::now();
    let tx = realm.read().await.unwrap();
    let (decision, _) = consider(&tx, person(one.asker), question(one)).await.unwrap();
    drop(tx);
    let took = begun.elapsed();
    assert_eq!(matches!(decision, Decision::Allowed(_)), one.is_allowed, "{one:?}");
    took
}

/// What the page "who can see my post" reads: everything that opens the owner's things, and what everybody in it is called.
async fn who_can_see(engine: &str, realm: &Realm, size: Size) {
    let mut times = Vec::new();
    for k in 0..LOOKS {
        let owner = Holder::Person(person(size.owner(k * 104_729 % size.mandates)));
        let begun = Instant::now();
        let tx = realm.read().await.unwrap();
        let given = of_owner(&tx, owner).await.unwrap();
        let people: Vec<_> = given.iter().filter_map(|mandate| mandate.to.person()).collect();
        let organisations: Vec<_> = given
            .iter()
            .filter_map(|mandate| match mandate.to {
                Party::Employee { organisation, .. } | Party::Organisation(organisation) => {
                    Some(organisation)
                }
                Party::Person(_) => None,
            })
            .collect();
        let names = people::names_of_persons(&tx, &people).await.unwrap();
        people::names_of_organisations(&tx, &organisations).await.unwrap();
        drop(tx);
        times.push(begun.elapsed());
        assert!(!given.is_empty() && !names.is_empty());
    }
    tell(engine, "who can see my post: what it reads", times);
}

fn tell(engine: &str, what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    println!("{engine:<11} {what:<38} p50 {:>7.3} ms   p99 {:>7.3} ms", at(50), at(99));
}

async fn beside(size: Size, asked: &[Asked]) {
    let say = |what: &str, speed: &peers::Speed| {
        println!("{what:<39} {:>12.1} decisions a second, {} asked", speed.per_second, speed.asked);
    };
    let mut mandates = 1_000;
    while mandates <= size.mandates {
        let (lines, speed) = peers::casbin_lines(size, mandates, asked).await;
        say(&format!("casbin, {lines} lines"), &speed);
        mandates *= 10;
    }
    say("casbin, mandates as roles", &peers::casbin_roles(size, asked).await);
    say("Cedar, mandates as groups", &peers::cedar(size, asked));
}

/// Says something to a server that a transaction does not take.
async fn at(server: &str, says: String) {
    use sqlx::{Connection as _, Executor as _};
    let mut connection = sqlx::PgConnection::connect(server).await.unwrap();
    connection.execute(sqlx::AssertSqlSafe(says)).await.unwrap();
}
