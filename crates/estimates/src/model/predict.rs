//! What a model expects of people it has not seen.

use super::Model;
use crate::estimate::{Interval, symmetric};
use crate::{Error, Frame};

/// The scale of a prediction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scale {
    /// The sum of the terms.
    Link,
    /// The mean: a share for a logistic model.
    Response,
}

/// What a model expects of one person.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Prediction {
    /// The expectation.
    pub value: f64,
    /// Its standard error; that of the mean, not of a single person.
    pub se: f64,
    /// Its interval, by t, made on the scale of the link and carried over.
    pub interval: Interval,
}

impl Model<'_> {
    /// What the model expects of each row of a frame that has the variables of its terms.
    ///
    /// # Errors
    /// Variables that are not there; labels that the model has not seen, and gaps, by row.
    pub fn predict(&self, people: &Frame, scale: Scale) -> Result<Vec<Prediction>, Error> {
        let x = self.encoding.matrix(people)?;
        let values = self.values();
        let mut predictions = Vec::with_capacity(x.rows());
        for row in 0..x.rows() {
            if let Some(column) = x.row(row).iter().position(|value| value.is_nan()) {
                let variable = self.coefficients[column].name.clone();
                return Err(Error::NotFinite { variable, row: row + 1 });
            }
            let eta = crate::numeric::matrix::dot(x.row(row), &values);
            let se = self.covariance.form(x.row(row), x.row(row)).max(0.0).sqrt();
            let interval = symmetric(eta, se, self.df, self.ask.level);
            predictions.push(match scale {
                Scale::Link => Prediction { value: eta, se, interval },
                Scale::Response => Prediction {
                    value: self.family.mean(eta),
                    se: se * self.family.slope(eta),
                    interval: Interval {
                        low: self.family.mean(interval.low),
                        high: self.family.mean(interval.high),
                    },
                },
            });
        }
        Ok(predictions)
    }
}
