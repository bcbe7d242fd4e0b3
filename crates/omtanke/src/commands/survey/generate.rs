//! `omtanke survey generate`

use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// How many respondents.
    #[arg(long)]
    rows: u64,
    /// The file to write.
    data: PathBuf,
    /// The file of its population's totals.
    margins: PathBuf,
}

impl Generate {
    pub(crate) fn run(self) -> Result<(), Failure> {
        Ok(insight::generate(self.rows, &self.data, &self.margins)?)
    }
}
