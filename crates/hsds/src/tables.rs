//! The tabular form: one CSV file per table, columns in any order, names in the first row.

use std::collections::HashSet;

use csv::{Terminator, WriterBuilder};

use crate::{
    Directory,
    check::{Gaps, examine, text},
    directory::TABLES,
    problem::{Problem, Reading, Report},
    record::{Field, Table},
    sheet::Sheet,
};

/// Reads a folder of tables, given as file names with their bytes. A path before the name is ignored.
///
/// # Errors
/// Everything that is wrong in any of the files, with file, row and field.
pub fn read_tables(files: &[(String, Vec<u8>)]) -> Result<Reading, Report> {
    let mut report = Report::default();
    let mut gaps = Gaps::default();
    let mut raws = Vec::new();
    let mut seen = HashSet::new();
    for (path, bytes) in files {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        match table_of(name) {
            Some(table) if seen.insert(table.name) => {
                Sheet { table, name, gaps: &mut gaps, report: &mut report, raws: &mut raws }.read(bytes);
            }
            Some(table) => {
                report.error(Problem::new(
                    name,
                    format!("The table {} is there twice. Keep one file.", table.name),
                ));
            }
            // The description of the package is no table, and belongs there.
            None if name.eq_ignore_ascii_case("datapackage.json") => {}
            None => report.warn(Problem::new(name, "This file is not a table of HSDS 3.0 and was ignored.")),
        }
    }
    if seen.is_empty() {
        let message = "None of the files is a table of HSDS 3.0. Name them as the standard does: services.csv, \
                       organizations.csv, locations.csv and so on.";
        report.error(Problem::new("directory", message));
    }
    let directory = examine(&raws, &gaps, &mut report);
    if report.is_ok() { Ok(Reading { directory, report }) } else { Err(report) }
}

/// Writes every table that has rows as a CSV file with all columns of the standard, in the standard's order.
pub fn write_tables(directory: &Directory) -> Vec<(String, Vec<u8>)> {
    let rows = directory.rows();
    let mut files = Vec::new();
    for table in TABLES {
        let mut own = rows.iter().filter(|row| row.table.name == table.name).peekable();
        if own.peek().is_none() {
            continue;
        }
        // RFC 4180 ends lines with CRLF.
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
        let header: Vec<String> = table.fields.iter().map(|field| field.name.to_owned()).collect();
        let lines = own.map(|row| {
            let cell = |field: &Field| row.cells.get(field.name).map(text).unwrap_or_default();
            table.fields.iter().map(cell).collect()
        });
        for line in std::iter::once(header).chain(lines) {
            let line: Vec<String> = line;
            writer
                .write_record(line)
                .expect("writing to memory cannot fail, and every line has the same columns");
        }
        let bytes = writer.into_inner().expect("writing to memory cannot fail");
        files.push((table.file.to_owned(), bytes));
    }
    files
}

fn table_of(file: &str) -> Option<&'static Table> {
    let lower = file.to_lowercase();
    let stem = lower.strip_suffix(".csv")?;
    TABLES.iter().copied().find(|table| [table.stem(), table.collection, table.name].contains(&stem))
}
