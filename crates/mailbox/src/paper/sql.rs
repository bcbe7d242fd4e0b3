//! The SQL of what goes on paper.

use basics::Id;
use jiff::Timestamp;
use realm::PersonTag;
use store::{DbError, FromRow, Row, Tx, params, row};

use super::{BatchTag, Kind, PaperTag, State};
use crate::MailboxTag;
use crate::letters::LetterTag;

/// Something that goes on paper.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The id.
    pub id: Id<PaperTag>,
    /// To whose holder.
    pub mailbox: Id<MailboxTag>,
    /// The letter; none of confirmations and warnings.
    pub letter: Option<Id<LetterTag>>,
    /// Why.
    pub kind: Kind,
    /// Where it is on its way.
    pub state: State,
    /// With what it was printed.
    pub batch: Option<Id<BatchTag>>,
    /// The number on its address page, since it was printed.
    pub number: Option<i64>,
    /// Since when it is queued.
    pub created_at: Timestamp,
    /// Since when it is where it is.
    pub state_at: Timestamp,
    /// When the letter was available.
    pub available_at: Option<Timestamp>,
}

impl FromRow for Paper {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let word = |column: &str| row.get::<String>(column);
        let unreadable = |column: &str| DbError::Column {
            column: column.to_owned(),
            why: "it is no word of ours".to_owned(),
        };
        Ok(Self {
            id: row.get("id")?,
            mailbox: row.get("box")?,
            letter: row.get_optional("letter")?,
            kind: Kind::from_code(&word("kind")?).ok_or_else(|| unreadable("kind"))?,
            state: State::from_code(&word("state")?).ok_or_else(|| unreadable("state"))?,
            batch: row.get_optional("batch")?,
            number: row.get_optional("number")?,
            created_at: row.get("created_at")?,
            state_at: row.get("state_at")?,
            available_at: row.get_optional("available_at")?,
        })
    }
}

const SELECT: &str =
    "select p.id, p.box, p.letter, p.kind, p.state, p.batch, p.number, p.created_at, p.state_at,
        l.at as available_at
    from mailbox_paper p
    left join mailbox_letter l on l.box = p.box and l.id = p.letter";

pub(super) async fn insert(
    tx: &Tx,
    id: Id<PaperTag>,
    mailbox: Id<MailboxTag>,
    letter: Option<Id<LetterTag>>,
    kind: Kind,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "insert into mailbox_paper (id, box, letter, kind, state, batch, number, created_at, state_at)
         values ($1, $2, $3, $4, 'waiting', null, null, $5, $5)",
        params![id, mailbox, letter, kind.code(), now],
    )
    .await?;
    Ok(())
}

row! {
    struct Unopened {
        id: Id<LetterTag>,
    }
}

/// Letters that were available since a moment, and that the reader, or nobody at all, has opened.
pub(super) async fn unopened(
    tx: &Tx,
    mailbox: Id<MailboxTag>,
    reader: Option<Id<PersonTag>>,
    since: Timestamp,
    now: Timestamp,
) -> Result<Vec<Id<LetterTag>>, DbError> {
    let by = if reader.is_some() { "and s.person = $4" } else { "" };
    let sql = format!(
        "select l.id
         from mailbox_letter l
         where l.box = $1 and l.direction = 'in' and l.at >= $2 and l.at <= $3 and l.deleted_at is null
           and not exists (select 1 from mailbox_seen s where s.box = l.box and s.letter = l.id {by})
           and not exists (select 1 from mailbox_paper p where p.box = l.box and p.letter = l.id)
         order by l.at, l.id"
    );
    let mut bound = params![mailbox, since, now];
    bound.extend(reader.map(store::Param::value));
    let found: Vec<Unopened> = tx.all(&sql, bound).await?;
    Ok(found.into_iter().map(|row| row.id).collect())
}

/// Where a walk through the queue goes on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind {
    pub(super) created_at: Timestamp,
    pub(super) id: Id<PaperTag>,
}

/// What waits, the oldest first. Letters that are not available yet wait for their day, and what was deleted for good is over.
pub(super) async fn waiting(
    tx: &Tx,
    now: Timestamp,
    behind: Behind,
    most: i64,
) -> Result<Vec<Paper>, DbError> {
    let sql = format!(
        "{SELECT}
         where p.state = 'waiting' and (p.created_at, p.id) > ($2, $3)
           and (p.letter is null or l.at <= $1)
         order by p.created_at, p.id
         limit $4"
    );
    tx.all(&sql, params![now, behind.created_at, behind.id, most]).await
}

row! {
    /// How many of a kind wait.
    pub(super) struct Counted {
        pub(super) kind: String,
        pub(super) n: i64,
    }
}

pub(super) async fn count_waiting(tx: &Tx, now: Timestamp) -> Result<Vec<Counted>, DbError> {
    tx.all(
        "select p.kind, count(*) as n
         from mailbox_paper p
         left join mailbox_letter l on l.box = p.box and l.id = p.letter
         where p.state = 'waiting' and (p.letter is null or l.at <= $1)
         group by p.kind",
        params![now],
    )
    .await
}

row! {
    /// Letters that were printed together and are not in the post yet.
    pub(super) struct OpenBatch {
        pub(super) batch: Id<BatchTag>,
        pub(super) n: i64,
        pub(super) at: Timestamp,
    }
}

pub(super) async fn open_batches(tx: &Tx) -> Result<Vec<OpenBatch>, DbError> {
    tx.all(
        "select batch, count(*) as n, min(state_at) as at
         from mailbox_paper
         where state = 'printed' and batch is not null
         group by batch
         order by at, batch",
        params![],
    )
    .await
}

pub(super) async fn of_batch(tx: &Tx, batch: Id<BatchTag>) -> Result<Vec<Paper>, DbError> {
    tx.all(&format!("{SELECT} where p.batch = $1 order by p.number"), params![batch]).await
}

pub(super) async fn by_id(tx: &Tx, id: Id<PaperTag>) -> Result<Option<Paper>, DbError> {
    tx.optional(&format!("{SELECT} where p.id = $1"), params![id]).await
}

pub(super) async fn by_number(tx: &Tx, number: i64) -> Result<Option<Paper>, DbError> {
    tx.optional(&format!("{SELECT} where p.number = $1"), params![number]).await
}

pub(super) async fn returned(tx: &Tx, most: i64) -> Result<Vec<Paper>, DbError> {
    let sql = format!("{SELECT} where p.state = 'returned' order by p.created_at, p.id limit $1");
    tx.all(&sql, params![most]).await
}

row! {
    struct Last {
        last: i64,
    }
}

/// The last number that was given, kept from others: whoever prints does so alone.
pub(super) async fn lock_numbers(tx: &Tx) -> Result<i64, DbError> {
    let sql = "select last from mailbox_paper_number where only_row = 1";
    let last: Option<Last> = tx.optional_for_update(sql, params![]).await?;
    last.map(|row| row.last).ok_or_else(|| DbError::Other("there is no row of numbers".to_owned()))
}

pub(super) async fn set_last_number(tx: &Tx, last: i64) -> Result<(), DbError> {
    tx.run("update mailbox_paper_number set last = $1 where only_row = 1", params![last]).await?;
    Ok(())
}

pub(super) async fn set_printed(
    tx: &Tx,
    id: Id<PaperTag>,
    batch: Id<BatchTag>,
    number: i64,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "update mailbox_paper
         set state = 'printed', batch = $2, number = $3, state_at = $4
         where id = $1 and state = 'waiting'",
        params![id, batch, number, now],
    )
    .await?;
    Ok(())
}

/// Says whether it was in one of the states before.
pub(super) async fn set_state(
    tx: &Tx,
    id: Id<PaperTag>,
    from: &[State],
    to: State,
    now: Timestamp,
) -> Result<bool, DbError> {
    let from: Vec<String> = from.iter().map(|state| format!("'{}'", state.code())).collect();
    let sql = format!(
        "update mailbox_paper set state = $2, state_at = $3 where id = $1 and state in ({})",
        from.join(", ")
    );
    Ok(tx.run(&sql, params![id, to.code(), now]).await? == 1)
}

/// Forgets with what it was printed: it gets another number the next time.
pub(super) async fn forget_batch(tx: &Tx, id: Id<PaperTag>) -> Result<(), DbError> {
    tx.run("update mailbox_paper set batch = null, number = null where id = $1", params![id]).await?;
    Ok(())
}
