//! A world: a few people and organisations, who is what where, and what they have opened to each other.

use access::mandates::{Mandate, Moment};
use basics::Id;
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};
use people::{Membership, OrganisationTag};
use realm::PersonTag;
use uuid::Uuid;

/// The day around which everything lies.
pub const TODAY: Date = date(2026, 3, 2);
/// Noon in Denmark on that day, in seconds since 1970.
pub const NOON: i64 = 1_772_449_200;

/// A small world.
#[derive(Debug, Clone)]
pub struct World {
    /// Aase, Bo, Clara and Dan.
    pub people: Vec<Id<PersonTag>>,
    /// Three organisations.
    pub organisations: Vec<Id<OrganisationTag>>,
    /// Who is what where: past, present and future.
    pub memberships: Vec<Membership>,
    /// What was ever opened, in whatever state.
    pub mandates: Vec<Mandate>,
}

/// Noon, so many days from today.
#[must_use]
pub fn moment(days: i64) -> Moment {
    let today = TODAY.saturating_add(days.days());
    Moment { now: at(days * 86_400), today }
}

/// So many seconds from noon today.
pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(NOON + seconds).expect("a moment near today")
}

pub(crate) fn uuid(kind: u128, n: usize) -> Uuid {
    Uuid::from_u128((kind << 64) + u128::try_from(n).expect("a small number"))
}

impl World {
    pub(crate) fn person_name(&self, id: Id<PersonTag>) -> String {
        let names = ["Aase", "Bo", "Clara", "Dan"];
        let place = self.people.iter().position(|known| *known == id);
        place.and_then(|n| names.get(n)).map_or_else(|| id.to_string(), |&name| name.to_owned())
    }

    pub(crate) fn organisation_name(&self, id: Id<OrganisationTag>) -> String {
        let names = ["the library in Vejle", "Kolding Revision", "Fredericia Havn"];
        let place = self.organisations.iter().position(|known| *known == id);
        place.and_then(|n| names.get(n)).map_or_else(|| id.to_string(), |&name| name.to_owned())
    }
}
