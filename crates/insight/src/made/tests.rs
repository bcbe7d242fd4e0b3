//! What leaves, each format read again.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Format, Given};
use crate::analyst::{Choice, Offered, Telling, Told, tell};
use crate::{Codebook, Language, Reading, Source, Words};

fn survey() -> (Offered, Source) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/survey");
    let codebook = Codebook::read(&folder.join("dk.codebook.yaml")).unwrap();
    let data = folder.join("dk.csv");
    let reading =
        Reading { codebook: Some(&codebook), numbers: vec!["weight".to_owned()], ..Reading::default() };
    let offered = Offered::of(&reading.read(&data).unwrap(), &codebook);
    (offered, Source { data, codebook: Some(codebook), ..Source::default() })
}

fn told(address: &str) -> Told {
    let (offered, source) = survey();
    let choice = Choice::of_address(address);
    let names = ["dk.csv", "dk.codebook.yaml"];
    tell(&Telling { choice: &choice, offered: &offered, source: &source, names, version: 1, subject: None })
        .unwrap()
}

fn made(told: &Told, format: Format, language: Language) -> String {
    let title = Words { da: "Behov for \"hjælp\"".to_owned(), en: "Need for help".to_owned() };
    let text = Some(Words::same("Færre har brug for hjælp."));
    let given = Given { title, text, told, language, day: jiff::civil::date(2026, 11, 24) };
    String::from_utf8_lossy(&given.made(format).unwrap()).into_owned()
}

#[test]
fn the_numbers_are_those_of_the_question_and_carry_what_they_are() {
    let told = told("of=needed_help&year=2022&year=2024");
    assert!((told.cells[1].estimate.unwrap() - 0.180_636_429_000_847).abs() < 1e-9);
    assert_eq!(
        told.definition.da,
        "Andelen, der svarer “Ja” til: Har du haft brug for hjælp det seneste år?"
    );
    assert!(told.base.da.contains("Bruger du offentlige digitale løsninger? Ja"), "{}", told.base.da);
    assert_eq!(
        told.command,
        "omtanke survey estimate share needed_help --data dk.csv --codebook dk.codebook.yaml --where 'year in (2022, 2024)' --by year --publish 5"
    );
    assert!(
        told.changes[0].sentence.da.starts_with("Andelen faldt fra 24 procent i 2022 til 18 procent i 2024")
    );
}

#[test]
fn a_change_is_told_of_each_group_and_of_each_answer() {
    let by_region = told("of=needed_help&by=region&year=2022&year=2024");
    assert_eq!(by_region.changes.len(), 6);
    assert!(by_region.changes[1..].iter().all(|change| change.group.is_some()));
    let answers = told("of=channels&year=2022&year=2024");
    assert!(answers.changes.len() >= 5, "{:?}", answers.changes);
    assert!(answers.changes[0].sentence.da.contains("der svarer"), "{}", answers.changes[0].sentence.da);
}

#[test]
fn a_question_of_one_answer_by_groups_has_its_groups_in_the_order_of_the_codebook() {
    let told = told("of=education&by=sex&year=2024");
    assert_eq!(told.groups.as_ref().unwrap().codes[0].1.da, "mænd");
    assert_eq!(told.cells.len(), 8);
    let sum: f64 = told.cells.iter().take(4).filter_map(|cell| cell.estimate).sum();
    assert!((sum - 1.0).abs() < 1e-9);
}

#[test]
fn csv_has_the_numbers_with_all_their_digits_and_the_facts_above() {
    let told = told("of=needed_help&by=region&year=2024");
    let text = made(&told, Format::Csv, Language::Danish);
    assert!(text.contains("# Kommando, der giver de samme tal: omtanke survey estimate share"), "{text}");
    let table: String =
        text.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 5);
    let first: f64 = rows[0][1].parse().unwrap();
    assert_eq!(Some(first), told.cells[0].estimate);
}

#[test]
fn json_stat_is_a_cube_with_a_value_for_each_place() {
    let told = told("of=needed_help&by=sex");
    let cube: serde_json::Value =
        serde_json::from_str(&made(&told, Format::JsonStat, Language::English)).unwrap();
    assert_eq!(cube["id"], serde_json::json!(["year", "sex", "measure"]));
    assert_eq!(cube["size"], serde_json::json!([5, 2, 5]));
    assert_eq!(cube["value"].as_array().unwrap().len(), 50);
    assert_eq!(cube["value"][0].as_f64(), told.cells[0].estimate);
    assert_eq!(cube["dimension"]["sex"]["category"]["label"]["1"], "men");
    assert!(
        cube["extension"]["command"]
            .as_str()
            .unwrap()
            .starts_with("omtanke survey estimate share needed_help")
    );
}

#[test]
fn px_has_as_many_numbers_as_its_variables_have_places() {
    let told = told("of=needed_help&by=region&year=2023&year=2024");
    let text = made(&told, Format::Px, Language::Danish);
    let keywords: BTreeMap<&str, &str> = text
        .split(";\n")
        .filter_map(|part| part.split_once('='))
        .map(|(name, value)| (name.trim(), value))
        .collect();
    assert_eq!(keywords["TITLE"], "\"Behov for 'hjælp'\"");
    assert_eq!(keywords["UNITS"], "\"procent\"");
    let numbers: Vec<&str> = keywords["DATA"].split_whitespace().collect();
    assert_eq!(numbers.len(), 2 * 5 * 5);
    let first: f64 = numbers[0].parse().unwrap();
    assert!((first - 100.0 * told.cells[0].estimate.unwrap()).abs() < 1e-4);
    assert!(text.lines().all(|line| line.chars().count() <= 1000), "{text}");
}

#[test]
fn what_few_stand_behind_is_in_no_format() {
    let few = told("of=needed_help&by=region&year=2024&only=age+%3E%3D+89");
    assert!(
        few.cells.iter().any(|cell| cell.hidden.is_some() && cell.estimate.is_none() && cell.n.is_none())
    );
    for cell in few.cells.iter().filter(|cell| cell.hidden.is_some()) {
        assert!(cell.low.is_none() && cell.high.is_none() && cell.se.is_none());
    }
    assert!(made(&few, Format::Csv, Language::Danish).contains("skjult"));
    assert!(made(&few, Format::Px, Language::Danish).contains("\".\""));
}

#[test]
fn a_workbook_opens_and_has_the_command() {
    use calamine::{Reader as _, Xlsx};
    let told = told("of=needed_help&from=2022");
    let title = Words { da: "Behov".to_owned(), en: "Need".to_owned() };
    let given = Given {
        title,
        text: None,
        told: &told,
        language: Language::Danish,
        day: jiff::civil::date(2026, 11, 24),
    };
    let bytes = given.made(Format::Workbook).unwrap();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Tal", "Ændring", "Om tallene"]);
    let changes = book.worksheet_range("Ændring").unwrap();
    let difference = told.changes[0].difference.unwrap();
    assert!(changes.rows().any(|row| row.contains(&calamine::Data::Float(difference))));
    let about = book.worksheet_range("Om tallene").unwrap();
    assert!(about.rows().any(|row| row[1].to_string().starts_with("omtanke survey estimate")));
    let numbers = book.worksheet_range("Tal").unwrap();
    let found = numbers.rows().any(|row| row.iter().any(|cell| cell.to_string().starts_with("0.18063")));
    assert!(found, "{numbers:?}");
}

#[test]
fn a_drawing_and_a_page_to_print_are_whole_files() {
    let told = told("of=needed_help&by=age_group");
    let svg = made(&told, Format::Svg, Language::Danish);
    assert!(svg.starts_with("<svg") && svg.ends_with("</svg>") && svg.contains("<desc"));
    let pdf = made(&told, Format::Pdf, Language::Danish);
    assert!(pdf.starts_with("%PDF-1.7") && pdf.trim_end().ends_with("%%EOF"));
    // whoever listens hears what each part is
    for part in [
        "/StructTreeRoot",
        "/Marked true",
        "/Lang (da)",
        "/S /H1",
        "/S /Figure",
        "/S /Table",
        "/S /TH",
        "/Alt",
    ] {
        assert!(pdf.contains(part), "{part}");
    }
}

/// The page as other programs read it.
#[test]
fn a_page_to_print_is_read_by_other_programs() {
    let told = told("of=needed_help&by=region&from=2021&to=2023");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("need.pdf");
    let title = Words::same("Behov for \"hjælp\"");
    let text = Some(Words::same("Færre har brug for hjælp."));
    let day = jiff::civil::date(2026, 11, 24);
    let given = Given { title, text, told: &told, language: Language::Danish, day };
    std::fs::write(&path, given.made(Format::Pdf).unwrap()).unwrap();
    let read = |program: &str, arguments: &[&str]| {
        let output = std::process::Command::new(program).args(arguments).arg(&path).arg("-").output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
    };
    let text = read("pdftotext", &["-layout"]).expect("`cargo xtask test` installs pdftotext");
    for said in [
        "Behov for \"hjælp\"",
        "Færre har brug for hjælp.",
        "procentpoint",
        "Hovedstaden",
        "Ændring",
        "P-værdi",
        "--from 2021 --to 2023 --within region",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    let structure = std::process::Command::new("pdfinfo").arg("-struct-text").arg(&path).output().unwrap();
    let structure = String::from_utf8_lossy(&structure.stdout).into_owned();
    for part in ["H1 (block)", "Figure", "Table", "TR", "TH", "TD"] {
        assert!(structure.contains(part), "{part} in {structure}");
    }
}

#[test]
fn the_same_figure_is_made_alike_each_time() {
    let told = told("of=needed_help&by=sex&year=2024");
    for format in Format::ALL {
        assert_eq!(
            made(&told, format, Language::English),
            made(&told, format, Language::English),
            "{format:?}"
        );
    }
}

#[test]
fn a_question_that_was_not_asked_in_a_year_says_so_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("vejle.csv");
    let mut text = "weight,year,helped\n".to_owned();
    for n in 0..60 {
        text.push_str(&format!("10,2022,\n10,2023,{}\n10,2024,{}\n", n % 2, n % 3 % 2));
    }
    std::fs::write(&data, text).unwrap();
    let book = "design: { weights: weight }\nperiod: year\nvariables: { helped: { question: { da: Hjulpet?, en: Helped? } } }";
    let codebook = Codebook::parse(book, Path::new("vejle.yaml")).unwrap();
    let table = Reading { codebook: Some(&codebook), ..Reading::default() }.read(&data).unwrap();
    let offered = Offered::of(&table, &codebook);
    let source = Source { data, codebook: Some(codebook), ..Source::default() };
    let choice = Choice::of_address("of=helped");
    let names = ["vejle.csv", "vejle.yaml"];
    let told = tell(&Telling {
        choice: &choice,
        offered: &offered,
        source: &source,
        names,
        version: 1,
        subject: None,
    })
    .unwrap();
    assert!(told.cells[0].impossible.is_some() && told.cells[0].year.as_deref() == Some("2022"));
    assert_eq!(told.cells.iter().filter(|cell| cell.estimate.is_some()).count(), 2);
    assert_eq!((told.changes[0].from.as_str(), told.changes[0].to.as_str()), ("2023", "2024"));
}

#[test]
fn a_municipality_leans_on_its_region_the_more_the_fewer_answered() {
    let (offered, source) = survey();
    let areas = |address: &str| {
        let (choice, names) = (Choice::of_address(address), ["dk.csv", "dk.codebook.yaml"]);
        let (offered, source) = (&offered, &source);
        let telling = Telling { choice: &choice, offered, source, names, version: 1, subject: None };
        crate::analyst::tell_areas(&telling).unwrap()
    };
    let year = areas("of=needed_help&year=2024");
    let areas = areas("of=needed_help");
    assert_eq!(areas.regions.len(), 5);
    assert_eq!(areas.municipalities.len() + areas.hidden, 98);
    let mut by_size: Vec<(usize, f64)> =
        areas.municipalities.iter().map(|area| (area.row.n.unwrap(), area.row.own_share.unwrap())).collect();
    by_size.sort_by_key(|(n, _)| *n);
    assert!(by_size.windows(2).all(|pair| pair[0].1 <= pair[1].1 + 1e-12), "{by_size:?}");
    for area in &areas.municipalities {
        let row = &area.row;
        let [Some(low), Some(high)] = row.model_ci else { panic!("{area:?} has an interval") };
        assert!(low <= row.model.unwrap() && row.model.unwrap() <= high, "{area:?}");
    }
    // Those in which few needed help are not shown, but the model knows of them.
    assert!(year.hidden > 0);
    let direct: f64 = year.municipalities.iter().filter_map(|area| area.row.direct).sum();
    let model: f64 = year.municipalities.iter().filter_map(|area| area.row.model).sum();
    assert!(model < direct, "{model} {direct}");
    // a map of 98 squares, of which those that are hidden have no number
    let map = super::drawing(&year.of_municipalities, "Kommuner", Language::Danish, "map");
    assert_eq!(map.matches("<g><title>").count(), 98);
    let without = 98 - year.municipalities.len();
    assert_eq!(map.matches(">–</text>").count(), without + 1, "one more in the key");
    let aarhus = year.municipalities.iter().find(|area| area.row.code == "751").unwrap();
    let read = super::Terms(Language::Danish).read(aarhus.row.model.unwrap(), true, 0);
    assert!(map.contains(&format!("<title>Aarhus: {read}</title>")), "{map}");
    assert!(!super::drawing(&year.of_regions, "Regioner", Language::Danish, "bars").contains("<g><title>"));
}
