//! The SQL of files.

use basics::Id;
use store::{DbError, Engine, Tx, params, row};
use uuid::Uuid;
use vault::{Mark, Sealed};

use super::FileTag;
use crate::MailboxTag;
use crate::letters::LetterTag;
use crate::rows::Rows;

row! {
    struct Known {
        id: Id<FileTag>,
    }
}

row! {
    /// A file whose key is still closed.
    pub(super) struct FileRow {
        pub(super) id: Id<FileTag>,
        pub(super) file_key: String,
        pub(super) size: i64,
        pub(super) kind: String,
    }
}

row! {
    struct Piece {
        sealed: Vec<u8>,
    }
}

row! {
    struct Count {
        n: i64,
    }
}

row! {
    struct Use {
        file: Id<FileTag>,
    }
}

/// The file with this content, kept from whoever would remove it as unused.
pub(super) async fn by_marks(tx: &Tx, marks: &[Mark]) -> Result<Option<Id<FileTag>>, DbError> {
    for mark in marks {
        let known: Option<Known> = tx
            .optional_for_update(
                "select id from mailbox_file where mark_key = $1 and mark = $2",
                params![&mark.key, &mark.hash],
            )
            .await?;
        if let Some(known) = known {
            return Ok(Some(known.id));
        }
    }
    Ok(None)
}

/// Says whether it was inserted; it is not where the same content is there already.
pub(super) async fn insert(
    tx: &Tx,
    id: Id<FileTag>,
    mark: &Mark,
    key: &Sealed,
    size: i64,
    kind: &str,
) -> Result<bool, DbError> {
    let inserted = tx
        .run(
            "insert into mailbox_file (id, mark_key, mark, file_key, file_key_under, size, kind)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict do nothing",
            params![id, &mark.key, &mark.hash, key.to_text(), &key.key, size, kind],
        )
        .await?;
    Ok(inserted == 1)
}

pub(super) async fn insert_piece(tx: &Tx, file: Id<FileTag>, n: i64, sealed: Vec<u8>) -> Result<(), DbError> {
    tx.run("insert into mailbox_file_piece (file, n, sealed) values ($1, $2, $3)", params![file, n, sealed])
        .await?;
    Ok(())
}

pub(super) async fn by_id(tx: &Tx, id: Id<FileTag>) -> Result<Option<FileRow>, DbError> {
    tx.optional("select id, file_key, size, kind from mailbox_file where id = $1", params![id]).await
}

pub(super) async fn piece(tx: &Tx, file: Id<FileTag>, n: i64) -> Result<Option<Vec<u8>>, DbError> {
    let piece: Option<Piece> = tx
        .optional("select sealed from mailbox_file_piece where file = $1 and n = $2", params![file, n])
        .await?;
    Ok(piece.map(|piece| piece.sealed))
}

/// Notes which letters have which files.
pub(crate) async fn insert_uses(
    tx: &Tx,
    uses: impl Iterator<Item = (Id<FileTag>, Id<MailboxTag>, Id<LetterTag>)>,
) -> Result<(), DbError> {
    let mut rows = Rows::new(3);
    for (file, mailbox, letter) in uses {
        rows.push(params![file, mailbox, letter]);
    }
    let sql = |rows: &str| {
        format!("insert into mailbox_file_use (file, box, letter) {rows} on conflict do nothing")
    };
    rows.run(tx, sql).await
}

/// The files of a letter.
pub(crate) async fn used_by(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Uuid,
) -> Result<Vec<Id<FileTag>>, DbError> {
    let uses: Vec<Use> = tx
        .all("select file from mailbox_file_use where box = $1 and letter = $2", params![mailbox, letter])
        .await?;
    Ok(uses.into_iter().map(|one| one.file).collect())
}

/// Removes a file, unless a letter has it.
pub(super) async fn delete_unused(tx: &Tx, file: Id<FileTag>) -> Result<(), DbError> {
    let used: Option<Known> =
        tx.optional_for_update("select id from mailbox_file where id = $1", params![file]).await?;
    let uses: Option<Count> =
        tx.optional("select count(*) as n from mailbox_file_use where file = $1", params![file]).await?;
    if used.is_some() && uses.is_none_or(|uses| uses.n == 0) {
        tx.run("delete from mailbox_file_piece where file = $1", params![file]).await?;
        tx.run("delete from mailbox_file where id = $1", params![file]).await?;
    }
    Ok(())
}

pub(super) async fn sealed_otherwise(tx: &Tx, current: &str, limit: i64) -> Result<Vec<FileRow>, DbError> {
    let locking = if tx.engine() == Engine::Postgres { "for update skip locked" } else { "" };
    let sql = format!(
        "select id, file_key, size, kind
         from mailbox_file
         where file_key_under <> $1
         order by id
         limit $2
         {locking}"
    );
    tx.all(&sql, params![current, limit]).await
}

pub(super) async fn count_sealed_otherwise(tx: &Tx, current: &str) -> Result<i64, DbError> {
    let count: Option<Count> = tx
        .optional("select count(*) as n from mailbox_file where file_key_under <> $1", params![current])
        .await?;
    Ok(count.map_or(0, |count| count.n))
}

pub(super) async fn set_key(tx: &Tx, id: Id<FileTag>, sealed: &Sealed) -> Result<(), DbError> {
    tx.run(
        "update mailbox_file set file_key = $2, file_key_under = $3 where id = $1",
        params![id, sealed.to_text(), &sealed.key],
    )
    .await?;
    Ok(())
}
