//! What the program says, in five languages.
//!
//! Texts stand in `locales/<language>/<domain>.ftl` ([Fluent](https://projectfluent.org)) and are part of the
//! program. Plurals, dates, numbers and distances follow the language. Digits are always European: telephone
//! numbers and postcodes on Danish signs and letters are, and a reader must be able to compare.

mod arg;
mod catalogue;
mod format;

pub use arg::Arg;
pub use catalogue::{Words, files, words};
