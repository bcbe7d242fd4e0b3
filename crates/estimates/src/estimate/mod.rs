//! Estimates with their uncertainty.

mod contrast;
mod deff;
mod engine;
mod interval;
mod mean;
mod multi_response;
mod quantile;
mod rules;
mod share;
mod standardise;
mod table;
pub(crate) mod table_of {
    pub(crate) use super::table::Crossed;
}
mod variance_of;

pub use contrast::Contrast;
pub(crate) use engine::{Statistic, Term, linear};
pub use interval::{Interval, ShareInterval};
pub(crate) use interval::{share_interval, symmetric};
pub use multi_response::MultiResponse;
pub use quantile::{Quantile, Quantiles};
pub use rules::QuantileRule;
pub use share::Share;
pub use standardise::Standardised;
pub use table::{CrossTable, CrossTableCell};

use crate::{Error, Matrix};

/// One estimate, in one domain.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Estimate {
    /// The labels of the domain, one for each variable of [`crate::Ask::by`].
    pub domain: Vec<String>,
    /// What is estimated: a variable, a ratio `a/b`, or a variable and its label.
    pub name: String,
    /// The label, if this is a share of one.
    pub label: Option<String>,
    /// The estimate.
    pub value: f64,
    /// Its standard error.
    pub se: f64,
    /// Degrees of freedom in the domain: units less strata, among rows with a weight.
    pub df: f64,
    /// Rows of the domain with a weight.
    pub rows: usize,
    /// Rows of the domain with a weight and a value: those the estimate is made from.
    pub n: usize,
    /// Rows of the domain with a weight but without a value.
    pub missing: usize,
    /// Of these, rows whose value is not zero: for a share, those who have it.
    pub nonzero: usize,
    /// Whether it is a share, from 0 to 1.
    pub is_share: bool,
    /// The sum of the weights of the rows it is made from.
    pub population: f64,
    /// The design effect, if it was asked for and can be told.
    pub design_effect: Option<f64>,
    /// The interval, at the level that was asked for, by t with the domain's degrees of freedom; none without any.
    pub interval: Option<Interval>,
}

impl Estimate {
    /// The coefficient of variation; none for an estimate of zero.
    #[must_use]
    pub fn cv(&self) -> Option<f64> {
        (self.value != 0.0).then(|| self.se / self.value.abs())
    }

    /// The interval by the normal distribution.
    #[must_use]
    pub fn normal_interval(&self, level: f64) -> Interval {
        symmetric(self.value, self.se, f64::INFINITY, level)
    }

    /// The interval by t with the given degrees of freedom; none without any.
    #[must_use]
    pub fn t_interval(&self, level: f64, df: f64) -> Option<Interval> {
        (df > 0.0).then(|| symmetric(self.value, self.se, df, level))
    }
}

/// An estimate that cannot be made, and why.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Undefined {
    /// The labels of the domain.
    pub domain: Vec<String>,
    /// What was to be estimated.
    pub name: String,
    /// Why it cannot be.
    pub reason: Error,
}

/// A table of estimates.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Estimates {
    /// The variables that divide into domains.
    pub by: Vec<String>,
    /// The estimates, domain by domain; the first variable of `by` runs fastest.
    pub rows: Vec<Estimate>,
    /// What could not be estimated.
    pub undefined: Vec<Undefined>,
    /// The covariances of `rows`, if they were asked for.
    pub covariance: Option<Matrix>,
    /// Degrees of freedom of all domains together.
    pub df: f64,
}

impl Estimates {
    /// The only estimate there is.
    ///
    /// # Errors
    /// There is none, or more than one.
    pub fn one(&self) -> Result<&Estimate, Error> {
        match (self.rows.as_slice(), self.undefined.first()) {
            ([one], _) => Ok(one),
            ([], Some(undefined)) => Err(undefined.reason.clone()),
            _ => Err(Error::Unsupported("there is more than one estimate")),
        }
    }

    /// The estimate of a domain, by its labels and the name of what is estimated.
    ///
    /// # Errors
    /// It could not be estimated, or was not asked for.
    pub fn get(&self, domain: &[&str], name: &str) -> Result<&Estimate, Error> {
        let found = self.rows.iter().find(|row| row.name == name && row.domain == domain);
        found.ok_or_else(|| {
            let undefined = self.undefined.iter().find(|row| row.name == name && row.domain == domain);
            undefined.map_or_else(
                || Error::NoSuchEstimate([domain, &[name]].concat().join(", ")),
                |undefined| undefined.reason.clone(),
            )
        })
    }
}
