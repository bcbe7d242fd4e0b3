//! The connection to a database, and the only two ways to begin a transaction.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::{AccessMode, DatabaseConnection, IsolationLevel, TransactionOptions, TransactionTrait as _};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{DbError, OpenError, Tx, params, postgres, sqlite};

/// How long a writer waits for others, and everybody for a server that has gone away, before they give up.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Which engine a store runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// An embedded file, write-ahead logged.
    Sqlite,
    /// A server, possibly with several nodes of the program on it.
    Postgres,
}

/// The connections of a store. Whoever reads may find that they must write, such as to note that somebody looked, and hold on to their
/// reading meanwhile. Had they one pool, as many readers as it has connections could each wait for one more, and none would let go.
#[derive(Debug, Clone)]
pub(crate) struct Pools {
    pub(crate) readers: DatabaseConnection,
    pub(crate) writers: DatabaseConnection,
}

/// An open database.
#[derive(Debug, Clone)]
pub struct Store {
    pools: Pools,
    engine: Engine,
    /// SQLite has one writer at a time and lets the others poll, so that under load an unlucky one waits for
    /// seconds. Within this process they queue here instead, first come, first served.
    turn: Option<Arc<Semaphore>>,
}

impl Store {
    /// Opens `sqlite:PATH` (the file is made when absent) or `postgres://…`. A PostgreSQL address may name several
    /// servers, `postgres://USER@ONE:5432,TWO:5432/NAME`: the one that takes writes is used, and another one when it is
    /// promoted.
    ///
    /// # Errors
    /// When the address is of neither kind, or the file or server refuses.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let (pools, engine, turn) = match url.split_once(':').map(|(scheme, _)| scheme) {
            Some("sqlite") => {
                (sqlite::connect(url).await?, Engine::Sqlite, Some(Arc::new(Semaphore::new(1))))
            }
            Some("postgres" | "postgresql") => (postgres::connect(url).await?, Engine::Postgres, None),
            _ => return Err(OpenError::Scheme(url.chars().take_while(|&c| c != ':').take(20).collect())),
        };
        Ok(Self { pools, engine, turn })
    }

    /// Opens an embedded file of which a thousand may be open at once, and that is of no great worth: one connection to read, which
    /// keeps little in memory, and one to write while somebody does. The file can grow to `most_bytes`.
    ///
    /// # Errors
    /// When the file is not there or cannot be opened.
    pub async fn open_small(file: &Path, most_bytes: u64) -> Result<Self, OpenError> {
        let pools = sqlite::connect_small(file, most_bytes).await?;
        Ok(Self { pools, engine: Engine::Sqlite, turn: Some(Arc::new(Semaphore::new(1))) })
    }

    /// The engine under the store.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Begins a transaction that only reads, and sees one moment of the database throughout. Whoever holds one must not wait for a
    /// second one: there are only so many.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read(&self) -> Result<Tx, DbError> {
        let options = match self.engine {
            Engine::Sqlite => TransactionOptions::default(),
            Engine::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..Default::default()
            },
        };
        self.begin(&self.pools.readers, options, None).await
    }

    /// Begins a transaction that writes. On SQLite it takes the write lock at once; on PostgreSQL what is read
    /// in order to be changed must be read with [`Tx::optional_for_update`]. Whoever holds one must not wait for a
    /// second one: on SQLite there is only one. Whoever holds a reading may begin one.
    ///
    /// # Errors
    /// When the database does not answer, or other writers hold the lock for too long.
    pub async fn write(&self) -> Result<Tx, DbError> {
        let options = match self.engine {
            Engine::Sqlite => TransactionOptions {
                sqlite_transaction_mode: Some(sea_orm::SqliteTransactionMode::Immediate),
                ..Default::default()
            },
            Engine::Postgres => TransactionOptions::default(),
        };
        let turn = self.take_turn().await?;
        self.begin(&self.pools.writers, options, turn).await
    }

    /// Tries whether the database can be written, and leaves no trace.
    ///
    /// # Errors
    /// When it cannot.
    pub async fn try_writing(&self) -> Result<(), DbError> {
        let tx = self.write().await?;
        tx.script("create table store_trial (id bigint)").await
    }

    /// Writes a copy of an SQLite database, as it is at this moment, into a file that is not there yet. Readers and
    /// writers go on meanwhile.
    ///
    /// # Errors
    /// When the file exists, the disk is full, or the engine is PostgreSQL, which has its own means.
    pub async fn copy_into(&self, file: &Path) -> Result<(), DbError> {
        if self.engine == Engine::Postgres {
            return Err(DbError::Other("a PostgreSQL database is copied by pg_dump".to_owned()));
        }
        sqlite::copy_into(self.pools.readers.get_sqlite_connection_pool(), file).await
    }

    /// As [`copy_into`](Self::copy_into), for [`open_small`](Self::open_small): the copy is written in small pages.
    ///
    /// # Errors
    /// As [`copy_into`](Self::copy_into).
    pub async fn copy_small_into(&self, file: &Path) -> Result<(), DbError> {
        if self.engine == Engine::Postgres {
            return Err(DbError::Other("a PostgreSQL database has no small copy".to_owned()));
        }
        sqlite::copy_small_into(self.pools.readers.get_sqlite_connection_pool(), file).await
    }

    /// How large the database is, in bytes.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn size(&self) -> Result<i64, DbError> {
        let sql = match self.engine {
            Engine::Sqlite => {
                "select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()"
            }
            Engine::Postgres => "select pg_database_size(current_database()) as bytes",
        };
        let found = self.read().await?.optional::<Size>(sql, params![]).await?;
        Ok(found.map_or(0, |size| size.bytes))
    }

    /// Closes every connection; on SQLite this also folds the write-ahead log back into the file.
    pub async fn close(self) {
        // A failed close leaves nothing to be done: the process is about to let go of the file anyway. The writers go last, for
        // the last connection to a file folds its log back.
        let _ = self.pools.readers.close().await;
        let _ = self.pools.writers.close().await;
    }

    async fn take_turn(&self) -> Result<Option<OwnedSemaphorePermit>, DbError> {
        let Some(turn) = &self.turn else { return Ok(None) };
        match tokio::time::timeout(PATIENCE, turn.clone().acquire_owned()).await {
            Ok(permit) => Ok(Some(permit.expect("nobody closes the queue"))),
            Err(_) => Err(DbError::Busy),
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the one place where transactions begin")]
    async fn begin(
        &self,
        pool: &DatabaseConnection,
        options: TransactionOptions,
        turn: Option<OwnedSemaphorePermit>,
    ) -> Result<Tx, DbError> {
        Ok(Tx::new(pool.begin_with_options(options).await?, self.engine, turn))
    }
}

crate::row! {
    struct Size {
        bytes: i64,
    }
}
