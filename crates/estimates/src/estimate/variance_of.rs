//! The variance of a variable in the population.

use super::Estimates;
use super::engine::{Statistic, Term, simple};
use crate::frame::NONE;
use crate::{Ask, Error};

impl Ask<'_> {
    /// The variances of variables between people: the mean of `(y - ȳ)² n/(n-1)`, each domain around its own mean.
    ///
    /// # Errors
    /// As [`Ask::mean`].
    pub fn variance(&self, variables: &[&str]) -> Result<Estimates, Error> {
        let view = self.view()?;
        let mut statistics = Vec::new();
        for &name in variables {
            let values = self.survey.frame.numbers(name)?;
            let mut sums = vec![(0.0, 0.0, 0.0_f64); view.domains()];
            for (row, &domain) in view.domain.iter().enumerate() {
                if domain != NONE && !values[row].is_nan() {
                    let weight = view.weights()[row];
                    let to = &mut sums[domain as usize];
                    to.0 += weight * values[row];
                    to.1 += weight;
                    to.2 += f64::from(u8::from(weight != 0.0));
                }
            }
            let squares = values
                .iter()
                .zip(&view.domain)
                .map(|(value, &domain)| {
                    if domain == NONE {
                        return f64::NAN;
                    }
                    let (sum, weight, n) = sums[domain as usize];
                    (value - sum / weight).powi(2) * n / (n - 1.0)
                })
                .collect();
            statistics.push(Statistic {
                name: name.to_owned(),
                label: None,
                top: Term::Owned(squares),
                bottom: Some(Term::One),
                is_share: false,
            });
        }
        simple(self, &statistics)
    }
}
