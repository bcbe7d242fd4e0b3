//! A small database in which one thing is always true: every piece of work raises both counters and adds one visit.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use backup::{BackupError, Made, Order, Recipient, make};
use jiff::Timestamp;
use store::{Migration, Migrations, Store, params, row};
use tokio::task::JoinHandle;

pub(crate) const LINE: Migrations = Migrations(&[Migration {
    name: "0001_library.sql",
    sql: "create table backup_left (id bigint primary key, n bigint not null);
        create table backup_right (id bigint primary key, n bigint not null);
        create table backup_visit (
            id uuid primary key, number bigint not null, note text, hours double precision, first boolean not null,
        -- [sqlite]
            sealed blob
        -- [postgres]
            sealed bytea
        -- [both]
        );
        insert into backup_left (id, n) values (1, 0);
        insert into backup_right (id, n) values (1, 0);",
}]);

row! {
    struct Counted {
        number: i64,
    }
}

/// A folder, a database in it, and what is made beside it.
pub(crate) struct Library {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) url: String,
}

impl Library {
    /// A file with so many visits.
    pub(crate) async fn with(visits: i64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("omtanke.db").display());
        fill(&url, visits).await;
        Self { folder, url }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) async fn back_up(&self, name: &str) -> Result<Made, BackupError> {
        make(&order(&self.url, &self.path(name), None), |_| {}).await
    }

    pub(crate) async fn back_up_sealed(&self, name: &str, key: Recipient) -> Result<Made, BackupError> {
        make(&order(&self.url, &self.path(name), Some(key)), |_| {}).await
    }

    /// The address of a database that is not there yet, in a folder that is not there yet.
    pub(crate) fn elsewhere(&self) -> String {
        format!("sqlite:{}", self.path("elsewhere/omtanke.db").display())
    }

    /// The names of all that lies in the folder, in order.
    pub(crate) fn names(&self) -> Vec<String> {
        names_in(self.folder.path())
    }
}

pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

pub(crate) fn order(url: &str, out: &Path, seal_for: Option<Recipient>) -> Order {
    let now = "2026-11-24T09:30:00Z".parse().unwrap();
    Order { database: url.to_owned(), out: out.to_owned(), seal_for, now }
}

/// Makes the schema and so many visits.
pub(crate) async fn fill(url: &str, visits: i64) {
    let store = Store::open(url).await.unwrap();
    LINE.run(&store, Timestamp::UNIX_EPOCH).await.unwrap();
    let tx = store.write().await.unwrap();
    for _ in 0..visits {
        visit(&tx).await;
    }
    tx.commit().await.unwrap();
    store.close().await;
}

async fn visit(tx: &store::Tx) {
    tx.run("update backup_left set n = n + 1 where id = 1", params![]).await.unwrap();
    let number = counted(tx, "select n as number from backup_left").await;
    let sql =
        "insert into backup_visit (id, number, note, hours, first, sealed) values ($1, $2, $3, $4, $5, null)";
    let id = uuid::Uuid::from_u128(u128::try_from(number).unwrap());
    let note = (number % 3 != 0)
        .then(|| format!("Visit {number} of Aase to the library in Vejle, {}", "æ".repeat(50)));
    tx.run(sql, params![id, number, note, 0.25 * 7.1, number == 1]).await.unwrap();
    tx.run("update backup_right set n = n + 1 where id = 1", params![]).await.unwrap();
}

async fn counted(tx: &store::Tx, sql: &str) -> i64 {
    tx.optional::<Counted>(sql, params![]).await.unwrap().unwrap().number
}

/// How many visits there are, after looking whether all three places that know it agree.
pub(crate) async fn visits(url: &str) -> i64 {
    let store = Store::open(url).await.unwrap();
    let tx = store.read().await.unwrap();
    let left = counted(&tx, "select n as number from backup_left").await;
    assert_eq!(left, counted(&tx, "select n as number from backup_right").await);
    assert_eq!(left, counted(&tx, "select count(*) as number from backup_visit").await);
    assert_eq!(left, counted(&tx, "select coalesce(max(number), 0) as number from backup_visit").await);
    drop(tx);
    store.close().await;
    left
}

pub(crate) async fn digest_of(url: &str) -> String {
    let store = Store::open(url).await.unwrap();
    let tx = store.read().await.unwrap();
    let digest = store::digest_of_all(&store::digest(&tx).await.unwrap());
    drop(tx);
    store.close().await;
    digest
}

/// Visitors who come until they are sent home.
pub(crate) struct Visitors {
    open: Arc<AtomicBool>,
    tasks: Vec<JoinHandle<i64>>,
}

impl Visitors {
    pub(crate) async fn come(url: &str) -> Self {
        let open = Arc::new(AtomicBool::new(true));
        let store = Store::open(url).await.unwrap();
        let tasks = (0..4).map(|_| {
            let (store, open) = (store.clone(), open.clone());
            tokio::spawn(async move {
                let mut came = 0;
                while open.load(Ordering::Relaxed) {
                    let tx = store.write().await.unwrap();
                    visit(&tx).await;
                    tx.commit().await.unwrap();
                    came += 1;
                }
                came
            })
        });
        let tasks = tasks.collect();
        Self { open, tasks }
    }

    /// Sends them home, and says how many came.
    pub(crate) async fn go(self) -> i64 {
        self.open.store(false, Ordering::Relaxed);
        let mut came = 0;
        for task in self.tasks {
            came += task.await.unwrap();
        }
        came
    }
}
