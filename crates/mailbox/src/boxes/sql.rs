//! The SQL of mailboxes.

use access::Holder;
use basics::Id;
use jiff::Timestamp;
use people::OrganisationTag;
use realm::PersonTag;
use store::{DbError, Param as _, Tx, Value, params, row};
use uuid::Uuid;
use vault::{Keyring, Sealed};

use super::key::{self, BoxKey};
use super::{Mailbox, MailboxError, MailboxTag, Way};
use crate::rows::{self, Rows};

const COLUMNS: &str =
    "id, person, organisation, box_key, way, opened_at, letters, bytes, last_owner_visit_at,
    last_helper_visit_at";

row! {
    /// A mailbox whose key is still closed.
    pub(crate) struct Found {
        pub(crate) id: Id<MailboxTag>,
        person: Option<Id<PersonTag>>,
        organisation: Option<Id<OrganisationTag>>,
        pub(super) box_key: String,
        way: String,
        opened_at: Timestamp,
        letters: i64,
        bytes: i64,
        last_owner_visit_at: Option<Timestamp>,
        last_helper_visit_at: Option<Timestamp>,
    }
}

row! {
    struct Count {
        n: i64,
    }
}

impl Found {
    pub(crate) fn holder(&self) -> Option<Holder> {
        self.person.map(Holder::Person).or(self.organisation.map(Holder::Organisation))
    }

    pub(crate) fn open(self, vault: &Keyring) -> Result<Mailbox, MailboxError> {
        let secret = key::open_secret(vault, self.id, &self.box_key)?;
        Ok(Mailbox {
            id: self.id,
            holder: self.holder().ok_or_else(|| DbError::Other("a mailbox has no holder".to_owned()))?,
            way: Way::from_code(&self.way),
            opened_at: self.opened_at,
            letters: self.letters,
            bytes: self.bytes,
            last_owner_visit_at: self.last_owner_visit_at,
            last_helper_visit_at: self.last_helper_visit_at,
            key: BoxKey::new(*secret),
        })
    }
}

pub(super) async fn by_id(tx: &Tx, id: Id<MailboxTag>) -> Result<Option<Found>, DbError> {
    tx.optional(&format!("select {COLUMNS} from mailbox_box where id = $1"), params![id]).await
}

pub(super) async fn lock(tx: &Tx, id: Id<MailboxTag>) -> Result<Option<Found>, DbError> {
    tx.optional_for_update(&format!("select {COLUMNS} from mailbox_box where id = $1"), params![id]).await
}

pub(super) async fn by_holder(tx: &Tx, holder: Holder) -> Result<Option<Found>, DbError> {
    let (column, id) = column_of(holder);
    tx.optional(&format!("select {COLUMNS} from mailbox_box where {column} = $1"), params![id]).await
}

/// The mailboxes of those of the holders who have one, in order of their ids and kept from other writers.
pub(crate) async fn by_holders(tx: &Tx, holders: &[Holder], locked: bool) -> Result<Vec<Found>, DbError> {
    let locking = if locked && tx.engine() == store::Engine::Postgres { " for update" } else { "" };
    let mut found = Vec::new();
    for column in ["person", "organisation"] {
        let of_column: Vec<Uuid> = holders
            .iter()
            .map(|holder| column_of(*holder))
            .filter(|(name, _)| *name == column)
            .map(|(_, id)| id)
            .collect();
        for some in of_column.chunks(rows::AT_ONCE) {
            let (one_of_them, bound) =
                rows::one_of(tx.engine(), 1, some.iter().map(|id| id.value()).collect());
            let sql = format!(
                "select {COLUMNS} from mailbox_box where {column} {one_of_them} order by id{locking}"
            );
            found.extend(tx.all::<Found>(&sql, bound).await?);
        }
    }
    Ok(found)
}

const INSERT: &str =
    "insert into mailbox_box (id, person, organisation, box_key, box_key_under, way, opened_at, letters,
     bytes, last_arrival_at, last_visit_at)";

fn inserted(mailbox: &Mailbox, sealed: &Sealed) -> Vec<Value> {
    let (person, organisation) = match mailbox.holder {
        Holder::Person(person) => (Some(person), None),
        Holder::Organisation(organisation) => (None, Some(organisation)),
    };
    let nothing = 0_i64;
    params![
        mailbox.id,
        person,
        organisation,
        sealed.to_text(),
        &sealed.key,
        mailbox.way.code(),
        mailbox.opened_at,
        nothing,
        nothing,
        nothing,
        nothing
    ]
}

/// Says whether it was inserted; it is not where the holder has a box already.
pub(super) async fn insert(tx: &Tx, mailbox: &Mailbox, sealed: &Sealed) -> Result<bool, DbError> {
    let sql = format!("{INSERT} values ({}) on conflict do nothing", rows::places(11));
    Ok(tx.run(&sql, inserted(mailbox, sealed)).await? == 1)
}

pub(super) async fn insert_all(tx: &Tx, mailboxes: &[Mailbox], sealed: &[Sealed]) -> Result<(), DbError> {
    let mut rows = Rows::new(11);
    for (mailbox, sealed) in mailboxes.iter().zip(sealed) {
        rows.push(inserted(mailbox, sealed));
    }
    rows.run(tx, |rows| format!("{INSERT} {rows}")).await
}

pub(super) async fn set_way(tx: &Tx, id: Id<MailboxTag>, way: Way) -> Result<(), DbError> {
    tx.run("update mailbox_box set way = $2 where id = $1", params![id, way.code()]).await?;
    Ok(())
}

pub(super) async fn set_visit(
    tx: &Tx,
    id: Id<MailboxTag>,
    is_owner: bool,
    at: Timestamp,
) -> Result<(), DbError> {
    let column = if is_owner { "last_owner_visit_at" } else { "last_helper_visit_at" };
    let sql = format!("update mailbox_box set {column} = $2, last_visit_at = $2 where id = $1");
    tx.run(&sql, params![id, at]).await?;
    Ok(())
}

/// Counts what has come into some boxes: how many letters, how many bytes, and when the last of them is available.
pub(crate) async fn count_arrivals(
    tx: &Tx,
    arrivals: impl Iterator<Item = (Id<MailboxTag>, i64, i64, Timestamp)>,
) -> Result<(), DbError> {
    let mut counted = Rows::new(4);
    for (id, letters, bytes, at) in arrivals {
        counted.push(params![id, letters, bytes, at]);
    }
    let sql = |rows: &str| {
        format!(
            "update mailbox_box
             set letters = mailbox_box.letters + came.letters,
                 bytes = mailbox_box.bytes + came.bytes,
                 last_arrival_at = case when came.at > mailbox_box.last_arrival_at then came.at
                     else mailbox_box.last_arrival_at end
             from (select column1 as id, column2 as letters, column3 as bytes, column4 as at from ({rows}) as listed) as came
             where mailbox_box.id = came.id"
        )
    };
    counted.run(tx, sql).await
}

/// Counts one letter; one that came also with when it is available.
pub(crate) async fn count(
    tx: &Tx,
    id: Id<MailboxTag>,
    bytes: i64,
    came_at: Option<Timestamp>,
) -> Result<(), DbError> {
    tx.run(
        "update mailbox_box
         set letters = letters + 1, bytes = bytes + $2,
             last_arrival_at = case when $3 > last_arrival_at then $3 else last_arrival_at end
         where id = $1",
        params![id, bytes, came_at.unwrap_or(Timestamp::UNIX_EPOCH)],
    )
    .await?;
    Ok(())
}

pub(super) async fn sealed_otherwise(tx: &Tx, current: &str, limit: i64) -> Result<Vec<Found>, DbError> {
    let locking = if tx.engine() == store::Engine::Postgres { "for update skip locked" } else { "" };
    let sql =
        format!("select {COLUMNS} from mailbox_box where box_key_under <> $1 order by id limit $2 {locking}");
    tx.all(&sql, params![current, limit]).await
}

pub(super) async fn count_sealed_otherwise(tx: &Tx, current: &str) -> Result<i64, DbError> {
    let count: Option<Count> = tx
        .optional("select count(*) as n from mailbox_box where box_key_under <> $1", params![current])
        .await?;
    Ok(count.map_or(0, |count| count.n))
}

pub(super) async fn set_key(tx: &Tx, id: Id<MailboxTag>, sealed: &Sealed) -> Result<(), DbError> {
    tx.run(
        "update mailbox_box set box_key = $2, box_key_under = $3 where id = $1",
        params![id, sealed.to_text(), &sealed.key],
    )
    .await?;
    Ok(())
}

fn column_of(holder: Holder) -> (&'static str, Uuid) {
    match holder {
        Holder::Person(person) => ("person", person.uuid()),
        Holder::Organisation(organisation) => ("organisation", organisation.uuid()),
    }
}
