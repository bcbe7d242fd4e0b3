//! The stories.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod audit_log;
mod bad_input;
mod every_route;
mod exchange;
mod find_help;
mod plain_danish;
mod rolling_upgrade;
mod self_service;
mod several_nodes;
mod signing_in;
mod the_wall;
mod two_databases;
mod two_realms;
mod whose_things;
