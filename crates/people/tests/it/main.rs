//! People and signing in, on a real SQLite file and against a provider that can misbehave.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod baggage;
mod cpr;
mod cpr_keys;
mod cpr_sign_in;
mod my_cpr;
mod my_page;
mod people;
mod provider;
mod refusals;
mod sign_in;
mod world;
