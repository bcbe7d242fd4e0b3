//! The rules of who may do what, told a second time: slowly and plainly, by somebody who has read the law and the tables but not
//! the code of `access`. [`Model`] is that telling; [`World`]s are made up by chance, small enough that everybody keeps running
//! into everybody; [`compare`] asks both the same, and [`story`] tells where they differ.
//!
//! Nothing of this is in the program. `cargo xtask access-model --worlds 20000` runs it, and the tests of this crate a part of it.

pub mod compare;
mod dice;
mod generate;
mod model;
mod question;
pub mod seen;
pub mod story;
mod tables;
mod world;

pub use generate::world;
pub use model::{Model, Verdict};
pub use question::{Asked, questions, things};
pub use tables::{Tables, stretched_powers};
pub use world::{NOON, TODAY, World, moment};
