//! Means, totals, shares of labels, and ratios.

use super::Estimates;
use super::engine::{Statistic, Term, simple};
use crate::{Ask, Column, Error};

impl Ask<'_> {
    /// The means of variables with numbers. The mean of 0 and 1 is the share of 1.
    ///
    /// # Errors
    /// A variable that is not there or has no numbers; nobody to estimate from; a stratum with one unit.
    pub fn mean(&self, variables: &[&str]) -> Result<Estimates, Error> {
        let mut statistics = Vec::new();
        for &name in variables {
            let values = self.survey.frame.numbers(name)?;
            statistics.push(Statistic {
                name: name.to_owned(),
                label: None,
                top: Term::Numbers(values),
                bottom: Some(Term::One),
                is_share: values.iter().all(|&v| v == 0.0 || v == 1.0 || v.is_nan()),
            });
        }
        simple(self, &statistics)
    }

    /// The totals of variables with numbers.
    ///
    /// # Errors
    /// As [`Ask::mean`].
    pub fn total(&self, variables: &[&str]) -> Result<Estimates, Error> {
        let mut statistics = Vec::new();
        for &name in variables {
            statistics.push(Statistic {
                name: name.to_owned(),
                label: None,
                top: Term::Numbers(self.survey.frame.numbers(name)?),
                bottom: None,
                is_share: false,
            });
        }
        simple(self, &statistics)
    }

    /// The ratios of the totals of one variable to those of another, pair by pair.
    ///
    /// # Errors
    /// As [`Ask::mean`]; a denominator of zero.
    pub fn ratio(&self, pairs: &[(&str, &str)]) -> Result<Estimates, Error> {
        let mut statistics = Vec::new();
        for &(top, bottom) in pairs {
            statistics.push(Statistic {
                name: format!("{top}/{bottom}"),
                label: None,
                top: Term::Numbers(self.survey.frame.numbers(top)?),
                bottom: Some(Term::Numbers(self.survey.frame.numbers(bottom)?)),
                is_share: false,
            });
        }
        simple(self, &statistics)
    }

    /// The shares of all labels of variables.
    ///
    /// # Errors
    /// As [`Ask::mean`].
    pub fn shares(&self, variables: &[&str]) -> Result<Estimates, Error> {
        self.of_labels(variables, true)
    }

    /// How many people have each label of variables.
    ///
    /// # Errors
    /// As [`Ask::mean`].
    pub fn counts(&self, variables: &[&str]) -> Result<Estimates, Error> {
        self.of_labels(variables, false)
    }

    fn of_labels(&self, variables: &[&str], shares: bool) -> Result<Estimates, Error> {
        let mut columns = Vec::new();
        for &name in variables {
            columns.push((name, self.survey.frame.column(name)?.as_categories()));
        }
        let mut statistics = Vec::new();
        for (name, column) in &columns {
            let (codes, labels) = codes(column);
            for (number, label) in (0..).zip(labels) {
                statistics.push(Statistic {
                    name: format!("{name}{label}"),
                    label: Some(label.clone()),
                    top: Term::Label(codes, number),
                    bottom: shares.then_some(Term::One),
                    is_share: shares,
                });
            }
        }
        simple(self, &statistics)
    }
}

pub(crate) fn codes(column: &Column) -> (&[u32], &[String]) {
    match column {
        Column::Categories { codes, labels } => (codes, labels),
        Column::Numbers(_) => unreachable!("as_categories gives categories"),
    }
}
