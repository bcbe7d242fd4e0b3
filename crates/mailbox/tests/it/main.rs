//! Stories about mailboxes, each on both databases.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod telling;
mod taking;
mod handing_in;
mod writing;
mod world;
