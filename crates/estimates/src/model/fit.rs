//! Iteratively reweighted least squares.

use super::Family;
use crate::numeric::matrix::{Cholesky, dot};
use crate::numeric::parallel;
use crate::weighting::normal_matrix;
use crate::{Error, Matrix};

const ROUNDS: usize = 60;

/// What is fitted: rows of terms, responses, weights.
pub(crate) struct Fitting<'f> {
    pub(crate) x: &'f Matrix,
    pub(crate) y: &'f [f64],
    pub(crate) family: Family,
    pub(crate) names: &'f [String],
    pub(crate) response: &'f str,
    /// Stop when the deviance changes by less than this part; without it, when the terms change no more.
    pub(crate) near: Option<f64>,
}

/// A fitted model.
pub(crate) struct Fit {
    pub(crate) coefficients: Vec<f64>,
    /// The inverse of `X' W X`.
    pub(crate) inverse: Matrix,
    pub(crate) means: Vec<f64>,
    /// The weights of the last round.
    pub(crate) working: Vec<f64>,
    pub(crate) deviance: f64,
}

impl Fitting<'_> {
    pub(crate) fn fit(&self, weights: &[f64], start: Option<&[f64]>) -> Result<Fit, Error> {
        let n = self.y.len();
        let mut eta: Vec<f64> = match start {
            Some(coefficients) => (0..n).map(|row| dot(self.x.row(row), coefficients)).collect(),
            None => {
                (0..n).map(|row| self.family.link(self.family.start(self.y[row], weights[row]))).collect()
            }
        };
        let mut means: Vec<f64> = eta.iter().map(|&eta| self.family.mean(eta)).collect();
        let mut deviance = self.deviance(weights, &means);
        let mut coefficients = start.map_or_else(|| vec![0.0; self.x.columns()], <[f64]>::to_vec);
        let mut begun = start.is_some();
        for _ in 0..ROUNDS {
            let working = parallel::blocks(n, 1, |rows| {
                rows.map(|row| {
                    let slope = self.family.slope_at(means[row]);
                    let variance = self.family.variance(means[row]).max(1e-300);
                    if weights[row] == 0.0 { 0.0 } else { weights[row] * slope * slope / variance }
                })
                .collect::<Vec<f64>>()
            })
            .concat();
            let normal = normal_matrix(self.x, |row| working[row]);
            let factor = Cholesky::of(&normal).map_err(|at| self.stuck(at, &working))?;
            // from where we are, so that rounding does not add up; at first from nothing
            let p = self.x.columns();
            let parts = parallel::blocks(n, p, |rows| {
                let mut right = vec![0.0; p];
                for row in rows.filter(|&row| working[row] != 0.0) {
                    let residual = (self.y[row] - means[row]) / self.family.slope_at(means[row]);
                    let z = if begun { residual } else { residual + eta[row] };
                    for (to, value) in right.iter_mut().zip(self.x.row(row)) {
                        *to += working[row] * z * value;
                    }
                }
                right
            });
            let mut right = vec![0.0; p];
            for part in &parts {
                parallel::add(&mut right, part);
            }
            for (coefficient, step) in coefficients.iter_mut().zip(factor.solve(&right)) {
                *coefficient = if begun { *coefficient + step } else { step };
            }
            begun = true;
            let parts = parallel::blocks(n, 1, |rows| {
                let mut moved = 0.0_f64;
                let mut part = Vec::with_capacity(rows.len());
                for row in rows {
                    let next = dot(self.x.row(row), &coefficients);
                    let step = (next - eta[row]).abs() / (1.0 + next.abs());
                    if weights[row] != 0.0 && (step > moved || step.is_nan()) {
                        moved = step;
                    }
                    part.push((next, self.family.mean(next)));
                }
                (moved, part)
            });
            let mut moved = 0.0_f64;
            let mut row = 0;
            for (part_moved, part) in parts {
                moved = if part_moved.is_nan() || moved.is_nan() { f64::NAN } else { moved.max(part_moved) };
                for (next, mean) in part {
                    (eta[row], means[row]) = (next, mean);
                    row += 1;
                }
            }
            let before = deviance;
            if self.near.is_some() || moved < 1e-10 {
                deviance = self.deviance(weights, &means);
            }
            if !deviance.is_finite() || moved.is_nan() {
                break;
            }
            let settled = match self.near {
                Some(near) => (deviance - before).abs() / (deviance.abs() + 0.1) < near,
                None => moved < 1e-10,
            };
            if settled {
                let inverse = normal.inverse().map_err(|at| self.stuck(at, &working))?;
                return Ok(Fit { coefficients, inverse, means, working, deviance });
            }
        }
        Err(Error::NotConverged { response: self.response.to_owned(), rounds: ROUNDS })
    }

    fn deviance(&self, weights: &[f64], means: &[f64]) -> f64 {
        crate::numeric::sum(
            (0..means.len())
                .filter(|&row| weights[row] != 0.0)
                .map(|row| weights[row] * self.family.deviance(self.y[row], means[row])),
        )
    }

    /// Terms that explain one another, or weights that ran out because the model separates 0 from 1.
    fn stuck(&self, at: usize, working: &[f64]) -> Error {
        let plain = normal_matrix(self.x, |row| f64::from(u8::from(working[row] > 0.0)));
        match Cholesky::of(&plain) {
            Ok(_) => Error::NotConverged { response: self.response.to_owned(), rounds: ROUNDS },
            Err(_) => Error::Singular { term: self.names[at].clone() },
        }
    }
}
