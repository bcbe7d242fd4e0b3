//! What a change of weights takes away from influences: the part that the known totals explain.
//!
//! Deville and Särndal 1992; for post-strata, Särndal, Swensson and Wretman 1992, section 7.6. Raking is followed by ten
//! sweeps over its margins with plain means of cells, the way R's survey package does it.

use std::sync::Arc;

use crate::Matrix;
use crate::frame::NONE;
use crate::numeric::matrix::Cholesky;

const SWEEPS: usize = 10;

/// A change of weights.
#[derive(Debug)]
pub(crate) enum Step {
    /// Post-strata. Rows outside of all of them have no cell.
    Cells { cell: Vec<u32>, cells: usize, before: Vec<f64>, after: Vec<f64> },
    /// Margins met one after the other.
    Raked { margins: Vec<(Vec<u32>, usize)>, after: Arc<Vec<f64>> },
    /// Totals of the columns of a model met at once.
    Model { columns: Matrix, before: Vec<f64>, after: Vec<f64>, normal: Cholesky },
}

impl std::fmt::Debug for Cholesky {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cholesky")
    }
}

impl Step {
    /// Takes from the influences, one column a statistic, what the totals explain.
    pub(crate) fn residuals(&self, u: &mut Matrix) {
        match self {
            Self::Cells { cell, cells, before, after } => sweep(u, cell, *cells, after, |row| before[row]),
            Self::Raked { margins, after } => {
                for _ in 0..SWEEPS {
                    for (cell, cells) in margins {
                        sweep(u, cell, *cells, after, |_| 1.0);
                    }
                }
            }
            Self::Model { columns, before, after, normal } => {
                // twice: the second time takes what rounding left
                for _ in 0..2 {
                    project(u, columns, before, after, normal);
                }
            }
        }
    }
}

/// Takes from each row its cell's mean of u/w, with the given weights in the mean.
fn sweep(u: &mut Matrix, cell: &[u32], cells: usize, after: &[f64], weight: impl Fn(usize) -> f64) {
    let columns = u.columns();
    let mut sums = Matrix::zero(cells, columns);
    let mut sizes = vec![0.0; cells];
    for (row, &cell) in cell.iter().enumerate() {
        if cell != NONE && after[row] != 0.0 {
            let weight = weight(row);
            sizes[cell as usize] += weight;
            let factor = weight / after[row];
            for (to, value) in sums.row_mut(cell as usize).iter_mut().zip(u.row(row)) {
                *to += factor * value;
            }
        }
    }
    for (row, &cell) in cell.iter().enumerate() {
        if cell != NONE && after[row] != 0.0 {
            let factor = after[row] / sizes[cell as usize];
            for (to, sum) in u.row_mut(row).iter_mut().zip(sums.row(cell as usize)) {
                *to -= factor * sum;
            }
        }
    }
}

/// `u - w* x B`, B the least squares of u/w* on x with the weights from before.
fn project(u: &mut Matrix, x: &Matrix, before: &[f64], after: &[f64], normal: &Cholesky) {
    let mut cross = Matrix::zero(u.columns(), x.columns());
    for row in 0..u.rows() {
        if after[row] == 0.0 {
            continue;
        }
        let factor = before[row] / after[row];
        for statistic in 0..u.columns() {
            let e = factor * u[(row, statistic)];
            if e != 0.0 {
                for (to, value) in cross.row_mut(statistic).iter_mut().zip(x.row(row)) {
                    *to += e * value;
                }
            }
        }
    }
    let coefficients: Vec<Vec<f64>> = (0..u.columns()).map(|s| normal.solve(cross.row(s))).collect();
    for row in 0..u.rows() {
        for (statistic, coefficients) in coefficients.iter().enumerate() {
            let explained = crate::numeric::matrix::dot(x.row(row), coefficients);
            u[(row, statistic)] -= after[row] * explained;
        }
    }
}
