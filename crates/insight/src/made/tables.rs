//! Tables of a figure as people read them, on pages and on paper.

use super::Terms;
use crate::Language;
use crate::analyst::{Axis, Cell, Changed, Told};

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Table {
    /// The names of the columns.
    pub(crate) head: Vec<String>,
    /// The rows, with as many cells each.
    pub(crate) rows: Vec<Vec<String>>,
}

/// The estimates, with so many decimals of percentages. Remarks have a column where there are any.
pub(crate) fn numbers(told: &Told, language: Language, decimals: usize) -> Table {
    let shown = Shown { told, language, terms: Terms(language), decimals };
    let mut table =
        Table { head: shown.head(), rows: told.cells.iter().map(|cell| shown.row(cell)).collect() };
    if table.rows.iter().all(|row| row.last().is_none_or(String::is_empty)) {
        table.head.pop();
        table.rows.iter_mut().for_each(|row| {
            row.pop();
        });
    }
    table
}

/// How two years differ; no rows where nothing is compared.
pub(crate) fn changes(told: &Told, language: Language, decimals: usize) -> Table {
    let shown = Shown { told, language, terms: Terms(language), decimals };
    Table {
        head: shown.change_head(),
        rows: told.changes.iter().map(|change| shown.change(change)).collect(),
    }
}

struct Shown<'t> {
    told: &'t Told,
    language: Language,
    terms: Terms,
    decimals: usize,
}

impl Shown<'_> {
    fn pick(&self, da: &'static str, en: &'static str) -> String {
        (if self.language == Language::Danish { da } else { en }).to_owned()
    }

    fn head(&self) -> Vec<String> {
        let axes = self.told.axes().map(|axis| axis.words.in_language(self.language).to_owned());
        let rest = [
            self.terms.estimate().to_owned(),
            self.pick("Interval", "Interval"),
            self.terms.n().to_owned(),
            self.terms.remark().to_owned(),
        ];
        axes.chain(rest).collect()
    }

    fn row(&self, cell: &Cell) -> Vec<String> {
        let labels = self.told.label(cell);
        let mut cells: Vec<String> =
            labels.iter().map(|label| label.in_language(self.language).to_owned()).collect();
        let hidden = cell.hidden.map(|hidden| self.terms.hidden(hidden).to_owned());
        let marks = cell.marks.iter().map(|mark| self.terms.mark(*mark));
        let impossible = cell.impossible.as_ref().map(|_| self.pick("ingen har svaret", "nobody answered"));
        cells.extend([
            self.read(cell.estimate),
            self.range([cell.low, cell.high]),
            cell.n.map(|n| thousands(n, self.language)).unwrap_or_default(),
            hidden.into_iter().chain(impossible).chain(marks).collect::<Vec<_>>().join("; "),
        ]);
        cells
    }

    fn read(&self, value: Option<f64>) -> String {
        value.map(|value| self.terms.read(value, self.told.is_share, self.decimals)).unwrap_or_default()
    }

    fn range(&self, [low, high]: [Option<f64>; 2]) -> String {
        match (low, high) {
            (Some(_), Some(_)) => {
                format!("{} {} {}", self.read(low), self.pick("til", "to"), self.read(high))
            }
            _ => String::new(),
        }
    }

    fn change_head(&self) -> Vec<String> {
        let mut head = Vec::new();
        if let Some(groups) = &self.told.groups {
            head.push(groups.words.in_language(self.language).to_owned());
        }
        if let Some(answers) = &self.told.answers {
            head.push(answers.words.in_language(self.language).to_owned());
        }
        head.extend([
            self.pick("Fra", "From"),
            self.pick("Til", "To"),
            self.terms.changes().to_owned(),
            self.pick("Interval", "Interval"),
            self.pick("P-værdi", "P-value"),
            self.pick("Test", "Test"),
        ]);
        head
    }

    fn change(&self, change: &Changed) -> Vec<String> {
        let mut cells = Vec::new();
        let label = |axis: &Axis, code: &Option<String>| {
            let own = code.as_ref().map(|code| axis.label(code).in_language(self.language).to_owned());
            own.unwrap_or_else(|| self.terms.all().to_owned())
        };
        if let Some(groups) = &self.told.groups {
            cells.push(label(groups, &change.group));
        }
        if let Some(answers) = &self.told.answers {
            cells.push(label(answers, &change.answer));
        }
        let side = |year: &str, value: Option<f64>| match value {
            Some(_) => format!("{year}: {}", self.read(value)),
            None => format!("{year}: {}", self.terms.hidden_short()),
        };
        let points = |value: Option<f64>| {
            value.map(|value| match self.told.is_share {
                true => self.terms.read(value, true, self.decimals).replace(" %", ""),
                false => self.read(Some(value)),
            })
        };
        let unit =
            if self.told.is_share { self.pick(" procentpoint", " percentage points") } else { String::new() };
        let interval = match (points(change.interval[0]), points(change.interval[1])) {
            (Some(low), Some(high)) => format!("{low} {} {high}", self.pick("til", "to")),
            _ => String::new(),
        };
        let p = change.p_value.map(|p| match (p < 0.001, self.language) {
            (true, Language::Danish) => "under 0,001".to_owned(),
            (true, Language::English) => "below 0.001".to_owned(),
            (false, Language::Danish) => format!("{p:.3}").replace('.', ","),
            (false, Language::English) => format!("{p:.3}"),
        });
        cells.extend([
            side(&change.from, change.values[0]),
            side(&change.to, change.values[1]),
            points(change.difference).map(|value| format!("{value}{unit}")).unwrap_or_default(),
            interval,
            p.unwrap_or_default(),
            if change.supported {
                self.pick("forskel", "difference")
            } else {
                self.pick("kan være tilfældigt", "may be chance")
            },
        ]);
        cells
    }
}

/// A number of people as the language writes it.
pub(crate) fn thousands(n: usize, language: Language) -> String {
    let digits = n.to_string();
    let between = if language == Language::Danish { '.' } else { ',' };
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit);
    }
    out
}
