//! The transaction: all SQL runs in one.

use futures_util::TryStreamExt as _;
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, StreamTrait as _, Value};
use tokio::sync::OwnedSemaphorePermit;

use crate::{DbError, Engine, FromRow, Row};

/// One transaction. Dropped without [`commit`](Tx::commit), it leaves no trace.
#[derive(Debug)]
pub struct Tx {
    // Dropped in this order: the transaction ends before the next writer has its turn.
    inner: DatabaseTransaction,
    engine: Engine,
    _turn: Option<OwnedSemaphorePermit>,
}

impl Tx {
    pub(crate) fn new(
        inner: DatabaseTransaction,
        engine: Engine,
        turn: Option<OwnedSemaphorePermit>,
    ) -> Self {
        Self { inner, engine, _turn: turn }
    }

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

    /// Every row of a query, one at a time, for results that do not fit in memory. `see` may stop by an error.
    ///
    /// # Errors
    /// As [`all`](Tx::all), and whatever `see` says.
    pub async fn each<T: FromRow>(
        &self,
        sql: &str,
        params: Vec<Value>,
        mut see: impl FnMut(T) -> Result<(), DbError>,
    ) -> Result<(), DbError> {
        let mut rows = self.inner.stream_raw(self.statement(sql, params)).await?;
        while let Some(row) = rows.try_next().await? {
            see(T::from_row(&Row(row))?)?;
        }
        Ok(())
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
        let backend = ConnectionTrait::get_database_backend(&self.inner);
        Statement::from_sql_and_values(backend, sql, params)
    }
}
