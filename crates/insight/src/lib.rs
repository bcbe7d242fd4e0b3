//! What surveys say of the need for help, and how sure that is.
//!
//! [`Source`] is a file of respondents, how it was drawn and what its variables mean; [`Question`], [`Comparison`],
//! [`Crossing`], [`Regression`] and [`Weighting`] are asked of it, and `estimates` does the mathematics. Answers are plain
//! fields that are [shown](Show) as tables, JSON or CSV. [`conformance`] compares it all with what R estimates.
//!
//! Beside the files stand the surveys in the database ([`kept`]): imports that never change and lie sealed, figures with
//! names that are estimated anew with each import, and what was published of them. [`analyst`] is what the pages ask, and
//! [`made`] what leaves: estimates, never a respondent.

pub mod analyst;
mod codebook;
pub mod conformance;
mod error;
mod files;
mod generate;
pub mod kept;
pub mod made;
mod margins;
mod pages;
mod questions;
mod reason;
mod reasons;
mod replicates;
mod report;
mod source;

pub use codebook::{Areas, Code, Codebook, DesignNames, Kind, Language, Multiple, Variable, Words};
pub use error::Error;
pub use files::{FileKind, Labels, Reading, Table, WrongRow, names};
pub use generate::generate;
pub use kept::wire;
pub use margins::Margins;
pub use pages::{routes, takes_files};
pub use questions::{
    Answer, AreaAnswer, AreaQuestion, AreaRow, Change, Claim, Comparison, Crossed, CrossedCell, Crossing,
    Fitted, FittedCoefficient, FittedTerm, Question, Regression, Row, Sentence, Shape, Show, Statistic,
    Unanswered, WeightMethod, Weighted, WeightedCell, Weighting,
};
pub use reason::Reason;
pub use replicates::{ReplicateColumns, ReplicateMethod};
pub use report::{Published, Report, Reported, ReportedChange, ReportedFigure, ReportedTable};
pub use source::{Opened, Replication, Source, free_memory};
