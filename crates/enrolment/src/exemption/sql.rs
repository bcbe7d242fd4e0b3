//! The SQL of exemptions.

use access::Holder;
use basics::Id;
use jiff::Timestamp;
use jiff::civil::Date;
use store::{DbError, Engine, FromRow, Row, Tx, params};
use uuid::Uuid;

use super::model::{AskedBy, Covers, Exemption, ExemptionTag};

const COLUMNS: &str =
    "id, person, organisation, valid_from, valid_until, warn_on, covers_post, covers_self_service,
    asked_by, decided_by, created_at, ended_at";

impl FromRow for Exemption {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let person = row.get_optional("person")?.map(Holder::Person);
        let holder = match person {
            Some(person) => person,
            None => Holder::Organisation(row.get("organisation")?),
        };
        let asked_by: String = row.get("asked_by")?;
        let nobody =
            || DbError::Column { column: "asked_by".to_owned(), why: format!("{asked_by} is nobody") };
        Ok(Self {
            id: row.get("id")?,
            holder,
            valid_from: row.get("valid_from")?,
            valid_until: row.get_optional("valid_until")?,
            warn_on: row.get_optional("warn_on")?,
            covers: Covers { post: row.get("covers_post")?, self_service: row.get("covers_self_service")? },
            asked_by: AskedBy::from_code(&asked_by).ok_or_else(nobody)?,
            decided_by: row.get_optional("decided_by")?,
            created_at: row.get("created_at")?,
            ended_at: row.get_optional("ended_at")?,
        })
    }
}

fn column_of(holder: Holder) -> (&'static str, Uuid) {
    match holder {
        Holder::Person(person) => ("person", person.uuid()),
        Holder::Organisation(organisation) => ("organisation", organisation.uuid()),
    }
}

fn present(column: &str) -> String {
    format!("select {COLUMNS} from enrolment_exemption where {column} = $1 and ended_at is null")
}

pub(super) async fn of(tx: &Tx, holder: Holder) -> Result<Option<Exemption>, DbError> {
    let (column, id) = column_of(holder);
    tx.optional(&present(column), params![id]).await
}

/// What the holder is exempt from now, kept from other writers.
pub(super) async fn lock(tx: &Tx, holder: Holder) -> Result<Option<Exemption>, DbError> {
    let (column, id) = column_of(holder);
    tx.optional_for_update(&present(column), params![id]).await
}

/// Says whether it was inserted; it is not where the holder is exempt already.
pub(super) async fn insert(tx: &Tx, exemption: &Exemption) -> Result<bool, DbError> {
    let (person, organisation) = match exemption.holder {
        Holder::Person(person) => (Some(person), None),
        Holder::Organisation(organisation) => (None, Some(organisation)),
    };
    let e = exemption;
    let inserted = tx
        .run(
            "insert into enrolment_exemption (id, person, organisation, valid_from, valid_until, warn_on, covers_post,
                 covers_self_service, asked_by, decided_by, created_at, warned_at, ended_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, null, null)
             on conflict do nothing",
            params![
                e.id,
                person,
                organisation,
                e.valid_from,
                e.valid_until,
                e.warn_on,
                e.covers.post,
                e.covers.self_service,
                e.asked_by.code(),
                e.decided_by,
                e.created_at
            ],
        )
        .await?;
    Ok(inserted == 1)
}

pub(super) async fn set_ended(tx: &Tx, id: Id<ExemptionTag>, now: Timestamp) -> Result<(), DbError> {
    tx.run("update enrolment_exemption set ended_at = $2 where id = $1", params![id, now]).await?;
    Ok(())
}

pub(super) async fn set_warned(tx: &Tx, id: Id<ExemptionTag>, now: Timestamp) -> Result<(), DbError> {
    tx.run("update enrolment_exemption set warned_at = $2 where id = $1", params![id, now]).await?;
    Ok(())
}

fn locking(tx: &Tx) -> &'static str {
    if tx.engine() == Engine::Postgres { "for update" } else { "" }
}

/// Those whose last day is over, kept from other writers.
pub(super) async fn lock_over(tx: &Tx, today: Date, most: i64) -> Result<Vec<Exemption>, DbError> {
    let sql = format!(
        "select {COLUMNS} from enrolment_exemption
         where ended_at is null and valid_until < $1
         order by person, organisation
         limit $2 {}",
        locking(tx)
    );
    tx.all(&sql, params![today, most]).await
}

/// Those that will end soon and whose holders do not know it yet, kept from other writers.
pub(super) async fn lock_to_warn(tx: &Tx, today: Date, most: i64) -> Result<Vec<Exemption>, DbError> {
    let sql = format!(
        "select {COLUMNS} from enrolment_exemption
         where ended_at is null and warned_at is null and warn_on <= $1
         order by person, organisation
         limit $2 {}",
        locking(tx)
    );
    tx.all(&sql, params![today, most]).await
}
