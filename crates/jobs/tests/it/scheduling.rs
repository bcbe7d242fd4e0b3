//! Schedules on several nodes, after a pause, and under clocks that are wrong.

use jiff::SignedDuration;
use jiff::civil::time;
use jobs::{Doing, Job, Jobs, Schedule, When};
use realm::Work;
use store::params;

use crate::on_both;
use crate::world::World;

on_both!(
    every_night_is_once_a_night_on_two_nodes,
    a_night_without_any_node_is_made_up_for_once,
    a_clock_that_was_a_year_ahead_does_not_stop_the_schedule,
);

fn nightly() -> Jobs {
    Jobs::new().within("night", note_the_night).schedule(Schedule {
        name: "night",
        when: When::Daily(time(2, 0, 0, 0)),
        kind: "night",
    })
}

fn note_the_night<'a>(work: &'a mut Work<'_>, _: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let (id, entry) = (work.new_uuid(), work.today().to_string());
        work.tx().run("insert into jobs_ledger (id, entry) values ($1, $2)", params![id, entry]).await?;
        Ok(())
    })
}

async fn every_night_is_once_a_night_on_two_nodes(world: World) {
    let (one, two) = (world.runner(&nightly()), world.other_runner(&nightly()));
    for _ in 0..72 {
        let (first, second) = tokio::join!(one.drain(), two.drain());
        first.unwrap();
        second.unwrap();
        world.later(3600);
    }
    assert_eq!(world.ledger().await, ["2026-11-25", "2026-11-26", "2026-11-27"]);
}

async fn a_night_without_any_node_is_made_up_for_once(world: World) {
    let runner = world.runner(&nightly());
    runner.drain().await.unwrap();
    world.later(3600 * 24 * 5);
    runner.drain().await.unwrap();
    runner.drain().await.unwrap();
    assert_eq!(world.ledger().await, ["2026-11-29"]);
}

async fn a_clock_that_was_a_year_ahead_does_not_stop_the_schedule(world: World) {
    let (right, wrong) = (world.runner(&nightly()), world.other_runner(&nightly()));
    right.drain().await.unwrap();
    world.other.clock.advance(SignedDuration::from_hours(24 * 365));
    wrong.drain().await.unwrap();
    world.other.clock.advance(-SignedDuration::from_hours(24 * 365));
    let before = world.ledger().await.len();
    for _ in 0..48 {
        right.drain().await.unwrap();
        world.later(3600);
    }
    assert_eq!(world.ledger().await.len() - before, 2);
}
