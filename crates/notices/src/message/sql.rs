//! The SQL of messages.

use basics::{Id, Language};
use jiff::Timestamp;
use jobs::Urgency;
use realm::PersonTag;
use store::{DbError, FromRow, Row, Tx, params, row};

use super::{Message, MessageTag, State};
use crate::{Channel, Link};

pub(crate) const COLUMNS: &str =
    "id, person, kind, channel, language, subject, body, short, link_label, link_path,
    news, urgency, state, state_reason, state_at, sent_to, apart,
    instead_of, created_at";

/// What stands between the paragraphs of a body.
const BETWEEN: &str = "\n\n";

/// A column that holds a word of ours.
pub(crate) fn code<T>(column: &str, word: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, DbError> {
    read(word)
        .ok_or_else(|| DbError::Column { column: column.to_owned(), why: "it is no word of ours".to_owned() })
}

impl FromRow for Message {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let word = |column| row.get::<String>(column);
        let label: Option<String> = row.get_optional("link_label")?;
        let path: Option<String> = row.get_optional("link_path")?;
        Ok(Self {
            id: row.get("id")?,
            person: row.get("person")?,
            kind: row.get("kind")?,
            channel: code("channel", &word("channel")?, Channel::from_code)?,
            language: code("language", &word("language")?, Language::from_code)?,
            subject: row.get("subject")?,
            paragraphs: word("body")?.split(BETWEEN).map(str::to_owned).collect(),
            short: row.get("short")?,
            link: label.zip(path).map(|(label, path)| Link { label, path }),
            news: row.get("news")?,
            urgency: urgency(row.get("urgency")?),
            state: code("state", &word("state")?, State::from_code)?,
            state_reason: row.get("state_reason")?,
            state_at: row.get("state_at")?,
            sent_to: row.get("sent_to")?,
            apart: row.get("apart")?,
            instead_of: row.get_optional("instead_of")?,
            created_at: row.get("created_at")?,
        })
    }
}

fn urgency(rank: i64) -> Urgency {
    match rank {
        0 => Urgency::Now,
        1 => Urgency::Ordinary,
        _ => Urgency::Bulk,
    }
}

fn rank(urgency: Urgency) -> i64 {
    match urgency {
        Urgency::Now => 0,
        Urgency::Ordinary => 1,
        Urgency::Bulk => 2,
    }
}

pub(crate) async fn insert(tx: &Tx, message: &Message) -> Result<(), DbError> {
    let m = message;
    let sql = format!(
        "insert into notices_message ({COLUMNS})
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)"
    );
    tx.run(
        &sql,
        params![
            m.id,
            m.person,
            &m.kind,
            m.channel.code(),
            m.language.code(),
            &m.subject,
            m.paragraphs.join(BETWEEN),
            &m.short,
            m.link.as_ref().map(|link| link.label.clone()),
            m.link.as_ref().map(|link| link.path.clone()),
            m.news,
            rank(m.urgency),
            m.state.code(),
            &m.state_reason,
            m.state_at,
            &m.sent_to,
            m.apart,
            m.instead_of,
            m.created_at
        ],
    )
    .await?;
    Ok(())
}

/// Writes what became of the message, and where it went.
pub(crate) async fn save_state(tx: &Tx, message: &Message) -> Result<(), DbError> {
    let m = message;
    tx.run(
        "update notices_message
         set channel = $2, state = $3, state_reason = $4, state_at = $5, sent_to = $6
         where id = $1",
        params![m.id, m.channel.code(), m.state.code(), &m.state_reason, m.state_at, &m.sent_to],
    )
    .await?;
    Ok(())
}

pub(crate) async fn by_id(tx: &Tx, id: Id<MessageTag>) -> Result<Option<Message>, DbError> {
    tx.optional(&format!("select {COLUMNS} from notices_message where id = $1"), params![id]).await
}

pub(crate) async fn lock(tx: &Tx, id: Id<MessageTag>) -> Result<Option<Message>, DbError> {
    tx.optional_for_update(&format!("select {COLUMNS} from notices_message where id = $1"), params![id]).await
}

/// The mail that this token was given to, for mail that comes back.
pub(crate) async fn by_bounce(tx: &Tx, hash: &str) -> Result<Option<Message>, DbError> {
    tx.optional(&format!("select {COLUMNS} from notices_message where bounce_hash = $1"), params![hash]).await
}

/// The mail that this token was given to, for ending the news.
pub(crate) async fn by_unsubscribe(tx: &Tx, hash: &str) -> Result<Option<Message>, DbError> {
    tx.optional(&format!("select {COLUMNS} from notices_message where unsubscribe_hash = $1"), params![hash])
        .await
}

/// What tells where a message went, and that somebody got it, without saying either.
pub(crate) struct Marks {
    /// Of the address.
    pub(crate) address: Option<String>,
    /// Of the token in the address that a mail comes back to.
    pub(crate) bounce: String,
    /// Of the token that ends the news.
    pub(crate) unsubscribe: Option<String>,
}

pub(crate) async fn set_marks(tx: &Tx, id: Id<MessageTag>, marks: &Marks) -> Result<(), DbError> {
    tx.run(
        "update notices_message
         set address_mark = $2, bounce_hash = $3, unsubscribe_hash = $4
         where id = $1",
        params![id, marks.address.clone(), &marks.bounce, marks.unsubscribe.clone()],
    )
    .await?;
    Ok(())
}

/// The mark of the address that a message was sent to.
pub(crate) async fn address_mark(tx: &Tx, id: Id<MessageTag>) -> Result<Option<String>, DbError> {
    let sql =
        "select address_mark as address from notices_message where id = $1 and address_mark is not null";
    Ok(tx.optional::<Address>(sql, params![id]).await?.map(|row| row.address))
}

pub(crate) async fn of_person(
    tx: &Tx,
    person: Id<PersonTag>,
    skip: i64,
    most: i64,
) -> Result<Vec<Message>, DbError> {
    let sql = format!(
        "select {COLUMNS} from notices_message
         where person = $1
         order by created_at desc, id desc
         limit $3 offset $2"
    );
    tx.all(&sql, params![person, skip, most]).await
}

row! {
    struct Counted {
        count: i64,
    }
}

pub(crate) async fn count_of_person(tx: &Tx, person: Id<PersonTag>) -> Result<i64, DbError> {
    let sql = "select count(*) as count from notices_message where person = $1";
    Ok(tx.optional::<Counted>(sql, params![person]).await?.map_or(0, |counted| counted.count))
}

/// Whether the receiver of a message has given an address for letters.
pub(crate) const HAS_ADDRESS: &str = "exists (
    select 1 from notices_contact as contact
    where contact.person = notices_message.person and contact.street is not null
)";

/// What could not be sent to the person since `since`: there was no way, or they have taken their address away.
pub(crate) async fn stranded_of(
    tx: &Tx,
    person: Id<PersonTag>,
    since: Timestamp,
) -> Result<Vec<Message>, DbError> {
    let sql = format!(
        "select {COLUMNS} from notices_message
         where person = $1 and created_at >= $2
           and (state = 'unsendable'
                or (state = 'waiting' and channel = 'letter' and not {HAS_ADDRESS}))
         order by created_at, id"
    );
    tx.all(&sql, params![person, since]).await
}

row! {
    struct Tried {
        channel: String,
    }
}

/// The channels on which a message was tried: its own, and those of the messages that it stands instead of.
pub(crate) async fn tried(tx: &Tx, id: Id<MessageTag>) -> Result<Vec<Channel>, DbError> {
    let sql = "with recursive chain (channel, instead_of) as (
                   select channel, instead_of from notices_message where id = $1
                   union all
                   select earlier.channel, earlier.instead_of
                   from notices_message as earlier
                   join chain on earlier.id = chain.instead_of
               )
               select channel from chain";
    let tried: Vec<Tried> = tx.all(sql, params![id]).await?;
    tried.iter().map(|tried| code("channel", &tried.channel, Channel::from_code)).collect()
}

row! {
    struct Address {
        address: String,
    }
}

/// Where the message goes, where that is not the address in use.
pub(crate) async fn own_address(tx: &Tx, id: Id<MessageTag>) -> Result<Option<String>, DbError> {
    let sql = "select address from notices_message_address where message = $1";
    Ok(tx.optional::<Address>(sql, params![id]).await?.map(|row| row.address))
}

pub(crate) async fn set_own_address(tx: &Tx, id: Id<MessageTag>, address: &str) -> Result<(), DbError> {
    tx.run("insert into notices_message_address (message, address) values ($1, $2)", params![id, address])
        .await?;
    Ok(())
}

pub(crate) async fn forget_own_address(tx: &Tx, id: Id<MessageTag>) -> Result<(), DbError> {
    tx.run("delete from notices_message_address where message = $1", params![id]).await?;
    Ok(())
}

/// Forgets the addresses of messages that were given up long ago.
pub(crate) async fn forget_addresses_before(tx: &Tx, moment: Timestamp) -> Result<(), DbError> {
    tx.run(
        "delete from notices_message_address
         where message in (select id from notices_message where created_at < $1)",
        params![moment],
    )
    .await?;
    Ok(())
}
