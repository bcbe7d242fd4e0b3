//! A citizen's own mandates: giving, asking, answering, taking back, helping others, and who has looked.

use page::Routes;

/// The routes of this part.
pub(crate) fn routes() -> Routes {
    Routes::new()
}
