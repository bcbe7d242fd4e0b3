//! How other systems ask who may do what.

use page::Routes;

pub(crate) fn routes() -> Routes {
    Routes::new()
}
