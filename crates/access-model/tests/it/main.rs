//! The decision against the model: in made-up worlds, on both databases, and with deciders that are wrong on purpose.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod database;
mod worlds;
mod wrong;
