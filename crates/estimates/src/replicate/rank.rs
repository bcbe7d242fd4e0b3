//! The degrees of freedom of replicates: the rank of the table of their weights, less one.

use super::{Factors, Replicates};
use crate::{Matrix, Survey};

/// A column counts as explained by others when less than this part of it is its own.
const TOLERANCE: f64 = 1e-5;

impl Replicates {
    /// The degrees of freedom in a domain. Stated ones hold for the whole and are the most that a domain has.
    pub(crate) fn degrees(&self, survey: &Survey, inside: impl Fn(usize) -> bool) -> f64 {
        let rows: Vec<usize> =
            (0..survey.frame.rows()).filter(|&row| inside(row) && survey.weights[row] != 0.0).collect();
        if let Some(degrees) = self.degrees {
            let all = rows.len() == survey.weights.iter().filter(|weight| **weight != 0.0).count();
            return if all { degrees } else { degrees.min(self.rank(survey, &rows) as f64 - 1.0) };
        }
        self.rank(survey, &rows) as f64 - 1.0
    }

    fn rank(&self, survey: &Survey, rows: &[usize]) -> usize {
        match &self.factors {
            Factors::Jackknife { .. } => jackknife_rank(survey, rows),
            Factors::OfUnits { unit, factors } => {
                let mut units: Vec<usize> = rows.iter().map(|&row| unit[row] as usize).collect();
                units.sort_unstable();
                units.dedup();
                rank(Matrix::from_fn(factors.columns(), units.len(), |r, u| factors[(units[u], r)]))
            }
            Factors::Weights { weights } => {
                rank(Matrix::from_fn(weights.rows(), rows.len(), |r, i| weights[(r, rows[i])]))
            }
        }
    }
}

/// Units of strata that are all there are bound by their sum; a stratum of which some units are outside is not.
fn jackknife_rank(survey: &Survey, rows: &[usize]) -> usize {
    let stage = survey.index.first();
    let mut seen = vec![false; stage.units()];
    let mut units = vec![0_usize; stage.strata.len()];
    for &row in rows {
        let unit = stage.unit[row] as usize;
        if !seen[unit] {
            seen[unit] = true;
            units[stage.stratum[row] as usize] += 1;
        }
    }
    let mut rank = 0;
    let mut whole = false;
    for (units, stratum) in units.into_iter().zip(&stage.strata) {
        if units == stratum.sampled && units > 0 {
            whole = true;
            rank += units - 1;
        } else {
            rank += units;
        }
    }
    rank + usize::from(whole)
}

/// The rank of the rows of a table, by Householder's reflections; rows that others explain are passed over.
fn rank(mut table: Matrix) -> usize {
    let (vectors, length) = (table.rows(), table.columns());
    let norm = |row: &[f64]| row.iter().map(|v| v * v).sum::<f64>().sqrt();
    let whole: Vec<f64> = (0..vectors).map(|v| norm(table.row(v))).collect();
    let mut rank = 0;
    for (vector, whole) in whole.into_iter().enumerate() {
        if rank == length {
            break;
        }
        let own = norm(&table.row(vector)[rank..]);
        if own == 0.0 || own < TOLERANCE * whole {
            continue;
        }
        let mut mirror = table.row(vector)[rank..].to_vec();
        mirror[0] += own.copysign(mirror[0]);
        let size: f64 = mirror.iter().map(|v| v * v).sum();
        for other in vector + 1..vectors {
            let row = &mut table.row_mut(other)[rank..];
            let along: f64 = 2.0 * row.iter().zip(&mirror).map(|(a, b)| a * b).sum::<f64>() / size;
            for (to, value) in row.iter_mut().zip(&mirror) {
                *to -= along * value;
            }
        }
        rank += 1;
    }
    rank
}
