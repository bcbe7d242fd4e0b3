//! Residents: who lives here, and since when.

mod import;
mod line;
pub(crate) mod sql;

use basics::Id;
use jiff::civil::Date;
use realm::PersonTag;
use serde::Serialize;
use store::{DbError, Tx};

pub use import::{ImportError, Imported, Strictness, import_residents};
pub use line::{RowFault, WrongRow};

/// Somebody who lives here, as the register says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Resident {
    /// Who.
    pub person: Id<PersonTag>,
    /// When they were born, by their CPR number.
    pub birth_date: Date,
    /// Since when they live here.
    pub resident_since: Date,
    /// The last day on which they do; `None` while no end is known.
    pub resident_until: Option<Date>,
    /// The day on which their mailbox is opened; `None` where they move away before it.
    pub opens_on: Option<Date>,
    /// Whether that has been done.
    pub is_opened: bool,
    /// The hash of the address that the register gave last.
    #[serde(skip)]
    pub(crate) address_hash: Option<String>,
}

/// What the register says of a person; `None` where it has never named them.
///
/// # Errors
/// When the database does not answer.
pub async fn resident_of(tx: &Tx, person: Id<PersonTag>) -> Result<Option<Resident>, DbError> {
    sql::of(tx, person).await
}
