//! Reading one CSV file, with an eye for what spreadsheets do to them.

use std::collections::HashSet;

use csv::{ByteRecord, ReaderBuilder};

use crate::{
    check::{Gaps, Raw},
    decode::{NOT_UTF8, UTF16, is_utf16, without_mark},
    problem::{Problem, Report},
    record::{Field, Table},
};

/// One file being read.
pub(crate) struct Sheet<'a> {
    pub(crate) table: &'static Table,
    pub(crate) name: &'a str,
    pub(crate) gaps: &'a mut Gaps,
    pub(crate) report: &'a mut Report,
    pub(crate) raws: &'a mut Vec<Raw>,
}

impl Sheet<'_> {
    pub(crate) fn read(mut self, bytes: &[u8]) {
        let bytes = without_mark(bytes);
        if is_utf16(bytes) {
            return self.give_up(UTF16);
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return self.give_up(
                "The file is empty. Put the names of the columns in the first row, or leave the file out.",
            );
        }
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let mut record = ByteRecord::new();
        let mut columns: Option<Vec<Option<&'static Field>>> = None;
        let mut rows = 0;
        let mut filled = 0;
        let mut garbled = Vec::new();
        loop {
            let from = reader.position().byte();
            match reader.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return self.give_up(&format!("The file could not be read as CSV: {error}.")),
            }
            let blank = blank_lines(bytes, from);
            let Some(columns) = &columns else {
                columns = match self.header(&record) {
                    Some(columns) => Some(columns),
                    None => return,
                };
                continue;
            };
            rows += blank + 1;
            // A spreadsheet leaves rows of empty cells behind; they say nothing but count.
            if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
                continue;
            }
            filled += 1;
            if record.iter().any(|cell| std::str::from_utf8(cell).is_err()) {
                garbled.push(rows);
            } else {
                self.row(columns, &record, rows);
            }
        }
        if let Some(row) = garbled.first() {
            let more = match garbled.len() {
                1 => String::new(),
                many => format!(" {} more rows have the same fault.", many - 1),
            };
            self.report.error(Problem::new(self.name, format!("{NOT_UTF8}{more}")).row(Some(*row)));
            self.gaps.tables.insert(self.table.name);
        } else if filled == 0 {
            self.report.warn(Problem::new(
                self.name,
                "The file has column names but no rows. Check that this is meant.",
            ));
        }
    }

    /// Which field each column holds; a column that is unknown or repeated holds none.
    fn header(&mut self, record: &ByteRecord) -> Option<Vec<Option<&'static Field>>> {
        let names: Vec<String> =
            record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_lowercase()).collect();
        if let [only] = names.as_slice() {
            for (mark, word) in [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")] {
                if only.contains(mark) {
                    self.give_up(&format!(
                        "The columns are separated by {word}, but HSDS wants commas. Save the file as CSV with commas \
                         (Excel in Danish writes semicolons: choose \"comma\" when exporting)."
                    ));
                    return None;
                }
            }
        }
        let mut taken: HashSet<&str> = HashSet::new();
        let mut columns = Vec::new();
        for name in &names {
            let field = self.table.field(name);
            match field {
                Some(field) if !taken.insert(field.name) => {
                    self.say(name, "This column is there twice. Keep one of them.", true);
                }
                Some(_) => {}
                None if name.is_empty() => {
                    let message = format!("Column {} has no name and was ignored.", columns.len() + 1);
                    self.report.warn(Problem::new(self.name, message));
                }
                None => self.say(
                    name,
                    "This column is not part of HSDS 3.0 and was ignored. Check its spelling.",
                    false,
                ),
            }
            columns.push(field);
        }
        for field in self.table.fields.iter().filter(|field| field.required && !taken.contains(field.name)) {
            self.say(field.name, "This column is required, but it is missing. Add it and fill it in.", true);
            self.gaps.columns.insert((self.table.name, field.name));
            if field.name == "id" {
                self.gaps.tables.insert(self.table.name);
            }
        }
        Some(columns)
    }

    fn row(&mut self, columns: &[Option<&'static Field>], record: &ByteRecord, row: usize) {
        let cells: Vec<&str> = record.iter().filter_map(|cell| std::str::from_utf8(cell).ok()).collect();
        if cells.len() != columns.len() {
            let message = format!(
                "The row has {} cells, but the header has {}. Look for a comma or a quotation mark that is missing or \
                 too many; text with a comma in it must stand in \"quotes\".",
                cells.len(),
                columns.len()
            );
            self.report.error(Problem::new(self.name, message).row(Some(row)));
            self.gaps.tables.insert(self.table.name);
            return;
        }
        let cells =
            columns.iter().zip(&cells).filter_map(|(field, cell)| Some(((*field)?.name, (*cell).to_owned())));
        self.raws.push(Raw {
            table: self.table,
            file: self.name.to_owned(),
            row: Some(row),
            cells: cells.collect(),
        });
    }

    fn say(&mut self, column: &str, message: &str, stops: bool) {
        let problem = Problem::new(self.name, message).field(column);
        if stops {
            self.report.error(problem);
        } else {
            self.report.warn(problem);
        }
    }

    fn give_up(&mut self, message: &str) {
        self.report.error(Problem::new(self.name, message));
        self.gaps.tables.insert(self.table.name);
    }
}

/// How many empty lines stand between the end of one record and the start of the next. The CSV reader passes over them,
/// but a spreadsheet counts them as rows.
fn blank_lines(bytes: &[u8], from: u64) -> usize {
    let from = usize::try_from(from).unwrap_or(usize::MAX).min(bytes.len());
    let mut rest = &bytes[from..];
    // The line feed of the CRLF that ended the record before.
    if bytes[..from].ends_with(b"\r") {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut lines = 0;
    while let Some(next) = [b"\r\n".as_slice(), b"\n", b"\r"].iter().find_map(|end| rest.strip_prefix(*end)) {
        rest = next;
        lines += 1;
    }
    lines
}
