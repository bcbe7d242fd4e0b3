//! The rules of editing as tables: what was typed, and what comes of it.

mod hours_forms;
mod points;
mod typing;

pub(crate) use points::library;
