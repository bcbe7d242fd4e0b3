//! What is wrong with a file, told so that the person who made the file can put it right.

use std::{error, fmt};

use crate::Directory;

/// At most this many errors, and this many warnings, are kept; the rest are counted.
pub const CAP: usize = 200;

/// One thing that is wrong, where it is, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file (`services.csv`), or the place in a JSON document (`contents[3].phones[0]`).
    pub file: String,
    /// The data row in a table: 1 is the first row under the header.
    pub row: Option<usize>,
    /// The id of the record, when it could be read.
    pub id: Option<String>,
    /// The field or column.
    pub field: Option<String>,
    /// Plain English sentences: what is wrong and what to do.
    pub message: String,
}

impl Problem {
    pub(crate) fn new(file: impl Into<String>, message: impl Into<String>) -> Self {
        Self { file: file.into(), row: None, id: None, field: None, message: message.into() }
    }

    pub(crate) fn row(mut self, row: Option<usize>) -> Self {
        self.row = row;
        self
    }

    pub(crate) fn id(mut self, id: Option<&str>) -> Self {
        self.id = id.map(str::to_owned);
        self
    }

    pub(crate) fn field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// The row number a spreadsheet shows, where the header is row 1.
    pub fn spreadsheet_row(&self) -> Option<usize> {
        self.row.map(|row| row + 1)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let (Some(row), Some(sheet)) = (self.row, self.spreadsheet_row()) {
            write!(f, ", data row {row} (row {sheet} in a spreadsheet)")?;
        }
        if let Some(field) = &self.field {
            write!(f, ", {field}")?;
        }
        if let Some(id) = &self.id {
            write!(f, ", id {id}")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// The first [`CAP`] problems and the number of those left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    /// Those kept, in the order they were found.
    pub list: Vec<Problem>,
    /// How many more there were.
    pub more: usize,
}

impl Problems {
    /// How many there were in all, kept or not.
    pub fn total(&self) -> usize {
        self.list.len() + self.more
    }

    /// Whether there were none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    fn push(&mut self, problem: Problem) {
        if self.list.len() < CAP {
            self.list.push(problem);
        } else {
            self.more += 1;
        }
    }
}

/// Everything found in a reading. Errors stop it; warnings do not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What must be put right before anything is read.
    pub errors: Problems,
    /// What was read all the same, but should be looked at: fields that were ignored, for example.
    pub warnings: Problems,
}

impl Report {
    /// Whether the data can be used.
    pub fn is_ok(&self) -> bool {
        self.errors.is_empty()
    }

    pub(crate) fn error(&mut self, problem: Problem) {
        self.errors.push(problem);
    }

    pub(crate) fn warn(&mut self, problem: Problem) {
        self.warnings.push(problem);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = Vec::new();
        for (word, problems) in [("error", &self.errors), ("warning", &self.warnings)] {
            lines.extend(problems.list.iter().map(|problem| format!("{word}: {problem}")));
            if problems.more > 0 {
                lines.push(format!("{word}: and {} more of the same weight", problems.more));
            }
        }
        f.write_str(&lines.join("\n"))
    }
}

impl error::Error for Report {}

/// A directory that passed every check, with what should still be looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The data.
    pub directory: Directory,
    /// Warnings only; its list of errors is empty.
    pub report: Report,
}
