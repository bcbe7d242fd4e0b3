//! The SQL of memberships.

use basics::Id;
use jiff::civil::Date;
use realm::PersonTag;
use store::{DbError, FromRow, Row, Tx, params};

use super::{Member, Membership, MembershipTag};
use crate::{OrganisationTag, Role};

impl FromRow for Membership {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let role: String = row.get("role")?;
        Ok(Self {
            id: row.get("id")?,
            person: row.get("person")?,
            organisation: row.get("organisation")?,
            role: Role::from_code(&role).ok_or_else(|| DbError::Column {
                column: "role".to_owned(),
                why: format!("{role} is no role"),
            })?,
            valid_from: row.get("valid_from")?,
            valid_to: row.get_optional("valid_to")?,
        })
    }
}

impl FromRow for Member {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self { name: row.get("name")?, membership: Membership::from_row(row)? })
    }
}

pub(super) async fn insert(tx: &Tx, membership: &Membership) -> Result<(), DbError> {
    let m = membership;
    tx.run(
        "insert into people_membership (id, person, organisation, role, valid_from, valid_to)
         values ($1, $2, $3, $4, $5, $6)",
        params![m.id, m.person, m.organisation, m.role.code(), m.valid_from, m.valid_to],
    )
    .await?;
    Ok(())
}

pub(super) async fn lock(tx: &Tx, id: Id<MembershipTag>) -> Result<Option<Membership>, DbError> {
    tx.optional_for_update(
        "select id, person, organisation, role, valid_from, valid_to
         from people_membership
         where id = $1",
        params![id],
    )
    .await
}

pub(super) async fn set_last_day(tx: &Tx, id: Id<MembershipTag>, last_day: Date) -> Result<(), DbError> {
    tx.run("update people_membership set valid_to = $2 where id = $1", params![id, last_day]).await?;
    Ok(())
}

pub(super) async fn of_person(tx: &Tx, person: Id<PersonTag>) -> Result<Vec<Membership>, DbError> {
    tx.all(
        "select id, person, organisation, role, valid_from, valid_to
         from people_membership
         where person = $1
         order by valid_from, id",
        params![person],
    )
    .await
}

pub(super) async fn of_organisation(
    tx: &Tx,
    organisation: Id<OrganisationTag>,
) -> Result<Vec<Member>, DbError> {
    tx.all(
        "select p.name, m.id, m.person, m.organisation, m.role, m.valid_from, m.valid_to
         from people_membership m
         join people_person p on p.id = m.person
         where m.organisation = $1
         order by p.name, m.id",
        params![organisation],
    )
    .await
}
