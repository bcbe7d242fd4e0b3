//! Who a message is for, as it says it.

use std::collections::HashMap;

use access::Holder;
use basics::{Cpr, Cvr};
use memo::{Recipient, id_type};
use people::cpr::ReadCprError;
use realm::Work;
use store::{DbError, Tx};
use uuid::Uuid;
use vault::Keyring;

/// As many characters as a name has in a message.
const LONGEST_LABEL: usize = 256;

/// Who a message is for.
#[derive(Debug, Clone)]
pub(crate) enum Addressee {
    /// A person.
    Person(Cpr),
    /// A company or authority.
    Organisation(Cvr),
    /// The number is none, or of a kind that nobody here is known by.
    Unknown,
}

impl Addressee {
    pub(crate) fn of(recipient: &Recipient) -> Self {
        let number = recipient.recipient_id.trim();
        let found = if recipient.id_type.eq_ignore_ascii_case(id_type::CPR) {
            number.parse().ok().map(Addressee::Person)
        } else if recipient.id_type.eq_ignore_ascii_case(id_type::CVR) {
            number.parse().ok().map(Addressee::Organisation)
        } else {
            None
        };
        found.unwrap_or(Addressee::Unknown)
    }
}

/// The holder as messages name them, by number and name; `None` where they have no number. `why` stands in the log of whoever's CPR number
/// is read for it.
///
/// # Errors
/// When the number does not open, or the database does not answer.
pub async fn recipient_of(
    work: &mut Work<'_>,
    holder: Holder,
    why: &str,
) -> Result<Option<Recipient>, ReadCprError> {
    let (number, kind, name) = match holder {
        Holder::Person(id) => {
            let cpr = people::cpr::reveal(work, id, why).await?;
            let person = people::person(work.tx(), id).await?;
            (cpr.map(|cpr| cpr.expose().to_owned()), id_type::CPR, person.map(|person| person.name))
        }
        Holder::Organisation(id) => {
            let company = people::organisation(work.tx(), id).await?;
            let number = company.as_ref().and_then(|company| company.cvr).map(|cvr| cvr.to_string());
            (number, id_type::CVR, company.map(|company| company.details.name))
        }
    };
    Ok(number.map(|number| {
        let mut recipient = Recipient::new(number, kind);
        recipient.label = name.map(|name| name.chars().take(LONGEST_LABEL).collect());
        recipient
    }))
}

/// A new number for a message, of version 4.
#[must_use]
pub fn message_uuid(work: &Work<'_>) -> Uuid {
    let mut random = [0; 16];
    work.realm.chance.fill(&mut random);
    uuid::Builder::from_random_bytes(random).into_uuid()
}

/// Who the addressees are here, in their order; `None` where nobody is known by the number.
pub(super) async fn find(
    tx: &Tx,
    vault: &Keyring,
    addressees: &[Addressee],
) -> Result<Vec<Option<Holder>>, DbError> {
    let numbers: Vec<&Cpr> = addressees
        .iter()
        .filter_map(|addressee| match addressee {
            Addressee::Person(cpr) => Some(cpr),
            _ => None,
        })
        .collect();
    let mut people = people::cpr::find_all(tx, vault, &numbers).await?.into_iter();
    let mut cvrs: Vec<Cvr> = addressees
        .iter()
        .filter_map(|addressee| match addressee {
            Addressee::Organisation(cvr) => Some(*cvr),
            _ => None,
        })
        .collect();
    cvrs.sort_unstable();
    cvrs.dedup();
    let organisations: HashMap<Cvr, _> = people::organisations_by_cvr(tx, &cvrs).await?.into_iter().collect();
    Ok(addressees
        .iter()
        .map(|addressee| match addressee {
            Addressee::Person(_) => people.next().flatten().map(Holder::Person),
            Addressee::Organisation(cvr) => organisations.get(cvr).copied().map(Holder::Organisation),
            Addressee::Unknown => None,
        })
        .collect())
}
