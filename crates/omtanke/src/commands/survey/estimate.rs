//! `omtanke survey estimate`

use clap::{Args, ValueEnum};
use estimates::QuantileRule;
use insight::{Question, Statistic};

use super::arguments::{Data, Deff, Manner, Output};
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Estimate {
    /// What is estimated.
    #[arg(value_enum)]
    what: What,
    /// Of which variables. A share may be of a condition, `"confidence >= 4"`; a ratio is written A/B; several answers are
    /// named one by one, or by their name in the codebook.
    #[arg(required = true)]
    of: Vec<String>,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    manner: Manner,
    /// In which groups: variables, or conditions.
    #[arg(long, value_delimiter = ',')]
    by: Vec<String>,
    /// Which quantiles, from 0 to 1.
    #[arg(long, value_delimiter = ',', default_value = "0.5")]
    p: Vec<f64>,
    /// Where quantiles lie between values, as R names the rules.
    #[arg(long, value_enum, default_value_t = Rule::Math)]
    rule: Rule,
    /// Also tell the design effect.
    #[arg(long, value_enum, num_args = 0..=1, default_missing_value = "wor")]
    deff: Option<Deff>,
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
    Quantile,
    Median,
    Variance,
    Multiple,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Rule {
    Math,
    School,
    Shahvaish,
    Hf3,
    Hf4,
    Hf5,
    Hf6,
    Hf7,
    Hf8,
    Hf9,
}

impl What {
    fn statistic(self) -> Statistic {
        match self {
            What::Mean => Statistic::Mean,
            What::Share => Statistic::Share,
            What::Total => Statistic::Total,
            What::Count => Statistic::Count,
            What::Ratio => Statistic::Ratio,
            What::Quantile => Statistic::Quantile,
            What::Median => Statistic::Median,
            What::Variance => Statistic::Variance,
            What::Multiple => Statistic::Multiple,
        }
    }
}

impl Rule {
    fn rule(self) -> QuantileRule {
        match self {
            Rule::Math => QuantileRule::Math,
            Rule::School => QuantileRule::School,
            Rule::Shahvaish => QuantileRule::ShahVaish,
            Rule::Hf3 => QuantileRule::Hf3,
            Rule::Hf4 => QuantileRule::Hf4,
            Rule::Hf5 => QuantileRule::Hf5,
            Rule::Hf6 => QuantileRule::Hf6,
            Rule::Hf7 => QuantileRule::Hf7,
            Rule::Hf8 => QuantileRule::Hf8,
            Rule::Hf9 => QuantileRule::Hf9,
        }
    }
}

impl Estimate {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let question = Question {
            statistic: self.what.statistic(),
            of: self.of,
            by: self.by,
            p: self.p,
            rule: self.rule.rule(),
            design_effect: self.deff.map(Deff::effect),
            ..self.manner.question()
        };
        let source = self.data.source()?;
        self.output.answer(|| question.open(&source), |opened| question.answer(opened))?;
        Ok(())
    }
}
