//! `omtanke post`: Digital Post from the command line.

mod check;
mod generate;
mod import;
mod residents;
mod sender;

use clap::{Args, Subcommand};

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Post {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Say whether files are MeMo, and what is wrong with those that are not. Needs no database.
    Check(check::Check),
    /// Take in messages and batches; each is answered with a receipt, and none is taken twice.
    Import(import::Import),
    /// Take over the register of residents: mailboxes are opened for them on the days that the rules say.
    Residents(residents::Residents),
    /// Let systems send in the name of an organisation, and end it.
    Sender(sender::Sender),
    /// Fill a database with made-up people and letters, to measure with.
    Generate(generate::Generate),
}

impl Post {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        match self.what {
            What::Check(check) => check.run(),
            What::Import(import) => import.run().await,
            What::Residents(residents) => residents.run().await,
            What::Sender(sender) => sender.run().await,
            What::Generate(generate) => generate.run().await,
        }
    }
}
