//! Predictive margins: the mean a model expects if everybody were of one group, and all else as it is
//! (Graubard and Korn 1999).

use super::regression::Data;
use super::{Columns, Family, Formula};
use crate::estimate::{Interval, Statistic, Term, linear, symmetric};
use crate::{Ask, Column, Error, Matrix, Missing};

/// The mean that a model expects if everybody were of one group.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MarginalMean {
    /// The group.
    pub label: String,
    /// The mean.
    pub value: f64,
    /// Its standard error: from the coefficients, and from who is in the sample.
    pub se: f64,
    /// Degrees of freedom in the domain.
    pub df: f64,
    /// Its interval, by t.
    pub interval: Interval,
}

/// The means of all groups.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MarginalMeans {
    /// The mean of each group.
    pub means: Vec<MarginalMean>,
    /// Their covariance.
    pub covariance: Matrix,
}

impl Ask<'_> {
    /// The mean that a model expects for each label of a category, everybody being given that label in turn. The category
    /// is added to the formula if it is not there.
    ///
    /// # Errors
    /// As [`Ask::model`].
    pub fn marginal_means(
        &self,
        formula: &Formula,
        family: Family,
        group: &str,
    ) -> Result<MarginalMeans, Error> {
        let has = formula.terms.iter().any(|term| Formula::term_name(term) == group);
        let formula = if has { formula.clone() } else { formula.with_category(group) };
        let model = self.model(&formula, family)?;
        let ask = self.whole();
        let data = Data::new(&ask, &formula, family)?;
        let levels = model.levels(group);
        if levels.is_empty() {
            return Err(Error::Kind {
                variable: group.to_owned(),
                found: "numbers",
                needed: "categories, as in C(…)",
            });
        }
        let values = model.values();
        let rows = self.survey.frame.rows();
        let total: f64 = data.rows.iter().map(|&row| self.survey.weights[row]).sum();
        let mut statistics = Vec::new();
        let mut slopes = Matrix::zero(levels.len(), values.len());
        for (number, label) in levels.iter().enumerate() {
            let everybody = Column::Categories { codes: vec![0; rows], labels: vec![label.clone()] };
            let x = Columns::new(&model.encoding, &self.survey.frame.replaced(group, &everybody))?;
            let mut means = vec![f64::NAN; rows];
            for &row in &data.rows {
                let eta = crate::numeric::matrix::dot(x.row(row), &values);
                means[row] = family.mean(eta);
                let factor = self.survey.weights[row] * family.slope(eta) / total;
                for (to, value) in slopes.row_mut(number).iter_mut().zip(x.row(row)) {
                    *to += factor * value;
                }
            }
            statistics.push(Statistic {
                name: label.clone(),
                label: Some(label.clone()),
                top: Term::Owned(means),
                bottom: Some(Term::One),
                is_share: false,
            });
        }
        let sampled = linear(&data.view, &statistics, Missing::PerVariable, true)?;
        let df = data.view.degrees()[0];
        if df <= 0.0 {
            return Err(Error::NoDegrees { what: group.to_owned(), domain: data.view.names[0].clone(), df });
        }
        let mut covariance = sampled.covariance.into_matrix();
        covariance.add_scaled(&model.covariance.sandwiched(&slopes), 1.0);
        let means = levels
            .into_iter()
            .enumerate()
            .map(|(number, label)| {
                let (value, se) = (sampled.values[number], covariance[(number, number)].max(0.0).sqrt());
                MarginalMean { label, value, se, df, interval: symmetric(value, se, df, self.level) }
            })
            .collect();
        Ok(MarginalMeans { means, covariance })
    }
}
