//! The SQL of marks: who has opened what.

use basics::Id;
use jiff::Timestamp;
use realm::PersonTag;
use store::{DbError, Tx, params};

use crate::MailboxTag;
use crate::letters::LetterTag;
use crate::reach::Within;

/// Says whether the mark is new.
pub(super) async fn mark(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
    reader: Id<PersonTag>,
    within: &Within,
    at: Timestamp,
) -> Result<bool, DbError> {
    let (reached, limits) = within.condition(5);
    let sql = format!(
        "insert into mailbox_seen (box, letter, person, at)
         select $1, $2, $3, $4
         where exists (select 1 from mailbox_letter l where l.box = $1 and l.id = $2{reached})
         on conflict do nothing"
    );
    let marked = tx.run(&sql, [params![mailbox, letter, reader, at], limits].concat()).await?;
    Ok(marked == 1)
}

pub(super) async fn unmark(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
    reader: Id<PersonTag>,
    within: &Within,
) -> Result<(), DbError> {
    let (reached, limits) = within.condition(4);
    let sql = format!(
        "delete from mailbox_seen
         where box = $1 and letter = $2 and person = $3
             and exists (select 1 from mailbox_letter l where l.box = $1 and l.id = $2{reached})"
    );
    tx.run(&sql, [params![mailbox, letter, reader], limits].concat()).await?;
    Ok(())
}
