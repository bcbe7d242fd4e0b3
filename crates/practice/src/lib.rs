//! What people practise with: a simulated MitID, so that signing in can be tried without an account and without
//! consequence.

pub mod mitid;

/// Everything that can be practised here.
#[must_use]
pub fn routes() -> page::Routes {
    mitid::routes()
}
