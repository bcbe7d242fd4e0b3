//! The SQL of putting letters in order.

use basics::Id;
use jiff::Timestamp;
use store::{DbError, Engine, Tx, params, row};

use crate::MailboxTag;
use crate::letters::{FolderTag, LetterTag};
use crate::reach::Within;

row! {
    struct Lies {
        folder: Id<FolderTag>,
    }
}

row! {
    struct OldRow {
        mailbox: Id<MailboxTag>,
        id: Id<LetterTag>,
        size: i64,
    }
}

/// A letter that has lain in the bin.
pub(super) struct Old {
    pub(super) mailbox: Id<MailboxTag>,
    pub(super) id: Id<LetterTag>,
    pub(super) size: i64,
}

/// Where the letter lies, unless it is in the bin.
pub(super) async fn lies_in(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
    within: &Within,
) -> Result<Option<Id<FolderTag>>, DbError> {
    let (reached, limits) = within.condition(3);
    let sql = format!(
        "select l.folder from mailbox_letter l
         where l.box = $1 and l.id = $2 and l.deleted_at is null{reached}"
    );
    let lies: Option<Lies> =
        tx.optional_for_update(&sql, [params![mailbox, letter], limits].concat()).await?;
    Ok(lies.map(|lies| lies.folder))
}

pub(super) async fn put_into(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
    folder: Id<FolderTag>,
) -> Result<bool, DbError> {
    let changed = tx
        .run(
            "update mailbox_letter set folder = $3 where box = $1 and id = $2 and deleted_at is null",
            params![mailbox, letter, folder],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn into_bin(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
    now: Timestamp,
) -> Result<bool, DbError> {
    let changed = tx
        .run(
            "update mailbox_letter set deleted_at = $3
             where box = $1 and id = $2 and deleted_at is null and at <= $3",
            params![mailbox, letter, now],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn out_of_bin(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
) -> Result<bool, DbError> {
    let changed = tx
        .run(
            "update mailbox_letter set deleted_at = null
             where box = $1 and id = $2 and deleted_at is not null",
            params![mailbox, letter],
        )
        .await?;
    Ok(changed == 1)
}

/// What was deleted before a moment, kept from other writers; what they hold is passed over.
pub(super) async fn in_bin_since(tx: &Tx, before: Timestamp, limit: i64) -> Result<Vec<Old>, DbError> {
    let locking = if tx.engine() == Engine::Postgres { "for update skip locked" } else { "" };
    let sql = format!(
        "select box as mailbox, id, size
         from mailbox_letter
         where deleted_at is not null and deleted_at < $1
         order by deleted_at
         limit $2
         {locking}"
    );
    let rows: Vec<OldRow> = tx.all(&sql, params![before, limit]).await?;
    Ok(rows.into_iter().map(|row| Old { mailbox: row.mailbox, id: row.id, size: row.size }).collect())
}

/// Removes a letter with its content and marks, and no longer counts it.
pub(super) async fn remove(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
    size: i64,
) -> Result<bool, DbError> {
    for table in ["mailbox_content", "mailbox_seen", "mailbox_file_use"] {
        tx.run(&format!("delete from {table} where box = $1 and letter = $2"), params![mailbox, letter])
            .await?;
    }
    let removed =
        tx.run("delete from mailbox_letter where box = $1 and id = $2", params![mailbox, letter]).await?;
    tx.run(
        "update mailbox_box set letters = letters - 1, bytes = bytes - $2 where id = $1",
        params![mailbox, size],
    )
    .await?;
    Ok(removed == 1)
}
