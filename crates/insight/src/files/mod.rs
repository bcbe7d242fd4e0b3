//! Files of respondents: CSV, Parquet, Excel, SPSS and Stata, read into columns.
//!
//! Only the variables that are asked for are read. Rows that are wrong are listed, and stop the reading unless it is asked to
//! leave them out; either way nothing disappears silently.

mod binary;
mod columns;
mod csv;
mod dta;
mod gather;
mod kind;
mod long_texts;
mod parquet;
mod sav;
mod text;
mod workbook;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use estimates::Frame;
use serde::{Deserialize, Serialize};

use crate::{Codebook, Error, Reason};
pub use kind::FileKind;

/// How many wrong rows are named, unless more are asked for.
pub(crate) const NAMED: usize = 20;

/// How a file is read.
#[derive(Clone, Debug)]
pub struct Reading<'c> {
    /// The variables to read; all of them without it.
    pub only: Option<Vec<String>>,
    /// Variables whose values must be numbers, whatever the file looks like.
    pub numbers: Vec<String>,
    /// The variable with the weights, if rows without a weight, or with one below zero, are wrong rows.
    pub weights: Option<String>,
    /// What is known of the variables.
    pub codebook: Option<&'c Codebook>,
    /// Texts that mean that there is no value, beside the empty one.
    pub missing: Vec<String>,
    /// Leave wrong rows out, and tell which they were.
    pub leave_out_wrong_rows: bool,
    /// The most memory that the columns may take, in bytes.
    pub memory: Option<u64>,
    /// The sheet of a workbook; the first without it.
    pub sheet: Option<String>,
    /// How many wrong rows are named; all are counted.
    pub named: usize,
}

impl Default for Reading<'_> {
    fn default() -> Self {
        Self {
            only: None,
            numbers: Vec::new(),
            weights: None,
            codebook: None,
            missing: Vec::new(),
            leave_out_wrong_rows: false,
            memory: None,
            sheet: None,
            named: NAMED,
        }
    }
}

/// What a file holds.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The variables.
    pub frame: Frame,
    /// What the file says of its variables.
    pub labels: BTreeMap<String, Labels>,
    /// What a reader of the results should know of the reading.
    pub notes: Vec<Reason>,
    /// How many rows were left out because they are wrong.
    pub left_out: usize,
    /// The first rows that were left out.
    pub wrong: Vec<WrongRow>,
}

/// What a file says of a variable.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    /// The text of the question.
    pub question: Option<String>,
    /// What its values mean.
    pub values: Vec<(String, String)>,
    /// Which values mean that there is no answer.
    pub missing: Vec<String>,
}

/// A row that is wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WrongRow {
    /// The row, counted from 1 after the names.
    pub row: u64,
    /// The variable that is wrong; none if it is the row as a whole.
    pub field: Option<String>,
    /// What is wrong with it.
    pub why: Reason,
}

impl fmt::Display for WrongRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}: {}", self.row, self.why)
    }
}

impl Reading<'_> {
    /// Reads a file. What it is shows from its first bytes, not from its name.
    ///
    /// # Errors
    /// A file that cannot be read, that is damaged, that lacks a variable, has wrong rows, or is too large.
    pub fn read(&self, path: &Path) -> Result<Table, Error> {
        match FileKind::of(path)? {
            FileKind::Csv => csv::read(self, path),
            FileKind::Parquet => parquet::read(self, path),
            FileKind::Workbook => workbook::read(self, path),
            FileKind::Spss => sav::read(self, path),
            FileKind::Stata => dta::read(self, path),
        }
    }

    /// Which of a file's variables are read: their places and names.
    fn chosen(&self, path: &Path, names: &[String]) -> Result<Vec<(usize, String)>, Error> {
        for (at, name) in names.iter().enumerate() {
            if names[..at].contains(name) {
                let reason = Reason::of("insight-file-same-name").with("name", format!("{name:?}"));
                return Err(Error::format(path, reason));
            }
        }
        let place = |name: &String| names.iter().position(|known| known == name);
        let Some(only) = &self.only else { return Ok(names.iter().cloned().enumerate().collect()) };
        let mut chosen = Vec::new();
        for name in only {
            let Some(at) = place(name) else {
                return Err(Error::NoSuchVariable {
                    path: path.to_owned(),
                    name: name.clone(),
                    known: known(names),
                });
            };
            if chosen.iter().all(|(other, _)| *other != at) {
                chosen.push((at, name.clone()));
            }
        }
        chosen.sort_unstable();
        Ok(chosen)
    }

    /// Why a value of the variable with the weights is wrong.
    fn wrong_weight(&self, name: &str, value: Option<f64>) -> Option<Reason> {
        if self.weights.as_deref() != Some(name) {
            return None;
        }
        match value.filter(|value| !value.is_nan()) {
            None => Some(Reason::of("insight-row-no-weight").with("field", name)),
            Some(value) if value < 0.0 => {
                Some(Reason::of("insight-row-negative").with("field", name).with("value", value))
            }
            Some(_) => None,
        }
    }

    /// Refuses data for which there is no memory.
    fn fits(&self, path: &Path, rows: u64, columns: usize) -> Result<(), Error> {
        // a number is 8 bytes, and estimating takes about as much again
        let needed = rows.saturating_mul(columns as u64).saturating_mul(16);
        match self.memory {
            Some(allowed) if needed > allowed => Err(Error::TooLarge {
                path: path.to_owned(),
                needed: needed.div_ceil(1 << 20),
                allowed: allowed >> 20,
                columns,
            }),
            _ => Ok(()),
        }
    }
}

/// A text where a number should be.
fn no_number(name: &str, text: &str) -> Reason {
    Reason::of("insight-row-no-number").with("field", name).with("value", format!("{text:?}"))
}

/// The names that a file has, or the first of them.
fn known(names: &[String]) -> String {
    let mut text = names.iter().take(40).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > 40 {
        text.push_str(&format!(" and {} more", names.len() - 40));
    }
    text
}

/// The names of a file's variables, without reading its rows.
///
/// # Errors
/// A file that cannot be read.
pub fn names(path: &Path) -> Result<Vec<String>, Error> {
    match FileKind::of(path)? {
        FileKind::Csv => csv::names(path),
        FileKind::Parquet => parquet::names(path),
        FileKind::Workbook => workbook::names(path),
        FileKind::Spss => sav::names(path),
        FileKind::Stata => dta::names(path),
    }
}

/// Rows that are wrong, as they are found.
#[derive(Debug, Default)]
struct WrongRows {
    count: usize,
    first: Vec<WrongRow>,
}

impl WrongRows {
    fn add(&mut self, reading: &Reading<'_>, row: u64, field: Option<&str>, why: Reason) {
        if self.first.len() < reading.named {
            self.first.push(WrongRow { row, field: field.map(str::to_owned), why });
        }
        self.count += 1;
    }

    /// Ends a reading: an error if rows are wrong and that was not allowed.
    fn told(self, reading: &Reading<'_>, path: PathBuf, table: &mut Table) -> Result<(), Error> {
        if self.count > 0 && !reading.leave_out_wrong_rows {
            return Err(Error::WrongRows { path, count: self.count, rows: self.first });
        }
        table.left_out = self.count;
        table.wrong = self.first;
        Ok(())
    }
}
