//! `omtanke survey`: files in, answers out, and no database.

use std::path::{Path, PathBuf};

use super::{omtanke, said};

fn survey(name: &str) -> String {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/survey").join(name);
    path.display().to_string()
}

const ASKED: [&str; 6] =
    ["--strata", "stratum", "--weights", "weight", "--where", "uses_public_digital == 1"];

#[test]
fn the_need_for_help_is_estimated_by_year() {
    let data = survey("dk.csv");
    let mut arguments = vec!["survey", "estimate", "--data", &data];
    arguments.extend(ASKED);
    arguments.extend(["--by", "year", "mean", "needed_help", "--json"]);
    let output = omtanke(&arguments);
    assert!(output.status.success(), "{}", said(&output));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    // as R's survey package has it, in dk.expected.json
    let last = &answer["rows"][4];
    assert_eq!(last["by"]["year"], "2024");
    assert!((last["estimate"].as_f64().unwrap() - 0.180_636_429_000_847).abs() < 1e-9);
    assert!((last["se"].as_f64().unwrap() - 0.006_519_470_766_198_09).abs() < 1e-9);
}

#[test]
fn a_fall_is_said_only_where_the_test_supports_it() {
    let data = survey("dk.csv");
    let compare = |from: &str, to: &str| {
        let mut arguments =
            vec!["survey", "compare", "--data", &data, "--by", "year", "--from", from, "--to", to];
        arguments.extend(ASKED);
        arguments.extend(["mean", "needed_help", "--say", "fell"]);
        omtanke(&arguments)
    };
    let fall = compare("2022", "2024");
    assert!(fall.status.success(), "{}", said(&fall));
    assert!(said(&fall).contains(
        "Andelen faldt fra 24 procent i 2022 til 18 procent i 2024: et fald på 6 procentpoint (±2)."
    ));
    let chance = compare("2020", "2021");
    assert_eq!(chance.status.code(), Some(1));
    assert!(said(&chance).contains("does not support saying that it fell"), "{}", said(&chance));
}

#[test]
fn the_shipped_report_comes_to_the_published_figures() {
    let output = omtanke(&["survey", "report", &survey("report.yaml")]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("offentliggjort: 2024 18; her 18: det samme"), "{}", said(&output));
}

#[test]
fn a_file_that_is_wrong_ends_with_its_own_code() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    std::fs::write(&path, "weight,visits\n10,1\nti,2\n").unwrap();
    let path = path.display().to_string();
    let output = omtanke(&["survey", "estimate", "--data", &path, "--weights", "weight", "mean", "visits"]);
    assert_eq!(output.status.code(), Some(9), "{}", said(&output));
    assert!(said(&output).contains("row 2: weight is \"ti\", which is no number"), "{}", said(&output));
    let output = omtanke(&["survey", "estimate", "--data", "no-such.csv", "mean", "visits"]);
    assert_eq!(output.status.code(), Some(11), "{}", said(&output));
}

#[test]
fn conformance_counts_what_agrees_and_fails_on_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("people.csv"), "weight,visits\n10,1\n10,2\n").unwrap();
    let cases = |mean: &str| {
        format!(
            r#"{{"designs": {{"d": {{"ids": null, "weights": "weight"}}}}, "cases": [
            {{"id": "mean", "op": "mean", "design": "d", "args": {{"vars": "visits"}}, "results": [{{"estimate": {mean}}}]}}]}}"#
        )
    };
    let expected = folder.path().join("people.expected.json");
    std::fs::write(&expected, cases("1.5")).unwrap();
    let path = folder.path().display().to_string();
    let output = omtanke(&["survey", "conformance", &path]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(said(&output), "agree 1, differ 0, unsupported 0\n");
    std::fs::write(&expected, cases("1.6")).unwrap();
    let output = omtanke(&["survey", "conformance", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("differs: mean (mean): [0].estimate: 1.6 expected, 1.5 came"),
        "{}",
        said(&output)
    );
}

/// The settings of a database of its own in a folder, with keys.
fn settings_in(folder: &Path) -> String {
    let (config, keys) = (folder.join("omtanke.toml"), folder.join("vault.keys"));
    let made = omtanke(&["keys", "new", "--out", keys.to_str().unwrap()]);
    assert!(made.status.success(), "{}", said(&made));
    let text = format!(
        "public_url = \"https://hjaelp.example\"\ndatabase = \"sqlite:{}\"\nphone = {{ number = \"00 00 01 00\" }}\n\
         vault = {{ key_file = \"{}\" }}\n",
        folder.join("omtanke.db").display(),
        keys.display()
    );
    std::fs::write(&config, text).unwrap();
    config.display().to_string()
}

#[test]
fn a_survey_is_imported_with_its_codebook_and_wrong_rows_stop_it() {
    let folder = tempfile::tempdir().unwrap();
    let config = settings_in(folder.path());
    let book = survey("dk.codebook.yaml");
    let import = |file: &str, more: &[&str]| {
        let arguments =
            ["survey", "import", file, "--codebook", &book, "--into", "it-anvendelse", "--config", &config];
        omtanke(&[&arguments, more].concat())
    };
    let dry = import(&survey("dk.csv"), &["--dry-run"]);
    assert!(dry.status.success() && said(&dry).contains("nothing was imported"), "{}", said(&dry));
    let first = import(&survey("dk.csv"), &[]);
    assert!(first.status.success(), "{}", said(&first));
    assert!(said(&first).contains("version 1 of it-anvendelse: 20202 rows"), "{}", said(&first));
    let again = import(&survey("dk.csv"), &[]);
    assert_eq!(again.status.code(), Some(9), "{}", said(&again));
    assert!(said(&again).contains("are version 1 already"), "{}", said(&again));
    let text = std::fs::read_to_string(survey("dk.csv")).unwrap();
    let mut lines: Vec<&str> = text.lines().take(3000).collect();
    let wrong = lines[7].replacen(",2020,", ",1920,", 1);
    lines[7] = &wrong;
    let file = folder.path().join("wrong.csv");
    std::fs::write(&file, lines.join("\n")).unwrap();
    let file = file.display().to_string();
    let refused = import(&file, &[]);
    assert_eq!(refused.status.code(), Some(9), "{}", said(&refused));
    assert!(
        said(&refused).contains("row 7, year: year is 1920, but must be from 2020 to 2024"),
        "{}",
        said(&refused)
    );
    let taken = import(&file, &["--leave-out-wrong-rows"]);
    assert!(said(&taken).contains("version 2 of it-anvendelse: 2998 rows"), "{}", said(&taken));
}

/// What the survey of the repository says to a choice, as the pages ask it.
fn told(address: &str) -> insight::analyst::Told {
    asked(address, |telling| insight::analyst::tell(telling).unwrap())
}

fn asked<T>(address: &str, ask: impl FnOnce(&insight::analyst::Telling<'_>) -> T) -> T {
    use insight::kept::{Held, check};
    let book = std::fs::read_to_string(survey("dk.codebook.yaml")).unwrap();
    let held = Held::at(Path::new(&survey("dk.csv"))).unwrap();
    let checked = check(held, "dk.codebook.yaml", &book, false).unwrap();
    let codebook = insight::Codebook::read(Path::new(&survey("dk.codebook.yaml"))).unwrap();
    let source = insight::Source {
        data: survey("dk.csv").into(),
        codebook: Some(codebook),
        ..insight::Source::default()
    };
    ask(&insight::analyst::Telling {
        choice: &insight::analyst::Choice::of_address(address),
        offered: &checked.offered,
        source: &source,
        names: ["dk.csv", "dk.codebook.yaml"],
        version: 1,
        subject: None,
    })
}

/// What a command that a page shows comes to.
fn by_command(command: &str) -> serde_json::Value {
    let words = command.strip_prefix("omtanke").unwrap();
    let output = std::process::Command::new("sh")
        .args(["-c", &format!("\"$0\"{words} --json"), env!("CARGO_BIN_EXE_omtanke")])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/survey"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{command}: {}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_command_of_a_figure_gives_its_numbers_again() {
    for address in [
        "of=needed_help&by=region&year=2022&year=2024",
        "of=channels&year=2024&only=age+%3E%3D+65",
        "of=hours_online_week&statistic=median&by=sex&year=2024",
        "of=education&year=2024&by=age_group",
    ] {
        let told = told(address);
        let answer = by_command(&told.command);
        let mut by_command: Vec<u64> =
            bits(answer["rows"].as_array().unwrap().iter().map(|row| row["estimate"].as_f64()));
        let mut by_page = bits(told.cells.iter().map(|cell| cell.estimate));
        by_command.sort_unstable();
        by_page.sort_unstable();
        assert_eq!(by_command, by_page, "{}", told.command);
        assert!(!by_page.is_empty());
    }
}

#[test]
fn the_command_of_areas_gives_their_numbers_again() {
    let told = asked("of=needed_help&year=2024&only=age+%3E%3D+40", |telling| {
        insight::analyst::tell_areas(telling).unwrap()
    });
    let answer = by_command(&told.of_municipalities.command);
    let of =
        |name: &str| bits(answer["municipalities"].as_array().unwrap().iter().map(|row| row[name].as_f64()));
    let numbers = of("model");
    assert_eq!(numbers, bits(told.of_municipalities.cells.iter().map(|cell| cell.estimate)));
    assert!(numbers.len() > 20);
    let regions = answer["regions"].as_array().unwrap().iter().map(|row| row["direct"].as_f64());
    assert_eq!(bits(regions), bits(told.of_regions.cells.iter().map(|cell| cell.estimate)));
}

#[test]
fn the_command_of_a_change_gives_its_numbers_again() {
    for (address, from, to, count) in [
        ("of=needed_help&by=region&from=2021&to=2023", "2021", "2023", 6),
        ("of=needed_help&year=2024&from=2020&to=2022", "2020", "2022", 1),
        ("of=channels&to=2023&only=age+%3E%3D+65", "2020", "2023", 5),
        ("of=hours_online_week&by=sex&from=2022", "2022", "2024", 3),
    ] {
        let told = told(address);
        assert!(told.change_command.contains(&format!("--from {from} --to {to}")), "{}", told.change_command);
        let answer = by_command(&told.change_command);
        let of = |name: &str| bits(answer.as_array().unwrap().iter().map(|change| change[name].as_f64()));
        let mut differences = of("difference");
        let mut by_page = bits(told.changes.iter().map(|change| change.difference));
        let (mut chances, mut by_page_chances) =
            (of("p_value"), bits(told.changes.iter().map(|change| change.p_value)));
        for all in [&mut differences, &mut by_page, &mut chances, &mut by_page_chances] {
            all.sort_unstable();
        }
        assert_eq!(differences, by_page, "{}", told.change_command);
        assert_eq!(chances, by_page_chances, "{}", told.change_command);
        assert_eq!(by_page.len(), count, "{address}");
    }
}

fn bits(numbers: impl Iterator<Item = Option<f64>>) -> Vec<u64> {
    numbers.flatten().map(f64::to_bits).collect()
}
