//! What the crate promises, told from outside.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod any;
mod hostile;
mod older;
mod reading;
mod secrecy;
mod wellformed;
mod writing;
