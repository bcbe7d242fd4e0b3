//! Quantiles, with intervals by way of the share of people below (Woodruff 1952).

use super::engine::{Statistic, Term, linear};
use super::rules::Sorted;
use super::{Interval, QuantileRule, Undefined, interval, share_interval};
use crate::frame::NONE;
use crate::numeric::quantile as distribution;
use crate::{Ask, Error, Matrix, Missing};

/// A quantile of one variable in one domain.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Quantile {
    /// The labels of the domain.
    pub domain: Vec<String>,
    /// The variable.
    pub name: String,
    /// Which quantile: 0.5 is the median.
    pub p: f64,
    /// The quantile.
    pub value: f64,
    /// The lower end of the interval; none if the share of people below it would be below 0, or cannot be told.
    pub low: Option<f64>,
    /// The upper end of the interval; none if the share of people below it would be above 1, or cannot be told.
    pub high: Option<f64>,
    /// The width of the interval in terms of t: its standard error, if it had one.
    pub se: Option<f64>,
    /// Degrees of freedom, of the rows with a value.
    pub df: f64,
    /// Rows with a weight and a value.
    pub n: usize,
}

/// How quantiles are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quantiles {
    /// Where between values a quantile lies.
    pub rule: QuantileRule,
    /// Take the spread of the quantile itself over the replicates, instead of the share of people below it.
    pub by_replicates: bool,
}

impl Ask<'_> {
    /// Quantiles of variables with numbers. Intervals are made around the share of people at or below the quantile, of the
    /// kind that [`Ask::share_interval`] says, and carried back.
    ///
    /// # Errors
    /// As [`Ask::mean`]; a `p` that is not between 0 and 1; replicates that are not there.
    pub fn quantiles(&self, variables: &[&str], p: &[f64], how: Quantiles) -> Result<Vec<Quantile>, Error> {
        let (found, undefined) = self.quantiles_listed(variables, p, how)?;
        match undefined.into_iter().next() {
            Some(first) => Err(first.reason),
            None => Ok(found),
        }
    }

    /// As [`Ask::quantiles`], with a list of the groups in which nobody has a value, instead of an error for them.
    ///
    /// # Errors
    /// As [`Ask::quantiles`], but not for an empty group.
    pub fn quantiles_listed(
        &self,
        variables: &[&str],
        p: &[f64],
        how: Quantiles,
    ) -> Result<(Vec<Quantile>, Vec<Undefined>), Error> {
        if let Some(&wrong) = p.iter().find(|p| !(0.0..=1.0).contains(*p)) {
            return Err(Error::Range { what: "p", value: wrong, limits: "from 0 to 1" });
        }
        let columns: Vec<&[f64]> =
            variables.iter().map(|&name| self.survey.frame.numbers(name)).collect::<Result<_, _>>()?;
        let everyone = self.view()?;
        let (mut found, mut undefined) = (Vec::new(), Vec::new());
        for domain in 0..everyone.domains() {
            for (&name, values) in variables.iter().zip(&columns) {
                let inside = |row: usize| everyone.domain[row] as usize == domain;
                let present = |row: usize| match self.missing {
                    Missing::Listwise => columns.iter().all(|values| !values[row].is_nan()),
                    _ => !values[row].is_nan(),
                };
                let gaps = || (0..values.len()).filter(|&row| inside(row) && values[row].is_nan());
                if self.missing == Missing::Refuse
                    && let Some(row) = gaps().next()
                {
                    return Err(Error::Missing {
                        variable: name.to_owned(),
                        domain: everyone.names[domain].clone(),
                        count: gaps().count(),
                        row: row + 1,
                    });
                }
                let keep: Vec<bool> = (0..values.len()).map(|row| inside(row) && present(row)).collect();
                let one = Self { by: Vec::new(), filter: None, ..self.clone() }
                    .filter_rows(&everyone.names[domain], &keep);
                match one.of_one_domain(name, values, p, how, &everyone.labels[domain]) {
                    Ok(quantiles) => found.extend(quantiles),
                    Err(reason @ Error::EmptyDomain { .. }) => undefined.push(Undefined {
                        domain: everyone.labels[domain].clone(),
                        name: name.to_owned(),
                        reason,
                    }),
                    Err(other) => return Err(other),
                }
            }
        }
        Ok((found, undefined))
    }

    fn of_one_domain(
        &self,
        name: &str,
        values: &[f64],
        p: &[f64],
        how: Quantiles,
        labels: &[String],
    ) -> Result<Vec<Quantile>, Error> {
        let view = self.view()?;
        let inside: Vec<usize> = (0..values.len()).filter(|&row| view.domain[row] != NONE).collect();
        let sorted =
            |weights: &[f64]| Sorted::new(inside.iter().map(|&row| (values[row], weights[row])).collect());
        let whole = sorted(view.weights());
        if whole.is_empty() {
            return Err(Error::EmptyDomain { variable: name.to_owned(), domain: view.names[0].clone() });
        }
        let df = view.degrees()[0];
        let t = distribution::t(0.5 + self.level / 2.0, df);
        let (rows, weighted) = view.sizes();
        // the beta method counts rows with a value, or all rows once weights are calibrated
        let rows = if self.survey.steps.is_empty() { rows[0] } else { self.survey.frame.rows() };
        let estimates: Vec<f64> = p.iter().map(|&p| whole.at(p, how.rule)).collect();
        let mut found = Vec::new();
        if how.by_replicates {
            let Some(replicates) = &self.survey.replicates else {
                return Err(Error::Unsupported("there are no replicates"));
            };
            let of_replicates: Matrix = self.survey.for_each_replicate(replicates, p.len(), |weights| {
                let sorted = sorted(weights);
                Ok(p.iter()
                    .map(|&p| if sorted.is_empty() { f64::NAN } else { sorted.at(p, how.rule) })
                    .collect())
            })?;
            let variances = replicates.covariance(&of_replicates, &estimates).diagonal();
            for ((&p, value), variance) in p.iter().zip(estimates).zip(variances) {
                let se = variance.max(0.0).sqrt();
                let Interval { low, high } = interval::symmetric(value, se, df, self.level);
                let (low, high, se) = (Some(low), Some(high), Some(se));
                found.push(Quantile {
                    domain: labels.to_vec(),
                    name: name.to_owned(),
                    p,
                    value,
                    low,
                    high,
                    se,
                    df,
                    n: weighted[0],
                });
            }
            return Ok(found);
        }
        let statistics: Vec<Statistic<'_>> = estimates
            .iter()
            .map(|&estimate| Statistic {
                name: name.to_owned(),
                label: None,
                top: Term::AtMost(values, estimate),
                bottom: Some(Term::One),
                is_share: true,
            })
            .collect();
        let shares = linear(&view, &statistics, Missing::PerVariable, false)?;
        for (number, (&p, value)) in p.iter().zip(estimates).enumerate() {
            let (share, variance) = (shares.values[number], shares.covariance.variances[number]);
            let interval = share_interval(self.share_interval, share, variance, df, rows, self.level).ok();
            let carried = |share: f64| (0.0..=1.0).contains(&share).then(|| whole.at(share, how.rule));
            let low = interval.and_then(|interval| carried(interval.low));
            let high = interval.and_then(|interval| carried(interval.high));
            let se = low.zip(high).map(|(low, high)| (high - low) / (2.0 * t));
            found.push(Quantile {
                domain: labels.to_vec(),
                name: name.to_owned(),
                p,
                value,
                low,
                high,
                se,
                df,
                n: weighted[0],
            });
        }
        Ok(found)
    }
}
