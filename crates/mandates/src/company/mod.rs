//! A company's rights: to its employees, to an adviser, and from the adviser to its named people.

use page::Routes;

/// The routes of this part.
pub(crate) fn routes() -> Routes {
    Routes::new()
}
