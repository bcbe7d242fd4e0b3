//! Everything that is known of a person, as they may read it (GDPR article 15) and take it with them (article 20).

use basics::Id;
use jiff::Timestamp;
use jiff::civil::Date;
use realm::{AuditRecord, PersonTag};
use serde::Serialize;
use serde_json::Value;
use store::{DbError, Tx};
use vault::Keyring;

use crate::cpr::{self, ReadCprError};
use crate::{
    Identity, Membership, Organisation, Person, Session, all_memberships_of, identities_of, organisation,
    person, session,
};

/// More records than a person gathers in a lifetime; whoever works here all day may reach it.
const MOST_RECORDS: i64 = 100_000;

/// Everything about a person.
#[derive(Debug, Serialize)]
pub(super) struct AboutMe {
    pub(super) person: Person,
    pub(super) cpr: MyCpr,
    pub(super) identities: Vec<Identity>,
    pub(super) memberships: Vec<MyMembership>,
    pub(super) sessions: Vec<Session>,
    pub(super) audit: Vec<MyRecord>,
    /// Whether the log holds no more than is given here.
    pub(super) audit_is_complete: bool,
}

/// The person's CPR number. The file that they take along ends up among the downloads of a library's computer, so the
/// number is masked there too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum MyCpr {
    /// We have none.
    None,
    /// `010190-••••`.
    Masked(String),
    /// We have one that cannot be read now.
    Closed,
}

/// A membership, with the name of the organisation.
#[derive(Debug, Serialize)]
pub(super) struct MyMembership {
    pub(super) organisation_name: String,
    #[serde(flatten)]
    pub(super) membership: Membership,
}

/// A record of the log. What it tells of others is left out.
#[derive(Debug, Serialize)]
pub(super) struct MyRecord {
    pub(super) at: Timestamp,
    /// Whether the person did it themself.
    pub(super) by_me: bool,
    pub(super) by: String,
    pub(super) via: String,
    pub(super) action: String,
    /// Whether it was done to the person's own data.
    pub(super) about_me: bool,
    pub(super) reason: String,
    pub(super) subject_kind: String,
    pub(super) subject: Option<String>,
    pub(super) before: Option<Value>,
    pub(super) after: Option<Value>,
}

/// Reads everything, with at most `records` of the log. `None` where there is no such person.
pub(super) async fn about_me(
    tx: &Tx,
    vault: &Keyring,
    id: Id<PersonTag>,
    now: Timestamp,
    records: Option<i64>,
) -> Result<Option<AboutMe>, DbError> {
    let Some(person) = person(tx, id).await? else { return Ok(None) };
    let mut memberships = Vec::new();
    for membership in all_memberships_of(tx, id).await? {
        let organisation = organisation(tx, membership.organisation).await?;
        let organisation_name = organisation.map(|o: Organisation| o.details.name).unwrap_or_default();
        memberships.push(MyMembership { organisation_name, membership });
    }
    let most = records.unwrap_or(MOST_RECORDS);
    let mut log = realm::concerning(tx, id, most.saturating_add(1)).await?;
    let audit_is_complete = log.len() <= usize::try_from(most).unwrap_or(usize::MAX);
    log.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(Some(AboutMe {
        person,
        cpr: my_cpr(tx, vault, id).await?,
        identities: identities_of(tx, id).await?,
        memberships,
        sessions: session::sessions_of(tx, id, now).await?,
        audit: log.into_iter().map(|record| mine(record, id)).collect(),
        audit_is_complete,
    }))
}

async fn my_cpr(tx: &Tx, vault: &Keyring, me: Id<PersonTag>) -> Result<MyCpr, DbError> {
    match cpr::masked(tx, vault, me).await {
        Ok(None) => Ok(MyCpr::None),
        Ok(Some(masked)) => Ok(MyCpr::Masked(masked)),
        Err(ReadCprError::Db(error)) => Err(error),
        Err(error) => {
            tracing::error!(%error, "a person's own page does without the cpr number");
            Ok(MyCpr::Closed)
        }
    }
}

fn mine(record: AuditRecord, me: Id<PersonTag>) -> MyRecord {
    let by_me = record.actor == Some(me);
    let about_me = record.concerns == Some(me) || record.on_behalf_of == Some(me);
    // What I did to somebody else's data is theirs to read, not mine to take along.
    let is_mine = about_me || record.concerns.is_none();
    let json = |text: Option<String>| {
        text.filter(|_| is_mine).map(|text| serde_json::from_str(&text).unwrap_or(Value::String(text)))
    };
    MyRecord {
        at: record.at,
        by_me,
        by: record.actor_label,
        via: record.via,
        action: record.action,
        about_me,
        reason: if is_mine { record.reason } else { String::new() },
        subject_kind: record.subject_kind,
        subject: is_mine.then_some(record.subject),
        before: json(record.before),
        after: json(record.after),
    }
}

impl AboutMe {
    /// The memberships that count on a date, and the others.
    pub(super) fn memberships_on(&self, date: Date) -> (Vec<&MyMembership>, Vec<&MyMembership>) {
        self.memberships.iter().partition(|my| my.membership.is_valid_on(date))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn id(n: u128) -> Id<PersonTag> {
        Id::from_uuid(Uuid::from_u128(n))
    }

    fn record(actor: u128, concerns: Option<u128>) -> AuditRecord {
        AuditRecord {
            seq: 1,
            at: Timestamp::UNIX_EPOCH,
            actor: Some(id(actor)),
            actor_label: "Bo Holm".to_owned(),
            via: "web".to_owned(),
            on_behalf_of: None,
            action: "membership.add".to_owned(),
            subject_kind: "membership".to_owned(),
            subject: "7".to_owned(),
            concerns: concerns.map(id),
            reason: "begins on Monday".to_owned(),
            before: None,
            after: Some(r#"{"role":"librarian"}"#.to_owned()),
            request: String::new(),
            previous: String::new(),
            hash: String::new(),
        }
    }

    #[test]
    fn what_bo_did_to_aases_data_is_hers_to_read_and_not_his_to_take_along() {
        let (aase, bo) = (1, 2);
        let to_bo = mine(record(bo, Some(aase)), id(bo));
        assert!(to_bo.by_me && !to_bo.about_me);
        assert_eq!((to_bo.after, to_bo.subject, to_bo.reason), (None, None, String::new()));
        let to_aase = mine(record(bo, Some(aase)), id(aase));
        assert!(!to_aase.by_me && to_aase.about_me);
        assert_eq!(to_aase.by, "Bo Holm");
        assert_eq!(to_aase.after.unwrap()["role"], "librarian");
    }

    #[test]
    fn what_concerns_nobody_is_told_to_whoever_did_it() {
        assert!(mine(record(2, None), id(2)).after.is_some());
    }
}
