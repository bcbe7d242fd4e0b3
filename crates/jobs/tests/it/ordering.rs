//! Orders and their changes, lines, urgency, and what a node leaves alone.

use jobs::{Jobs, Order, Urgency};
use realm::{Actor, Via};

use crate::on_both;
use crate::world::{World, write_down};

on_both!(
    an_order_is_kept_with_its_change_and_lost_with_it,
    a_line_is_done_in_its_order,
    whoever_waits_at_the_screen_comes_first,
    an_order_with_a_key_is_taken_once,
    a_node_leaves_alone_what_it_does_not_know,
    two_handlers_of_one_fact_work_in_one_transaction,
    a_job_is_not_done_before_its_time,
);

fn scribe() -> Jobs {
    Jobs::new().within("write", write_down)
}

async fn an_order_is_kept_with_its_change_and_lost_with_it(world: World) {
    let mut dropped = world.realm.work(Actor::program("story", Via::Program)).await.unwrap();
    jobs::order(&mut dropped, Order::new("write", &"never")).await.unwrap();
    drop(dropped);
    world.order(Order::new("write", &"kept")).await;
    assert_eq!(world.runner(&scribe()).drain().await.unwrap(), 1);
    assert_eq!(world.ledger().await, ["kept"]);
    assert_eq!(world.figures().await.waiting, 0);
}

async fn a_line_is_done_in_its_order(world: World) {
    for n in 0..20 {
        let line = format!("person:{}", n % 2);
        world.order(Order::new("write", &format!("{n:02}")).in_line(line)).await;
    }
    let jobs = scribe();
    let (one, two) = (world.runner(&jobs), world.other_runner(&jobs));
    let (first, second) = tokio::join!(one.drain(), two.drain());
    // Each may have left while the other still held the last of a line.
    let rest = one.drain().await.unwrap();
    assert_eq!(first.unwrap() + second.unwrap() + rest, 20);
    let ledger = world.ledger().await;
    for line in [0, 1] {
        let of_line: Vec<_> = ledger.iter().filter(|e| e.parse::<u32>().unwrap() % 2 == line).collect();
        assert!(of_line.is_sorted(), "{of_line:?}");
        assert_eq!(of_line.len(), 10);
    }
}

async fn whoever_waits_at_the_screen_comes_first(world: World) {
    world.order(Order::new("write", &"news").urgency(Urgency::Bulk)).await;
    world.order(Order::new("write", &"letter")).await;
    world.order(Order::new("write", &"code").urgency(Urgency::Now)).await;
    world.runner(&scribe()).drain().await.unwrap();
    assert_eq!(world.ledger().await, ["code", "letter", "news"]);
}

async fn an_order_with_a_key_is_taken_once(world: World) {
    world.order(Order::new("write", &"first").once("report:2026")).await;
    world.order(Order::new("write", &"second").once("report:2026")).await;
    world.runner(&scribe()).drain().await.unwrap();
    assert_eq!(world.ledger().await, ["first"]);
}

async fn a_node_leaves_alone_what_it_does_not_know(world: World) {
    world.order(Order::new("from.a.newer.program", &"x")).await;
    world.order(Order::new("write", &"known")).await;
    world.runner(&scribe()).drain().await.unwrap();
    assert_eq!(world.ledger().await, ["known"]);
    assert_eq!(world.figures().await.waiting, 1);
}

async fn two_handlers_of_one_fact_work_in_one_transaction(world: World) {
    let jobs = scribe().within("write", refuse_once);
    world.order(Order::new("write", &"both")).await;
    let runner = world.runner(&jobs);
    runner.drain().await.unwrap();
    assert!(world.ledger().await.is_empty(), "the first handler's work is undone with the second's");
    world.later(10);
    runner.drain().await.unwrap();
    assert_eq!(world.ledger().await, ["both"]);
}

fn refuse_once<'a>(_: &'a mut realm::Work<'_>, job: &'a jobs::Job) -> jobs::Doing<'a> {
    Box::pin(async move { if job.attempts == 1 { Err(jobs::JobError::again("not yet")) } else { Ok(()) } })
}

async fn a_job_is_not_done_before_its_time(world: World) {
    let in_a_minute = world.realm.now() + jiff::SignedDuration::from_secs(60);
    world.order(Order::new("write", &"later").not_before(in_a_minute)).await;
    let runner = world.runner(&scribe());
    assert_eq!(runner.drain().await.unwrap(), 0);
    world.later(60);
    assert_eq!(runner.drain().await.unwrap(), 1);
}
