//! What leaves: tables and drawings of estimates for spreadsheets, programs, statistical offices and paper. Each carries what
//! it is, about whom, from where, how it was made, and the command that makes it again.

mod csv;
mod drawing;
mod jsonstat;
mod paper;
mod pdf;
mod px;
pub(crate) mod tables;
mod terms;
mod tiles;
mod workbook;

pub use drawing::drawing;
pub(crate) use terms::Terms;

use crate::analyst::{Axis, Changed, Told};
use crate::{Language, Words};

/// The shapes that a figure is given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table of text.
    Csv,
    /// An Excel workbook.
    Workbook,
    /// JSON-stat 2.0.
    JsonStat,
    /// PX, as the statistical offices of the Nordic countries use it.
    Px,
    /// A drawing.
    Svg,
    /// A page to print.
    Pdf,
}

/// A figure on its way out.
#[derive(Clone, Debug)]
pub struct Given<'a> {
    /// What it is called.
    pub title: Words,
    /// What somebody wrote above the numbers of a press note, whose percentages are whole; lines are paragraphs.
    pub text: Option<Words>,
    /// The numbers.
    pub told: &'a Told,
    /// The language of its texts.
    pub language: Language,
    /// The day on which it was made.
    pub day: jiff::civil::Date,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 6] =
        [Format::Csv, Format::Workbook, Format::JsonStat, Format::Px, Format::Svg, Format::Pdf];

    /// How the names of such files end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Workbook => "xlsx",
            Format::JsonStat => "json",
            Format::Px => "px",
            Format::Svg => "svg",
            Format::Pdf => "pdf",
        }
    }

    /// The format whose files end so.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::JsonStat => "application/json",
            Format::Px => "text/plain; charset=utf-8",
            Format::Svg => "image/svg+xml",
            Format::Pdf => "application/pdf",
        }
    }
}

impl Given<'_> {
    /// The figure in a format.
    ///
    /// # Errors
    /// When the workbook cannot be written.
    pub fn made(&self, format: Format) -> Result<Vec<u8>, crate::Error> {
        Ok(match format {
            Format::Csv => csv::made(self).into_bytes(),
            Format::Workbook => workbook::made(self)?,
            Format::JsonStat => jsonstat::made(self).into_bytes(),
            Format::Px => px::made(self).into_bytes(),
            Format::Svg => drawing(self.told, self.say(&self.title), self.language, "figure").into_bytes(),
            Format::Pdf => pdf::made(self),
        })
    }

    fn say<'w>(&self, words: &'w Words) -> &'w str {
        words.in_language(self.language)
    }

    fn terms(&self) -> Terms {
        Terms(self.language)
    }

    /// What a reader must know: what it is called, and what it says.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let (terms, told) = (self.terms(), self.told);
        let mut facts = vec![
            (terms.definition(), self.say(&told.definition).to_owned()),
            (terms.base(), self.say(&told.base).to_owned()),
            (terms.source(), self.say(&told.source).to_owned()),
            (terms.method(), self.say(&told.method).to_owned()),
            (terms.command(), told.command.clone()),
        ];
        if !told.change_command.is_empty() {
            facts.push((terms.change_command(), told.change_command.clone()));
        }
        facts.extend(told.notes.iter().map(|note| (terms.note(), self.say(note).to_owned())));
        facts
    }

    /// The names of the columns: what it is told by, then the numbers.
    fn head(&self) -> Vec<String> {
        let axes = self.told.axes().map(|axis| self.say(&axis.words).to_owned());
        axes.chain(self.terms().measures().map(str::to_owned))
            .chain([self.terms().remark().to_owned()])
            .collect()
    }

    /// The names of the columns of changes: what they are told by, then the numbers.
    fn change_head(&self) -> Vec<String> {
        let axes = [&self.told.groups, &self.told.answers].into_iter().flatten();
        let labels = axes.map(|axis| self.say(&axis.words).to_owned());
        let terms = self.terms();
        let [from, to] = self
            .told
            .changes
            .first()
            .map_or([String::new(), String::new()], |change| [change.from.clone(), change.to.clone()]);
        let rest = [terms.changes(), terms.low(), terms.high(), terms.p_value(), terms.remark()];
        labels.chain([from, to]).chain(rest.map(str::to_owned)).collect()
    }

    /// What a change is of.
    fn change_labels(&self, change: &Changed) -> Vec<String> {
        let own = [(&self.told.groups, &change.group), (&self.told.answers, &change.answer)];
        let label = |(axis, code): (&Option<Axis>, &Option<String>)| {
            let axis = axis.as_ref()?;
            let label = code.as_ref().map(|code| self.say(&axis.label(code)).to_owned());
            Some(label.unwrap_or_else(|| self.terms().all().to_owned()))
        };
        own.into_iter().filter_map(label).collect()
    }

    /// What hides an estimate or speaks against relying on it.
    fn remark(&self, cell: &crate::analyst::Cell) -> String {
        let terms = self.terms();
        let hidden = cell.hidden.map(|hidden| terms.hidden(hidden).to_owned());
        let impossible = cell.impossible.as_ref().map(|why| self.say(why).to_owned());
        let marks = cell.marks.iter().map(|mark| terms.mark(*mark));
        hidden.into_iter().chain(impossible).chain(marks).collect::<Vec<_>>().join("; ")
    }
}

/// The numbers of an estimate: itself, the ends of its interval, its standard error, respondents.
fn numbers(cell: &crate::analyst::Cell) -> [Option<f64>; 5] {
    [cell.estimate, cell.low, cell.high, cell.se, cell.n.map(|n| n as f64)]
}

/// The numbers of a change: both years, the difference, the ends of its interval, and how probable it is without one.
fn change_numbers(change: &Changed) -> [Option<f64>; 6] {
    let ([from, to], [low, high]) = (change.values, change.interval);
    [from, to, change.difference, low, high, change.p_value]
}

#[cfg(test)]
mod tests;
