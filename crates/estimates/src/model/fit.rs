//! Iteratively reweighted least squares.

use super::{Columns, Family};
use crate::numeric::matrix::{Cholesky, dot};
use crate::numeric::parallel;
use crate::weighting::normal_matrix;
use crate::{Error, Matrix};

const ROUNDS: usize = 60;
const SETTLED: f64 = 1e-9;

/// What is fitted: rows of terms, responses, weights.
pub(crate) struct Fitting<'f> {
    pub(crate) x: &'f Columns,
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
        match self.near {
            None => self.fully(weights, start),
            Some(near) => self.nearly(weights, near),
        }
    }

    /// Until nothing changes any more: the state of every row follows from the coefficients, and is not kept. Rows with the same
    /// columns are one, with their weights added up and the mean of their responses: the equations are the same.
    fn fully(&self, weights: &[f64], start: Option<&[f64]>) -> Result<Fit, Error> {
        let matrix = self.x.matrix();
        let of_row = |at: usize| matrix.row(at);
        let amounts: Vec<f64> = weights.iter().zip(self.y).map(|(weight, y)| weight * y).collect();
        let (together, mut y) = (self.x.sums(weights), self.x.sums(&amounts).into_owned());
        for (y, &weight) in y.iter_mut().zip(together.iter()) {
            *y = if weight == 0.0 { 0.0 } else { *y / weight };
        }
        let people = People { of_row, y: &y, weights: &together };
        let mut step: Option<Vec<f64>> = None;
        let mut coefficients = match start {
            Some(start) => start.to_vec(),
            None => {
                let begin = self.look(&people, None, None);
                let factor = Cholesky::of(&begin.normal).map_err(|at| self.stuck(at, weights))?;
                factor.solve(&begin.right)
            }
        };
        for _ in 0..ROUNDS {
            let look = self.look(&people, Some(&coefficients), step.as_deref());
            let factor = Cholesky::of(&look.normal).map_err(|at| self.stuck(at, weights))?;
            let next = factor.solve(&look.right);
            if next.iter().any(|step| !step.is_finite()) {
                break;
            }
            parallel::add(&mut coefficients, &next);
            if step.is_some() && look.moved < SETTLED {
                let inverse = look.normal.inverse().map_err(|at| self.stuck(at, weights))?;
                return Ok(self.finish(weights, coefficients, inverse));
            }
            step = Some(next);
        }
        Err(self.not_converged())
    }

    /// The equations at the given coefficients, or where rows begin; and how far the last step moved a row at most.
    fn look<'x>(
        &self,
        people: &People<'_, impl Fn(usize) -> &'x [f64] + Sync>,
        coefficients: Option<&[f64]>,
        step: Option<&[f64]>,
    ) -> Look {
        let (y, weights) = (people.y, people.weights);
        let p = self.x.columns();
        let parts = parallel::blocks(y.len(), p * p, |rows| {
            let mut part = Look { normal: Matrix::zero(p, p), right: vec![0.0; p], moved: 0.0 };
            let mut present: Vec<(usize, f64)> = Vec::with_capacity(p);
            for row in rows.filter(|&row| weights[row] != 0.0) {
                let x = (people.of_row)(row);
                let (mean, already) = match coefficients {
                    Some(coefficients) => {
                        let eta = dot(x, coefficients);
                        if let Some(step) = step {
                            part.moved = part.moved.max(dot(x, step).abs() / (1.0 + eta.abs()));
                        }
                        (self.family.mean(eta), 0.0)
                    }
                    None => {
                        let mean = self.family.start(y[row], weights[row]);
                        (mean, self.family.link(mean))
                    }
                };
                let slope = self.family.slope_at(mean);
                let working = self.working(weights[row], mean);
                let z = (y[row] - mean) / slope + already;
                if working == 0.0 {
                    continue;
                }
                // most columns of categories are zero in most rows
                present.clear();
                present.extend(x.iter().copied().enumerate().filter(|(_, value)| *value != 0.0));
                for (at, &(i, value)) in present.iter().enumerate() {
                    let left = working * value;
                    part.right[i] += left * z;
                    let to = part.normal.row_mut(i);
                    for &(j, other) in &present[at..] {
                        to[j] += left * other;
                    }
                }
            }
            part
        });
        let mut look = Look { normal: Matrix::zero(p, p), right: vec![0.0; p], moved: 0.0 };
        for part in &parts {
            look.normal.add_scaled(&part.normal, 1.0);
            parallel::add(&mut look.right, &part.right);
            look.moved = look.moved.max(part.moved);
        }
        look.normal.mirror();
        look
    }

    fn working(&self, weight: f64, mean: f64) -> f64 {
        let slope = self.family.slope_at(mean);
        if weight == 0.0 { 0.0 } else { weight * slope * slope / self.family.variance(mean).max(1e-300) }
    }

    fn means(&self, coefficients: &[f64]) -> Vec<f64> {
        self.x.map(|x| self.family.mean(dot(x, coefficients)))
    }

    fn finish(&self, weights: &[f64], coefficients: Vec<f64>, inverse: Matrix) -> Fit {
        let means = self.means(&coefficients);
        let working = weights.iter().zip(&means).map(|(&weight, &mean)| self.working(weight, mean)).collect();
        let deviance = self.deviance(weights, &means);
        Fit { coefficients, inverse, means, working, deviance }
    }

    /// Until the deviance changes by less than `near`, the way R does: the covariance is that of the round before.
    fn nearly(&self, weights: &[f64], near: f64) -> Result<Fit, Error> {
        let people = People { of_row: |row: usize| self.x.row(row), y: self.y, weights };
        let start = |row: usize| self.family.start(self.y[row], weights[row]);
        let mut means: Vec<f64> = (0..self.y.len()).map(start).collect();
        let mut deviance = self.deviance(weights, &means);
        let mut coefficients: Option<Vec<f64>> = None;
        for _ in 0..ROUNDS {
            let look = self.look(&people, coefficients.as_deref(), None);
            let factor = Cholesky::of(&look.normal).map_err(|at| self.stuck(at, weights))?;
            let mut next = factor.solve(&look.right);
            if let Some(before) = &coefficients {
                parallel::add(&mut next, before);
            }
            let working: Vec<f64> =
                weights.iter().zip(&means).map(|(&weight, &mean)| self.working(weight, mean)).collect();
            means = self.means(&next);
            let before = deviance;
            deviance = self.deviance(weights, &means);
            if !deviance.is_finite() {
                break;
            }
            if (deviance - before).abs() / (deviance.abs() + 0.1) < near {
                let inverse = look.normal.inverse().map_err(|at| self.stuck(at, weights))?;
                return Ok(Fit { coefficients: next, inverse, means, working, deviance });
            }
            coefficients = Some(next);
        }
        Err(self.not_converged())
    }

    fn deviance(&self, weights: &[f64], means: &[f64]) -> f64 {
        let parts = parallel::blocks(means.len(), 1, |rows| {
            crate::numeric::sum(
                rows.filter(|&row| weights[row] != 0.0)
                    .map(|row| weights[row] * self.family.deviance(self.y[row], means[row])),
            )
        });
        crate::numeric::sum(parts)
    }

    fn not_converged(&self) -> Error {
        Error::NotConverged { response: self.response.to_owned(), rounds: ROUNDS }
    }

    /// Terms that explain one another, or weights that ran out because the model separates 0 from 1.
    fn stuck(&self, at: usize, weights: &[f64]) -> Error {
        let together = self.x.sums(weights);
        let plain = normal_matrix(self.x.matrix(), |at| f64::from(u8::from(together[at] > 0.0)));
        match Cholesky::of(&plain) {
            Ok(_) => self.not_converged(),
            Err(_) => Error::Singular { term: self.names[at].clone() },
        }
    }
}

/// Those whom a round looks at: rows, or rows with the same columns as one.
struct People<'p, R> {
    of_row: R,
    y: &'p [f64],
    weights: &'p [f64],
}

/// The equations of one round.
struct Look {
    normal: Matrix,
    right: Vec<f64>,
    /// The largest move of a row in the last step, beside its size.
    moved: f64,
}
