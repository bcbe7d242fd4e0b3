//! Stories about residents, new mailboxes and exemption, each on both databases.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod citizens_pages;
mod counter;
mod ending;
mod exempting;
mod importing;
mod opening;
mod world;
