//! A page to print: title, what somebody wrote, sentences, bars with their intervals, the tables, and what the numbers are.

use pdf_writer::types::StructRole;

use super::Given;
use super::paper::{EDGE, Paper, ROOM, cut};
use super::tables::{self, Table};
use crate::analyst::Cell;

pub(super) fn made(given: &Given<'_>) -> Vec<u8> {
    let mut paper = Paper::new();
    let (told, terms) = (given.told, given.terms());
    paper.text(StructRole::H1, given.say(&given.title), 18.0, true);
    paper.y -= 6.0;
    let note = given.text.as_ref().map(|text| given.say(text)).unwrap_or_default();
    for line in note.lines().filter(|line| !line.trim().is_empty()) {
        paper.text(StructRole::P, line, 11.0, false);
    }
    for change in told.changes.iter().filter(|change| change.group.is_none()) {
        paper.text(StructRole::P, given.say(&change.sentence), 11.0, false);
    }
    paper.y -= 8.0;
    let described: Vec<String> =
        told.cells.iter().map(|cell| format!("{}: {}", names(given, cell), read(given, cell))).collect();
    paper.part(StructRole::Figure, &described.join("; "), |paper| bars(paper, given));
    paper.y -= 10.0;
    let decimals = usize::from(given.text.is_none());
    let numbers = tables::numbers(told, given.language, decimals);
    table(&mut paper, &numbers, told.axes().count());
    let changes = tables::changes(told, given.language, decimals);
    if !changes.rows.is_empty() {
        paper.y -= 10.0;
        paper.text(StructRole::H2, terms.changes(), 11.0, true);
        paper.y -= 4.0;
        let labels = [&told.groups, &told.answers].into_iter().flatten().count();
        table(&mut paper, &changes, labels);
    }
    paper.y -= 10.0;
    paper.text(StructRole::H2, terms.about(), 11.0, true);
    for (name, fact) in given.facts() {
        paper.text(StructRole::P, &format!("{name}: {fact}"), 8.5, false);
    }
    paper.text(StructRole::P, &given.day.to_string(), 8.5, false);
    let language = if given.language == crate::Language::Danish { "da" } else { "en" };
    paper.file(given.say(&given.title), language)
}

fn names(given: &Given<'_>, cell: &Cell) -> String {
    let names: Vec<String> = given.told.label(cell).iter().map(|label| given.say(label).to_owned()).collect();
    names.join(", ")
}

fn read(given: &Given<'_>, cell: &Cell) -> String {
    let none = || if cell.hidden.is_some() { given.terms().hidden_short() } else { given.terms().none() };
    let read = |value| given.terms().read(value, given.told.is_share, 0);
    cell.estimate.map_or_else(|| none().to_owned(), read)
}

#[expect(clippy::cast_possible_truncation, reason = "a point is as fine as anybody sees")]
fn bars(paper: &mut Paper, given: &Given<'_>) {
    const LABEL: f32 = 160.0;
    let told = given.told;
    let ends = |cell: &Cell| [cell.estimate, cell.high, cell.low.map(f64::abs)];
    let most = told.cells.iter().flat_map(ends).flatten().fold(0.0, f64::max);
    let along = |value: f64| {
        let part = if most > 0.0 { value.max(0.0) / most } else { 0.0 };
        EDGE + LABEL + part as f32 * (ROOM - LABEL - 50.0)
    };
    for cell in &told.cells {
        paper.need(14.0);
        let y = paper.y - 10.0;
        paper.write((EDGE, y), 9.0, false, &cut(&names(given, cell), LABEL - 8.0, 9.0, false));
        if let Some(estimate) = cell.estimate {
            let interval = cell.low.zip(cell.high).map(|(low, high)| [along(low), along(high)]);
            paper.draw(|content| {
                content.set_fill_gray(0.75).rect(along(0.0), y - 1.0, along(estimate) - along(0.0), 8.0);
                content.fill_nonzero().set_fill_gray(0.0).set_line_width(0.8);
                if let Some([low, high]) = interval {
                    content.move_to(low, y + 3.0).line_to(high, y + 3.0).stroke();
                    for end in [low, high] {
                        content.move_to(end, y).line_to(end, y + 6.0).stroke();
                    }
                }
            });
        }
        paper.write((EDGE + ROOM - 40.0, y), 9.0, false, &read(given, cell));
        paper.y -= 14.0;
    }
}

/// A table: the first columns are labels, and share the room that numbers leave.
fn table(paper: &mut Paper, table: &Table, labels: usize) {
    const SIZE: f32 = 8.0;
    let columns = table.head.len();
    let widest = |column: usize| {
        let cells = table.rows.iter().map(|row| row[column].as_str());
        let of = |text: &str| super::paper::width(text, SIZE, true);
        cells.chain([table.head[column].as_str()]).map(of).fold(0.0, f32::max) + 8.0
    };
    let mut widths: Vec<f32> = (0..columns).map(widest).collect();
    let sum: f32 = widths.iter().sum();
    if sum > ROOM {
        // what is too wide is taken from the labels and the last column, which are texts
        let texts: Vec<usize> = (0..labels).chain([columns - 1]).collect();
        let of_texts: f32 = texts.iter().map(|&at| widths[at]).sum();
        let left = (of_texts - (sum - ROOM)).max(40.0);
        for at in texts {
            widths[at] *= left / of_texts;
        }
    }
    paper.part(StructRole::Table, "", |paper| {
        for (row, role, bold) in std::iter::once((&table.head, StructRole::TH, true))
            .chain(table.rows.iter().map(|row| (row, StructRole::TD, false)))
        {
            paper.need(12.0);
            let y = paper.y - 9.0;
            paper.part(StructRole::TR, "", |paper| {
                let mut x = EDGE;
                for (cell, width) in row.iter().zip(&widths) {
                    let text = cut(cell, width - 4.0, SIZE, bold);
                    paper.part(role, "", |paper| {
                        if !text.is_empty() {
                            paper.write((x, y), SIZE, bold, &text);
                        }
                    });
                    x += width;
                }
            });
            paper.y -= 12.0;
        }
    });
}
