//! Call-ups that nobody has opened, for the authority that sent them. It learns that and nothing else: not whether somebody
//! has looked into the mailbox, and not whether they were reminded.

mod sql;
pub(crate) mod web;

use access::{FollowUp, Permit};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use store::{DbError, Tx, row};
use uuid::Uuid;

use crate::senders::Sender;
use crate::terms::post_terms;

pub(crate) use sql::NOT_OPENED;

row! {
    /// A call-up that nobody has opened.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct CallUp {
        /// The sender's own number for the message.
        pub message_uuid: Uuid,
        /// Since when it is available.
        pub at: Timestamp,
    }
}

/// The call-ups of the organisation's systems that have been available for longer than the rules say and were opened by
/// nobody, the newest first: at most `most` of them, behind the one that a page before ended with. What went on paper is not
/// among them.
///
/// # Errors
/// When the database does not answer.
pub async fn not_opened(
    tx: &Tx,
    permit: &Permit<FollowUp>,
    now: Timestamp,
    zone: &TimeZone,
    behind: Option<CallUp>,
    most: i64,
) -> Result<Vec<CallUp>, DbError> {
    sql::not_opened(tx, permit.organisation(), available_until(now, zone), behind, most).await
}

/// As [`not_opened`], for a system of the organisation that has shown its secret.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn not_opened_for(
    tx: &Tx,
    system: &Sender,
    now: Timestamp,
    zone: &TimeZone,
    behind: Option<CallUp>,
    most: i64,
) -> Result<Vec<CallUp>, DbError> {
    sql::not_opened(tx, system.organisation, available_until(now, zone), behind, most).await
}

/// What was available before this has been so for longer than the rules say.
fn available_until(now: Timestamp, zone: &TimeZone) -> Timestamp {
    let today = now.to_zoned(zone.clone()).date();
    let days = post_terms(today).call_up_follow_up_days;
    // In whole days: what was available on the seventh day before today is not older than seven days yet.
    let first_day = today.checked_sub(days.days()).and_then(|day| day.to_zoned(zone.clone()));
    first_day.map_or(now, |zoned| zoned.timestamp())
}
