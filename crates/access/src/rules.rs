//! The decision: the table, somebody's memberships and a target in, yes or no and why out.

use std::collections::BTreeSet;

use basics::Id;
use people::{Membership, OrganisationTag, Role};
use realm::PersonTag;

use crate::{Policy, Scope, Target};

/// Whether somebody may, and by which rule or for want of which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// They may, because of this role with this scope.
    Allowed(Role, Scope),
    /// They may not.
    Refused(Refusal),
}

/// Why somebody may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// None of the roles allows it anywhere.
    #[error("no role allows this")]
    NoRole,
    /// A role allows it, but not here.
    #[error("a role allows this, but not here")]
    NotHere,
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

/// Decides whether a person with these memberships, all of them valid today, may do an action to a target.
#[must_use]
pub fn decide(
    policy: &Policy,
    person: Id<PersonTag>,
    memberships: &[Membership],
    action: &str,
    target: Target,
) -> Decision {
    let mut somewhere = false;
    // Everybody is a citizen, in no organisation.
    let citizen = (Role::Citizen, None);
    let held = memberships.iter().map(|membership| (membership.role, Some(membership.organisation)));
    for (role, organisation) in held.chain([citizen]) {
        let Some(scope) = policy.scope(role, action) else { continue };
        somewhere = true;
        let here = match (scope, target) {
            (Scope::Anywhere, _) => true,
            (Scope::OwnOrganisation, Target::Organisation(of)) => organisation == Some(of),
            // What belongs to nobody in particular: the action itself looks at where the person may.
            (Scope::OwnOrganisation, Target::Nothing) => organisation.is_some(),
            (Scope::Own, Target::Person(of)) => of == person,
            (Scope::OwnOrganisation, Target::Person(_))
            | (Scope::Own, Target::Organisation(_) | Target::Nothing) => false,
        };
        if here {
            return Decision::Allowed(role, scope);
        }
    }
    Decision::Refused(if somewhere { Refusal::NotHere } else { Refusal::NoRole })
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
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
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

    #[test]
    fn the_same_person_may_here_and_not_there() {
        use Decision::{Allowed, Refused};
        let in_vejle = Target::Organisation(organisation(VEJLE));
        let in_kolding = Target::Organisation(organisation(KOLDING));
        let librarian = vec![is(Role::Librarian, VEJLE)];
        let both = vec![is(Role::Volunteer, VEJLE), is(Role::Coordinator, KOLDING)];
        for (memberships, action, target, expected) in [
            (&librarian, "help_point.edit", in_vejle, Allowed(Role::Librarian, Scope::OwnOrganisation)),
            (&librarian, "help_point.edit", in_kolding, Refused(Refusal::NotHere)),
            (&librarian, "audit.read", Target::Nothing, Refused(Refusal::NoRole)),
            (&both, "help_point.edit", in_vejle, Refused(Refusal::NotHere)),
            (&both, "help_point.edit", in_kolding, Allowed(Role::Coordinator, Scope::OwnOrganisation)),
            (&both, "help_point.confirm", in_vejle, Allowed(Role::Coordinator, Scope::Anywhere)),
            (&both, "help_point.list_stale", Target::Nothing, Allowed(Role::Coordinator, Scope::Anywhere)),
            (&Vec::new(), "help_point.edit", in_vejle, Refused(Refusal::NoRole)),
        ] {
            assert_eq!(decide(policy(), bo(), memberships, action, target), expected, "{action} {target:?}");
        }
    }

    #[test]
    fn a_citizen_without_membership_may_what_is_about_themself_only() {
        let policy = Policy::parse("role,action,scope\ncitizen,audit.read,self").unwrap();
        let aase = Id::from_uuid(Uuid::from_u128(8));
        let read = |target| decide(&policy, bo(), &[], "audit.read", target);
        assert_eq!(read(Target::Person(bo())), Decision::Allowed(Role::Citizen, Scope::Own));
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
