//! The SQL of mandates.

use basics::Id;
use jiff::Timestamp;
use jiff::civil::Date;
use people::OrganisationTag;
use realm::PersonTag;
use store::{DbError, Tx, params, row};
use uuid::Uuid;

use super::{AskedBy, Basis, Limits, Mandate, MandateTag, Party, State, Terms};
use crate::Holder;

row! {
    struct MandateRow {
        id: Id<MandateTag>,
        owner: Uuid,
        owner_kind: String,
        giver: Uuid,
        giver_kind: String,
        holder: Uuid,
        holder_kind: String,
        employer: Option<Id<OrganisationTag>>,
        parent: Option<Id<MandateTag>>,
        basis: String,
        asked_by: String,
        state: String,
        powers: String,
        starts_on: Date,
        ends_on: Option<Date>,
        until_at: Option<Timestamp>,
        folders: Option<String>,
        has_past: i64,
        since_at: Option<Timestamp>,
        sender: Option<Id<OrganisationTag>>,
        letter: Option<Uuid>,
        case_number: Option<String>,
        production_unit: Option<String>,
        created_at: Timestamp,
        state_at: Timestamp,
        pending_until: Option<Timestamp>,
        first_used_at: Option<Timestamp>,
        last_used_at: Option<Timestamp>,
    }
}

const COLUMNS: &str = "id, owner, owner_kind, giver, giver_kind, holder, holder_kind, employer, parent, basis, \
     asked_by, state, powers, starts_on, ends_on, until_at, folders, has_past, since_at, sender, letter, \
     case_number, production_unit, created_at, state_at, pending_until, first_used_at, last_used_at";

fn wrong(column: &str, word: &str) -> DbError {
    DbError::Column { column: column.to_owned(), why: format!("{word} is not known") }
}

fn holder(kind: &str, id: Uuid) -> Holder {
    match kind {
        "organisation" => Holder::Organisation(Id::from_uuid(id)),
        _ => Holder::Person(Id::from_uuid(id)),
    }
}

fn kind(holder: Holder) -> &'static str {
    match holder {
        Holder::Person(_) => "person",
        Holder::Organisation(_) => "organisation",
    }
}

impl MandateRow {
    fn read(self) -> Result<Mandate, DbError> {
        let to = match (holder(&self.holder_kind, self.holder), self.employer) {
            (Holder::Organisation(organisation), _) => Party::Organisation(organisation),
            (Holder::Person(person), None) => Party::Person(person),
            (Holder::Person(person), Some(organisation)) => Party::Employee { person, organisation },
        };
        let folders = self.folders.map(|folders| {
            let ids = folders.split(';').filter(|id| !id.is_empty());
            ids.map(|id| Uuid::try_parse(id).map_err(|_| wrong("folders", id))).collect::<Result<Vec<_>, _>>()
        });
        Ok(Mandate {
            id: self.id,
            owner: holder(&self.owner_kind, self.owner),
            giver: holder(&self.giver_kind, self.giver),
            to,
            parent: self.parent,
            basis: Basis::from_code(&self.basis).ok_or_else(|| wrong("basis", &self.basis))?,
            asked_by: AskedBy::from_code(&self.asked_by).ok_or_else(|| wrong("asked_by", &self.asked_by))?,
            state: State::from_code(&self.state).ok_or_else(|| wrong("state", &self.state))?,
            terms: Terms {
                powers: self.powers.split(';').filter(|code| !code.is_empty()).map(str::to_owned).collect(),
                starts_on: self.starts_on,
                ends_on: self.ends_on,
                with_past_mail: self.has_past != 0,
                limits: Limits {
                    folders: folders.transpose()?,
                    since: self.since_at,
                    sender: self.sender,
                    letter: self.letter,
                    case_number: self.case_number,
                    production_unit: self.production_unit,
                },
            },
            until: self.until_at,
            created_at: self.created_at,
            state_at: self.state_at,
            pending_until: self.pending_until,
            first_used_at: self.first_used_at,
            last_used_at: self.last_used_at,
        })
    }
}

async fn all(tx: &Tx, rest: &str, params: Vec<store::Value>) -> Result<Vec<Mandate>, DbError> {
    let rows: Vec<MandateRow> =
        tx.all(&format!("select {COLUMNS} from access_mandate {rest}"), params).await?;
    rows.into_iter().map(MandateRow::read).collect()
}

/// What is not over. An index holds these alone; its words are the same, or it is not taken.
const STANDING: &str = "state in ('draft', 'requested', 'waiting_for_signature', 'active')";
/// What is over; of these too.
const PAST: &str = "state in ('rejected', 'withdrawn', 'expired', 'ended_by_death')";
/// How many of those that are over explain a no.
const EXPLAINING: usize = 8;
/// How many of those that are over are listed.
const LISTED: usize = 50;

/// What stands between the owner and one of these, a person or where they sign, and with each the latest few that are over.
/// One statement, which takes no longer with a longer history.
pub(super) async fn between(tx: &Tx, owner: Uuid, holders: &[Uuid]) -> Result<Vec<Mandate>, DbError> {
    let mut values = params![owner];
    values.extend(holders.iter().flat_map(|holder| params![*holder]));
    all(tx, &are_between(holders.len()), values).await
}

fn are_between(holders: usize) -> String {
    let places = store::rows::places_from(2, holders);
    let past = (2..2 + holders).map(|place| {
        format!("union all {}", latest_past(&format!("owner = $1 and holder = ${place}"), EXPLAINING))
    });
    let past = past.collect::<Vec<_>>().join(" ");
    format!("where owner = $1 and holder in ({places}) and {STANDING} {past}")
}

/// The latest few that are over, as a query of its own: both engines stop where the index has given so many.
fn latest_past(of: &str, limit: usize) -> String {
    format!(
        "select * from (
             select {COLUMNS} from access_mandate where {of} and {PAST}
             order by state_at desc, id desc limit {limit}) as past"
    )
}

pub(super) async fn by_id(tx: &Tx, id: Id<MandateTag>) -> Result<Option<Mandate>, DbError> {
    Ok(all(tx, "where id = $1", params![id]).await?.pop())
}

/// The mandate, kept from other writers until the work ends.
pub(super) async fn lock(tx: &Tx, id: Id<MandateTag>) -> Result<Option<Mandate>, DbError> {
    let row: Option<MandateRow> = tx
        .optional_for_update(&format!("select {COLUMNS} from access_mandate where id = $1"), params![id])
        .await?;
    row.map(MandateRow::read).transpose()
}

/// What stands, and the latest of what is over.
pub(super) async fn of_owner(tx: &Tx, owner: Uuid) -> Result<Vec<Mandate>, DbError> {
    all(tx, &are_of_owner(), params![owner]).await
}

fn are_of_owner() -> String {
    let past = latest_past("owner = $1", LISTED);
    format!("where owner = $1 and {STANDING} union all {past} order by state_at desc, id desc")
}

/// What somebody holds that is not over, for themself or as an employee.
pub(super) async fn of_holder(tx: &Tx, holder: Uuid) -> Result<Vec<Mandate>, DbError> {
    let rest = format!("where holder = $1 and {STANDING} order by state_at desc, id desc");
    all(tx, &rest, params![holder]).await
}

/// What somebody gives that is not over.
pub(super) async fn of_giver(tx: &Tx, giver: Uuid) -> Result<Vec<Mandate>, DbError> {
    let rest = format!("where giver = $1 and {STANDING} order by state_at desc, id desc");
    all(tx, &rest, params![giver]).await
}

/// What was passed on from a mandate and is not over.
pub(super) async fn of_parent(tx: &Tx, parent: Id<MandateTag>) -> Result<Vec<Mandate>, DbError> {
    let rest = format!("where parent = $1 and {STANDING} order by created_at, id");
    all(tx, &rest, params![parent]).await
}

/// Some of what waits for an answer that did not come in time.
pub(super) async fn given_up(tx: &Tx, now: Timestamp, limit: i64) -> Result<Vec<Mandate>, DbError> {
    let rest = "where pending_until is not null and pending_until <= $1 order by pending_until limit $2";
    all(tx, rest, params![now, limit]).await
}

/// Some of what is in force and has passed its last day.
pub(super) async fn past_their_end(tx: &Tx, today: Date, limit: i64) -> Result<Vec<Mandate>, DbError> {
    let rest = "where state = 'active' and ends_on is not null and ends_on < $1 order by ends_on limit $2";
    all(tx, rest, params![today, limit]).await
}

/// Some of what came with a login that is over.
pub(super) async fn past_their_login(tx: &Tx, now: Timestamp, limit: i64) -> Result<Vec<Mandate>, DbError> {
    let rest =
        "where state = 'active' and until_at is not null and until_at <= $1 order by until_at limit $2";
    all(tx, rest, params![now, limit]).await
}

/// Some of what ends on a day no later than `last`, and of which nobody has been warned so near to it.
pub(super) async fn ending_by(
    tx: &Tx,
    today: Date,
    last: Date,
    days: i64,
    limit: i64,
) -> Result<Vec<Mandate>, DbError> {
    let rest = "where state = 'active' and ends_on is not null and ends_on >= $1 and ends_on <= $2
             and (warned_days is null or warned_days > $3)
         order by ends_on limit $4";
    all(tx, rest, params![today, last, days, limit]).await
}

row! {
    struct Number {
        n: i64,
    }
}

/// How many requests of a person wait for an answer.
pub(super) async fn open_requests(tx: &Tx, holder: Uuid) -> Result<i64, DbError> {
    let counted: Option<Number> = tx
        .optional(
            "select count(*) as n from access_mandate
             where holder = $1 and state in ('requested', 'waiting_for_signature') and asked_by = 'holder'",
            params![holder],
        )
        .await?;
    Ok(counted.map_or(0, |counted| counted.n))
}

/// How many requests of a person were refused since a moment.
pub(super) async fn rejections(tx: &Tx, holder: Uuid, since: Timestamp) -> Result<i64, DbError> {
    let counted: Option<Number> = tx
        .optional(
            "select count(*) as n from access_mandate
             where holder = $1 and state = 'rejected' and asked_by = 'holder' and state_at >= $2",
            params![holder, since],
        )
        .await?;
    Ok(counted.map_or(0, |counted| counted.n))
}

pub(super) async fn insert(tx: &Tx, mandate: &Mandate) -> Result<(), DbError> {
    let (holder, holder_kind, employer) = match mandate.to {
        Party::Person(person) => (person.uuid(), "person", None),
        Party::Employee { person, organisation } => (person.uuid(), "person", Some(organisation)),
        Party::Organisation(organisation) => (organisation.uuid(), "organisation", None),
    };
    tx.run(
        "insert into access_mandate (id, owner, owner_kind, giver, giver_kind, holder, holder_kind, employer,
             parent, basis, asked_by, state, powers, starts_on, ends_on, until_at, folders, has_past, since_at,
             sender, letter, case_number, production_unit, created_at, state_at, pending_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
             $22, $23, $24, $25, $26)",
        params![
            mandate.id,
            mandate.owner.uuid(),
            kind(mandate.owner),
            mandate.giver.uuid(),
            kind(mandate.giver),
            holder,
            holder_kind,
            employer,
            mandate.parent,
            mandate.basis.code(),
            mandate.asked_by.code(),
            mandate.state.code(),
            mandate.terms.powers.join(";"),
            mandate.terms.starts_on,
            mandate.terms.ends_on,
            mandate.until,
            folders(&mandate.terms.limits),
            i64::from(mandate.terms.with_past_mail),
            mandate.terms.limits.since,
            mandate.terms.limits.sender,
            mandate.terms.limits.letter,
            mandate.terms.limits.case_number.as_deref(),
            mandate.terms.limits.production_unit.as_deref(),
            mandate.created_at,
            mandate.state_at,
            mandate.pending_until
        ],
    )
    .await?;
    Ok(())
}

fn folders(limits: &Limits) -> Option<String> {
    limits.folders.as_ref().map(|folders| folders.iter().map(Uuid::to_string).collect::<Vec<_>>().join(";"))
}

/// Writes what a draft says anew.
pub(super) async fn set_terms(tx: &Tx, id: Id<MandateTag>, terms: &Terms) -> Result<(), DbError> {
    tx.run(
        "update access_mandate
         set powers = $2, starts_on = $3, ends_on = $4, folders = $5, has_past = $6, since_at = $7, sender = $8,
             letter = $9, case_number = $10, production_unit = $11
         where id = $1",
        params![
            id,
            terms.powers.join(";"),
            terms.starts_on,
            terms.ends_on,
            folders(&terms.limits),
            i64::from(terms.with_past_mail),
            terms.limits.since,
            terms.limits.sender,
            terms.limits.letter,
            terms.limits.case_number.as_deref(),
            terms.limits.production_unit.as_deref()
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn set_state(tx: &Tx, mandate: &Mandate) -> Result<(), DbError> {
    tx.run(
        "update access_mandate
         set state = $2, state_at = $3, pending_until = $4, since_at = $5, basis = $6
         where id = $1",
        params![
            mandate.id,
            mandate.state.code(),
            mandate.state_at,
            mandate.pending_until,
            mandate.terms.limits.since,
            mandate.basis.code()
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn set_warned(tx: &Tx, id: Id<MandateTag>, days: i64) -> Result<(), DbError> {
    tx.run("update access_mandate set warned_days = $2 where id = $1", params![id, days]).await?;
    Ok(())
}

/// Notes that a mandate is used; says whether it was for the first time.
pub(super) async fn set_used(tx: &Tx, id: Id<MandateTag>, now: Timestamp) -> Result<bool, DbError> {
    let first = tx
        .run(
            "update access_mandate set first_used_at = $2 where id = $1 and first_used_at is null",
            params![id, now],
        )
        .await?;
    tx.run("update access_mandate set last_used_at = $2 where id = $1", params![id, now]).await?;
    Ok(first == 1)
}

/// Everything that concerns somebody who has died and is not over yet.
pub(super) async fn alive_of(tx: &Tx, person: Id<PersonTag>) -> Result<Vec<Mandate>, DbError> {
    let rest = format!("where (owner = $1 or giver = $1 or holder = $1) and {STANDING}");
    all(tx, &rest, params![person]).await
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use store::{Store, params};

    use super::*;

    row! {
        struct Line {
            detail: String,
        }
    }

    #[tokio::test]
    async fn what_is_over_is_not_walked_through() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&format!("sqlite:{}", folder.path().join("a.db").display())).await.unwrap();
        schema::MIGRATIONS.run(&store, Timestamp::UNIX_EPOCH).await.unwrap();
        let tx = store.read().await.unwrap();
        let plan = async |rest: String| {
            let sql = format!("explain query plan select {COLUMNS} from access_mandate {rest}");
            let lines: Vec<Line> =
                tx.all(&sql, params![Uuid::nil(), Uuid::nil(), Uuid::nil()]).await.unwrap();
            lines.into_iter().map(|line| line.detail).collect::<Vec<_>>()
        };
        let searches = |plan: &[String]| {
            let looks = plan.iter().filter(|line| line.contains("access_mandate"));
            looks.map(|line| line.split(" INDEX ").nth(1).unwrap_or(line).to_owned()).collect::<Vec<_>>()
        };
        let of_two = plan(are_between(2)).await;
        let standing = "access_mandate_standing (owner=? AND holder=?)";
        let past = "access_mandate_past (owner=? AND holder=?)";
        assert_eq!(searches(&of_two), [standing, past, past]);
        assert!(
            !of_two.iter().any(|line| line.contains("ORDER BY")),
            "the index is in this order: {of_two:?}"
        );
        let of_owner = plan(are_of_owner()).await;
        assert_eq!(
            searches(&of_owner),
            ["access_mandate_standing (owner=?)", "access_mandate_past_of_owner (owner=?)"]
        );
    }
}
