//! Jobs on real databases: a file of SQLite's, and a database of its own on the PostgreSQL of the test run.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod dying;
mod failing;
mod ordering;
mod scheduling;
mod world;
