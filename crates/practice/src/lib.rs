//! What people practise with: a simulated MitID, so that signing in can be tried without an account, and sandboxes, so that
//! everything can be tried without consequence.

pub mod exercises;
pub mod mitid;
pub mod sandbox;
pub mod scenarios;

/// Everything that can be practised here.
#[must_use]
pub fn routes() -> page::Routes {
    mitid::routes().merge(sandbox::routes()).merge(exercises::routes())
}
