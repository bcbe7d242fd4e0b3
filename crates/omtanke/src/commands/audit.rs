//! `omtanke audit verify`

use clap::{Args, Subcommand};
use realm::AuditError;

use super::{Target, open};
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Audit {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Recompute the whole chain, and say whether any record was changed, removed or put in.
    Verify {
        #[command(flatten)]
        target: Target,
        /// The hash that an earlier run printed: it must still be a link of the chain.
        #[arg(long)]
        expect: Option<String>,
    },
}

impl Audit {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let What::Verify { target, expect } = self.what;
        let realm = open(&target.url()?, realm::RealmKind::Live, None).await?;
        let mut seen = expect.is_none();
        let progress = |seq: i64, hash: &str| {
            if seq % 10_000 == 0 {
                eprintln!("{seq} records hold");
            }
            seen = seen || expect.as_deref() == Some(hash);
        };
        let verified = realm::verify(&realm.store, progress).await.map_err(|error| match error {
            AuditError::Db(error) => error.into(),
            broken => Failure::Audit(broken.to_string()),
        })?;
        if !seen {
            return Err(Failure::Audit(
                "the expected hash is not in it; the log has been written anew".to_owned(),
            ));
        }
        println!("{} records hold; the last hash is {}", verified.records, verified.head);
        Ok(())
    }
}
