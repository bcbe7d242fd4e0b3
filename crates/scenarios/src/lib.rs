//! Scenarios for practice, as teachers write them: who is in it, what lies in their mailboxes, and what there is to do.
//!
//! A scenario is one YAML file in `content/scenarios/`; `docs/scenarios.md` tells teachers how to write one. This crate reads it
//! ([`read`]), finds what is wrong with it and where ([`check`]), and writes its letters as MeMo ([`letter`]). It has no input
//! or output of its own, no clock and no chance: what a scenario is played on, whoever plays it says.

mod check;
mod goal;
mod letter;
mod model;
mod operation;
mod page;
mod place;
mod read;
mod text;

pub use check::{Finding, Known, check};
pub use goal::{Goal, Standing, Way};
pub use letter::{LetterError, Written, letter, message_uuid, on_day};
pub use model::{
    App, Appointment, Attached, Audience, Choice, Document, Kind, Letter, Level, Line, Link, MitId,
    Organisation, Person, Question, Review, Role, Scenario, Scene, SceneKind, Show, Task, UserName,
};
pub use operation::{Means, Operation, With};
pub use place::{Day, Name};
pub use read::{ReadError, read};
pub use text::Text;
