//! Whether the means of two groups differ.

use crate::estimate::Interval;
use crate::model::{Family, Formula};
use crate::{Ask, Error};

/// The difference between the means of two groups, and its test.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MeanTest {
    /// The groups: the difference is the second less the first.
    pub groups: [String; 2],
    /// The difference.
    pub difference: f64,
    /// Its standard error.
    pub se: f64,
    /// The difference over its standard error.
    pub t: f64,
    /// Degrees of freedom: one less than the domain has.
    pub df: f64,
    /// The probability of a difference at least as large if there were none.
    pub p_value: f64,
    /// The interval of the difference.
    pub interval: Interval,
}

impl Ask<'_> {
    /// Tests whether the mean of a variable differs between the two groups of another.
    ///
    /// # Errors
    /// Another number of groups than two; as [`Ask::model`].
    pub fn mean_difference(&self, variable: &str, group: &str) -> Result<MeanTest, Error> {
        let formula = Formula::read(&format!("({variable}) ~ C({group})"))?;
        let model = self.model(&formula, Family::Linear)?;
        let [_, coefficient] = model.coefficients.as_slice() else {
            let levels = model.levels(group).len();
            return Err(Error::Levels { variable: group.to_owned(), levels, needed: "exactly 2" });
        };
        let mut labels = model.levels(group).into_iter();
        Ok(MeanTest {
            groups: [labels.next().unwrap_or_default(), labels.next().unwrap_or_default()],
            difference: coefficient.value,
            se: coefficient.se,
            t: coefficient.t,
            df: model.df,
            p_value: coefficient.p_value,
            interval: coefficient.interval,
        })
    }
}
