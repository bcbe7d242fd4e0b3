//! Services that stand nowhere.

use std::collections::HashSet;

use basics::Id;
use hsds::{Directory, Location, LocationType, ServiceAtLocation};

use super::super::give::pair_id;
use super::super::ids::derived;
use super::uuid;

/// The directory with a place on the net or the telephone for each service that has none at all: other publishers
/// tell of their telephone lines so.
pub(super) fn housed(directory: &Directory) -> Directory {
    let mut directory = directory.clone();
    let placed: HashSet<String> =
        directory.service_at_locations.iter().map(|pair| pair.service_id.clone()).collect();
    for service in directory.services.iter().filter(|service| !placed.contains(&service.id)) {
        let location = derived(&["location", &service.id]).to_string();
        directory.locations.push(Location {
            id: location.clone(),
            location_type: LocationType::Virtual,
            organization_id: Some(service.organization_id.clone()),
            name: Some(service.name.clone()),
            ..Location::default()
        });
        directory.service_at_locations.push(ServiceAtLocation {
            id: pair_id(Id::from_uuid(uuid(&service.id))).to_string(),
            service_id: service.id.clone(),
            location_id: location,
            description: None,
        });
    }
    directory
}
