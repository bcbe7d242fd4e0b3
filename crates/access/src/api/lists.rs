//! Who can, and what can I.

use std::collections::BTreeSet;

use basics::Id;
use people::{Membership, Role, members_of, memberships_of};
use realm::PersonTag;
use store::{DbError, Tx};

use crate::actions::PLACES;
use crate::mandates::{self, Asker, Mandate, Moment, Thing, catalogue, held_by, in_force, of_owner};
use crate::{Decision, Ground, Holder, Question, Scope, Target, consider, decide, policy};

/// Everybody who may do an action to something of the owner's: themself, who works there, and who holds a mandate. Whoever may do it
/// to everybody's things is not listed here; [`roles_everywhere`] says who that is.
///
/// Without a thing, whoever may do it to anything of the owner's is listed, with the limits in the ground. With one, whoever may do
/// it to that very thing.
///
/// # Errors
/// When the database does not answer.
pub async fn who_can(
    tx: &Tx,
    owner: Holder,
    action: &'static str,
    thing: Option<&Thing<'_>>,
    moment: Moment,
) -> Result<Vec<(Id<PersonTag>, Decision)>, DbError> {
    let mut people = BTreeSet::new();
    match owner {
        Holder::Person(person) => {
            people.insert(person);
        }
        Holder::Organisation(organisation) => {
            let members = members_of(tx, organisation, moment.today).await?;
            people.extend(members.iter().map(|member| member.membership.person));
        }
    }
    for mandate in of_owner(tx, owner).await? {
        if in_force(&mandate, moment).is_ok() {
            people.extend(users(tx, &mandate, moment).await?);
        }
    }
    let mut can = Vec::new();
    for person in people {
        let question = Question { action, target: target_of(owner), thing, moment };
        let (decision, _) = consider(tx, person, question).await?;
        if let Decision::Allowed(_) = decision {
            can.push((person, decision));
        }
    }
    Ok(can)
}

/// Who uses a mandate: whom it names, or who may sign for the organisation that it names.
async fn users(tx: &Tx, mandate: &Mandate, moment: Moment) -> Result<Vec<Id<PersonTag>>, DbError> {
    match (mandate.to.person(), mandate.to.organisation()) {
        (None, Some(organisation)) => {
            let members = members_of(tx, organisation, moment.today).await?;
            let sign = members.into_iter().filter(|member| member.membership.role == Role::Signatory);
            Ok(sign.map(|member| member.membership.person).collect())
        }
        (person, _) => Ok(person.into_iter().collect()),
    }
}

/// The roles that may do an action to everybody's things.
#[must_use]
pub fn roles_everywhere(action: &str) -> Vec<Role> {
    let rules = policy().rules().iter();
    rules
        .filter(|rule| rule.action == action && rule.scope == Scope::Anywhere)
        .map(|rule| rule.role)
        .collect()
}

/// What somebody may do with whose things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// Whose; nobody's in particular where none.
    pub owner: Option<Holder>,
    /// Each action that they may do to something there, with its ground.
    pub actions: Vec<(&'static str, Decision)>,
}

/// What a person may do: with the owner's things, or with everybody's that are theirs, of where they work, or opened to them.
///
/// # Errors
/// When the database does not answer.
pub async fn what_can(
    tx: &Tx,
    person: Id<PersonTag>,
    owner: Option<Holder>,
    moment: Moment,
) -> Result<Vec<Whose>, DbError> {
    let memberships = memberships_of(tx, person, moment.today).await?;
    let asker = Asker { person, memberships: &memberships };
    let mut owners: Vec<Option<Holder>> = vec![owner];
    if owner.is_none() {
        owners.extend(owners_for(tx, asker, moment).await?.into_iter().map(Some));
    }
    let mut all = Vec::new();
    for owner in owners {
        let mandates = match owner {
            Some(owner) => mandates::between(tx, owner, asker).await?,
            None => Vec::new(),
        };
        let target = owner.map_or(Target::Nothing, target_of);
        let actions = PLACES.iter().filter(|(_, targets)| targets.include(target)).map(|(action, _)| {
            let question = Question { action, target, thing: None, moment };
            (*action, decide(policy(), catalogue(), asker, &mandates, question))
        });
        let actions: Vec<_> =
            actions.filter(|(_, decision)| matches!(decision, Decision::Allowed(_))).collect();
        if !actions.is_empty() {
            all.push(Whose { owner, actions });
        }
    }
    Ok(all)
}

/// Whose things somebody may do something with: their own, those of where they work, and what was opened to them.
pub(super) async fn owners_for(
    tx: &Tx,
    asker: Asker<'_>,
    moment: Moment,
) -> Result<BTreeSet<Holder>, DbError> {
    let mut owners = BTreeSet::from([Holder::Person(asker.person)]);
    let mut held = held_by(tx, Holder::Person(asker.person)).await?;
    for Membership { organisation, role, .. } in asker.memberships {
        owners.insert(Holder::Organisation(*organisation));
        if *role == Role::Signatory {
            held.extend(held_by(tx, Holder::Organisation(*organisation)).await?);
        }
    }
    owners.extend(held.iter().filter(|held| in_force(held, moment).is_ok()).map(|held| held.owner));
    Ok(owners)
}

pub(super) fn target_of(owner: Holder) -> Target {
    match owner {
        Holder::Person(person) => Target::Person(person),
        Holder::Organisation(organisation) => Target::Organisation(organisation),
    }
}

/// What remains of a decision in one service.
#[must_use]
pub fn in_service(decision: Decision, service: &str) -> Option<Decision> {
    match decision {
        Decision::Allowed(Ground::Mandates(mut grants)) => {
            grants.retain(|grant| grant.services.iter().any(|known| known == service));
            (!grants.is_empty()).then_some(Decision::Allowed(Ground::Mandates(grants)))
        }
        Decision::Allowed(ground) => Some(Decision::Allowed(ground)),
        Decision::Refused(_) => None,
    }
}
