//! What can be asked of an import: its variables, their labels and the years, as they were found when it was taken.

use std::collections::BTreeMap;

use estimates::Column;
use serde::{Deserialize, Serialize};

use crate::{Codebook, Kind, Reason, Table, Words};

/// The most groups that a table or chart can be read with.
const MOST_LABELS: usize = 120;

/// What can be asked of an import.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Offered {
    /// What the survey is called.
    pub title: Words,
    /// Whose survey it is.
    pub source: Words,
    /// The variables that can be asked about or divided by, in the order of the file.
    pub variables: Vec<OfferedVariable>,
    /// The variable that tells years apart.
    pub period: Option<String>,
    /// The years, the first one first.
    pub years: Vec<String>,
    /// The variable with the region.
    pub region: Option<String>,
    /// The variable with the municipality.
    pub municipality: Option<String>,
    /// What somebody should know of the file.
    pub notes: Vec<Reason>,
    /// Whether wrong rows are left out of what is asked.
    pub leaves_out_wrong_rows: bool,
}

/// A variable that can be asked about or divided by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferedVariable {
    /// Its name in the file; of a question with several answers, in the codebook.
    pub name: String,
    /// The question, or its name if nobody has written one.
    pub words: Words,
    /// What its values are.
    pub measure: Measure,
    /// Its values and what they mean, where they are few; of a question with several answers, the variables of those.
    pub labels: Vec<(String, Words)>,
    /// Whether somebody wrote down what is asked: a technical variable has no question.
    pub is_question: bool,
}

/// What the values of a variable are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// 0 and 1.
    YesNo,
    /// Names of categories.
    Category,
    /// Numbers.
    Number,
    /// Several answers, each a variable of 0 and 1.
    Several,
}

impl OfferedVariable {
    /// Whether it divides into groups that a table can be read with.
    #[must_use]
    pub fn divides(&self) -> bool {
        self.measure != Measure::Several && !self.labels.is_empty()
    }

    /// What a value means.
    #[must_use]
    pub fn label(&self, code: &str) -> Words {
        let known = self.labels.iter().find(|(own, _)| own == code);
        known.map_or_else(|| Words::same(code), |(_, words)| words.clone())
    }
}

impl Offered {
    /// What a file offers, by what it holds and what its codebook says.
    #[must_use]
    pub fn of(table: &Table, codebook: &Codebook) -> Self {
        let mut offered = Self {
            title: codebook.title.clone(),
            source: codebook.source.clone(),
            period: codebook.period.clone(),
            region: codebook.areas.region.clone(),
            municipality: codebook.areas.municipality.clone(),
            notes: table.notes.clone(),
            ..Self::default()
        };
        let within: Vec<&String> = codebook.multiple.values().flat_map(|set| &set.answers).collect();
        for name in table.frame.names() {
            let Ok(column) = table.frame.column(name) else { continue };
            if within.iter().any(|answer| *answer == name) {
                continue;
            }
            offered.variables.push(variable(name, column, table, codebook));
        }
        for (name, set) in &codebook.multiple {
            let label = |answer: &String| (answer.clone(), words(answer, table, codebook).0);
            offered.variables.push(OfferedVariable {
                name: name.clone(),
                words: set.question.clone(),
                measure: Measure::Several,
                labels: set.answers.iter().map(label).collect(),
                is_question: true,
            });
        }
        let years = offered.period.as_ref().and_then(|period| offered.variable(period));
        offered.years =
            years.map(|own| own.labels.iter().map(|(code, _)| code.clone()).collect()).unwrap_or_default();
        offered
    }

    /// The variable of this name.
    #[must_use]
    pub fn variable(&self, name: &str) -> Option<&OfferedVariable> {
        self.variables.iter().find(|variable| variable.name == name)
    }

    /// What can be asked about: what has a question, is not the year, and is no weight.
    pub fn questions(&self) -> impl Iterator<Item = &OfferedVariable> {
        self.variables
            .iter()
            .filter(|variable| variable.is_question && self.period.as_deref() != Some(&variable.name))
    }

    /// What groups can be made by.
    pub fn groups(&self) -> impl Iterator<Item = &OfferedVariable> {
        self.questions().filter(|variable| variable.divides())
    }
}

/// What a variable is called, and whether somebody wrote that down.
fn words(name: &str, table: &Table, codebook: &Codebook) -> (Words, bool) {
    let own = codebook.variables.get(name).and_then(|variable| variable.question.clone());
    let of_file = || table.labels.get(name)?.question.clone().map(Words::same);
    match own.or_else(of_file) {
        Some(words) => (words, true),
        None => (Words::same(name), false),
    }
}

fn variable(name: &str, column: &Column, table: &Table, codebook: &Codebook) -> OfferedVariable {
    let (words, is_question) = words(name, table, codebook);
    let known = codebook.variables.get(name);
    let of_file: BTreeMap<&str, &str> = table.labels.get(name).map_or_else(BTreeMap::new, |labels| {
        labels.values.iter().map(|(code, text)| (code.as_str(), text.as_str())).collect()
    });
    let found = found(column);
    let is_number = matches!(column, Column::Numbers(_));
    let has_labels = known.is_some_and(|known| !known.values.is_empty()) || !of_file.is_empty();
    let is_yes_no = is_number
        && found.as_ref().is_some_and(|codes| {
            !codes.is_empty() && codes.iter().all(|code| matches!(code.as_str(), "0" | "1"))
        });
    let measure = match (
        is_yes_no,
        is_number && !has_labels && known.is_none_or(|known| known.kind != Some(Kind::Category)),
    ) {
        (true, _) => Measure::YesNo,
        (_, true) => Measure::Number,
        _ => Measure::Category,
    };
    let meaning = |code: String| {
        let own = codebook.label(name, &code).cloned();
        let words = own.or_else(|| of_file.get(code.as_str()).map(|text| Words::same(*text)));
        let words = words.unwrap_or_else(|| match (measure, code.as_str()) {
            (Measure::YesNo, "0") => Words { da: "Nej".to_owned(), en: "No".to_owned() },
            (Measure::YesNo, "1") => Words { da: "Ja".to_owned(), en: "Yes".to_owned() },
            _ => Words::same(&code),
        });
        (code, words)
    };
    let labels = found.unwrap_or_default().into_iter().map(meaning).collect();
    OfferedVariable { name: name.to_owned(), words, measure, labels, is_question }
}

/// The values that occur, in their order; none if they are too many to be groups.
fn found(column: &Column) -> Option<Vec<String>> {
    match column {
        Column::Categories { labels, .. } => (labels.len() <= MOST_LABELS).then(|| labels.clone()),
        Column::Numbers(values) => {
            let mut levels: Vec<f64> = Vec::new();
            for value in values.iter().filter(|value| !value.is_nan()) {
                let value = value + 0.0;
                if let Err(place) = levels.binary_search_by(|level| level.total_cmp(&value)) {
                    if levels.len() == MOST_LABELS || value.fract() != 0.0 {
                        return None;
                    }
                    levels.insert(place, value);
                }
            }
            Some(levels.iter().map(f64::to_string).collect())
        }
        _ => None,
    }
}
