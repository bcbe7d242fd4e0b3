//! What is wrong with scenarios, and where. Each finding names the file, the line and the field; nothing is changed.

mod among;
mod dates;
mod names;
mod numbers;
mod words;

use std::fmt;

use crate::{LetterError, Scenario, letter};

/// The most letters of a scenario, so that opening a sandbox stays quick.
const MOST_LETTERS: usize = 60;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file.
    pub file: String,
    /// The line in it, from 1.
    pub line: u64,
    /// The field: `tasks[1].hints[0]`; empty where the file cannot be read.
    pub field: String,
    /// What is wrong, and what would be right.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, field, what } = self;
        if field.is_empty() {
            write!(f, "{file}:{line}: {what}")
        } else {
            write!(f, "{file}:{line}: {field}: {what}")
        }
    }
}

/// What the program knows that scenarios name.
#[derive(Clone, Copy)]
pub struct Known<'k> {
    /// The codes of powers, as in `data/denmark/powers.csv`.
    pub powers: &'k [&'k str],
    /// The forms of self-service, as addresses call them.
    pub forms: &'k [&'k str],
    /// The content of a file beside the scenarios.
    pub beside: &'k dyn Fn(&str) -> Option<Vec<u8>>,
}

impl fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Known")
            .field("powers", &self.powers)
            .field("forms", &self.forms)
            .finish_non_exhaustive()
    }
}

/// Finds what is wrong with scenarios of one folder, by file and line. Each comes with the name of its file.
#[must_use]
pub fn check(scenarios: &[(String, Scenario)], known: Known<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, scenario) in scenarios {
        let mut found = Findings { file, found: Vec::new() };
        names::check(scenario, known, &mut found);
        numbers::check(scenario, &mut found);
        dates::check(scenario, &mut found);
        words::check(scenario, &mut found);
        letters(scenario, known, &mut found);
        findings.append(&mut found.found);
    }
    among::check(scenarios, &mut findings);
    findings.sort();
    findings.dedup();
    findings
}

/// What is wrong with one file.
struct Findings<'f> {
    file: &'f str,
    found: Vec<Finding>,
}

impl Findings<'_> {
    fn add(&mut self, line: u64, field: impl Into<String>, what: impl Into<String>) {
        let (field, what) = (field.into(), what.into());
        self.found.push(Finding { file: self.file.to_owned(), line, field, what });
    }
}

/// Writes every letter once, on some day.
fn letters(scenario: &Scenario, known: Known<'_>, found: &mut Findings<'_>) {
    if scenario.letters.len() > MOST_LETTERS {
        let line = scenario.title.line;
        found.add(line, "letters", format!("there are more than {MOST_LETTERS}"));
    }
    let now = jiff::Timestamp::UNIX_EPOCH;
    for (key, one) in &scenario.letters {
        let beside = one.memo.as_ref().and_then(|file| (known.beside)(file.as_str()));
        match letter(scenario, key, now, &jiff::tz::TimeZone::UTC, beside.as_deref()) {
            // Who it is from and to was looked at before.
            Ok(_) | Err(LetterError::Nobody(_) | LetterError::NoLetter(_)) => {}
            Err(error) => found.add(one.subject.line, format!("letters.{key}"), error.to_string()),
        }
        if one.memo.is_none() && one.text.as_ref().is_none_or(|text| text.text.is_empty()) {
            found.add(one.subject.line, format!("letters.{key}.text"), "the letter says nothing");
        }
    }
}
