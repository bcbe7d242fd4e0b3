//! What the ground carries, each figure beside a named reference on the same database in the same run:
//! jobs beside raw inserts, and audited writes beside the same writes without the audit log.
//!
//!     cargo xtask bench ground
//!
//! On PostgreSQL where `OMTANKE_TEST_POSTGRES` names a cluster; its durability is that of the cluster's settings.
#![expect(clippy::unwrap_used, reason = "a measurement stops where something is wrong")]

use std::sync::Arc;
use std::time::Instant;

use jobs::{Doing, Job, Jobs, Order, Runner};
use realm::{Actor, Chance, Change, Clock, Realm, RealmKind, Via, Work};
use store::{Migration, Migrations, Store, params};

const LINE: Migrations = Migrations(&[
    Migration { name: "0001_realm.sql", sql: include_str!("../../migrations/0001_realm.sql") },
    Migration { name: "0005_jobs.sql", sql: include_str!("../../migrations/0005_jobs.sql") },
    Migration {
        name: "0006_thing.sql",
        sql: "create table realm_thing (id uuid primary key, name text not null, n bigint not null);",
    },
]);

/// How many writers there are at once, as many as a runner has hands.
const WRITERS: usize = 8;
/// How many writes each figure is taken from.
const WRITES: usize = 4_000;
/// Each pair is taken so often, in turn, and the middle is given.
const ROUNDS: usize = 5;

#[tokio::main]
async fn main() {
    // Test runners start every bench to ask what tests it has.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    measure("SQLite", &format!("sqlite:{}", folder.path().join("bench.db").display())).await;
    match std::env::var("OMTANKE_TEST_POSTGRES") {
        Ok(cluster) => measure("PostgreSQL", &new_database(&cluster).await).await,
        Err(_) => println!("PostgreSQL was not measured: OMTANKE_TEST_POSTGRES names no cluster"),
    }
}

async fn measure(engine: &str, url: &str) {
    let store = Store::open(url).await.unwrap();
    let realm = Arc::new(Realm::new(RealmKind::Demo, "", store, Clock::System, Chance::System));
    LINE.run(&realm.store, realm.now()).await.unwrap();
    let mut raw = Vec::new();
    let mut plain = Vec::new();
    let mut audited = Vec::new();
    let mut done = Vec::new();
    for _ in 0..ROUNDS {
        raw.push(per_second(&realm, raw_insert).await);
        plain.push(per_second(&realm, plain_write).await);
        audited.push(per_second(&realm, audited_write).await);
        done.push(jobs_per_second(&realm).await);
    }
    let [raw, plain, audited, done] = [raw, plain, audited, done].map(middle);
    println!("{engine:<11} raw inserts      {raw:>8.0} a second, one a transaction, {WRITERS} writers");
    println!(
        "{engine:<11} jobs             {done:>8.0} a second, {:.0} % of raw inserts",
        100.0 * done / raw
    );
    println!("{engine:<11} writes, no audit {plain:>8.0} a second (read for update, update)");
    println!(
        "{engine:<11} audited writes   {audited:>8.0} a second, {:.0} % of those without",
        100.0 * audited / plain
    );
}

fn middle(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// A write as one of the writers does it, with its number.
type Write = fn(Arc<Realm>, usize) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send>>;

async fn per_second(realm: &Arc<Realm>, write: Write) -> f64 {
    let begun = Instant::now();
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..WRITERS {
        let realm = realm.clone();
        writers.spawn(async move {
            for n in 0..WRITES / WRITERS {
                write(realm.clone(), writer * WRITES + n).await;
            }
        });
    }
    while let Some(ended) = writers.join_next().await {
        ended.unwrap();
    }
    WRITES as f64 / begun.elapsed().as_secs_f64()
}

fn raw_insert(realm: Arc<Realm>, n: usize) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        let tx = realm.store.write().await.unwrap();
        insert(&tx, &realm, n).await;
        tx.commit().await.unwrap();
    })
}

fn plain_write(realm: Arc<Realm>, n: usize) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        let work = changed(&realm, n).await;
        work.commit().await.unwrap();
    })
}

fn audited_write(realm: Arc<Realm>, n: usize) -> std::pin::Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        let mut work = changed(&realm, n).await;
        work.record(Change::new("thing.edit", "thing", &n).before(&("Vejle", n)).after(&("Vejle", n + 1)));
        work.commit().await.unwrap();
    })
}

/// What an operation does: makes a thing, reads it to be changed, and changes it.
async fn changed(realm: &Realm, n: usize) -> Work<'_> {
    let work = realm.work(Actor::program("bench", Via::Program)).await.unwrap();
    let id = insert(work.tx(), realm, n).await;
    work.tx()
        .optional_for_update::<Thing>("select n from realm_thing where id = $1", params![id])
        .await
        .unwrap()
        .unwrap();
    work.tx().run("update realm_thing set n = n + 1 where id = $1", params![id]).await.unwrap();
    work
}

store::row! {
    struct Thing {
        n: i64,
    }
}

async fn insert(tx: &store::Tx, realm: &Realm, n: usize) -> uuid::Uuid {
    let id = realm.chance.id(realm.now());
    let n = i64::try_from(n).unwrap();
    tx.run("insert into realm_thing (id, name, n) values ($1, $2, $3)", params![id, "Vejle Bibliotek", n])
        .await
        .unwrap();
    id
}

/// Orders jobs that insert a row each, and has a runner do them.
async fn jobs_per_second(realm: &Arc<Realm>) -> f64 {
    let mut work = realm.work(Actor::program("bench", Via::Program)).await.unwrap();
    for n in 0..WRITES {
        jobs::order(&mut work, Order::new("insert", &n)).await.unwrap();
    }
    work.commit().await.unwrap();
    let jobs = Arc::new(Jobs::new().within("insert", do_insert));
    let (runner, stop) = (Runner::new(realm.clone(), jobs, "bench"), jobs::Stop::default());
    let told = stop.clone();
    let begun = Instant::now();
    let running = tokio::spawn(async move { runner.run(told).await });
    loop {
        let figures = jobs::figures(&realm.read().await.unwrap(), realm.now()).await.unwrap();
        if figures.waiting == 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let seconds = begun.elapsed().as_secs_f64();
    stop.now();
    running.await.unwrap();
    WRITES as f64 / seconds
}

fn do_insert<'a>(work: &'a mut Work<'_>, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let n: usize = job.read()?;
        insert(work.tx(), work.realm, n).await;
        Ok(())
    })
}

async fn new_database(cluster: &str) -> String {
    use sqlx::{Connection as _, Executor as _};
    let name = format!("bench_{}", Chance::System.id(Clock::System.now()).simple());
    let mut connection = sqlx::PgConnection::connect(cluster).await.unwrap();
    connection.execute(sqlx::AssertSqlSafe(format!("create database {name}"))).await.unwrap();
    let (server, _) = cluster.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}
