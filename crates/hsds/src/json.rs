//! Reading the nested JSON form.
//!
//! Accepted are: a page or document with `contents`, a bare list of services, or one service. The same record may stand
//! in many places (one library in ten services): it is read once, and what the places say is put together.

use crate::{
    check::{Gaps, examine},
    decode::decode,
    harvest::Harvest,
    problem::{Problem, Reading, Report},
};

/// Reads a JSON document from bytes, saying how to save them instead when they are not UTF-8.
///
/// # Errors
/// As [`from_json`].
pub fn from_json_bytes(bytes: &[u8]) -> Result<Reading, Report> {
    match decode(bytes) {
        Ok(text) => from_json(text),
        Err(message) => Err(refused(message)),
    }
}

/// Reads a JSON document.
///
/// # Errors
/// Everything that is wrong with it: broken JSON by line and column, the rest by its place in the document.
pub fn from_json(text: &str) -> Result<Reading, Report> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(refused("The file is empty. Choose a file with JSON in it.".to_owned()));
    }
    let document = serde_json::from_str(text).map_err(|error| {
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or(&what);
        refused(format!(
            "This is not valid JSON: {what}, at line {}, column {}. Correct it there, or export the file again.",
            error.line(),
            error.column()
        ))
    })?;
    let (raws, mut report) = Harvest::of(&document);
    let directory = examine(&raws, &Gaps::default(), &mut report);
    if report.is_ok() { Ok(Reading { directory, report }) } else { Err(report) }
}

fn refused(message: String) -> Report {
    let mut report = Report::default();
    report.error(Problem::new("json", message));
    report
}
