//! From help points to the tables of HSDS.

mod address;
mod hours;

use std::collections::BTreeSet;

use basics::{Id, Language, Position};
use hsds::{
    Accessibility, Attribute, Contact, Directory, Location, LocationType, Organization,
    OrganizationIdentifier, Phone, ServiceArea, ServiceAtLocation, ServiceStatus,
};
use people::Organisation;
use uuid::Uuid;

use super::ids::derived;
use super::place;
use super::terms::{self, Fact, Vocabulary};
use crate::denmark::Places;
use crate::model::{self, Booking, Example, HelpPoint, Service, ServiceTag, Status, StepFree};

/// The files of the tables that a directory of help points can have.
pub const FILES: [&str; 15] = [
    "services.csv",
    "organizations.csv",
    "service_at_location.csv",
    "locations.csv",
    "contacts.csv",
    "phones.csv",
    "addresses.csv",
    "schedules.csv",
    "languages.csv",
    "accessibility.csv",
    "service_areas.csv",
    "organization_identifiers.csv",
    "attributes.csv",
    "taxonomy_terms.csv",
    "taxonomies.csv",
];

/// What becomes of the names of those who confirmed that a help point is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// They go along, to another Omtanke or into a safe.
    Kept,
    /// They stay here: what is published tells of places, not of staff.
    LeftOut,
}

/// The tables of some help points and of the organisations that answer for them. Organisations without a help point
/// are left out. The same points give the same tables, row for row.
#[must_use]
pub fn give<'p>(
    points: impl IntoIterator<Item = &'p HelpPoint>,
    organisations: impl IntoIterator<Item = &'p Organisation>,
    places: &Places,
    names: Names,
) -> Directory {
    let mut points: Vec<&HelpPoint> = points.into_iter().collect();
    points.sort_unstable_by_key(|point| point.id);
    let owners: BTreeSet<_> = points.iter().map(|point| point.organisation).collect();
    let mut organisations: Vec<&Organisation> =
        organisations.into_iter().filter(|organisation| owners.contains(&organisation.id)).collect();
    organisations.sort_unstable_by_key(|organisation| organisation.id);
    let mut giving = Giving::begin(places, names);
    for organisation in organisations {
        giving.organisation(organisation);
    }
    for point in points {
        giving.point(point);
    }
    giving.tables
}

/// The rows of organisations alone.
pub(super) fn give_organisations<'p>(
    organisations: impl IntoIterator<Item = &'p Organisation>,
    places: &Places,
) -> Directory {
    let mut giving = Giving::begin(places, Names::LeftOut);
    for organisation in organisations {
        giving.organisation(organisation);
    }
    giving.tables
}

/// The id of the pairing of a service with its place.
pub(super) fn pair_id(service: Id<ServiceTag>) -> Uuid {
    derived(&["service_at_location", &service.to_string()])
}

/// Tables being filled.
struct Giving<'a> {
    tables: Directory,
    places: &'a Places,
    names: Names,
}

/// Text with something in it: HSDS reads a blank cell as nothing.
fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.trim().is_empty())
}

impl<'a> Giving<'a> {
    fn begin(places: &'a Places, names: Names) -> Self {
        let tables = Directory {
            taxonomies: terms::taxonomies().to_vec(),
            taxonomy_terms: terms::terms().to_vec(),
            ..Directory::default()
        };
        Self { tables, places, names }
    }

    fn says(&mut self, entity: &str, id: &str, vocabulary: Vocabulary, code: &str, value: Option<&str>) {
        self.tables.attributes.push(Attribute {
            id: derived(&["attribute", entity, id, vocabulary.name(), code, value.unwrap_or_default()])
                .to_string(),
            link_id: id.to_owned(),
            taxonomy_term_id: vocabulary.term(code).to_string(),
            link_type: None,
            link_entity: entity.to_owned(),
            value: value.map(str::to_owned),
        });
    }

    fn fact(&mut self, entity: &str, id: &str, fact: Fact, value: Option<&str>) {
        self.says(entity, id, Vocabulary::Facts, fact.code(), value);
    }

    fn organisation(&mut self, organisation: &Organisation) {
        let id = organisation.id.to_string();
        let description = filled(&organisation.description);
        if description.is_none() {
            self.fact("organization", &id, Fact::StandsIn, Some("description"));
        }
        let kind = organisation.kind.code();
        self.says("organization", &id, Vocabulary::OrganisationKinds, kind, None);
        if let Some(code) = &organisation.municipality_code {
            self.fact("organization", &id, Fact::Municipality, Some(code));
        }
        if let Some(cvr) = organisation.cvr {
            self.tables.organization_identifiers.push(OrganizationIdentifier {
                id: derived(&["organization_identifier", &id, place::CVR_SCHEME]).to_string(),
                organization_id: id.clone(),
                identifier_scheme: Some(place::CVR_SCHEME.to_owned()),
                identifier_type: "CVR-nummer".to_owned(),
                identifier: cvr.to_string(),
            });
        }
        let kind_in_words = || words::words(Language::Da).t(&format!("organisation-kind-{kind}"));
        self.tables.organizations.push(Organization {
            id,
            name: organisation.name.clone(),
            description: description.unwrap_or_else(kind_in_words),
            website: organisation.website.as_deref().and_then(filled),
            ..Organization::default()
        });
    }

    fn point(&mut self, point: &HelpPoint) {
        let id = point.id.to_string();
        self.tables.locations.push(Location {
            id: id.clone(),
            location_type: if point.kind.is_place() { LocationType::Physical } else { LocationType::Virtual },
            url: point.website.as_deref().and_then(filled),
            organization_id: Some(point.organisation.to_string()),
            name: filled(&point.name),
            description: filled(&point.description),
            latitude: point.position.map(Position::lat),
            longitude: point.position.map(Position::lon),
            ..Location::default()
        });
        self.says("location", &id, Vocabulary::Kinds, point.kind.code(), None);
        self.facts_of(point, &id);
        self.address_of(point, &id);
        self.ways_to_reach(point, &id);
        self.hours_of(point, &id);
        for service in &point.services {
            self.service(point, service, &id);
        }
    }

    fn facts_of(&mut self, point: &HelpPoint, id: &str) {
        if point.position.is_some() && !point.precise {
            self.fact("location", id, Fact::ApproximatePosition, None);
        }
        if point.national {
            self.fact("location", id, Fact::National, None);
        }
        if point.status == Status::Closed {
            self.fact("location", id, Fact::Closed, None);
        }
        for part in &point.examples {
            self.fact("location", id, Fact::Example, Some(part.code()));
        }
        if let Some(source) = filled(&point.source) {
            self.fact("location", id, Fact::Source, Some(&source));
        }
        if let Some(assured) = &point.assured {
            if point.services.is_empty() {
                self.fact("location", id, Fact::AssuredDate, Some(&assured.date.to_string()));
            }
            if let (Names::Kept, Some(by)) = (self.names, filled(&assured.by)) {
                self.fact("location", id, Fact::AssuredBy, Some(&by));
            }
        }
    }

    fn ways_to_reach(&mut self, point: &HelpPoint, id: &str) {
        if let Some(number) = point.phone.as_deref().and_then(filled) {
            self.tables.phones.push(Phone {
                id: derived(&["phone", id]).to_string(),
                location_id: Some(id.to_owned()),
                number,
                r#type: Some("voice".to_owned()),
                ..Phone::default()
            });
        }
        if let Some(email) = point.email.as_deref().and_then(filled) {
            self.tables.contacts.push(Contact {
                id: derived(&["contact", id]).to_string(),
                location_id: Some(id.to_owned()),
                email: Some(email),
                ..Contact::default()
            });
        }
        for code in &point.languages {
            self.tables.languages.push(hsds::Language {
                id: derived(&["language", id, code]).to_string(),
                location_id: Some(id.to_owned()),
                name: Some(place::language_name(code)),
                code: Some(code.clone()),
                ..hsds::Language::default()
            });
        }
        let access = match point.step_free {
            StepFree::Yes => place::STEP_FREE,
            StepFree::No => place::NOT_STEP_FREE,
            StepFree::Unknown => return,
        };
        self.tables.accessibilities.push(Accessibility {
            id: derived(&["accessibility", id]).to_string(),
            location_id: Some(id.to_owned()),
            description: Some(access.to_owned()),
            ..Accessibility::default()
        });
    }

    fn service(&mut self, point: &HelpPoint, service: &Service, location: &str) {
        let id = service.id.to_string();
        let everything = point.examples.contains(&Example::Everything);
        self.tables.services.push(hsds::Service {
            id: id.clone(),
            organization_id: point.organisation.to_string(),
            name: service.name.clone(),
            description: filled(&service.description),
            status: match (service.status, point.status) {
                (model::ServiceStatus::Inactive, _) => ServiceStatus::Inactive,
                (model::ServiceStatus::Active, Status::Active) => ServiceStatus::Active,
                (model::ServiceStatus::Active, Status::Closed) => ServiceStatus::Defunct,
            },
            application_process: Some(booking_in_words(service.booking)),
            fees_description: Some("Gratis".to_owned()),
            assured_date: point.assured.as_ref().map(|assured| assured.date),
            alert: everything.then(|| "Opdigtet til demonstration".to_owned()),
            ..hsds::Service::default()
        });
        self.tables.service_at_locations.push(ServiceAtLocation {
            id: pair_id(service.id).to_string(),
            service_id: id.clone(),
            location_id: location.to_owned(),
            description: None,
        });
        if let Some(area) = self.area(point) {
            self.tables.service_areas.push(ServiceArea {
                id: derived(&["service_area", &id]).to_string(),
                service_id: Some(id.clone()),
                name: Some(area),
                ..ServiceArea::default()
            });
        }
        self.fact("service", &id, Fact::Booking, Some(service.booking.code()));
        for topic in &service.topics {
            self.says("service", &id, Vocabulary::Topics, topic.code(), None);
        }
    }

    fn area(&self, point: &HelpPoint) -> Option<String> {
        if point.national {
            return Some(place::WHOLE_COUNTRY.to_owned());
        }
        let code = point.municipality_code.as_ref()?;
        Some(self.places.municipality(code)?.name.clone())
    }
}

fn booking_in_words(booking: Booking) -> String {
    words::words(Language::Da).t(&format!("booking-{}", booking.code()))
}
