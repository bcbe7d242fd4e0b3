//! Nodes that die, sleep too long, or live under a clock that jumps.

use std::sync::Arc;
use std::time::Duration;

use jobs::{Doing, Job, Jobs, Order, Outside, Runner, Stop};
use realm::{Realm, Work};
use tokio::sync::Semaphore;

use crate::on_both;
use crate::world::{World, write_down};

on_both!(
    what_a_dead_node_held_is_done_by_another,
    a_node_that_slept_too_long_changes_nothing,
    a_clock_that_jumps_ahead_doubles_nothing_in_the_database,
    a_node_told_to_stop_finishes_what_it_holds,
    two_nodes_do_each_job_once,
);

/// Waits inside the handler until it is let on.
struct Waits {
    begun: Arc<Semaphore>,
    on: Arc<Semaphore>,
}

impl Waits {
    fn new() -> (Self, Arc<Semaphore>, Arc<Semaphore>) {
        let (begun, on) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
        (Self { begun: begun.clone(), on: on.clone() }, begun, on)
    }
}

impl Outside for Waits {
    fn run<'a>(&'a self, _: &'a Arc<Realm>, _: &'a Job) -> Doing<'a> {
        Box::pin(async {
            self.begun.add_permits(1);
            self.on.acquire().await.unwrap().forget();
            Ok(())
        })
    }
}

async fn what_a_dead_node_held_is_done_by_another(world: World) {
    let (waits, begun, _on) = Waits::new();
    let dying = world.runner(&Jobs::new().outside("write", waits));
    world.order(Order::new("write", &"mine")).await;
    let node = tokio::spawn(async move { dying.drain().await });
    begun.acquire().await.unwrap().forget();
    node.abort();

    let other = world.other_runner(&Jobs::new().within("write", write_down));
    assert_eq!(other.drain().await.unwrap(), 0, "the lease is still good");
    world.later(61);
    assert_eq!(other.drain().await.unwrap(), 1);
    assert_eq!(world.ledger().await, ["mine"]);
}

async fn a_node_that_slept_too_long_changes_nothing(world: World) {
    let (waits, begun, on) = Waits::new();
    let slow = world.runner(&Jobs::new().outside("write", waits));
    world.order(Order::new("write", &"once")).await;
    let node = tokio::spawn(async move { slow.drain().await });
    begun.acquire().await.unwrap().forget();

    world.later(61);
    let other = world.other_runner(&Jobs::new().within("write", write_down));
    assert_eq!(other.drain().await.unwrap(), 1);
    world
        .order(
            Order::new("write", &"next").not_before(world.realm.now() + jiff::SignedDuration::from_secs(1)),
        )
        .await;
    on.add_permits(1);
    node.await.unwrap().unwrap();
    assert_eq!(world.figures().await.waiting, 1, "waking up, it ends nobody else's job");
    assert_eq!(world.ledger().await, ["once"]);
}

async fn a_clock_that_jumps_ahead_doubles_nothing_in_the_database(world: World) {
    let jobs = Jobs::new().within("write", slowly);
    world.order(Order::new("write", &"once")).await;
    let one = world.runner(&jobs);
    let node = tokio::spawn(async move { one.drain().await });
    tokio::time::sleep(Duration::from_millis(100)).await;
    world.other.clock.advance(jiff::SignedDuration::from_hours(24 * 365));
    let other = world.other_runner(&jobs);
    other.drain().await.unwrap();
    node.await.unwrap().unwrap();
    world.other.clock.advance(-jiff::SignedDuration::from_hours(24 * 365));
    other.drain().await.unwrap();
    assert_eq!(world.ledger().await, ["once"]);
    assert_eq!(world.figures().await.waiting, 0);
}

fn slowly<'a>(work: &'a mut Work<'_>, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        tokio::time::sleep(Duration::from_millis(400)).await;
        write_down(work, job).await
    })
}

async fn a_node_told_to_stop_finishes_what_it_holds(world: World) {
    let (waits, begun, on) = Waits::new();
    let runner: Runner = world.runner(&Jobs::new().outside("send", waits));
    world.order(Order::new("send", &"a")).await;
    let stop = Stop::default();
    let told = stop.clone();
    let node = tokio::spawn(async move { runner.run(told).await });
    begun.acquire().await.unwrap().forget();
    stop.now();
    on.add_permits(2);
    node.await.unwrap();
    assert_eq!(world.figures().await.waiting, 0);
    world.order(Order::new("send", &"b")).await;
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert_eq!(world.figures().await.waiting, 1, "nobody is there to do it");
}

async fn two_nodes_do_each_job_once(world: World) {
    for n in 0..200 {
        world.order(Order::new("write", &n.to_string())).await;
    }
    let jobs = Jobs::new().within("write", write_down);
    let stop = Stop::default();
    let nodes = [world.runner(&jobs), world.other_runner(&jobs)].map(|runner| {
        let stop = stop.clone();
        tokio::spawn(async move { runner.run(stop).await })
    });
    while world.figures().await.waiting > 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    stop.now();
    for node in nodes {
        node.await.unwrap();
    }
    let mut ledger: Vec<u32> = world.ledger().await.iter().map(|entry| entry.parse().unwrap()).collect();
    ledger.sort_unstable();
    assert_eq!(ledger, (0..200).collect::<Vec<_>>());
}
