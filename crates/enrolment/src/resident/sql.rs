//! The SQL of residents.

use basics::Id;
use jiff::Timestamp;
use jiff::civil::Date;
use realm::PersonTag;
use store::rows::{AT_ONCE, Rows, places};
use store::{DbError, Engine, FromRow, Param as _, Row, Tx, params};

use super::Resident;

const COLUMNS: &str = "person, birth_date, resident_since, resident_until, opens_on, state, address_hash";

impl FromRow for Resident {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let state: String = row.get("state")?;
        Ok(Self {
            person: row.get("person")?,
            birth_date: row.get("birth_date")?,
            resident_since: row.get("resident_since")?,
            resident_until: row.get_optional("resident_until")?,
            opens_on: row.get_optional("opens_on")?,
            is_opened: state == "opened",
            address_hash: row.get_optional("address_hash")?,
        })
    }
}

fn state(resident: &Resident) -> &'static str {
    if resident.is_opened { "opened" } else { "pending" }
}

pub(super) async fn of(tx: &Tx, person: Id<PersonTag>) -> Result<Option<Resident>, DbError> {
    let sql = format!("select {COLUMNS} from enrolment_resident where person = $1");
    tx.optional(&sql, params![person]).await
}

/// Those of the people who are residents, kept from other writers.
pub(super) async fn lock_some(tx: &Tx, people: &[Id<PersonTag>]) -> Result<Vec<Resident>, DbError> {
    let mut people = people.to_vec();
    people.sort_unstable();
    let locking = locking(tx);
    let mut found = Vec::new();
    for some in people.chunks(AT_ONCE) {
        let sql = format!(
            "select {COLUMNS} from enrolment_resident where person in ({}) order by person {locking}",
            places(some.len())
        );
        let bound = some.iter().map(|person| person.value()).collect();
        found.extend(tx.all::<Resident>(&sql, bound).await?);
    }
    Ok(found)
}

fn locking(tx: &Tx) -> &'static str {
    if tx.engine() == Engine::Postgres { "for update" } else { "" }
}

pub(super) async fn insert_all(tx: &Tx, residents: &[Resident], now: Timestamp) -> Result<(), DbError> {
    let mut rows = Rows::new(8);
    for resident in residents {
        rows.push(params![
            resident.person,
            resident.birth_date,
            resident.resident_since,
            resident.resident_until,
            resident.opens_on,
            state(resident),
            resident.address_hash.clone(),
            now
        ]);
    }
    rows.run(tx, |rows| format!("insert into enrolment_resident ({COLUMNS}, updated_at) {rows}")).await
}

pub(super) async fn update(tx: &Tx, resident: &Resident, now: Timestamp) -> Result<(), DbError> {
    tx.run(
        "update enrolment_resident
         set birth_date = $2, resident_since = $3, resident_until = $4, opens_on = $5, state = $6,
             address_hash = $7, updated_at = $8
         where person = $1",
        params![
            resident.person,
            resident.birth_date,
            resident.resident_since,
            resident.resident_until,
            resident.opens_on,
            state(resident),
            resident.address_hash.clone(),
            now
        ],
    )
    .await?;
    Ok(())
}

/// Those whose mailbox is to be opened and who still live here, kept from other writers.
pub(crate) async fn lock_due(tx: &Tx, today: Date, most: i64) -> Result<Vec<Resident>, DbError> {
    let sql = format!(
        "select {COLUMNS} from enrolment_resident
         where state = 'pending' and opens_on <= $1
           and (resident_until is null or resident_until >= $1)
         order by opens_on, person
         limit $2 {}",
        locking(tx)
    );
    tx.all(&sql, params![today, most]).await
}

pub(crate) async fn set_opened(tx: &Tx, people: &[Id<PersonTag>], now: Timestamp) -> Result<(), DbError> {
    for some in people.chunks(AT_ONCE) {
        let sql = format!(
            "update enrolment_resident
             set state = 'opened', updated_at = $1
             where person in ({})",
            store::rows::places_from(2, some.len())
        );
        let bound = std::iter::once(now.value()).chain(some.iter().map(|person| person.value())).collect();
        tx.run(&sql, bound).await?;
    }
    Ok(())
}
