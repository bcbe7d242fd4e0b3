//! Stories about mailboxes, each on both databases.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod figures;
mod follow_up;
mod handing_in;
mod helper;
mod helpers_pages;
mod helpers_race;
mod helpers_reach;
mod helping;
mod legal_effect;
mod nemsms;
mod pages_letter;
mod pages_lists;
mod pages_writing;
mod paper;
mod plan;
mod reminders;
mod sent;
mod taking;
mod telling;
mod world;
mod writing;
