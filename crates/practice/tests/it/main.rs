//! The simulated MitID as programs and people meet it, through the router; and the keeping of sandboxes.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod pages;
mod protocol;
mod sandboxes;
mod walls;
mod world;
