//! Variance between sampling units, by linearisation (Binder 1983; Särndal, Swensson and Wretman 1992, chapter 5).
//!
//! Every statistic gives each row a number u, its influence, already weighted. With z the sums of u by unit,
//! `V = Σ f n/(n-1) Σ (z - z̄)(z - z̄)'` over the strata: n units in a stratum, z̄ the mean over all of them, also those
//! without anybody in the domain, f the part of the population that was not sampled.

mod columns;
mod lonely;
mod partition;
mod stages;

pub(crate) use columns::of_columns;
pub use lonely::LonelyUnits;
pub(crate) use lonely::{Presence, Rules};
pub(crate) use partition::{Partition, of_partition};

use crate::Matrix;

/// Variances, and covariances if they were asked for.
#[derive(Clone, Debug)]
pub(crate) struct Covariance {
    pub(crate) variances: Vec<f64>,
    pub(crate) full: Option<Matrix>,
}

impl Covariance {
    pub(crate) fn zero(size: usize, full: bool) -> Self {
        Self { variances: vec![0.0; size], full: full.then(|| Matrix::zero(size, size)) }
    }

    /// All of it as a matrix.
    pub(crate) fn into_matrix(self) -> Matrix {
        let Self { variances, full } = self;
        full.unwrap_or_else(|| {
            Matrix::from_fn(variances.len(), variances.len(), |i, j| if i == j { variances[i] } else { 0.0 })
        })
    }

    /// Copies the triangle above the diagonal to below it, and the diagonal to the variances.
    pub(crate) fn finished(mut self) -> Self {
        if let Some(full) = &mut self.full {
            full.mirror();
            self.variances = full.diagonal();
        }
        self
    }
}
