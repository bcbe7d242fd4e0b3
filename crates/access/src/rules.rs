//! The decision: the table of roles, the catalogue of powers, somebody's memberships and mandates, and a question in; yes or no
//! and why out. No second place decides anything.

use std::collections::BTreeSet;

use basics::Id;
use people::{Membership, OrganisationTag, Role};

use crate::mandates::{Asker, Catalogue, Grant, Mandate, Moment, Reach, Thing, deepest_link, grant};
use crate::{Policy, Scope, Target};

/// Whether somebody may, and on what ground or for want of which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// They may.
    Allowed(Ground),
    /// They may not.
    Refused(Refusal),
}

/// What leave to do something rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    /// A role with its scope; being oneself is one.
    Role(Role, Scope),
    /// Mandates, each with its reach.
    Mandates(Vec<Grant>),
}

impl Ground {
    /// How far it reaches.
    #[must_use]
    pub fn reach(&self) -> Reach {
        match self {
            Ground::Role(..) => Reach::Everything,
            Ground::Mandates(grants) => Reach::Only(grants.clone()),
        }
    }
}

/// Why somebody may not. Where several things are in the way, the one that is nearest to a yes is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Refusal {
    /// None of the roles allows it anywhere.
    #[error("no role allows this")]
    NoRole,
    /// A role allows it, but not here.
    #[error("a role allows this, but not here")]
    NotHere,
    /// The owner has given this person nothing.
    #[error("there is no mandate")]
    NoMandate,
    /// A mandate was asked for or begun, and nobody has said yes.
    #[error("the mandate has not been given")]
    NotGiven,
    /// It was taken back or refused, or somebody has died.
    #[error("the mandate was taken back")]
    TakenBack,
    /// Its last day has passed.
    #[error("the mandate has ended")]
    Ended,
    /// The person no longer works where it was given to them.
    #[error("the person no longer works where the mandate was given to them")]
    LeftEmployer,
    /// Whoever passed it on does not hold it any more.
    #[error("what the mandate was passed on from does not open this")]
    NotPassedOn,
    /// It was passed on once more than the rules allow.
    #[error("the mandate was passed on too often")]
    TooDeep,
    /// Its first day has not come.
    #[error("the mandate has not begun")]
    NotYet,
    /// It is in force, but opens something else.
    #[error("the mandate opens something else")]
    OtherPower,
    /// It opens this, but not for this thing.
    #[error("the mandate does not reach this")]
    OutOfReach,
}

impl Refusal {
    /// The word in answers to programs and in text keys.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Refusal::NoRole => "no_role",
            Refusal::NotHere => "not_here",
            Refusal::NoMandate => "no_mandate",
            Refusal::NotGiven => "not_given",
            Refusal::TakenBack => "taken_back",
            Refusal::Ended => "ended",
            Refusal::LeftEmployer => "left_employer",
            Refusal::NotPassedOn => "not_passed_on",
            Refusal::TooDeep => "too_deep",
            Refusal::NotYet => "not_yet",
            Refusal::OtherPower => "other_power",
            Refusal::OutOfReach => "out_of_reach",
        }
    }
}

/// A question: may whoever asks do an action to a target, or to one thing of it.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The action, by its name.
    pub action: &'a str,
    /// Whose thing it is done to.
    pub target: Target,
    /// The thing, where the question is about one.
    pub thing: Option<&'a Thing<'a>>,
    /// When.
    pub moment: Moment,
}

/// Where somebody may do an action, for lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    /// Everywhere.
    Anywhere,
    /// In these organisations, in order; none means nowhere.
    Only(Vec<Id<OrganisationTag>>),
}

impl Where {
    /// Whether the organisation is among them.
    #[must_use]
    pub fn includes(&self, organisation: Id<OrganisationTag>) -> bool {
        match self {
            Where::Anywhere => true,
            Where::Only(some) => some.contains(&organisation),
        }
    }

    /// Whether there is no place at all.
    #[must_use]
    pub fn is_nowhere(&self) -> bool {
        *self == Where::Only(Vec::new())
    }
}

/// Decides. `mandates` are all that the owner of the target has ever given to whoever asks or to where they work, and those
/// that these were passed on from.
#[must_use]
pub fn decide(
    policy: &Policy,
    catalogue: &Catalogue,
    asker: Asker<'_>,
    mandates: &[Mandate],
    question: Question<'_>,
) -> Decision {
    let no_role = match by_role(policy, asker, question.action, question.target) {
        Ok(ground) => return Decision::Allowed(ground),
        Err(why) => why,
    };
    let Some(owner) = question.target.owner() else { return Decision::Refused(no_role) };
    let deepest = deepest_link(question.moment.today);
    let mut grants = Vec::new();
    let mut nearest = if catalogue.speaks_of(question.action) { Refusal::NoMandate } else { no_role };
    for mandate in mandates.iter().filter(|mandate| mandate.owner == owner) {
        match grant(mandate, mandates, catalogue, asker, question.action, question.moment, deepest) {
            Ok(grant) if question.thing.is_none_or(|thing| grant.includes(thing)) => grants.push(grant),
            Ok(_) => nearest = Refusal::OutOfReach,
            // Somebody else's says nothing of this one.
            Err(Refusal::NoMandate) => {}
            Err(why) => nearest = nearest.max(why),
        }
    }
    if !grants.is_empty() {
        return Decision::Allowed(Ground::Mandates(grants));
    }
    Decision::Refused(nearest)
}

fn by_role(policy: &Policy, asker: Asker<'_>, action: &str, target: Target) -> Result<Ground, Refusal> {
    let mut somewhere = false;
    // Everybody is a citizen, in no organisation.
    let citizen = (Role::Citizen, None);
    let held = asker.memberships.iter().map(|membership| (membership.role, Some(membership.organisation)));
    for (role, organisation) in held.chain([citizen]) {
        let Some(scope) = policy.scope(role, action) else { continue };
        somewhere = true;
        let here = match (scope, target) {
            (Scope::Anywhere, _) => true,
            (Scope::OwnOrganisation, Target::Organisation(of)) => organisation == Some(of),
            // What belongs to nobody in particular: the action itself looks at where the person may.
            (Scope::OwnOrganisation, Target::Nothing) => organisation.is_some(),
            (Scope::Own, Target::Person(of)) => of == asker.person,
            (Scope::OwnOrganisation, Target::Person(_))
            | (Scope::Own, Target::Organisation(_) | Target::Nothing) => false,
        };
        if here {
            return Ok(Ground::Role(role, scope));
        }
    }
    Err(if somewhere { Refusal::NotHere } else { Refusal::NoRole })
}

/// Where somebody with these memberships may do an action.
#[must_use]
pub fn places(policy: &Policy, memberships: &[Membership], action: &str) -> Where {
    let mut some = BTreeSet::new();
    for membership in memberships {
        match policy.scope(membership.role, action) {
            Some(Scope::Anywhere) => return Where::Anywhere,
            Some(Scope::OwnOrganisation) => {
                some.insert(membership.organisation);
            }
            Some(Scope::Own) | None => {}
        }
    }
    Where::Only(some.into_iter().collect())
}

/// The actions that somebody with these memberships may do somewhere.
#[must_use]
pub fn actions_of(policy: &Policy, memberships: &[Membership]) -> BTreeSet<&'static str> {
    let holds = |role| role == Role::Citizen || memberships.iter().any(|one| one.role == role);
    policy.rules().iter().filter(|rule| holds(rule.role)).map(|rule| rule.action).collect()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;
    use realm::PersonTag;
    use uuid::Uuid;

    use super::*;
    use crate::mandates::catalogue;
    use crate::policy;

    const VEJLE: u128 = 1;
    const KOLDING: u128 = 2;

    fn organisation(n: u128) -> Id<OrganisationTag> {
        Id::from_uuid(Uuid::from_u128(n))
    }

    fn bo() -> Id<PersonTag> {
        Id::from_uuid(Uuid::from_u128(9))
    }

    fn is(role: Role, place: u128) -> Membership {
        Membership {
            id: Id::from_uuid(Uuid::nil()),
            person: bo(),
            organisation: organisation(place),
            role,
            valid_from: date(2026, 1, 1),
            valid_to: None,
        }
    }

    fn decided(policy: &Policy, memberships: &[Membership], action: &str, target: Target) -> Decision {
        let asker = Asker { person: bo(), memberships };
        let moment = Moment { now: Timestamp::UNIX_EPOCH, today: date(2026, 3, 2) };
        decide(policy, catalogue(), asker, &[], Question { action, target, thing: None, moment })
    }

    #[test]
    fn the_same_person_may_here_and_not_there() {
        use Decision::Refused;
        let allowed = |role, scope| Decision::Allowed(Ground::Role(role, scope));
        let in_vejle = Target::Organisation(organisation(VEJLE));
        let in_kolding = Target::Organisation(organisation(KOLDING));
        let librarian = vec![is(Role::Librarian, VEJLE)];
        let both = vec![is(Role::Volunteer, VEJLE), is(Role::Coordinator, KOLDING)];
        for (memberships, action, target, expected) in [
            (&librarian, "help_point.edit", in_vejle, allowed(Role::Librarian, Scope::OwnOrganisation)),
            (&librarian, "help_point.edit", in_kolding, Refused(Refusal::NotHere)),
            (&librarian, "audit.read", Target::Nothing, Refused(Refusal::NoRole)),
            (&both, "help_point.edit", in_vejle, Refused(Refusal::NotHere)),
            (&both, "help_point.edit", in_kolding, allowed(Role::Coordinator, Scope::OwnOrganisation)),
            (&both, "help_point.confirm", in_vejle, allowed(Role::Coordinator, Scope::Anywhere)),
            (&both, "help_point.list_stale", Target::Nothing, allowed(Role::Coordinator, Scope::Anywhere)),
            (&Vec::new(), "help_point.edit", in_vejle, Refused(Refusal::NoRole)),
        ] {
            assert_eq!(decided(policy(), memberships, action, target), expected, "{action} {target:?}");
        }
    }

    #[test]
    fn a_citizen_without_membership_may_what_is_about_themself_only() {
        let policy = Policy::parse("role,action,scope\ncitizen,audit.read,self").unwrap();
        let aase = Id::from_uuid(Uuid::from_u128(8));
        let read = |target| decided(&policy, &[], "audit.read", target);
        assert_eq!(read(Target::Person(bo())), Decision::Allowed(Ground::Role(Role::Citizen, Scope::Own)));
        assert_eq!(read(Target::Person(aase)), Decision::Refused(Refusal::NotHere));
        assert_eq!(read(Target::Nothing), Decision::Refused(Refusal::NotHere));
    }

    #[test]
    fn a_list_shows_the_places_of_every_role_that_allows_it() {
        let memberships = [
            is(Role::Helper, KOLDING),
            is(Role::Librarian, VEJLE),
            is(Role::Volunteer, 3),
            is(Role::Helper, VEJLE),
        ];
        let edit = places(policy(), &memberships, "help_point.edit");
        assert_eq!(edit, Where::Only(vec![organisation(VEJLE), organisation(KOLDING)]));
        assert!(edit.includes(organisation(VEJLE)) && !edit.includes(organisation(3)));
        assert!(places(policy(), &memberships, "audit.read").is_nowhere());
        let everywhere = [is(Role::Administrator, VEJLE)];
        assert_eq!(places(policy(), &everywhere, "help_point.edit"), Where::Anywhere);
    }

    #[test]
    fn a_page_knows_what_somebody_may_anywhere() {
        let own = actions_of(policy(), &[]);
        assert!(own.contains("mail.read") && !own.contains("help_point.edit"));
        let may = actions_of(policy(), &[is(Role::Helper, VEJLE)]);
        let more: Vec<_> = may.difference(&own).copied().collect();
        assert_eq!(more, ["help_point.confirm", "help_point.edit"]);
    }
}
