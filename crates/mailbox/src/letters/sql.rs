//! The SQL of letters. Every statement names the box first: that is how the tables lie.

use basics::Id;
use jiff::Timestamp;
use realm::PersonTag;
use store::{DbError, Tx, params, row};
use uuid::Uuid;

use super::{Direction, FolderTag, Head, Letter, LetterTag, SENT, Weight};
use crate::reach::Within;
use crate::rows::Rows;
use crate::{Mailbox, MailboxError, MailboxTag};

row! {
    /// A letter whose head is still sealed.
    pub(crate) struct LetterRow {
        id: Id<LetterTag>,
        folder: Id<FolderTag>,
        at: Timestamp,
        direction: String,
        message_uuid: Uuid,
        weight: String,
        reply_by: Option<Timestamp>,
        deleted_at: Option<Timestamp>,
        size: i64,
        head: Vec<u8>,
        seen_at: Option<Timestamp>,
    }
}

row! {
    struct Content {
        memo: Vec<u8>,
    }
}

row! {
    /// What a search looks through.
    pub(crate) struct WordsRow {
        pub(crate) id: Id<LetterTag>,
        pub(crate) words: Vec<u8>,
    }
}

impl LetterRow {
    pub(crate) fn open(self, mailbox: &Mailbox) -> Result<Letter, MailboxError> {
        Ok(Letter {
            id: self.id,
            folder: self.folder,
            at: self.at,
            direction: if self.direction == "out" { Direction::Out } else { Direction::In },
            message_uuid: self.message_uuid,
            weight: Weight::from_code(&self.weight),
            reply_by: self.reply_by,
            deleted_at: self.deleted_at,
            size: self.size,
            head: Head::open(&mailbox.key, self.id.uuid(), &self.head)?,
            is_seen: self.direction == "out" || self.seen_at.is_some(),
        })
    }
}

/// A letter with the person's own mark; `$1` is the box and `$2` the person. What is not available yet is not there.
const SELECT: &str =
    "select l.id, l.folder, l.at, l.direction, l.message_uuid, l.weight, l.reply_by, l.deleted_at,
        l.size, l.head, s.at as seen_at
    from mailbox_letter l
    left join mailbox_seen s on s.box = l.box and s.letter = l.id and s.person = $2";

/// Where a list goes on: behind this letter.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Behind {
    pub(crate) at: Timestamp,
    pub(crate) id: Id<LetterTag>,
}

/// The letters of a folder, the newest first.
pub(crate) async fn in_folder(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    reader: Id<PersonTag>,
    folder: Id<FolderTag>,
    behind: Behind,
    within: &Within,
    limit: i64,
) -> Result<Vec<LetterRow>, DbError> {
    let (reached, limits) = within.condition(7);
    let sql = format!(
        "{SELECT}
         where l.box = $1 and l.folder = $3 and l.deleted_at is null and (l.at, l.id) < ($4, $5){reached}
         order by l.at desc, l.id desc
         limit $6"
    );
    let bound = params![mailbox, reader, folder, behind.at, behind.id, limit];
    tx.all(&sql, [bound, limits].concat()).await
}

/// The letters in the bin, the last deleted first.
pub(crate) async fn in_bin(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    reader: Id<PersonTag>,
    behind: Behind,
    within: &Within,
    limit: i64,
) -> Result<Vec<LetterRow>, DbError> {
    let (reached, limits) = within.condition(6);
    let sql = format!(
        "{SELECT}
         where l.box = $1 and l.deleted_at is not null and (l.deleted_at, l.id) < ($3, $4){reached}
         order by l.deleted_at desc, l.id desc
         limit $5"
    );
    tx.all(&sql, [params![mailbox, reader, behind.at, behind.id, limit], limits].concat()).await
}

/// One letter, unless it is not available yet.
pub(crate) async fn one(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    reader: Id<PersonTag>,
    letter: Id<LetterTag>,
    within: &Within,
    now: Timestamp,
) -> Result<Option<LetterRow>, DbError> {
    let (reached, limits) = within.condition(5);
    let sql = format!("{SELECT} where l.box = $1 and l.id = $3 and l.at <= $4{reached}");
    tx.optional(&sql, [params![mailbox, reader, letter, now], limits].concat()).await
}

row! {
    struct Known {
        id: Id<LetterTag>,
    }
}

/// Whether a letter, available or not, is among those that are reached.
pub(crate) async fn is_within(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
    within: &Within,
) -> Result<bool, DbError> {
    let (reached, limits) = within.condition(3);
    let sql = format!("select l.id from mailbox_letter l where l.box = $1 and l.id = $2{reached}");
    let known: Option<Known> = tx.optional(&sql, [params![mailbox, letter], limits].concat()).await?;
    Ok(known.is_some_and(|known| known.id == letter))
}

/// The letter with this `messageUUID` that was sent from a box since a moment, where it still lies among the sent ones.
pub(crate) async fn sent_since(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    message_uuid: Uuid,
    since: Timestamp,
) -> Result<Option<Id<LetterTag>>, DbError> {
    let known: Option<Known> = tx
        .optional(
            "select id
             from mailbox_letter
             where box = $1 and folder = $2 and at >= $3 and message_uuid = $4 and direction = 'out'",
            params![mailbox, SENT, since, message_uuid],
        )
        .await?;
    Ok(known.map(|known| known.id))
}

/// What a search looks through, letter by letter.
pub(crate) async fn words(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    within: &Within,
    now: Timestamp,
    mut see: impl FnMut(WordsRow) -> Result<(), DbError>,
) -> Result<(), DbError> {
    let (reached, limits) = within.condition(3);
    let sql = format!(
        "select l.id, l.words
         from mailbox_letter l
         where l.box = $1 and l.deleted_at is null and l.at <= $2{reached}"
    );
    tx.each(&sql, [params![mailbox, now], limits].concat(), &mut see).await
}

pub(crate) async fn content(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
) -> Result<Option<Vec<u8>>, DbError> {
    let found: Option<Content> = tx
        .optional(
            "select memo
             from mailbox_content
             where box = $1 and letter = $2",
            params![mailbox, letter],
        )
        .await?;
    Ok(found.map(|found| found.memo))
}

row! {
    /// A letter as a system of its holder lists it.
    pub(crate) struct HandedOver {
        pub(crate) id: Id<LetterTag>,
        pub(crate) message_uuid: Uuid,
        pub(crate) at: Timestamp,
    }
}

/// What has come, in the order in which it became available, behind a letter that is known already.
pub(crate) async fn handed_over(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    after: Id<LetterTag>,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<HandedOver>, DbError> {
    tx.all(
        "select id, message_uuid, at
         from mailbox_letter
         where box = $1 and direction = 'in' and deleted_at is null and at <= $3
             and (at, id) > (coalesce((select at from mailbox_letter where box = $1 and id = $2), 0), $2)
         order by at, id
         limit $4",
        params![mailbox, after, now, limit],
    )
    .await
}

row! {
    struct SentBy {
        sender: Option<Uuid>,
    }
}

/// The system that sent a letter; none where it was written here.
pub(crate) async fn sender_of(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    letter: Id<LetterTag>,
) -> Result<Option<Uuid>, DbError> {
    let sent: Option<SentBy> = tx
        .optional("select sender from mailbox_letter where box = $1 and id = $2", params![mailbox, letter])
        .await?;
    Ok(sent.and_then(|sent| sent.sender))
}

/// A letter that is about to be kept.
pub(crate) struct NewLetter {
    pub(crate) mailbox: Id<MailboxTag>,
    pub(crate) id: Id<LetterTag>,
    pub(crate) folder: Id<FolderTag>,
    pub(crate) at: Timestamp,
    pub(crate) received_at: Timestamp,
    pub(crate) direction: Direction,
    pub(crate) message_uuid: Uuid,
    pub(crate) sender: Option<Uuid>,
    pub(crate) weight: Weight,
    pub(crate) reply_by: Option<Timestamp>,
    pub(crate) size: i64,
    pub(crate) head: Vec<u8>,
    pub(crate) words: Vec<u8>,
    pub(crate) memo: Vec<u8>,
}

/// Keeps letters, all in as few statements as may be.
pub(crate) async fn insert(tx: &Tx, letters: Vec<NewLetter>) -> Result<(), DbError> {
    let (mut listed, mut contents) = (Rows::new(13), Rows::new(3));
    for letter in letters {
        contents.push(params![letter.mailbox, letter.id, letter.memo]);
        listed.push(params![
            letter.mailbox,
            letter.id,
            letter.folder,
            letter.at,
            letter.received_at,
            letter.direction.code(),
            letter.message_uuid,
            letter.sender,
            letter.weight.code(),
            letter.reply_by,
            letter.size,
            letter.head,
            letter.words
        ]);
    }
    let insert = |rows: &str| {
        format!(
            "insert into mailbox_letter (box, id, folder, at, received_at, direction, message_uuid, sender, weight,
                 reply_by, size, head, words)
             {rows}"
        )
    };
    listed.run(tx, insert).await?;
    contents.run(tx, |rows| format!("insert into mailbox_content (box, letter, memo) {rows}")).await
}
