//! `omtanke migrate`

use clap::Args;

use super::Target;
use crate::failure::Failure;
use schema::MIGRATIONS;

#[derive(Debug, Args)]
pub(crate) struct Migrate {
    #[command(flatten)]
    target: Target,
}

impl Migrate {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        self.target.realm().await?;
        println!("the database is at version {}", MIGRATIONS.newest());
        Ok(())
    }
}
