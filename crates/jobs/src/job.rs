//! A job as its handler sees it.

use std::time::Duration;

use serde::de::DeserializeOwned;
use store::{DbError, row};
use uuid::Uuid;

row! {
    /// A job that a node has claimed.
    #[derive(Debug, Clone)]
    pub struct Job {
        /// Its place among all jobs ever ordered.
        pub seq: i64,
        /// Its id: the same at every attempt, and so fit for recognising a second one.
        pub id: Uuid,
        /// What is to be done.
        pub kind: String,
        /// The line it stands in; empty where order does not matter.
        pub line: String,
        /// What the handler needs to know, as JSON.
        pub payload: String,
        /// Which attempt this is, from 1.
        pub attempts: i64,
        /// The request that the order came from, as in the log; empty where there was none.
        pub request: String,
        pub(crate) lease: Option<Uuid>,
    }
}

/// A job could not be done. The text is shown to whoever runs the machine: no personal data.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// It may well succeed later.
    #[error("{why}")]
    Again {
        /// What was in the way.
        why: String,
        /// How long to wait, where the other side has said so; else longer after each failure.
        after: Option<Duration>,
    },
    /// It will not succeed however often it is tried.
    #[error("{0}")]
    Never(String),
}

impl JobError {
    /// It may well succeed later.
    #[must_use]
    pub fn again(why: impl Into<String>) -> Self {
        JobError::Again { why: why.into(), after: None }
    }
}

impl From<DbError> for JobError {
    fn from(error: DbError) -> Self {
        match error {
            // A refused row or an unreadable column may repeat what stands in it.
            DbError::Constraint(_) => JobError::again("the database refused a row"),
            DbError::Column { column, .. } => JobError::again(format!("column {column} cannot be read")),
            other => JobError::again(other.to_string()),
        }
    }
}

impl Job {
    /// What the handler needs to know.
    ///
    /// # Errors
    /// When the payload is not of this type, which no further attempt will change.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, JobError> {
        serde_json::from_str(&self.payload)
            .map_err(|_| JobError::Never(format!("the payload is not one of {}", self.kind)))
    }
}
