//! Bringing what is kept up to the keys of the ring, after a key was added or before one is taken away.

use basics::{Cpr, Id};
use realm::{Change, Work};
use serde_json::json;
use store::DbError;
use uuid::Uuid;

use super::{add_marks, marks_of, open, seal, sql};

/// What a round of resealing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resealed {
    /// How many rows were brought up to the keys of the ring.
    pub done: i64,
    /// How many are not. Where nothing was done and some are left, their key is missing, they do not open, or another
    /// node is at work on them.
    pub left: i64,
}

/// Seals anew, with the current key, at most `limit` numbers that are sealed with another one; gives a mark under
/// every key of the ring, and takes away marks of keys that are no longer in it. Safe while others read and write, and
/// while another node does the same. It looks through the whole table: run it after keys have changed, until nothing
/// is left.
///
/// # Errors
/// When the database does not answer.
pub async fn reseal_some(work: &mut Work<'_>, limit: i64) -> Result<Resealed, DbError> {
    let ring = work.realm.vault.ids();
    let mut done = 0;
    let mut after = Id::from_uuid(Uuid::nil());
    while done < limit {
        let due = sql::due(work.tx(), &ring, after, limit - done).await?;
        let Some(last) = due.last() else { break };
        after = last.person;
        for row in due {
            let is_done = match open(&work.realm.vault, &row) {
                Ok(cpr) => renew(work, &row, &cpr).await?,
                Err(error) => {
                    tracing::error!(%error, person = %row.person, "a cpr number cannot be sealed anew");
                    false
                }
            };
            done += i64::from(is_done);
        }
    }
    let left = sql::count_outdated(work.tx(), &ring).await?;
    if done > 0 {
        let what = json!({ "done": done, "left": left });
        work.record(Change::new("cpr.reseal", "key", &work.realm.vault.current()).after(&what));
    }
    Ok(Resealed { done, left })
}

/// Brings one row up to the keys of the ring. Says whether it is now; it is not where another person has the number
/// under a key that this row had no mark for.
pub(super) async fn renew(work: &Work<'_>, row: &sql::Row, cpr: &Cpr) -> Result<bool, DbError> {
    let marks = marks_of(&work.realm.vault, cpr);
    let known = sql::mark_keys(work.tx(), row.person).await?;
    let (missing, stale): (Vec<_>, Vec<_>) = (
        marks.iter().filter(|mark| !known.contains(&mark.key)).cloned().collect(),
        known.iter().filter(|key| marks.iter().all(|mark| mark.key != **key)).collect(),
    );
    if marks.first().is_none_or(|current| current.key != row.sealed_key) {
        sql::update(work.tx(), row.person, &seal(work, row.person, cpr)).await?;
    }
    for key in stale {
        sql::delete_mark(work.tx(), row.person, key).await?;
    }
    let all_added = add_marks(work.tx(), row.person, &missing).await?;
    if !all_added {
        tracing::error!(person = %row.person, "two persons have the same cpr number");
    }
    Ok(all_added)
}
