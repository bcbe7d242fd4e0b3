//! `omtanke survey`: what surveys say, from files. No server; only `import` needs a database.

mod areas;
mod arguments;
mod compare;
mod conformance;
mod estimate;
mod generate;
mod import;
mod model;
mod report;
mod table;
mod weight;

use clap::{Args, Subcommand};

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Survey {
    // What it is asked is larger than all other commands together.
    #[command(subcommand)]
    what: Box<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Means, shares, totals, ratios and quantiles, of the whole and in groups.
    Estimate(estimate::Estimate),
    /// Two variables crossed, with a test of whether one depends on the other.
    Table(table::Table),
    /// Two years or groups: the difference, its test, and a sentence in Danish and English.
    Compare(compare::Compare),
    /// Regions, and municipalities by a model that borrows strength from them.
    Areas(areas::AreasOf),
    /// Linear, logistic and Poisson models.
    Model(model::Model),
    /// New weights from what is known of the population, with a report.
    Weight(weight::Weight),
    /// A whole report from a file.
    Report(report::Report),
    /// Keep a file in the database, for the analyst's pages.
    Import(import::Import),
    /// Write an invented survey, to measure with.
    Generate(generate::Generate),
    /// Compare what is estimated here with what R estimates, case by case.
    Conformance(conformance::Conformance),
}

impl Survey {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        match *self.what {
            What::Estimate(command) => command.run(),
            What::Table(command) => command.run(),
            What::Compare(command) => command.run(),
            What::Areas(command) => command.run(),
            What::Model(command) => command.run(),
            What::Weight(command) => command.run(),
            What::Report(command) => command.run(),
            What::Import(command) => command.run().await,
            What::Generate(command) => command.run(),
            What::Conformance(command) => command.run(),
        }
    }
}

impl From<insight::Error> for Failure {
    fn from(error: insight::Error) -> Self {
        match error {
            insight::Error::File { path, why } => Failure::File { path, why },
            insight::Error::Format { .. } | insight::Error::WrongRows { .. } => {
                Failure::Import(error.to_string())
            }
            other => Failure::Other(other.to_string()),
        }
    }
}
