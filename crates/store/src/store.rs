//! The connection and the transaction.

use std::str::FromStr;
use std::time::Duration;

use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, IsolationLevel,
    SqlxPostgresConnector, SqlxSqliteConnector, Statement, TransactionOptions, TransactionTrait, Value,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use crate::{DbError, FromRow, OpenError, Row};

/// How long a writer waits for another before it gives up.
const PATIENCE: Duration = Duration::from_secs(10);

/// Which engine a store runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// An embedded file, write-ahead logged.
    Sqlite,
    /// A server, possibly with several nodes of the program on it.
    Postgres,
}

/// An open database.
#[derive(Debug, Clone)]
pub struct Store {
    connection: DatabaseConnection,
    engine: Engine,
}

impl Store {
    /// Opens `sqlite:PATH` (the file is made when absent) or `postgres://…`.
    ///
    /// # Errors
    /// When the address is of neither kind, or the file or server refuses.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        match url.split_once(':').map(|(scheme, _)| scheme) {
            Some("sqlite") => open_sqlite(url).await,
            Some("postgres" | "postgresql") => open_postgres(url).await,
            _ => Err(OpenError::Scheme(url.chars().take_while(|&c| c != ':').take(20).collect())),
        }
    }

    /// The engine under the store.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Begins a transaction that only reads, and sees one moment of the database throughout.
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
        self.begin(options).await
    }

    /// Begins a transaction that writes. On SQLite it takes the write lock at once; on PostgreSQL what is read
    /// in order to be changed must be read with [`Tx::optional_for_update`].
    ///
    /// # Errors
    /// When the database does not answer, or another writer holds the lock for too long.
    pub async fn write(&self) -> Result<Tx, DbError> {
        let options = match self.engine {
            Engine::Sqlite => TransactionOptions {
                sqlite_transaction_mode: Some(sea_orm::SqliteTransactionMode::Immediate),
                ..Default::default()
            },
            Engine::Postgres => TransactionOptions::default(),
        };
        self.begin(options).await
    }

    /// Tries whether the database can be written, and leaves no trace.
    ///
    /// # Errors
    /// When it cannot.
    pub async fn try_writing(&self) -> Result<(), DbError> {
        let tx = self.write().await?;
        tx.script("create table store_trial (id bigint)").await
    }

    #[expect(clippy::disallowed_methods, reason = "the one place where transactions begin")]
    async fn begin(&self, options: TransactionOptions) -> Result<Tx, DbError> {
        Ok(Tx { inner: self.connection.begin_with_options(options).await?, engine: self.engine })
    }

    /// Closes every connection; on SQLite this also folds the write-ahead log back into the file.
    pub async fn close(self) {
        // A failed close leaves nothing to be done: the process is about to let go of the file anyway.
        let _ = self.connection.close().await;
    }
}

async fn open_sqlite(url: &str) -> Result<Store, OpenError> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(DbError::from)?
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(PATIENCE)
        .statement_cache_capacity(200);
    let pool = SqlitePoolOptions::new()
        .max_connections(8)
        .acquire_timeout(PATIENCE)
        .connect_with(options)
        .await
        .map_err(DbError::from)?;
    Ok(Store { connection: SqlxSqliteConnector::from_sqlx_sqlite_pool(pool), engine: Engine::Sqlite })
}

async fn open_postgres(url: &str) -> Result<Store, OpenError> {
    let options = PgConnectOptions::from_str(url).map_err(DbError::from)?.application_name("omtanke");
    let pool = PgPoolOptions::new()
        .max_connections(16)
        .acquire_timeout(PATIENCE)
        .connect_with(options)
        .await
        .map_err(DbError::from)?;
    Ok(Store { connection: SqlxPostgresConnector::from_sqlx_postgres_pool(pool), engine: Engine::Postgres })
}

/// One transaction. Dropped without [`commit`](Tx::commit), it leaves no trace.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
    engine: Engine,
}

impl Tx {
    /// The engine under the transaction, for the few statements that differ.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Every row of a query.
    ///
    /// # Errors
    /// When the database refuses the query or a row does not read as `T`.
    pub async fn all<T: FromRow>(&self, sql: &str, params: Vec<Value>) -> Result<Vec<T>, DbError> {
        let rows = self.inner.query_all_raw(self.statement(sql, params)).await?;
        rows.into_iter().map(|row| T::from_row(&Row(row))).collect()
    }

    /// The row of a query that gives at most one.
    ///
    /// # Errors
    /// When the database refuses the query or the row does not read as `T`.
    pub async fn optional<T: FromRow>(&self, sql: &str, params: Vec<Value>) -> Result<Option<T>, DbError> {
        let row = self.inner.query_one_raw(self.statement(sql, params)).await?;
        row.map(|row| T::from_row(&Row(row))).transpose()
    }

    /// As [`optional`](Tx::optional), and keeps other writers from the row until the transaction ends. Read
    /// whatever decides a change through this.
    ///
    /// # Errors
    /// As [`optional`](Tx::optional).
    pub async fn optional_for_update<T: FromRow>(
        &self,
        sql: &str,
        params: Vec<Value>,
    ) -> Result<Option<T>, DbError> {
        match self.engine {
            Engine::Sqlite => self.optional(sql, params).await,
            Engine::Postgres => self.optional(&format!("{sql} for update"), params).await,
        }
    }

    /// Runs a statement and says how many rows it changed.
    ///
    /// # Errors
    /// When the database refuses the statement.
    pub async fn run(&self, sql: &str, params: Vec<Value>) -> Result<u64, DbError> {
        Ok(self.inner.execute_raw(self.statement(sql, params)).await?.rows_affected())
    }

    /// Runs several statements without parameters, as a migration does.
    pub(crate) async fn script(&self, sql: &str) -> Result<(), DbError> {
        self.inner.execute_unprepared(sql).await?;
        Ok(())
    }

    /// Makes the changes last.
    ///
    /// # Errors
    /// When the database cannot write them; then nothing has changed.
    pub async fn commit(self) -> Result<(), DbError> {
        Ok(self.inner.commit().await?)
    }

    fn statement(&self, sql: &str, params: Vec<Value>) -> Statement {
        let backend = self.inner.get_database_backend();
        Statement::from_sql_and_values(backend, sql, params)
    }
}
