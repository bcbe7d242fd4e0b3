//! Two nodes race for the same jobs.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use jobs::{Doing, Job, Jobs, Order, Runner, Stop};
use realm::{Actor, Chance, Clock, Realm, RealmKind, Via, Work};
use store::{Engine, Migration, Migrations, Store, params, row};

use crate::Told;

/// As many jobs on each engine.
const JOBS: usize = 10_000;

/// The schema that jobs need, and a table in which handlers note each job that they did.
const LINE: Migrations = Migrations(&[
    Migration { name: "0001_realm.sql", sql: include_str!("../../../migrations/0001_realm.sql") },
    Migration { name: "0005_jobs.sql", sql: include_str!("../../../migrations/0005_jobs.sql") },
    Migration {
        name: "0006_done.sql",
        sql: "create table faults_done (id uuid primary key, n bigint not null);",
    },
]);

row! {
    struct Done {
        n: i64,
        times: i64,
    }
}

/// One database, seen from two nodes.
pub(crate) struct TwoNodes {
    pub(crate) nodes: [Arc<Realm>; 2],
    pub(crate) engine: Engine,
    _folder: tempfile::TempDir,
}

impl TwoNodes {
    pub(crate) async fn open(engine: Engine, clock: fn() -> Clock) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let url = match engine {
            Engine::Sqlite => format!("sqlite:{}", folder.path().join("jobs.db").display()),
            Engine::Postgres => crate::failover::new_database().await?,
        };
        let node = async || -> anyhow::Result<Arc<Realm>> {
            Ok(Arc::new(Realm::new(RealmKind::Demo, "", Store::open(&url).await?, clock(), Chance::System)))
        };
        let nodes = [node().await?, node().await?];
        LINE.run(&nodes[0].store, nodes[0].now()).await?;
        Ok(Self { nodes, engine, _folder: folder })
    }

    /// Orders so many jobs, each with its number.
    pub(crate) async fn order(&self, count: usize) -> anyhow::Result<()> {
        let mut work = self.nodes[0].work(Actor::program("faults", Via::Program)).await?;
        for n in 0..count {
            jobs::order(&mut work, Order::new("note", &n)).await?;
        }
        work.commit().await?;
        Ok(())
    }

    /// Starts both nodes, which go on until told to stop.
    pub(crate) fn start(&self, stop: &Stop) -> Vec<tokio::task::JoinHandle<()>> {
        let jobs = Arc::new(Jobs::new().within("note", note));
        let names = ["one", "two"];
        self.nodes
            .iter()
            .zip(names)
            .map(|(realm, name)| {
                let (runner, stop) = (Runner::new(realm.clone(), jobs.clone(), name), stop.clone());
                tokio::spawn(async move { runner.run(stop).await })
            })
            .collect()
    }

    /// How many jobs are still there.
    pub(crate) async fn waiting(&self) -> anyhow::Result<usize> {
        let figures = jobs::figures(&self.nodes[0].read().await?, self.nodes[0].now()).await?;
        Ok(usize::try_from(figures.waiting + figures.dead)?)
    }

    /// What of so many jobs was lost, and what was done more than once.
    pub(crate) async fn told(&self, count: usize) -> anyhow::Result<(usize, usize)> {
        let tx = self.nodes[0].read().await?;
        let done: Vec<Done> =
            tx.all("select n, count(*) as times from faults_done group by n", params![]).await?;
        let doubled = done.iter().filter(|done| done.times > 1).count();
        let known = done.iter().filter(|done| usize::try_from(done.n).is_ok_and(|n| n < count)).count();
        Ok((count - known, doubled))
    }
}

/// How often a handler began, whatever became of it.
pub(crate) static BEGUN: AtomicUsize = AtomicUsize::new(0);

fn note<'a>(work: &'a mut Work<'_>, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        BEGUN.fetch_add(1, Ordering::SeqCst);
        let n: i64 = job.read()?;
        let id = work.new_uuid();
        work.tx().run("insert into faults_done (id, n) values ($1, $2)", params![id, n]).await?;
        Ok(())
    })
}

pub(crate) async fn run() -> anyhow::Result<Told> {
    let mut told = Told { did: format!("two nodes raced for {JOBS} jobs"), ..Told::default() };
    for engine in [Engine::Postgres, Engine::Sqlite] {
        let nodes = TwoNodes::open(engine, || Clock::System).await?;
        nodes.order(JOBS).await?;
        let stop = Stop::default();
        let begun = std::time::Instant::now();
        let running = nodes.start(&stop);
        while nodes.waiting().await? > 0 {
            anyhow::ensure!(
                begun.elapsed() < Duration::from_secs(600),
                "the jobs are not done in ten minutes"
            );
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let each = JOBS as f64 / begun.elapsed().as_secs_f64();
        stop.now();
        for node in running {
            node.await?;
        }
        let (lost, doubled) = nodes.told(JOBS).await?;
        told.lost += lost;
        told.doubled += doubled;
        told.did.push_str(&format!(", {each:.0} a second on {:?}", nodes.engine));
    }
    Ok(told)
}
