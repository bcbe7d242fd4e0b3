//! The SQL of what was seen at the counter.

use basics::Id;
use jiff::Timestamp;
use people::OrganisationTag;
use realm::PersonTag;
use store::{DbError, Tx, params, row};
use uuid::Uuid;

use super::{Evidence, MandateTag};

row! {
    struct EvidenceRow {
        mandate: Id<MandateTag>,
        kind: String,
        case_number: String,
        registered_by: Id<PersonTag>,
        organisation: Option<Id<OrganisationTag>>,
        registered_at: Timestamp,
        needs_second: i64,
        second_by: Option<Id<PersonTag>>,
        sampled: i64,
        reviewed_by: Option<Id<PersonTag>>,
        verdict: Option<String>,
    }
}

impl EvidenceRow {
    fn read(self) -> Evidence {
        Evidence {
            mandate: self.mandate,
            kind: self.kind,
            case_number: self.case_number,
            registered_by: self.registered_by,
            organisation: self.organisation,
            registered_at: self.registered_at,
            needs_second: self.needs_second != 0,
            second_by: self.second_by,
            sampled: self.sampled != 0,
            reviewed_by: self.reviewed_by,
            verdict: self.verdict,
        }
    }
}

async fn all(tx: &Tx, rest: &str, params: Vec<store::Value>) -> Result<Vec<Evidence>, DbError> {
    let rows: Vec<EvidenceRow> = tx
        .all(
            &format!(
                "select mandate, kind, case_number, registered_by, organisation, registered_at, needs_second,
                     second_by, sampled, reviewed_by, verdict
                 from access_evidence {rest}"
            ),
            params,
        )
        .await?;
    Ok(rows.into_iter().map(EvidenceRow::read).collect())
}

pub(super) async fn of(tx: &Tx, mandate: Id<MandateTag>) -> Result<Option<Evidence>, DbError> {
    Ok(all(tx, "where mandate = $1", params![mandate]).await?.pop())
}

pub(super) async fn waiting_for_second(tx: &Tx) -> Result<Vec<Evidence>, DbError> {
    let rest = "where needs_second = 1 and second_by is null
             and mandate in (select id from access_mandate where state = 'waiting_for_signature')
         order by registered_at, mandate limit 200";
    all(tx, rest, params![]).await
}

pub(super) async fn sampled(tx: &Tx) -> Result<Vec<Evidence>, DbError> {
    let rest = "where sampled = 1 and reviewed_by is null order by registered_at, mandate limit 200";
    all(tx, rest, params![]).await
}

pub(super) async fn put(tx: &Tx, evidence: &Evidence) -> Result<(), DbError> {
    tx.run(
        "insert into access_evidence (mandate, kind, case_number, registered_by, organisation, registered_at,
             needs_second, sampled)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            evidence.mandate,
            &evidence.kind,
            &evidence.case_number,
            evidence.registered_by,
            evidence.organisation,
            evidence.registered_at,
            i64::from(evidence.needs_second),
            i64::from(evidence.sampled)
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn set_second(
    tx: &Tx,
    mandate: Id<MandateTag>,
    by: Id<PersonTag>,
    at: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "update access_evidence set second_by = $2, second_at = $3 where mandate = $1",
        params![mandate, by, at],
    )
    .await?;
    Ok(())
}

pub(super) async fn set_verdict(
    tx: &Tx,
    mandate: Id<MandateTag>,
    by: Id<PersonTag>,
    verdict: &str,
    at: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "update access_evidence set reviewed_by = $2, verdict = $3, reviewed_at = $4 where mandate = $1",
        params![mandate, by, verdict, at],
    )
    .await?;
    Ok(())
}

row! {
    struct Wrong {
        at: Timestamp,
    }
}

/// When the latest wrong numbers of an employee were typed since a moment, the latest first.
pub(super) async fn wrong_numbers(
    tx: &Tx,
    employee: Id<PersonTag>,
    since: Timestamp,
    limit: i64,
) -> Result<Vec<Timestamp>, DbError> {
    let rows: Vec<Wrong> = tx
        .all(
            "select at from access_wrong_number
             where employee = $1 and at > $2
             order by at desc limit $3",
            params![employee, since, limit],
        )
        .await?;
    Ok(rows.into_iter().map(|row| row.at).collect())
}

pub(super) async fn put_wrong_number(
    tx: &Tx,
    id: Uuid,
    employee: Id<PersonTag>,
    at: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "insert into access_wrong_number (id, employee, at) values ($1, $2, $3)",
        params![id, employee, at],
    )
    .await?;
    Ok(())
}

pub(super) async fn forget_wrong_numbers(
    tx: &Tx,
    employee: Id<PersonTag>,
    until: Timestamp,
) -> Result<(), DbError> {
    tx.run("delete from access_wrong_number where employee = $1 and at <= $2", params![employee, until])
        .await?;
    Ok(())
}
