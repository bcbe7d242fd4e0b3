//! Danish places by postcode and name, forgiving of misspelling.
//!
//! A person looking for help types "9000", "aalborg ø", "Ålbrg", "Kbh. NV" or a whole address, in Danish letters or
//! others. [`Gazetteer::look_up`] says which place is meant, and whether that was what was typed or a guess:
//!
//! ```
//! use basics::Position;
//! use gazetteer::{Gazetteer, How, LookUp, Municipality, Postcode};
//!
//! let aalborg = Position::new(57.048, 9.9187)?;
//! let gazetteer = Gazetteer::new(
//!     &[Municipality {
//!         code: "0851".into(),
//!         name: "Aalborg".into(),
//!         region: "Region Nordjylland".into(),
//!         seat: "Aalborg".into(),
//!         position: aalborg,
//!     }],
//!     &[Postcode {
//!         code: "9000".into(),
//!         town: "Aalborg".into(),
//!         municipality_codes: vec!["0851".into()],
//!         position: aalborg,
//!         precise: true,
//!     }],
//! );
//! let LookUp::Found { place, how, .. } = gazetteer.look_up("Ålbrg") else { panic!("not found") };
//! assert_eq!((place.name.as_str(), how), ("9000 Aalborg", How::Corrected));
//! # Ok::<(), basics::PositionError>(())
//! ```
//!
//! The crate reads no files: whoever keeps the registers hands over the rows.

use basics::Position;

mod alias;
mod fold;
mod index;
mod look_up;
mod names;
mod near;
mod similar;
mod towns;
mod typed;

pub use fold::fold;
pub use index::Gazetteer;

/// A postcode as the Danish postcode register has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Postcode {
    /// Four digits, such as `9000`.
    pub code: String,
    /// The town that belongs on a letter after the code, such as `Aalborg` or `København K`.
    pub town: String,
    /// Official codes of the municipalities the postcode lies in, the main one first.
    pub municipality_codes: Vec<String>,
    /// Where it is.
    pub position: Position,
    /// Whether `position` is the town's own, rather than its municipality's seat.
    pub precise: bool,
}

/// A municipality (kommune).
#[derive(Debug, Clone, PartialEq)]
pub struct Municipality {
    /// The official code of four digits, such as `0851`.
    pub code: String,
    /// The name without "Kommune", such as `Aalborg`.
    pub name: String,
    /// The region it lies in, such as `Region Nordjylland`.
    pub region: String,
    /// The town its administration sits in.
    pub seat: String,
    /// Where the seat is.
    pub position: Position,
}

/// What a person may mean by what they typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// What a Dane would call it: `9000 Aalborg`, `Aarhus`, `Aalborg Kommune`.
    pub name: String,
    /// Where it is: of a town with several postcodes the middle of them, or the municipality's seat if it is that.
    pub position: Position,
    /// Official codes of the municipalities it lies in.
    pub municipality_codes: Vec<String>,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// Its postcode, when it has exactly one.
    pub postcode: Option<String>,
}

/// What sort of place a [`Place`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceKind {
    /// One postcode and its town.
    Postcode,
    /// A town with several postcodes.
    Town,
    /// A municipality.
    Municipality,
}

/// How surely a place is the one that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// It was typed so, give or take letters, abbreviations and language.
    Exact,
    /// It is the best guess: say so, and offer the others.
    Corrected,
}

/// The answer to what a person typed.
#[derive(Debug, Clone, PartialEq)]
pub enum LookUp {
    /// A place was found.
    Found {
        /// The likeliest place.
        place: Place,
        /// How surely.
        how: How,
        /// Other places the same words may mean, likeliest first, at most ten.
        others: Vec<Place>,
    },
    /// Nothing is near enough to answer with.
    NotFound {
        /// The places that resemble it most, at most five, perhaps none.
        nearest: Vec<Place>,
    },
    /// Nothing was typed that could name a place.
    Empty,
}
