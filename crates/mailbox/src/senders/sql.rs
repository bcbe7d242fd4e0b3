//! The SQL of sending systems.

use basics::Id;
use jiff::Timestamp;
use people::OrganisationTag;
use store::{DbError, Tx, params, row};

use super::{Sender, SenderTag};

row! {
    struct SenderRow {
        id: Id<SenderTag>,
        organisation: Id<OrganisationTag>,
        name: String,
        created_at: Timestamp,
        ended_at: Option<Timestamp>,
    }
}

impl From<SenderRow> for Sender {
    fn from(row: SenderRow) -> Self {
        Self {
            id: row.id,
            organisation: row.organisation,
            name: row.name,
            created_at: row.created_at,
            ended_at: row.ended_at,
        }
    }
}

const COLUMNS: &str = "id, organisation, name, created_at, ended_at";

pub(super) async fn insert(tx: &Tx, sender: &Sender, secret_hash: &str) -> Result<(), DbError> {
    tx.run(
        "insert into mailbox_sender (id, organisation, name, secret_hash, created_at, ended_at)
         values ($1, $2, $3, $4, $5, null)",
        params![sender.id, sender.organisation, &sender.name, secret_hash, sender.created_at],
    )
    .await?;
    Ok(())
}

pub(super) async fn end(tx: &Tx, id: Id<SenderTag>, now: Timestamp) -> Result<bool, DbError> {
    let ended = tx
        .run("update mailbox_sender set ended_at = $2 where id = $1 and ended_at is null", params![id, now])
        .await?;
    Ok(ended == 1)
}

pub(super) async fn all(tx: &Tx) -> Result<Vec<Sender>, DbError> {
    let sql = format!(
        "select {COLUMNS} from mailbox_sender
         order by case when ended_at is null then 0 else 1 end, created_at, id"
    );
    Ok(tx.all::<SenderRow>(&sql, params![]).await?.into_iter().map(Sender::from).collect())
}

pub(super) async fn by_id(tx: &Tx, id: Id<SenderTag>) -> Result<Option<Sender>, DbError> {
    let sql = format!("select {COLUMNS} from mailbox_sender where id = $1");
    Ok(tx.optional::<SenderRow>(&sql, params![id]).await?.map(Sender::from))
}

pub(super) async fn by_hash(tx: &Tx, secret_hash: &str) -> Result<Option<Sender>, DbError> {
    let sql = format!("select {COLUMNS} from mailbox_sender where secret_hash = $1 and ended_at is null");
    Ok(tx.optional::<SenderRow>(&sql, params![secret_hash]).await?.map(Sender::from))
}
