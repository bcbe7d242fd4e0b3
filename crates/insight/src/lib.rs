//! What surveys say of the need for help, and how sure that is.
//!
//! [`Reading`] reads a file of respondents, [`Codebook`] says what its variables mean, and `estimates` does the mathematics.
//! [`conformance`] compares it all with what R estimates from the same files.

mod codebook;
pub mod conformance;
mod error;
mod files;

pub use codebook::{Code, Codebook, DesignNames, Kind, Language, Multiple, Variable, Words};
pub use error::Error;
pub use files::{FileKind, Labels, Reading, Table, WrongRow, names};
