//! `omtanke survey`: what surveys say, from files. No server, no database.

mod conformance;

use clap::{Args, Subcommand};

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Survey {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Compare what is estimated here with what R estimates, case by case.
    Conformance(conformance::Conformance),
}

impl Survey {
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self.what {
            What::Conformance(command) => command.run(),
        }
    }
}

impl From<insight::Error> for Failure {
    fn from(error: insight::Error) -> Self {
        match error {
            insight::Error::File { path, why } => Failure::File { path, why },
            insight::Error::Format { .. } | insight::Error::WrongRows { .. } => Failure::Import(error.to_string()),
            other => Failure::Other(other.to_string()),
        }
    }
}
