//! A newer program takes over while people read and write: its migration runs under load, the older node serves on and is
//! then stopped, and nobody meets an error. On PostgreSQL only, for SQLite has one process.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use schema::MIGRATIONS;
use store::{Migration, Migrations, Store, params};
use stories::{Engine, House};
use tokio::task::JoinHandle;
use town::{AASE, BO, CONNY};

use crate::several_nodes::{COUNTER, rename};

/// The longest that anybody may wait. A migration stands in the way for three seconds at a time.
const LONGEST_ANSWER: Duration = Duration::from_secs(10);

/// The line of migrations of the newer program: one more, of the kind that the rule allows. What it adds to, everybody
/// reads and somebody writes all the time.
fn newer() -> Migrations {
    let added = Migration {
        name: "9999_story.sql",
        sql: "create table help_story (id bigint primary key, told text not null);
              alter table help_point add column story text;
              alter table people_session add column story text;",
    };
    Migrations(Box::leak([MIGRATIONS.0, &[added]].concat().into_boxed_slice()))
}

/// What stands before the nodes: it sends each request to the next node that takes part.
#[derive(Default)]
struct Balancer {
    nodes: Mutex<Vec<Arc<House>>>,
    turn: AtomicUsize,
    answered: AtomicUsize,
    longest: Mutex<Duration>,
    over: AtomicBool,
}

impl Balancer {
    fn next(&self) -> Arc<House> {
        let nodes = self.nodes.lock().unwrap();
        nodes[self.turn.fetch_add(1, Ordering::Relaxed) % nodes.len()].clone()
    }

    fn add(&self, node: &Arc<House>) {
        self.nodes.lock().unwrap().push(node.clone());
    }

    /// Sends nothing new to the node, and gives it back when it has answered what it was sent.
    async fn take_out(&self, node: Arc<House>) -> House {
        self.nodes.lock().unwrap().retain(|one| !Arc::ptr_eq(one, &node));
        let mut node = node;
        loop {
            match Arc::try_unwrap(node) {
                Ok(house) => return house,
                Err(busy) => node = busy,
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Notes an answer that was as it should be.
    fn note(&self, since: Instant) {
        self.answered.fetch_add(1, Ordering::Relaxed);
        let mut longest = self.longest.lock().unwrap();
        *longest = longest.max(since.elapsed());
    }

    /// Waits until so many more requests have been answered.
    async fn answers(&self, more: usize) {
        let enough = self.answered.load(Ordering::Relaxed) + more;
        let since = Instant::now();
        while self.answered.load(Ordering::Relaxed) < enough {
            assert!(since.elapsed() < Duration::from_secs(60), "the load has come to a stop");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// Readers who are not signed in, a reader who is, somebody who signs in and out, and Conny, who corrects the counter
/// again and again.
fn load(balancer: &Arc<Balancer>) -> Vec<JoinHandle<()>> {
    let reading = |balancer: Arc<Balancer>| async move {
        for number in 0.. {
            if balancer.over.load(Ordering::Relaxed) {
                break;
            }
            let (since, node) = (Instant::now(), balancer.next());
            // An address that nobody has asked for, so that no kept page answers.
            let path = format!("/api/help-points?near=7100&limit={}", 1 + number % 200);
            assert_eq!(node.get(&path).await.status, 200, "{path}");
            assert_eq!(node.get(&format!("/find-hjaelp?near=7100&page={number}")).await.status, 200);
            assert_eq!(node.get("/readyz").await.status, 200, "every node that takes part is ready");
            balancer.note(since);
        }
    };
    let signed_in = |balancer: Arc<Balancer>| async move {
        let cookie = balancer.next().sign_in(BO).await;
        while !balancer.over.load(Ordering::Relaxed) {
            let (since, node) = (Instant::now(), balancer.next());
            assert_eq!(node.get_as(&cookie, "/staff/help-points").await.status, 200);
            balancer.note(since);
        }
    };
    let in_and_out = |balancer: Arc<Balancer>| async move {
        while !balancer.over.load(Ordering::Relaxed) {
            let since = Instant::now();
            let cookie = balancer.next().sign_in(AASE).await;
            assert_eq!(balancer.next().get_as(&cookie, "/min-side").await.status, 200);
            assert_eq!(balancer.next().post_as(&cookie, "/log-ud", &[]).await.status, 303);
            balancer.note(since);
            // The log of what Aase has done would grow into what the story is about.
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let writing = |balancer: Arc<Balancer>| async move {
        let cookie = balancer.next().sign_in(CONNY).await;
        let counter = balancer.next().point(COUNTER).await;
        for version in 1.. {
            if balancer.over.load(Ordering::Relaxed) {
                break;
            }
            let (since, node) = (Instant::now(), balancer.next());
            let name = format!("Borgerservice, skranke {version}");
            let answer = rename(&node, &cookie, &counter, version, &name).await;
            assert_eq!(answer.status, 303, "{}", answer.body);
            balancer.note(since);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    vec![
        tokio::spawn(reading(balancer.clone())),
        tokio::spawn(signed_in(balancer.clone())),
        tokio::spawn(in_and_out(balancer.clone())),
        tokio::spawn(writing(balancer.clone())),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newer_program_takes_over_and_nobody_meets_an_error() {
    let one = Arc::new(House::open(Engine::Postgres).await);
    let two = Arc::new(one.second_node().await);
    let balancer = Arc::new(Balancer::default());
    balancer.add(&one);
    balancer.add(&two);
    let people = load(&balancer);
    balancer.answers(60).await;

    // Somebody on an old node has something open for longer than the migration waits at a time.
    let long = one.realm.store.write().await.unwrap();
    long.run("update help_point set phone = phone where name = 'Aalborg Bibliotekerne'", params![])
        .await
        .unwrap();
    let database = one.database().to_owned();
    let migrating = tokio::spawn(async move {
        let store = Store::open(&database).await.unwrap();
        newer().run(&store, Timestamp::UNIX_EPOCH).await.unwrap()
    });
    tokio::time::sleep(Duration::from_secs(4)).await;
    balancer.answers(20).await;
    assert!(!migrating.is_finished(), "it lets the old node finish first");
    long.commit().await.unwrap();
    let migrated = migrating.await.unwrap();
    assert_eq!(migrated.applied, ["9999_story.sql"]);
    assert_eq!(migrated.waited, ["9999_story.sql"]);
    balancer.answers(60).await;

    let newest = Arc::new(one.second_node().await);
    balancer.add(&newest);
    balancer.answers(60).await;
    for old in [one, two] {
        let ready = old.get("/readyz").await;
        assert_eq!((ready.status, &*ready.body), (200, "ready\n"), "an old node serves until it is stopped");
        balancer.take_out(old).await.stop().await;
        balancer.answers(30).await;
    }
    balancer.over.store(true, Ordering::Relaxed);
    for somebody in people {
        somebody.await.unwrap();
    }
    let longest = *balancer.longest.lock().unwrap();
    assert!(longest < LONGEST_ANSWER, "somebody waited {longest:?}");
}

#[tokio::test]
async fn an_older_program_that_only_starts_refuses_the_newer_database() {
    let house = House::open(Engine::Postgres).await;
    newer().run(&house.realm.store, Timestamp::UNIX_EPOCH).await.unwrap();
    let refused = omtanke::prepare::prepare(&house.realm, |_| {}).await.unwrap_err();
    assert_eq!(refused.exit_code(), 8, "{refused}");
    assert_eq!(house.get("/readyz").await.status, 200, "the one that was there before is left in service");
}

#[tokio::test]
async fn a_node_whose_schema_is_not_there_yet_is_not_ready() {
    let house = House::open(Engine::Postgres).await;
    let tx = house.realm.store.write().await.unwrap();
    let newest = MIGRATIONS.newest();
    tx.run("delete from store_migration where number = $1", params![newest]).await.unwrap();
    tx.commit().await.unwrap();
    let answer = house.get("/readyz").await;
    assert_eq!((answer.status, &*answer.body), (503, "the schema is not up to date\n"));
    assert_eq!(house.get("/healthz").await.status, 200, "it is alive, and need not be started anew");
}
