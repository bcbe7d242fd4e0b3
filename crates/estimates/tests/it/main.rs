//! The tests of estimates.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod bad_input;
mod by_hand;
mod intervals;
mod lonely;
mod models;
mod properties;
mod publishing;
mod replicates;
mod weighting;
mod world;
