//! What every page stands in: the shell around it, forms and their errors, problems with a way on, cookies,
//! assets, limits, and the list of routes that says who may call each.
//!
//! This room knows nothing of what Omtanke does; it makes sure that whatever it does is in the reader's language
//! and direction, works without JavaScript, and cannot be framed, forged or flooded.

pub mod assets;
pub mod cookies;
mod door;
mod form;
mod headers;
mod kept;
mod limit;
mod measure;
mod practice;
mod problem;
mod qr;
mod routes;
mod shell;
mod site;
mod visit;

pub use door::behind_the_door;
pub use form::{FieldErrors, Form, Query};
pub use headers::policy;
pub use kept::{MayBeKept, StillTrue};
pub use limit::{Caller, Limits, rate_limit};
pub use practice::{ClassSeat, PhoneMessage, PhoneScreen, PracticeBar, SeatMark};
pub use problem::{Problem, render_problems};
pub use qr::Qr;
pub use routes::{May, Route, Routes};
pub use shell::{Crumb, LanguageLink, Shell, SizeLink};
pub use site::{Phone, Site};
pub use visit::{ActingFor, Helped, RequestId, TextSize, Unsure, Visit, Visitor, prepare_visit};

/// Renders a template as an HTML page.
///
/// # Panics
/// When a template fails, which plain values cannot make it do.
#[must_use]
pub fn html(template: &impl askama::Template) -> axum::response::Response {
    use axum::response::IntoResponse as _;
    axum::response::Html(template.render().expect("a template of plain values renders")).into_response()
}
