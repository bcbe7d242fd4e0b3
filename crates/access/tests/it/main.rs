//! Permits, refusals, visitors and the audit page, on a real SQLite file.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod audit_page;
mod login;
mod matrix;
mod permits;
mod visitors;
mod world;
