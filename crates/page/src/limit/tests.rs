//! Limits as callers meet them, counted by one node alone and by two together on PostgreSQL.

use axum::Router;
use axum::body::Body;
use jiff::{SignedDuration, Timestamp};
use realm::{Chance, Clock, RealmKind};
use store::{Migration, Migrations, Store, params, row};
use tower::ServiceExt as _;

use super::*;

const LINE: Migrations = Migrations(&[Migration {
    name: "0008_page_limits.sql",
    sql: include_str!("../../../../migrations/0008_page_limits.sql"),
}]);

/// Quarter to ten in the morning, twenty seconds past the minute.
const MOMENT: &str = "2026-11-24T08:45:20Z";
const HERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
const THERE: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 2));

fn limits(sign_in: u32, write: u32, interface: u32) -> Arc<Limits> {
    let n = |n| NonZeroU32::new(n).unwrap();
    Arc::new(Limits::per_minute(n(sign_in), n(write), n(interface)))
}

async fn node(url: &str) -> Realm {
    let store = Store::open(url).await.unwrap();
    let clock = Clock::standing_at(MOMENT.parse().unwrap());
    Realm::new(RealmKind::Demo, "", store, clock, Chance::System)
}

/// The address of a new database with the table in it.
async fn postgres() -> String {
    let url = testing::new_postgres().await;
    LINE.run(&Store::open(&url).await.unwrap(), Timestamp::UNIX_EPOCH).await.unwrap();
    url
}

/// Two nodes on one database, and how each counts.
struct Nodes {
    realms: [Arc<Realm>; 2],
    limits: [Arc<Limits>; 2],
}

impl Nodes {
    async fn open(sign_in: u32, write: u32, interface: u32) -> Self {
        let url = postgres().await;
        let one = node(&url).await;
        let two = node(&url).await.with_keys(one.vault.clone());
        let realms = [Arc::new(one), Arc::new(two)];
        let limits = [limits(sign_in, write, interface), limits(sign_in, write, interface)];
        for (realm, limits) in realms.iter().zip(&limits) {
            limits.count_together(realm);
        }
        Self { realms, limits }
    }

    /// How many of so many calls at both nodes, all at once, are let through.
    async fn at_once(&self, kind: Kind, caller: IpAddr, calls: usize) -> usize {
        let calls: Vec<_> = (0..calls)
            .map(|at| {
                let limits = self.limits[at % 2].clone();
                tokio::spawn(async move { limits.allow(Some(kind), caller).await.is_ok() })
            })
            .collect();
        let mut through = 0;
        for call in calls {
            through += usize::from(call.await.unwrap());
        }
        through
    }

    fn later(&self, seconds: i64) {
        for realm in &self.realms {
            realm.clock.advance(SignedDuration::from_secs(seconds));
        }
    }

    async fn rows(&self) -> Vec<Row> {
        let tx = self.realms[0].store.read().await.unwrap();
        tx.all("select kind, who, taken from page_limit", params![]).await.unwrap()
    }
}

row! {
    struct Row { kind: String, who: String, taken: i64 }
}

#[tokio::test]
async fn the_third_sign_in_of_two_is_refused_and_reading_is_not() {
    let limits = limits(2, 2, 2);
    let sign_in = Kind::of(&Method::GET, "/log-ind");
    assert_eq!(limits.allow(sign_in, HERE).await, Ok(()));
    assert_eq!(limits.allow(sign_in, HERE).await, Ok(()));
    let TryAgain(wait) = limits.allow(sign_in, HERE).await.unwrap_err();
    assert!(wait <= Duration::from_secs(30), "{wait:?}");
    assert_eq!(limits.allow(sign_in, THERE).await, Ok(()));
    assert_eq!(Kind::of(&Method::GET, "/find-hjaelp"), None);
}

#[test]
fn opening_a_class_or_taking_a_seat_is_as_dear_as_a_sandbox_and_leading_it_is_not() {
    for opens in ["/oev", "/klasse", "/klasse/med"] {
        assert_eq!(Kind::of(&Method::POST, opens), Some(Kind::Practice), "{opens}");
        assert_eq!(Kind::of(&Method::GET, opens), None, "{opens}");
    }
    assert_eq!(Kind::of(&Method::POST, "/klasse/abcdefgh/pause"), Some(Kind::Write));
}

#[tokio::test]
async fn one_process_on_sqlite_counts_in_its_memory() {
    let folder = tempfile::tempdir().unwrap();
    let realm = node(&format!("sqlite:{}", folder.path().join("a.db").display())).await;
    let limits = limits(2, 2, 2);
    limits.count_together(&Arc::new(realm));
    assert!(limits.together.get().is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_together_let_the_limit_through_and_not_one_call_more() {
    let nodes = Nodes::open(10, 30, 100).await;
    for (kind, limit) in [(Kind::SignIn, 10), (Kind::Write, 30), (Kind::Interface, 100)] {
        for _ in 0..3 {
            assert_eq!(nodes.at_once(kind, HERE, 4 * limit).await, limit, "{kind:?}");
            assert_eq!(nodes.at_once(kind, HERE, 10).await, 0, "{kind:?}, later in the same minute");
            nodes.later(60);
        }
    }
    assert_eq!(nodes.at_once(Kind::SignIn, THERE, 40).await, 10, "others have limits of their own");
}

#[tokio::test]
async fn a_call_of_the_interface_mostly_costs_no_question() {
    let nodes = Nodes::open(60, 120, 600).await;
    for _ in 0..20 {
        nodes.limits[0].allow(Some(Kind::Interface), HERE).await.unwrap();
    }
    assert_eq!(nodes.rows().await.iter().map(|row| row.taken).collect::<Vec<_>>(), [20]);
}

#[tokio::test]
async fn the_database_knows_no_address() {
    let nodes = Nodes::open(10, 10, 10).await;
    nodes.at_once(Kind::SignIn, HERE, 2).await;
    let rows = nodes.rows().await;
    assert_eq!((rows.len(), &*rows[0].kind, rows[0].taken), (1, "sign_in", 2));
    assert_eq!(rows[0].who.len(), 64);
    assert_ne!(rows[0].who, blake3::hash(&[192, 0, 2, 1]).to_hex().as_str(), "the hash has a key");
}

#[tokio::test]
async fn whoever_is_refused_hears_when_the_minute_is_over() {
    let nodes = Nodes::open(1, 1, 1).await;
    nodes.limits[0].allow(Some(Kind::Write), HERE).await.unwrap();
    let refused = nodes.limits[1].allow(Some(Kind::Write), HERE).await;
    assert_eq!(refused, Err(TryAgain(Duration::from_secs(40))));
    nodes.later(39);
    assert!(nodes.limits[1].allow(Some(Kind::Write), HERE).await.is_err());
    nodes.later(1);
    assert_eq!(nodes.limits[1].allow(Some(Kind::Write), HERE).await, Ok(()));
}

#[tokio::test]
async fn former_minutes_are_forgotten_here_and_in_the_database() {
    let nodes = Nodes::open(10, 10, 10).await;
    nodes.at_once(Kind::Write, HERE, 2).await;
    nodes.later(60);
    nodes.at_once(Kind::Write, THERE, 2).await;
    nodes.later(120);
    let together = nodes.limits[0].together.get().unwrap();
    together.forget_quiet().await;
    assert_eq!(nodes.rows().await.len(), 1, "the second minute may still be the present one elsewhere");
    assert!(together.is_empty());
    nodes.later(60);
    nodes.limits[1].forget_quiet();
    for _ in 0..100 {
        if nodes.rows().await.is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the task of its own has not removed them");
}

#[tokio::test]
async fn a_database_that_has_gone_away_neither_locks_out_nor_lets_everything_through() {
    let nodes = Nodes::open(60, 5, 5).await;
    let write = || nodes.limits[0].allow(Some(Kind::Write), HERE);
    assert_eq!((write().await, write().await), (Ok(()), Ok(())));
    nodes.realms[0].store.clone().close().await;
    let begun = std::time::Instant::now();
    let mut through = 0;
    for _ in 0..50 {
        through += usize::from(write().await.is_ok());
    }
    assert_eq!(through, 3, "what was called before is counted too");
    assert!(begun.elapsed() < Duration::from_secs(5), "not every call waits for the database");
}

#[tokio::test]
async fn a_database_that_only_hangs_is_not_waited_for_by_every_call() {
    let nodes = Nodes::open(60, 50, 50).await;
    nodes.limits[0].allow(Some(Kind::Write), HERE).await.unwrap();
    let holding = nodes.realms[1].store.write().await.unwrap();
    holding.run("update page_limit set taken = taken", params![]).await.unwrap();
    let begun = std::time::Instant::now();
    for _ in 0..20 {
        nodes.limits[0].allow(Some(Kind::Write), HERE).await.unwrap();
    }
    let waited = begun.elapsed();
    assert!(waited >= together::ANSWER && waited < 5 * together::ANSWER, "{waited:?}");
}

/// A call through the layer, from this address, as the proxy in front tells it.
async fn call(limits: &Arc<Limits>, from: &str) -> Response {
    let limits = limits.clone();
    let site = Site {
        public_url: "http://127.0.0.1".to_owned(),
        phone: crate::Phone { number: String::new(), hours: String::new(), example: true },
        demo: true,
        behind_proxy: true,
    };
    let rooms = Router::new().fallback(|| async {}).layer(axum::middleware::from_fn(
        move |request: Request, next: Next| rate_limit(limits.clone(), request, next),
    ));
    let request = Request::post("/staff/help-points")
        .header("x-forwarded-for", from)
        .extension(Arc::new(site))
        .body(Body::empty());
    rooms.oneshot(request.unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_refusal_says_in_how_many_seconds_to_try_again() {
    let limits = limits(1, 2, 1);
    for _ in 0..2 {
        assert_eq!(call(&limits, "192.0.2.1").await.status(), 200);
    }
    let refused = call(&limits, "made up, 192.0.2.1").await;
    assert_eq!(refused.status(), 429);
    assert_eq!(refused.headers()[RETRY_AFTER], "30");
    assert_eq!(call(&limits, "192.0.2.1, 192.0.2.9").await.status(), 200, "the last address counts");
}

#[tokio::test]
async fn a_subscriber_with_many_addresses_is_one_caller() {
    let limits = limits(1, 2, 1);
    assert_eq!(call(&limits, "2001:db8:1:2::1").await.status(), 200);
    assert_eq!(call(&limits, "2001:db8:1:2:ffff::2").await.status(), 200);
    assert_eq!(call(&limits, "2001:db8:1:2::3").await.status(), 429);
    assert_eq!(call(&limits, "2001:db8:1:3::1").await.status(), 200, "this is the neighbour");
    assert_eq!(subscriber("::ffff:192.0.2.1".parse().unwrap()), HERE);
}
