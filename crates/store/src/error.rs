//! What can go wrong between the program and its database, in terms a system owner can act on.

use sea_orm::{DbErr, RuntimeErr};

/// A statement or a transaction failed.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// Another process held the write lock for longer than the program waits.
    #[error("the database is busy")]
    Busy,
    /// The file, its folder or the database role allows reading only.
    #[error("the database is read-only")]
    ReadOnly,
    /// The disk under the database has no room left.
    #[error("the disk under the database is full")]
    Full,
    /// A unique or foreign key refused the row; the operation should have checked first.
    #[error("the database refused a row: {0}")]
    Constraint(String),
    /// The server does not answer, or the connection broke.
    #[error("the database does not answer: {0}")]
    Unreachable(String),
    /// A column is missing or holds a value of another kind than the code reads.
    #[error("column {column} cannot be read: {why}")]
    Column {
        /// The name of the column as the query gives it.
        column: String,
        /// What the driver or the parser said.
        why: String,
    },
    /// Anything else the engine says.
    #[error("the database refused: {0}")]
    Other(String),
}

/// A store could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address is neither `sqlite:` nor `postgres:`.
    #[error("the database address must begin with sqlite: or postgres:, not {0:?}")]
    Scheme(String),
    /// The file or the server refused.
    #[error(transparent)]
    Refused(#[from] DbError),
}

/// SQLite's primary result codes: <https://www.sqlite.org/rescode.html>.
const SQLITE_BUSY: u32 = 5;
const SQLITE_LOCKED: u32 = 6;
const SQLITE_READONLY: u32 = 8;
const SQLITE_FULL: u32 = 13;
const SQLITE_CANTOPEN: u32 = 14;

impl From<DbErr> for DbError {
    fn from(error: DbErr) -> Self {
        match &error {
            DbErr::Conn(RuntimeErr::SqlxError(inner))
            | DbErr::Exec(RuntimeErr::SqlxError(inner))
            | DbErr::Query(RuntimeErr::SqlxError(inner)) => from_sqlx(inner),
            DbErr::ConnectionAcquire(why) => DbError::Unreachable(why.to_string()),
            _ => DbError::Other(error.to_string()),
        }
    }
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        from_sqlx(&error)
    }
}

fn from_sqlx(error: &sqlx::Error) -> DbError {
    let sqlx::Error::Database(inner) = error else {
        return match error {
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
                DbError::Unreachable(error.to_string())
            }
            _ => DbError::Other(error.to_string()),
        };
    };
    let message = inner.message().to_owned();
    if inner.is_unique_violation() || inner.is_foreign_key_violation() || inner.is_check_violation() {
        return DbError::Constraint(message);
    }
    let code = inner.code().unwrap_or_default();
    match code.as_ref() {
        "25006" | "42501" => return DbError::ReadOnly,
        "53100" => return DbError::Full,
        "55P03" | "40P01" | "40001" => return DbError::Busy,
        _ => {}
    }
    match code.parse::<u32>().map(|extended| extended & 0xff) {
        Ok(SQLITE_BUSY | SQLITE_LOCKED) => DbError::Busy,
        Ok(SQLITE_READONLY) => DbError::ReadOnly,
        Ok(SQLITE_FULL) => DbError::Full,
        Ok(SQLITE_CANTOPEN) => DbError::Unreachable(message),
        _ => DbError::Other(message),
    }
}
