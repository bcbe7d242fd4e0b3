//! What a choice came to: numbers with everything that a reader needs to judge them, in plain fields that are kept.

use serde::{Deserialize, Deserializer, Serialize};

use crate::{Statistic, Words};

/// A value of a variable and what it means.
pub type Code = (String, Words);

/// What a choice came to. Nothing in it is about a respondent: numbers that fewer than five stand behind are not in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// What was estimated.
    pub statistic: Statistic,
    /// Whether the estimates are shares, from 0 to 1.
    pub is_share: bool,
    /// The question.
    pub question: Words,
    /// The years, where there are several.
    pub years: Option<Axis>,
    /// The groups, where there are any.
    pub groups: Option<Axis>,
    /// The answers, where each has an estimate of its own.
    pub answers: Option<Axis>,
    /// The estimates: by year, then group, then answer.
    pub cells: Vec<Cell>,
    /// How two years differ: of all, then of each group.
    pub changes: Vec<Changed>,
    /// What is told, in words.
    pub definition: Words,
    /// About whom.
    pub base: Words,
    /// Whose survey it is, and which import of it.
    pub source: Words,
    /// How it was estimated.
    pub method: Words,
    /// What gives the same numbers at the command line.
    pub command: String,
    /// What gives the same changes there; empty where there are none.
    #[serde(default)]
    pub change_command: String,
    /// What a reader should know of the file.
    #[serde(default, deserialize_with = "notes")]
    pub notes: Vec<Words>,
}

/// Words as they are kept; those of an earlier day are in English alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Both(Words),
    English(String),
}

impl Kept {
    fn words(self) -> Words {
        match self {
            Self::Both(words) => words,
            Self::English(text) => Words::same(text),
        }
    }
}

fn notes<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Words>, D::Error> {
    Ok(Vec::<Kept>::deserialize(from)?.into_iter().map(Kept::words).collect())
}

fn why<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Words>, D::Error> {
    Ok(Option::<Kept>::deserialize(from)?.map(Kept::words))
}

/// What estimates are told by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// The variable.
    pub name: String,
    /// What it is called.
    pub words: Words,
    /// Its values that occur, in their order.
    pub codes: Vec<Code>,
}

impl Axis {
    /// What a value is called.
    #[must_use]
    pub fn label(&self, code: &str) -> Words {
        let known = self.codes.iter().find(|(own, _)| own == code);
        known.map_or_else(|| Words::same(code), |(_, words)| words.clone())
    }
}

/// One estimate.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The year.
    pub year: Option<String>,
    /// The group.
    pub group: Option<String>,
    /// The answer.
    pub answer: Option<String>,
    /// The estimate; none where it is hidden or cannot be made.
    pub estimate: Option<f64>,
    /// Its standard error.
    pub se: Option<f64>,
    /// The lower end of its interval.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
    /// Respondents with an answer.
    pub n: Option<usize>,
    /// Respondents without one.
    pub missing: usize,
    /// What speaks against relying on it.
    pub marks: Vec<Mark>,
    /// Why it is hidden.
    pub hidden: Option<Hidden>,
    /// Why it cannot be made.
    #[serde(default, deserialize_with = "why")]
    pub impossible: Option<Words>,
}

/// What speaks against relying on an estimate (NCHS 2017).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// So few respondents.
    FewRespondents(usize),
    /// A standard error of so many percent of it.
    LargeError(u32),
    /// So few degrees of freedom.
    FewDegrees(u32),
    /// An interval of so many percentage points.
    WideInterval(u32),
}

/// Why an estimate is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hidden {
    /// Fewer than five respondents stand behind it, or behind all others.
    TooFew,
    /// Another hidden number could be found from it.
    ForOthers,
}

/// How much two years differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    /// The group; none for all.
    pub group: Option<String>,
    /// The answer.
    pub answer: Option<String>,
    /// The year that is compared with.
    pub from: String,
    /// The year that is compared.
    pub to: String,
    /// The estimates of both.
    pub values: [Option<f64>; 2],
    /// The second less the first; none where one of them is hidden.
    pub difference: Option<f64>,
    /// Its interval.
    pub interval: [Option<f64>; 2],
    /// How probable a difference at least as large is if there is none.
    pub p_value: Option<f64>,
    /// Whether the test lets it be said that there is a change.
    pub supported: bool,
    /// The change in words.
    pub sentence: Words,
}

impl Told {
    /// What an estimate is of: the values of all that it is told by.
    #[must_use]
    pub fn label(&self, cell: &Cell) -> Vec<Words> {
        let own = [(&self.years, &cell.year), (&self.groups, &cell.group), (&self.answers, &cell.answer)];
        own.into_iter().filter_map(|(axis, code)| Some(axis.as_ref()?.label(code.as_ref()?))).collect()
    }

    /// What estimates are told by, in the order of the columns.
    pub fn axes(&self) -> impl Iterator<Item = &Axis> {
        [&self.years, &self.groups, &self.answers].into_iter().flatten()
    }

    /// The value of each axis for an estimate.
    #[must_use]
    pub fn place<'c>(&self, cell: &'c Cell) -> Vec<&'c str> {
        let own = [(&self.years, &cell.year), (&self.groups, &cell.group), (&self.answers, &cell.answer)];
        let there = own.into_iter().filter(|(axis, _)| axis.is_some());
        there.map(|(_, code)| code.as_deref().unwrap_or_default()).collect()
    }

    /// The latest year alone, where there are several.
    #[must_use]
    pub fn latest(&self) -> Option<&str> {
        self.years.as_ref()?.codes.last().map(|(code, _)| code.as_str())
    }
}

/// Texts one after the other, in both languages.
#[must_use]
pub fn words_of(words: &[Words], between: &str) -> Words {
    let join = |pick: fn(&Words) -> &str| words.iter().map(pick).collect::<Vec<_>>().join(between);
    Words { da: join(|words| &words.da), en: join(|words| &words.en) }
}
