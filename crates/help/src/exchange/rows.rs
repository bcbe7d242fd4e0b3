//! In which row of its file a record stands.

use std::collections::HashMap;

use csv::{ByteRecord, ReaderBuilder};
use hsds::Report;

/// Adds the row to what is said of a record that is known by its id, as the readers of HSDS count rows: 1 is the first
/// under the header. `files` are those that the directory was read from.
pub fn find_rows(report: &mut Report, files: &[(String, Vec<u8>)]) {
    let mut rows: HashMap<&str, HashMap<String, usize>> = HashMap::new();
    for problem in report.errors.list.iter_mut().chain(&mut report.warnings.list) {
        let (Some(id), None) = (&problem.id, problem.row) else { continue };
        let file = files.iter().find(|(name, _)| table(name) == table(&problem.file));
        if let Some((name, bytes)) = file {
            problem.file.clone_from(name);
            problem.row = rows.entry(name).or_insert_with(|| rows_by_id(bytes)).get(id).copied();
        }
    }
}

/// The table of a file, whether its name is in the singular or in the plural.
fn table(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file).to_lowercase();
    let stem = name.trim_end_matches(".csv");
    match (stem.strip_suffix("ies"), stem.strip_suffix("sses"), stem.strip_suffix("ss")) {
        (Some(start), ..) => format!("{start}y"),
        (_, Some(start), _) | (.., Some(start)) => format!("{start}ss"),
        _ => stem.trim_end_matches('s').to_owned(),
    }
}

fn rows_by_id(bytes: &[u8]) -> HashMap<String, usize> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let (mut record, mut rows, mut row, mut column) = (ByteRecord::new(), HashMap::new(), 0, None);
    loop {
        let from = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX).min(bytes.len());
        if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
            return rows;
        }
        let text = |cell: &[u8]| {
            String::from_utf8_lossy(cell).trim_start_matches('\u{feff}').trim().to_ascii_lowercase()
        };
        match column {
            None => column = Some(record.iter().position(|cell| text(cell) == "id")),
            Some(at) => {
                row += 1 + blank_lines(bytes, from);
                if let Some(cell) = at.and_then(|at| record.get(at)) {
                    rows.entry(text(cell)).or_insert(row);
                }
            }
        }
    }
}

/// Empty lines before the record: the reader passes over them, but a spreadsheet shows them as rows.
fn blank_lines(bytes: &[u8], from: usize) -> usize {
    let gap = bytes[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let breaks: Vec<u8> = gap.copied().collect();
    // The reader stops between the two bytes of a line end.
    let own = usize::from(bytes[..from].ends_with(b"\r") && breaks.first() == Some(&b'\n'));
    let rest = &breaks[own..];
    rest.iter().filter(|byte| **byte == b'\n').count().max(rest.iter().filter(|byte| **byte == b'\r').count())
}
