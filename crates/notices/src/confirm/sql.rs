//! The SQL of confirmations.

use basics::Id;
use jiff::Timestamp;
use realm::PersonTag;
use store::{DbError, Tx, params, row};

use crate::Channel;
use crate::message::MessageTag;

/// Marks ids of confirmations.
pub(crate) enum ConfirmationTag {}

row! {
    /// An address that is to be confirmed.
    #[derive(Debug, Clone)]
    pub(crate) struct Confirmation {
        pub(crate) id: Id<ConfirmationTag>,
        pub(crate) person: Id<PersonTag>,
        pub(crate) channel: String,
        pub(crate) message: Id<MessageTag>,
        pub(crate) secret_hash: Option<String>,
        pub(crate) tries: i64,
        pub(crate) state: String,
        pub(crate) expires_at: Timestamp,
    }
}

impl Confirmation {
    /// Whether it can be confirmed at `now`.
    pub(crate) fn is_open_at(&self, now: Timestamp) -> bool {
        self.state == "open" && now < self.expires_at
    }

    pub(crate) fn is_done(&self) -> bool {
        self.state == "done"
    }
}

const COLUMNS: &str = "id, person, channel, message, secret_hash, tries, state, expires_at";

pub(crate) async fn insert(
    tx: &Tx,
    confirmation: &Confirmation,
    created_at: Timestamp,
) -> Result<(), DbError> {
    let c = confirmation;
    tx.run(
        "insert into notices_confirmation
             (id, person, channel, message, secret_hash, tries, state, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            c.id,
            c.person,
            &c.channel,
            c.message,
            c.secret_hash.clone(),
            c.tries,
            &c.state,
            created_at,
            c.expires_at
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn by_hash(tx: &Tx, hash: &str) -> Result<Option<Confirmation>, DbError> {
    tx.optional(&format!("select {COLUMNS} from notices_confirmation where secret_hash = $1"), params![hash])
        .await
}

pub(crate) async fn by_message(tx: &Tx, message: Id<MessageTag>) -> Result<Option<Confirmation>, DbError> {
    let sql = format!("select {COLUMNS} from notices_confirmation where message = $1");
    tx.optional_for_update(&sql, params![message]).await
}

pub(crate) async fn lock(tx: &Tx, id: Id<ConfirmationTag>) -> Result<Option<Confirmation>, DbError> {
    let sql = format!("select {COLUMNS} from notices_confirmation where id = $1");
    tx.optional_for_update(&sql, params![id]).await
}

/// The newest one of a person on a channel, whatever became of it.
pub(crate) async fn newest(
    tx: &Tx,
    person: Id<PersonTag>,
    channel: Channel,
) -> Result<Option<Confirmation>, DbError> {
    let sql = format!(
        "select {COLUMNS} from notices_confirmation
         where person = $1 and channel = $2
         order by created_at desc, id desc
         limit 1"
    );
    tx.optional(&sql, params![person, channel.code()]).await
}

row! {
    struct Counted {
        count: i64,
    }
}

/// How often the person has asked since a moment, on any channel.
pub(crate) async fn count_since(tx: &Tx, person: Id<PersonTag>, since: Timestamp) -> Result<i64, DbError> {
    let sql = "select count(*) as count from notices_confirmation where person = $1 and created_at > $2";
    Ok(tx.optional::<Counted>(sql, params![person, since]).await?.map_or(0, |counted| counted.count))
}

/// Ends whatever is open on a channel.
pub(crate) async fn end_open(tx: &Tx, person: Id<PersonTag>, channel: Channel) -> Result<(), DbError> {
    tx.run(
        "update notices_confirmation set state = 'over'
         where person = $1 and channel = $2 and state = 'open'",
        params![person, channel.code()],
    )
    .await?;
    Ok(())
}

pub(crate) async fn save(tx: &Tx, confirmation: &Confirmation) -> Result<(), DbError> {
    let c = confirmation;
    tx.run(
        "update notices_confirmation
         set secret_hash = $2, tries = $3, state = $4, expires_at = $5
         where id = $1",
        params![c.id, c.secret_hash.clone(), c.tries, &c.state, c.expires_at],
    )
    .await?;
    Ok(())
}

pub(crate) async fn forget_before(tx: &Tx, moment: Timestamp) -> Result<(), DbError> {
    tx.run("delete from notices_confirmation where created_at < $1", params![moment]).await?;
    Ok(())
}
