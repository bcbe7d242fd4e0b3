//! The SQL of who has asked for text messages.

use basics::Id;
use jiff::Timestamp;
use realm::PersonTag;
use store::{DbError, Tx, params, row};

row! {
    /// That somebody gets text messages from authorities.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Registration {
        /// Since when.
        pub since: Timestamp,
        /// Whether somebody at the counter did it for them.
        pub by_staff: bool,
    }
}

/// Since when the person gets text messages; `None` where they have not asked, or have ended it.
///
/// # Errors
/// When the database does not answer.
pub async fn registration_of(tx: &Tx, person: Id<PersonTag>) -> Result<Option<Registration>, DbError> {
    tx.optional(
        "select since, by_staff
         from mailbox_nemsms
         where person = $1 and ended_at is null
         order by since
         limit 1",
        params![person],
    )
    .await
}

/// Says whether they did not get any until now.
pub(super) async fn begin(
    tx: &Tx,
    person: Id<PersonTag>,
    by_staff: bool,
    now: Timestamp,
) -> Result<bool, DbError> {
    let begun = tx
        .run(
            "insert into mailbox_nemsms (person, since, by_staff, ended_at)
             select $1, $3, $2, null
             where not exists (select 1 from mailbox_nemsms where person = $1 and ended_at is null)
             on conflict (person, since) do update
             set ended_at = null, by_staff = excluded.by_staff",
            params![person, by_staff, now],
        )
        .await?;
    Ok(begun == 1)
}

pub(super) async fn end(tx: &Tx, person: Id<PersonTag>, now: Timestamp) -> Result<bool, DbError> {
    let ended = tx
        .run(
            "update mailbox_nemsms set ended_at = $2 where person = $1 and ended_at is null",
            params![person, now],
        )
        .await?;
    Ok(ended > 0)
}
