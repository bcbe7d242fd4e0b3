//! `omtanke survey conformance`

use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Conformance {
    /// A folder with sets: NAME.expected.json, and NAME.csv beside it.
    folder: PathBuf,
}

impl Conformance {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let done = insight::conformance::run(&self.folder)?;
        println!("{done}");
        match done.counts() {
            [_, 0, 0] => Ok(()),
            [_, differ, unsupported] => {
                Err(Failure::Other(format!("{differ} cases differ, and {unsupported} are unsupported")))
            }
        }
    }
}
