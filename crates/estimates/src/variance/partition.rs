//! Variance for many domains at once, when each row is in at most one of them: two passes over the rows, whatever the
//! number of domains.

use super::columns::of_units;
use super::lonely::Loneliness;
use super::{Covariance, LonelyUnits, Presence, Rules};
use crate::design::Index;
use crate::frame::NONE;
use crate::numeric::parallel;
use crate::{Error, Matrix};

/// Influences of rows that are each in one domain, or in none.
pub(crate) struct Partition<'p, F> {
    /// The domain of each row.
    pub(crate) domain: &'p [u32],
    pub(crate) domains: usize,
    /// Statistics in each domain.
    pub(crate) statistics: usize,
    /// Gives the influences of a row in its domain.
    pub(crate) influence: F,
}

/// The covariance of all statistics in all domains: statistic j of domain d is number `d * statistics + j`.
pub(crate) fn of_partition<F: Fn(usize, usize, &mut [f64]) + Sync>(
    index: &Index,
    partition: &Partition<'_, F>,
    presence: &Presence,
    rules: Rules,
    full: bool,
) -> Result<Covariance, Error> {
    let columns = partition.domains * partition.statistics;
    let domain_of: Vec<usize> = (0..columns).map(|column| column / partition.statistics).collect();
    // with another centre than a stratum's own mean, domains share more than their means
    let own_centres = !(full && rules.units == LonelyUnits::Adjust);
    if index.first().rows_are_units && own_centres {
        return of_rows(index, partition, presence, &domain_of, rules, full);
    }
    let first = index.first();
    let k = partition.statistics;
    let mut u = vec![0.0; k];
    // one table for all domains, unless it would be too large: then one for each domain in turn
    if full || first.units().saturating_mul(columns) <= 1 << 25 {
        let mut sums = Matrix::zero(first.units(), columns);
        for (row, &domain) in partition.domain.iter().enumerate() {
            if domain != NONE {
                (partition.influence)(row, domain as usize, &mut u);
                let begin = domain as usize * k;
                let to = &mut sums.row_mut(first.unit[row] as usize)[begin..begin + k];
                for (to, value) in to.iter_mut().zip(&u) {
                    *to += value;
                }
            }
        }
        return of_units(index, &sums, |unit| unit, presence, &domain_of, rules, full);
    }
    let mut variances = Vec::with_capacity(columns);
    for domain in 0..partition.domains {
        let mut sums = Matrix::zero(first.units(), k);
        for (row, &of_row) in partition.domain.iter().enumerate() {
            if of_row as usize == domain {
                (partition.influence)(row, domain, &mut u);
                for (to, value) in sums.row_mut(first.unit[row] as usize).iter_mut().zip(&u) {
                    *to += value;
                }
            }
        }
        let of_domain = vec![domain; k];
        variances.extend(of_units(index, &sums, |unit| unit, presence, &of_domain, rules, false)?.variances);
    }
    Ok(Covariance { variances, full: None })
}

/// When every row is a unit: sums and squares by stratum and domain. Units that are not in a domain add the square of
/// its mean each, and nothing more.
fn of_rows<F: Fn(usize, usize, &mut [f64]) + Sync>(
    index: &Index,
    partition: &Partition<'_, F>,
    presence: &Presence,
    domain_of: &[usize],
    rules: Rules,
    full: bool,
) -> Result<Covariance, Error> {
    let stage = index.first();
    let (k, columns) = (partition.statistics, domain_of.len());
    let pairs = if full { k * k } else { k };
    let cells = stage.strata.len() * partition.domains;
    let rows = partition.domain.len();
    let sums = parallel::blocks(rows, cells * k, |rows| {
        let (mut sums, mut u) = (vec![0.0; cells * k], vec![0.0; k]);
        for row in rows {
            let domain = partition.domain[row];
            if domain != NONE {
                (partition.influence)(row, domain as usize, &mut u);
                let cell = stage.stratum[row] as usize * partition.domains + domain as usize;
                parallel::add(&mut sums[cell * k..(cell + 1) * k], &u);
            }
        }
        sums
    });
    let mut means = vec![0.0; cells * k];
    for sums in &sums {
        parallel::add(&mut means, sums);
    }
    let totals: Vec<f64> =
        (0..columns).map(|c| (0..stage.strata.len()).map(|h| means[h * columns + c]).sum()).collect();
    let mut loneliness = Loneliness::new(index, rules, presence, domain_of, &totals);
    let mut counts = vec![true; means.len()];
    for (h, stratum) in stage.strata.iter().enumerate() {
        let range = h * columns..(h + 1) * columns;
        for mean in &mut means[range.clone()] {
            *mean /= stratum.sampled as f64;
        }
        if !stratum.is_whole() {
            loneliness.treat(h, stratum, &mut means[range.clone()], &mut counts[range])?;
        }
    }

    let around = parallel::blocks(rows, cells * pairs, |rows| {
        let (mut squares, mut seen, mut u) = (vec![0.0; cells * pairs], vec![0_u32; cells], vec![0.0; k]);
        for row in rows {
            let domain = partition.domain[row];
            if domain == NONE {
                continue;
            }
            (partition.influence)(row, domain as usize, &mut u);
            let cell = stage.stratum[row] as usize * partition.domains + domain as usize;
            seen[cell] += 1;
            for (value, mean) in u.iter_mut().zip(&means[cell * k..(cell + 1) * k]) {
                *value -= mean;
            }
            let to = &mut squares[cell * pairs..(cell + 1) * pairs];
            if full {
                for (i, a) in u.iter().enumerate() {
                    for (j, b) in u.iter().enumerate() {
                        to[i * k + j] += a * b;
                    }
                }
            } else {
                for (to, value) in to.iter_mut().zip(&u) {
                    *to += value * value;
                }
            }
        }
        (squares, seen)
    });
    let (mut squares, mut seen) = (vec![0.0; cells * pairs], vec![0_u32; cells]);
    for (part, rows) in &around {
        parallel::add(&mut squares, part);
        for (to, rows) in seen.iter_mut().zip(rows) {
            *to += rows;
        }
    }

    let mut covariance = Covariance::zero(columns, full);
    for (h, stratum) in stage.strata.iter().enumerate() {
        if stratum.is_whole() {
            continue;
        }
        let n = stratum.sampled as f64;
        let scale = stratum.unsampled() * if stratum.sampled > 1 { n / (n - 1.0) } else { 1.0 };
        let mean =
            |column: usize| if counts[h * columns + column] { means[h * columns + column] } else { 0.0 };
        for domain in 0..partition.domains {
            let cell = h * partition.domains + domain;
            let absent = n - f64::from(seen[cell]);
            for i in 0..k {
                let column = domain * k + i;
                if !counts[h * columns + column] {
                    continue;
                }
                match &mut covariance.full {
                    None => {
                        covariance.variances[column] +=
                            scale * (squares[cell * pairs + i] + absent * mean(column) * mean(column));
                    }
                    Some(full) => {
                        for j in 0..k {
                            let other = domain * k + j;
                            full[(column, other)] += scale
                                * (squares[cell * pairs + i * k + j] + absent * mean(column) * mean(other));
                        }
                    }
                }
            }
        }
        if let Some(full) = &mut covariance.full {
            across(full, k, columns, scale, n, mean);
        }
    }
    loneliness.finish(covariance.finished())
}

/// A row is in one domain only, so that two domains share nothing but their means.
fn across(full: &mut Matrix, k: usize, columns: usize, scale: f64, n: f64, mean: impl Fn(usize) -> f64) {
    for i in 0..columns {
        let left = scale * n * mean(i);
        if left != 0.0 {
            for j in (i / k + 1) * k..columns {
                full[(i, j)] -= left * mean(j);
            }
        }
    }
}
