//! What can go wrong with a backup, in terms a system owner can act on.

use std::io;
use std::path::{Path, PathBuf};

use store::{DbError, OpenError};

/// A backup was not made, or not restored. What stood under the final name before still stands there.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file of that name is there already, and backups are never written over.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// Somebody else is writing a file of that name.
    #[error("{} is being written by another program", .0.display())]
    Busy(PathBuf),
    /// The operating system refuses a file.
    #[error("{} cannot be used: {why}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        why: io::Error,
    },
    /// The disk has no room for the file, or for the copy that it is made from.
    #[error("the disk is full: there is no room for {}", .0.display())]
    Full(PathBuf),
    /// The address names a database file that is not there.
    #[error("there is no database at {}", .0.display())]
    Missing(PathBuf),
    /// The database has no tables of ours.
    #[error("the database is empty: it has no schema")]
    Empty,
    /// The copy is no sound SQLite database.
    #[error("the copy of the database is not sound: {0}")]
    Unsound(String),
    /// A program of PostgreSQL is not installed.
    #[error(
        "{0} is neither on the path nor under {versions}; it comes with Debian's package postgresql-client",
        versions = crate::postgres::VERSIONS
    )]
    NoProgram(&'static str),
    /// A program of PostgreSQL refused.
    #[error("{program} failed: {said}")]
    Program {
        /// Which one.
        program: &'static str,
        /// What it said.
        said: String,
    },
    /// The file is not, or no longer, what [`make`](crate::make) wrote.
    #[error("{} is not a whole backup: {why}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// How that shows.
        why: String,
    },
    /// The file was written by a newer program.
    #[error("the backup has format {found}, this program knows {known}")]
    Newer {
        /// The format of the file.
        found: u32,
        /// The newest format that this program knows.
        known: u32,
    },
    /// The file is sealed, and no key was given.
    #[error("{} is sealed: its key is needed to open it", .0.display())]
    Sealed(PathBuf),
    /// The key given is not the one that the file is sealed for, or the part of the file that says so is damaged.
    #[error("{} does not open with this key", .0.display())]
    WrongKey(PathBuf),
    /// The file given as a key holds none.
    #[error("{} holds no key for backups", .0.display())]
    NotAKey(PathBuf),
    /// The backup was made from the other engine.
    #[error("the backup was made from {made_from}, and the target is {target}")]
    OtherEngine {
        /// The engine in the backup.
        made_from: &'static str,
        /// The engine of the target.
        target: &'static str,
    },
    /// The target holds data, and nobody said to write over it.
    #[error("{0} is there already")]
    HasData(String),
    /// The target holds a table that the backup knows nothing of, so that it is somebody else's too.
    #[error("the database has a table {0}, which the backup has not")]
    Foreign(String),
    /// A program has the target open.
    #[error("{} is open in a running program", .0.display())]
    InUse(PathBuf),
    /// What was restored is not what was backed up.
    #[error("table {table} is not as it was backed up: {why}")]
    Differs {
        /// The first table that differs.
        table: String,
        /// How.
        why: String,
    },
    /// The database does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database refuses.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl BackupError {
    pub(crate) fn file(path: &Path, why: io::Error) -> Self {
        match why.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::Full(path.to_owned())
            }
            _ => Self::File { path: path.to_owned(), why },
        }
    }

    pub(crate) fn damaged(path: &Path, why: impl Into<String>) -> Self {
        Self::Damaged { path: path.to_owned(), why: why.into() }
    }
}
