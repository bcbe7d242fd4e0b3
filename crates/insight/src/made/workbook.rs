//! An Excel workbook: the numbers on one sheet, what they are on another.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::{Given, change_numbers, numbers};
use crate::Error;

pub(super) fn made(given: &Given<'_>) -> Result<Vec<u8>, Error> {
    write(given).map_err(|error| Error::request(format!("the workbook cannot be written: {error}")))
}

fn write(given: &Given<'_>) -> Result<Vec<u8>, XlsxError> {
    let terms = given.terms();
    let mut book = Workbook::new();
    // a workbook that says when it was made would differ each time it is made
    book.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(
        &rust_xlsxwriter::ExcelDateTime::from_ymd(
            u16::try_from(given.day.year()).unwrap_or(2000),
            u8::try_from(given.day.month()).unwrap_or(1),
            u8::try_from(given.day.day()).unwrap_or(1),
        )?,
    ));
    let bold = Format::new().set_bold();
    let number = Format::new().set_num_format(if given.told.is_share { "0.0%" } else { "#,##0.00" });
    let whole = Format::new().set_num_format("#,##0");
    let sheet = book.add_worksheet();
    sheet.set_name(terms.numbers())?;
    sheet.write_with_format(0, 0, given.say(&given.title), &bold)?;
    for (at, name) in (0..).zip(given.head()) {
        sheet.write_with_format(2, at, name, &bold)?;
    }
    for (row, cell) in (3..).zip(&given.told.cells) {
        let mut at = 0;
        for label in given.told.label(cell) {
            sheet.write(row, at, given.say(&label))?;
            at += 1;
        }
        for (n, value) in numbers(cell).into_iter().enumerate() {
            if let Some(value) = value {
                sheet.write_with_format(row, at, value, if n == 4 { &whole } else { &number })?;
            }
            at += 1;
        }
        sheet.write(row, at, given.remark(cell))?;
    }
    sheet.set_freeze_panes(3, 0)?;
    sheet.autofit();
    if !given.told.changes.is_empty() {
        changes(book.add_worksheet(), given, [&bold, &number])?;
    }
    let sheet = book.add_worksheet();
    sheet.set_name(terms.about())?;
    let wrap = Format::new().set_text_wrap();
    sheet.set_column_width(0, 32)?;
    sheet.set_column_width(1, 100)?;
    let changes =
        given.told.changes.iter().map(|change| (terms.changes(), given.say(&change.sentence).to_owned()));
    for (row, (name, fact)) in (0..).zip(given.facts().into_iter().chain(changes)) {
        sheet.write_with_format(row, 0, name, &bold)?;
        sheet.write_with_format(row, 1, fact, &wrap)?;
    }
    book.save_to_buffer()
}

/// How two years differ, of all and of each group.
fn changes(sheet: &mut Worksheet, given: &Given<'_>, [bold, number]: [&Format; 2]) -> Result<(), XlsxError> {
    let told = given.told;
    sheet.set_name(given.terms().changes())?;
    for (column, name) in (0..).zip(given.change_head()) {
        sheet.write_with_format(0, column, name, bold)?;
    }
    for (row, change) in (1..).zip(&told.changes) {
        let mut at = 0;
        for label in given.change_labels(change) {
            sheet.write(row, at, label)?;
            at += 1;
        }
        let p_value = Format::new().set_num_format("0.0000");
        for (n, value) in change_numbers(change).into_iter().enumerate() {
            if let Some(value) = value {
                sheet.write_with_format(row, at, value, if n == 5 { &p_value } else { number })?;
            }
            at += 1;
        }
        sheet.write(row, at, given.say(&change.sentence))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    Ok(())
}
