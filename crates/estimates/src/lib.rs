#![doc = include_str!("../README.md")]

mod ask;
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
