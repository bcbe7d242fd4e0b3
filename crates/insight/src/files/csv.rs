//! CSV: commas, semicolons or tabs; UTF-8 or Latin-1; read in one pass, or in two if the first shows that a column holds
//! texts or that the file is Latin-1.

use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};
use estimates::{Column, Frame};

use super::columns::{Texts, is_code, number};
use super::text::{Encoding, Seen};
use super::{Reading, Table, WrongRows};
use crate::codebook::Rules;
use crate::{Error, Reason};

const BUFFER: usize = 1 << 18;

/// What the first lines show of a file.
struct Layout {
    delimiter: u8,
    names: Vec<String>,
    encoding: Encoding,
    /// About how many rows there are.
    rows: u64,
}

pub(super) fn names(path: &Path) -> Result<Vec<String>, Error> {
    Ok(layout(path)?.names)
}

fn layout(path: &Path) -> Result<Layout, Error> {
    let file = File::open(path).map_err(|why| Error::file(path, why))?;
    let size = file.metadata().map_err(|why| Error::file(path, why))?.len();
    let mut beginning = Vec::new();
    file.take(1 << 16).read_to_end(&mut beginning).map_err(|why| Error::file(path, why))?;
    let beginning = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&beginning);
    let first = beginning.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let delimiter = delimiter(first);
    let mut reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(beginning);
    let mut record = ByteRecord::new();
    let read = reader.read_byte_record(&mut record).map_err(|why| Error::damaged(path, why))?;
    if !read || record.iter().all(<[u8]>::is_empty) {
        return Err(Error::format(path, Reason::of("insight-file-no-names")));
    }
    let mut seen = Seen::default();
    record.iter().for_each(|name| seen.look_at(name, 0));
    let encoding = if seen.not_utf8.is_some() { Encoding::Latin1 } else { Encoding::Utf8 };
    let names = record.iter().map(|name| encoding.decode(name).trim().to_owned()).collect();
    let lines = beginning.iter().filter(|&&byte| byte == b'\n').count().max(1) as u64;
    Ok(Layout { delimiter, names, encoding, rows: size * lines / (beginning.len().max(1) as u64) })
}

/// What stands between the names of the first line: the most frequent of comma, semicolon and tab, outside quotes.
fn delimiter(line: &[u8]) -> u8 {
    let mut counts = [(0, b','), (0, b';'), (0, b'\t')];
    let mut quoted = false;
    for byte in line {
        quoted ^= *byte == b'"';
        for (count, delimiter) in &mut counts {
            *count += usize::from(!quoted && byte == delimiter);
        }
    }
    counts.into_iter().rev().max_by_key(|(count, _)| *count).map_or(b',', |(_, delimiter)| delimiter)
}

/// A column as it is read.
struct Growing<'c> {
    name: String,
    at: usize,
    values: Values,
    rules: Rules<'c>,
    /// Values must be numbers, and whatever is not is a wrong row.
    numbers_only: bool,
    /// It was read as numbers, but holds texts too.
    holds_texts: bool,
}

enum Values {
    Numbers(Vec<f64>),
    Texts(Texts),
}

pub(super) fn read(reading: &Reading<'_>, path: &Path) -> Result<Table, Error> {
    let layout = layout(path)?;
    let chosen = reading.chosen(path, &layout.names)?;
    reading.fits(path, layout.rows, chosen.len())?;
    let mut as_texts: Vec<String> = Vec::new();
    let mut encoding = layout.encoding;
    loop {
        let columns = chosen
            .iter()
            .map(|(at, name)| Growing::new(reading, *at, name, as_texts.contains(name), layout.rows))
            .collect();
        let pass = Pass { reading, path, layout: &layout, columns, encoding }.run()?;
        let found = pass.seen.encoding().map_err(|why| Error::format(path, why))?;
        let texts = pass.columns.iter().filter(|column| column.holds_texts);
        let texts: Vec<String> = texts.map(|column| column.name.clone()).collect();
        if texts.is_empty() && (found == encoding || encoding == Encoding::Latin1) {
            return pass.table(reading, path, encoding);
        }
        as_texts.extend(texts);
        if found == Encoding::Latin1 {
            encoding = found;
        }
    }
}

impl<'c> Growing<'c> {
    fn new(reading: &Reading<'c>, at: usize, name: &str, text: bool, rows: u64) -> Self {
        let rules = Rules::of(reading.codebook, name);
        let numbers_only = reading.numbers.iter().any(|number| number == name) || rules.is_number();
        let texts = (text || rules.is_category()) && !numbers_only;
        let values = if texts {
            Values::Texts(Texts::default())
        } else {
            let rows = usize::try_from(rows).unwrap_or(0);
            Values::Numbers(Vec::with_capacity(rows + rows / 64))
        };
        Self { name: name.to_owned(), at, values, rules, numbers_only, holds_texts: false }
    }
}

struct Pass<'p, 'c> {
    reading: &'p Reading<'c>,
    path: &'p Path,
    layout: &'p Layout,
    columns: Vec<Growing<'c>>,
    encoding: Encoding,
}

struct Passed<'c> {
    columns: Vec<Growing<'c>>,
    seen: Seen,
    wrong: WrongRows,
}

impl<'c> Pass<'_, 'c> {
    fn run(mut self) -> Result<Passed<'c>, Error> {
        let mut file = File::open(self.path).map_err(|why| Error::file(self.path, why))?;
        let mut mark = [0; 3];
        let marked = file.read(&mut mark).map_err(|why| Error::file(self.path, why))? == 3;
        if !(marked && mark == *b"\xef\xbb\xbf") {
            std::io::Seek::rewind(&mut file).map_err(|why| Error::file(self.path, why))?;
        }
        let mut reader = ReaderBuilder::new()
            .delimiter(self.layout.delimiter)
            .flexible(true)
            .buffer_capacity(BUFFER)
            .from_reader(BufReader::with_capacity(BUFFER, file));
        let decimal_comma = self.layout.delimiter == b';';
        let (mut record, mut seen, mut wrong) = (ByteRecord::new(), Seen::default(), WrongRows::default());
        let width = self.layout.names.len();
        let mut row = 0;
        while reader.read_byte_record(&mut record).map_err(|why| Error::damaged(self.path, why))? {
            row += 1;
            if record.len() != width {
                let why = Reason::of("insight-row-width").with("found", record.len()).with("expected", width);
                wrong.add(self.reading, row, None, why);
                continue;
            }
            if row & 0xffff == 0 {
                self.reading.fits(self.path, row, self.columns.len())?;
            }
            for place in 0..self.columns.len() {
                let column = &mut self.columns[place];
                let bytes = record.get(column.at).unwrap_or_default().trim_ascii();
                if let Err(why) =
                    column.take(bytes, self.reading, self.encoding, decimal_comma, row, &mut seen)
                {
                    wrong.add(self.reading, row, Some(&self.columns[place].name), why);
                    self.columns[..place].iter_mut().for_each(Growing::pop);
                    break;
                }
            }
        }
        Ok(Passed { columns: self.columns, seen, wrong })
    }
}

impl Growing<'_> {
    fn pop(&mut self) {
        match &mut self.values {
            Values::Numbers(values) => {
                values.pop();
            }
            Values::Texts(texts) => texts.pop(),
        }
    }

    /// Takes a value, or says why it is wrong, and takes nothing.
    fn take(
        &mut self,
        bytes: &[u8],
        reading: &Reading<'_>,
        encoding: Encoding,
        decimal_comma: bool,
        row: u64,
        seen: &mut Seen,
    ) -> Result<(), Reason> {
        let missing = bytes.is_empty() || reading.missing.iter().any(|text| text.as_bytes() == bytes);
        match &mut self.values {
            Values::Texts(texts) => {
                seen.look_at(bytes, row);
                let text = encoding.decode(bytes);
                let there = (!missing && !self.rules.is_missing(&text)).then_some(&*text);
                if let Some(text) = there {
                    self.rules.check_text(&self.name, text)?;
                }
                texts.push(there);
            }
            Values::Numbers(values) => {
                let found = if missing { None } else { number(bytes, decimal_comma) };
                match found {
                    _ if missing => {
                        if let Some(why) = reading.wrong_weight(&self.name, None) {
                            return Err(why);
                        }
                        values.push(f64::NAN);
                    }
                    Some(value) if self.numbers_only || !is_code(bytes) => {
                        let value = self.rules.number(&self.name, value)?;
                        if let Some(why) = reading.wrong_weight(&self.name, Some(value)) {
                            return Err(why);
                        }
                        values.push(value);
                    }
                    _ => {
                        let text = encoding.decode(bytes);
                        if self.rules.is_missing(&text) {
                            values.push(f64::NAN);
                        } else if self.numbers_only {
                            return Err(super::no_number(&self.name, &text));
                        } else {
                            seen.look_at(bytes, row);
                            self.holds_texts = true;
                            values.push(f64::NAN);
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

impl Passed<'_> {
    fn table(self, reading: &Reading<'_>, path: &Path, encoding: Encoding) -> Result<Table, Error> {
        let mut table = Table::default();
        self.wrong.told(reading, path.to_owned(), &mut table)?;
        let mut frame = Frame::new();
        for column in self.columns {
            let values = match column.values {
                Values::Numbers(values) => Column::Numbers(values),
                Values::Texts(texts) => texts.column(),
            };
            frame.push(column.name, values)?;
        }
        table.frame = frame;
        if encoding == Encoding::Latin1 {
            table.notes.push(Reason::of("insight-note-latin1").with("file", path.display()));
        }
        Ok(table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_what_stands_most_often_between_names() {
        assert_eq!(delimiter(b"id,year,weight"), b',');
        assert_eq!(delimiter(b"id;year;\"a,b,c\""), b';');
        assert_eq!(delimiter(b"id\tyear"), b'\t');
        assert_eq!(delimiter(b"id"), b',');
    }
}
