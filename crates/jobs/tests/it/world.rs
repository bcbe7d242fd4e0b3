//! Two nodes on one database, and a ledger in which handlers write what they did.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jobs::{Doing, Job, JobError, Jobs, Order, Outside, Runner};
use realm::{Actor, Chance, Clock, Realm, RealmKind, Via, Work};
use store::{Migration, Migrations, Store, params, row};

pub(crate) const LINE: Migrations = Migrations(&[
    Migration { name: "0001_realm.sql", sql: include_str!("../../../../migrations/0001_realm.sql") },
    Migration { name: "0005_jobs.sql", sql: include_str!("../../../../migrations/0005_jobs.sql") },
    Migration {
        name: "0006_ledger.sql",
        sql: "create table jobs_ledger (id uuid primary key, entry text not null);",
    },
]);

/// Runs a story on both databases.
#[macro_export]
macro_rules! on_both {
    ($($story:ident),* $(,)?) => {$(
        mod $story {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                super::$story($crate::world::World::on_sqlite().await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                super::$story($crate::world::World::on_postgres().await).await;
            }
        }
    )*};
}

pub(crate) struct World {
    pub(crate) realm: Arc<Realm>,
    /// The same database, seen from another node.
    pub(crate) other: Arc<Realm>,
    _folder: tempfile::TempDir,
}

row! {
    struct Entry {
        entry: String,
    }
}

impl World {
    pub(crate) async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("jobs.db").display());
        Self::open(&url, folder).await
    }

    pub(crate) async fn on_postgres() -> Self {
        Self::open(&testing::new_postgres().await, tempfile::tempdir().unwrap()).await
    }

    async fn open(url: &str, folder: tempfile::TempDir) -> Self {
        let (realm, other) = (node(url).await, node(url).await);
        LINE.run(&realm.store, realm.now()).await.unwrap();
        Self { realm, other, _folder: folder }
    }

    pub(crate) async fn order(&self, order: Order) {
        let mut work = self.realm.work(Actor::program("story", Via::Program)).await.unwrap();
        jobs::order(&mut work, order).await.unwrap();
        work.commit().await.unwrap();
    }

    pub(crate) fn runner(&self, jobs: &Jobs) -> Runner {
        Runner::new(self.realm.clone(), Arc::new(jobs.clone()), "one")
    }

    pub(crate) fn other_runner(&self, jobs: &Jobs) -> Runner {
        Runner::new(self.other.clone(), Arc::new(jobs.clone()), "two")
    }

    /// Moves the clocks of both nodes.
    pub(crate) fn later(&self, seconds: i64) {
        for realm in [&self.realm, &self.other] {
            realm.clock.advance(jiff::SignedDuration::from_secs(seconds));
        }
    }

    /// What handlers wrote, in the order in which they wrote it.
    pub(crate) async fn ledger(&self) -> Vec<String> {
        let tx = self.realm.read().await.unwrap();
        let entries: Vec<Entry> =
            tx.all("select entry from jobs_ledger order by id", params![]).await.unwrap();
        entries.into_iter().map(|entry| entry.entry).collect()
    }

    pub(crate) async fn figures(&self) -> jobs::Figures {
        jobs::figures(&self.realm.read().await.unwrap(), self.realm.now()).await.unwrap()
    }
}

async fn node(url: &str) -> Arc<Realm> {
    let store = Store::open(url).await.unwrap();
    let clock = Clock::standing_at("2026-11-24T09:30:00Z".parse().unwrap());
    Arc::new(Realm::new(RealmKind::Demo, "", store, clock, Chance::System))
}

/// Writes the payload into the ledger, in the job's own transaction.
pub(crate) fn write_down<'a>(work: &'a mut Work<'_>, job: &'a Job) -> Doing<'a> {
    static PLACE: AtomicUsize = AtomicUsize::new(0);
    Box::pin(async move {
        let entry: String = job.read()?;
        // A clock that stands still would give ids in no order.
        let id = uuid::Uuid::from_u128(PLACE.fetch_add(1, Ordering::SeqCst) as u128);
        work.tx().run("insert into jobs_ledger (id, entry) values ($1, $2)", params![id, entry]).await?;
        Ok(())
    })
}

/// Fails so many times, and then lets the job pass.
pub(crate) struct Fails {
    left: AtomicUsize,
    error: fn() -> JobError,
}

impl Fails {
    pub(crate) fn times(times: usize, error: fn() -> JobError) -> Self {
        Self { left: AtomicUsize::new(times), error }
    }
}

impl Outside for Fails {
    fn run<'a>(&'a self, _: &'a Arc<Realm>, _: &'a Job) -> Doing<'a> {
        Box::pin(async move {
            let left = self.left.load(Ordering::SeqCst);
            if left > 0 {
                self.left.store(left - 1, Ordering::SeqCst);
                return Err((self.error)());
            }
            Ok(())
        })
    }
}
