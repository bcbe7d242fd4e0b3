//! Finding rows by what they belong to.

use std::collections::HashMap;

use hsds::{
    Accessibility, Address, Contact, Directory, Language, OrganizationIdentifier, Phone, Schedule, Service,
    ServiceArea, ServiceAtLocation,
};

/// Rows by the id of the row they belong to, in the order of the file.
pub(super) struct By<'d, T>(HashMap<&'d str, Vec<&'d T>>);

impl<'d, T> By<'d, T> {
    fn new(rows: &'d [T], key: impl Fn(&'d T) -> Option<&'d String>) -> Self {
        let mut by: HashMap<&str, Vec<&T>> = HashMap::new();
        for row in rows {
            if let Some(id) = key(row) {
                by.entry(id).or_default().push(row);
            }
        }
        Self(by)
    }

    pub(super) fn of(&self, id: &str) -> &[&'d T] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }
}

/// The rows that a help point is put together from.
pub(super) struct Tables<'d> {
    pub(super) services: HashMap<&'d str, &'d Service>,
    pub(super) identifiers: By<'d, OrganizationIdentifier>,
    pub(super) pairs_by_location: By<'d, ServiceAtLocation>,
    pub(super) pairs_by_service: By<'d, ServiceAtLocation>,
    pub(super) addresses: By<'d, Address>,
    pub(super) accessibilities: By<'d, Accessibility>,
    pub(super) areas: By<'d, ServiceArea>,
    pub(super) phones: Owned<'d, Phone>,
    pub(super) contacts: Owned<'d, Contact>,
    pub(super) languages: Owned<'d, Language>,
    pub(super) schedules: Owned<'d, Schedule>,
}

/// Rows that may belong to a location, a service, or a service at a location.
pub(super) struct Owned<'d, T> {
    location: By<'d, T>,
    pair: By<'d, T>,
    service: By<'d, T>,
}

impl<'d, T> Owned<'d, T> {
    /// The rows of the location itself; else those of its services there; else those of its services anywhere.
    pub(super) fn nearest(&self, location: &str, pairs: &[&ServiceAtLocation]) -> Vec<&'d T> {
        let own = self.location.of(location).to_vec();
        let of_pairs = || pairs.iter().flat_map(|pair| self.pair.of(&pair.id)).copied().collect::<Vec<_>>();
        let of_services =
            || pairs.iter().flat_map(|pair| self.service.of(&pair.service_id)).copied().collect();
        [own].into_iter().find(|rows| !rows.is_empty()).unwrap_or_else(|| match of_pairs() {
            rows if rows.is_empty() => of_services(),
            rows => rows,
        })
    }
}

macro_rules! owned {
    ($rows:expr) => {
        Owned {
            location: By::new($rows, |row| row.location_id.as_ref()),
            pair: By::new($rows, |row| row.service_at_location_id.as_ref()),
            service: By::new($rows, |row| row.service_id.as_ref()),
        }
    };
}

impl<'d> Tables<'d> {
    pub(super) fn of(directory: &'d Directory) -> Self {
        let d = directory;
        Self {
            services: d.services.iter().map(|row| (row.id.as_str(), row)).collect(),
            identifiers: By::new(&d.organization_identifiers, |row| Some(&row.organization_id)),
            pairs_by_location: By::new(&d.service_at_locations, |row| Some(&row.location_id)),
            pairs_by_service: By::new(&d.service_at_locations, |row| Some(&row.service_id)),
            addresses: By::new(&d.addresses, |row| row.location_id.as_ref()),
            accessibilities: By::new(&d.accessibilities, |row| row.location_id.as_ref()),
            areas: By::new(&d.service_areas, |row| row.service_id.as_ref()),
            phones: owned!(&d.phones),
            contacts: owned!(&d.contacts),
            languages: Owned {
                location: By::new(&d.languages, |row| row.location_id.as_ref()),
                pair: By::new(&[], |_| None),
                service: By::new(&d.languages, |row| row.service_id.as_ref()),
            },
            schedules: owned!(&d.schedules),
        }
    }
}
