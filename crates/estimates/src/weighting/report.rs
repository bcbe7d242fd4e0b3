//! What a change did to the weights.

use crate::numeric::sum;

/// What a change did to the weights.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WeightReport {
    /// The smallest factor by which a weight was multiplied.
    pub smallest_factor: f64,
    /// The largest factor by which a weight was multiplied.
    pub largest_factor: f64,
    /// The sum of the weights.
    pub sum: f64,
    /// Kish's design effect of unequal weights, `1 + cv²`: how many times as many rows are needed as with equal weights.
    pub design_effect: f64,
    /// Rounds that it took.
    pub rounds: usize,
    /// How far the furthest total is from being met, as a part of it.
    pub furthest: f64,
    /// Rows whose weights were set to a limit.
    pub limited: usize,
}

impl WeightReport {
    pub(crate) fn new(before: &[f64], after: &[f64], rounds: usize, furthest: f64, limited: usize) -> Self {
        let factors = || before.iter().zip(after).filter(|(b, _)| **b != 0.0).map(|(b, a)| a / b);
        let total = sum(after.iter().copied());
        let n = after.iter().filter(|weight| **weight != 0.0).count() as f64;
        Self {
            smallest_factor: factors().fold(f64::INFINITY, f64::min),
            largest_factor: factors().fold(f64::NEG_INFINITY, f64::max),
            sum: total,
            design_effect: n * sum(after.iter().map(|w| w * w)) / (total * total),
            rounds,
            furthest,
            limited,
        }
    }
}
