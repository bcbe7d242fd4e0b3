//! `omtanke export`

use clap::Args;

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Export {}

impl Export {
    #[expect(clippy::unused_async, reason = "every command runs in the same way")]
    pub(crate) async fn run(self) -> Result<(), Failure> {
        Err(Failure::Other("there is nothing to export yet".to_owned()))
    }
}
