//! The program: which rooms it has, how requests reach them, what can be configured, and what the command line
//! does.

pub mod app;
pub mod commands;
pub mod failure;
mod front;
mod gallery;
mod handles;
mod health;
mod interface;
pub mod node;
pub mod observe;
pub mod practice_worlds;
pub mod practising;
pub mod prepare;
pub mod reactions;
pub mod settings;
mod signals;
pub mod wellbeing;
