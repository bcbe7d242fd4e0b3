//! The counter: a trusted employee registers, a second one looks, and a sample is looked at afterwards.

use page::Routes;

/// The routes of this part.
pub(crate) fn routes() -> Routes {
    Routes::new()
}
