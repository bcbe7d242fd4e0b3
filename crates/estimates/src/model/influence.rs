//! The covariance of coefficients, from what each row adds to them.

use std::cell::RefCell;

use super::fit::Fitting;
use super::{Columns, Family};
use crate::ask::View;
use crate::numeric::parallel;
use crate::variance::{Partition, of_columns, of_partition};
use crate::{Error, Matrix};

/// The covariance of weighted sums of scores over `rows`: `score` gives the unweighted scores of the row at a place in it.
pub(crate) fn covariance(
    view: &View<'_>,
    rows: &[usize],
    columns: usize,
    score: impl Fn(usize, &mut [f64]) + Sync,
) -> Result<Matrix, Error> {
    let survey = view.survey;
    let mut place = vec![usize::MAX; survey.frame.rows()];
    for (at, &row) in rows.iter().enumerate() {
        place[row] = at;
    }
    let weighted = |row: usize, u: &mut [f64]| {
        score(place[row], u);
        u.iter_mut().for_each(|value| *value *= survey.weights[row]);
    };
    if let Some(replicates) = &survey.replicates {
        let scores = RefCell::new(vec![0.0; columns]);
        let totals = replicates.totals(survey, columns, |row, weight, to| {
            if place[row] != usize::MAX {
                let mut own = scores.borrow_mut();
                score(place[row], &mut own);
                for (to, value) in to.iter_mut().zip(own.iter()) {
                    *to += weight * value;
                }
            }
        });
        let mut whole = vec![0.0; columns];
        for &row in rows {
            let mut own = scores.borrow_mut();
            weighted(row, &mut own);
            parallel::add(&mut whole, &own);
        }
        return Ok(replicates.covariance(&totals, &whole));
    }
    let presence = view.presence();
    if survey.steps.is_empty() && !survey.index.later_stages {
        let influence = |row: usize, _: usize, u: &mut [f64]| weighted(row, u);
        let partition = Partition { domain: &view.domain, domains: 1, statistics: columns, influence };
        return Ok(of_partition(&survey.index, &partition, &presence, view.rules, true)?.into_matrix());
    }
    let mut u = Matrix::zero(survey.frame.rows(), columns);
    for &row in rows {
        weighted(row, u.row_mut(row));
    }
    for step in survey.steps.iter().rev() {
        step.residuals(&mut u);
    }
    let domain_of = vec![0; columns];
    Ok(of_columns(&survey.index, &u, &presence, &domain_of, view.rules, true)?.into_matrix())
}

/// The coefficients of a linear model of the given rows, and their covariance by linearisation: replicates are used for the
/// influences, not for fitting again.
pub(crate) fn influence_of_linear(
    view: &View<'_>,
    rows: &[usize],
    x: Matrix,
    y: &[f64],
) -> Result<(Vec<f64>, Matrix), Error> {
    let weights: Vec<f64> = rows.iter().map(|&row| view.weights()[row]).collect();
    let names: Vec<String> = (0..x.columns()).map(|column| format!("group {}", column + 1)).collect();
    let x = Columns::each(x);
    let fitting = Fitting { x: &x, y, family: Family::Linear, names: &names, response: "scores", near: None };
    let fit = fitting.fit(&weights, None)?;
    let scores = covariance(view, rows, x.columns(), |at, to| {
        let residual = y[at] - fit.means[at];
        for (to, value) in to.iter_mut().zip(x.row(at)) {
            *to = residual * value;
        }
    })?;
    Ok((fit.coefficients, scores.sandwiched(&fit.inverse)))
}
