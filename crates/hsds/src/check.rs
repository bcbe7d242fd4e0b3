//! The one check that every row passes, whatever form it came in.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::{
    Directory,
    directory::{Row, table},
    kind::{Kind, quoted},
    problem::{Problem, Report},
    record::{Field, Table},
};

/// A row as it was read: text in named cells, and where it stood.
pub(crate) struct Raw {
    pub(crate) table: &'static Table,
    pub(crate) file: String,
    pub(crate) row: Option<usize>,
    pub(crate) cells: HashMap<&'static str, String>,
}

impl Raw {
    fn problem(&self, field: &str, message: impl Into<String>) -> Problem {
        let id = self.cells.get("id").map(|id| id.trim()).filter(|id| !id.is_empty());
        Problem::new(&self.file, message).row(self.row).id(id).field(field)
    }
}

/// What could not be read and has been reported already, so that one fault is not told a hundred times.
#[derive(Default)]
pub(crate) struct Gaps {
    /// Tables of which some rows are missing: a link to them may be right.
    pub(crate) tables: HashSet<&'static str>,
    /// Required columns that are not there at all.
    pub(crate) columns: HashSet<(&'static str, &'static str)>,
}

/// Checks a directory built in code exactly as a file would be checked: required values, formats, unique ids, links.
pub fn check(directory: &Directory) -> Report {
    let mut report = Report::default();
    let raws = directory.rows().into_iter().map(|row| {
        let cells =
            row.table.fields.iter().filter_map(|field| Some((field.name, text(row.cells.get(field.name)?))));
        Raw { table: row.table, file: row.table.file.to_owned(), row: None, cells: cells.collect() }
    });
    examine(&raws.collect::<Vec<_>>(), &Gaps::default(), &mut report);
    report
}

/// The text a cell holds in a table.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Checks all rows and builds the directory of those that hold. It is whole only if the report has no errors.
pub(crate) fn examine(raws: &[Raw], gaps: &Gaps, report: &mut Report) -> Directory {
    let rows: Vec<Row> = raws.iter().map(|raw| read_row(raw, gaps, report)).collect();
    let ids = gather_ids(raws, &rows, report);
    for (raw, row) in raws.iter().zip(&rows) {
        for field in raw.table.fields {
            check_link(raw, row, field, &ids, gaps, report);
        }
        check_together(raw, row, report);
    }
    if raws.is_empty() && report.is_ok() {
        report.error(Problem::new(
            "directory",
            "There is not a single record. Check that the right data were chosen.",
        ));
    }
    if !report.is_ok() {
        return Directory::default();
    }
    Directory::from_rows(rows, report)
}

fn read_row(raw: &Raw, gaps: &Gaps, report: &mut Report) -> Row {
    let mut cells = Map::new();
    for field in raw.table.fields {
        match raw.cells.get(field.name).filter(|text| !text.trim().is_empty()) {
            Some(text) => match field.kind.read(text) {
                Ok(value) => {
                    cells.insert(field.name.to_owned(), value);
                }
                Err(message) => report.error(raw.problem(field.name, message)),
            },
            None if field.required && !gaps.columns.contains(&(raw.table.name, field.name)) => {
                let message =
                    format!("A {} must have a value here, but it is empty. Fill it in.", spoken(raw.table));
                report.error(raw.problem(field.name, message));
            }
            None => {}
        }
    }
    Row { table: raw.table, cells }
}

fn spoken(table: &Table) -> String {
    table.name.replace('_', " ")
}

type Ids = HashMap<&'static str, HashSet<String>>;

fn gather_ids(raws: &[Raw], rows: &[Row], report: &mut Report) -> Ids {
    let mut ids = Ids::new();
    let mut first: HashMap<(&str, &str), &Raw> = HashMap::new();
    for (raw, row) in raws.iter().zip(rows) {
        let Some(id) = row.cells.get("id").and_then(Value::as_str) else { continue };
        ids.entry(raw.table.name).or_default().insert(id.to_owned());
        if let Some(before) = first.insert((raw.table.name, id), raw) {
            let place = before.row.map_or_else(|| before.file.clone(), |row| format!("data row {row}"));
            let message = format!(
                "This id was used before, in {place}. Give each record its own id, or delete one of the two."
            );
            report.error(raw.problem("id", message));
        }
    }
    ids
}

fn check_link(raw: &Raw, row: &Row, field: &Field, ids: &Ids, gaps: &Gaps, report: &mut Report) {
    let Some(id) = row.cells.get(field.name).and_then(Value::as_str) else { return };
    let target = match field.kind {
        Kind::Link(target) | Kind::Parent(target) => target,
        Kind::AnyLink(entity) => {
            match row.cells.get(entity).and_then(Value::as_str).map(|name| (name, table(name))) {
                Some((_, Some(target))) => target.name,
                Some((name, None)) => {
                    let message = format!(
                        "{} is not a table of HSDS 3.0. Write the table's name, such as service.",
                        quoted(name)
                    );
                    return report.error(raw.problem(entity, message));
                }
                None => return,
            }
        }
        _ => return,
    };
    if ids.get(target).is_some_and(|known| known.contains(id)) || gaps.tables.contains(target) {
        return;
    }
    let missing = format!("There is no {} with the id {id}.", target.replace('_', " "));
    if matches!(field.kind, Kind::Parent(_)) {
        report.warn(raw.problem(field.name, format!("{missing} The link was kept as it is.")));
    } else {
        report.error(raw.problem(field.name, format!("{missing} Add it, or correct the id here.")));
    }
}

/// Values that are right one by one but not together.
fn check_together(raw: &Raw, row: &Row, report: &mut Report) {
    let text = |name: &str| row.cells.get(name).and_then(Value::as_str);
    let number = |name: &str| row.cells.get(name).and_then(Value::as_f64);
    // ISO dates compare as text.
    if let (Some(from), Some(to)) = (text("valid_from"), text("valid_to"))
        && from > to
    {
        report.error(raw.problem(
            "valid_to",
            format!("The last day, {to}, is before the first, {from}. Correct one of them."),
        ));
    }
    if let (Some(from), Some(to)) = (number("minimum_age"), number("maximum_age"))
        && from > to
    {
        report.error(raw.problem(
            "maximum_age",
            format!("The oldest age, {to}, is below the youngest, {from}. Correct one of them."),
        ));
    }
    let given = |name: &str| raw.cells.get(name).is_some_and(|text| !text.trim().is_empty());
    if given("latitude") != given("longitude") {
        let message = "Latitude and longitude belong together, but only one is given. Fill in both.";
        report.warn(raw.problem("latitude", message));
    }
    if given("opens_at") != given("closes_at") {
        let message = "Only one of opening and closing time is given. Fill in both.";
        report.warn(raw.problem("closes_at", message));
    }
}
