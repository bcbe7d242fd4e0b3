//! Replicate weights: the same statistic from many slightly different sets of weights tells its variance (Wolter 2007).
//!
//! `V = scale Σ r (θ_r - c)²`, c being the mean of the replicates, or the estimate itself if `from_estimate` is set.

mod hadamard;
mod make;
mod rank;
mod read;
mod spread;

pub use make::Method;
pub use read::ReplicateWeights;

use std::sync::Arc;

use crate::numeric::sum;
use crate::{Error, Matrix, Survey};

/// The largest table of replicate weights that is kept: 1 GiB.
const LARGEST: usize = 1 << 27;

/// Replicate weights, and how they are put together.
#[derive(Clone, Debug)]
pub struct Replicates {
    pub(crate) method: &'static str,
    pub(crate) factors: Factors,
    pub(crate) scale: f64,
    pub(crate) scales: Vec<f64>,
    pub(crate) from_estimate: bool,
    /// The degrees of freedom of the whole, if they were stated.
    pub(crate) degrees: Option<f64>,
}

#[derive(Clone, Debug)]
pub(crate) enum Factors {
    /// One unit left out in each replicate; the other units of its stratum count for it.
    Jackknife { units: Vec<u32> },
    /// A factor for each unit and replicate: one row a unit.
    OfUnits { unit: Arc<Vec<u32>>, factors: Arc<Matrix> },
    /// The weight of each row in each replicate: one row a replicate.
    Weights { weights: Arc<Matrix> },
}

impl Replicates {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.scales.len()
    }

    /// How they were made.
    #[must_use]
    pub fn method(&self) -> &str {
        self.method
    }

    /// The factor for the whole sum.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// The factor of each replicate.
    #[must_use]
    pub fn scales(&self) -> &[f64] {
        &self.scales
    }

    /// The weights of one replicate.
    pub(crate) fn weights(&self, survey: &Survey, replicate: usize) -> Vec<f64> {
        match &self.factors {
            Factors::Weights { weights } => weights.row(replicate).to_vec(),
            Factors::OfUnits { unit, factors } => survey
                .weights
                .iter()
                .zip(unit.iter())
                .map(|(weight, &unit)| weight * factors[(unit as usize, replicate)])
                .collect(),
            Factors::Jackknife { units } => {
                let stage = survey.index.first();
                let out = units[replicate];
                let stratum = stage.stratum_of[out as usize];
                let sampled = stage.strata[stratum as usize].sampled as f64;
                let factor = sampled / (sampled - 1.0);
                survey
                    .weights
                    .iter()
                    .enumerate()
                    .map(|(row, weight)| {
                        if stage.unit[row] == out {
                            0.0
                        } else if stage.stratum[row] == stratum {
                            weight * factor
                        } else {
                            *weight
                        }
                    })
                    .collect()
            }
        }
    }

    /// The covariance from the values of statistics in each replicate, a row a replicate, and in the whole. Replicates in
    /// which a statistic has no value are left out for it.
    pub(crate) fn covariance(&self, values: &Matrix, whole: &[f64]) -> Matrix {
        let columns = values.columns();
        let centre: Vec<f64> = (0..columns)
            .map(|column| {
                if self.from_estimate {
                    return whole[column];
                }
                let counted = || {
                    (0..values.rows())
                        .filter(|&r| self.scales[r] > 0.0 && values[(r, column)].is_finite())
                        .map(|r| values[(r, column)])
                };
                sum(counted()) / counted().count() as f64
            })
            .collect();
        let mut covariance = Matrix::zero(columns, columns);
        for (row, scale) in self.scales.iter().enumerate() {
            let away: Vec<f64> = values
                .row(row)
                .iter()
                .zip(&centre)
                .map(|(value, centre)| if value.is_finite() { value - centre } else { 0.0 })
                .collect();
            for i in 0..columns {
                let left = self.scale * scale * away[i];
                if left != 0.0 {
                    for (to, value) in covariance.row_mut(i)[i..].iter_mut().zip(&away[i..]) {
                        *to += left * value;
                    }
                }
            }
        }
        covariance.mirror();
        covariance
    }
}

impl Survey {
    /// Values of statistics from each set of replicate weights, a row a replicate.
    pub(crate) fn for_each_replicate(
        &self,
        replicates: &Replicates,
        columns: usize,
        mut statistics: impl FnMut(&[f64]) -> Result<Vec<f64>, Error>,
    ) -> Result<Matrix, Error> {
        let mut values = Matrix::zero(replicates.count(), columns);
        for replicate in 0..replicates.count() {
            let of_replicate = statistics(&replicates.weights(self, replicate))?;
            values.row_mut(replicate).copy_from_slice(&of_replicate);
        }
        Ok(values)
    }

    /// Replicates whose weights were each brought to known totals.
    pub(crate) fn calibrated_replicates(
        &self,
        mut adjust: impl FnMut(&[f64]) -> Result<Vec<f64>, Error>,
    ) -> Result<Option<Arc<Replicates>>, Error> {
        let Some(replicates) = &self.replicates else { return Ok(None) };
        let rows = self.frame.rows();
        if rows.saturating_mul(replicates.count()) > LARGEST {
            return Err(Error::Replicates(format!(
                "{} replicates of {rows} rows are too many to calibrate each; use fewer, of groups of units",
                replicates.count()
            )));
        }
        let mut weights = Matrix::zero(replicates.count(), rows);
        for replicate in 0..replicates.count() {
            let adjusted = adjust(&replicates.weights(self, replicate))?;
            weights.row_mut(replicate).copy_from_slice(&adjusted);
        }
        let calibrated = Replicates {
            factors: Factors::Weights { weights: Arc::new(weights) },
            degrees: None,
            ..Replicates::clone(replicates)
        };
        Ok(Some(Arc::new(calibrated)))
    }
}
