//! The pages of the teacher.

pub(crate) mod back;
pub(crate) mod board;
pub(crate) mod choose;
pub(crate) mod deeds;
pub(crate) mod open;
pub(crate) mod overview;
pub(crate) mod results;
mod rows;
pub(crate) mod slips;
pub(crate) mod stream;
