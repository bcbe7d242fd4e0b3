//! The share of people for whom something is true, with the interval of one's choice.

use super::engine::{Statistic, Term, linear};
use super::{Interval, ShareInterval, share_interval};
use crate::expression::Expression;
use crate::{Ask, Error, Matrix};

/// A share.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Share {
    /// The labels of the domain.
    pub domain: Vec<String>,
    /// The share, from 0 to 1.
    pub value: f64,
    /// Its standard error.
    pub se: f64,
    /// Degrees of freedom in the domain.
    pub df: f64,
    /// Rows of the domain.
    pub rows: usize,
    /// Rows with a weight and a value.
    pub n: usize,
    /// The interval, or why there is none.
    pub interval: Result<Interval, Error>,
}

impl Ask<'_> {
    /// The share of people for whom a condition is true, of those for whom it is not missing, in each domain.
    ///
    /// # Errors
    /// A condition that cannot be read; nobody to estimate from.
    pub fn share(&self, condition: &str, how: ShareInterval) -> Result<Vec<Share>, Error> {
        let view = self.view()?;
        let mut is_true = Expression::read(condition)?.numbers(&self.survey.frame)?;
        for value in &mut is_true {
            if !value.is_nan() {
                *value = f64::from(u8::from(*value != 0.0));
            }
        }
        let statistic = Statistic {
            name: condition.to_owned(),
            label: None,
            top: Term::Owned(is_true),
            bottom: Some(Term::One),
            is_share: true,
        };
        let statistics = [statistic];
        let linear = linear(&view, &statistics, self.missing, false)?;
        let degrees = view.degrees();
        let (rows, _) = view.sizes();
        let mut shares = Vec::new();
        for domain in 0..view.domains() {
            if linear.sums.n[domain] == 0 {
                return Err(Error::EmptyDomain {
                    variable: condition.to_owned(),
                    domain: view.names[domain].clone(),
                });
            }
            if self.missing == crate::Missing::Refuse && linear.sums.without[domain] > 0 {
                return Err(Error::Missing {
                    variable: condition.to_owned(),
                    domain: view.names[domain].clone(),
                    count: linear.sums.without[domain],
                    row: linear.sums.first_without[domain] + 1,
                });
            }
            let (value, variance) = (linear.values[domain], linear.covariance.variances[domain].max(0.0));
            let df = degrees[domain];
            if df <= 0.0 {
                return Err(Error::NoDegrees {
                    what: condition.to_owned(),
                    domain: view.names[domain].clone(),
                    df,
                });
            }
            let spread = match (&self.survey.replicates, how) {
                // on its own scale in every replicate
                (Some(_), ShareInterval::Likelihood) => {
                    let Term::Owned(values) = &statistics[0].top else { unreachable!("it was made above") };
                    self.logit_variance(&view, values, domain, value)?
                }
                _ => variance,
            };
            shares.push(Share {
                domain: view.labels[domain].clone(),
                value,
                se: variance.sqrt(),
                df,
                rows: rows[domain],
                n: linear.sums.n[domain],
                interval: share_interval(how, value, spread, df, rows[domain], self.level),
            });
        }
        Ok(shares)
    }

    /// The variance of a share by way of the logit's in the replicates, brought back to the share's scale.
    fn logit_variance(
        &self,
        view: &crate::ask::View<'_>,
        values: &[f64],
        domain: usize,
        share: f64,
    ) -> Result<f64, Error> {
        let Some(replicates) = &self.survey.replicates else {
            return Err(Error::Unsupported("there are no replicates"));
        };
        let totals = replicates.totals(self.survey, 2, |row, weight, to| {
            if view.domain[row] as usize == domain && !values[row].is_nan() {
                to[0] += weight * values[row];
                to[1] += weight;
            }
        });
        let logit = |p: f64| (p / (1.0 - p)).ln();
        let logits = Matrix::from_fn(totals.rows(), 1, |r, _| logit(totals[(r, 0)] / totals[(r, 1)]));
        let variance = replicates.covariance(&logits, &[logit(share)])[(0, 0)];
        Ok(variance * (share * (1.0 - share)).powi(2))
    }
}
