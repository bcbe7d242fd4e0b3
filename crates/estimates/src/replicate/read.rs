//! Replicate weights that come with the data.

use std::sync::Arc;

use super::{Factors, Replicates};
use crate::{Error, Matrix, Survey};

/// Replicate weights that came with the data, one column a replicate.
#[derive(Clone, Debug)]
pub struct ReplicateWeights {
    /// The values of each replicate, one for each row of the data.
    pub columns: Vec<Vec<f64>>,
    /// Whether the values are whole weights; otherwise they are factors of the weights.
    pub are_weights: bool,
    /// The factor for the whole sum.
    pub scale: f64,
    /// The factor of each replicate; 1 for all, if empty.
    pub scales: Vec<f64>,
    /// Whether variance is measured from the estimate, instead of the mean of the replicates.
    pub from_estimate: bool,
    /// The degrees of freedom, if the producer states them. Otherwise they are the rank of the weights, less one, which
    /// takes a while to find for large files.
    pub degrees: Option<f64>,
}

impl Survey {
    /// The survey with replicate weights that came with the data. They come before calibration, not after.
    ///
    /// # Errors
    /// Columns of other lengths than the data, values that are no numbers, scales that do not fit.
    pub fn with_replicates(&self, given: ReplicateWeights) -> Result<Self, Error> {
        let rows = self.frame.rows();
        let count = given.columns.len();
        if count < 2 {
            return Err(Error::Replicates(format!("{count} replicates tell no variance")));
        }
        if !self.steps.is_empty() {
            return Err(Error::Unsupported(
                "replicates come before calibration, which then adjusts each of them",
            ));
        }
        for (number, column) in given.columns.iter().enumerate() {
            if column.len() != rows {
                return Err(Error::Length {
                    variable: format!("replicate {}", number + 1),
                    rows: column.len(),
                    expected: rows,
                });
            }
            if let Some(row) = column.iter().position(|value| !value.is_finite()) {
                return Err(Error::NotFinite { variable: format!("replicate {}", number + 1), row: row + 1 });
            }
        }
        let scales = if given.scales.is_empty() { vec![1.0; count] } else { given.scales };
        if scales.len() != count {
            return Err(Error::Replicates(format!("{count} columns, but {} scales", scales.len())));
        }
        let factors = if given.are_weights {
            Factors::Weights {
                weights: Arc::new(Matrix::from_fn(count, rows, |r, row| given.columns[r][row])),
            }
        } else {
            let own: Vec<u32> = (0..u32::try_from(rows).expect("rows are numbered by u32")).collect();
            Factors::OfUnits {
                unit: Arc::new(own),
                factors: Arc::new(Matrix::from_fn(rows, count, |row, r| given.columns[r][row])),
            }
        };
        let replicates = Replicates {
            method: "given with the data",
            factors,
            scale: given.scale,
            scales,
            from_estimate: given.from_estimate,
            degrees: given.degrees,
        };
        let mut survey = self.clone();
        survey.replicates = Some(Arc::new(replicates));
        survey.history.push(format!("{count} replicates given with the data"));
        Ok(survey)
    }
}
