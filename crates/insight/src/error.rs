//! What can be wrong with a file, a codebook, or a question.

use std::path::{Path, PathBuf};

use crate::Reason;
use crate::files::WrongRow;

/// Why there is no answer. Names the file, row, variable, stratum, domain or margin.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file that cannot be opened, read or written.
    #[error("{path} cannot be used: {why}", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        why: std::io::Error,
    },
    /// A file that is not what it should be.
    #[error("{path} cannot be read: {why}", path = path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// Where it is wrong, and how.
        why: Reason,
    },
    /// Rows that are wrong. None is left out unless that is asked for.
    #[error("{count} rows of {path} are wrong, and nothing was estimated:{listed}", path = path.display(), listed = listed(rows, *count))]
    WrongRows {
        /// The file.
        path: PathBuf,
        /// How many rows are wrong.
        count: usize,
        /// The first of them.
        rows: Vec<WrongRow>,
    },
    /// More data than there is memory for.
    #[error(
        "{path} needs about {needed} MB of memory for {columns} columns, and {allowed} MB may be used; name fewer variables, or allow more",
        path = path.display()
    )]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// How much it needs.
        needed: u64,
        /// How much there is.
        allowed: u64,
        /// How many columns are read.
        columns: usize,
    },
    /// A variable that the file does not have.
    #[error("{path} has no variable called {name}; it has {known}", path = path.display())]
    NoSuchVariable {
        /// The file.
        path: PathBuf,
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },
    /// A question that nobody was asked in one of the groups that are compared.
    #[error("{variable} was not asked in {group}: of its {rows} rows, none has an answer")]
    NotAsked {
        /// The question.
        variable: String,
        /// The year or other group.
        group: String,
        /// Rows of the group.
        rows: usize,
    },
    /// A request that makes no sense.
    #[error("{0}")]
    Request(Reason),
    /// What stands in the way of an estimate.
    #[error("{}", advised(.0))]
    Estimate(#[from] estimates::Error),
}

impl Error {
    pub(crate) fn file(path: &Path, why: std::io::Error) -> Self {
        Self::File { path: path.to_owned(), why }
    }

    pub(crate) fn format(path: &Path, why: Reason) -> Self {
        Self::Format { path: path.to_owned(), why }
    }

    /// A file that a library cannot read, with what it says of it.
    pub(crate) fn damaged(path: &Path, said: impl std::fmt::Display) -> Self {
        Self::format(path, Reason::text(said))
    }

    /// A request that only the command line can make.
    pub(crate) fn request(why: impl std::fmt::Display) -> Self {
        Self::Request(Reason::text(why))
    }
}

fn listed(rows: &[WrongRow], count: usize) -> String {
    let mut text: String = rows.iter().map(|row| format!("\n  {row}")).collect();
    if count > rows.len() {
        text.push_str(&format!("\n  and {} more", count - rows.len()));
    }
    text
}

/// What is wrong, and what can be done about it where that is known.
fn advised(error: &estimates::Error) -> String {
    use estimates::Error as E;
    let advice = match error {
        E::LonelyUnit { .. } => "--lonely adjust, average or certainty says what to do",
        E::NotNested { .. } => "--nest says so",
        E::MarginsDiffer { .. } => "check that they are of the same population and year",
        E::EmptyCell { .. } => "join the category with another, in the data and in the margin",
        E::NoTotal { .. } => "add it to the margin, or correct the data",
        E::NotReached { .. } => {
            "the margins contradict each other in this sample; join categories, or widen the bounds"
        }
        E::NegativeWeight { .. } => "weights are never negative; correct the file",
        _ => return error.to_string(),
    };
    format!("{error} ({advice})")
}
