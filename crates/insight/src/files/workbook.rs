//! Excel workbooks: a sheet whose first row has names.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use calamine::{DataRef, Reader as _, Xlsx, open_workbook};

use super::gather::{Gathering, Value};
use super::{Reading, Table};
use crate::{Error, Reason};

/// The most columns that a sheet of Excel can have.
const WIDEST: usize = 16_384;

type Workbook = Xlsx<BufReader<File>>;

fn open(path: &Path, sheet: Option<&str>) -> Result<(Workbook, String), Error> {
    let book: Workbook = open_workbook(path).map_err(|why| Error::damaged(path, why))?;
    let sheets = book.sheet_names();
    let name = match sheet {
        Some(wanted) if sheets.iter().any(|name| name == wanted) => wanted.to_owned(),
        Some(wanted) => {
            let reason = Reason::of("insight-file-no-such-sheet").with("sheet", wanted);
            return Err(Error::format(path, reason.with("known", sheets.join(", "))));
        }
        None => match sheets.first() {
            Some(first) => first.clone(),
            None => return Err(Error::format(path, Reason::of("insight-file-no-sheet"))),
        },
    };
    Ok((book, name))
}

pub(super) fn names(path: &Path) -> Result<Vec<String>, Error> {
    let (mut book, sheet) = open(path, None)?;
    let mut first = Vec::new();
    each_row(&mut book, &sheet, path, |row, cells| {
        if row == 0 {
            first = named(cells);
        }
        Ok(row == 0)
    })?;
    Ok(first)
}

fn named(cells: &[Cell]) -> Vec<String> {
    cells
        .iter()
        .map(|cell| match cell {
            Cell::Text(text) => text.trim().to_owned(),
            Cell::Number(number) => number.to_string(),
            Cell::Missing | Cell::Error(_) => String::new(),
        })
        .collect()
}

enum Cell {
    Missing,
    Number(f64),
    Text(String),
    Error(String),
}

pub(super) fn read(reading: &Reading<'_>, path: &Path) -> Result<Table, Error> {
    let (mut book, sheet) = open(path, reading.sheet.as_deref())?;
    let mut gathering: Option<(Vec<(usize, String)>, Gathering<'_, '_>)> = None;
    let mut read = 0;
    each_row(&mut book, &sheet, path, |_, cells| {
        let Some((chosen, gathering)) = &mut gathering else {
            let names = named(cells);
            if let Some(at) = names.iter().position(String::is_empty) {
                let reason = Reason::of("insight-file-unnamed").with("column", at + 1);
                return Err(Error::format(path, reason));
            }
            let chosen = reading.chosen(path, &names)?;
            let begun = Gathering::new(reading, path, &chosen);
            gathering = Some((chosen, begun));
            return Ok(true);
        };
        read += 1;
        reading.fits(path, read, chosen.len())?;
        for (place, (at, name)) in chosen.iter().enumerate() {
            let value = match cells.get(*at) {
                Some(Cell::Number(number)) => Value::Number(*number),
                Some(Cell::Text(text)) => Value::Text(text.trim()),
                Some(Cell::Error(error)) => {
                    let reason = Reason::of("insight-row-cell").with("field", name).with("value", error);
                    gathering.refuse(read, reason);
                    Value::Missing
                }
                Some(Cell::Missing) | None => Value::Missing,
            };
            gathering.put(place, read, value);
        }
        Ok(true)
    })?;
    match gathering {
        Some((_, gathering)) => {
            let notes = vec![Reason::of("insight-note-sheet").with("sheet", sheet)];
            gathering.told(Table { notes, ..Table::default() })
        }
        None => Err(Error::format(path, Reason::of("insight-file-sheet-empty").with("sheet", sheet))),
    }
}

/// Hands over the rows that have a cell, one by one, until told to stop.
fn each_row(
    book: &mut Workbook,
    sheet: &str,
    path: &Path,
    mut row: impl FnMut(usize, &[Cell]) -> Result<bool, Error>,
) -> Result<(), Error> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|why| Error::damaged(path, why))?;
    let (mut cells, mut number, mut count): (Vec<Cell>, Option<u32>, usize) = (Vec::new(), None, 0);
    while let Some(cell) = reader.next_cell().map_err(|why| Error::damaged(path, why))? {
        let (at, column) = cell.get_position();
        let column = column as usize;
        if column >= WIDEST {
            let reason = Reason::of("insight-file-far-column").with("column", column + 1);
            return Err(Error::format(path, reason));
        }
        if number.is_some_and(|number| number != at) {
            if !row(count, &cells)? {
                return Ok(());
            }
            count += 1;
            cells.clear();
        }
        number = Some(at);
        let value = match cell.get_value() {
            DataRef::Int(value) => Cell::Number(*value as f64),
            DataRef::Float(value) => Cell::Number(*value),
            DataRef::Bool(value) => Cell::Number(f64::from(u8::from(*value))),
            DataRef::String(text) => Cell::Text(text.clone()),
            DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
            DataRef::DateTime(moment) => Cell::Number(moment.as_f64()),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Text(text.clone()),
            DataRef::Error(error) => Cell::Error(error.to_string()),
            DataRef::Empty => Cell::Missing,
        };
        while cells.len() < column {
            cells.push(Cell::Missing);
        }
        cells.truncate(column);
        cells.push(value);
    }
    if number.is_some() {
        row(count, &cells)?;
    }
    Ok(())
}
