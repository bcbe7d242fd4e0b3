//! CSV: what a reader must know in lines that begin with `#`, then names, then numbers with all their digits.

use super::{Given, change_numbers, numbers};

pub(super) fn made(given: &Given<'_>) -> String {
    let mut text = format!("# {}\n", one_line(given.say(&given.title)));
    for (name, fact) in given.facts() {
        text.push_str(&format!("# {name}: {}\n", one_line(&fact)));
    }
    for change in &given.told.changes {
        text.push_str(&format!("# {}\n", one_line(given.say(&change.sentence))));
    }
    if !given.told.changes.is_empty() {
        let mut head = given.change_head();
        head.pop();
        text.push_str(&format!("# {}", line(&head)));
    }
    for change in &given.told.changes {
        let mut cells = given.change_labels(change);
        cells.extend(change_numbers(change).map(|number| number.map(|n| n.to_string()).unwrap_or_default()));
        text.push_str(&format!("# {}", line(&cells)));
    }
    text.push_str(&line(&given.head()));
    for cell in &given.told.cells {
        let labels = given.told.label(cell);
        let mut cells: Vec<String> = labels.iter().map(|label| given.say(label).to_owned()).collect();
        cells.extend(numbers(cell).map(|number| number.map(|number| number.to_string()).unwrap_or_default()));
        cells.push(given.remark(cell));
        text.push_str(&line(&cells));
    }
    text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    cells.join(",") + "\n"
}

/// A cell; one that a spreadsheet would take for a formula is made a text.
fn quoted(cell: &str) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    let safe = if !is_number && cell.starts_with(['=', '+', '-', '@', '\t']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    crate::questions::quoted(&safe)
}
