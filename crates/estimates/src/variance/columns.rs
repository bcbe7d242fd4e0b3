//! Variance from influences that are given for every row, or already summed by unit.

use super::lonely::Loneliness;
use super::{Covariance, Presence, Rules, stages};
use crate::design::Index;
use crate::{Error, Matrix};

/// The covariance of statistics whose influences are the columns of `u`, row after row.
pub(crate) fn of_columns(
    index: &Index,
    u: &Matrix,
    presence: &Presence,
    domain_of: &[usize],
    rules: Rules,
    full: bool,
) -> Result<Covariance, Error> {
    let first = index.first();
    if first.rows_are_units && !index.later_stages {
        return of_units(index, u, |unit| unit, presence, domain_of, rules, full);
    }
    let mut sums = Matrix::zero(first.units(), u.columns());
    for (row, &unit) in first.unit.iter().enumerate() {
        for (to, value) in sums.row_mut(unit as usize).iter_mut().zip(u.row(row)) {
            *to += value;
        }
    }
    let mut covariance = of_units(index, &sums, |unit| unit, presence, domain_of, rules, full)?;
    if index.later_stages {
        let more = stages::within_units(index, u, rules)?;
        for (to, more) in covariance.variances.iter_mut().zip(more.diagonal()) {
            *to += more;
        }
        if let Some(full) = &mut covariance.full {
            full.add_scaled(&more, 1.0);
        }
    }
    Ok(covariance)
}

/// The covariance between units, from sums by unit. `place` is the row of a unit's sums.
pub(crate) fn of_units(
    index: &Index,
    sums: &Matrix,
    place: impl Fn(usize) -> usize,
    presence: &Presence,
    domain_of: &[usize],
    rules: Rules,
    full: bool,
) -> Result<Covariance, Error> {
    let columns = sums.columns();
    let mut totals = vec![0.0; columns];
    for unit in 0..sums.rows() {
        for (to, value) in totals.iter_mut().zip(sums.row(unit)) {
            *to += value;
        }
    }
    let mut loneliness = Loneliness::new(index, rules, presence, domain_of, &totals);
    let mut covariance = Covariance::zero(columns, full);
    let mut away = vec![0.0; columns];
    for (h, stratum) in index.first().strata.iter().enumerate() {
        if stratum.is_whole() {
            continue;
        }
        let n = stratum.sampled as f64;
        let scale = stratum.unsampled() * if stratum.sampled > 1 { n / (n - 1.0) } else { 1.0 };
        let mut means = vec![0.0; columns];
        for &unit in index.units_of(h) {
            for (to, value) in means.iter_mut().zip(sums.row(place(unit as usize))) {
                *to += value;
            }
        }
        for mean in &mut means {
            *mean /= n;
        }
        let mut counts = vec![true; columns];
        loneliness.treat(h, stratum, &mut means, &mut counts)?;
        for &unit in index.units_of(h) {
            for (column, to) in away.iter_mut().enumerate() {
                *to = if counts[column] { sums[(place(unit as usize), column)] - means[column] } else { 0.0 };
            }
            match &mut covariance.full {
                None => {
                    for (to, value) in covariance.variances.iter_mut().zip(&away) {
                        *to += scale * value * value;
                    }
                }
                Some(full) => {
                    for i in 0..columns {
                        let left = scale * away[i];
                        if left != 0.0 {
                            for (to, value) in full.row_mut(i)[i..].iter_mut().zip(&away[i..]) {
                                *to += left * value;
                            }
                        }
                    }
                }
            }
        }
    }
    loneliness.finish(covariance.finished())
}
