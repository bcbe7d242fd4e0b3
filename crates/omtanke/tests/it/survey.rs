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
