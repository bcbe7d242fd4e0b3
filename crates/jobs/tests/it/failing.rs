//! Failures, pauses and dead letters.

use jobs::{Doing, Job, JobError, Jobs, Order};
use realm::{Actor, Via, Work};

use crate::on_both;
use crate::world::{Fails, World, write_down};

on_both!(
    a_failed_job_is_tried_again_after_a_pause,
    a_failed_job_holds_up_its_own_line_only,
    what_cannot_succeed_is_a_dead_letter_at_once,
    a_dead_letter_holds_nobody_up_and_can_be_sent_off_again,
    a_dead_letter_can_be_thrown_away_with_a_reason,
    after_a_day_of_failures_a_job_is_dead,
    a_handler_that_breaks_down_takes_nothing_with_it,
);

async fn a_failed_job_is_tried_again_after_a_pause(world: World) {
    let jobs = Jobs::new().outside("send", Fails::times(2, || JobError::again("the server is full")));
    world.order(Order::new("send", &"a")).await;
    let runner = world.runner(&jobs);
    assert_eq!(runner.drain().await.unwrap(), 1);
    assert_eq!(runner.drain().await.unwrap(), 0, "it is not tried again at once");
    world.later(7);
    assert_eq!(runner.drain().await.unwrap(), 1);
    world.later(13);
    assert_eq!(runner.drain().await.unwrap(), 1);
    assert_eq!(world.figures().await.waiting, 0);
}

async fn a_failed_job_holds_up_its_own_line_only(world: World) {
    let jobs =
        Jobs::new().outside("send", Fails::times(1, || JobError::again("busy"))).within("write", write_down);
    world.order(Order::new("send", &"a").in_line("aase")).await;
    world.order(Order::new("write", &"after a").in_line("aase")).await;
    world.order(Order::new("write", &"bo").in_line("bo")).await;
    let runner = world.runner(&jobs);
    runner.drain().await.unwrap();
    assert_eq!(world.ledger().await, ["bo"]);
    world.later(10);
    runner.drain().await.unwrap();
    assert_eq!(world.ledger().await, ["bo", "after a"]);
}

async fn what_cannot_succeed_is_a_dead_letter_at_once(world: World) {
    let jobs = Jobs::new().within("write", write_down);
    world.order(Order::new("write", &serde_json::json!({ "not": "a text" }))).await;
    world.runner(&jobs).drain().await.unwrap();
    let dead = jobs::dead_letters(&world.realm.read().await.unwrap(), 10).await.unwrap();
    assert_eq!(dead.len(), 1);
    assert_eq!(dead[0].last_error, "the payload is not one of write");
    assert_eq!(dead[0].attempts, 1);
}

async fn a_dead_letter_holds_nobody_up_and_can_be_sent_off_again(world: World) {
    let jobs = Jobs::new()
        .outside("send", Fails::times(1, || JobError::Never("no such gateway".to_owned())))
        .within("write", write_down);
    world.order(Order::new("send", &"a").in_line("aase")).await;
    world.order(Order::new("write", &"next").in_line("aase")).await;
    let runner = world.runner(&jobs);
    runner.drain().await.unwrap();
    assert_eq!(world.ledger().await, ["next"]);
    let dead = jobs::dead_letters(&world.realm.read().await.unwrap(), 10).await.unwrap();

    let mut work = world.realm.work(Actor::program("operator", Via::CommandLine)).await.unwrap();
    jobs::retry(&mut work, dead[0].id).await.unwrap();
    assert!(matches!(jobs::retry(&mut work, dead[0].id).await, Err(jobs::GiveUpError::Gone)));
    work.commit().await.unwrap();
    assert_eq!(runner.drain().await.unwrap(), 1);
    assert_eq!(world.figures().await.dead, 0);
    let log = realm::newest(&world.realm.read().await.unwrap(), 1).await.unwrap();
    assert_eq!(log[0].action, "job.retry");
}

async fn a_dead_letter_can_be_thrown_away_with_a_reason(world: World) {
    let jobs = Jobs::new().outside("send", Fails::times(9, || JobError::Never("no".to_owned())));
    world.order(Order::new("send", &"a")).await;
    world.runner(&jobs).drain().await.unwrap();
    let dead = jobs::dead_letters(&world.realm.read().await.unwrap(), 10).await.unwrap();
    let mut work = world.realm.work(Actor::program("operator", Via::CommandLine)).await.unwrap();
    jobs::give_up(&mut work, dead[0].id, "sent by hand").await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(world.figures().await, jobs::Figures { waiting: 0, overdue: 0, dead: 0, oldest: None });
    let log = realm::newest(&world.realm.read().await.unwrap(), 1).await.unwrap();
    assert_eq!((log[0].action.as_str(), log[0].reason.as_str()), ("job.give_up", "sent by hand"));
}

async fn after_a_day_of_failures_a_job_is_dead(world: World) {
    let jobs = Jobs::new().outside("send", Fails::times(usize::MAX, || JobError::again("down")));
    world.order(Order::new("send", &"a")).await;
    let runner = world.runner(&jobs);
    let mut hours = 0;
    while world.figures().await.dead == 0 {
        runner.drain().await.unwrap();
        world.later(3600 * 5 / 4);
        hours += 1;
        assert!(hours < 100, "it is never given up");
    }
    let dead = jobs::dead_letters(&world.realm.read().await.unwrap(), 10).await.unwrap();
    assert_eq!(dead[0].attempts, 32);
}

async fn a_handler_that_breaks_down_takes_nothing_with_it(world: World) {
    let jobs = Jobs::new().within("break", break_down).within("write", write_down);
    world.order(Order::new("break", &"x")).await;
    world.order(Order::new("write", &"y")).await;
    world.runner(&jobs).drain().await.unwrap();
    assert_eq!(world.ledger().await, ["y"]);
    let figures = world.figures().await;
    assert_eq!((figures.waiting, figures.dead), (1, 0));
}

fn break_down<'a>(_: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
    Box::pin(async { panic!("this handler is broken") })
}
