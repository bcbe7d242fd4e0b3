//! Models whose covariance knows how the sample was drawn (Binder 1983).

mod columns;
mod family;
mod fit;
mod formula;
mod influence;
mod margins;
mod predict;
mod regression;
mod term_test;

pub(crate) use columns::Columns;
pub use family::Family;
pub use formula::Formula;
pub(crate) use formula::INTERCEPT;
pub(crate) use influence::influence_of_linear;
pub use margins::{MarginalMean, MarginalMeans};
pub use predict::{Prediction, Scale};
pub use regression::{Coefficient, Convergence, Model};
pub use term_test::{LikelihoodRatio, TermTest};
