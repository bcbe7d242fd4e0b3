//! `omtanke restore`

use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;

/// The name of an embedded database in its folder.
const DATABASE: &str = "omtanke.db";

#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("where").required(true).args(["data", "database"])))]
pub(crate) struct Restore {
    /// The backup.
    file: PathBuf,
    /// The folder to put an embedded database into, as omtanke.db; it is made when it is not there.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The database to fill, sqlite:PATH or postgres://…. It is never taken from the settings or the environment, so
    /// that nobody restores over the live one by mistake.
    #[arg(long)]
    database: Option<String>,
    /// The file with the key that the backup is sealed for.
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
    /// Replace what is there. The program must be stopped.
    #[arg(long)]
    overwrite: bool,
}

impl Restore {
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let target = match (self.data, self.database) {
            (Some(folder), _) => store::sqlite_address(&folder.join(DATABASE))?,
            (None, database) => database.expect("clap asks for one or the other"),
        };
        eprintln!("restoring and comparing every table; this can take minutes");
        let restored = backup::restore(&self.file, &target, self.identity.as_deref(), self.overwrite).await?;
        println!(
            "restored {} tables as they were at {}, in {:.1} s: every table has the digest that was backed up",
            restored.manifest.tables.len(),
            restored.manifest.made_at,
            restored.took.as_secs_f64()
        );
        Ok(())
    }
}
