//! What the crate promises, told from outside.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod any;
mod batch;
mod full;
mod hostile;
mod reading;
mod receipts;
mod round_trip;
mod samples;
mod schema;
mod shared;
mod streaming;
mod traps;
mod writing;
