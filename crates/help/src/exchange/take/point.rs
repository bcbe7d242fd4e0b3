//! One location with everything that belongs to it, as a help point.

use std::collections::{BTreeSet, HashMap};

use basics::Id;
use hsds::{Location, LocationType, ServiceAtLocation, ServiceStatus};
use jiff::civil::Date;
use people::{OrganisationKind, OrganisationTag};
use uuid::Uuid;

use super::super::terms::{Fact, Vocabulary};
use super::notes::at;
use super::{Taking, uuid};
use crate::model::{Assured, Example, HelpPoint, Kind, Status};

const FILE: &str = "locations.csv";

impl Taking<'_> {
    /// The help point, or nothing where the location is none or has something that Omtanke cannot hold.
    pub(super) fn point(&mut self, location: &Location) -> Option<HelpPoint> {
        let id = location.id.as_str();
        let pairs = self.tables.pairs_by_location.of(id).to_vec();
        let before = self.before.points.get(&Id::from_uuid(uuid(id)));
        let told = self.facts.on("location", id, Vocabulary::Kinds).next();
        let told = told.and_then(|statement| Kind::from_code(statement.code));
        // Without our own facts, what only they can tell stays as it is.
        let kept = before.filter(|_| told.is_none());
        let ours = told.is_some();
        let organisation = self.owner(location, &pairs)?;
        let owner = self.organisations.get(&organisation)?.clone();
        let phone = self.phone(location, &pairs);
        let kind = match told.or(kept.map(|point| point.kind)) {
            Some(kind) => kind,
            None => self.kind_by_rule(location, owner.kind, phone.is_some())?,
        };
        let found = self.whereabouts(location, &pairs, ours);
        let national = match kept {
            Some(point) => point.national,
            None if ours => self.facts.has("location", id, Fact::National),
            None => !kind.is_place() && self.serves_whole_country(&found, &pairs),
        };
        let closed = self.is_closed(id, &pairs);
        let source =
            self.facts.one("location", id, Fact::Source).map(|statement| statement.value().to_owned());
        let source = source.or_else(|| kept.map(|point| point.source.clone()));
        let (rules, exceptions) = self.hours(location, &pairs);
        Some(HelpPoint {
            id: Id::from_uuid(uuid(id)),
            organisation,
            kind,
            name: location.name.clone().unwrap_or_else(|| owner.name.clone()),
            description: location.description.clone().unwrap_or_default(),
            municipality_code: found.municipality,
            street: found.street,
            postcode: found.postcode,
            position: found.position,
            precise: found.precise,
            phone,
            email: self.email(location, &pairs),
            website: self.website(location, &pairs),
            step_free: self.step_free(location),
            national,
            status: if closed { Status::Closed } else { Status::Active },
            assured: self.assured(id, &pairs, before, &owner.name),
            examples: self.examples(id, kept),
            source: source.unwrap_or_else(|| if ours { String::new() } else { owner.name.clone() }),
            version: before.map_or(1, |point| point.version),
            languages: self.languages(location, &pairs),
            services: self.services(&pairs, closed, kept),
            rules,
            exceptions,
        })
    }

    fn owner(&mut self, location: &Location, pairs: &[&ServiceAtLocation]) -> Option<Id<OrganisationTag>> {
        let of_service =
            |pair: &&ServiceAtLocation| &*self.tables.services[pair.service_id.as_str()].organization_id;
        let owner = location.organization_id.as_deref().or_else(|| pairs.first().map(of_service));
        let Some(owner) = owner.map(str::to_owned) else {
            let message = "No organization answers for it and no service stands there; it was left out.";
            self.notes.warn(at(FILE, &location.id, "organization_id"), message);
            return None;
        };
        for pair in pairs.iter().filter(|pair| of_service(pair) != owner) {
            let message = "One organization answers for a help point; this service became that one's.";
            self.notes.warn(at("services.csv", &pair.service_id, "organization_id"), message);
        }
        Some(Id::from_uuid(uuid(&owner)))
    }

    /// The kind of a place of which nobody has told Omtanke the kind. A place that is only for letters is none.
    fn kind_by_rule(
        &mut self,
        location: &Location,
        owner: OrganisationKind,
        has_phone: bool,
    ) -> Option<Kind> {
        match (location.location_type, owner) {
            (LocationType::Physical, OrganisationKind::Authority) => Some(Kind::Borgerservice),
            (LocationType::Physical, OrganisationKind::Library) => Some(Kind::Library),
            (LocationType::Physical, OrganisationKind::Association | OrganisationKind::Company) => {
                Some(Kind::ItCafe)
            }
            (LocationType::Virtual, _) if has_phone => Some(Kind::Telephone),
            (LocationType::Virtual, _) => Some(Kind::Chat),
            (LocationType::Postal, _) => {
                let message = "Help points are not for letters; this one was left out.";
                self.notes.warn(at(FILE, &location.id, "location_type"), message);
                None
            }
        }
    }

    fn is_closed(&self, id: &str, pairs: &[&ServiceAtLocation]) -> bool {
        let ended = |pair: &&ServiceAtLocation| {
            self.tables.services[pair.service_id.as_str()].status == ServiceStatus::Defunct
        };
        self.facts.has("location", id, Fact::Closed) || (!pairs.is_empty() && pairs.iter().all(ended))
    }

    /// A point is no fresher than the service that was assured longest ago.
    fn assured(
        &mut self,
        id: &str,
        pairs: &[&ServiceAtLocation],
        before: Option<&HelpPoint>,
        owner: &str,
    ) -> Option<Assured> {
        let of_services =
            pairs.iter().filter_map(|pair| self.tables.services[pair.service_id.as_str()].assured_date).min();
        let date = match (of_services, self.facts.one("location", id, Fact::AssuredDate)) {
            (Some(date), _) => date,
            (None, None) => return None,
            (None, Some(statement)) => match statement.value().parse::<Date>() {
                Ok(date) => date,
                Err(_) => {
                    let message = "This is not a date. Write year-month-day, such as 2026-03-17.";
                    self.notes.error(at("attributes.csv", &statement.attribute.id, "value"), message);
                    return None;
                }
            },
        };
        let named =
            self.facts.one("location", id, Fact::AssuredBy).map(|statement| statement.value().to_owned());
        let known = before.and_then(|point| point.assured.as_ref()).filter(|assured| assured.date == date);
        let by = named.or_else(|| known.map(|assured| assured.by.clone()));
        Some(Assured { date, by: by.unwrap_or_else(|| owner.to_owned()) })
    }

    fn examples(&mut self, id: &str, kept: Option<&HelpPoint>) -> BTreeSet<Example> {
        if let Some(point) = kept {
            return point.examples.clone();
        }
        let mut examples = BTreeSet::new();
        for statement in self.facts.all("location", id, Fact::Example) {
            match Example::from_code(statement.value()) {
                Some(part) => {
                    examples.insert(part);
                }
                None => {
                    let all: Vec<&str> = Example::ALL.iter().map(|part| part.code()).collect();
                    let message = format!(
                        "\"{}\" is not allowed here. Use one of: {}.",
                        statement.value(),
                        all.join(", ")
                    );
                    self.notes.error(at("attributes.csv", &statement.attribute.id, "value"), message);
                }
            }
        }
        examples
    }

    /// An id names one row only, in what comes in and in what stays.
    pub(super) fn check_ids(&mut self, points: &[HelpPoint]) {
        let coming: HashMap<_, _> = points.iter().map(|point| (point.id, point)).collect();
        let staying = self.before.points.values().filter(|point| !coming.contains_key(&point.id));
        let mut seen: HashMap<(&'static str, Uuid), ()> = HashMap::new();
        for (row, _) in staying.flat_map(rows) {
            seen.insert(row, ());
        }
        for ((table, id), file) in points.iter().flat_map(rows) {
            if seen.insert((table, id), ()).is_some() {
                let message =
                    "This id belongs to another help point in Omtanke. Give the row an id of its own.";
                self.notes.error(at(file, &id.to_string(), "id"), message);
            }
        }
    }

    /// Tells once a table what Omtanke has no room for.
    pub(super) fn tell_what_has_no_room(&mut self) {
        let d = self.directory;
        let unheld = [
            ("programs.csv", d.programs.len()),
            ("required_documents.csv", d.required_documents.len()),
            ("cost_options.csv", d.cost_options.len()),
            ("funding.csv", d.funding.len()),
            ("meta_table_descriptions.csv", d.meta_table_descriptions.len()),
            ("metadata.csv", d.metadata.len()),
        ];
        for (file, rows) in unheld.into_iter().filter(|(_, rows)| *rows > 0) {
            self.notes.warn_of_table(
                file,
                format!("Omtanke has no room for this table; {rows} rows were left out."),
            );
        }
    }
}

/// The ids that a point takes up, each with the table it stands in and the file it came from.
fn rows(point: &HelpPoint) -> impl Iterator<Item = ((&'static str, Uuid), &'static str)> {
    let services = point.services.iter().map(|row| (("service", row.id.uuid()), "services.csv"));
    let rules = point.rules.iter().map(|row| (("hours", row.id), "schedules.csv"));
    let exceptions = point.exceptions.iter().map(|row| (("exception", row.id), "schedules.csv"));
    services.chain(rules).chain(exceptions)
}
