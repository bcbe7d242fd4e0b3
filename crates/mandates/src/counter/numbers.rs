//! Who is meant by a number that was typed at the counter.

use access::Holder;
use access::mandates::Party;
use basics::{Cpr, Cvr};
use page::{Problem, Visit};
use people::cpr::ReadCprError;
use store::{DbError, Tx};

use crate::who;

/// Somebody as the counter sees them: enough to compare with a card, and no more.
pub(super) struct Known {
    pub(super) name: String,
    /// `010190-••••`.
    pub(super) number: Option<String>,
}

/// A number that was typed leads to nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberError {
    /// Nothing was typed.
    Missing,
    /// It is no number of a person or an organisation.
    Unreadable,
    /// Nobody here has it.
    Unknown,
}

impl NumberError {
    /// The last part of the key of its text.
    pub(super) fn key(self) -> &'static str {
        match self {
            NumberError::Missing => "number-missing",
            NumberError::Unreadable => "number-wrong",
            NumberError::Unknown => "number-unknown",
        }
    }
}

/// Who has the number.
pub(super) async fn holder_of(
    visit: &Visit,
    tx: &Tx,
    typed: &str,
) -> Result<Result<Holder, NumberError>, DbError> {
    if typed.trim().is_empty() {
        return Ok(Err(NumberError::Missing));
    }
    let found = if let Ok(cvr) = typed.parse::<Cvr>() {
        who::organisation_by(tx, &cvr).await?.map(Holder::Organisation)
    } else if let Ok(cpr) = typed.parse::<Cpr>() {
        let found = people::cpr::find(tx, &visit.realm.vault, &cpr).await?;
        found.map(|person| Holder::Person(person.id))
    } else {
        return Ok(Err(NumberError::Unreadable));
    };
    Ok(found.ok_or(NumberError::Unknown))
}

/// The holder as one to whom something is given. Whoever the mandate names as employee is seen by their own number.
pub(super) fn seen_as(holder: Holder, named: Party) -> Party {
    match (holder, named) {
        (Holder::Person(person), Party::Employee { organisation, .. }) => {
            Party::Employee { person, organisation }
        }
        (holder, _) => party_of(holder),
    }
}

/// The holder as one to whom something is given for themself.
pub(super) fn party_of(holder: Holder) -> Party {
    match holder {
        Holder::Person(person) => Party::Person(person),
        Holder::Organisation(organisation) => Party::Organisation(organisation),
    }
}

/// The holder by the parts of an address.
pub(super) fn holder_at(kind: &str, id: &str) -> Result<Holder, Problem> {
    let holder = match kind {
        "person" => id.parse().ok().map(Holder::Person),
        "organisation" => id.parse().ok().map(Holder::Organisation),
        _ => None,
    };
    holder.ok_or_else(Problem::not_found)
}

/// The part of an address that names a holder.
pub(super) fn address_of(holder: Holder) -> String {
    match holder {
        Holder::Person(id) => format!("person/{id}"),
        Holder::Organisation(id) => format!("organisation/{id}"),
    }
}

/// The holder, if there is one.
pub(super) async fn known(visit: &Visit, tx: &Tx, holder: Holder) -> Result<Option<Known>, Problem> {
    Ok(match holder {
        Holder::Person(id) => match people::person(tx, id).await? {
            None => None,
            Some(person) => {
                let number = people::cpr::masked(tx, &visit.realm.vault, id).await.map_err(unreadable)?;
                Some(Known { name: person.name, number })
            }
        },
        Holder::Organisation(id) => people::organisation(tx, id).await?.map(|organisation| Known {
            number: organisation.details.cvr.map(|cvr| cvr.to_string()),
            name: organisation.details.name,
        }),
    })
}

/// To whom it is given; an employee with the name of where they work.
pub(super) async fn known_party(visit: &Visit, tx: &Tx, party: Party) -> Result<Option<Known>, Problem> {
    let holder = match party {
        Party::Person(person) | Party::Employee { person, .. } => Holder::Person(person),
        Party::Organisation(organisation) => Holder::Organisation(organisation),
    };
    let name = who::name_of_party(tx, party).await?;
    Ok(known(visit, tx, holder).await?.map(|known| Known { name, ..known }))
}

fn unreadable(error: ReadCprError) -> Problem {
    match error {
        ReadCprError::Db(error) => error.into(),
        ReadCprError::Closed(_) | ReadCprError::NotACpr => {
            tracing::error!(%error, "a number does not open");
            Problem::broken()
        }
    }
}
