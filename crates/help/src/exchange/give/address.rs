//! The address of a help point, with something honest where HSDS requires what nobody knows.

use gazetteer::Municipality;
use hsds::{Address, AddressType};

use super::super::ids::derived;
use super::super::place::UNKNOWN;
use super::super::terms::Fact;
use super::{Giving, filled};
use crate::model::HelpPoint;

impl Giving<'_> {
    /// Places one goes to have an address always, others where something of it is known. Without one, the
    /// municipality is told as a fact.
    pub(super) fn address_of(&mut self, point: &HelpPoint, id: &str) {
        let street = point.street.as_deref().and_then(filled);
        if !point.kind.is_place() && street.is_none() && point.postcode.is_none() {
            if let Some(code) = &point.municipality_code {
                self.fact("location", id, Fact::Municipality, Some(code));
            }
            return;
        }
        let places = self.places;
        let postcode = point.postcode.as_ref().and_then(|code| places.postcode(code));
        let own = point.municipality_code.as_ref().and_then(|code| places.municipality(code));
        let of_postcode = || {
            let codes = &postcode?.municipality_codes;
            codes.iter().find_map(|code| places.municipality(code))
        };
        let near = own.or_else(of_postcode);
        let town = postcode
            .map(|postcode| postcode.town.clone())
            .or_else(|| near.map(|municipality| municipality.seat.clone()))
            .unwrap_or_else(|| UNKNOWN.to_owned());
        let address = Address {
            id: derived(&["address", id]).to_string(),
            location_id: Some(id.to_owned()),
            address_1: street.clone().unwrap_or_else(|| town.clone()),
            postal_code: point.postcode.clone().unwrap_or_else(|| self.seat_postcode(near)),
            city: town,
            state_province: match (own, near) {
                (Some(municipality), _) => municipality.name.clone(),
                (None, Some(municipality)) => municipality.region.clone(),
                (None, None) => UNKNOWN.to_owned(),
            },
            country: "DK".to_owned(),
            address_type: AddressType::Physical,
            ..Address::default()
        };
        let stand_ins = [
            ("address_1", street.is_none()),
            ("city", postcode.is_none()),
            ("postal_code", point.postcode.is_none()),
            ("state_province", own.is_none()),
        ];
        for (field, _) in stand_ins.into_iter().filter(|(_, stands_in)| *stands_in) {
            self.fact("address", &address.id, Fact::StandsIn, Some(field));
        }
        self.tables.addresses.push(address);
    }

    /// The postcode of the town where the municipality has its seat, or its first.
    fn seat_postcode(&self, municipality: Option<&Municipality>) -> String {
        let Some(municipality) = municipality else { return UNKNOWN.to_owned() };
        let own = || {
            let postcodes = self.places.postcodes.iter();
            postcodes.filter(|postcode| postcode.municipality_codes.contains(&municipality.code))
        };
        let of_seat = own().find(|postcode| postcode.town == municipality.seat);
        of_seat.or_else(|| own().next()).map_or_else(|| UNKNOWN.to_owned(), |postcode| postcode.code.clone())
    }
}
