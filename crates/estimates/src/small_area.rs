//! Small areas: estimates from few rows, strengthened by what a model expects (Fay and Herriot 1979).
//!
//! `y = x'β + u + e`: y the direct estimate of an area, e its sampling error with known variance ψ, u what is special about
//! the area, with variance σ². σ² is found by restricted maximum likelihood; the error of the result is that of Datta and
//! Lahiri (2000), `g1 + g2 + 2 g3`.

use crate::numeric::matrix::dot;
use crate::{Error, Matrix};

const ROUNDS: usize = 500;

/// A direct estimate of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// What the area is called.
    pub name: String,
    /// Its direct estimate.
    pub direct: f64,
    /// The variance of the direct estimate. Smooth it over areas where there are fewer than about 40 rows.
    pub variance: f64,
    /// What is known of the area, without the intercept, which is added.
    pub covariates: Vec<f64>,
}

/// What model and direct estimate together say of an area.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AreaEstimate {
    /// What the area is called.
    pub name: String,
    /// The estimate.
    pub value: f64,
    /// Its estimated mean squared error.
    pub mse: f64,
    /// How much of the direct estimate it holds: 1 is all, 0 is only the model.
    pub weight_of_direct: f64,
    /// What the model alone expects.
    pub expected: f64,
}

/// A fitted model of areas.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AreaModel {
    /// The coefficients: the intercept, then the covariates.
    pub coefficients: Vec<f64>,
    /// Their standard errors.
    pub standard_errors: Vec<f64>,
    /// The variance of what is special about areas; zero if the model explains them wholly.
    pub variance: f64,
    /// The areas, in the order in which they were given.
    pub areas: Vec<AreaEstimate>,
}

/// Fits a model of areas, and estimates each.
///
/// # Errors
/// Areas with other numbers of covariates, variances that are not above zero, values that are no numbers; fewer areas than
/// coefficients; covariates that explain one another.
pub fn fay_herriot(areas: &[Area]) -> Result<AreaModel, Error> {
    let width = areas.first().map_or(0, |area| area.covariates.len());
    for (row, area) in areas.iter().enumerate() {
        if area.covariates.len() != width {
            return Err(Error::Length {
                variable: area.name.clone(),
                rows: area.covariates.len(),
                expected: width,
            });
        }
        if !area.direct.is_finite() || area.covariates.iter().any(|value| !value.is_finite()) {
            return Err(Error::NotFinite { variable: area.name.clone(), row: row + 1 });
        }
        if !area.variance.is_finite() || area.variance <= 0.0 {
            return Err(Error::Range {
                what: "the variance of an area",
                value: area.variance,
                limits: "above zero",
            });
        }
    }
    let p = width + 1;
    if areas.len() <= p {
        return Err(Error::Levels {
            variable: "areas".to_owned(),
            levels: areas.len(),
            needed: "more than coefficients",
        });
    }
    let x = Matrix::from_fn(areas.len(), p, |i, j| if j == 0 { 1.0 } else { areas[i].covariates[j - 1] });
    let y: Vec<f64> = areas.iter().map(|area| area.direct).collect();
    let psi: Vec<f64> = areas.iter().map(|area| area.variance).collect();
    let sigma = restricted_likelihood(&x, &y, &psi)?;
    let (coefficients, covariance) = least_squares(&x, &y, &psi, sigma)?;
    let precision: f64 = psi.iter().map(|psi| (sigma + psi).powi(-2)).sum();
    let areas = areas
        .iter()
        .enumerate()
        .map(|(i, area)| {
            let expected = dot(x.row(i), &coefficients);
            let gamma = sigma / (sigma + psi[i]);
            let g1 = gamma * psi[i];
            let g2 = (1.0 - gamma).powi(2) * covariance.form(x.row(i), x.row(i));
            let g3 = psi[i].powi(2) / (sigma + psi[i]).powi(3) * 2.0 / precision;
            AreaEstimate {
                name: area.name.clone(),
                value: gamma * area.direct + (1.0 - gamma) * expected,
                mse: g1 + g2 + 2.0 * g3,
                weight_of_direct: gamma,
                expected,
            }
        })
        .collect();
    let standard_errors = covariance.diagonal().iter().map(|variance| variance.sqrt()).collect();
    Ok(AreaModel { coefficients, standard_errors, variance: sigma, areas })
}

fn least_squares(x: &Matrix, y: &[f64], psi: &[f64], sigma: f64) -> Result<(Vec<f64>, Matrix), Error> {
    let normal = crate::weighting::normal_matrix(x, |i| 1.0 / (sigma + psi[i]));
    let inverse = normal.inverse().map_err(|at| Error::Singular { term: format!("covariate {at}") })?;
    let mut right = vec![0.0; x.columns()];
    for i in 0..y.len() {
        for (to, value) in right.iter_mut().zip(x.row(i)) {
            *to += value * y[i] / (sigma + psi[i]);
        }
    }
    Ok((inverse.times_vector(&right), inverse))
}

/// Scoring: with `P = V⁻¹ - V⁻¹ X (X'V⁻¹X)⁻¹ X'V⁻¹`, the slope is `(y'PPy - tr P)/2` and the information `tr(PP)/2`.
fn restricted_likelihood(x: &Matrix, y: &[f64], psi: &[f64]) -> Result<f64, Error> {
    let n = y.len() as f64;
    let mut sigma = psi.iter().sum::<f64>() / n;
    for _ in 0..ROUNDS {
        let (coefficients, inverse) = least_squares(x, y, psi, sigma)?;
        let v: Vec<f64> = psi.iter().map(|psi| 1.0 / (sigma + psi)).collect();
        let squares = crate::weighting::normal_matrix(x, |i| v[i].powi(2));
        let cubes = crate::weighting::normal_matrix(x, |i| v[i].powi(3));
        let trace = |matrix: &Matrix| matrix.diagonal().iter().sum::<f64>();
        let a = inverse.times(&squares);
        let trace_p = v.iter().sum::<f64>() - trace(&a);
        let trace_pp =
            v.iter().map(|v| v * v).sum::<f64>() - 2.0 * trace(&inverse.times(&cubes)) + trace(&a.times(&a));
        let fitted: f64 = (0..y.len()).map(|i| (v[i] * (y[i] - dot(x.row(i), &coefficients))).powi(2)).sum();
        let next = (sigma + (fitted - trace_p) / trace_pp).max(0.0);
        let done = (next - sigma).abs() <= 1e-14 * (1e-12 + sigma);
        sigma = next;
        if done || sigma == 0.0 {
            return Ok(sigma);
        }
    }
    Ok(sigma)
}
