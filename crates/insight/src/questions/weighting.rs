//! New weights: brought to what is known of the population, with a report of what it did to them.

use std::io::Write as _;
use std::path::Path;

use estimates::{Calibration, Column, Survey};
use serde::Serialize;

use crate::source::{Opened, Source};
use crate::{Error, Margins};

/// How weights are brought to margins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WeightMethod {
    /// One margin, by one factor a cell.
    PostStratify,
    /// Several margins, one after the other until all are met.
    Rake,
    /// Several margins at once, by a distance, perhaps with bounds of the factors.
    Calibrate(Calibration),
}

/// Weights to make.
#[derive(Clone, Debug)]
pub struct Weighting {
    /// How.
    pub method: WeightMethod,
    /// What is known of the population.
    pub margins: Margins,
    /// Which margins; all of them without it.
    pub names: Vec<String>,
    /// The year of the margins, where the file has several.
    pub year: Option<String>,
    /// Limits that weights are cut to afterwards.
    pub trim: Option<(f64, f64)>,
    /// A variable that names the respondents in the file of new weights.
    pub id: Option<String>,
}

/// New weights.
#[derive(Clone, Debug, Serialize)]
pub struct Weighted {
    /// What was done, first things first.
    pub history: Vec<String>,
    /// Respondents with a weight.
    pub n: usize,
    /// The sum of the weights before.
    pub sum_before: f64,
    /// The sum of the weights.
    pub sum: f64,
    /// The smallest and the largest factor by which a weight was multiplied.
    pub factors: [f64; 2],
    /// The smallest and the largest weight.
    pub weights: [f64; 2],
    /// Kish's design effect of unequal weights, before and after.
    pub design_effect: [f64; 2],
    /// Rounds that it took.
    pub rounds: usize,
    /// Weights that were cut to a limit.
    pub limited: usize,
    /// Every cell of every margin: what is known, and what the weights add up to.
    pub cells: Vec<WeightedCell>,
    /// What a reader should know.
    pub notes: Vec<String>,
    #[serde(skip)]
    respondents: Respondents,
}

/// A cell of a margin.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeightedCell {
    /// The margin.
    pub margin: String,
    /// The category.
    pub category: String,
    /// The sum of the weights before.
    pub before: f64,
    /// The sum of the weights.
    pub after: f64,
    /// Respondents.
    pub n: usize,
}

/// The respondents with their weights before and after. It shares the columns of the surveys, for there may be millions.
#[derive(Clone, Debug)]
struct Respondents {
    before: Survey,
    after: Survey,
    rows: Option<Vec<u64>>,
    ids: Option<Column>,
}

impl Respondents {
    /// Each with a weight: before and after.
    fn weights(&self) -> impl Iterator<Item = (f64, f64)> {
        let both = self.before.weights().iter().zip(self.after.weights());
        both.map(|(before, after)| (*before, *after)).filter(|(before, _)| *before != 0.0)
    }
}

impl Weighting {
    /// Reads what is needed, and makes the weights.
    ///
    /// # Errors
    /// Margins that do not add up, that lack a category of the sample or have one that the sample lacks, that cannot be met.
    pub fn ask(&self, source: &Source) -> Result<Weighted, Error> {
        self.answer(&self.open(source)?)
    }

    /// Reads what the weights need of a file.
    ///
    /// # Errors
    /// As [`Source::open`].
    pub fn open(&self, source: &Source) -> Result<Opened, Error> {
        let names = self.wanted();
        let parts = names.iter().flat_map(|name| name.split([':', '_'])).map(str::to_owned);
        let mut texts: Vec<String> = names.iter().cloned().chain(parts).chain(self.id.clone()).collect();
        // a margin region_age may be of region and age_group
        for known in crate::names(&source.data)? {
            if texts
                .iter()
                .any(|text| known.strip_prefix(text.as_str()).is_some_and(|rest| rest.starts_with('_')))
            {
                texts.push(known);
            }
        }
        source.open_with(&super::as_strs(&texts), &self.margins)
    }

    fn wanted(&self) -> Vec<String> {
        if self.names.is_empty() {
            return self.margins.names().into_iter().map(str::to_owned).collect();
        }
        self.names.clone()
    }

    /// Makes the weights from what was read.
    ///
    /// # Errors
    /// As [`Weighting::ask`].
    pub fn answer(&self, opened: &Opened) -> Result<Weighted, Error> {
        let survey = &opened.survey;
        let mut margins = Vec::new();
        for name in self.wanted() {
            if survey.frame().column(&name).is_err() {
                return Err(Error::request(format!("the margin {name} is of no variable of the file")));
            }
            margins.push(self.margins.margin(&name, self.year.as_deref())?);
        }
        let done = match (self.method, margins.as_slice()) {
            (WeightMethod::PostStratify, [margin]) => survey.post_stratified(margin)?,
            (WeightMethod::PostStratify, _) => {
                return Err(Error::request(format!(
                    "post-stratification takes one margin, and {} are named; rake or calibrate to several",
                    margins.len()
                )));
            }
            (WeightMethod::Rake, margins) => survey.raked(margins)?,
            (WeightMethod::Calibrate(how), margins) => survey.calibrated_to_margins(margins, how)?,
        };
        let (mut after, mut limited) = (done.survey, done.report.limited);
        if let Some((lower, upper)) = self.trim {
            let trimmed = after.trimmed(lower, upper, true)?;
            after = trimmed.survey;
            limited += trimmed.report.limited;
        }
        let mut weighted = self.told(survey, &after, opened)?;
        weighted.rounds = done.report.rounds;
        weighted.limited = limited;
        if self.trim.is_some() && limited > 0 {
            weighted
                .notes
                .push("trimming moved the weights off the margins; the cells tell how far".to_owned());
        }
        Ok(weighted)
    }

    fn told(&self, before: &Survey, after: &Survey, opened: &Opened) -> Result<Weighted, Error> {
        let ids = match &self.id {
            Some(name) => Some(before.frame().column(name)?.as_categories().into_owned()),
            None => None,
        };
        let (old, new) = (before.weights(), after.weights());
        let respondents =
            Respondents { before: before.clone(), after: after.clone(), rows: opened.rows.clone(), ids };
        let mut cells = Vec::new();
        for name in self.wanted() {
            let column = before.frame().column(&name)?.as_categories();
            let Column::Categories { codes, labels } = column.as_ref() else { continue };
            let cell = |label: &String| WeightedCell {
                margin: name.clone(),
                category: label.clone(),
                before: 0.0,
                after: 0.0,
                n: 0,
            };
            let mut own: Vec<WeightedCell> = labels.iter().map(cell).collect();
            for ((code, old), new) in codes.iter().zip(old).zip(new) {
                if let Some(cell) = own.get_mut(*code as usize) {
                    cell.before += old;
                    cell.after += new;
                    cell.n += usize::from(*old != 0.0);
                }
            }
            cells.extend(own);
        }
        let ends = |value: fn((f64, f64)) -> f64| {
            [
                respondents.weights().map(value).fold(f64::INFINITY, f64::min),
                respondents.weights().map(value).fold(f64::NEG_INFINITY, f64::max),
            ]
        };
        Ok(Weighted {
            history: after.history().to_vec(),
            n: respondents.weights().count(),
            sum_before: old.iter().sum(),
            sum: new.iter().sum(),
            factors: ends(|(before, after)| after / before),
            weights: ends(|(_, after)| after),
            design_effect: [kish(old), kish(new)],
            rounds: 0,
            limited: 0,
            cells,
            notes: opened.notes_said(),
            respondents,
        })
    }
}

/// The label of a row; empty where it has none.
fn label(column: &Column, row: usize) -> &str {
    match column {
        Column::Categories { codes, labels } => {
            labels.get(codes[row] as usize).map(String::as_str).unwrap_or_default()
        }
        _ => "",
    }
}

/// `1 + cv²` of the weights.
fn kish(weights: &[f64]) -> f64 {
    let n = weights.iter().filter(|weight| **weight != 0.0).count() as f64;
    let (sum, squares) = weights.iter().fold((0.0, 0.0), |(sum, squares), w| (sum + w, squares + w * w));
    n * squares / (sum * sum)
}

impl Weighted {
    /// Writes the new weights: a row a respondent, with the number of the row in the file of data, the name if there is one,
    /// the weight before, the weight, and the factor between them. A file that is there already is not written over.
    ///
    /// # Errors
    /// The file is there, or cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), Error> {
        let refuse = |why| Error::file(path, why);
        let file = std::fs::File::options().write(true).create_new(true).open(path).map_err(refuse)?;
        let mut out = std::io::BufWriter::new(file);
        let Respondents { before, after, rows, ids } = &self.respondents;
        let head = if ids.is_some() { "row,id,before,weight,factor" } else { "row,before,weight,factor" };
        let mut write = || -> std::io::Result<()> {
            writeln!(out, "{head}")?;
            for (at, (before, after)) in before.weights().iter().zip(after.weights()).enumerate() {
                let row = rows.as_ref().map_or(at as u64 + 1, |rows| rows[at]);
                let factor = if *before == 0.0 { 1.0 } else { after / before };
                match ids {
                    Some(ids) => {
                        let id = super::show::quoted(label(ids, at));
                        writeln!(out, "{row},{id},{before},{after},{factor}")?;
                    }
                    None => writeln!(out, "{row},{before},{after},{factor}")?,
                }
            }
            out.flush()
        };
        write().map_err(refuse)
    }
}

impl Source {
    /// As [`Source::open`], with the variables of margins that combine two.
    fn open_with(&self, texts: &[&str], margins: &Margins) -> Result<Opened, Error> {
        let opened = self.open(texts, &[])?;
        let combined = margins.combined(opened.survey.frame());
        if combined.is_empty() {
            return Ok(opened);
        }
        let mut frame = opened.survey.frame().clone();
        for (name, column) in combined {
            frame.push(name, column)?;
        }
        let survey = self.replicated(Survey::new(frame, opened.survey.design())?)?;
        Ok(Opened { survey, ..opened })
    }
}
