//! Whether the installation is well: for the administrator's page, and for `omtanke doctor`.

mod checks;
mod web;

pub use checks::{Check, Equipment, State, look};
pub(crate) use web::routes;
