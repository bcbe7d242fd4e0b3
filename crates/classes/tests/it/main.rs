//! Classes through the router: a teacher, learners, and people who are neither.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod joining;
mod lasting;
mod leading;
mod seeing;
mod strangers;
mod world;
