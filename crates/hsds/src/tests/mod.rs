//! Stories of files that people really send, and round trips over every table.

mod any;
mod json;
mod round_trip;
mod tables;
mod town;
