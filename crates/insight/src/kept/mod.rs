//! Surveys in the database: imports as versions that never change, figures with names, and what was published of them.
//!
//! What respondents answered is sealed before it is written, and opened into memory only while a question is asked. Nothing
//! here gives it out: what leaves are estimates, without numbers that fewer than five respondents stand behind.

mod checked;
mod figures;
mod held;
mod imports;
mod publishing;
mod recompute;
mod sealed;
mod sql;

pub use checked::{Checked, ImportError, check};
pub use figures::{Figure, FigureTag, NewFigure, SavedResult, figure, figures_of, results_of, save_figure};
pub use held::Held;
pub use imports::{
    Import, ImportTag, OpenedImport, Survey, SurveyTag, Taken, import_of, imports_of, open_import, survey,
    surveys, take, wrong_rows,
};
pub use publishing::{
    Publication, Published, publications_of, publish, published, published_named, withdraw,
};
pub(crate) use recompute::compute;
pub use recompute::{compute_figures, wire};

use store::DbError;

use crate::Reason;

/// Why something kept cannot be had or changed.
#[derive(Debug, thiserror::Error)]
pub enum KeptError {
    /// The database refused.
    #[error(transparent)]
    Db(#[from] DbError),
    /// What is sealed does not open: a key is missing, or it was changed.
    #[error("the {0} of an import does not open")]
    Closed(&'static str),
    /// What stands in a row cannot be read.
    #[error("the {0} of an import cannot be read")]
    Unreadable(&'static str),
    /// The file or the question.
    #[error("{0}")]
    Survey(#[from] crate::Error),
    /// A choice that an import does not offer.
    #[error("{0}")]
    Choice(#[from] crate::analyst::ChoiceError),
    /// There is no memory for a file.
    #[error("there is no memory for the file: {0}")]
    Memory(#[from] std::io::Error),
}

impl KeptError {
    /// Why, to be said in any language. What nobody at a page can mend is in English.
    #[must_use]
    pub fn reason(&self) -> Reason {
        match self {
            Self::Survey(error) => error.reason(),
            Self::Choice(error) => error.reason(),
            other => Reason::text(other),
        }
    }
}
