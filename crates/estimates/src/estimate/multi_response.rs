//! Questions that several answers may be given to, one variable of 0 and 1 for each answer.

use super::Estimates;
use super::engine::{Statistic, Term, simple};
use crate::ask::Missing;
use crate::{Ask, Error};

/// Of what the answers are shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MultiResponse {
    /// Of people: the shares may add up to more than 1.
    OfPeople,
    /// Of answers: the shares add up to 1.
    OfAnswers,
}

impl Ask<'_> {
    /// The share of each answer to a question that several answers may be given to. Whoever lacks one of the answers was not
    /// asked, and does not count.
    ///
    /// # Errors
    /// As [`Ask::mean`]; values other than 0 and 1.
    pub fn multi_response(&self, answers: &[&str], of: MultiResponse) -> Result<Estimates, Error> {
        let mut columns = Vec::new();
        for &name in answers {
            let values = self.survey.frame.numbers(name)?;
            if let Some(row) = values.iter().position(|&v| !v.is_nan() && v != 0.0 && v != 1.0) {
                return Err(Error::Response {
                    response: name.to_owned(),
                    value: values[row],
                    row: row + 1,
                    family: "multiple-response",
                });
            }
            columns.push(values);
        }
        let given: Vec<f64> =
            (0..self.survey.frame.rows()).map(|row| columns.iter().map(|values| values[row]).sum()).collect();
        let statistics: Vec<Statistic<'_>> = answers
            .iter()
            .zip(&columns)
            .map(|(&name, values)| Statistic {
                name: name.to_owned(),
                label: None,
                top: Term::Numbers(values),
                bottom: Some(match of {
                    MultiResponse::OfPeople => Term::One,
                    MultiResponse::OfAnswers => Term::Owned(given.clone()),
                }),
                is_share: true,
            })
            .collect();
        let missing = if self.missing == Missing::Refuse { Missing::Refuse } else { Missing::Listwise };
        simple(&self.clone().missing(missing), &statistics)
    }
}
