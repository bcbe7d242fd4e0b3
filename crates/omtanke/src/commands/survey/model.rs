//! `omtanke survey model`

use clap::{Args, ValueEnum};
use estimates::Family;
use insight::Regression;

use super::arguments::{Data, Manner, Output};
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Model {
    /// The kind of model.
    #[arg(value_enum)]
    family: Kind,
    /// What is explained by what: `"needed_help ~ age_group + C(sex)"`. `C(…)` makes categories of numbers.
    formula: String,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    manner: Manner,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    Linear,
    Logistic,
    Poisson,
}

impl Model {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let regression = Regression {
            family: match self.family {
                Kind::Linear => Family::Linear,
                Kind::Logistic => Family::Logistic,
                Kind::Poisson => Family::Poisson,
            },
            formula: self.formula,
            question: self.manner.question(),
        };
        let source = self.data.source()?;
        self.output.answer(|| regression.open(&source), |opened| regression.answer(opened))?;
        Ok(())
    }
}
