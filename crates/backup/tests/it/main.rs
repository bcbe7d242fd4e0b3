//! Backups of real databases, under load, and what becomes of them when something is wrong.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod damage;
mod digests;
mod postgres;
mod refusals;
mod sealed;
mod sqlite;
mod world;
