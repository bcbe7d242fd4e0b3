//! The clock of one node jumps about while two nodes work.

use std::time::Duration;

use jiff::SignedDuration;
use jobs::Stop;
use realm::Clock;
use store::Engine;

use crate::Told;
use crate::race::TwoNodes;

const JOBS: usize = 2_000;

/// Hours that the clock is moved by, one after the other; together they end where they began.
const JUMPS: [i64; 8] = [1, 24, -25, 24 * 365, -24 * 365, -48, 49, -1];

pub(crate) async fn run() -> anyhow::Result<Told> {
    let standing = || Clock::standing_at("2026-10-24T23:59:00Z".parse().expect("it is a moment"));
    let mut told =
        Told { did: format!("one clock jumped by up to a year under {JOBS} jobs"), ..Told::default() };
    for engine in [Engine::Postgres, Engine::Sqlite] {
        let nodes = TwoNodes::open(engine, standing).await?;
        nodes.order(JOBS).await?;
        let stop = Stop::default();
        let running = nodes.start(&stop);
        for round in 0.. {
            let jump = JUMPS[round % JUMPS.len()];
            nodes.nodes[1].clock.advance(SignedDuration::from_hours(jump));
            tokio::time::sleep(Duration::from_millis(23)).await;
            if round % JUMPS.len() == JUMPS.len() - 1 && nodes.waiting().await? == 0 {
                break;
            }
            // The right clock goes on too, so that jobs claimed under the wrong one come back.
            nodes.nodes[0].clock.advance(SignedDuration::from_secs(10));
            anyhow::ensure!(round < 20_000, "the jobs are not done");
        }
        stop.now();
        for node in running {
            node.await?;
        }
        let (lost, doubled) = nodes.told(JOBS).await?;
        told.lost += lost;
        told.doubled += doubled;
    }
    Ok(told)
}
