//! Bringing weights to what is known of the population, and remembering how: what the weights know no longer varies.

mod calibrate;
mod margin;
mod post_stratify;
mod rake;
mod report;
mod step;
mod trim;

pub(crate) use calibrate::normal_matrix;
pub use calibrate::{Calibration, Totals};
pub use margin::Margin;
pub(crate) use post_stratify::cells_of;
pub use report::WeightReport;
pub(crate) use step::Step;

/// A survey with new weights, and how they came about.
#[derive(Clone, Debug)]
pub struct Reweighted {
    /// The survey with its new weights.
    pub survey: crate::Survey,
    /// What happened to the weights.
    pub report: WeightReport,
}
