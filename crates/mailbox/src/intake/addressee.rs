//! Who a message is for, as it says it.

use std::collections::HashMap;

use access::Holder;
use basics::{Cpr, Cvr};
use memo::{Recipient, id_type};
use store::{DbError, Tx};
use vault::Keyring;

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
