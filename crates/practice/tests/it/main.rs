//! The simulated MitID as programs and people meet it, through the router; the keeping of sandboxes; and the stories in them.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod pages;
mod protocol;
mod sandboxes;
mod stories;
mod walls;
mod world;
