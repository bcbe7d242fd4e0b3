//! Staff keep their help points right: what it is called and where, what it offers, when it is open.
//!
//! Every operation asks for a [`access::Permit`] for the organisation that answers for the point, for the version that
//! somebody has [`Seen`], and leaves the whole point before and after in the audit log. Where somebody else was
//! there in between, nothing is written: [`EditError::Conflict`] says how the point stands now.

mod change;
mod clash;
pub mod create;
pub mod details;
pub mod exceptions;
pub mod history;
pub mod hours;
mod list;
pub(crate) mod open;
pub(crate) mod overview;
pub mod services;
pub mod typed;

pub use change::{EditError, Seen};
pub use create::{CreateError, NewHelpPoint, create};
pub use details::{Details, edit_details};
pub use exceptions::{add_exception, remove_exception};
pub use hours::{put_rule, remove_rule};
pub use services::{Offer, put_service, remove_service};

pub(crate) use change::change;
pub(crate) use clash::{ClashView, Difference, settle};
pub(crate) use list::{Pages, paged};
pub(crate) use open::{in_words, look, may_where, open, redirect, with_status};

use basics::Id;

use crate::model::HelpPointTag;

/// The staff pages of this slice.
pub(crate) fn routes() -> page::Routes {
    list::routes()
        .merge(create::web::routes())
        .merge(overview::routes())
        .merge(details::web::routes())
        .merge(services::web::routes())
        .merge(hours::web::routes())
        .merge(exceptions::web::routes())
        .merge(history::routes())
}

/// The staff page of a help point.
pub(crate) fn path(id: Id<HelpPointTag>) -> String {
    format!("/staff/help-points/{id}")
}

#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use tests::library;
