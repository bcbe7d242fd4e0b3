//! Scenarios in a realm where nobody is real: filled by the operations that everybody uses, and asked what has become of it.
//!
//! [`play`] brings the people of a scenario, their mailboxes with real MeMo, and what has happened between them. [`is_met`]
//! reads from the realm's own state and audit trail whether a goal is reached. [`act`] does what a scenario's own solution
//! says, so that a test can try that no learner is sent after what cannot be reached.

mod act;
mod cast;
mod goals;
mod library;
mod mail;
mod mandates;
mod play;
mod telephone;

pub use act::{ActError, act};
pub use cast::{Cast, CastError};
pub use goals::{GoalError, are_met, is_met};
pub use library::{Library, LibraryError, library, use_library};
pub(crate) use play::until_it_begins;
pub use play::{PlayError, play};
