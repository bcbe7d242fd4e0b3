//! Every case of the fixture sets, against what R estimates.

use std::path::{Path, PathBuf};

use insight::conformance::{Conformance, Verdict, run, set};

fn shared() -> PathBuf {
    match std::env::var_os("SURVEY_FIXTURES") {
        Some(folder) => folder.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/fixtures/survey"),
    }
}

fn agrees(folder: &Path, name: &str) {
    let path = folder.join(format!("{name}.expected.json"));
    if !path.exists() {
        eprintln!("{name}: nothing was compared, because {} has no such set", folder.display());
        return;
    }
    let cases = set(folder, &path).unwrap();
    let done = Conformance { cases };
    eprintln!("{name}: {done}");
    assert_eq!(done.counts()[1..], [0, 0], "{done}");
}

#[test]
fn the_danish_survey_comes_out_as_in_r() {
    agrees(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/survey"), "dk");
}

#[test]
fn the_schools_drawn_by_stratum_come_out_as_in_r() {
    agrees(&shared(), "apistrat");
}

#[test]
fn the_schools_drawn_by_district_come_out_as_in_r() {
    agrees(&shared(), "apiclus1");
}

/// Nine people in four small places, of which one place has one person.
const PEOPLE: &str = "id,place,weight,visits,town\n1,a,10,1,Vejle\n2,a,10,3,Vejle\n3,b,20,2,Ribe\n4,b,20,5,Ribe\n\
                      5,c,5,4,Ribe\n6,c,5,,Vejle\n7,c,5,0,Vejle\n8,d,30,6,Ribe\n";

fn folder_with(cases: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("people.csv"), PEOPLE).unwrap();
    let expected = format!(
        r#"{{"meta": {{}}, "designs": {{"d": {{"r": "svydesign(ids=~1, strata=~place, weights=~weight, data=x)"}}}}, "cases": [{cases}]}}"#
    );
    std::fs::write(folder.path().join("people.expected.json"), expected).unwrap();
    folder
}

#[test]
fn a_set_that_nobody_has_seen_is_read_from_its_calls_and_judged_case_by_case() {
    let folder = folder_with(
        r#"
        {"id": "lonely", "op": "total", "design": "d", "r": "", "args": {"vars": "weight"}, "error": "one PSU"},
        {"id": "certain", "op": "total", "design": "d", "r_options": {"survey.lonely.psu": "certainty"},
         "args": {"vars": "weight"}, "results": [{"estimate": 1975, "se": 0}]},
        {"id": "wrong", "op": "total", "design": "d", "r_options": {"survey.lonely.psu": "remove"},
         "args": {"vars": "weight"}, "results": [{"estimate": 1976, "se": 0}]},
        {"id": "groups", "op": "mean", "design": "d", "args": {"vars": "visits", "by": "town", "na_rm": true, "lonely": "adjust"},
         "results": [{"by": {"town": "Vejle"}, "estimate": 1.6}, {"by": {"town": "Ribe"}, "estimate": 4.533333333333333}]},
        {"id": "strange", "op": "kappa", "design": "d", "args": {}},
        {"id": "argument", "op": "mean", "design": "d", "args": {"vars": "visits", "phase": 2}},
        {"id": "nowhere", "op": "mean", "design": "e", "args": {"vars": "visits"}}"#,
    );
    let done = run(folder.path()).unwrap();
    let of = |id: &str| &done.cases.iter().find(|case| case.id == id).unwrap().verdict;
    assert_eq!(*of("lonely"), Verdict::Agrees);
    assert_eq!(*of("certain"), Verdict::Agrees);
    assert_eq!(*of("groups"), Verdict::Agrees);
    assert!(matches!(of("wrong"), Verdict::Differs(why) if why[0].contains("1976 expected")));
    for id in ["strange", "argument", "nowhere"] {
        assert!(matches!(of(id), Verdict::Unsupported(_)), "{id}: {:?}", of(id));
    }
    assert!(done.to_string().ends_with("agree 3, differ 1, unsupported 3"), "{done}");
}

#[test]
fn a_folder_without_a_set_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(folder.path()).unwrap_err().to_string().contains("expected.json"));
}
