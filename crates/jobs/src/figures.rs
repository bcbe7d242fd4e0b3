//! How the queue stands: for the page that says whether all is well, and for whoever measures.

use jiff::Timestamp;
use store::{DbError, Tx, params, row};

row! {
    struct Counted {
        waiting: i64,
        overdue: i64,
        dead: i64,
        oldest: Option<Timestamp>,
    }
}

/// How the queue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Jobs that are not done yet, whether due or not.
    pub waiting: i64,
    /// Those that are due, done by nobody at this moment.
    pub overdue: i64,
    /// Dead letters.
    pub dead: i64,
    /// Since when the oldest of those that are due has been due.
    pub oldest: Option<Timestamp>,
}

/// How the queue stands at `now`.
///
/// # Errors
/// When the database does not answer.
pub async fn figures(tx: &Tx, now: Timestamp) -> Result<Figures, DbError> {
    let sql = "select
                   count(case when state = 'waiting' then 1 end) as waiting,
                   count(case when state = 'waiting' and run_at <= $1
                              and (lease_until is null or lease_until < $1) then 1 end) as overdue,
                   count(case when state = 'dead' then 1 end) as dead,
                   min(case when state = 'waiting' and run_at <= $1
                            and (lease_until is null or lease_until < $1) then run_at end) as oldest
               from jobs_job";
    let counted: Counted = tx.optional(sql, params![now]).await?.expect("a count always gives a row");
    let Counted { waiting, overdue, dead, oldest } = counted;
    Ok(Figures { waiting, overdue, dead, oldest })
}
