//! What a help point offers.

use basics::Id;
use hsds::{ServiceAtLocation, ServiceStatus};

use super::super::terms::{Fact, Vocabulary};
use super::notes::at;
use super::{Taking, uuid};
use crate::model::{self, Booking, HelpPoint, Service, Topic};

impl Taking<'_> {
    pub(super) fn services(
        &mut self,
        pairs: &[&ServiceAtLocation],
        closed: bool,
        kept: Option<&HelpPoint>,
    ) -> Vec<Service> {
        pairs.iter().map(|pair| self.service(pair, closed, kept)).collect()
    }

    fn service(&mut self, pair: &ServiceAtLocation, closed: bool, kept: Option<&HelpPoint>) -> Service {
        let row = self.tables.services[pair.service_id.as_str()];
        // A service in one place keeps its id. One in several becomes as many services, each with the id that its
        // publisher gave the pairing.
        let alone = self.tables.pairs_by_service.of(&row.id).len() == 1;
        let id = Id::from_uuid(uuid(if alone { &row.id } else { &pair.id }));
        let known = kept.and_then(|point| point.services.iter().find(|service| service.id == id));
        let mut topics: std::collections::BTreeSet<Topic> = self
            .facts
            .on("service", &row.id, Vocabulary::Topics)
            .filter_map(|statement| Topic::from_code(statement.code))
            .collect();
        if let (Some(known), true) = (known, topics.is_empty()) {
            topics.clone_from(&known.topics);
        }
        Service {
            id,
            name: row.name.clone(),
            description: row.description.clone().unwrap_or_default(),
            booking: self.booking(&row.id, known),
            status: status(row.status, closed),
            topics,
        }
    }

    /// Where nobody says how to get a turn, one should ask first rather than come in vain.
    fn booking(&mut self, service: &str, known: Option<&Service>) -> Booking {
        let Some(statement) = self.facts.one("service", service, Fact::Booking) else {
            return known.map_or(Booking::Appointment, |service| service.booking);
        };
        Booking::from_code(statement.value()).unwrap_or_else(|| {
            let message =
                format!("\"{}\" is not allowed here. Use drop-in, appointment or both.", statement.value());
            self.notes.error(at("attributes.csv", &statement.attribute.id, "value"), message);
            Booking::Appointment
        })
    }
}

/// In a closed place, `defunct` says that the service ended with the place.
fn status(status: ServiceStatus, closed: bool) -> model::ServiceStatus {
    match status {
        ServiceStatus::Active => model::ServiceStatus::Active,
        ServiceStatus::Defunct if closed => model::ServiceStatus::Active,
        ServiceStatus::Defunct | ServiceStatus::Inactive | ServiceStatus::TemporarilyClosed => {
            model::ServiceStatus::Inactive
        }
    }
}
