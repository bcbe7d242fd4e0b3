//! `omtanke survey areas`

use clap::{Args, ValueEnum};
use insight::{AreaQuestion, Question, Statistic};

use super::arguments::{Data, Manner, Output};
use crate::failure::Failure;

/// The fewest respondents of a municipality that is shown.
const LEAST: usize = 5;

#[derive(Debug, Args)]
pub(crate) struct AreasOf {
    /// What is estimated.
    #[arg(value_enum)]
    what: What,
    /// Of which variable: yes and no for a share, numbers for a mean.
    of: String,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    manner: Manner,
    /// The variable with the region; the codebook's without it.
    #[arg(long)]
    region: Option<String>,
    /// The variable with the municipality; the codebook's without it.
    #[arg(long)]
    municipality: Option<String>,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    Share,
    Mean,
}

impl AreasOf {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let source = self.data.source()?;
        let known = source.codebook.as_ref().map(|codebook| codebook.areas.clone()).unwrap_or_default();
        let statistic = match self.what {
            What::Share => Statistic::Share,
            What::Mean => Statistic::Mean,
        };
        let areas = AreaQuestion {
            question: Question { statistic, of: vec![self.of], ..self.manner.question() },
            region: self.region.or(known.region),
            municipality: self.municipality.or(known.municipality),
            least: LEAST,
        };
        self.output.answer(|| areas.open(&source), |opened| areas.answer(opened))?;
        Ok(())
    }
}
