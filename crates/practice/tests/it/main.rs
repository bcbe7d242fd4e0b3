//! The simulated MitID as programs and people meet it, through the router.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod pages;
mod protocol;
mod walls;
mod world;
