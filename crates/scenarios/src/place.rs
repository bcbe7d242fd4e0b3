//! Words and days with the line that they stand on, so that whoever is told of an error finds it.

use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use serde_saphyr::Spanned;

/// A word that names something: a person, a letter, a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(from = "Spanned<String>")]
pub struct Name {
    /// The word.
    pub text: String,
    /// The line of the file, from 1.
    pub line: u64,
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(from = "Spanned<Date>")]
pub struct Day {
    /// The day.
    pub date: Date,
    /// The line of the file, from 1.
    pub line: u64,
}

impl From<Spanned<String>> for Name {
    fn from(read: Spanned<String>) -> Self {
        Self { text: read.value.trim().to_owned(), line: read.referenced.line() }
    }
}

impl From<Spanned<Date>> for Day {
    fn from(read: Spanned<Date>) -> Self {
        Self { date: read.value, line: read.referenced.line() }
    }
}

impl Name {
    /// The word alone.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
