//! Stories about self-service to practise with: applying, reporting, saving and signing, each on both databases.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod applying;
mod helping;
mod reporting;
mod world;
