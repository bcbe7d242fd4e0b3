//! Every case of the fixture sets, against what R estimates.

mod compare;
mod design;
mod load;
mod models;
mod operations;
mod weights;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use compare::differences;
use design::Designs;

/// Cases that differ for a reason: the id, and the reason.
const KNOWN: [(&str, &str); 0] = [];

fn shared() -> PathBuf {
    match std::env::var_os("SURVEY_FIXTURES") {
        Some(folder) => folder.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/fixtures/survey"),
    }
}

fn own() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/survey")
}

/// Compares one set, prints what came of it, and fails if anything differs that is not known to.
fn compare_set(folder: &Path, set: &str) {
    let text =
        std::fs::read_to_string(folder.join(format!("{set}.expected.json"))).expect("the expectations");
    let expected: Value = serde_json::from_str(&text).expect("JSON");
    let cases = expected["cases"].as_array().expect("cases");
    let mut designs = Designs::new(folder, set, &expected);
    let mut agreed = 0;
    let mut differing = Vec::new();
    let mut by_operation: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for case in cases {
        let (id, op) = (case["id"].as_str().expect("an id"), case["op"].as_str().expect("an op"));
        let wrong = match operations::run(&mut designs, case) {
            Ok(got) => differences(case, &got),
            Err(error) => vec![error],
        };
        let count = by_operation.entry(op).or_default();
        count.0 += 1;
        if wrong.is_empty() {
            agreed += 1;
        } else {
            count.1 += 1;
            differing.push((id, op, wrong));
        }
    }
    eprintln!("{set}: {agreed} of {} cases agree with R", cases.len());
    for (op, (all, wrong)) in by_operation {
        if wrong > 0 {
            eprintln!("  {op}: {wrong} of {all} differ");
        }
    }
    for (id, op, wrong) in &differing {
        eprintln!(
            "  {op} {id}: {}",
            wrong
                .iter()
                .take(if *op == "fay_herriot" { 400 } else { 3 })
                .cloned()
                .collect::<Vec<_>>()
                .join("; ")
        );
    }
    for (id, reason) in KNOWN.iter().filter(|(id, _)| id.starts_with(set)) {
        assert!(differing.iter().any(|(other, ..)| other == id), "{id} agrees by now ({reason})");
    }
    let unknown = differing.iter().filter(|(id, ..)| KNOWN.iter().all(|(known, _)| known != id)).count();
    assert_eq!(unknown, 0, "{unknown} cases of {set} differ");
}

#[test]
fn the_danish_survey_comes_out_as_in_r() {
    compare_set(&own(), "dk");
}

#[test]
fn the_schools_drawn_by_stratum_come_out_as_in_r() {
    shared_set("apistrat");
}

#[test]
fn the_schools_drawn_by_district_come_out_as_in_r() {
    shared_set("apiclus1");
}

fn shared_set(set: &str) {
    let folder = shared();
    if folder.join(format!("{set}.expected.json")).exists() {
        compare_set(&folder, set);
    } else {
        eprintln!("{set}: nothing was compared, because {} has no such set", folder.display());
    }
}
