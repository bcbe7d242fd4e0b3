//! The covariance of coefficients, from what each row adds to them.

use super::Family;
use super::fit::Fitting;
use crate::ask::View;
use crate::variance::of_columns;
use crate::{Error, Matrix};

/// The covariance of sums of unweighted influences, one row for each of `rows`.
pub(crate) fn covariance(view: &View<'_>, rows: &[usize], influences: &Matrix) -> Result<Matrix, Error> {
    let survey = view.survey;
    let columns = influences.columns();
    if let Some(replicates) = &survey.replicates {
        let mut place = vec![usize::MAX; survey.frame.rows()];
        for (at, &row) in rows.iter().enumerate() {
            place[row] = at;
        }
        let totals = replicates.totals(survey, columns, |row, weight, to| {
            if place[row] != usize::MAX {
                for (to, value) in to.iter_mut().zip(influences.row(place[row])) {
                    *to += weight * value;
                }
            }
        });
        let whole: Vec<f64> = (0..columns)
            .map(|c| {
                rows.iter().enumerate().map(|(at, &row)| survey.weights[row] * influences[(at, c)]).sum()
            })
            .collect();
        return Ok(replicates.covariance(&totals, &whole));
    }
    let mut u = Matrix::zero(survey.frame.rows(), columns);
    for (at, &row) in rows.iter().enumerate() {
        for (to, value) in u.row_mut(row).iter_mut().zip(influences.row(at)) {
            *to = survey.weights[row] * value;
        }
    }
    for step in survey.steps.iter().rev() {
        step.residuals(&mut u);
    }
    let domain_of = vec![0; columns];
    Ok(of_columns(&survey.index, &u, &view.presence(), &domain_of, view.rules, true)?.into_matrix())
}

/// The coefficients of a linear model of the given rows, and their covariance by linearisation: replicates are used for the
/// influences, not for fitting again.
pub(crate) fn influence_of_linear(
    view: &View<'_>,
    rows: &[usize],
    x: &Matrix,
    y: &[f64],
) -> Result<(Vec<f64>, Matrix), Error> {
    let weights: Vec<f64> = rows.iter().map(|&row| view.weights()[row]).collect();
    let names: Vec<String> = (0..x.columns()).map(|column| format!("group {}", column + 1)).collect();
    let fitting = Fitting { x, y, family: Family::Linear, names: &names, response: "scores", near: None };
    let fit = fitting.fit(&weights, None)?;
    let mut influences = Matrix::zero(rows.len(), x.columns());
    for (at, (y, mean)) in y.iter().zip(&fit.means).enumerate() {
        let residual = y - mean;
        let own = fit.inverse.times_vector(x.row(at));
        for (to, value) in influences.row_mut(at).iter_mut().zip(own) {
            *to = residual * value;
        }
    }
    Ok((fit.coefficients, covariance(view, rows, &influences)?))
}
