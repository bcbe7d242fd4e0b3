//! The SQL of folders.

use basics::Id;
use jiff::Timestamp;
use realm::PersonTag;
use store::{DbError, Tx, params, row};

use crate::MailboxTag;
use crate::letters::FolderTag;
use crate::reach::Within;

row! {
    /// A folder whose name is still sealed.
    pub(super) struct FolderRow {
        pub(super) id: Id<FolderTag>,
        pub(super) name: String,
        pub(super) production_unit: Option<String>,
    }
}

row! {
    /// What is in a folder, for one reader.
    pub(super) struct Counted {
        pub(super) folder: Id<FolderTag>,
        pub(super) letters: i64,
        pub(super) seen: i64,
    }
}

row! {
    struct Known {
        id: Id<FolderTag>,
    }
}

row! {
    struct Count {
        n: i64,
    }
}

pub(super) async fn all(tx: &Tx, mailbox: Id<MailboxTag>) -> Result<Vec<FolderRow>, DbError> {
    tx.all("select id, name, production_unit from mailbox_folder where box = $1", params![mailbox]).await
}

/// What is in the folders of a box (`$1`) for a reader (`$2`) at a moment (`$3`). Both tables answer from their indexes, without a
/// look at any letter: nothing but columns of `mailbox_letter_lies_in` and of the key of `mailbox_seen` stands here.
pub(crate) const COUNTS: &str = "select l.folder, count(*) as letters, count(s.person) as seen
    from mailbox_letter l
    left join mailbox_seen s on s.box = l.box and s.letter = l.id and s.person = $2
    where l.box = $1 and l.deleted_at is null and l.at <= $3
    group by l.folder";

pub(super) async fn counts(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    reader: Id<PersonTag>,
    now: Timestamp,
) -> Result<Vec<Counted>, DbError> {
    tx.all(COUNTS, params![mailbox, reader, now]).await
}

/// As [`counts`], of those letters alone that are reached.
pub(super) async fn counts_within(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    reader: Id<PersonTag>,
    within: &Within,
    now: Timestamp,
) -> Result<Vec<Counted>, DbError> {
    let (reached, limits) = within.condition(4);
    let sql = COUNTS.replace("l.at <= $3", &format!("l.at <= $3{reached}"));
    tx.all(&sql, [params![mailbox, reader, now], limits].concat()).await
}

pub(super) async fn of_department(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    unit: &str,
) -> Result<Option<Id<FolderTag>>, DbError> {
    let known: Option<Known> = tx
        .optional(
            "select id from mailbox_folder where box = $1 and production_unit = $2",
            params![mailbox, unit],
        )
        .await?;
    Ok(known.map(|known| known.id))
}

pub(super) async fn is_there(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    folder: Id<FolderTag>,
) -> Result<bool, DbError> {
    let known: Option<Known> = tx
        .optional("select id from mailbox_folder where box = $1 and id = $2", params![mailbox, folder])
        .await?;
    Ok(known.is_some())
}

pub(super) async fn has_letters(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    folder: Id<FolderTag>,
) -> Result<bool, DbError> {
    let count: Option<Count> = tx
        .optional(
            "select count(*) as n
             from mailbox_letter
             where box = $1 and folder = $2 and deleted_at is null",
            params![mailbox, folder],
        )
        .await?;
    Ok(count.is_some_and(|count| count.n > 0))
}

pub(super) async fn insert(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    id: Id<FolderTag>,
    name: &str,
    production_unit: Option<&str>,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "insert into mailbox_folder (box, id, name, production_unit, created_at)
         values ($1, $2, $3, $4, $5)",
        params![mailbox, id, name, production_unit, now],
    )
    .await?;
    Ok(())
}

pub(super) async fn rename(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    id: Id<FolderTag>,
    name: &str,
) -> Result<(), DbError> {
    tx.run("update mailbox_folder set name = $3 where box = $1 and id = $2", params![mailbox, id, name])
        .await?;
    Ok(())
}

pub(super) async fn delete(tx: &Tx, mailbox: Id<MailboxTag>, id: Id<FolderTag>) -> Result<bool, DbError> {
    let deleted =
        tx.run("delete from mailbox_folder where box = $1 and id = $2", params![mailbox, id]).await?;
    Ok(deleted == 1)
}

/// Deleted letters of a folder belong to another one from now on.
pub(super) async fn bring_home(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    from: Id<FolderTag>,
    to: Id<FolderTag>,
) -> Result<(), DbError> {
    tx.run(
        "update mailbox_letter set folder = $3 where box = $1 and folder = $2",
        params![mailbox, from, to],
    )
    .await?;
    Ok(())
}
