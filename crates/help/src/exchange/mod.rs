//! The directory in the common language of directories of help: Open Referral HSDS 3.0 in its Danish use, the profile
//! `HSDS-3.0-DK`. Out as files and under `/hsds`, in again by the command line.
//!
//! What the standard can hold stands in the standard's own fields; what it cannot is hung on the rows as attributes,
//! so that a directory comes back as it went out. `docs/hsds-dk.md` tells which is which.

mod api;
mod give;
mod ids;
mod place;
mod rows;
mod take;
mod terms;

use store::{DbError, Tx};

pub use api::HsdsApi;
pub use give::{FILES, Names, give};
pub use rows::find_rows;
pub use take::{TakeError, Taken, take_in};

/// The routes of this slice.
pub(crate) fn routes() -> page::Routes {
    api::routes()
}

/// Every help point with its organisation, also those that have closed, as they stand in one transaction.
///
/// # Errors
/// When the database does not answer.
pub async fn whole(tx: &Tx, names: Names) -> Result<hsds::Directory, DbError> {
    let points = crate::sql::points(tx).await?;
    let organisations = people::organisations(tx).await?;
    let places = crate::denmark::places(tx).await?;
    Ok(give(&points, &organisations, &places, names))
}
