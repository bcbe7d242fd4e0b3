//! `omtanke import`

use clap::{Args, Subcommand};

use super::Target;
use crate::failure::Failure;
use crate::prepare::load_places;

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Municipalities and postcodes, as this program carries them.
    Places {
        #[command(flatten)]
        target: Target,
    },
}

impl Import {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        match self.what {
            What::Places { target } => {
                let realm = target.realm().await?;
                let (municipalities, postcodes) = load_places(&realm).await?;
                println!("loaded {municipalities} municipalities and {postcodes} postcodes");
                Ok(())
            }
        }
    }
}
