//! The SQL of letters.

use basics::Language;
use jiff::Timestamp;
use store::{DbError, Tx, params, row};

use crate::message::Message;
use crate::message::sql::{COLUMNS, HAS_ADDRESS};

/// Which letters are asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    pub(crate) language: Option<Language>,
    /// Written at this moment or before.
    pub(crate) until: Timestamp,
}

row! {
    struct Counted {
        count: i64,
    }
}

/// The letters that are to be printed, the oldest first.
pub(super) async fn waiting(tx: &Tx, wanted: Wanted, most: i64) -> Result<Vec<Message>, DbError> {
    let sql = format!(
        "select {COLUMNS} from notices_message
         where state = 'waiting' and channel = 'letter' and created_at <= $1
           and ($2 = '' or language = $2)
           and {HAS_ADDRESS}
         order by created_at, id
         limit $3"
    );
    tx.all(&sql, params![wanted.until, wanted.language.map_or("", Language::code), most]).await
}

/// How many letters are to be printed.
pub(super) async fn count_waiting(tx: &Tx, wanted: Wanted) -> Result<i64, DbError> {
    let sql = format!(
        "select count(*) as count from notices_message
         where state = 'waiting' and channel = 'letter' and created_at <= $1
           and ($2 = '' or language = $2)
           and {HAS_ADDRESS}"
    );
    let counted: Option<Counted> =
        tx.optional(&sql, params![wanted.until, wanted.language.map_or("", Language::code)]).await?;
    Ok(counted.map_or(0, |counted| counted.count))
}

/// What cannot be sent: no way leads to its receiver, or they have taken their address away. The oldest first.
pub(super) async fn stranded(tx: &Tx, most: i64) -> Result<Vec<Message>, DbError> {
    let sql = format!(
        "select {COLUMNS} from notices_message
         where state = 'unsendable'
            or (state = 'waiting' and channel = 'letter' and not {HAS_ADDRESS})
         order by created_at, id
         limit $1"
    );
    tx.all(&sql, params![most]).await
}

/// The letters that were put in the post, the latest first.
pub(super) async fn posted(tx: &Tx, skip: i64, most: i64) -> Result<Vec<Message>, DbError> {
    let sql = format!(
        "select {COLUMNS} from notices_message
         where state = 'posted'
         order by state_at desc, id desc
         limit $2 offset $1"
    );
    tx.all(&sql, params![skip, most]).await
}

pub(super) async fn count_posted(tx: &Tx) -> Result<i64, DbError> {
    let sql = "select count(*) as count from notices_message where state = 'posted'";
    Ok(tx.optional::<Counted>(sql, params![]).await?.map_or(0, |counted| counted.count))
}
