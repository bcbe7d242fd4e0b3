//! Where a help point is.

use basics::Position;
use hsds::{Address, AddressType, Location, ServiceAtLocation};

use super::super::place::{WHOLE_COUNTRY, is_region, municipality_named};
use super::super::terms::Fact;
use super::Taking;
use super::notes::at;

const FILE: &str = "addresses.csv";

/// What a location says of where it is.
#[derive(Default)]
pub(super) struct Whereabouts {
    pub(super) street: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) municipality: Option<String>,
    pub(super) position: Option<Position>,
    pub(super) precise: bool,
}

impl Taking<'_> {
    /// `ours` tells that the location carries our own facts, which then are complete.
    pub(super) fn whereabouts(
        &mut self,
        location: &Location,
        pairs: &[&ServiceAtLocation],
        ours: bool,
    ) -> Whereabouts {
        let addresses = self.tables.addresses.of(&location.id);
        let visiting = addresses.iter().find(|address| address.address_type == AddressType::Physical);
        let others = addresses.len().saturating_sub(1);
        let mut found = match visiting.or(addresses.first()).copied() {
            Some(address) => self.read_address(address, location),
            None => Whereabouts::default(),
        };
        if others > 0 {
            let message = format!("A help point has one address; {others} more were left out.");
            self.notes.warn(at("locations.csv", &location.id, "id"), message);
        }
        if let Some(code) = self.told_municipality("location", &location.id) {
            found.municipality = Some(code);
        }
        if !ours && found.municipality.is_none() {
            found.municipality = self.area_served(pairs);
        }
        let told = location.latitude.zip(location.longitude);
        found.position = told.and_then(|(lat, lon)| Position::new(lat, lon).ok());
        found.precise =
            found.position.is_some() && !self.facts.has("location", &location.id, Fact::ApproximatePosition);
        if !ours && found.position.is_none() {
            let places = &self.before.places;
            let of_postcode = found.postcode.as_deref().and_then(|code| places.postcode(code));
            let of_municipality = found.municipality.as_deref().and_then(|code| places.municipality(code));
            found.position = of_postcode
                .map(|postcode| postcode.position)
                .or_else(|| of_municipality.map(|municipality| municipality.position));
        }
        found
    }

    fn read_address(&mut self, address: &Address, location: &Location) -> Whereabouts {
        let id = &address.id;
        if address.country != "DK" {
            let message = format!("Omtanke holds addresses in Denmark only, not in {}.", address.country);
            self.notes.error(at(FILE, id, "country"), message);
            return Whereabouts::default();
        }
        let postcode = self.postcode(address);
        Whereabouts {
            street: (!self.facts.stands_in("address", id, "address_1")).then(|| street(address)),
            municipality: self.municipality(address, postcode.as_deref(), location),
            postcode,
            ..Whereabouts::default()
        }
    }

    fn postcode(&mut self, address: &Address) -> Option<String> {
        if self.facts.stands_in("address", &address.id, "postal_code") {
            return None;
        }
        let written = address.postal_code.trim();
        let code = written.strip_prefix("DK").unwrap_or(written).trim_start_matches(['-', ' ']);
        if self.before.places.postcode(code).is_some() {
            return Some(code.to_owned());
        }
        let message = format!("There is no Danish postcode \"{written}\". Write its four digits.");
        self.notes.error(at(FILE, &address.id, "postal_code"), message);
        None
    }

    fn municipality(
        &mut self,
        address: &Address,
        postcode: Option<&str>,
        location: &Location,
    ) -> Option<String> {
        let (id, written) = (&address.id, &address.state_province);
        if self.facts.stands_in("address", id, "state_province") {
            return None;
        }
        let places = &self.before.places;
        if let Some(municipality) = municipality_named(places, written) {
            return Some(municipality.code.clone());
        }
        if is_region(places, written) {
            return self.municipality_of(postcode?, location);
        }
        let message = format!(
            "\"{written}\" is no Danish municipality or region. Write the municipality's name, such as Vejle."
        );
        self.notes.error(at(FILE, id, "state_province"), message);
        None
    }

    /// The municipality of a postcode; where there are several, the one whose seat is nearest.
    fn municipality_of(&self, postcode: &str, location: &Location) -> Option<String> {
        let places = &self.before.places;
        let postcode = places.postcode(postcode)?;
        let (lat, lon) = location.latitude.zip(location.longitude).unzip();
        let here =
            lat.zip(lon).and_then(|(lat, lon)| Position::new(lat, lon).ok()).unwrap_or(postcode.position);
        let all = postcode.municipality_codes.iter().filter_map(|code| places.municipality(code));
        let nearest =
            all.min_by(|a, b| a.position.distance_km(here).total_cmp(&b.position.distance_km(here)));
        nearest.map(|municipality| municipality.code.clone())
    }

    /// The one municipality that the services of a place without an address are for.
    fn area_served(&self, pairs: &[&ServiceAtLocation]) -> Option<String> {
        let areas = pairs.iter().flat_map(|pair| self.tables.areas.of(&pair.service_id));
        let names = areas.filter_map(|area| area.name.as_deref());
        names.filter_map(|name| municipality_named(&self.before.places, name)).next().map(|m| m.code.clone())
    }

    /// Whether a place of which we have no facts of our own is for the whole country: it is nowhere, and nobody
    /// says that its services are for a part of the country only.
    pub(super) fn serves_whole_country(&self, found: &Whereabouts, pairs: &[&ServiceAtLocation]) -> bool {
        let areas = pairs.iter().flat_map(|pair| self.tables.areas.of(&pair.service_id));
        let mut names = areas.filter_map(|area| area.name.as_deref().map(str::trim));
        let nowhere = found.municipality.is_none() && found.position.is_none();
        nowhere && names.all(|name| [WHOLE_COUNTRY, "Denmark", "Hele landet"].contains(&name))
    }
}

fn street(address: &Address) -> String {
    match &address.address_2 {
        Some(more) => format!("{}, {more}", address.address_1),
        None => address.address_1.clone(),
    }
}
