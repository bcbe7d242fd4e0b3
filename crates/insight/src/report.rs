//! A whole report from a file: figures, changes and cross tables of one survey, each with what it should come to.
//!
//! ```yaml
//! title: { da: Behovet for hjælp 2024, en: The need for help 2024 }
//! data: dk.csv
//! codebook: dk.codebook.yaml
//! publish: 5
//! figures:
//!   - id: need
//!     title: { da: Behov for hjælp, en: Need for help }
//!     statistic: share
//!     of: [needed_help]
//!     by: [year]
//!     expect: { 2022: 24, 2024: 18 }
//! changes:
//!   - id: fall
//!     statistic: share
//!     of: [needed_help]
//!     by: year
//!     from: 2022
//!     to: 2024
//!     subject: { da: Andelen med behov for hjælp, en: The share who needed help }
//! ```

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::codebook::Code;
use crate::{
    Answer, Change, Codebook, Comparison, Crossed, Crossing, Error, Language, Question, Shape, Show, Source,
    Statistic, Words,
};

/// A report, as its file says it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    title: Words,
    data: PathBuf,
    codebook: Option<PathBuf>,
    /// Hide what fewer respondents than this stand behind.
    publish: Option<usize>,
    #[serde(default)]
    figures: Vec<Figure>,
    #[serde(default)]
    changes: Vec<ChangeOf>,
    #[serde(default)]
    tables: Vec<TableOf>,
    /// What a reader of the report should know.
    #[serde(default)]
    notes: Vec<Words>,
    #[serde(skip)]
    folder: PathBuf,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    id: String,
    title: Words,
    #[serde(default)]
    statistic: Statistic,
    of: Vec<String>,
    #[serde(default)]
    by: Vec<String>,
    #[serde(rename = "where")]
    filter: Option<String>,
    #[serde(default)]
    p: Vec<f64>,
    /// What has been published: whole percent, or values, by group, label or name.
    #[serde(default)]
    expect: BTreeMap<Code, f64>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeOf {
    id: String,
    #[serde(default)]
    statistic: Statistic,
    of: Vec<String>,
    by: String,
    from: Code,
    to: Code,
    /// Also told of each group of this variable.
    within: Option<String>,
    #[serde(rename = "where")]
    filter: Option<String>,
    subject: Option<Words>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableOf {
    id: String,
    title: Words,
    row: String,
    column: String,
    #[serde(rename = "where")]
    filter: Option<String>,
}

/// What a report says.
#[derive(Clone, Debug, Serialize)]
pub struct Reported {
    /// Its title.
    pub title: [String; 2],
    /// Whose survey it is, in Danish and English.
    pub source: [String; 2],
    /// Its figures.
    pub figures: Vec<ReportedFigure>,
    /// Its changes.
    pub changes: Vec<ReportedChange>,
    /// Its cross tables.
    pub tables: Vec<ReportedTable>,
    /// What a reader should know, in Danish and English.
    pub notes: Vec<[String; 2]>,
}

/// A figure of a report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportedFigure {
    /// What it is called in the file.
    pub id: String,
    /// Its title, in Danish and English.
    pub title: [String; 2],
    /// Its numbers.
    pub answer: Answer,
    /// What has been published beside what came out.
    pub published: Vec<Published>,
}

/// A published number beside ours.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Published {
    /// The group, label or name.
    pub of: String,
    /// What has been published.
    pub published: f64,
    /// What came out, rounded in the same way.
    pub found: Option<f64>,
    /// Whether it is the same.
    pub same: bool,
}

/// A change of a report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportedChange {
    /// What it is called in the file.
    pub id: String,
    /// The change, for each thing that was compared.
    pub changes: Vec<Change>,
}

/// A cross table of a report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportedTable {
    /// What it is called in the file.
    pub id: String,
    /// Its title, in Danish and English.
    pub title: [String; 2],
    /// The table.
    pub table: Crossed,
}

impl Report {
    /// Reads a report's file. Paths in it are seen from its folder.
    ///
    /// # Errors
    /// It cannot be opened, is no YAML, or has fields that reports do not have.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(|why| Error::file(path, why))?;
        let mut report: Self = serde_saphyr::from_str(&text).map_err(|why| Error::damaged(path, why))?;
        path.parent().unwrap_or(Path::new("")).clone_into(&mut report.folder);
        Ok(report)
    }

    /// Makes the report. The file of respondents is read once.
    ///
    /// # Errors
    /// What stands in the way of any of its parts, with its name.
    pub fn run(&self) -> Result<Reported, Error> {
        let codebook =
            self.codebook.as_ref().map(|path| Codebook::read(&self.folder.join(path))).transpose()?;
        let book = codebook.clone().unwrap_or_default();
        let source = Source { data: self.folder.join(&self.data), codebook, ..Source::default() };
        let opened = self.open(&source)?;
        let mut reported = Reported {
            title: both(&self.title),
            source: both(&book.source),
            figures: Vec::new(),
            changes: Vec::new(),
            tables: Vec::new(),
            notes: self.notes.iter().map(both).collect(),
        };
        for figure in &self.figures {
            let answer =
                figure.question(self.publish).answer(&opened).map_err(|error| within(&figure.id, &error))?;
            let published = figure.expect.iter().map(|(of, value)| beside(&answer, &of.0, *value)).collect();
            let (id, title) = (figure.id.clone(), both(&figure.title));
            reported.figures.push(ReportedFigure { id, title, answer, published });
        }
        for change in &self.changes {
            let changes = change
                .comparison(self.publish)
                .answer(&opened)
                .map_err(|error| within(&change.id, &error))?;
            reported.changes.push(ReportedChange { id: change.id.clone(), changes });
        }
        for table in &self.tables {
            let found =
                table.crossing(self.publish).answer(&opened).map_err(|error| within(&table.id, &error))?;
            let (id, title) = (table.id.clone(), both(&table.title));
            reported.tables.push(ReportedTable { id, title, table: found });
        }
        Ok(reported)
    }

    fn open(&self, source: &Source) -> Result<crate::Opened, Error> {
        let (mut texts, mut derived) = (Vec::new(), Vec::new());
        let mut needs = |(also_texts, also_derived): (Vec<String>, Vec<String>)| {
            texts.extend(also_texts);
            derived.extend(also_derived);
        };
        for figure in &self.figures {
            needs(figure.question(None).texts(source));
        }
        for change in &self.changes {
            let Comparison { question, by, within, .. } = change.comparison(None);
            needs(question.texts(source));
            needs((std::iter::once(by).chain(within).collect(), Vec::new()));
        }
        for table in &self.tables {
            let crossing = table.crossing(None);
            needs((crossing.question.filter.iter().cloned().collect(), vec![crossing.row, crossing.column]));
        }
        source.open(&crate::questions::as_strs(&texts), &crate::questions::as_strs(&derived))
    }
}

fn both(words: &Words) -> [String; 2] {
    [words.da.clone(), words.en.clone()]
}

fn within(id: &str, error: &Error) -> Error {
    Error::request(format!("{id}: {error}"))
}

impl Figure {
    fn question(&self, hide_below: Option<usize>) -> Question {
        Question {
            statistic: self.statistic,
            of: self.of.clone(),
            by: self.by.clone(),
            filter: self.filter.clone(),
            p: if self.p.is_empty() { vec![0.5] } else { self.p.clone() },
            hide_below,
            ..Question::default()
        }
    }
}

impl ChangeOf {
    fn comparison(&self, hide_below: Option<usize>) -> Comparison {
        Comparison {
            question: Question {
                statistic: self.statistic,
                of: self.of.clone(),
                filter: self.filter.clone(),
                hide_below,
                ..Question::default()
            },
            by: self.by.clone(),
            from: self.from.0.clone(),
            to: self.to.0.clone(),
            within: self.within.clone(),
            subject: self.subject.clone(),
            claim: None,
        }
    }
}

impl TableOf {
    fn crossing(&self, hide_below: Option<usize>) -> Crossing {
        let question = Question { filter: self.filter.clone(), hide_below, ..Question::default() };
        Crossing { row: self.row.clone(), column: self.column.clone(), question, ..Crossing::default() }
    }
}

/// What was published beside the row that has that group, label or name.
fn beside(answer: &Answer, of: &str, published: f64) -> Published {
    let is = |row: &&crate::Row| {
        row.by.values().any(|label| label == of) || row.label.as_deref() == Some(of) || row.name == of
    };
    let row = answer.rows.iter().find(is);
    let found =
        row.and_then(|row| Some(if row.is_share { (100.0 * row.estimate?).round() } else { row.estimate? }));
    let same = found.is_some_and(|found| (found - published).abs() < 1e-9);
    Published { of: of.to_owned(), published, found, same }
}

impl Reported {
    /// Whether every number that has been published came out.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.figures.iter().flat_map(|figure| &figure.published).all(|published| published.same)
    }

    /// The report as text, in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let danish = language == Language::Danish;
        let pick = |words: &[String; 2]| words[usize::from(!danish)].clone();
        let mut text = format!("# {}\n", pick(&self.title));
        if !pick(&self.source).is_empty() {
            let _ = writeln!(text, "\n{}", pick(&self.source));
        }
        for ReportedChange { changes, .. } in &self.changes {
            for change in changes {
                let group: String = change.by.values().map(|label| format!("{label}: ")).collect();
                let said = if danish { &change.sentence.da } else { &change.sentence.en };
                let _ = writeln!(text, "\n{group}{said}");
            }
        }
        for figure in &self.figures {
            let _ = writeln!(
                text,
                "\n## {}\n\n{}",
                pick(&figure.title),
                figure.answer.shown(Shape::Table).trim_end()
            );
            for published in &figure.published {
                let found = published.found.map_or("-".to_owned(), |found| found.to_string());
                let said = match (danish, published.same) {
                    (true, true) => "det samme",
                    (true, false) => "ikke det samme",
                    (false, true) => "the same",
                    (false, false) => "not the same",
                };
                let Published { of, published, .. } = published;
                let _ = if danish {
                    writeln!(text, "offentliggjort: {of} {published}; her {found}: {said}")
                } else {
                    writeln!(text, "published: {of} {published}; here {found}: {said}")
                };
            }
        }
        for table in &self.tables {
            let _ = writeln!(
                text,
                "\n## {}\n\n{}",
                pick(&table.title),
                table.table.shown(Shape::Table).trim_end()
            );
        }
        for note in &self.notes {
            let _ = writeln!(text, "\n{}", pick(note));
        }
        text
    }
}
