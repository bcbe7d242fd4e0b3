//! Totals and ratios of totals: what means, shares, totals and ratios have in common.
//!
//! A total of y has the influence `w y`; a ratio of totals A/B with `R = A/B` has `w (a - R b)/B` (Woodruff 1971). The
//! mean is the ratio to the number of people, a share the mean of 0 and 1.

use super::{Estimate, Estimates, Undefined, deff, interval};
use crate::ask::{Missing, View};
use crate::frame::NONE;
use crate::numeric::parallel;
use crate::variance::{Covariance, Partition, of_columns, of_partition};
use crate::{Ask, Error, Matrix};

/// A value for each row.
#[derive(Clone)]
pub(crate) enum Term<'f> {
    One,
    Numbers(&'f [f64]),
    Owned(Vec<f64>),
    /// 1 if the number is at most this one, 0 if it is larger.
    AtMost(&'f [f64], f64),
    /// 1 if the row has this label, 0 if it has another.
    Label(&'f [u32], u32),
}

impl Term<'_> {
    #[inline]
    pub(crate) fn at(&self, row: usize) -> f64 {
        match self {
            Self::One => 1.0,
            Self::Numbers(values) => values[row],
            Self::Owned(values) => values[row],
            Self::AtMost(values, limit) => f64::from(u8::from(values[row] <= *limit)),
            Self::Label(codes, label) => {
                let code = codes[row];
                if code == NONE { f64::NAN } else { f64::from(u8::from(code == *label)) }
            }
        }
    }
}

/// A total, or a ratio of two.
pub(crate) struct Statistic<'f> {
    pub(crate) name: String,
    pub(crate) label: Option<String>,
    pub(crate) top: Term<'f>,
    pub(crate) bottom: Option<Term<'f>>,
    /// Whether it is a share, which has its own kinds of intervals.
    pub(crate) is_share: bool,
}

impl Statistic<'_> {
    /// The values of a row, if it has them.
    #[inline]
    fn values(&self, row: usize) -> Option<(f64, f64)> {
        let top = self.top.at(row);
        let bottom = self.bottom.as_ref().map_or(1.0, |bottom| bottom.at(row));
        (!top.is_nan() && !bottom.is_nan()).then_some((top, bottom))
    }
}

/// Sums by domain and statistic.
#[derive(Clone)]
pub(crate) struct Sums {
    pub(crate) tops: Vec<f64>,
    pub(crate) bottoms: Vec<f64>,
    pub(crate) weights: Vec<f64>,
    pub(crate) n: Vec<usize>,
    pub(crate) nonzero: Vec<usize>,
    /// Rows without a value, with a weight or without.
    pub(crate) without: Vec<usize>,
    pub(crate) first_without: Vec<usize>,
}

/// Everything that is known of statistics by domain: number `d * statistics + j`.
pub(crate) struct Linear {
    pub(crate) values: Vec<f64>,
    pub(crate) sums: Sums,
    pub(crate) covariance: Covariance,
}

/// Whether each row has all values, if rows count only then.
pub(crate) fn complete(statistics: &[Statistic<'_>], rows: usize, missing: Missing) -> Option<Vec<bool>> {
    (missing == Missing::Listwise && statistics.len() > 1)
        .then(|| (0..rows).map(|row| statistics.iter().all(|s| s.values(row).is_some())).collect())
}

impl Sums {
    fn zero(size: usize) -> Self {
        Self {
            tops: vec![0.0; size],
            bottoms: vec![0.0; size],
            weights: vec![0.0; size],
            n: vec![0; size],
            nonzero: vec![0; size],
            without: vec![0; size],
            first_without: vec![usize::MAX; size],
        }
    }

    fn add(&mut self, other: &Self) {
        parallel::add(&mut self.tops, &other.tops);
        parallel::add(&mut self.bottoms, &other.bottoms);
        parallel::add(&mut self.weights, &other.weights);
        for at in 0..self.n.len() {
            self.n[at] += other.n[at];
            self.nonzero[at] += other.nonzero[at];
            self.without[at] += other.without[at];
            self.first_without[at] = self.first_without[at].min(other.first_without[at]);
        }
    }
}

fn sums(view: &View<'_>, statistics: &[Statistic<'_>], complete: Option<&[bool]>) -> Sums {
    let k = statistics.len();
    let size = view.domains() * k;
    let weights = view.weights();
    let parts = parallel::blocks(view.domain.len(), size, |rows| {
        let mut part = Sums::zero(size);
        for row in rows {
            let domain = view.domain[row];
            if domain == NONE {
                continue;
            }
            let weight = weights[row];
            let whole = complete.is_none_or(|complete| complete[row]);
            for (j, statistic) in statistics.iter().enumerate() {
                let at = domain as usize * k + j;
                match statistic.values(row) {
                    Some((top, bottom)) if whole => {
                        part.tops[at] += weight * top;
                        part.bottoms[at] += weight * bottom;
                        part.weights[at] += weight;
                        part.n[at] += usize::from(weight != 0.0);
                        part.nonzero[at] += usize::from(weight != 0.0 && top != 0.0);
                    }
                    _ => {
                        part.without[at] += 1;
                        part.first_without[at] = part.first_without[at].min(row);
                    }
                }
            }
        }
        part
    });
    let mut all = Sums::zero(size);
    for part in &parts {
        all.add(part);
    }
    all
}

/// Estimates statistics and their covariance. A ratio to nothing has the value NaN and no variance.
pub(crate) fn linear(
    view: &View<'_>,
    statistics: &[Statistic<'_>],
    missing: Missing,
    full: bool,
) -> Result<Linear, Error> {
    let k = statistics.len();
    let complete = complete(statistics, view.domain.len(), missing);
    let sums = sums(view, statistics, complete.as_deref());
    let value = |at: usize, top: f64, bottom: f64| match statistics[at % k].bottom {
        None => top,
        Some(_) if bottom == 0.0 => f64::NAN,
        Some(_) => top / bottom,
    };
    let values: Vec<f64> =
        (0..sums.tops.len()).map(|at| value(at, sums.tops[at], sums.bottoms[at])).collect();
    let weights = view.weights();
    let counts = |row: usize| complete.as_ref().is_none_or(|complete| complete[row]);

    if let Some(replicates) = &view.survey.replicates {
        let columns = values.len();
        let totals = replicates.totals(view.survey, 2 * columns, |row, weight, to| {
            let domain = view.domain[row];
            if domain == NONE || !counts(row) {
                return;
            }
            for (j, statistic) in statistics.iter().enumerate() {
                if let Some((top, bottom)) = statistic.values(row) {
                    let at = domain as usize * k + j;
                    to[2 * at] += weight * top;
                    to[2 * at + 1] += weight * bottom;
                }
            }
        });
        let of_replicates = Matrix::from_fn(replicates.count(), columns, |r, at| {
            value(at, totals[(r, 2 * at)], totals[(r, 2 * at + 1)])
        });
        let matrix = replicates.covariance(&of_replicates, &values);
        let covariance = Covariance { variances: matrix.diagonal(), full: full.then_some(matrix) };
        return Ok(Linear { values, sums, covariance });
    }

    // what a row adds to each statistic of its domain
    let divisor: Vec<f64> = (0..values.len())
        .map(|at| match statistics[at % k].bottom {
            None => 1.0,
            Some(_) if sums.bottoms[at] == 0.0 => 0.0,
            Some(_) => 1.0 / sums.bottoms[at],
        })
        .collect();
    let influence = |row: usize, domain: usize, u: &mut [f64]| {
        let weight = if counts(row) { weights[row] } else { 0.0 };
        for (j, (to, statistic)) in u.iter_mut().zip(statistics).enumerate() {
            let at = domain * k + j;
            *to = match statistic.values(row) {
                None => 0.0,
                Some(_) if divisor[at] == 0.0 => 0.0,
                Some((top, _)) if statistic.bottom.is_none() => weight * top,
                Some((top, bottom)) => weight * (top - values[at] * bottom) * divisor[at],
            };
        }
    };
    let presence = view.presence();
    let survey = view.survey;
    if survey.steps.is_empty() && !survey.index.later_stages {
        let partition = Partition { domain: &view.domain, domains: view.domains(), statistics: k, influence };
        let covariance = of_partition(&survey.index, &partition, &presence, view.rules, full)?;
        return Ok(Linear { values, sums, covariance });
    }
    // calibration lets rows outside of a domain count in it, so that every domain needs all rows
    let dense = |domains: std::ops::Range<usize>| -> Result<Covariance, Error> {
        let mut u = Matrix::zero(view.domain.len(), domains.len() * k);
        for (row, &domain) in view.domain.iter().enumerate() {
            if domain != NONE && domains.contains(&(domain as usize)) {
                let begin = (domain as usize - domains.start) * k;
                influence(row, domain as usize, &mut u.row_mut(row)[begin..begin + k]);
            }
        }
        for step in survey.steps.iter().rev() {
            step.residuals(&mut u);
        }
        let domain_of: Vec<usize> = (0..domains.len() * k).map(|c| domains.start + c / k).collect();
        of_columns(&survey.index, &u, &presence, &domain_of, view.rules, full)
    };
    let covariance = if full {
        dense(0..view.domains())?
    } else {
        let mut variances = Vec::with_capacity(values.len());
        for domain in 0..view.domains() {
            variances.extend(dense(domain..domain + 1)?.variances);
        }
        Covariance { variances, full: None }
    };
    Ok(Linear { values, sums, covariance })
}

/// Estimates, with everything that belongs to them.
pub(crate) fn simple(ask: &Ask<'_>, statistics: &[Statistic<'_>]) -> Result<Estimates, Error> {
    let view = ask.view()?;
    let k = statistics.len();
    let linear = linear(&view, statistics, ask.missing, ask.covariance)?;
    let (rows, weighted) = view.sizes();
    let degrees = view.degrees();
    let effects = match ask.design_effect {
        None => vec![None; linear.values.len()],
        Some(kind) => deff::design_effects(&view, statistics, ask.missing, &linear, kind),
    };
    let df = if view.domains() == 1 { degrees[0] } else { view.together().degrees()[0] };
    let mut estimates =
        Estimates { by: ask.by.clone(), rows: Vec::new(), undefined: Vec::new(), covariance: None, df };
    let mut defined = Vec::new();
    for at in 0..linear.values.len() {
        let (d, statistic) = (at / k, &statistics[at % k]);
        let sums = &linear.sums;
        let reason = if ask.missing == Missing::Refuse && sums.without[at] > 0 {
            Some(Error::Missing {
                variable: statistic.name.clone(),
                domain: view.names[d].clone(),
                count: sums.without[at],
                row: sums.first_without[at] + 1,
            })
        } else if sums.n[at] == 0 {
            Some(Error::EmptyDomain { variable: statistic.name.clone(), domain: view.names[d].clone() })
        } else if linear.values[at].is_nan() {
            Some(Error::ZeroDenominator { variable: statistic.name.clone(), domain: view.names[d].clone() })
        } else {
            None
        };
        if let Some(reason) = reason {
            estimates.undefined.push(Undefined {
                domain: view.labels[d].clone(),
                name: statistic.name.clone(),
                reason,
            });
            continue;
        }
        let (value, se) = (linear.values[at], linear.covariance.variances[at].max(0.0).sqrt());
        let df = degrees[d];
        let interval = (df > 0.0).then(|| {
            let fallback = interval::symmetric(value, se, df, ask.level);
            let chosen = ask.share_interval;
            if !statistic.is_share || chosen == super::ShareInterval::Mean {
                return fallback;
            }
            super::share_interval(chosen, value, se * se, df, rows[d], ask.level).unwrap_or(fallback)
        });
        defined.push(at);
        estimates.rows.push(Estimate {
            domain: view.labels[d].clone(),
            name: statistic.name.clone(),
            label: statistic.label.clone(),
            value,
            se,
            df,
            rows: weighted[d],
            n: sums.n[at],
            nonzero: sums.nonzero[at],
            is_share: statistic.is_share,
            missing: weighted[d] - sums.n[at],
            population: sums.weights[at],
            design_effect: effects[at],
            interval,
        });
    }
    estimates.covariance = linear.covariance.full.map(|full| full.part(&defined));
    match estimates.undefined.first() {
        Some(first) if estimates.rows.is_empty() => Err(first.reason.clone()),
        _ => Ok(estimates),
    }
}
