//! Stories about mandates: given, asked for, on paper, at the counter and in a company, each on both databases.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod citizen_asks;
mod citizen_gives;
mod citizen_looked;
mod company;
mod counter;
mod telling;
mod world;
