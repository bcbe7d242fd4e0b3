//! What a help point offers.

pub(crate) mod form;
pub(crate) mod web;

use std::collections::BTreeSet;

use access::{EditHelpPoint, Permit};
use basics::Id;
use realm::Work;

use super::{EditError, Seen, change};
use crate::model::{Booking, HelpPoint, Service, ServiceStatus, ServiceTag, Topic};

/// A service without its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is called.
    pub name: String,
    /// What one gets.
    pub description: String,
    /// How one gets a turn.
    pub booking: Booking,
    /// Whether it is offered now.
    pub status: ServiceStatus,
    /// What it is about; at least one.
    pub topics: BTreeSet<Topic>,
}

/// Puts an offer in the place of the service with this id, or after all the others where there is no id.
///
/// # Errors
/// [`EditError::NoPart`] where the point has no such service; [`EditError::Conflict`] where it has changed since it
/// was seen.
pub async fn put_service(
    work: &mut Work<'_>,
    permit: &Permit<EditHelpPoint>,
    seen: Seen,
    id: Option<Id<ServiceTag>>,
    offer: Offer,
) -> Result<HelpPoint, EditError> {
    let new = work.new_id();
    change(work, permit, seen, |point| {
        let Some(id) = id else {
            point.services.push(offer.with_id(new));
            return Ok(());
        };
        let known = point.services.iter_mut().find(|service| service.id == id);
        *known.ok_or(EditError::NoPart(id.uuid()))? = offer.with_id(id);
        Ok(())
    })
    .await
}

/// Takes a service away.
///
/// # Errors
/// As [`put_service`].
pub async fn remove_service(
    work: &mut Work<'_>,
    permit: &Permit<EditHelpPoint>,
    seen: Seen,
    id: Id<ServiceTag>,
) -> Result<HelpPoint, EditError> {
    change(work, permit, seen, |point| {
        let known = point.services.iter().position(|service| service.id == id);
        point.services.remove(known.ok_or(EditError::NoPart(id.uuid()))?);
        Ok(())
    })
    .await
}

impl Offer {
    fn with_id(self, id: Id<ServiceTag>) -> Service {
        Service {
            id,
            name: self.name,
            description: self.description,
            booking: self.booking,
            status: self.status,
            topics: self.topics,
        }
    }
}
