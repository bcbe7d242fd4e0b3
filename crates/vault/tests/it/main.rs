//! Tests of the vault from outside, as the rooms above use it.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod key_files;
mod rotation;
mod sealing;
