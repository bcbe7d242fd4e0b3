//! The SQL of asking systems.

use basics::Id;
use jiff::Timestamp;
use store::{DbError, Tx, params, row};

use super::{System, SystemTag};

row! {
    struct SystemRow {
        id: Id<SystemTag>,
        name: String,
        created_at: Timestamp,
        ended_at: Option<Timestamp>,
    }
}

impl From<SystemRow> for System {
    fn from(row: SystemRow) -> Self {
        Self { id: row.id, name: row.name, created_at: row.created_at, ended_at: row.ended_at }
    }
}

const COLUMNS: &str = "id, name, created_at, ended_at";

pub(super) async fn insert(tx: &Tx, system: &System, secret_hash: &str) -> Result<(), DbError> {
    tx.run(
        "insert into access_system (id, name, secret_hash, created_at, ended_at)
         values ($1, $2, $3, $4, null)",
        params![system.id, &system.name, secret_hash, system.created_at],
    )
    .await?;
    Ok(())
}

pub(super) async fn end(tx: &Tx, id: Id<SystemTag>, now: Timestamp) -> Result<bool, DbError> {
    let ended = tx
        .run("update access_system set ended_at = $2 where id = $1 and ended_at is null", params![id, now])
        .await?;
    Ok(ended == 1)
}

pub(super) async fn all(tx: &Tx) -> Result<Vec<System>, DbError> {
    let sql = format!(
        "select {COLUMNS} from access_system
         order by case when ended_at is null then 0 else 1 end, created_at, id"
    );
    Ok(tx.all::<SystemRow>(&sql, params![]).await?.into_iter().map(System::from).collect())
}

pub(super) async fn by_hash(tx: &Tx, secret_hash: &str) -> Result<Option<System>, DbError> {
    let sql = format!("select {COLUMNS} from access_system where secret_hash = $1 and ended_at is null");
    Ok(tx.optional::<SystemRow>(&sql, params![secret_hash]).await?.map(System::from))
}
