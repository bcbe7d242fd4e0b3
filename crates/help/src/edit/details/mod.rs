//! What a help point is called, where it is, and how to reach it.

pub(crate) mod form;
pub(crate) mod web;

use std::collections::BTreeSet;

use access::{EditHelpPoint, Permit};
use basics::Position;
use gazetteer::Postcode;
use realm::Work;

use super::{EditError, Seen, change};
use crate::denmark::Places;
use crate::model::{HelpPoint, Kind, Status, StepFree};

/// Everything about a help point but its services and hours.
#[derive(Debug, Clone, PartialEq)]
pub struct Details {
    /// What kind it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// What people should know about it.
    pub description: String,
    /// Street and number.
    pub street: Option<String>,
    /// The postcode, from the place register.
    pub postcode: Option<Postcode>,
    /// The place's own position, where somebody has measured it.
    pub precise: Option<Position>,
    /// Telephone, as people say it.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Address on the web.
    pub website: Option<String>,
    /// Access without steps.
    pub step_free: StepFree,
    /// Languages spoken, ISO 639-1.
    pub languages: BTreeSet<String>,
    /// Whether it is there at all.
    pub status: Status,
}

/// Puts the details in the place of those that were there.
///
/// # Errors
/// [`EditError::Conflict`] where the point has changed since it was seen.
pub async fn edit_details(
    work: &mut Work<'_>,
    permit: &Permit<EditHelpPoint>,
    seen: Seen,
    places: &Places,
    details: Details,
) -> Result<HelpPoint, EditError> {
    change(work, permit, seen, |point| {
        details.put_into(point, places);
        Ok(())
    })
    .await
}

impl Details {
    /// Puts the details into a point. The postcode gives the municipality and, where nobody has measured it, the
    /// position; without a postcode the point is where its municipality is.
    pub(crate) fn put_into(self, point: &mut HelpPoint, places: &Places) {
        let moved = self.postcode.as_ref().map(|postcode| &postcode.code) != point.postcode.as_ref();
        if let Some(postcode) = self.postcode.as_ref().filter(|_| moved) {
            point.municipality_code = municipality(postcode, point.municipality_code.take());
        }
        match (self.precise, &self.postcode) {
            // The form shows five decimals; whoever leaves them as they stand has not moved the place.
            (Some(own), _) if point.precise && point.position.is_some_and(|at| metres(at, own) < 2.0) => {}
            (Some(own), _) => point.position = Some(own),
            // It is no more exact than it was.
            (None, _) if !moved && !point.precise => {}
            (None, Some(postcode)) => point.position = Some(postcode.position),
            (None, None) => {
                let code = point.municipality_code.as_deref();
                point.position =
                    code.and_then(|code| places.municipality(code)).map(|municipality| municipality.position);
            }
        }
        point.precise = self.precise.is_some();
        point.postcode = self.postcode.map(|postcode| postcode.code);
        point.kind = self.kind;
        point.name = self.name;
        point.description = self.description;
        point.street = self.street;
        point.phone = self.phone;
        point.email = self.email;
        point.website = self.website;
        point.step_free = self.step_free;
        point.languages = self.languages;
        point.status = self.status;
    }
}

/// The municipality of a postcode. Where it reaches into several, the one that the point was in stays.
fn municipality(postcode: &Postcode, before: Option<String>) -> Option<String> {
    let codes = &postcode.municipality_codes;
    before.filter(|code| codes.contains(code)).or_else(|| codes.first().cloned())
}

fn metres(one: Position, other: Position) -> f64 {
    one.distance_km(other) * 1000.0
}
