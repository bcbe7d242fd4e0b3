//! `omtanke survey compare`

use clap::{Args, ValueEnum};
use insight::{Claim, Comparison, Question, Statistic, Words};

use super::arguments::{Data, Manner, Output};
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// What is compared.
    #[arg(value_enum)]
    what: What,
    /// Of which variables, conditions, or pairs A/B.
    #[arg(required = true)]
    of: Vec<String>,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    manner: Manner,
    /// The variable that tells the two apart: a year, or another group.
    #[arg(long)]
    by: String,
    /// The first of the two.
    #[arg(long)]
    from: String,
    /// The second; differences are this one less the first.
    #[arg(long)]
    to: String,
    /// Also tell the difference in each group of this variable.
    #[arg(long, value_name = "VARIABLE")]
    within: Option<String>,
    /// What sentences begin with, in Danish: `Andelen af brugere med behov for hjælp`.
    #[arg(long, requires = "subject_en")]
    subject_da: Option<String>,
    /// What sentences begin with, in English.
    #[arg(long, requires = "subject_da")]
    subject_en: Option<String>,
    /// Refuse unless the test supports saying this.
    #[arg(long, value_enum)]
    say: Option<Say>,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    Mean,
    Share,
    Total,
    Count,
    Ratio,
    Multiple,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Say {
    /// That it fell, or that the second is lower.
    #[value(alias = "faldt")]
    Fell,
    /// That it rose, or that the second is higher.
    #[value(alias = "steg")]
    Rose,
}

impl Compare {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let statistic = match self.what {
            What::Mean => Statistic::Mean,
            What::Share => Statistic::Share,
            What::Total => Statistic::Total,
            What::Count => Statistic::Count,
            What::Ratio => Statistic::Ratio,
            What::Multiple => Statistic::Multiple,
        };
        let subject = self.subject_da.zip(self.subject_en);
        let comparison = Comparison {
            question: Question { statistic, of: self.of, ..self.manner.question() },
            by: self.by,
            from: self.from,
            to: self.to,
            within: self.within,
            subject: subject.map(|(da, en)| Words { da, en }),
            claim: self.say.map(|say| match say {
                Say::Fell => Claim::Fell,
                Say::Rose => Claim::Rose,
            }),
        };
        self.output.print(&comparison.ask(&self.data.source()?)?);
        Ok(())
    }
}
