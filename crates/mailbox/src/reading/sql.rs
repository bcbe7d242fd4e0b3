//! The SQL of marks: who has opened what.

use basics::Id;
use jiff::Timestamp;
use realm::PersonTag;
use store::{DbError, Tx, params};

use crate::MailboxTag;
use crate::letters::LetterTag;

/// Says whether the mark is new.
pub(super) async fn mark(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
    reader: Id<PersonTag>,
    at: Timestamp,
) -> Result<bool, DbError> {
    let marked = tx
        .run(
            "insert into mailbox_seen (box, letter, person, at)
             select $1, $2, $3, $4
             where exists (select 1 from mailbox_letter where box = $1 and id = $2)
             on conflict do nothing",
            params![mailbox, letter, reader, at],
        )
        .await?;
    Ok(marked == 1)
}

pub(super) async fn unmark(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
    reader: Id<PersonTag>,
) -> Result<(), DbError> {
    tx.run(
        "delete from mailbox_seen where box = $1 and letter = $2 and person = $3",
        params![mailbox, letter, reader],
    )
    .await?;
    Ok(())
}
