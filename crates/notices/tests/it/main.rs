//! Notices on real databases, with mails and text messages laid in folders.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod bouncing;
mod confirming;
mod letters;
mod mail_server;
mod pages;
mod telling;
mod world;
