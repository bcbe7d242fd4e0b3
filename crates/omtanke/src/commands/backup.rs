//! `omtanke backup`

use std::path::{Path, PathBuf};

use backup::{Checked, Order, Recipient};
use clap::Args;
use realm::{Actor, Change, Clock, RealmKind, Via};

use super::{Target, open};
use crate::failure::Failure;
use crate::signals::Signals;

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("what").required(true).args(["out", "verify"])))]
pub(crate) struct Backup {
    #[command(flatten)]
    target: Target,
    /// The file to make; it must not be there yet. The program may go on serving.
    #[arg(long)]
    out: Option<PathBuf>,
    /// The public half of a key, age1…: only its other half opens the backup. `omtanke keys backup` makes both.
    #[arg(long, value_name = "KEY", env = "OMTANKE_BACKUP_KEY", hide_env_values = true)]
    seal_for: Option<Recipient>,
    /// A backup to read from beginning to end, without restoring it: says what it holds, and whether it is whole.
    #[arg(long, value_name = "FILE")]
    verify: Option<PathBuf>,
    /// The file with the key that the backup is sealed for.
    #[arg(long, value_name = "FILE", requires = "verify")]
    identity: Option<PathBuf>,
}

impl Backup {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        if let Some(file) = self.verify {
            let manifest = backup::verify(&file, self.identity.as_deref()).await?;
            print!("{manifest}");
            println!("{} is whole", file.display());
            return Ok(());
        }
        let out = self.out.expect("clap asks for one or the other");
        let order =
            Order { database: self.target.url()?, out, seal_for: self.seal_for, now: Clock::System.now() };
        let made = tokio::select! {
            made = backup::make(&order, |doing| eprintln!("{doing}")) => made?,
            // Whoever stops the program should not have to clear away half a backup.
            () = Signals::listen().told_to_stop() => {
                return Err(Failure::Backup("stopped before the backup was whole; nothing of it is left".to_owned()));
            }
        };
        println!(
            "{} holds {} tables, in {} bytes, made in {:.1} s",
            order.out.display(),
            made.manifest.tables.len(),
            made.bytes,
            made.took.as_secs_f64()
        );
        match made.checked {
            Checked::Content => println!("it was read again: it is whole"),
            Checked::Bytes => println!(
                "it was read again, and its bytes are those that were written; what they hold only the key can show:\n  \
                 omtanke backup --verify {} --identity KEYFILE",
                order.out.display()
            ),
        }
        if let Err(failure) = note(&order.database, &order.out).await {
            eprintln!("the backup stands, but the audit log could not take note of it: {failure}");
        }
        Ok(())
    }
}

/// Leaves the name of the file, not where it lies, in the audit log: the status page tells from it how old the newest
/// backup is.
async fn note(database: &str, out: &Path) -> Result<(), Failure> {
    let realm = open(database, RealmKind::Live, None).await?;
    let mut work = realm.work(Actor::program("backup", Via::CommandLine)).await?;
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    work.record(Change::new("backup.make", "backup", &name));
    work.commit().await?;
    realm.store.clone().close().await;
    Ok(())
}
