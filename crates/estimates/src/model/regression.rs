//! Linear, logistic and Poisson regression.

use super::fit::{Fit, Fitting};
use super::formula::Encoding;
use super::{Columns, Family, Formula, influence};
use crate::ask::View;
use crate::estimate::Interval;
use crate::estimate::symmetric;
use crate::frame::NONE;
use crate::numeric::distribution::{t_of, t_outside};
use crate::{Ask, Error, Matrix};

/// When the search for coefficients ends.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Convergence {
    /// When nothing changes any more.
    #[default]
    Full,
    /// When the deviance changes by less than this part of it. R's default is 1e-8, which leaves standard errors good to
    /// five or six digits.
    Deviance(f64),
}

/// A coefficient of a model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Coefficient {
    /// The name of the column: a variable, a variable and a label, or `(Intercept)`.
    pub name: String,
    /// The coefficient.
    pub value: f64,
    /// Its standard error.
    pub se: f64,
    /// The coefficient over its standard error.
    pub t: f64,
    /// The probability of a coefficient at least as far from zero if it were zero.
    pub p_value: f64,
    /// Its interval, by t.
    pub interval: Interval,
}

/// A fitted model.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Model<'s> {
    /// The coefficients, in the order of the columns.
    pub coefficients: Vec<Coefficient>,
    /// Their covariance.
    pub covariance: Matrix,
    /// Degrees of freedom: those of the domain, and one, less the coefficients.
    pub df: f64,
    /// Rows with a weight, a response and all terms.
    pub n: usize,
    /// Rows of the domain with a weight that lack something.
    pub missing: usize,
    /// The variance of Pearson residuals.
    pub dispersion: f64,
    /// The deviance, with weights brought to a mean of 1.
    pub deviance: f64,
    /// The deviance of a model without terms.
    pub null_deviance: f64,
    /// The family.
    pub family: Family,
    /// The formula.
    pub formula: Formula,
    pub(crate) ask: Ask<'s>,
    pub(crate) encoding: Encoding,
    /// The inverse of `X' W X`, weights brought to a mean of 1.
    pub(crate) naive: Matrix,
    pub(crate) convergence: Convergence,
}

impl Model<'_> {
    /// A coefficient by the name of its column.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn coefficient(&self, name: &str) -> Result<&Coefficient, Error> {
        let found = self.coefficients.iter().find(|coefficient| coefficient.name == name);
        found.ok_or_else(|| Error::NoSuchTerm(name.to_owned()))
    }

    /// The values of the coefficients.
    pub(crate) fn values(&self) -> Vec<f64> {
        self.coefficients.iter().map(|coefficient| coefficient.value).collect()
    }
}

impl<'s> Ask<'s> {
    /// Fits a model to the rows of the domain that have everything it needs.
    ///
    /// # Errors
    /// A formula whose variables are not there, responses that the family does not allow, terms that explain one another,
    /// a search that comes to no end (as when a label has only zeros), too few degrees of freedom.
    pub fn model(&self, formula: &Formula, family: Family) -> Result<Model<'s>, Error> {
        self.model_until(formula, family, Convergence::Full)
    }

    /// As [`Ask::model`], with a say in when the search ends.
    ///
    /// # Errors
    /// As [`Ask::model`].
    pub fn model_until(
        &self,
        formula: &Formula,
        family: Family,
        convergence: Convergence,
    ) -> Result<Model<'s>, Error> {
        let ask = self.whole();
        let data = Data::new(&ask, formula, family)?;
        let near = match convergence {
            Convergence::Full => None,
            Convergence::Deviance(near) => Some(near),
        };
        let fitting =
            Fitting { x: &data.x, y: &data.y, family, names: &data.names, response: formula.text(), near };
        let fit = fitting.fit(&data.weights, None)?;
        let covariance = match &self.survey.replicates {
            None => linearised(&data, &fit, family)?,
            Some(replicates) => {
                let values =
                    self.survey.for_each_replicate(replicates, fit.coefficients.len(), |weights| {
                        let weights: Vec<f64> =
                            data.rows.iter().map(|&row| weights[row] * data.scale).collect();
                        Ok(fitting.fit(&weights, Some(&fit.coefficients))?.coefficients)
                    })?;
                replicates.covariance(&values, &fit.coefficients)
            }
        };
        let df = data.view.degrees()[0] + 1.0 - fit.coefficients.len() as f64;
        if df <= 0.0 {
            let domain = data.view.names[0].clone();
            return Err(Error::NoDegrees { what: formula.text().to_owned(), domain, df });
        }
        let coefficient = |(at, name): (usize, &String)| {
            let (value, se) = (fit.coefficients[at], covariance[(at, at)].max(0.0).sqrt());
            let t = t_of(value, se);
            let interval = symmetric(value, se, df, self.level);
            Coefficient { name: name.clone(), value, se, t, p_value: t_outside(t, df), interval }
        };
        let coefficients = data.names.iter().enumerate().map(coefficient).collect();
        let n = data.weights.iter().filter(|weight| **weight != 0.0).count();
        Ok(Model {
            coefficients,
            covariance,
            df,
            n,
            missing: data.weighted - n,
            dispersion: dispersion(&data, &fit, family),
            null_deviance: null_deviance(&data, family, formula.intercept),
            deviance: fit.deviance,
            family,
            formula: formula.clone(),
            encoding: data.encoding,
            naive: fit.inverse,
            convergence,
            ask,
        })
    }
}

/// The rows that a model is fitted to.
pub(crate) struct Data<'s> {
    pub(crate) view: View<'s>,
    pub(crate) rows: Vec<usize>,
    pub(crate) x: Columns,
    y: Vec<f64>,
    /// Brought to a mean of 1 over the domain.
    weights: Vec<f64>,
    scale: f64,
    names: Vec<String>,
    encoding: Encoding,
    weighted: usize,
}

impl<'s> Data<'s> {
    pub(crate) fn new(ask: &Ask<'s>, formula: &Formula, family: Family) -> Result<Self, Error> {
        let Some(response) = &formula.response else {
            return Err(Error::Unsupported("a model needs a response before the ~"));
        };
        let frame = &ask.survey.frame;
        let domain = ask.view()?;
        let y = response.numbers(frame)?;
        let inside = |row: usize| domain.domain[row] != NONE;
        let candidates: Vec<bool> = (0..y.len()).map(|row| inside(row) && !y[row].is_nan()).collect();
        let encoding = formula.encoding(frame, &candidates)?;
        let all = Columns::new(&encoding, frame)?;
        let is_whole = all.map(|x| x.iter().all(|value| !value.is_nan()));
        let used: Vec<bool> =
            candidates.iter().zip(is_whole).map(|(&candidate, whole)| candidate && whole).collect();
        let rows: Vec<usize> = (0..y.len()).filter(|&row| used[row]).collect();
        if rows.iter().all(|&row| ask.survey.weights[row] == 0.0) {
            return Err(Error::EmptyDomain {
                variable: formula.text().to_owned(),
                domain: domain.names[0].clone(),
            });
        }
        for &row in &rows {
            family.check(response.text(), row, y[row])?;
        }
        // labels that only rows lacking other terms have are no columns
        let everybody = rows.len() == frame.rows();
        let (encoding, all) = if everybody {
            (encoding, all)
        } else {
            let encoding = formula.encoding(frame, &used)?;
            let has_all = encoding.names().len() == all.columns();
            let all = if has_all { all } else { Columns::new(&encoding, frame)? };
            (encoding, all)
        };
        let x = if everybody { all } else { all.at(&rows) };
        let (sizes, weighted) = domain.sizes();
        let size = if ask.survey.steps.is_empty() { sizes[0] } else { frame.rows() };
        let total: f64 = (0..y.len()).filter(|&row| inside(row)).map(|row| ask.survey.weights[row]).sum();
        let scale = size as f64 / total;
        let view = ask.clone().filter_rows("rows with all terms", &used).view()?;
        Ok(Self {
            view,
            x,
            y: rows.iter().map(|&row| y[row]).collect(),
            weights: rows.iter().map(|&row| ask.survey.weights[row] * scale).collect(),
            scale,
            names: encoding.names().into_iter().map(|(name, _)| name).collect(),
            encoding,
            weighted: weighted[0],
            rows,
        })
    }
}

/// `A⁻¹ V A⁻¹`, V the covariance of the sums of `(y - μ)/μ' W x`.
fn linearised(data: &Data<'_>, fit: &Fit, family: Family) -> Result<Matrix, Error> {
    let scores = influence::covariance(&data.view, &data.rows, data.x.columns(), |at, to| {
        let weight = data.weights[at];
        // the inverse belongs to weights of mean 1, the score to a weight of its own
        let factor = if weight == 0.0 || fit.working[at] == 0.0 {
            0.0
        } else {
            (data.y[at] - fit.means[at]) / family.slope_at(fit.means[at]) * fit.working[at] / weight
                * data.scale
        };
        for (to, value) in to.iter_mut().zip(data.x.row(at)) {
            *to = factor * value;
        }
    })?;
    Ok(scores.sandwiched(&fit.inverse))
}

/// The variance of Pearson residuals, in the same weights as the deviance. With replicates it is their mean square, as in R.
fn dispersion(data: &Data<'_>, fit: &Fit, family: Family) -> f64 {
    let residual = |at: usize| (data.y[at] - fit.means[at]) / family.variance(fit.means[at]).sqrt();
    let counted = || (0..data.rows.len()).filter(|&at| data.weights[at] != 0.0);
    let total: f64 = counted().map(|at| data.weights[at]).sum();
    let n = counted().count() as f64;
    let survey = data.view.survey;
    let size = if survey.steps.is_empty() { data.rows.len() } else { survey.frame.rows() } as f64;
    let unit = total / size;
    if survey.replicates.is_some() {
        return counted().map(|at| data.weights[at] * residual(at).powi(2)).sum::<f64>() / total * unit;
    }
    let mean = counted().map(|at| data.weights[at] * residual(at)).sum::<f64>() / total;
    counted().map(|at| data.weights[at] * (residual(at) - mean).powi(2)).sum::<f64>() / total * n / (n - 1.0)
        * unit
}

fn null_deviance(data: &Data<'_>, family: Family, intercept: bool) -> f64 {
    let total: f64 = data.weights.iter().sum();
    let mean = data.weights.iter().zip(&data.y).map(|(w, y)| w * y).sum::<f64>() / total;
    let mean = if intercept { mean } else { family.mean(0.0) };
    data.weights.iter().zip(&data.y).map(|(w, &y)| w * family.deviance(y, mean)).sum()
}
