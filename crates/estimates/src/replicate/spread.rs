//! Totals in every replicate, without making every set of weights: totals of units are put together anew.

use super::{Factors, Replicates};
use crate::{Matrix, Survey};

impl Replicates {
    /// The totals of `columns` values a row, in each replicate: a row a replicate. `add` adds the unweighted values of a row
    /// times a factor to the columns.
    pub(crate) fn totals(
        &self,
        survey: &Survey,
        columns: usize,
        add: impl Fn(usize, f64, &mut [f64]),
    ) -> Matrix {
        let rows = survey.frame.rows();
        match &self.factors {
            Factors::Weights { weights } => {
                let mut totals = Matrix::zero(self.count(), columns);
                for replicate in 0..self.count() {
                    for (row, &weight) in weights.row(replicate).iter().enumerate() {
                        if weight != 0.0 {
                            add(row, weight, totals.row_mut(replicate));
                        }
                    }
                }
                totals
            }
            Factors::OfUnits { unit, factors } => {
                let mut of_units = Matrix::zero(factors.rows(), columns);
                for row in 0..rows {
                    add(row, survey.weights[row], of_units.row_mut(unit[row] as usize));
                }
                factors.transposed().times(&of_units)
            }
            Factors::Jackknife { units } => {
                let stage = survey.index.first();
                let mut of_units = Matrix::zero(stage.units(), columns);
                for row in 0..rows {
                    add(row, survey.weights[row], of_units.row_mut(stage.unit[row] as usize));
                }
                let mut of_strata = Matrix::zero(stage.strata.len(), columns);
                let mut all = vec![0.0; columns];
                for (unit, &stratum) in stage.stratum_of.iter().enumerate() {
                    for ((to, all), value) in
                        of_strata.row_mut(stratum as usize).iter_mut().zip(&mut all).zip(of_units.row(unit))
                    {
                        *to += value;
                        *all += value;
                    }
                }
                Matrix::from_fn(units.len(), columns, |replicate, column| {
                    let unit = units[replicate] as usize;
                    let stratum = stage.stratum_of[unit] as usize;
                    let sampled = stage.strata[stratum].sampled as f64;
                    let (own, near) = (of_units[(unit, column)], of_strata[(stratum, column)]);
                    all[column] - near + (near - own) * sampled / (sampled - 1.0)
                })
            }
        }
    }
}
