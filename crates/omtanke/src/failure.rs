//! What the command line says when something cannot be done, and the exit code that scripts can tell apart.

use std::net::SocketAddr;
use std::path::PathBuf;

use backup::BackupError;
use store::{DbError, MigrateError, OpenError};

/// A command has failed. The text says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The settings are wrong. Exit code 3.
    #[error("the settings cannot be used: {0}")]
    Settings(String),
    /// The port is taken or not allowed. Exit code 4.
    #[error(
        "cannot listen on {address}: {why}\nChoose another address with --listen, or stop the program that uses it."
    )]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the operating system said.
        why: std::io::Error,
    },
    /// The database does not answer, or the file cannot be opened. Exit code 5.
    #[error(
        "the database cannot be opened: {0}\nCheck the address, that the server runs, and who may read the file."
    )]
    Unreachable(String),
    /// The database can only be read. Exit code 6.
    #[error(
        "the database is read-only\nGive the program's user write access to the file and to its folder. Nothing has been changed."
    )]
    ReadOnly,
    /// The disk is full. Exit code 7.
    #[error("the disk under the database is full\nMake room, and start again. Nothing has been lost.")]
    Full,
    /// The database was written by a newer program. Exit code 8.
    #[error(
        "the database is at version {found}, and this program knows only {known}\nInstall the newer program again. Nothing has been changed."
    )]
    Newer {
        /// The version in the database.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// An import has errors, and nothing of it was taken. Exit code 9.
    #[error("{0}")]
    Import(String),
    /// The audit log does not hold. Exit code 10.
    #[error("the audit log does not hold: {0}")]
    Audit(String),
    /// A file or folder cannot be read or written. Exit code 11.
    #[error("{path} cannot be used: {why}", path = path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system said.
        why: std::io::Error,
    },
    /// `doctor` has found something wrong. Exit code 12.
    #[error("{0} of the checks found something to mend")]
    Unwell(usize),
    /// A backup could not be made or put back. Exit code 13.
    #[error("{0}")]
    Backup(String),
    /// A backup is damaged, or what was restored is not what was backed up. Exit code 14.
    #[error("{0}")]
    Broken(String),
    /// The place to restore to holds data, is in use, or is of the other engine. Exit code 15.
    #[error("{0}\nNothing has been changed.")]
    Occupied(String),
    /// A backup does not open without another key. Exit code 16.
    #[error("{0}")]
    Key(String),
    /// Anything else. Exit code 1.
    #[error("{0}")]
    Other(String),
}

impl Failure {
    /// The code that the process ends with; 2 is `clap`'s own, for a command that cannot be understood.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Failure::Other(_) => 1,
            Failure::Settings(_) => 3,
            Failure::Listen { .. } => 4,
            Failure::Unreachable(_) => 5,
            Failure::ReadOnly => 6,
            Failure::Full => 7,
            Failure::Newer { .. } => 8,
            Failure::Import(_) => 9,
            Failure::Audit(_) => 10,
            Failure::File { .. } => 11,
            Failure::Unwell(_) => 12,
            Failure::Backup(_) => 13,
            Failure::Broken(_) => 14,
            Failure::Occupied(_) => 15,
            Failure::Key(_) => 16,
        }
    }
}

impl From<DbError> for Failure {
    fn from(error: DbError) -> Self {
        match error {
            DbError::ReadOnly => Failure::ReadOnly,
            DbError::Full => Failure::Full,
            DbError::Unreachable(why) => Failure::Unreachable(why),
            DbError::Busy => Failure::Unreachable("another program holds it".to_owned()),
            DbError::Constraint(_) | DbError::Column { .. } | DbError::Other(_) => {
                Failure::Other(error.to_string())
            }
        }
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Scheme(_) => Failure::Settings(error.to_string()),
            OpenError::Refused(DbError::Other(why)) => Failure::Unreachable(why),
            OpenError::Refused(error) => error.into(),
        }
    }
}

impl From<MigrateError> for Failure {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::Newer { found, known } => Failure::Newer { found, known },
            MigrateError::Db(error) | MigrateError::Failed { source: error, .. }
                if !matches!(error, DbError::Other(_) | DbError::Constraint(_)) =>
            {
                error.into()
            }
            other => Failure::Other(other.to_string()),
        }
    }
}

impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        let then = |what: &str| format!("{error}\n{what}");
        match error {
            BackupError::Open(error) => error.into(),
            BackupError::Db(error) => error.into(),
            BackupError::File { path, why } => Failure::File { path, why },
            BackupError::Exists(path) => {
                let why = std::io::Error::other("it is there already, and is not written over");
                Failure::File { path, why }
            }
            BackupError::Missing(_) => Failure::Unreachable(error.to_string()),
            BackupError::Full(_) => {
                Failure::Backup(then("Make room for twice the size of the database, and try again."))
            }
            BackupError::Empty => Failure::Backup(then("Check the address.")),
            BackupError::Unsound(_) => {
                Failure::Backup(then("Keep every earlier backup: the database itself may be damaged."))
            }
            BackupError::Busy(_) | BackupError::NoProgram(_) | BackupError::Program { .. } => {
                Failure::Backup(error.to_string())
            }
            BackupError::Damaged { .. } => {
                Failure::Broken(then("Take another copy of it, or an earlier backup."))
            }
            BackupError::Newer { .. } => Failure::Broken(then("Install the newer program.")),
            BackupError::Differs { .. } => {
                Failure::Broken(then("Do not use what was restored; take an earlier backup."))
            }
            BackupError::Sealed(_) => Failure::Key(then("Name the file with the key by --identity.")),
            BackupError::WrongKey(_) => {
                Failure::Key(then("Try the keys of the time when it was made, or another copy of it."))
            }
            BackupError::NotAKey(_) => Failure::Key(then("`omtanke keys backup` makes such files.")),
            BackupError::OtherEngine { .. } | BackupError::Foreign(_) => Failure::Occupied(error.to_string()),
            BackupError::HasData(_) => {
                Failure::Occupied(then("Restore to another place, or add --overwrite to replace it."))
            }
            BackupError::InUse(_) => Failure::Occupied(then("Stop the program first.")),
        }
    }
}
