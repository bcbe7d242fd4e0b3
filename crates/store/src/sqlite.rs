//! An embedded file.

use std::path::Path;
use std::str::FromStr as _;
use std::time::Duration;

use sea_orm::{DatabaseConnection, SqlxSqliteConnector};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection, SqlitePool};

use crate::store::{PATIENCE, Pools};
use crate::{DbError, OpenError};

/// How much of the file each connection keeps in memory: 32 MB, in the negative kilobytes that SQLite takes. A batch of letters
/// changes thousands of pages all over the file; with the 2 MB that are usual most of them are read and written several times.
const CACHE: &str = "-32000";
/// How many pages of 4 KB the log holds before they are brought into the file: what several commits change is then written there
/// once.
const LOG_PAGES: &str = "4000";

/// How many read at once.
const READERS: u32 = 8;

pub(crate) async fn connect(url: &str) -> Result<Pools, OpenError> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(DbError::from)?
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        // What has been answered with "saved" survives a power cut, not only a crash of the program.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE)
        .pragma("cache_size", CACHE)
        .pragma("wal_autocheckpoint", LOG_PAGES)
        .statement_cache_capacity(200);
    // The writer first: it makes the file when there is none.
    let writers = pool(1, options.clone()).await?;
    Ok(Pools { readers: pool(READERS, options).await?, writers })
}

async fn pool(most: u32, options: SqliteConnectOptions) -> Result<DatabaseConnection, DbError> {
    let pool = SqlitePoolOptions::new()
        .max_connections(most)
        .acquire_timeout(PATIENCE)
        .after_release(|connection, _| Box::pin(is_clean(connection)))
        .connect_with(options)
        .await?;
    Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
}

/// What a connection keeps of a small file in memory: 256 KB.
const SMALL_CACHE: &str = "-256";
/// How many pages the log of a small file holds, so that a thousand of them do not fill the disk.
const SMALL_LOG_PAGES: &str = "256";
/// How many statements a connection to a small file keeps ready. Each takes some kilobytes.
const SMALL_STATEMENTS: usize = 40;

/// How long the connection that writes to a small file stays when nothing is written.
const SMALL_IDLE: Duration = Duration::from_secs(5);

/// One connection to read, which keeps little in memory and does not wait for the disk: what was saved survives the end of the
/// program, but not a power cut. One to write comes for whoever does, and goes again.
pub(crate) async fn connect_small(file: &Path, most_bytes: u64) -> Result<Pools, OpenError> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Off)
        .busy_timeout(PATIENCE)
        .pragma("cache_size", SMALL_CACHE)
        .pragma("wal_autocheckpoint", SMALL_LOG_PAGES)
        .statement_cache_capacity(SMALL_STATEMENTS);
    let pool = || {
        SqlitePoolOptions::new()
            .max_connections(1)
            .max_lifetime(None)
            .acquire_timeout(PATIENCE)
            .after_connect(move |connection, _| Box::pin(limit(connection, most_bytes)))
            .after_release(|connection, _| Box::pin(is_clean(connection)))
    };
    let readers = pool().connect_with(options.clone()).await.map_err(DbError::from)?;
    let writers = pool().idle_timeout(SMALL_IDLE).connect_lazy_with(options);
    Ok(Pools {
        readers: SqlxSqliteConnector::from_sqlx_sqlite_pool(readers),
        writers: SqlxSqliteConnector::from_sqlx_sqlite_pool(writers),
    })
}

/// Keeps the file from growing beyond so many bytes: SQLite then says that the disk is full.
async fn limit(connection: &mut SqliteConnection, most_bytes: u64) -> Result<(), sqlx::Error> {
    let page: i64 = sqlx::query_scalar("pragma page_size").fetch_one(&mut *connection).await?;
    let pages = most_bytes / u64::try_from(page.max(1)).unwrap_or(1);
    let sql = format!("pragma max_page_count = {pages}");
    sqlx::query(sqlx::AssertSqlSafe(sql)).execute(connection).await?;
    Ok(())
}

/// Whether a connection that comes back has no transaction open any more; else it is closed.
///
/// When the disk is full SQLite may end a transaction by itself. The driver still counts it, finds nothing to roll back, and
/// from then on takes every further transaction on this connection for a part of the one that is gone: they would never be
/// committed, and would keep the write lock. `cargo xtask faults full` shows it: without this, "the database is busy" for
/// ever after.
async fn is_clean(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    // The answer comes after everything that was asked before, such as a rollback on drop.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// The bytes of a page in a small file. An empty schema of 200 tables and indexes, each with a page of its own, takes 0.9 MB with
/// the 4096 that are usual, and 0.25 MB with these.
const SMALL_PAGE: u32 = 1024;

/// As [`copy_into`], into a file that is opened by [`connect_small`].
pub(crate) async fn copy_small_into(pool: &SqlitePool, file: &Path) -> Result<(), DbError> {
    let mut connection = pool.acquire().await?;
    // It holds for what is written next, which is the copy.
    let sql = format!("pragma page_size = {SMALL_PAGE}");
    sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut *connection).await?;
    vacuum_into(&mut connection, file).await?;
    // The copy remembers that it has a log, so that whoever opens a copy of it need not wait for the disk to write that down.
    let options = SqliteConnectOptions::new().filename(file).journal_mode(SqliteJournalMode::Wal);
    Ok(options.connect().await?.close().await?)
}

pub(crate) async fn copy_into(pool: &SqlitePool, file: &Path) -> Result<(), DbError> {
    vacuum_into(&mut *pool.acquire().await?, file).await
}

async fn vacuum_into(connection: &mut SqliteConnection, file: &Path) -> Result<(), DbError> {
    let file = file.to_str().ok_or_else(|| DbError::Other("the file's name is not text".to_owned()))?;
    sqlx::query("vacuum into $1").bind(file).execute(connection).await?;
    Ok(())
}
