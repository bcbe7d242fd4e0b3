//! Linear, logistic and Poisson models: how the mean follows from the terms, and how values vary around it.

use crate::Error;

/// A family of models, with its usual link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Family {
    /// The mean is the sum of the terms.
    Linear,
    /// The logit of a share is the sum of the terms; the response is from 0 to 1.
    Logistic,
    /// The logarithm of the mean is the sum of the terms; the response is a count, or another amount above zero.
    Poisson,
}

impl Family {
    fn name(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Logistic => "logistic",
            Self::Poisson => "Poisson",
        }
    }

    pub(crate) fn check(self, response: &str, row: usize, value: f64) -> Result<(), Error> {
        let fits = match self {
            Self::Linear => value.is_finite(),
            Self::Logistic => (0.0..=1.0).contains(&value),
            Self::Poisson => value.is_finite() && value >= 0.0,
        };
        if fits {
            return Ok(());
        }
        Err(Error::Response { response: response.to_owned(), value, row: row + 1, family: self.name() })
    }

    /// A mean to begin from.
    pub(crate) fn start(self, y: f64, weight: f64) -> f64 {
        match self {
            Self::Linear => y,
            Self::Logistic => (weight * y + 0.5) / (weight + 1.0),
            Self::Poisson => y + 0.1,
        }
    }

    pub(crate) fn link(self, mean: f64) -> f64 {
        match self {
            Self::Linear => mean,
            Self::Logistic => (mean / (1.0 - mean)).ln(),
            Self::Poisson => mean.ln(),
        }
    }

    pub(crate) fn mean(self, eta: f64) -> f64 {
        match self {
            Self::Linear => eta,
            Self::Logistic => 1.0 / (1.0 + (-eta).exp()),
            Self::Poisson => eta.exp(),
        }
    }

    /// How the mean changes with the sum of the terms.
    pub(crate) fn slope(self, eta: f64) -> f64 {
        match self {
            Self::Linear => 1.0,
            Self::Logistic => {
                let e = (-eta.abs()).exp();
                e / ((1.0 + e) * (1.0 + e))
            }
            Self::Poisson => eta.exp(),
        }
    }

    /// The same, from the mean; never quite zero, so that it can be divided by.
    pub(crate) fn slope_at(self, mean: f64) -> f64 {
        let slope = match self {
            Self::Linear => 1.0,
            Self::Logistic => mean * (1.0 - mean),
            Self::Poisson => mean,
        };
        slope.max(1e-300)
    }

    pub(crate) fn variance(self, mean: f64) -> f64 {
        match self {
            Self::Linear => 1.0,
            Self::Logistic => mean * (1.0 - mean),
            Self::Poisson => mean,
        }
    }

    /// Twice the loss of log-likelihood of one row.
    pub(crate) fn deviance(self, y: f64, mean: f64) -> f64 {
        let part = |a: f64, b: f64| if a == 0.0 { 0.0 } else { a * (a / b).ln() };
        match self {
            Self::Linear => (y - mean) * (y - mean),
            Self::Logistic => 2.0 * (part(y, mean) + part(1.0 - y, 1.0 - mean)),
            Self::Poisson => 2.0 * (part(y, mean) - (y - mean)),
        }
    }
}
