//! Where answers come from: a file, how it was drawn, and what is known of its variables.

use std::path::PathBuf;

use estimates::{Column, Design, Expression, Frame, LonelyUnits, Method, Survey};

use crate::{Codebook, DesignNames, Error, Reading, Reason, ReplicateColumns, Table, WrongRow};

/// A file, how it was drawn, and how it is to be read.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The file of respondents.
    pub data: PathBuf,
    /// What is known of its variables.
    pub codebook: Option<Codebook>,
    /// How it was drawn. What is not said here is taken from the codebook.
    pub design: DesignNames,
    /// Replicate weights that the file has, or that are to be made. Without them, those that the codebook names.
    pub replicates: Option<Replication>,
    /// Cut the file to these rows before it is anybody's sample, as to one year.
    pub rows: Option<String>,
    /// Texts that mean that there is no value.
    pub missing: Vec<String>,
    /// Leave wrong rows out, and tell which.
    pub leave_out_wrong_rows: bool,
    /// The most memory that columns may take, in bytes.
    pub memory: Option<u64>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
}

/// Replicate weights.
#[derive(Clone, Debug, PartialEq)]
pub enum Replication {
    /// Made from the design.
    Made(Method),
    /// Columns of the file.
    Columns(ReplicateColumns),
}

/// A file that was read, as a survey.
#[derive(Debug)]
pub struct Opened {
    /// The survey.
    pub survey: Survey,
    /// What is known of its variables.
    pub codebook: Codebook,
    /// What the file itself says of its variables.
    pub labels: std::collections::BTreeMap<String, crate::Labels>,
    /// The number in the file of each row that is left; none where no row was cut away.
    pub rows: Option<Vec<u64>>,
    /// What a reader of results should know.
    pub notes: Vec<Reason>,
    /// Rows that are wrong and were left out: the first of them. They may repeat what somebody answered.
    pub wrong: Vec<WrongRow>,
}

impl Opened {
    /// The notes and the wrong rows in English, for whoever has the file.
    pub(crate) fn notes_said(&self) -> Vec<String> {
        let wrong = self.wrong.iter().map(ToString::to_string);
        self.notes.iter().map(ToString::to_string).chain(wrong).collect()
    }
}

impl Source {
    /// Reads the variables that these texts name, and makes a survey of them. Texts that are no variable but a condition or
    /// a sum, such as `age >= 65`, become variables of that name if `derived` lists them.
    ///
    /// # Errors
    /// A file that cannot be read, a variable that is not there, a design that does not hold.
    pub fn open(&self, texts: &[&str], derived: &[&str]) -> Result<Opened, Error> {
        let mut opened = self.frame(texts, derived)?;
        let frame = std::mem::take(&mut opened.0.frame);
        let design = self.names();
        let survey = Survey::new(frame, &plain(&design))?;
        let survey = self.replicated(survey)?;
        let (table, rows) = opened;
        let mut notes = table.notes;
        if table.left_out > 0 {
            notes.push(Reason::of("insight-note-left-out").with("count", table.left_out));
        }
        let zero = survey.weights().iter().filter(|weight| **weight == 0.0).count();
        if zero > 0 {
            notes.push(Reason::of("insight-note-zero").with("count", zero));
        }
        let codebook = self.codebook.clone().unwrap_or_default();
        Ok(Opened { survey, codebook, labels: table.labels, rows, notes, wrong: table.wrong })
    }

    fn frame(&self, texts: &[&str], derived: &[&str]) -> Result<(Table, Option<Vec<u64>>), Error> {
        let design = self.names();
        let known = crate::names(&self.data)?;
        let mut texts: Vec<&str> = texts.iter().chain(derived).copied().collect();
        texts.extend(self.rows.as_deref());
        let of_design = design.all();
        let mut only: Vec<String> = Vec::new();
        for name in &of_design {
            only.push((*name).clone());
        }
        let replicates = match self.replication() {
            Some(Replication::Columns(columns)) => {
                columns.names(known.iter().map(String::as_str)).into_iter().map(str::to_owned).collect()
            }
            _ => Vec::new(),
        };
        for name in &known {
            let replicate = replicates.contains(name);
            if !only.contains(name) && (replicate || texts.iter().any(|text| names_it(text, name))) {
                only.push(name.clone());
            }
        }
        let numbers = design.weights.iter().chain(&design.population).chain(&replicates).cloned().collect();
        let reading = Reading {
            only: Some(only),
            numbers,
            weights: design.weights.clone().filter(|_| self.leave_out_wrong_rows),
            codebook: self.codebook.as_ref(),
            missing: if self.missing.is_empty() { vec!["NA".to_owned()] } else { self.missing.clone() },
            leave_out_wrong_rows: self.leave_out_wrong_rows,
            memory: self.memory,
            sheet: self.sheet.clone(),
            ..Reading::default()
        };
        let mut table = reading.read(&self.data)?;
        let mut rows = None;
        if let Some(condition) = &self.rows {
            let keep = Expression::read(condition)?.is_true(&table.frame)?;
            let left: Vec<u64> = (1..).zip(&keep).filter(|(_, kept)| **kept).map(|(row, _)| row).collect();
            if left.is_empty() {
                return Err(Error::request(format!("no row of {} is {condition}", self.data.display())));
            }
            table.frame = table.frame.rows_where(&keep);
            rows = Some(left);
        }
        for text in derived {
            derive(&mut table.frame, text, &self.data, &known)?;
        }
        Ok((table, rows))
    }

    /// The design, with what the codebook says of it.
    #[must_use]
    pub fn names(&self) -> DesignNames {
        let known = self.codebook.as_ref().map(|codebook| codebook.design.clone()).unwrap_or_default();
        let or = |own: &Vec<String>, known: Vec<String>| if own.is_empty() { known } else { own.clone() };
        DesignNames {
            weights: self.design.weights.clone().or(known.weights),
            strata: or(&self.design.strata, known.strata),
            units: or(&self.design.units, known.units),
            population: or(&self.design.population, known.population),
            nest: self.design.nest || known.nest,
        }
    }

    /// The replicate weights, with what the codebook says of them.
    #[must_use]
    pub fn replication(&self) -> Option<Replication> {
        let known = || self.codebook.as_ref()?.replicate_weights.clone().map(Replication::Columns);
        self.replicates.clone().or_else(known)
    }

    pub(crate) fn replicated(&self, survey: Survey) -> Result<Survey, Error> {
        match self.replication() {
            None => Ok(survey),
            Some(Replication::Made(method)) => Ok(survey.replicated(method, false, LonelyUnits::Fail)?),
            Some(Replication::Columns(columns)) => {
                let weights = columns.of(survey.frame())?;
                Ok(survey.with_replicates(weights)?)
            }
        }
    }
}

impl DesignNames {
    fn all(&self) -> Vec<&String> {
        let parts = self.strata.iter().chain(&self.units).chain(&self.population);
        self.weights.iter().chain(parts).collect()
    }
}

/// Three quarters of the memory that the operating system says is free, in bytes; none where it does not say.
#[must_use]
pub fn free_memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("MemAvailable:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes.saturating_mul(768))
}

fn plain(names: &DesignNames) -> Design {
    let mut design = Design::new();
    for name in &names.strata {
        design = design.strata(name);
    }
    for name in &names.units {
        design = design.units(name);
    }
    for name in &names.population {
        design = design.population(name);
    }
    if let Some(name) = &names.weights {
        design = design.weights(name);
    }
    if names.nest { design.nested() } else { design }
}

/// A text that is no variable becomes one: a condition or a sum of those that are.
fn derive(frame: &mut Frame, text: &str, path: &std::path::Path, known: &[String]) -> Result<(), Error> {
    if frame.column(text).is_ok() {
        return Ok(());
    }
    let values = match Expression::read(text).and_then(|expression| expression.numbers(frame)) {
        Ok(values) => values,
        Err(estimates::Error::NoSuchVariable(name)) => {
            let known = known.join(", ");
            return Err(Error::NoSuchVariable { path: path.to_owned(), name, known });
        }
        Err(error) => return Err(error.into()),
    };
    Ok(frame.push(text, Column::Numbers(values))?)
}

/// Whether a text names a variable, as a word of its own.
fn names_it(text: &str, name: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_name_a_variable() {
        assert!(names_it("age >= 65 and sex == 2", "sex"));
        assert!(names_it("C(age_group)", "age_group"));
        assert!(!names_it("age_group", "age"));
        assert!(!names_it("a.b", "b"));
    }
}
