//! How mailboxes are used, in numbers of nobody in particular.

use jiff::Timestamp;
use store::{DbError, Tx, params, row};

row! {
    struct Count {
        n: i64,
    }
}

/// How many mailboxes have got post since a moment without anybody having looked: neither the holder nor a helper. One walk
/// along an index, over those alone that nobody has looked into.
///
/// # Errors
/// When the database does not answer.
pub async fn quiet_boxes(tx: &Tx, since: Timestamp) -> Result<i64, DbError> {
    let count: Option<Count> = tx.optional(QUIET, params![since]).await?;
    Ok(count.map_or(0, |count| count.n))
}

/// The statement of [`quiet_boxes`], for measuring how it is done.
#[doc(hidden)]
pub const QUIET: &str = "select count(*) as n
    from mailbox_box
    where last_visit_at < $1 and last_arrival_at >= $1";

/// The statement that counts what is in folders, for measuring how it is done.
#[doc(hidden)]
pub const FOLDERS: &str = crate::folders::sql::COUNTS;

/// The statement by which the ladder of reminders finds letters of a weight, for measuring how it is done.
#[doc(hidden)]
#[must_use]
pub fn ladder_statement(weight: crate::letters::Weight) -> String {
    crate::reminders::candidates_sql(weight)
}

/// The statement of the list of call-ups that nobody has opened, for measuring how it is done.
#[doc(hidden)]
pub const FOLLOW_UP: &str = crate::follow_up::NOT_OPENED;
