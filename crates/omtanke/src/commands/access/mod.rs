//! `omtanke access`: who may do what, from the command line.

mod decide;
mod system;
mod who_can;

use clap::{Args, Subcommand};

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Access {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Print what each role allows and what mandates can open, as tables. Needs no database.
    Matrix,
    /// Say whether somebody may do something, why in Danish and English, and what that rests on.
    Decide(decide::Decide),
    /// List everybody who may do something to things of a person or an organisation.
    WhoCan(who_can::WhoCan),
    /// Let systems ask who may do what, and end it.
    System(system::System),
}

impl Access {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        match self.what {
            What::Matrix => {
                print!("{}", access::matrix());
                Ok(())
            }
            What::Decide(decide) => decide.run().await,
            What::WhoCan(who_can) => who_can.run().await,
            What::System(system) => system.run().await,
        }
    }
}
