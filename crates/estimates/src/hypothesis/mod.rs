//! Tests that know how the sample was drawn.

mod association;
mod mixture;
mod ranks;
mod two_means;

pub use association::{Association, AssociationTest};
pub(crate) use mixture::f_mixture_above;
pub use ranks::{RankScore, RankTest};
pub use two_means::MeanTest;
