//! The spreadsheets people send.

use super::town::{HELP, STRANGER, errors, files_with, vejle};
use crate::{CAP, read_tables, write_tables};

#[test]
fn semicolons_are_recognised_and_the_cure_is_named() {
    let found = errors(read_tables(&files_with("services.csv", |text| text.replace(',', ";"))));
    assert_eq!(found.len(), 1, "links to the unread table are not told again: {found:?}");
    assert_eq!(found[0].file, "services.csv");
    assert!(found[0].message.contains("semicolons") && found[0].message.contains("Save the file"));
}

#[test]
fn tabs_are_recognised_too() {
    let found = errors(read_tables(&files_with("phones.csv", |text| text.replace(',', "\t"))));
    assert!(found[0].message.contains("tabs"));
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let files = files_with("services.csv", |text| format!("\u{feff}{text}"));
    assert_eq!(read_tables(&files).unwrap().directory, vejle());
}

#[test]
fn latin_1_is_told_with_its_row() {
    let mut files = write_tables(&vejle());
    let services = files.iter_mut().find(|file| file.0 == "services.csv").unwrap();
    let text = String::from_utf8(services.1.clone()).unwrap();
    services.1 = text.chars().map(|letter| letter as u8).collect();
    let found = errors(read_tables(&files));
    assert_eq!((found.len(), found[0].row, found[0].spreadsheet_row()), (1, Some(1), Some(2)));
    assert!(found[0].message.contains("Latin-1") && found[0].message.contains("UTF-8"));
}

#[test]
fn utf_16_is_recognised_with_and_without_its_mark() {
    for mark in ["\u{feff}", ""] {
        let mut files = write_tables(&vejle());
        let services = files.iter_mut().find(|file| file.0 == "services.csv").unwrap();
        let text = format!("{mark}{}", String::from_utf8(services.1.clone()).unwrap());
        services.1 = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let found = errors(read_tables(&files));
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("UTF-16"), "{}", found[0].message);
    }
}

#[test]
fn columns_may_stand_in_any_order() {
    let files = files_with("service_at_location.csv", |_| {
        let town = vejle();
        let pair = &town.service_at_locations[0];
        format!("Location_ID, id ,service_id\n{},{},{}\n", pair.location_id, pair.id, pair.service_id)
    });
    assert_eq!(read_tables(&files).unwrap().directory, vejle());
}

#[test]
fn a_missing_required_column_is_told_once_and_not_for_each_row() {
    let found = errors(read_tables(&files_with("services.csv", |text| text.replacen("status", "state", 1))));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].field.as_deref(), Some("status"));
}

#[test]
fn an_unknown_column_is_a_warning() {
    let files = files_with("phones.csv", |text| text.replacen("description", "beskrivelse", 1));
    let reading = read_tables(&files).unwrap();
    assert_eq!(reading.directory, vejle());
    assert_eq!(reading.report.warnings.list[0].field.as_deref(), Some("beskrivelse"));
}

#[test]
fn a_column_that_stands_twice_is_an_error() {
    let found =
        errors(read_tables(&files_with("phones.csv", |text| text.replacen("description", "number", 1))));
    assert!(found.iter().any(|problem| problem.message.contains("twice")), "{found:?}");
}

#[test]
fn a_ragged_row_says_how_many_cells_it_has() {
    let files = files_with("phones.csv", |text| text.replacen("+45 76", "+45,76", 1));
    let found = errors(read_tables(&files));
    assert_eq!((found.len(), found[0].row), (1, Some(1)));
    assert!(found[0].message.contains("11 cells, but the header has 10"), "{}", found[0].message);
}

#[test]
fn blank_rows_count_as_a_spreadsheet_counts_them() {
    let files = files_with("phones.csv", |text| {
        let (header, row) = text.split_once("\r\n").unwrap();
        format!("{header}\r\n\r\n,,,,,,,,,\r\n{}", row.replace("0190a3c4-0000-7000-8000-000000000002", "x"))
    });
    let found = errors(read_tables(&files));
    assert_eq!((found[0].row, found[0].spreadsheet_row()), (Some(3), Some(4)));
}

#[test]
fn a_repeated_id_names_the_row_before() {
    let files = files_with("phones.csv", |text| {
        let (header, row) = text.split_once("\r\n").unwrap();
        format!("{header}\r\n{row}{row}")
    });
    let found = errors(read_tables(&files));
    assert_eq!((found.len(), found[0].row), (1, Some(2)));
    assert!(found[0].message.contains("data row 1"));
}

#[test]
fn a_link_to_nowhere_is_told_with_the_missing_id() {
    let found = errors(read_tables(&files_with("phones.csv", |text| text.replace(HELP, STRANGER))));
    assert_eq!(found[0].field.as_deref(), Some("service_id"));
    assert!(found[0].message.contains(&format!("no service with the id {STRANGER}")));
}

#[test]
fn everything_wrong_is_told_at_once() {
    let mut files = files_with("locations.csv", |text| {
        text.replace("physical", "shop").replace("55.7093", "557093").replace("9.5357", "\"9,5357\"")
    });
    files.push(("contacts.csv".into(), b"id,email\n1,bo\n".to_vec()));
    let found = errors(read_tables(&files));
    let fields: Vec<_> = found.iter().filter_map(|problem| problem.field.as_deref()).collect();
    assert_eq!(fields, ["location_type", "latitude", "longitude", "id", "email"]);
}

#[test]
fn a_required_value_may_not_be_blank() {
    let found =
        errors(read_tables(&files_with("organizations.csv", |text| text.replace("Folkebibliotek", "  "))));
    assert_eq!(found[0].field.as_deref(), Some("description"));
    assert!(found[0].message.contains("empty"));
}

#[test]
fn an_empty_file_is_an_error_and_a_header_alone_a_warning() {
    let mut files = write_tables(&vejle());
    files.push(("contacts.csv".into(), b" \n".to_vec()));
    files.push(("languages.csv".into(), b"id,name\n".to_vec()));
    let report = read_tables(&files).unwrap_err();
    assert!(report.errors.list[0].message.contains("is empty"));
    assert!(report.warnings.list[0].message.contains("no rows"));
}

#[test]
fn files_that_are_no_tables_are_named() {
    let mut files = write_tables(&vejle());
    files.push(("mappe/noter.txt".into(), b"hej".to_vec()));
    files.push(("datapackage.json".into(), b"{}".to_vec()));
    let warnings = read_tables(&files).unwrap().report.warnings;
    assert_eq!(warnings.total(), 1);
    assert_eq!(warnings.list[0].file, "noter.txt");
    assert!(errors(read_tables(&[]))[0].message.contains("services.csv"));
}

#[test]
fn a_thousand_faults_are_counted_and_the_first_two_hundred_told() {
    let rows: String = (0..1000).map(|number| format!("{number},Bo\n")).collect();
    let mut files = write_tables(&vejle());
    files.push(("contacts.csv".into(), format!("id,name\n{rows}").into_bytes()));
    let report = read_tables(&files).unwrap_err();
    assert_eq!((report.errors.list.len(), report.errors.more), (CAP, 1000 - CAP));
    assert!(report.to_string().ends_with("and 800 more of the same weight"));
}

#[test]
fn a_problem_reads_as_a_sentence_with_its_place() {
    let found = errors(read_tables(&files_with("services.csv", |text| text.replace("active", "open"))));
    assert_eq!(
        found[0].to_string(),
        format!(
            "services.csv, data row 1 (row 2 in a spreadsheet), status, id {HELP}: \"open\" is not allowed here. \
             Use one of: active, inactive, defunct, temporarily closed."
        )
    );
}
