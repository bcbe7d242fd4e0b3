//! Everything a person may type, made ready to be compared with.

use crate::alias::ALIASES;
use crate::names::full;
use crate::towns::{Towns, add};
use crate::{Municipality, Place, PlaceKind, Postcode, fold};
use std::collections::{BTreeMap, HashMap};

/// Knows the places of the country and what people call them.
///
/// Built once from the registers and then only read; share it between threads as it is.
#[derive(Debug, Clone)]
pub struct Gazetteer {
    /// The postcodes, then the towns with several of them, then the municipalities.
    pub(crate) places: Vec<Place>,
    pub(crate) first_municipality: usize,
    /// Whether each postcode's position is its own.
    precise: Vec<bool>,
    pub(crate) codes: BTreeMap<u32, usize>,
    pub(crate) names: Vec<Name>,
    exact: HashMap<String, usize>,
}

/// One thing to call one or several places.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) key: String,
    /// The key with `å`, `æ` and `ø` as the single letters they are, to count wrong letters by.
    pub(crate) spelling: String,
    /// How many letters the spelling has.
    pub(crate) length: usize,
    /// A bit for each letter that occurs, to rule out most names before measuring them.
    pub(crate) letters: u32,
    /// What it may mean, likeliest first; never empty.
    pub(crate) places: Vec<usize>,
    /// How many postcodes it concerns: the nearest thing to population in the registers.
    pub(crate) weight: usize,
}

/// A folded text with the Danish letters put back, so that one wrong `ø` is one wrong letter, not two.
pub(crate) fn spelling(folded: &str) -> String {
    folded.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
}

/// A bit for each letter in a spelling; letters of other alphabets share bits.
pub(crate) fn letters(spelling: &str) -> u32 {
    spelling.chars().fold(0, |bits, letter| bits | 1 << (letter as u32 % 32))
}

impl Gazetteer {
    /// Makes a gazetteer of the registers' rows. A postcode that is not a number, or comes twice, is known by its town
    /// only.
    pub fn new(municipalities: &[Municipality], postcodes: &[Postcode]) -> Self {
        let mut codes = BTreeMap::new();
        for (at, postcode) in postcodes.iter().enumerate() {
            if let Ok(number) = postcode.code.parse() {
                codes.entry(number).or_insert(at);
            }
        }
        let Towns { mut meanings, mut places, .. } = Towns::gather(postcodes, municipalities);

        let first_municipality = places.len();
        for municipality in municipalities {
            let at = places.len();
            add(&mut meanings, full(&fold(&municipality.name)), at);
            // A seat without a postcode of its own, such as Byrum on Læsø, stands for its municipality.
            meanings.entry(full(&fold(&municipality.seat))).or_insert_with(|| vec![at]);
            places.push(place_of(municipality));
        }
        for (alias, danish) in ALIASES {
            if let Some(meant) = meanings.get(&full(&fold(danish))).cloned() {
                meanings.entry(fold(alias)).or_insert(meant);
            }
        }

        let weights = weights(&places, first_municipality);
        let mut names: Vec<Name> = Vec::with_capacity(meanings.len());
        for (key, places) in meanings {
            let weight = places.iter().map(|at| weights[*at]).sum();
            let spelling = spelling(&key);
            let (length, letters) = (spelling.chars().count(), letters(&spelling));
            names.push(Name { key, spelling, length, letters, places, weight });
        }
        let exact = names.iter().enumerate().map(|(at, name)| (name.key.clone(), at)).collect();
        let precise = postcodes.iter().map(|postcode| postcode.precise).collect();
        Self { places, first_municipality, precise, codes, names, exact }
    }

    /// The name with exactly this key.
    pub(crate) fn named(&self, key: &str) -> Option<&Name> {
        self.exact.get(key).map(|at| &self.names[*at])
    }

    /// The postcodes, each with whether its position is its own.
    pub(crate) fn postcodes(&self) -> impl Iterator<Item = (&Place, bool)> {
        self.places.iter().zip(self.precise.iter().copied())
    }
}

fn place_of(municipality: &Municipality) -> Place {
    // The municipalities' own forms of their names, where they do not just add "Kommune".
    let name = match municipality.code.as_str() {
        "0101" | "0480" | "0820" => format!("{}s Kommune", municipality.name),
        "0400" => format!("{}s Regionskommune", municipality.name),
        "0411" => municipality.name.clone(),
        _ => format!("{} Kommune", municipality.name),
    };
    Place {
        name,
        position: municipality.position,
        municipality_codes: vec![municipality.code.clone()],
        kind: PlaceKind::Municipality,
        postcode: None,
    }
}

/// How many postcodes each place has; a town of several is not counted again on top of them.
fn weights(places: &[Place], first_municipality: usize) -> Vec<usize> {
    let mut in_municipality: HashMap<&str, usize> = HashMap::new();
    for code in places[..first_municipality].iter().flat_map(|place| &place.municipality_codes) {
        *in_municipality.entry(code).or_default() += 1;
    }
    let weight = |place: &Place| match place.kind {
        PlaceKind::Postcode => 1,
        PlaceKind::Town => 0,
        PlaceKind::Municipality => {
            place.municipality_codes.iter().filter_map(|code| in_municipality.get(code.as_str())).sum()
        }
    };
    places.iter().map(weight).collect()
}
