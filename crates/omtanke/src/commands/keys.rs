//! `omtanke keys`

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use realm::{Chance, Clock};

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Keys {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Make a file with a new key for the vault, which only its owner may read.
    New {
        /// The file; it must not be there yet.
        #[arg(long)]
        out: PathBuf,
    },
    /// Make a file with a new key for backups, which only its owner may read, and print its public half.
    Backup {
        /// The file; it must not be there yet. Keep it away from the machine that makes the backups.
        #[arg(long)]
        out: PathBuf,
    },
}

impl Keys {
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self.what {
            What::New { out } => {
                write_new(&out)?;
                println!("{} holds a new key; keep a copy of it apart from the backups", out.display());
            }
            What::Backup { out } => {
                let public = backup::new_identity(&out)?;
                eprintln!("{} opens backups; keep it away from the machine that makes them", out.display());
                eprintln!("backups are sealed for its public half, which is no secret:");
                println!("{public}");
            }
        }
        Ok(())
    }
}

/// Writes a new key, named after the day, into a new file.
pub(crate) fn write_new(file: &Path) -> Result<(), Failure> {
    let name = Clock::System.now().strftime("k%Y%m%d-%H%M%S").to_string();
    let line = vault::Keyring::new_key_line(&name, |bytes| Chance::System.fill(bytes))
        .map_err(|error| Failure::Other(error.to_string()))?;
    let unusable = |why| Failure::File { path: file.to_owned(), why };
    let mut options = std::fs::OpenOptions::new();
    let mut written = options.write(true).create_new(true).mode(0o600).open(file).map_err(unusable)?;
    written.write_all(line.as_bytes()).and_then(|()| written.sync_all()).map_err(unusable)
}
