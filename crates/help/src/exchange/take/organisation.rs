//! Reading organizations.

use std::collections::BTreeSet;

use basics::{Cvr, Id};
use hsds::Organization;
use people::{OrganisationDetails, OrganisationKind};

use super::super::place::CVR_SCHEME;
use super::super::terms::{Fact, Vocabulary};
use super::notes::at;
use super::{Taking, uuid};
use crate::model::HelpPoint;

const FILE: &str = "organizations.csv";

impl Taking<'_> {
    pub(super) fn read_organisations(&mut self) {
        for organization in &self.directory.organizations {
            let details = self.details(organization);
            self.organisations.insert(Id::from_uuid(uuid(&organization.id)), details);
        }
    }

    fn details(&mut self, organization: &Organization) -> OrganisationDetails {
        let id = &organization.id;
        let unknown = self.facts.stands_in("organization", id, "description");
        OrganisationDetails {
            name: organization.name.clone(),
            kind: self.organisation_kind(organization),
            description: if unknown { String::new() } else { organization.description.clone() },
            cvr: self.cvr(id),
            municipality_code: self.told_municipality("organization", id),
            website: organization.website.clone(),
        }
    }

    fn organisation_kind(&self, organization: &Organization) -> OrganisationKind {
        let told = self.facts.on("organization", &organization.id, Vocabulary::OrganisationKinds).next();
        let known = || self.before.organisations.get(&Id::from_uuid(uuid(&organization.id)));
        told.and_then(|statement| OrganisationKind::from_code(statement.code))
            .or_else(|| known().map(|organisation| organisation.kind))
            .unwrap_or_else(|| kind_by_name(&organization.name))
    }

    fn cvr(&mut self, organization: &str) -> Option<Cvr> {
        let identifier = self.tables.identifiers.of(organization).iter().find(|identifier| {
            identifier.identifier_scheme.as_deref() == Some(CVR_SCHEME)
                || identifier.identifier_type.to_uppercase().starts_with("CVR")
        })?;
        match identifier.identifier.parse() {
            Ok(cvr) => Some(cvr),
            Err(error) => {
                let message = format!("This is not a CVR number: {error}. Correct it, or leave the row out.");
                let place = at("organization_identifiers.csv", &identifier.id, "identifier");
                self.notes.error(place, message);
                None
            }
        }
    }

    /// The municipality that a fact tells by its code.
    pub(super) fn told_municipality(&mut self, entity: &str, id: &str) -> Option<String> {
        let statement = self.facts.one(entity, id, Fact::Municipality)?;
        let (code, attribute) = (statement.value().trim(), statement.attribute);
        if self.before.places.municipality(code).is_none() {
            let message =
                format!("There is no municipality with the code \"{code}\". Write its four digits.");
            self.notes.error(at("attributes.csv", &attribute.id, "value"), message);
            return None;
        }
        Some(code.to_owned())
    }

    /// Omtanke knows organisations because they answer for something.
    pub(super) fn leave_out_idle_organisations(&mut self, points: &[HelpPoint]) {
        let owners: BTreeSet<_> = points.iter().map(|point| point.organisation).collect();
        let notes = &mut self.notes;
        self.organisations.retain(|id, _| {
            let answers = owners.contains(id);
            if !answers {
                notes.warn(at(FILE, &id.to_string(), "id"), "It answers for no help point and was left out.");
            }
            answers
        });
    }
}

/// The kind of an organisation of which only the name is known.
pub(super) fn kind_by_name(name: &str) -> OrganisationKind {
    let name = name.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if name.contains("bibliotek") {
        OrganisationKind::Library
    } else if ends(&["kommune", "styrelsen", "ministeriet"]) || name.starts_with("region ") {
        OrganisationKind::Authority
    } else if ends(&[" a/s", " aps", " i/s", " p/s"]) {
        OrganisationKind::Company
    } else {
        OrganisationKind::Association
    }
}
