//! Whether a mandate holds for somebody at a moment: pure, and the only place that says so.

use basics::Id;
use jiff::Timestamp;
use jiff::civil::Date;
use people::{Membership, Role};
use realm::PersonTag;

use super::{Catalogue, Grant, Mandate, Party, Power, State};
use crate::Refusal;

/// Who asks: a person, with the memberships that are valid today.
#[derive(Debug, Clone, Copy)]
pub struct Asker<'a> {
    /// Who.
    pub person: Id<PersonTag>,
    /// What they are where.
    pub memberships: &'a [Membership],
}

/// When a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The moment.
    pub now: Timestamp,
    /// The date in Denmark at that moment.
    pub today: Date,
}

/// What a mandate opens of an action to whoever asks. `all` holds it and every mandate that it was passed on from.
///
/// # Errors
/// Why it does not open it.
pub fn grant(
    mandate: &Mandate,
    all: &[Mandate],
    catalogue: &Catalogue,
    asker: Asker<'_>,
    action: &str,
    moment: Moment,
    deepest_link: i64,
) -> Result<Grant, Refusal> {
    if !holds(mandate.to, asker) {
        return Err(if is_named(mandate.to, asker.person) {
            Refusal::LeftEmployer
        } else {
            Refusal::NoMandate
        });
    }
    let mut services: Option<Vec<String>> = None;
    let mut limits = Vec::new();
    let mut link = mandate;
    let mut depth = 1;
    loop {
        in_force(link, moment)?;
        let here = services_of(link, catalogue, action, moment.today);
        let both = match services {
            None => here,
            Some(before) => before.into_iter().filter(|service| here.contains(service)).collect(),
        };
        if both.is_empty() {
            return Err(Refusal::OtherPower);
        }
        services = Some(both);
        if !link.terms.limits.is_none() {
            limits.push(link.terms.limits.clone());
        }
        if depth > deepest_link {
            return Err(Refusal::TooDeep);
        }
        let Some(parent) = link.parent else { break };
        let Some(parent) = all.iter().find(|one| one.id == parent) else { return Err(Refusal::NotPassedOn) };
        if parent.owner != link.owner || !parent.to.is(link.giver) {
            return Err(Refusal::NotPassedOn);
        }
        link = parent;
        depth += 1;
    }
    // What nobody passed on can only be opened by whose it is.
    if link.giver != link.owner {
        return Err(Refusal::NotPassedOn);
    }
    Ok(Grant { mandate: mandate.id, services: services.unwrap_or_default(), limits })
}

/// Whether a mandate is in force at a moment.
///
/// # Errors
/// Why it is not.
pub fn in_force(mandate: &Mandate, moment: Moment) -> Result<(), Refusal> {
    match mandate.state {
        State::Active => {}
        State::Expired => return Err(Refusal::Ended),
        State::Draft | State::Requested | State::WaitingForSignature => return Err(Refusal::NotGiven),
        State::Rejected | State::Withdrawn | State::EndedByDeath => return Err(Refusal::TakenBack),
    }
    if moment.today < mandate.terms.starts_on {
        return Err(Refusal::NotYet);
    }
    let is_past = mandate.terms.ends_on.is_some_and(|last| last < moment.today)
        || mandate.until.is_some_and(|end| end <= moment.now);
    if is_past { Err(Refusal::Ended) } else { Ok(()) }
}

fn services_of(mandate: &Mandate, catalogue: &Catalogue, action: &str, today: Date) -> Vec<String> {
    let powers = mandate.terms.powers.iter().filter_map(|code| catalogue.power(code, today));
    powers.filter(|power| power.opens(action, None)).map(|power: &Power| power.service.clone()).collect()
}

fn holds(to: Party, asker: Asker<'_>) -> bool {
    match to {
        Party::Person(person) => person == asker.person,
        Party::Employee { person, organisation } => {
            person == asker.person && asker.memberships.iter().any(|one| one.organisation == organisation)
        }
        Party::Organisation(organisation) => asker
            .memberships
            .iter()
            .any(|one| one.organisation == organisation && one.role == Role::Signatory),
    }
}

fn is_named(to: Party, person: Id<PersonTag>) -> bool {
    to.person() == Some(person)
}
