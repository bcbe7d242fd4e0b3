//! Answers as text: aligned tables for people, JSON and CSV for programs. The same answer gives the same bytes.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Answer, AreaAnswer, Change, Crossed, Fitted, Weighted};

/// The shapes an answer can be shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// An aligned table for people.
    #[default]
    Table,
    /// JSON.
    Json,
    /// CSV.
    Csv,
}

/// What can be shown.
pub trait Show: Serialize {
    /// The names of the columns, and the cells, as people read them; and as programs do, if `raw`.
    fn cells(&self, raw: bool) -> (Vec<String>, Vec<Vec<String>>);

    /// What stands above and below the table.
    fn around(&self) -> (Vec<String>, Vec<String>);

    /// The answer in a shape, ending with a line break.
    fn shown(&self, shape: Shape) -> String {
        match shape {
            Shape::Json => serde_json::to_string_pretty(self).unwrap_or_default() + "\n",
            Shape::Csv => {
                let (head, rows) = self.cells(true);
                let line = |cells: &Vec<String>| {
                    cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\n"
                };
                std::iter::once(&head).chain(&rows).map(line).collect()
            }
            Shape::Table => {
                let (above, below) = self.around();
                let (head, rows) = self.cells(false);
                let mut text = above.join("\n");
                if !above.is_empty() {
                    text.push_str("\n\n");
                }
                text.push_str(&aligned(&head, &rows));
                if !below.is_empty() {
                    let _ = write!(text, "\n{}\n", below.join("\n"));
                }
                text
            }
        }
    }
}

/// A cell of CSV.
pub(crate) fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn aligned(head: &[String], rows: &[Vec<String>]) -> String {
    let all = || std::iter::once(head).chain(rows.iter().map(Vec::as_slice));
    let used: Vec<bool> = (0..head.len()).map(|at| rows.iter().any(|row| !row[at].is_empty())).collect();
    let widths: Vec<usize> =
        (0..head.len()).map(|at| all().map(|row| row[at].chars().count()).max().unwrap_or(0)).collect();
    let right: Vec<bool> = (0..head.len())
        .map(|at| {
            rows.iter().all(|row| {
                row[at].is_empty()
                    || row[at].starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '<')
            })
        })
        .collect();
    let mut text = String::new();
    for row in all() {
        let mut line = String::new();
        for at in (0..head.len()).filter(|&at| used[at]) {
            let space = " ".repeat(widths[at] - row[at].chars().count());
            let cell = if right[at] { format!("{space}{}", row[at]) } else { format!("{}{space}", row[at]) };
            let _ = write!(line, "{}{cell}", if line.is_empty() { "" } else { "  " });
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn raw(value: Option<f64>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// A number as people read it: percent with one decimal for shares, else about five digits.
fn read(value: Option<f64>, is_share: bool) -> String {
    match value {
        None => String::new(),
        Some(value) if is_share => format!("{:.1} %", 100.0 * value),
        Some(value) => plain(value),
    }
}

fn plain(value: f64) -> String {
    let size = value.abs();
    if size >= 10_000.0 || value.fract() == 0.0 {
        format!("{value:.0}")
    } else if size >= 100.0 {
        format!("{value:.1}")
    } else if size >= 1.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.4}")
    }
}

fn p_value(p: Option<f64>) -> String {
    match p {
        None => String::new(),
        Some(p) if p < 0.0001 => "<0.0001".to_owned(),
        Some(p) => format!("{p:.4}"),
    }
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

impl Show for Answer {
    fn cells(&self, is_raw: bool) -> (Vec<String>, Vec<Vec<String>>) {
        let mut head = self.by.clone();
        head.extend(texts(&[
            "name", "label", "p", "estimate", "se", "low", "high", "n", "missing", "df", "deff", "note",
        ]));
        let number =
            |value: Option<f64>, is_share: bool| if is_raw { raw(value) } else { read(value, is_share) };
        let mut rows = Vec::new();
        for row in &self.rows {
            let group = |name: &String| row.by.get(name).cloned().unwrap_or_default();
            let mut cells: Vec<String> = self.by.iter().map(group).collect();
            let missing = if row.missing == 0 && !is_raw { String::new() } else { row.missing.to_string() };
            let note = row.hidden.iter().chain(&row.flags).cloned().collect::<Vec<_>>().join("; ");
            cells.extend([
                row.name.clone(),
                row.label.clone().unwrap_or_default(),
                raw(row.p),
                number(row.estimate, row.is_share),
                number(row.se, row.is_share),
                number(row.ci[0], row.is_share),
                number(row.ci[1], row.is_share),
                row.n.map(|n| n.to_string()).unwrap_or_default(),
                missing,
                if is_raw { row.df.to_string() } else { plain(row.df) },
                number(row.deff, false),
                note,
            ]);
            rows.push(cells);
        }
        for missing in &self.undefined {
            let group = |name: &String| missing.by.get(name).cloned().unwrap_or_default();
            let mut cells: Vec<String> = self.by.iter().map(group).collect();
            cells.push(missing.name.clone());
            cells.extend(vec![String::new(); 10]);
            cells.push(missing.reason.clone());
            rows.push(cells);
        }
        (head, rows)
    }

    fn around(&self) -> (Vec<String>, Vec<String>) {
        let above = vec![
            format!("{}, of {}", self.statistic, self.base),
            format!("interval: {}; {}", self.interval, self.design.join(", ")),
        ];
        (above, self.notes.iter().map(|note| format!("note: {note}")).collect())
    }
}

impl Show for Vec<Change> {
    fn cells(&self, is_raw: bool) -> (Vec<String>, Vec<Vec<String>>) {
        let groups: Vec<&String> =
            self.iter().find(|change| !change.by.is_empty()).into_iter().flat_map(|c| c.by.keys()).collect();
        let mut head: Vec<String> = groups.iter().map(|&name| name.clone()).collect();
        head.extend(texts(&[
            "name",
            "label",
            "from",
            "to",
            "difference",
            "se",
            "low",
            "high",
            "p_value",
            "df",
        ]));
        let rows = self
            .iter()
            .map(|change| {
                let share = change.from.is_share && change.to.is_share && !is_raw;
                let number = |value: Option<f64>| match (value, is_raw, share) {
                    (value, true, _) => raw(value),
                    (Some(value), _, true) => format!("{:.1}", 100.0 * value),
                    (value, ..) => read(value, false),
                };
                let mut cells: Vec<String> =
                    groups.iter().map(|name| change.by.get(*name).cloned().unwrap_or_default()).collect();
                cells.extend([
                    change.from.name.clone(),
                    change.from.label.clone().unwrap_or_default(),
                    if share { read(change.from.estimate, true) } else { number(change.from.estimate) },
                    if share { read(change.to.estimate, true) } else { number(change.to.estimate) },
                    number(Some(change.difference)),
                    number(Some(change.se)),
                    number(change.ci[0]),
                    number(change.ci[1]),
                    if is_raw { raw(change.p_value) } else { p_value(change.p_value) },
                    if is_raw { change.df.to_string() } else { plain(change.df) },
                ]);
                cells
            })
            .collect();
        (head, rows)
    }

    fn around(&self) -> (Vec<String>, Vec<String>) {
        let above = self.first().map(|change| format!("{}, of {}", change.statistic, change.base));
        let mut below = Vec::new();
        for change in self {
            let group: String = change.by.values().map(|label| format!("{label}: ")).collect();
            below.push(format!("{group}{}", change.sentence.da));
            below.push(format!("{group}{}", change.sentence.en));
        }
        let notes = self.first().into_iter().flat_map(|change| &change.notes);
        below.extend(notes.map(|note| format!("note: {note}")));
        (above.into_iter().collect(), below)
    }
}

impl Show for AreaAnswer {
    fn cells(&self, is_raw: bool) -> (Vec<String>, Vec<Vec<String>>) {
        let head = texts(&[
            "area",
            "code",
            "model",
            "model_error",
            "low",
            "high",
            "own_share",
            "direct",
            "direct_low",
            "direct_high",
            "n",
        ]);
        let number = |value: Option<f64>| if is_raw { raw(value) } else { read(value, self.is_share) };
        let rows = self.regions.iter().chain(&self.municipalities).map(|row| {
            vec![
                row.variable.clone(),
                row.code.clone(),
                number(row.model),
                number(row.model_error),
                number(row.model_ci[0]),
                number(row.model_ci[1]),
                if is_raw { raw(row.own_share) } else { read(row.own_share, true) },
                number(row.direct),
                number(row.direct_ci[0]),
                number(row.direct_ci[1]),
                row.n.map(|n| n.to_string()).unwrap_or_default(),
            ]
        });
        (head, rows.collect())
    }

    fn around(&self) -> (Vec<String>, Vec<String>) {
        let above = vec![
            format!("{}, of {}", self.statistic, self.base),
            "regions are direct estimates; municipalities are from a model (Fay and Herriot 1979)".to_owned(),
        ];
        let mut below = Vec::new();
        if let Some(spread) = self.spread {
            let spread = read(Some(spread), self.is_share);
            below.push(format!(
                "municipalities of a region differ by {spread} beyond chance (standard deviation)"
            ));
        }
        if self.hidden > 0 {
            below.push(format!("{} municipalities are not shown: too few respondents", self.hidden));
        }
        below.extend(self.notes.iter().map(|note| format!("note: {note}")));
        (above, below)
    }
}

impl Show for Crossed {
    fn cells(&self, is_raw: bool) -> (Vec<String>, Vec<Vec<String>>) {
        let mut head = vec![self.row.clone(), self.column.clone()];
        head.extend(texts(&["people", "of_row", "se", "low", "high", "of_column", "n", "note"]));
        let number =
            |value: Option<f64>, is_share: bool| if is_raw { raw(value) } else { read(value, is_share) };
        let rows = self
            .cells
            .iter()
            .map(|cell| {
                let people = if is_raw {
                    raw(cell.count)
                } else {
                    cell.count.map(|count| format!("{count:.0}")).unwrap_or_default()
                };
                vec![
                    cell.row.clone(),
                    cell.column.clone(),
                    people,
                    number(cell.row_share, true),
                    number(cell.se, true),
                    number(cell.ci[0], true),
                    number(cell.ci[1], true),
                    number(cell.column_share, true),
                    cell.n.map(|n| n.to_string()).unwrap_or_default(),
                    cell.hidden.clone().unwrap_or_default(),
                ]
            })
            .collect();
        (head, rows)
    }

    fn around(&self) -> (Vec<String>, Vec<String>) {
        let mut below = Vec::new();
        if let Some(statistic) = self.statistic {
            let df: Vec<String> = self.df.iter().flatten().map(|df| plain(*df)).collect();
            below.push(format!(
                "{}: {} on {} degrees of freedom, p {}",
                self.test,
                plain(statistic),
                df.join(" and "),
                p_value(self.p_value)
            ));
        }
        if self.missing > 0 {
            below.push(format!("{} respondents lack an answer, and are in no cell", self.missing));
        }
        below.extend(self.notes.iter().map(|note| format!("note: {note}")));
        (vec![format!("{} by {}, of {}", self.row, self.column, self.base)], below)
    }
}

impl Show for Fitted {
    fn cells(&self, is_raw: bool) -> (Vec<String>, Vec<Vec<String>>) {
        let head = texts(&[
            "term",
            "estimate",
            "se",
            "t",
            "p_value",
            "low",
            "high",
            "ratio",
            "ratio_low",
            "ratio_high",
        ]);
        let number = |value: Option<f64>| if is_raw { raw(value) } else { read(value, false) };
        let rows = self
            .coefficients
            .iter()
            .map(|c| {
                vec![
                    c.name.clone(),
                    number(Some(c.estimate)),
                    number(Some(c.se)),
                    number(Some(c.t)),
                    if is_raw { raw(Some(c.p_value)) } else { p_value(Some(c.p_value)) },
                    number(Some(c.ci[0])),
                    number(Some(c.ci[1])),
                    number(c.ratio),
                    number(c.ratio_ci.map(|ci| ci[0])),
                    number(c.ratio_ci.map(|ci| ci[1])),
                ]
            })
            .collect();
        (head, rows)
    }

    fn around(&self) -> (Vec<String>, Vec<String>) {
        let above = vec![
            format!("{} model: {}, of {}", self.family, self.formula, self.base),
            format!(
                "{} respondents, {} lack something; {} degrees of freedom",
                self.n,
                self.missing,
                plain(self.df)
            ),
        ];
        let mut below: Vec<String> = self
            .terms
            .iter()
            .map(|term| {
                let [first, second] = term.df.map(plain);
                format!(
                    "{}: F {} on {first} and {second}, p {}",
                    term.name,
                    plain(term.f),
                    p_value(Some(term.p_value))
                )
            })
            .collect();
        below.extend(self.notes.iter().map(|note| format!("note: {note}")));
        (above, below)
    }
}

impl Show for Weighted {
    fn cells(&self, is_raw: bool) -> (Vec<String>, Vec<Vec<String>>) {
        let head = texts(&["margin", "category", "before", "after", "n"]);
        let number = |value: f64| if is_raw { value.to_string() } else { format!("{value:.0}") };
        let rows = self
            .cells
            .iter()
            .map(|cell| {
                vec![
                    cell.margin.clone(),
                    cell.category.clone(),
                    number(cell.before),
                    number(cell.after),
                    cell.n.to_string(),
                ]
            })
            .collect();
        (head, rows)
    }

    fn around(&self) -> (Vec<String>, Vec<String>) {
        let above = vec![
            self.history.join(", "),
            format!(
                "{} respondents; the weights add up to {:.0}, before to {:.0}",
                self.n, self.sum, self.sum_before
            ),
            format!(
                "factors from {:.4} to {:.4}; weights from {} to {}",
                self.factors[0],
                self.factors[1],
                plain(self.weights[0]),
                plain(self.weights[1])
            ),
            format!(
                "design effect of unequal weights {:.3}, before {:.3}; {} rounds; {} weights cut to a limit",
                self.design_effect[1], self.design_effect[0], self.rounds, self.limited
            ),
        ];
        (above, self.notes.iter().map(|note| format!("note: {note}")).collect())
    }
}
