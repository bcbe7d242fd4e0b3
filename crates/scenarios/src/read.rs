//! Reading a scenario from its file.

use crate::{Finding, Scenario};

/// A file is no scenario. It says where reading stopped; what lies behind that was not looked at.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ReadError(pub Finding);

/// Reads a scenario. `file` is its name, whose stem is what addresses call it.
///
/// # Errors
/// When it is not YAML, or a field is missing, unknown, or not what it should be; with the line.
pub fn read(file: &str, text: &str) -> Result<Scenario, ReadError> {
    let mut scenario: Scenario = serde_saphyr::from_str(text).map_err(|error| {
        let line = error.location().map_or(1, |location| location.line());
        let message = error.without_snippet().to_string();
        // Its first line says what; the others draw it.
        let what = message.lines().next().unwrap_or_default().trim().to_owned();
        ReadError(Finding { file: file.to_owned(), line, field: String::new(), what })
    })?;
    let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
    scenario.slug = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem).to_owned();
    Ok(scenario)
}
