//! Permits, refusals, visitors and the audit page, on a real SQLite file; mandates and races, on both databases.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod api;
mod audit_page;
mod login;
mod mandates_counter;
mod mandates_drafts;
mod mandates_ending;
mod mandates_giving;
mod mandates_history;
mod mandates_passing;
mod mandates_steps;
mod mandates_using;
mod matrix;
mod permits;
mod races;
mod town;
mod visitors;
mod world;
