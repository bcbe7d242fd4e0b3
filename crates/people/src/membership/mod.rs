//! Who has which role in which organisation, and when.

mod rules;
mod sql;

use basics::Id;
use jiff::civil::Date;
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx};

use crate::{OrganisationTag, Role, organisation, person};

/// Marks ids of memberships.
pub enum MembershipTag {}

/// A role in an organisation, for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Membership {
    /// The id.
    pub id: Id<MembershipTag>,
    /// Who.
    pub person: Id<PersonTag>,
    /// Where.
    pub organisation: Id<OrganisationTag>,
    /// As what.
    pub role: Role,
    /// The first day.
    pub valid_from: Date,
    /// The last day; `None` while no end is known.
    pub valid_to: Option<Date>,
}

/// A membership with the name of its person, for lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// What the person is called.
    pub name: String,
    /// The membership.
    #[serde(flatten)]
    pub membership: Membership,
}

/// Somebody cannot become a member.
#[derive(Debug, thiserror::Error)]
pub enum AddMemberError {
    /// The last day comes before the first.
    #[error("the membership would end on {valid_to}, before it begins on {valid_from}")]
    EndsBeforeItBegins {
        /// The first day.
        valid_from: Date,
        /// The last day.
        valid_to: Date,
    },
    /// The person already has the role there on some of these days.
    #[error("the person already is {} there from {}", .0.role.code(), .0.valid_from)]
    AlreadyMember(Box<Membership>),
    /// There is no such person.
    #[error("there is no person {0}")]
    NoPerson(Id<PersonTag>),
    /// There is no such organisation.
    #[error("there is no organisation {0}")]
    NoOrganisation(Id<OrganisationTag>),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// A membership cannot end so.
#[derive(Debug, thiserror::Error)]
pub enum EndMembershipError {
    /// There is no such membership.
    #[error("there is no membership {0}")]
    NoMembership(Id<MembershipTag>),
    /// It already ended, on this day or an earlier one.
    #[error("the membership already ended on {0}")]
    AlreadyEnded(Date),
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Gives a person a role in an organisation from `valid_from` to `valid_to`, both included.
///
/// # Errors
/// When the days are in the wrong order, the person has that role there already, or either is not known.
pub async fn add_member(
    work: &mut Work<'_>,
    person: Id<PersonTag>,
    organisation: Id<OrganisationTag>,
    role: Role,
    valid_from: Date,
    valid_to: Option<Date>,
) -> Result<Membership, AddMemberError> {
    if let Some(valid_to) = valid_to.filter(|&last| last < valid_from) {
        return Err(AddMemberError::EndsBeforeItBegins { valid_from, valid_to });
    }
    if person::lock(work.tx(), person).await?.is_none() {
        return Err(AddMemberError::NoPerson(person));
    }
    if organisation::organisation(work.tx(), organisation).await?.is_none() {
        return Err(AddMemberError::NoOrganisation(organisation));
    }
    let new = Membership { id: work.new_id(), person, organisation, role, valid_from, valid_to };
    let present = sql::of_person(work.tx(), person).await?;
    if let Some(same) = present.into_iter().find(|present| present.overlaps(&new)) {
        return Err(AddMemberError::AlreadyMember(Box::new(same)));
    }
    sql::insert(work.tx(), &new).await?;
    work.record(Change::new("membership.add", "membership", &new.id).concerns(person).after(&new));
    Ok(new)
}

/// Lets a membership end with `last_day`. Yesterday takes it away at once; a day before the first means that it
/// never was valid.
///
/// # Errors
/// When there is no such membership, or it ended no later than that already.
pub async fn end_membership(
    work: &mut Work<'_>,
    id: Id<MembershipTag>,
    last_day: Date,
) -> Result<Membership, EndMembershipError> {
    let before = sql::lock(work.tx(), id).await?.ok_or(EndMembershipError::NoMembership(id))?;
    if let Some(ended) = before.valid_to.filter(|&ended| ended <= last_day) {
        return Err(EndMembershipError::AlreadyEnded(ended));
    }
    let after = Membership { valid_to: Some(last_day), ..before.clone() };
    sql::set_last_day(work.tx(), id, last_day).await?;
    let change = Change::new("membership.end", "membership", &id).concerns(after.person);
    work.record(change.before(&before).after(&after));
    Ok(after)
}

/// The person's memberships that are valid on a date.
///
/// # Errors
/// When the database does not answer.
pub async fn memberships_of(tx: &Tx, person: Id<PersonTag>, date: Date) -> Result<Vec<Membership>, DbError> {
    let mut memberships = sql::of_person(tx, person).await?;
    memberships.retain(|membership| membership.is_valid_on(date));
    Ok(memberships)
}

/// All of the person's memberships, past, present and future, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn all_memberships_of(tx: &Tx, person: Id<PersonTag>) -> Result<Vec<Membership>, DbError> {
    sql::of_person(tx, person).await
}

/// The organisation's members on a date, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn members_of(
    tx: &Tx,
    organisation: Id<OrganisationTag>,
    date: Date,
) -> Result<Vec<Member>, DbError> {
    let mut members = sql::of_organisation(tx, organisation).await?;
    members.retain(|member| member.membership.is_valid_on(date));
    Ok(members)
}
