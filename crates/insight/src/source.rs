//! Where answers come from: a file, how it was drawn, and what is known of its variables.

use std::path::PathBuf;

use estimates::{Column, Design, Expression, Frame, LonelyUnits, Method, ReplicateWeights, Survey};

use crate::{Codebook, DesignNames, Error, Reading, Table};

/// A file, how it was drawn, and how it is to be read.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The file of respondents.
    pub data: PathBuf,
    /// What is known of its variables.
    pub codebook: Option<Codebook>,
    /// How it was drawn. What is not said here is taken from the codebook.
    pub design: DesignNames,
    /// Replicate weights that the file has, or that are to be made.
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
    /// Columns of the file whose names are this and a number. They hold whole weights.
    Columns {
        /// How the names begin.
        prefix: String,
        /// The factor for the whole sum of squares.
        scale: f64,
    },
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
    /// The number in the file of each row that is left.
    pub rows: Vec<u64>,
    /// What a reader of results should know.
    pub notes: Vec<String>,
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
            notes.push(format!("{} wrong rows were left out", table.left_out));
            notes.extend(table.wrong.iter().map(ToString::to_string));
        }
        let zero = survey.weights().iter().filter(|weight| **weight == 0.0).count();
        if zero > 0 {
            notes.push(format!("{zero} rows have the weight 0, and do not count"));
        }
        let codebook = self.codebook.clone().unwrap_or_default();
        Ok(Opened { survey, codebook, labels: table.labels, rows, notes })
    }

    fn frame(&self, texts: &[&str], derived: &[&str]) -> Result<(Table, Vec<u64>), Error> {
        let design = self.names();
        let known = crate::names(&self.data)?;
        let mut texts: Vec<&str> = texts.iter().chain(derived).copied().collect();
        texts.extend(self.rows.as_deref());
        let of_design = design.all();
        let mut only: Vec<String> = Vec::new();
        for name in &of_design {
            only.push((*name).clone());
        }
        let prefix = match &self.replicates {
            Some(Replication::Columns { prefix, .. }) => Some(prefix),
            _ => None,
        };
        for name in &known {
            let replicate = prefix.is_some_and(|prefix| is_numbered(name, prefix));
            if !only.contains(name) && (replicate || texts.iter().any(|text| names_it(text, name))) {
                only.push(name.clone());
            }
        }
        let numbers = design.weights.iter().chain(&design.population).cloned().collect();
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
        let mut rows = Vec::new();
        if let Some(condition) = &self.rows {
            let keep = Expression::read(condition)?.is_true(&table.frame)?;
            rows = (1..).zip(&keep).filter(|(_, kept)| **kept).map(|(row, _)| row).collect();
            if rows.is_empty() {
                return Err(Error::request(format!("no row of {} is {condition}", self.data.display())));
            }
            table.frame = table.frame.rows_where(&keep);
        }
        if rows.is_empty() {
            rows = (1..=table.frame.rows() as u64).collect();
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

    fn replicated(&self, survey: Survey) -> Result<Survey, Error> {
        match &self.replicates {
            None => Ok(survey),
            Some(Replication::Made(method)) => Ok(survey.replicated(*method, false, LonelyUnits::Fail)?),
            Some(Replication::Columns { prefix, scale }) => {
                let mut columns = Vec::new();
                for name in survey.frame().names().filter(|name| is_numbered(name, prefix)) {
                    if let Column::Numbers(values) = survey.frame().column(name)? {
                        columns.push(values.clone());
                    }
                }
                Ok(survey.with_replicates(ReplicateWeights {
                    columns,
                    are_weights: true,
                    scale: *scale,
                    scales: Vec::new(),
                    from_estimate: false,
                    degrees: None,
                })?)
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

fn is_numbered(name: &str, prefix: &str) -> bool {
    name.strip_prefix(prefix)
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
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
