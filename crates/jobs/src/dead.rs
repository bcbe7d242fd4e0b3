//! Dead letters: jobs that were given up, for somebody to look at and send off again.

use basics::Id;
use jiff::Timestamp;
use realm::{Change, Work};
use serde::Serialize;
use store::{DbError, Tx, params, row};

/// Marks ids of dead letters.
pub enum DeadTag {}

row! {
    /// A job that was given up. Nothing in it is personal data: the payload is not shown.
    #[derive(Debug, Clone, Serialize)]
    pub struct DeadLetter {
        /// The job's id.
        pub id: Id<DeadTag>,
        /// What was to be done.
        pub kind: String,
        /// How often it was tried.
        pub attempts: i64,
        /// What was in the way the last time.
        pub last_error: String,
        /// When it was ordered.
        pub created_at: Timestamp,
        /// When it was given up.
        pub run_at: Timestamp,
        /// The request it came from, as in the log.
        pub request: String,
    }
}

/// A dead letter cannot be sent off again or thrown away.
#[derive(Debug, thiserror::Error)]
pub enum GiveUpError {
    /// It is not among the dead letters: somebody else has dealt with it.
    #[error("there is no such dead letter")]
    Gone,
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

const COLUMNS: &str = "id, kind, attempts, last_error, created_at, run_at, request";

/// The dead letters, newest first, at most `most`.
///
/// # Errors
/// When the database does not answer.
pub async fn dead_letters(tx: &Tx, most: i64) -> Result<Vec<DeadLetter>, DbError> {
    let sql = format!(
        "select {COLUMNS} from jobs_job where state = 'dead' order by run_at desc, seq desc limit $1"
    );
    tx.all(&sql, params![most]).await
}

/// One dead letter; `None` when somebody has dealt with it.
///
/// # Errors
/// When the database does not answer.
pub async fn dead_letter(tx: &Tx, id: Id<DeadTag>) -> Result<Option<DeadLetter>, DbError> {
    let sql = format!("select {COLUMNS} from jobs_job where id = $1 and state = 'dead'");
    tx.optional(&sql, params![id]).await
}

/// Has a dead letter tried again, from the first attempt on.
///
/// # Errors
/// When it is not there any more.
pub async fn retry(work: &mut Work<'_>, id: Id<DeadTag>) -> Result<(), GiveUpError> {
    let letter = lock(work, id).await?;
    work.tx()
        .run(
            "update jobs_job set state = 'waiting', attempts = 0, run_at = $2 where id = $1",
            params![id, work.now()],
        )
        .await?;
    work.record(Change::new("job.retry", "job", &id).before(&letter));
    Ok(())
}

/// Throws a dead letter away, and says why.
///
/// # Errors
/// When it is not there any more.
pub async fn give_up(work: &mut Work<'_>, id: Id<DeadTag>, why: &str) -> Result<(), GiveUpError> {
    let letter = lock(work, id).await?;
    work.tx().run("delete from jobs_job where id = $1", params![id]).await?;
    work.record(Change::new("job.give_up", "job", &id).before(&letter).because(why));
    Ok(())
}

async fn lock(work: &Work<'_>, id: Id<DeadTag>) -> Result<DeadLetter, GiveUpError> {
    let sql = format!("select {COLUMNS} from jobs_job where id = $1 and state = 'dead'");
    work.tx().optional_for_update(&sql, params![id]).await?.ok_or(GiveUpError::Gone)
}
