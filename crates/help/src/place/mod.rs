//! The page of one help point, and its sheet for the refrigerator door.

mod web;

/// The routes of this slice.
pub(crate) fn routes() -> page::Routes {
    web::routes()
}
