//! Files of population totals: `margin,category,total`, or `year,margin,key1,key2,total` where a margin combines two variables.

use std::path::Path;

use estimates::{Column, Frame, Margin};

use crate::{Error, Reading, Reason};

/// Population totals, as a file lists them.
#[derive(Clone, Debug, Default)]
pub struct Margins {
    lines: Vec<Line>,
}

#[derive(Clone, Debug)]
struct Line {
    year: String,
    margin: String,
    keys: [String; 2],
    total: f64,
}

/// The texts of a column.
pub(crate) fn labels(frame: &Frame, name: &str) -> Result<Vec<Option<String>>, estimates::Error> {
    Ok(match frame.column(name)?.as_categories().as_ref() {
        Column::Categories { codes, labels } => {
            codes.iter().map(|&code| labels.get(code as usize).cloned()).collect()
        }
        _ => Vec::new(),
    })
}

/// The labels of a variable, in their order.
pub(crate) fn order(frame: &Frame, name: &str) -> Option<Vec<String>> {
    match frame.column(name).ok()?.as_categories().as_ref() {
        Column::Categories { labels, .. } => Some(labels.clone()),
        _ => None,
    }
}

impl Margins {
    /// Reads a file of totals.
    ///
    /// # Errors
    /// A file that cannot be read, that lacks the columns, or a total that is no number.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let known = crate::names(path)?;
        let named = |wanted: &[&'static str]| {
            wanted.iter().copied().find(|name| known.iter().any(|known| known == name))
        };
        let lacks =
            |what: &str| Error::format(path, Reason::of("insight-file-no-column").with("column", what));
        let (Some(margin), Some(total)) = (named(&["margin"]), named(&["total"])) else {
            return Err(lacks("margin or total"));
        };
        let first = named(&["key1", "category"]).ok_or_else(|| lacks("category or key1"))?;
        let reading = Reading { numbers: vec![total.to_owned()], ..Reading::default() };
        let frame = reading.read(path)?.frame;
        let optional = |name: Option<&str>| match name {
            Some(name) => labels(&frame, name),
            None => Ok(vec![None; frame.rows()]),
        };
        let columns = [named(&["year"]), Some(margin), Some(first), named(&["key2"])];
        let [years, margins, firsts, seconds] =
            [optional(columns[0])?, optional(columns[1])?, optional(columns[2])?, optional(columns[3])?];
        let Column::Numbers(totals) = frame.column(total)? else { return Err(lacks("total with numbers")) };
        let mut lines = Vec::new();
        for (row, &total) in totals.iter().enumerate() {
            if total.is_nan() {
                return Err(Error::format(path, Reason::of("insight-file-no-total").with("row", row + 1)));
            }
            let text = |column: &[Option<String>]| column[row].clone().unwrap_or_default();
            lines.push(Line {
                year: text(&years),
                margin: text(&margins),
                keys: [text(&firsts), text(&seconds)],
                total,
            });
        }
        Ok(Self { lines })
    }

    /// The names of all margins, in the order of the file.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for line in &self.lines {
            if !names.contains(&line.margin.as_str()) {
                names.push(&line.margin);
            }
        }
        names
    }

    /// Adds the variables of margins that combine two: `region_age` of 084 and the first age group is `084/1`.
    pub(crate) fn combine(&self, frame: &mut Frame) -> Result<(), estimates::Error> {
        for (name, column) in self.combined(frame) {
            frame.push(name, column)?;
        }
        Ok(())
    }

    /// Those variables.
    pub(crate) fn combined(&self, frame: &Frame) -> Vec<(String, Column)> {
        let mut combined = Vec::new();
        for name in self.names() {
            if frame.column(name).is_ok() || !self.of(name, None).any(|line| !line.keys[1].is_empty()) {
                continue;
            }
            let Some((first, second)) = name.split_once([':', '_']) else { continue };
            let sides = [(first, 0), (second, 1)].map(|(variable, key)| {
                let keys: Vec<&str> = self.of(name, None).map(|line| line.keys[key].as_str()).collect();
                keyed(frame, variable.trim(), &keys)
            });
            if let [Some(first), Some(second)] = sides {
                let pairs = first.into_iter().zip(second).map(|(a, b)| Some(format!("{}/{}", a?, b?)));
                combined.push((name.to_owned(), Column::categories(pairs)));
            }
        }
        combined
    }

    fn of<'m>(&'m self, name: &'m str, year: Option<&'m str>) -> impl Iterator<Item = &'m Line> {
        let in_year = move |line: &&Line| year.is_none_or(|year| line.year == year);
        self.lines.iter().filter(move |line| line.margin == name).filter(in_year)
    }

    /// A margin; of one year, if the file has several.
    ///
    /// # Errors
    /// There is none of that name and year.
    pub fn margin(&self, name: &str, year: Option<&str>) -> Result<Margin, Error> {
        let totals: Vec<(String, f64)> = self
            .of(name, year)
            .map(|Line { keys: [first, second], total, .. }| {
                (if second.is_empty() { first.clone() } else { format!("{first}/{second}") }, *total)
            })
            .collect();
        if totals.is_empty() {
            let of_year = year.map(|year| format!(" of {year}")).unwrap_or_default();
            let known = self.names().join(", ");
            return Err(Error::request(format!("the margins have no {name}{of_year}; they have {known}")));
        }
        Ok(Margin::new(name, totals))
    }

    /// The totals of one variable by its labels, added up over margins that combine it with another.
    pub(crate) fn of_variable(
        &self,
        variable: &str,
        order: &[String],
        year: Option<&str>,
    ) -> Vec<(String, f64)> {
        let stem = variable.split('_').next().unwrap_or(variable);
        let side = |line: &Line| match line.margin.split_once([':', '_']) {
            _ if line.margin == variable => Some(0),
            Some((first, _)) if first == stem => Some(0),
            Some((_, second)) if second == stem => Some(1),
            _ => None,
        };
        let mut sums: std::collections::BTreeMap<String, f64> = std::collections::BTreeMap::new();
        for line in self.lines.iter().filter(|line| year.is_none_or(|year| line.year == year)) {
            let Some(side) = side(line) else { continue };
            let key = &line.keys[side];
            let numbered = || key.parse::<usize>().ok().and_then(|number| order.get(number.checked_sub(1)?));
            if let Some(label) = order.iter().find(|label| *label == key).or_else(numbered) {
                *sums.entry(label.clone()).or_default() += line.total;
            }
        }
        sums.into_iter().collect()
    }
}

/// The key of each row for one side of a margin: the label of a variable whose name begins so or, where the keys are numbers
/// from 1, the number of the label in its order.
fn keyed(frame: &Frame, name: &str, keys: &[&str]) -> Option<Vec<Option<String>>> {
    let candidates: Vec<String> = frame
        .names()
        .filter(|known| *known == name || known.starts_with(&format!("{name}_")))
        .map(str::to_owned)
        .collect();
    for known in &candidates {
        let labels = labels(frame, known).ok()?;
        if labels.iter().flatten().all(|label| keys.contains(&label.as_str())) {
            return Some(labels);
        }
    }
    for known in candidates.iter().rev() {
        let labels = labels(frame, known).ok()?;
        let order: Vec<String> = order(frame, known)?;
        if (1..=order.len()).all(|number| keys.contains(&number.to_string().as_str())) {
            let number =
                |label: &String| order.iter().position(|known| known == label).map(|at| (at + 1).to_string());
            return Some(labels.iter().map(|label| label.as_ref().and_then(number)).collect());
        }
    }
    None
}
