//! Stories about mailboxes, each on both databases.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod figures;
mod follow_up;
mod handing_in;
mod helper;
mod nemsms;
mod paper;
mod reminders;
mod taking;
mod pages_letter;
mod pages_lists;
mod pages_writing;
mod telling;
mod world;
mod writing;
