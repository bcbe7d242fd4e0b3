//! Whether a term belongs in a model.

use super::{Columns, Formula, Model};
use crate::Error;
use crate::hypothesis::f_mixture_above;
use crate::model::formula::Encoded;
use crate::numeric::distribution::f_above;
use crate::numeric::matrix::{Cholesky, dot};

/// Wald's test of a term.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TermTest {
    /// The statistic.
    pub f: f64,
    /// How many coefficients the term has.
    pub df: f64,
    /// Degrees of freedom of the denominator: those of the model.
    pub denominator_df: f64,
    /// The probability of a statistic at least as large if the term did not belong.
    pub p_value: f64,
}

/// The likelihood ratio test of a term, against its mixture of chi-squares (Rao and Scott 1984; Lumley and Scott 2014).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LikelihoodRatio {
    /// Twice the loss of log-likelihood without the term, weights brought to a mean of 1.
    pub statistic: f64,
    /// How many coefficients the term has.
    pub df: f64,
    /// Degrees of freedom of the denominator: those of the model.
    pub denominator_df: f64,
    /// The design effects of the coefficients: the weights of the mixture, largest first.
    pub design_effects: Vec<f64>,
    /// The probability of a statistic at least as large if the term did not belong.
    pub p_value: f64,
}

impl Model<'_> {
    /// The columns of a term.
    fn columns_of(&self, term: &str) -> Result<(usize, Vec<usize>), Error> {
        let Some(number) = self.encoding.terms.iter().position(|(name, _)| name == term) else {
            return Err(Error::NoSuchTerm(term.to_owned()));
        };
        let names = self.encoding.names();
        let columns: Vec<usize> =
            (0..names.len()).filter(|&column| names[column].1 == Some(number)).collect();
        if columns.is_empty() {
            return Err(Error::Levels { variable: term.to_owned(), levels: 1, needed: "at least 2" });
        }
        Ok((number, columns))
    }

    /// The labels of a category of the model; the first has no column.
    #[must_use]
    pub fn levels(&self, variable: &str) -> Vec<String> {
        let factors = self.encoding.terms.iter().flat_map(|(_, factors)| factors);
        factors
            .filter_map(|factor| match factor {
                Encoded::Labels { variable: own, labels } if own == variable => Some(labels.clone()),
                _ => None,
            })
            .next()
            .unwrap_or_default()
    }

    /// Tests a term by Wald's F: `b' V⁻¹ b / k` on k and the model's degrees of freedom.
    ///
    /// # Errors
    /// A term that the model does not have, or whose covariance is singular.
    pub fn test(&self, term: &str) -> Result<TermTest, Error> {
        let (_, columns) = self.columns_of(term)?;
        let values = self.values();
        let b: Vec<f64> = columns.iter().map(|&column| values[column]).collect();
        let factor = Cholesky::of(&self.covariance.part(&columns))
            .map_err(|_| Error::Singular { term: term.to_owned() })?;
        let df = b.len() as f64;
        let f = dot(&b, &factor.solve(&b)) / df;
        Ok(TermTest { f, df, denominator_df: self.df, p_value: f_above(f, df, self.df) })
    }

    /// Tests a term by how much worse the model is without it.
    ///
    /// # Errors
    /// As [`Model::test`] and [`crate::Ask::model`].
    pub fn likelihood_ratio(&self, term: &str) -> Result<LikelihoodRatio, Error> {
        let (number, columns) = self.columns_of(term)?;
        let reduced: Formula = self.formula.without(number);
        // the same rows, also where only the term's own variable is missing
        let columns_of_rows = Columns::new(&self.encoding, &self.ask.survey.frame)?;
        let complete = columns_of_rows.map(|x| x.iter().all(|value| !value.is_nan()));
        let ask = self.ask.clone().filter_rows("rows with all terms", &complete);
        let without = ask.model_until(&reduced, self.family, self.convergence)?;
        // both deviances in the weights of this model
        let domain = |ask: &crate::Ask<'_>| -> Result<f64, Error> {
            let view = ask.view()?;
            let (rows, _) = view.sizes();
            let size = if ask.survey.steps.is_empty() { rows[0] } else { ask.survey.frame.rows() };
            let inside = view.domain.iter().zip(view.weights()).filter(|(domain, _)| **domain == 0);
            Ok(inside.map(|(_, weight)| weight).sum::<f64>() / size as f64)
        };
        let rescaled = without.deviance * domain(&ask)? / domain(&self.ask)?;
        let statistic = rescaled - self.deviance;
        let factor = Cholesky::of(&self.naive.part(&columns))
            .map_err(|_| Error::Singular { term: term.to_owned() })?;
        let design_effects = factor.eigenvalues_relative(&self.covariance.part(&columns));
        Ok(LikelihoodRatio {
            statistic,
            df: columns.len() as f64,
            denominator_df: self.df,
            p_value: f_mixture_above(statistic, &design_effects, self.df),
            design_effects,
        })
    }
}
