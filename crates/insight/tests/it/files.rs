//! Files of all kinds give the same people; wrong rows are listed; damaged files are refused.

use std::path::{Path, PathBuf};

use estimates::Column;
use insight::{Codebook, Error, FileKind, Reading, Table};
use proptest::prelude::*;

const PEOPLE: &str = "id,by,weight,needed_help,visits\n1,Vejle,10.5,1,3\n2,Vejle,10.5,0,0\n3,Ribe,20,9,2\n\
                      4,Ærø,5,,250\n5,Ribe,20,0,-4\n6,Ærø,5,1,100000\n";

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)
}

fn written(text: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

fn numbers(table: &Table, name: &str) -> Vec<Option<f64>> {
    match table.frame.column(name).unwrap() {
        Column::Numbers(values) => values.iter().map(|value| (!value.is_nan()).then_some(*value)).collect(),
        other => panic!("{name} is {other:?}"),
    }
}

fn towns(table: &Table) -> Vec<String> {
    match table.frame.column("by").unwrap() {
        Column::Categories { codes, labels } => {
            codes.iter().map(|&code| labels[code as usize].clone()).collect()
        }
        other => panic!("by is {other:?}"),
    }
}

fn is_everybody(table: &Table, who: &str, third: Option<f64>) {
    assert_eq!(towns(table), ["Vejle", "Vejle", "Ribe", "Ærø", "Ribe", "Ærø"], "{who}");
    assert_eq!(numbers(table, "weight"), [10.5, 10.5, 20.0, 5.0, 20.0, 5.0].map(Some), "{who}");
    assert_eq!(
        numbers(table, "needed_help"),
        [Some(1.0), Some(0.0), third, None, Some(0.0), Some(1.0)],
        "{who}"
    );
    assert_eq!(numbers(table, "visits"), [3.0, 0.0, 2.0, 250.0, -4.0, 100_000.0].map(Some), "{who}");
}

#[test]
fn every_kind_of_file_gives_the_same_people() {
    let (_folder, path) = written(PEOPLE.as_bytes());
    is_everybody(&Reading::default().read(&path).unwrap(), "CSV", Some(9.0));
    for name in [
        "people8.dta",
        "people10.dta",
        "people13.dta",
        "people15.dta",
        "people.parquet",
        "people_zstd.parquet",
    ] {
        is_everybody(&Reading::default().read(&file(name)).unwrap(), name, Some(9.0));
    }
    // the files of SPSS say that 9 is no answer
    for name in ["people.sav", "people.zsav", "plain.sav"] {
        is_everybody(&Reading::default().read(&file(name)).unwrap(), name, None);
    }
}

#[test]
fn labels_come_with_the_file() {
    for name in ["people.sav", "people15.dta"] {
        let table = Reading::default().read(&file(name)).unwrap();
        let labels = &table.labels["needed_help"];
        assert_eq!(labels.question.as_deref(), Some("Har du haft brug for hjælp?"), "{name}");
        assert!(
            labels.values.contains(&("9".to_owned(), "Ved ikke".to_owned())),
            "{name}: {:?}",
            labels.values
        );
    }
}

#[test]
fn texts_of_any_length_are_read_whole() {
    for name in ["long.sav", "long117.dta", "long118.dta", "long119.dta"] {
        let table = Reading::default().read(&file(name)).unwrap();
        let Column::Categories { codes, labels } = table.frame.column("story").unwrap() else {
            panic!("{name}: stories are texts")
        };
        let story = |row: usize| labels.get(codes[row] as usize).map(String::as_str);
        assert_eq!(story(0), Some("Vejle ".repeat(60).trim()), "{name}");
        assert_eq!((story(1), story(2)), (Some("kort"), None), "{name}");
        assert_eq!(story(3), Some("å".repeat(400).as_str()), "{name}");
        assert_eq!(numbers(&table, "weight"), [10.0, 20.0, 30.0, 40.0].map(Some), "{name}");
    }
}

#[test]
fn a_workbook_is_read_by_its_first_row() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0_u32..).zip(PEOPLE.lines()) {
        for (column, cell) in (0_u16..).zip(line.split(',')) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) if cell.is_empty() => continue,
                Err(_) => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    book.save(&path).unwrap();
    let table = Reading::default().read(&path).unwrap();
    is_everybody(&table, "xlsx", Some(9.0));
    assert_eq!(table.notes[0].to_string(), "read from the sheet Sheet1");
    assert_eq!(table.notes[0].words().da, "læst fra arket Sheet1");
    let other = Reading { sheet: Some("Ark2".to_owned()), ..Reading::default() };
    assert!(other.read(&path).unwrap_err().to_string().contains("no sheet Ark2; it has Sheet1"));
}

#[test]
fn latin_1_is_read_and_said() {
    let text: Vec<u8> = PEOPLE.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let (_folder, path) = written(&text);
    let table = Reading::default().read(&path).unwrap();
    is_everybody(&table, "Latin-1", Some(9.0));
    assert!(table.notes[0].to_string().contains("Latin-1"), "{:?}", table.notes);
}

#[test]
fn two_encodings_in_one_file_are_refused() {
    let mut text = PEOPLE.as_bytes().to_vec();
    text.extend(b"7,R\xf8dovre,5,1,1\n");
    let (_folder, path) = written(&text);
    let error = Reading::default().read(&path).unwrap_err().to_string();
    assert!(error.contains("row 7 is not UTF-8, but row 4 is"), "{error}");
}

#[test]
fn semicolons_and_decimal_commas_are_danish() {
    let (_folder, path) = written("id;by;weight\n1;Ribe;10,5\n2;Vejle;11\n".as_bytes());
    let table = Reading::default().read(&path).unwrap();
    assert_eq!(numbers(&table, "weight"), [Some(10.5), Some(11.0)]);
}

#[test]
fn codes_with_a_leading_zero_stay_texts() {
    let (_folder, path) = written(b"region,by\n081,Ribe\n84,Vejle\n");
    let table = Reading::default().read(&path).unwrap();
    assert!(
        matches!(table.frame.column("region").unwrap(), Column::Categories { labels, .. } if labels == &["081", "84"])
    );
}

#[test]
fn wrong_rows_are_listed_and_left_out_only_if_asked() {
    let (_folder, path) = written(b"id,by,weight\n1,Ribe,10\n2,Ribe\n3,Vejle,ti\n4,Vejle,12\n");
    let reading = Reading { numbers: vec!["weight".to_owned()], ..Reading::default() };
    let Error::WrongRows { count, rows, .. } = reading.read(&path).unwrap_err() else {
        panic!("rows are wrong")
    };
    assert_eq!(count, 2);
    assert_eq!(rows[0].to_string(), "row 2: 2 values, where 3 were expected");
    assert_eq!(rows[1].to_string(), "row 3: weight is \"ti\", which is no number");
    let table = Reading { leave_out_wrong_rows: true, ..reading }.read(&path).unwrap();
    assert_eq!((table.left_out, table.wrong.len()), (2, 2));
    assert_eq!(numbers(&table, "weight"), [Some(10.0), Some(12.0)]);
}

#[test]
fn the_codebook_says_which_values_are_right_and_which_are_gaps() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("people.yaml");
    let text = "variables:\n  needed_help:\n    values: { 0: { da: Nej, en: 'No' }, 1: { da: Ja, en: 'Yes' } }\n    missing: [9]\n  visits: { range: [0, 1000] }\n";
    std::fs::write(&book, text).unwrap();
    let book = Codebook::read(&book).unwrap();
    for name in ["people13.dta", "people.parquet"] {
        let reading = Reading { codebook: Some(&book), ..Reading::default() };
        let error = reading.read(&file(name)).unwrap_err().to_string();
        assert!(error.contains("row 5: visits is -4, but must be from 0 to 1000"), "{name}: {error}");
        assert!(error.contains("row 6: visits is 100000"), "{name}: {error}");
        let table = Reading { leave_out_wrong_rows: true, ..reading }.read(&file(name)).unwrap();
        assert_eq!(numbers(&table, "needed_help"), [Some(1.0), Some(0.0), None, None], "{name}");
    }
}

#[test]
fn what_is_not_there_is_named_beside_what_is() {
    let (_folder, path) = written(PEOPLE.as_bytes());
    let reading = Reading { only: Some(vec!["wieght".to_owned()]), ..Reading::default() };
    let error = reading.read(&path).unwrap_err().to_string();
    assert!(error.contains("no variable called wieght; it has id, by, weight"), "{error}");
}

#[test]
fn more_than_the_memory_holds_is_refused_before_it_is_read() {
    let mut text = String::from("a,b,c\n");
    text.push_str(&"1,2,3\n".repeat(20_000));
    let (_folder, path) = written(text.as_bytes());
    let small = Reading { memory: Some(1 << 19), ..Reading::default() };
    let error = small.read(&path).unwrap_err();
    assert!(matches!(error, Error::TooLarge { columns: 3, .. }), "{error}");
    let one = Reading { only: Some(vec!["b".to_owned()]), memory: Some(1 << 19), ..Reading::default() };
    assert!(one.read(&path).is_ok(), "one column of three fits");
}

#[test]
fn what_is_no_table_is_refused() {
    for (text, why) in
        [(&b""[..], "empty"), (b",\n1,2\n", "no names"), (b"%PDF-1.7", "PDF"), (b"\0\0", "no text")]
    {
        let (_folder, path) = written(text);
        let error = Reading::default().read(&path).unwrap_err().to_string();
        assert!(error.contains(why), "{error}");
    }
    let (_folder, path) = written(b"id,id\n1,2\n");
    assert!(
        Reading::default().read(&path).unwrap_err().to_string().contains("two variables are called \"id\"")
    );
    assert_eq!(FileKind::of(&file("people.zsav")).unwrap(), FileKind::Spss);
}

/// Reads what is left of a file after some of its bytes were changed or cut off. It may be refused; it may not panic.
fn survives(name: &str, changes: &[(usize, u8)], keep: usize) {
    let mut bytes = std::fs::read(file(name)).unwrap();
    for (at, byte) in changes {
        let at = at % bytes.len();
        bytes[at] = *byte;
    }
    bytes.truncate(bytes.len() * keep / 100);
    let (_folder, path) = written(&bytes);
    let reading = Reading { memory: Some(64 << 20), ..Reading::default() };
    let _ = reading.read(&path);
    let _ = insight::names(&path);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_do_not_stop_the_program(
        name in prop::sample::select(vec!["people.sav", "people.zsav", "plain.sav", "people8.dta", "people10.dta", "people13.dta", "people15.dta", "long.sav", "long118.dta"]),
        changes in prop::collection::vec((any::<usize>(), any::<u8>()), 0..6),
        keep in 1_usize..=100,
    ) {
        survives(name, &changes, keep);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let (_folder, path) = written(&bytes);
        let _ = Reading::default().read(&path);
    }
}
