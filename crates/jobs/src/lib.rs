//! Outbox, jobs and schedules, in the database of the change that they follow from.
//!
//! An operation that has consequences [`order`]s a job in its own transaction: the change and the order are kept
//! together or not at all. A [`Runner`] in each node claims what is due and does it **at least once**, in order within a
//! line, with growing pauses after failures, until it succeeds or is laid among the dead letters for somebody to look at.
//!
//! There are two kinds of handler. [`Within`] works in the very transaction that ends the job, so what it does to the
//! database is done exactly once. [`Outside`] talks to another system, which no transaction covers: it must be able to be
//! done twice without anybody noticing, for instance by a message id that stays the same.
//!
//! Payloads hold ids, never personal data: dead letters are read by people who run the machine.

mod claim;
mod dead;
mod figures;
mod job;
mod order;
mod pause;
mod runner;
mod schedule;
mod wiring;

pub use dead::{DeadLetter, DeadTag, GiveUpError, dead_letter, dead_letters, give_up, retry};
pub use figures::{Figures, figures};
pub use job::{Job, JobError};
pub use order::{Order, Urgency, order, ordered};
pub use runner::{Runner, Stop};
pub use schedule::{Schedule, When};
pub use wiring::{Doing, Jobs, Outside, Within};
