//! The tests of surveys.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod conformance;
mod files;
mod kept;
mod pages;
mod questions;
mod world;
