//! A citizen's own mandates: giving, asking, answering, taking back, helping others, and who has looked.

use page::Routes;

/// Who can see my post and act for me.
pub(crate) const GIVEN: &str = "/fuldmagt";
/// The people I help.
pub(crate) const HELD: &str = "/jeg-hjaelper";

/// The routes of this part.
pub(crate) fn routes() -> Routes {
    Routes::new()
}
