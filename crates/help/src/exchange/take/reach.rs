//! How to reach a help point, in which language, and whether there are steps.

use std::collections::BTreeSet;

use hsds::{Location, Phone, ServiceAtLocation};

use super::super::place::{NOT_STEP_FREE, STEP_FREE, spoken};
use super::Taking;
use super::notes::at;
use crate::model::StepFree;

impl Taking<'_> {
    pub(super) fn phone(&mut self, location: &Location, pairs: &[&ServiceAtLocation]) -> Option<String> {
        let fax =
            |phone: &&&Phone| phone.r#type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("fax"));
        let phones = self.tables.phones.nearest(&location.id, pairs);
        let mut voices = phones.iter().filter(|phone| !fax(phone));
        let number = voices.next()?.number.clone();
        for other in voices.filter(|other| other.number != number) {
            self.notes.warn(
                at("phones.csv", &other.id, "number"),
                format!("A help point has one number; {number} was taken, and this one left out."),
            );
        }
        Some(number)
    }

    pub(super) fn email(&self, location: &Location, pairs: &[&ServiceAtLocation]) -> Option<String> {
        let contacts = self.tables.contacts.nearest(&location.id, pairs);
        let of_contact = contacts.iter().find_map(|contact| contact.email.clone());
        of_contact.or_else(|| {
            pairs.iter().find_map(|pair| self.tables.services.get(&*pair.service_id)?.email.clone())
        })
    }

    pub(super) fn website(&self, location: &Location, pairs: &[&ServiceAtLocation]) -> Option<String> {
        let of_service =
            || pairs.iter().find_map(|pair| self.tables.services.get(&*pair.service_id)?.url.clone());
        location.url.clone().or_else(of_service)
    }

    pub(super) fn languages(
        &mut self,
        location: &Location,
        pairs: &[&ServiceAtLocation],
    ) -> BTreeSet<String> {
        let mut languages = BTreeSet::new();
        for row in self.tables.languages.nearest(&location.id, pairs) {
            match row.code.as_deref().and_then(spoken) {
                Some(code) => {
                    languages.insert(code.to_owned());
                }
                None => self.notes.warn(
                    at("languages.csv", &row.id, "code"),
                    "It is not one of the languages that Omtanke lists, or it has no code, and was left out.",
                ),
            }
        }
        languages
    }

    pub(super) fn step_free(&mut self, location: &Location) -> StepFree {
        let mut known = StepFree::Unknown;
        for row in self.tables.accessibilities.of(&location.id) {
            let description = row.description.as_deref().unwrap_or_default().trim();
            if description.eq_ignore_ascii_case(STEP_FREE) {
                known = StepFree::Yes;
            } else if description.eq_ignore_ascii_case(NOT_STEP_FREE) {
                known = StepFree::No;
            } else {
                let message = format!(
                    "Only \"{STEP_FREE}\" and \"{NOT_STEP_FREE}\" have a place in Omtanke; this was left out."
                );
                self.notes.warn(at("accessibility.csv", &row.id, "description"), message);
            }
        }
        known
    }
}
