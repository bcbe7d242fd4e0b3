//! Calibration: totals of a model's columns met at once, with weights as near to the old as a distance says
//! (Deville and Särndal 1992). The linear distance is the generalised regression estimator.

use super::margin::add_up;
use super::{Margin, Reweighted, Step, WeightReport};
use crate::model::{Formula, INTERCEPT};
use crate::numeric::eigen::solve_least;
use crate::numeric::matrix::{Cholesky, dot};
use crate::numeric::parallel;
use crate::{Error, Matrix, Survey};

const ROUNDS: usize = 200;
const NEAR: f64 = 1e-13;
const NEAR_ENOUGH: f64 = 1e-7;

/// The distance between old and new weights that calibration keeps small.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Calibration {
    /// Factors `1 + u`: the generalised regression estimator. May give negative weights.
    Linear,
    /// Factors `exp(u)`: always positive, and the same as raking.
    Raking,
    /// Factors between two bounds, by the logit distance.
    Logit {
        /// The smallest factor, below 1.
        lower: f64,
        /// The largest factor, above 1.
        upper: f64,
    },
    /// Factors `1 + u`, cut off at two bounds.
    LinearWithin {
        /// The smallest factor, below 1.
        lower: f64,
        /// The largest factor, above 1.
        upper: f64,
    },
    /// Factors `exp(u)`, cut off at two bounds.
    RakingWithin {
        /// The smallest factor, below 1.
        lower: f64,
        /// The largest factor, above 1.
        upper: f64,
    },
}

impl Calibration {
    fn check(self) -> Result<(), Error> {
        let (Self::Logit { lower, upper }
        | Self::LinearWithin { lower, upper }
        | Self::RakingWithin { lower, upper }) = self
        else {
            return Ok(());
        };
        if lower.is_nan() || lower >= 1.0 {
            return Err(Error::Range { what: "the lower bound of factors", value: lower, limits: "below 1" });
        }
        if upper.is_nan() || upper <= 1.0 {
            return Err(Error::Range { what: "the upper bound of factors", value: upper, limits: "above 1" });
        }
        Ok(())
    }

    /// The factor at `u`, and its slope.
    fn factor(self, u: f64) -> (f64, f64) {
        let within = |factor: f64, slope: f64, lower: f64, upper: f64| {
            if factor <= lower {
                (lower, 0.0)
            } else if factor >= upper {
                (upper, 0.0)
            } else {
                (factor, slope)
            }
        };
        match self {
            Self::Linear => (1.0 + u, 1.0),
            Self::Raking => (u.exp(), u.exp()),
            Self::LinearWithin { lower, upper } => within(1.0 + u, 1.0, lower, upper),
            Self::RakingWithin { lower, upper } => within(u.exp(), u.exp(), lower, upper),
            Self::Logit { lower, upper } => {
                let a = (upper - lower) / ((upper - 1.0) * (1.0 - lower));
                let (low, high) = (1.0 - lower, upper - 1.0);
                // with exp(-au), so that neither end overflows
                if u > 0.0 {
                    let e = (-a * u).exp();
                    let below = high * e + low;
                    (
                        (lower * high * e + upper * low) / below,
                        low * high * (upper - lower) * a * e / (below * below),
                    )
                } else {
                    let e = (a * u).exp();
                    let below = high + low * e;
                    (
                        (lower * high + upper * low * e) / below,
                        low * high * (upper - lower) * a * e / (below * below),
                    )
                }
            }
        }
    }

    fn name(self) -> String {
        match self {
            Self::Linear => "linear".to_owned(),
            Self::Raking => "raking".to_owned(),
            Self::Logit { lower, upper } => format!("logit, factors between {lower} and {upper}"),
            Self::LinearWithin { lower, upper } => format!("linear, factors between {lower} and {upper}"),
            Self::RakingWithin { lower, upper } => format!("raking, factors between {lower} and {upper}"),
        }
    }
}

/// The population totals of the columns of a model, by the names of the columns: `(Intercept)` is the population itself,
/// `sexwoman` the number with the label `woman` of `sex`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    named: Vec<(String, f64)>,
}

impl Totals {
    /// Totals by column name.
    pub fn new<N: Into<String>>(totals: impl IntoIterator<Item = (N, f64)>) -> Self {
        Self { named: totals.into_iter().map(|(name, total)| (name.into(), total)).collect() }
    }

    fn of(&self, name: &str) -> Result<f64, Error> {
        let found = self.named.iter().find(|(known, _)| known == name);
        found.map(|(_, total)| *total).ok_or_else(|| Error::NoSuchTotal(name.to_owned()))
    }
}

impl Survey {
    /// Brings the weights to the totals of a model's columns. Replicate weights are brought there too, each by itself.
    ///
    /// # Errors
    /// Columns without a total, totals without a column, and totals that cannot be met: the error names the one that is
    /// furthest away.
    pub fn calibrated(
        &self,
        formula: &Formula,
        totals: &Totals,
        how: Calibration,
    ) -> Result<Reweighted, Error> {
        let used: Vec<bool> = self.weights.iter().map(|weight| *weight != 0.0).collect();
        let encoding = formula.encoding(&self.frame, &used)?;
        let names: Vec<String> = encoding.names().into_iter().map(|(name, _)| name).collect();
        if let Some((extra, _)) = totals.named.iter().find(|(name, _)| !names.contains(name)) {
            return Err(Error::NoSuchTerm(extra.clone()));
        }
        self.calibrated_to(formula, totals, how)
    }

    /// Brings the weights to several margins of one variable each, all at once.
    ///
    /// # Errors
    /// As [`Survey::raked`] and [`Survey::calibrated`].
    pub fn calibrated_to_margins(&self, margins: &[Margin], how: Calibration) -> Result<Reweighted, Error> {
        add_up(margins)?;
        let Some(first) = margins.first() else {
            return Err(Error::Unsupported("calibration needs at least one margin"));
        };
        let mut totals = Totals::new([(INTERCEPT, first.sum())]);
        let mut terms = Vec::new();
        for margin in margins {
            let [variable] = margin.variables.as_slice() else {
                return Err(Error::Unsupported("margins to calibrate to have one variable each"));
            };
            let cells = margin.cells(self)?;
            let sums: Vec<f64> = margin.cells.iter().map(|(_, total)| *total).collect();
            super::cells_of(&self.weights, &cells, &sums, |cell| (margin.name(), margin.cell_name(cell)))?;
            terms.push(format!("C({variable})"));
            totals.named.extend(
                margin.cells.iter().map(|(label, total)| (format!("{variable}{}", label[0]), *total)),
            );
        }
        self.calibrated_to(&Formula::read(&terms.join(" + "))?, &totals, how)
    }

    fn calibrated_to(
        &self,
        formula: &Formula,
        totals: &Totals,
        how: Calibration,
    ) -> Result<Reweighted, Error> {
        how.check()?;
        let used: Vec<bool> = self.weights.iter().map(|weight| *weight != 0.0).collect();
        let encoding = formula.encoding(&self.frame, &used)?;
        let names: Vec<String> = encoding.names().into_iter().map(|(name, _)| name).collect();
        let wanted: Vec<f64> = names.iter().map(|name| totals.of(name)).collect::<Result<_, _>>()?;
        if let Some(at) = wanted.iter().position(|total| !total.is_finite()) {
            return Err(Error::BadTotal {
                margin: formula.text().to_owned(),
                cell: names[at].clone(),
                total: wanted[at],
            });
        }
        let mut columns = encoding.matrix(&self.frame)?;
        for (row, used) in used.iter().enumerate() {
            if let Some(at) = columns.row(row).iter().position(|value| value.is_nan()) {
                if *used {
                    return Err(Error::MissingInDesign {
                        variable: names[at].clone(),
                        row: row + 1,
                        count: 1,
                    });
                }
                columns.row_mut(row).fill(0.0);
            }
        }
        let problem = Problem { columns: &columns, wanted: &wanted, names: &names, how };
        let (after, rounds, furthest) = problem.solve(&self.weights)?;
        let replicates =
            self.calibrated_replicates(|weights| problem.solve(weights).map(|(weights, ..)| weights))?;
        let limited = problem.limited(&self.weights, &after);
        let report = WeightReport::new(&self.weights, &after, rounds, furthest, limited);
        let step = step(columns, &self.weights, &after);
        let said =
            format!("calibrated to {} ({})", formula.text().trim_start_matches('~').trim(), how.name());
        let mut survey = self.reweighted(after, Some(step), said);
        survey.replicates = replicates;
        Ok(Reweighted { survey, report })
    }
}

/// Columns that follow from others are left out: they explain nothing more.
fn step(columns: Matrix, before: &[f64], after: &[f64]) -> Step {
    let mut keep: Vec<usize> = (0..columns.columns()).collect();
    let normal = normal_matrix(&columns, |row| before[row]);
    let factor = loop {
        match Cholesky::of(&normal.part(&keep)) {
            Ok(factor) => break factor,
            Err(explained) => {
                keep.remove(explained);
            }
        }
    };
    let columns = if keep.len() == columns.columns() {
        columns
    } else {
        Matrix::from_fn(columns.rows(), keep.len(), |row, column| columns[(row, keep[column])])
    };
    Step::Model { columns, before: before.to_vec(), after: after.to_vec(), normal: factor }
}

/// `X' W X`.
pub(crate) fn normal_matrix(x: &Matrix, weight: impl Fn(usize) -> f64 + Sync) -> Matrix {
    let p = x.columns();
    let parts = parallel::blocks(x.rows(), p * p, |rows| {
        let mut normal = Matrix::zero(p, p);
        for row in rows {
            let weight = weight(row);
            if weight == 0.0 {
                continue;
            }
            let values = x.row(row);
            for i in 0..p {
                let left = weight * values[i];
                if left != 0.0 {
                    for (to, value) in normal.row_mut(i)[i..].iter_mut().zip(&values[i..]) {
                        *to += left * value;
                    }
                }
            }
        }
        normal
    });
    let mut normal = Matrix::zero(p, p);
    for part in &parts {
        normal.add_scaled(part, 1.0);
    }
    normal.mirror();
    normal
}

struct Problem<'p> {
    columns: &'p Matrix,
    wanted: &'p [f64],
    names: &'p [String],
    how: Calibration,
}

impl Problem<'_> {
    /// New weights, the rounds they took, and how far the furthest total is from being met.
    fn solve(&self, weights: &[f64]) -> Result<(Vec<f64>, usize, f64), Error> {
        let mut lambda = vec![0.0; self.wanted.len()];
        let mut at = self.look(weights, &lambda);
        for round in 1..=ROUNDS {
            let slopes = normal_matrix(self.columns, |row| weights[row] * at.slopes[row]);
            let step = solve_least(&slopes, &at.misfit);
            let mut size = 1.0;
            let before = at.distance;
            loop {
                let tried: Vec<f64> = lambda.iter().zip(&step).map(|(l, s)| l + size * s).collect();
                let next = self.look(weights, &tried);
                if next.distance.is_finite() && (next.distance < before.max(NEAR) * 4.0 || size < 1e-3) {
                    lambda = tried;
                    at = next;
                    break;
                }
                size /= 2.0;
                if size < 1e-6 {
                    return Err(self.failed(&at, round));
                }
            }
            if at.distance < NEAR || (at.distance < 1e-10 && at.distance >= before) {
                return Ok((at.weights(weights), round, at.distance));
            }
        }
        if at.distance < NEAR_ENOUGH {
            return Ok((at.weights(weights), ROUNDS, at.distance));
        }
        Err(self.failed(&at, ROUNDS))
    }

    fn look(&self, weights: &[f64], lambda: &[f64]) -> Look {
        let mut factors = Vec::with_capacity(weights.len());
        let mut slopes = Vec::with_capacity(weights.len());
        let mut reached = vec![0.0; self.wanted.len()];
        for (row, &weight) in weights.iter().enumerate() {
            let (factor, slope) = self.how.factor(dot(self.columns.row(row), lambda));
            factors.push(factor);
            slopes.push(slope);
            for (to, value) in reached.iter_mut().zip(self.columns.row(row)) {
                *to += weight * factor * value;
            }
        }
        let misfit: Vec<f64> = self.wanted.iter().zip(&reached).map(|(w, r)| w - r).collect();
        let away = |i: usize| misfit[i].abs() / (1.0 + self.wanted[i].abs());
        let distance = (0..misfit.len())
            .map(away)
            .fold(0.0, |a: f64, b| if b.is_nan() { f64::INFINITY } else { a.max(b) });
        Look { factors, slopes, reached, misfit, distance }
    }

    fn failed(&self, at: &Look, rounds: usize) -> Error {
        let away = |i: usize| at.misfit[i].abs() / (1.0 + self.wanted[i].abs());
        let furthest = (0..at.misfit.len()).max_by(|&i, &j| away(i).total_cmp(&away(j))).unwrap_or(0);
        Error::NotReached {
            margin: self.names[furthest].clone(),
            rounds,
            reached: at.reached[furthest],
            total: self.wanted[furthest],
        }
    }

    fn limited(&self, before: &[f64], after: &[f64]) -> usize {
        match self.how {
            Calibration::LinearWithin { lower, upper } | Calibration::RakingWithin { lower, upper } => before
                .iter()
                .zip(after)
                .filter(|(b, a)| **b != 0.0 && (**a <= lower * **b || **a >= upper * **b))
                .count(),
            _ => 0,
        }
    }
}

/// Where the search stands.
struct Look {
    factors: Vec<f64>,
    slopes: Vec<f64>,
    reached: Vec<f64>,
    misfit: Vec<f64>,
    distance: f64,
}

impl Look {
    fn weights(&self, before: &[f64]) -> Vec<f64> {
        before.iter().zip(&self.factors).map(|(weight, factor)| weight * factor).collect()
    }
}
