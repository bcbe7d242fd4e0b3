//! Two nodes on one PostgreSQL database: whatever one has done holds on the other, and nothing is done twice. There is no
//! such thing on SQLite, which has one process.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::SignedDuration;
use jiff::civil::time;
use jobs::{Doing, Job, Jobs, Order, Runner, Schedule, Stop, When};
use omtanke::settings::LimitSettings;
use realm::{Actor, Via, Work};
use store::{params, row};
use stories::{Answer, Browser, Engine, House};
use town::{AASE, BO, CONNY};

/// What the second node may take to see a change: half a second, and time for a busy machine.
const SEEN: Duration = Duration::from_secs(2);

async fn two_nodes() -> (House, House) {
    let one = House::open(Engine::Postgres).await;
    let two = one.second_node().await;
    (one, two)
}

/// Moves the clocks of both nodes.
fn later(nodes: [&House; 2], by: SignedDuration) {
    for node in nodes {
        node.realm.clock.advance(by);
    }
}

#[tokio::test]
async fn whoever_signed_in_on_one_node_is_signed_in_on_the_other_and_signs_out_of_both() {
    let (one, two) = two_nodes().await;
    let cookie = one.sign_in(BO).await;
    assert_eq!(one.get_as(&cookie, "/min-side").await.status, 200);
    assert_eq!(two.get_as(&cookie, "/min-side").await.status, 200);
    assert_eq!(two.post_as(&cookie, "/log-ud", &[]).await.status, 303);
    assert_eq!(one.get_as(&cookie, "/min-side").await.status, 401, "at once");
}

#[tokio::test]
async fn signing_out_everywhere_on_one_node_holds_on_the_other_at_once() {
    let (one, two) = two_nodes().await;
    let (library, telephone, other) =
        (one.sign_in(AASE).await, two.sign_in(AASE).await, two.sign_in(BO).await);
    for (node, cookie) in [(&one, &telephone), (&two, &library), (&one, &other)] {
        assert_eq!(node.get_as(cookie, "/min-side").await.status, 200);
    }
    assert_eq!(one.post_as(&telephone, "/min-side/log-ud-alle", &[]).await.status, 303);
    for node in [&one, &two] {
        assert_eq!(node.get_as(&library, "/min-side").await.status, 401);
        assert_eq!(node.get_as(&telephone, "/min-side").await.status, 401);
        assert_eq!(node.get_as(&other, "/min-side").await.status, 200, "Bo is not Aase");
    }
}

#[tokio::test]
async fn a_sign_in_that_begins_on_one_node_ends_on_the_other() {
    let (one, two) = two_nodes().await;
    let mut browser = Browser::open(&one, "/log-ind/demo?next=/staff/help-points").await;
    assert!(browser.here.starts_with("/mitid/login/"), "{}", browser.here);
    let login = browser.here.clone();
    browser.move_to(&two);
    browser.post(&login, &[("user_name", "bo")]).await;
    browser.move_to(&one);
    browser.post(&browser.form("/app"), &[("answer", "open")]).await;
    browser.move_to(&two);
    browser.post(&browser.form("/app"), &[("answer", "approve")]).await;
    assert_eq!((&*browser.here, browser.page.status), ("/staff/help-points", 200), "{}", browser.page.body);
    assert!(browser.page.body.contains("Bo Lind"));
    browser.move_to(&one);
    browser.get("/min-side").await;
    assert_eq!(browser.page.status, 200);
}

/// What the counter in Vejle is called at first.
pub(crate) const COUNTER: &str = "Borgerservice i Vejle";

/// Conny gives the counter another name; `version` is what she saw.
pub(crate) async fn rename(node: &House, cookie: &str, counter: &str, version: i64, name: &str) -> Answer {
    let version = version.to_string();
    let form = [
        ("version", &*version),
        ("kind", "borgerservice"),
        ("name", name),
        ("postcode", "7100"),
        ("phone", "00 00 10 43"),
        ("step_free", "yes"),
    ];
    node.post_as(cookie, &format!("/staff/help-points/{counter}/details"), &form).await
}

#[tokio::test]
async fn a_correction_on_one_node_is_soon_read_on_the_other() {
    let (one, two) = two_nodes().await;
    let (page, counter) = ("/find-hjaelp?near=7100&lang=da", one.point(COUNTER).await);
    for _ in 0..2 {
        assert!(two.get(page).await.body.contains(COUNTER), "read, and then kept");
    }
    let cookie = one.sign_in(CONNY).await;
    let answer = rename(&one, &cookie, &counter, 1, "Borgerservice på Torvet").await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let since = Instant::now();
    while !two.get(page).await.body.contains("Borgerservice på Torvet") {
        assert!(since.elapsed() < SEEN, "the other node still tells what was");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let clash = rename(&two, &cookie, &counter, 1, "Borgerservice i Byparken").await;
    assert_eq!(clash.status, 409, "what was seen before the correction cannot be corrected");
}

#[tokio::test]
async fn a_caller_gains_nothing_by_asking_two_nodes() {
    let n = |n| NonZeroU32::new(n).unwrap();
    let limits = LimitSettings { sign_in: n(10), write: n(15), interface: n(40), ..LimitSettings::default() };
    let one = House::open_with(Engine::Postgres, limits).await;
    let two = one.second_node().await;
    for (method, path, limit) in
        [("GET", "/log-ind", 10), ("POST", "/log-ud", 15), ("GET", "/api/help-points?near=7100&limit=", 40)]
    {
        let mut refused = Vec::new();
        let mut through = 0;
        for call in 1..=2 * limit {
            // Each address of the interface is another one, for a page that is kept costs nothing.
            let path = if path.ends_with('=') { format!("{path}{call}") } else { path.to_owned() };
            let (first, second) =
                tokio::join!(one.send(method, &path, "", ""), two.send(method, &path, "", ""));
            for answer in [first, second] {
                match answer.status {
                    429 => refused.push(answer),
                    _ => through += 1,
                }
            }
        }
        assert_eq!((through, refused.len()), (limit, 3 * limit), "{method} {path}");
        assert!(refused.iter().all(|answer| answer.header("retry-after") == "60"), "{method} {path}");
    }
    later([&one, &two], SignedDuration::from_secs(25));
    assert_eq!(two.get("/log-ind").await.header("retry-after"), "35");
    later([&one, &two], SignedDuration::from_secs(35));
    assert_eq!(two.get("/log-ind").await.status, 200, "a new minute");
}

row! {
    struct Entry { entry: String }
}

/// A table in which handlers write what they did.
async fn open_ledger(house: &House) {
    let tx = house.realm.store.write().await.unwrap();
    tx.run("create table jobs_ledger (entry text not null)", params![]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn ledger(house: &House) -> Vec<String> {
    let tx = house.realm.read().await.unwrap();
    let entries: Vec<Entry> =
        tx.all("select entry from jobs_ledger order by entry", params![]).await.unwrap();
    entries.into_iter().map(|entry| entry.entry).collect()
}

fn write_down<'a>(work: &'a mut Work<'_>, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let entry = job.payload.clone();
        work.tx().run("insert into jobs_ledger (entry) values ($1)", params![entry]).await?;
        Ok(())
    })
}

fn runner(house: &House, jobs: &Jobs, node: &str) -> Runner {
    Runner::new(house.realm.clone(), Arc::new(jobs.clone()), node)
}

async fn order(house: &House, number: usize) {
    let mut work = house.realm.work(Actor::program("story", Via::Program)).await.unwrap();
    jobs::order(&mut work, Order::new("story.write", &number)).await.unwrap();
    work.commit().await.unwrap();
}

async fn until_nothing_waits(house: &House) {
    let since = Instant::now();
    loop {
        let tx = house.realm.read().await.unwrap();
        let figures = jobs::figures(&tx, house.realm.now()).await.unwrap();
        assert_eq!(figures.dead, 0);
        if figures.waiting == 0 {
            return;
        }
        assert!(since.elapsed() < Duration::from_secs(60), "{figures:?}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn what_one_node_orders_the_other_does() {
    let (one, two) = two_nodes().await;
    open_ledger(&one).await;
    let jobs = Jobs::new().within("story.write", write_down);
    let stop = Stop::default();
    let runner = runner(&two, &jobs, "two");
    let working = tokio::spawn({
        let stop = stop.clone();
        async move { runner.run(stop).await }
    });
    order(&one, 1).await;
    until_nothing_waits(&one).await;
    stop.now();
    working.await.unwrap();
    assert_eq!(ledger(&one).await, ["1"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_that_reach_for_the_same_jobs_do_each_once() {
    let (one, two) = two_nodes().await;
    open_ledger(&one).await;
    let jobs = Jobs::new().within("story.write", write_down);
    for number in 0..150 {
        order(if number % 2 == 0 { &one } else { &two }, number).await;
    }
    let stop = Stop::default();
    let working: Vec<_> = [runner(&one, &jobs, "one"), runner(&two, &jobs, "two")]
        .into_iter()
        .map(|runner| {
            let stop = stop.clone();
            tokio::spawn(async move { runner.run(stop).await })
        })
        .collect();
    for number in 150..200 {
        order(&one, number).await;
    }
    until_nothing_waits(&one).await;
    stop.now();
    for runner in working {
        runner.await.unwrap();
    }
    let mut done: Vec<usize> = ledger(&two).await.iter().map(|entry| entry.parse().unwrap()).collect();
    done.sort_unstable();
    assert_eq!(done, (0..200).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_due_at_night_is_ordered_once_by_two_nodes() {
    let (one, two) = two_nodes().await;
    open_ledger(&one).await;
    let jobs = Jobs::new().within("story.nightly", write_down).schedule(Schedule {
        name: "story.nightly",
        when: When::Daily(time(2, 0, 0, 0)),
        kind: "story.nightly",
    });
    let (first, second) = (runner(&one, &jobs, "one"), runner(&two, &jobs, "two"));
    for night in 0..8 {
        let (first, second) = tokio::join!(first.drain(), second.drain());
        first.unwrap();
        second.unwrap();
        assert_eq!(ledger(&one).await.len(), night, "the first night begins after the first look");
        later([&one, &two], SignedDuration::from_hours(24));
    }
}
