//! How far a mandate reaches among its owner's things.

use basics::Id;
use jiff::Timestamp;
use people::OrganisationTag;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::MandateTag;

/// What narrows a mandate. Where several limits stand, a thing must be within all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Only what lies in these folders of the mailbox.
    pub folders: Option<Vec<Uuid>>,
    /// Only letters that arrived at this moment or later: past mail is out.
    pub since: Option<Timestamp>,
    /// Only what comes from this organisation.
    pub sender: Option<Id<OrganisationTag>>,
    /// Only this letter.
    pub letter: Option<Uuid>,
    /// Only what belongs to the case of this number.
    pub case_number: Option<String>,
    /// Only what is about this department, by its P-number.
    pub production_unit: Option<String>,
}

/// One thing that somebody wants to see or touch, as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Thing<'a> {
    /// The service: `tax`; post needs none.
    pub service: Option<&'a str>,
    /// The folder of the mailbox that it lies in.
    pub folder: Option<Uuid>,
    /// Which letter it is.
    pub letter: Option<Uuid>,
    /// When it arrived.
    pub arrived: Option<Timestamp>,
    /// The organisation that sent it.
    pub sender: Option<Id<OrganisationTag>>,
    /// The case that it belongs to.
    pub case_number: Option<&'a str>,
    /// The department that it is about.
    pub production_unit: Option<&'a str>,
}

impl Limits {
    /// Whether nothing narrows it.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a thing is within. What a limit asks for and the thing does not say is not within.
    #[must_use]
    pub fn include(&self, thing: &Thing<'_>) -> bool {
        let Self { folders, since, sender, letter, case_number, production_unit } = self;
        folders.as_ref().is_none_or(|some| thing.folder.is_some_and(|folder| some.contains(&folder)))
            && since.is_none_or(|since| thing.arrived.is_some_and(|arrived| since <= arrived))
            && sender.is_none_or(|sender| thing.sender == Some(sender))
            && letter.is_none_or(|letter| thing.letter == Some(letter))
            && case_number.as_ref().is_none_or(|number| thing.case_number == Some(number.as_str()))
            && production_unit.as_ref().is_none_or(|unit| thing.production_unit == Some(unit.as_str()))
    }

    /// Whether only the time of arrival narrows it: then whatever comes from now on is within.
    #[must_use]
    pub fn is_whole_from_now_on(&self) -> bool {
        Self { since: None, ..self.clone() }.is_none()
    }

    /// Whether everything within these limits is within the others too, so that a mandate can be passed on with them.
    #[must_use]
    pub fn are_within(&self, wider: &Limits) -> bool {
        fn same<T: PartialEq>(narrow: Option<&T>, wide: Option<&T>) -> bool {
            wide.is_none() || narrow == wide
        }
        let folders = wider.folders.as_ref().is_none_or(|all| {
            self.folders.as_ref().is_some_and(|some| some.iter().all(|one| all.contains(one)))
        });
        let since = wider.since.is_none_or(|first| self.since.is_some_and(|since| first <= since));
        folders
            && since
            && same(self.sender.as_ref(), wider.sender.as_ref())
            && same(self.letter.as_ref(), wider.letter.as_ref())
            && same(self.case_number.as_ref(), wider.case_number.as_ref())
            && same(self.production_unit.as_ref(), wider.production_unit.as_ref())
    }
}

/// A mandate that opens something, and how far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The mandate.
    pub mandate: Id<MandateTag>,
    /// The services in which it opens the action.
    pub services: Vec<String>,
    /// What narrows it, and what narrows those that it was passed on from.
    pub limits: Vec<Limits>,
}

impl Grant {
    /// Whether it opens the action for a thing.
    #[must_use]
    pub fn includes(&self, thing: &Thing<'_>) -> bool {
        thing.service.is_none_or(|service| self.services.iter().any(|known| known == service))
            && self.limits.iter().all(|limits| limits.include(thing))
    }
}

/// How far leave to do something reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// To everything of the owner's.
    Everything,
    /// To what any of these includes.
    Only(Vec<Grant>),
}

impl Reach {
    /// Whether it reaches a thing.
    #[must_use]
    pub fn includes(&self, thing: &Thing<'_>) -> bool {
        match self {
            Reach::Everything => true,
            Reach::Only(grants) => grants.iter().any(|grant| grant.includes(thing)),
        }
    }

    /// The mandate by which it reaches a thing, where it is one.
    #[must_use]
    pub fn mandate_for(&self, thing: &Thing<'_>) -> Option<Id<MandateTag>> {
        match self {
            Reach::Everything => None,
            Reach::Only(grants) => {
                grants.iter().find(|grant| grant.includes(thing)).map(|grant| grant.mandate)
            }
        }
    }

    /// Whether it reaches whatever comes from now on, wherever it lies.
    #[must_use]
    pub fn is_whole_from_now_on(&self) -> bool {
        match self {
            Reach::Everything => true,
            Reach::Only(grants) => {
                grants.iter().any(|grant| grant.limits.iter().all(Limits::is_whole_from_now_on))
            }
        }
    }

    /// Whether it can reach something in a folder of the mailbox.
    #[must_use]
    pub fn touches_folder(&self, folder: Uuid) -> bool {
        match self {
            Reach::Everything => true,
            Reach::Only(grants) => grants.iter().any(|grant| {
                let within =
                    |limits: &Limits| limits.folders.as_ref().is_none_or(|folders| folders.contains(&folder));
                grant.limits.iter().all(within)
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uuid(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    #[test]
    fn a_thing_must_be_within_every_limit() {
        let limits = Limits {
            folders: Some(vec![uuid(1), uuid(2)]),
            since: Some(Timestamp::UNIX_EPOCH),
            ..Limits::default()
        };
        let thing = Thing { folder: Some(uuid(1)), arrived: Some(Timestamp::UNIX_EPOCH), ..Thing::default() };
        assert!(limits.include(&thing));
        assert!(!limits.include(&Thing { folder: Some(uuid(3)), ..thing }));
        assert!(!limits.include(&Thing { arrived: Some(Timestamp::MIN), ..thing }));
        // What is not said is not within.
        assert!(!limits.include(&Thing { folder: None, ..thing }));
        assert!(Limits::default().include(&Thing::default()));
    }

    #[test]
    fn what_is_passed_on_is_never_wider() {
        let folder = |n| Limits { folders: Some(vec![uuid(n)]), ..Limits::default() };
        assert!(folder(1).are_within(&Limits::default()));
        assert!(folder(1).are_within(&folder(1)));
        assert!(!folder(1).are_within(&folder(2)));
        assert!(!Limits::default().are_within(&folder(1)));
        let unit = Limits { production_unit: Some("1000000001".to_owned()), ..Limits::default() };
        assert!(!Limits::default().are_within(&unit) && !folder(1).are_within(&unit));
        let since = |at| Limits { since: Some(at), ..Limits::default() };
        assert!(since(Timestamp::UNIX_EPOCH).are_within(&since(Timestamp::MIN)));
        assert!(!since(Timestamp::MIN).are_within(&since(Timestamp::UNIX_EPOCH)));
    }

    #[test]
    fn whoever_reaches_everything_reaches_each_thing_by_no_mandate() {
        let thing = Thing { folder: Some(uuid(1)), ..Thing::default() };
        assert!(Reach::Everything.includes(&thing) && Reach::Everything.touches_folder(uuid(1)));
        assert!(Reach::Everything.is_whole_from_now_on());
        assert_eq!(Reach::Everything.mandate_for(&thing), None);
    }

    #[test]
    fn another_sender_letter_or_case_is_not_within() {
        let sender = |n| Limits { sender: Some(Id::from_uuid(uuid(n))), ..Limits::default() };
        assert!(sender(1).are_within(&sender(1)) && !sender(1).are_within(&sender(2)));
        let letter = |n| Limits { letter: Some(uuid(n)), ..Limits::default() };
        assert!(letter(1).are_within(&letter(1)) && !letter(1).are_within(&letter(2)));
        let case = |number: &str| Limits { case_number: Some(number.to_owned()), ..Limits::default() };
        assert!(case("a").are_within(&case("a")) && !case("a").are_within(&case("b")));
    }
}
