//! Estimates from surveys: shares, means, totals and models that know how a sample was drawn.
//!
//! A [`Frame`] holds columns, a [`Design`] says which of them are strata, units, population sizes and weights, and together
//! they make a [`Survey`]. Questions begin with [`Survey::ask`]: an [`Ask`] is narrowed, divided and told how to go about
//! things, and then answered.
//!
//! ```
//! # use estimates::{Column, Design, Frame, Survey};
//! # fn main() -> Result<(), estimates::Error> {
//! let frame = Frame::new()
//!     .with("town", Column::categories(["Ribe", "Ribe", "Vejle", "Vejle"].map(Some)))?
//!     .with("weight", Column::numbers([10.0, 12.0, 9.0, 11.0].map(Some)))?
//!     .with("visits", Column::numbers([Some(3.0), Some(1.0), None, Some(2.0)]))?;
//! let survey = Survey::new(frame, &Design::new().strata("town").weights("weight"))?;
//! let visits = survey.ask().filter("visits > 0")?.by(&["town"]).mean(&["visits"])?;
//! assert_eq!(visits.get(&["Vejle"], "visits")?.n, 1);
//! # Ok(())
//! # }
//! ```
//!
//! - **Estimates**: [`Ask::mean`], [`Ask::total`], [`Ask::shares`], [`Ask::counts`], [`Ask::ratio`], [`Ask::variance`],
//!   [`Ask::share`], [`Ask::quantiles`], [`Ask::cross_table`], [`Ask::multi_response`], [`Ask::standardised_mean`];
//!   differences and trends by [`Estimates::contrast`].
//! - **Tests and models**: [`Ask::association`], [`Ask::mean_difference`], [`Ask::rank_test`], [`Ask::model`],
//!   [`Ask::marginal_means`], [`fay_herriot`].
//! - **Weights**: [`Survey::post_stratified`], [`Survey::raked`], [`Survey::calibrated`], [`Survey::trimmed`]; replicates
//!   by [`Survey::replicated`] and [`Survey::with_replicates`].
//! - **Publishing**: [`Disclosure`] hides what tells of single people, [`Reliability`] flags what cannot be relied on.
//!
//! Nothing here gives NaN for what cannot be told: [`Error`] names what stands in the way. Formulas and references are in
//! the README of the crate.

mod ask;
mod combined;
mod design;
mod error;
mod estimate;
mod expression;
mod frame;
mod hypothesis;
mod model;
mod numeric;
mod publish;
mod replicate;
mod small_area;
mod survey;
mod variance;
mod weighting;

pub use ask::{Ask, DesignEffect, Missing};
pub use design::Design;
pub use error::Error;
pub use estimate::{
    Contrast, CrossTable, CrossTableCell, Estimate, Estimates, Interval, MultiResponse, Quantile,
    QuantileRule, Quantiles, Share, ShareInterval, Standardised, Undefined,
};
pub use expression::Expression;
pub use frame::{Column, Frame};
pub use hypothesis::{Association, AssociationTest, MeanTest, RankScore, RankTest};
pub use model::{
    Coefficient, Convergence, Family, Formula, LikelihoodRatio, MarginalMean, MarginalMeans, Model,
    Prediction, Scale, TermTest,
};
pub use numeric::Matrix;
pub use publish::{Disclosure, Flag, Reliability, Shown, Sum};
pub use replicate::{Method, ReplicateWeights, Replicates};
pub use small_area::{Area, AreaEstimate, AreaModel, fay_herriot};
pub use survey::Survey;
pub use variance::LonelyUnits;
pub use weighting::{Calibration, Margin, Reweighted, Totals, WeightReport};

/// The README's example, tried with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
