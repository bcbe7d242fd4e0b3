//! `omtanke mail bounce`

use std::io::Read as _;

use clap::{Args, Subcommand};
use notices::Taken;
use realm::{Actor, Via};

use super::{Target, open};
use crate::failure::Failure;

/// A report is a short text with the head of the mail it is about.
const LARGEST: u64 = 4 * 1024 * 1024;

#[derive(Debug, Args)]
pub(crate) struct Mail {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Take the report of a mail server about a mail that it could not deliver, from standard input, as a mail server's pipe
    /// gives it. What is no such report is left alone.
    Bounce {
        #[command(flatten)]
        target: Target,
    },
}

impl Mail {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let What::Bounce { target } = self.what;
        let mut report = Vec::new();
        let read = std::io::stdin().lock().take(LARGEST).read_to_end(&mut report);
        read.map_err(|error| Failure::Other(format!("standard input: {error}")))?;
        let realm = open(&target.url()?, realm::RealmKind::Live, Some(target.keys()?)).await?;
        let mut work = realm.work(Actor::program("mail server", Via::CommandLine)).await?;
        let taken = notices::take_bounce(&mut work, &report).await?;
        work.commit().await?;
        println!(
            "{}",
            match taken {
                Taken::Bounced(_) => "the mail did not arrive; its receiver is told another way",
                Taken::StillTrying => "the server is still trying",
                Taken::NotOurs => "it is about no mail of ours, or was taken before",
            }
        );
        Ok(())
    }
}
