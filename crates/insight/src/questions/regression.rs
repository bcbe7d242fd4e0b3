//! Models: who answers what, other things being equal.

use estimates::{Family, Formula};
use serde::Serialize;

use super::Question;
use crate::Error;
use crate::source::{Opened, Source};

/// A model to fit.
#[derive(Clone, Debug)]
pub struct Regression {
    /// Linear, logistic or Poisson.
    pub family: Family,
    /// What is explained by what: `needed_help ~ age_group + C(sex)`.
    pub formula: String,
    /// About whom, and how to go about things.
    pub question: Question,
}

/// A coefficient.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FittedCoefficient {
    /// The term.
    pub name: String,
    /// The coefficient.
    pub estimate: f64,
    /// Its standard error.
    pub se: f64,
    /// The coefficient over its standard error.
    pub t: f64,
    /// How probable it is if it is nothing.
    pub p_value: f64,
    /// Its interval.
    pub ci: [f64; 2],
    /// For logistic models the odds ratio, for Poisson models the ratio of means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    /// Its interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio_ci: Option<[f64; 2]>,
}

/// The test of a term that has several coefficients.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FittedTerm {
    /// The term.
    pub name: String,
    /// Wald's F.
    pub f: f64,
    /// Its degrees of freedom.
    pub df: [f64; 2],
    /// How probable it is if the term is nothing.
    pub p_value: f64,
}

/// A fitted model.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fitted {
    /// The kind of model.
    pub family: String,
    /// The formula.
    pub formula: String,
    /// About whom.
    pub base: String,
    /// Its coefficients.
    pub coefficients: Vec<FittedCoefficient>,
    /// Tests of its terms.
    pub terms: Vec<FittedTerm>,
    /// Degrees of freedom of its tests.
    pub df: f64,
    /// Respondents that it is fitted to.
    pub n: usize,
    /// Respondents who lack something.
    pub missing: usize,
    /// What a reader should know.
    pub notes: Vec<String>,
}

impl Regression {
    /// Reads what is needed, and fits the model.
    ///
    /// # Errors
    /// A formula that cannot be read, data that do not allow the model, a search that comes to no end.
    pub fn ask(&self, source: &Source) -> Result<Fitted, Error> {
        self.answer(&self.open(source)?)
    }

    /// Reads what the model needs of a file.
    ///
    /// # Errors
    /// As [`Source::open`].
    pub fn open(&self, source: &Source) -> Result<Opened, Error> {
        let (mut texts, _) = self.question.texts(source);
        texts.push(self.formula.clone());
        if let (Some(book), Some(name)) = (&source.codebook, self.response()) {
            texts.extend(book.asked(&name).map(str::to_owned));
        }
        source.open(&super::as_strs(&texts), &[])
    }

    fn response(&self) -> Option<String> {
        Some(self.formula.split_once('~')?.0.trim().to_owned())
    }

    /// Fits the model to what was read.
    ///
    /// # Errors
    /// As [`Regression::ask`].
    pub fn answer(&self, opened: &Opened) -> Result<Fitted, Error> {
        let formula = Formula::read(&self.formula)?;
        let question =
            Question { of: self.response().into_iter().collect(), by: Vec::new(), ..self.question.clone() };
        let (ask, base) = question.asked(opened)?;
        let model = ask.model(&formula, self.family)?;
        let with_ratio = self.family != Family::Linear;
        let coefficients = model
            .coefficients
            .iter()
            .map(|c| FittedCoefficient {
                name: c.name.clone(),
                estimate: c.value,
                se: c.se,
                t: c.t,
                p_value: c.p_value,
                ci: [c.interval.low, c.interval.high],
                ratio: with_ratio.then(|| c.value.exp()),
                ratio_ci: with_ratio.then(|| [c.interval.low.exp(), c.interval.high.exp()]),
            })
            .collect();
        let mut terms = Vec::new();
        let right = self.formula.split_once('~').map_or("", |(_, right)| right);
        for term in right.split('+').map(str::trim) {
            let name = term.strip_prefix("C(").and_then(|term| term.strip_suffix(')')).unwrap_or(term);
            if let Ok(test) = model.test(name) {
                terms.push(FittedTerm {
                    name: name.to_owned(),
                    f: test.f,
                    df: [test.df, test.denominator_df],
                    p_value: test.p_value,
                });
            }
        }
        let family = match self.family {
            Family::Logistic => "logistic",
            Family::Poisson => "Poisson",
            _ => "linear",
        };
        Ok(Fitted {
            family: family.to_owned(),
            formula: self.formula.clone(),
            base,
            coefficients,
            terms,
            df: model.df,
            n: model.n,
            missing: model.missing,
            notes: opened.notes_said(),
        })
    }
}
