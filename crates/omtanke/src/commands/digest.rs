//! `omtanke digest`: one hash for each table, the same on both engines for the same rows.

use clap::Args;
use store::{Store, TableDigest, digest_of_all};

use super::Target;
use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Digest {
    #[command(flatten)]
    target: Target,
}

impl Digest {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let url = self.target.url()?;
        // Opening would make an empty file, whose digest nobody wants.
        if let Some(file) = store::sqlite_file(&url)?.filter(|file| !file.exists()) {
            return Err(Failure::Unreachable(format!("there is no file {}", file.display())));
        }
        let store = Store::open(&url).await?;
        let tx = store.read().await?;
        let digests = store::digest(&tx).await?;
        drop(tx);
        store.close().await;
        for TableDigest { table, rows, hash } in &digests {
            println!("{hash}  {rows:>10}  {table}");
        }
        let rows: i64 = digests.iter().map(|digest| digest.rows).sum();
        println!("{}  {rows:>10}  all {} tables", digest_of_all(&digests), digests.len());
        Ok(())
    }
}
