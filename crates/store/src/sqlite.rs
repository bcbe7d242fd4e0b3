//! An embedded file.

use std::path::Path;
use std::str::FromStr as _;

use sea_orm::{DatabaseConnection, SqlxSqliteConnector};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection as _, SqliteConnection, SqlitePool};

use crate::store::PATIENCE;
use crate::{DbError, OpenError};

/// How much of the file each connection keeps in memory: 32 MB, in the negative kilobytes that SQLite takes. A batch of letters
/// changes thousands of pages all over the file; with the 2 MB that are usual most of them are read and written several times.
const CACHE: &str = "-32000";
/// How many pages of 4 KB the log holds before they are brought into the file: what several commits change is then written there
/// once.
const LOG_PAGES: &str = "4000";

pub(crate) async fn connect(url: &str) -> Result<DatabaseConnection, OpenError> {
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
    let pool = SqlitePoolOptions::new()
        .max_connections(8)
        .acquire_timeout(PATIENCE)
        .after_release(|connection, _| Box::pin(is_clean(connection)))
        .connect_with(options)
        .await
        .map_err(DbError::from)?;
    Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
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

pub(crate) async fn copy_into(pool: &SqlitePool, file: &Path) -> Result<(), DbError> {
    let mut connection = pool.acquire().await?;
    let file = file.to_str().ok_or_else(|| DbError::Other("the file's name is not text".to_owned()))?;
    sqlx::query("vacuum into $1").bind(file).execute(&mut *connection).await?;
    Ok(())
}
