//! Staff at their help points, through the router and on a database of their own.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod confirming;
mod editing;
mod exchange;
mod parts;
mod together;
mod world;
