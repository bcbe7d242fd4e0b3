//! Loads the country, and words for what a test expects.

use basics::Position;
use gazetteer::{Gazetteer, How, LookUp, Municipality, Place, Postcode};
use std::sync::LazyLock;

pub(crate) struct Country {
    pub(crate) municipalities: Vec<Municipality>,
    pub(crate) postcodes: Vec<Postcode>,
    pub(crate) gazetteer: Gazetteer,
}

pub(crate) static DENMARK: LazyLock<Country> = LazyLock::new(|| {
    let municipalities: Vec<Municipality> = rows("municipalities.csv", |row| Municipality {
        code: row[0].to_owned(),
        name: row[1].to_owned(),
        region: row[2].to_owned(),
        seat: row[3].to_owned(),
        position: position(&row[4], &row[5]),
    });
    let postcodes: Vec<Postcode> = rows("postcodes.csv", |row| Postcode {
        code: row[0].to_owned(),
        town: row[1].to_owned(),
        municipality_codes: row[2].split(' ').map(str::to_owned).collect(),
        position: position(&row[3], &row[4]),
        precise: &row[5] == "town",
    });
    let gazetteer = Gazetteer::new(&municipalities, &postcodes);
    Country { municipalities, postcodes, gazetteer }
});

fn rows<T>(file: &str, read: impl Fn(&csv::StringRecord) -> T) -> Vec<T> {
    // Asked for when the test runs: a program that was built elsewhere knows another folder.
    let here = std::env::var("CARGO_MANIFEST_DIR").expect("cargo says where the crate lies");
    let path = format!("{here}/../../data/denmark/{file}");
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    reader.records().map(|row| read(&row.expect("a row of as many fields as the header"))).collect()
}

pub(crate) fn position(lat: &str, lon: &str) -> Position {
    let degrees = |text: &str| text.parse().expect("degrees");
    Position::new(degrees(lat), degrees(lon)).expect("a place on earth")
}

pub(crate) fn look_up(text: &str) -> LookUp {
    DENMARK.gazetteer.look_up(text)
}

/// The place found, how, and the names of the others.
pub(crate) fn found(text: &str) -> (Place, How, Vec<String>) {
    match look_up(text) {
        LookUp::Found { place, how, others } => {
            (place, how, others.into_iter().map(|other| other.name).collect())
        }
        answer => panic!("{text:?} gave {answer:?}"),
    }
}

/// The names of what is suggested instead.
pub(crate) fn suggested(text: &str) -> Vec<String> {
    match look_up(text) {
        LookUp::NotFound { nearest } => nearest.into_iter().map(|place| place.name).collect(),
        answer => panic!("{text:?} gave {answer:?}"),
    }
}

/// Every place an answer offers.
pub(crate) fn offered(answer: LookUp) -> Vec<Place> {
    match answer {
        LookUp::Found { place, others, .. } => [place].into_iter().chain(others).collect(),
        LookUp::NotFound { nearest } => nearest,
        LookUp::Empty => Vec::new(),
    }
}
