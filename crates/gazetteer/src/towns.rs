//! From postcodes to towns: some towns have hundreds, some share a name.

use crate::names::{full, without_quarter};
use crate::near::middle;
use crate::{Municipality, Place, PlaceKind, Postcode, fold};
use std::collections::BTreeMap;

/// What each key means, in the order the meanings are likely.
pub(crate) type Meanings = BTreeMap<String, Vec<usize>>;

pub(crate) fn add(meanings: &mut Meanings, key: String, place: usize) {
    let places = meanings.entry(key).or_default();
    if !places.contains(&place) {
        places.push(place);
    }
}

/// The postcodes on their way to becoming towns.
pub(crate) struct Towns<'a> {
    postcodes: &'a [Postcode],
    municipalities: &'a [Municipality],
    pub(crate) places: Vec<Place>,
    pub(crate) meanings: Meanings,
}

/// A quarter of a town: its place and the postcodes behind it.
struct Part {
    place: usize,
    codes: Vec<usize>,
}

impl<'a> Towns<'a> {
    /// Finds what each town name, full, as written or without its quarter, may mean.
    pub(crate) fn gather(postcodes: &'a [Postcode], municipalities: &'a [Municipality]) -> Self {
        let places = postcodes.iter().map(place_of_postcode).collect();
        let mut towns = Self { postcodes, municipalities, places, meanings: Meanings::new() };
        let quarters = towns.gather_names();
        for (town, parts) in &quarters {
            towns.gather_quarters(town, parts);
        }
        towns
    }

    /// Takes in the names as they stand, and returns the quarters by the town they belong to.
    fn gather_names(&mut self) -> BTreeMap<String, Vec<Part>> {
        let mut by_town: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, postcode) in self.postcodes.iter().enumerate() {
            by_town.entry(full(&fold(&postcode.town))).or_default().push(at);
        }
        let mut quarters: BTreeMap<String, Vec<Part>> = BTreeMap::new();
        for (key, codes) in by_town {
            let written = &self.postcodes[codes[0]].town;
            let place = match codes.as_slice() {
                [only] => *only,
                _ => self.join(written, &codes),
            };
            add(&mut self.meanings, fold(written), place);
            if let Some(town) = without_quarter(&key) {
                quarters.entry(town.to_owned()).or_default().push(Part { place, codes });
            }
            add(&mut self.meanings, key, place);
        }
        quarters
    }

    /// Quarters of one town make a town; towns of one name in different parts of the country stay apart.
    fn gather_quarters(&mut self, town: &str, parts: &[Part]) {
        let codes: Vec<usize> = parts.iter().flat_map(|part| &part.codes).copied().collect();
        if parts.len() > 1 && !self.meanings.contains_key(town) && self.share_a_municipality(parts) {
            let written = &self.postcodes[codes[0]].town;
            let name = written.rsplit_once(' ').map_or(written.as_str(), |(name, _)| name);
            let place = self.join(name, &codes);
            add(&mut self.meanings, town.to_owned(), place);
        }
        for part in parts {
            add(&mut self.meanings, town.to_owned(), part.place);
        }
    }

    /// Asked of the quarters as wholes, as a single odd postcode may lie elsewhere: 1532 København V is at the airport.
    fn share_a_municipality(&self, parts: &[Part]) -> bool {
        let codes = |part: &Part| &self.places[part.place].municipality_codes;
        codes(&parts[0]).iter().any(|code| parts.iter().all(|part| codes(part).contains(code)))
    }

    /// Makes one place of several postcodes.
    fn join(&mut self, name: &str, codes: &[usize]) -> usize {
        let rows = || codes.iter().map(|at| &self.postcodes[*at]);
        let mut municipality_codes: Vec<String> = Vec::new();
        for code in rows().flat_map(|row| &row.municipality_codes) {
            if !municipality_codes.contains(code) {
                municipality_codes.push(code.clone());
            }
        }
        let seat = self.municipalities.iter().find(|municipality| {
            fold(&municipality.seat) == fold(name) && municipality_codes.contains(&municipality.code)
        });
        let position = seat
            .map(|municipality| municipality.position)
            .or_else(|| middle(rows().filter(|row| row.precise).map(|row| row.position)))
            .or_else(|| middle(rows().map(|row| row.position)))
            .unwrap_or(self.postcodes[codes[0]].position);
        let place = Place {
            name: name.to_owned(),
            position,
            municipality_codes,
            kind: PlaceKind::Town,
            postcode: None,
        };
        self.places.push(place);
        self.places.len() - 1
    }
}

fn place_of_postcode(postcode: &Postcode) -> Place {
    Place {
        name: format!("{} {}", postcode.code, postcode.town),
        position: postcode.position,
        municipality_codes: postcode.municipality_codes.clone(),
        kind: PlaceKind::Postcode,
        postcode: Some(postcode.code.clone()),
    }
}
