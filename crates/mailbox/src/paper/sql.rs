//! The SQL of what goes on paper.

use basics::Id;
use jiff::Timestamp;
use store::{DbError, Tx, params};
use uuid::Uuid;

use crate::MailboxTag;
use crate::letters::LetterTag;

pub(super) async fn insert(
    tx: &Tx,
    id: Uuid,
    mailbox: Id<MailboxTag>,
    letter: Option<Id<LetterTag>>,
    kind: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "insert into mailbox_paper (id, box, letter, kind, state, batch, created_at, state_at)
         values ($1, $2, $3, $4, 'waiting', null, $5, $5)",
        params![id, mailbox, letter, kind, now],
    )
    .await?;
    Ok(())
}
