//! Who stands for which side of a mandate.

use std::collections::BTreeSet;

use access::Holder;
use access::mandates::{Mandate, Party};
use basics::Id;
use people::{OrganisationTag, Role};
use realm::{PersonTag, Work};
use store::DbError;

use crate::citizen::{GIVEN, HELD};

/// A side of a mandate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Whose things it opens.
    Owner,
    /// Who gives it: the owner, or an organisation that passes on what it holds.
    Giver,
    /// To whom it is given.
    Holder,
}

impl Side {
    /// The page on which this side sees its mandates.
    pub(super) fn link(self, mandate: &Mandate) -> String {
        let organisation = match (self, mandate.owner, mandate.giver, mandate.to) {
            (Side::Owner, Holder::Organisation(organisation), ..)
            | (Side::Giver, _, Holder::Organisation(organisation), _) => organisation,
            (Side::Holder, _, _, Party::Organisation(organisation)) => {
                return format!("/virksomhed/{organisation}/modtaget");
            }
            (Side::Owner | Side::Giver, ..) => return GIVEN.to_owned(),
            (Side::Holder, ..) => return HELD.to_owned(),
        };
        format!("/virksomhed/{organisation}/rettigheder")
    }
}

/// The living people who stand for a side, in the order of their ids: the person, or whoever decides about rights in the
/// organisation.
pub(super) async fn people_of(
    work: &Work<'_>,
    mandate: &Mandate,
    side: Side,
) -> Result<BTreeSet<Id<PersonTag>>, DbError> {
    let mut people = match (side, mandate.to) {
        (Side::Owner, _) => of_holder(work, mandate.owner).await?,
        (Side::Giver, _) => of_holder(work, mandate.giver).await?,
        (Side::Holder, Party::Person(person) | Party::Employee { person, .. }) => BTreeSet::from([person]),
        (Side::Holder, Party::Organisation(organisation)) => managers(work, organisation).await?,
    };
    for person in people.clone() {
        if people::died_on(work.tx(), person).await?.is_some() {
            people.remove(&person);
        }
    }
    Ok(people)
}

async fn of_holder(work: &Work<'_>, holder: Holder) -> Result<BTreeSet<Id<PersonTag>>, DbError> {
    match holder {
        Holder::Person(person) => Ok(BTreeSet::from([person])),
        Holder::Organisation(organisation) => managers(work, organisation).await,
    }
}

async fn managers(
    work: &Work<'_>,
    organisation: Id<OrganisationTag>,
) -> Result<BTreeSet<Id<PersonTag>>, DbError> {
    let members = people::members_of(work.tx(), organisation, work.today()).await?;
    let decides = |role| matches!(role, Role::Signatory | Role::RightsAdministrator);
    let deciding = members.into_iter().filter(|member| decides(member.membership.role));
    Ok(deciding.map(|member| member.membership.person).collect())
}
