//! What we estimate beside what R's `survey` estimates from the same files.
//!
//! A set is a file `NAME.expected.json` with designs, cases and R's results, and the data `NAME.csv` beside it. Each case
//! agrees, differs, or is unsupported: it asks for something that is not understood here, which is said rather than guessed.

mod compare;
mod design;
mod fields;
mod load;
mod models;
mod operations;
mod weights;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Error;
use compare::differences;
use design::Designs;

/// Why a case has no results.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// It asks for something that is not understood here.
    Unsupported(String),
    /// It is understood, and refused.
    Refused(String),
}

impl From<estimates::Error> for Trouble {
    fn from(error: estimates::Error) -> Self {
        match error {
            estimates::Error::Unsupported(_) => Self::Unsupported(error.to_string()),
            other => Self::Refused(other.to_string()),
        }
    }
}

pub(crate) fn unsupported<T>(what: impl Into<String>) -> Result<T, Trouble> {
    Err(Trouble::Unsupported(what.into()))
}

/// What came of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every number is within the tolerance.
    Agrees,
    /// These are not, or there is no answer where R has one.
    Differs(Vec<String>),
    /// It asks for something that is not understood here.
    Unsupported(String),
}

/// A case, and what came of it.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it is called.
    pub id: String,
    /// What it asks for.
    pub operation: String,
    /// What came of it.
    pub verdict: Verdict,
}

/// What came of all cases of a folder.
#[derive(Clone, Debug, Default)]
pub struct Conformance {
    /// The cases, set by set.
    pub cases: Vec<Case>,
}

impl Conformance {
    /// How many cases agree, differ, and are unsupported.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for case in &self.cases {
            counts[match case.verdict {
                Verdict::Agrees => 0,
                Verdict::Differs(_) => 1,
                Verdict::Unsupported(_) => 2,
            }] += 1;
        }
        counts
    }
}

impl fmt::Display for Conformance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for case in &self.cases {
            let Case { id, operation, verdict } = case;
            match verdict {
                Verdict::Agrees => {}
                Verdict::Differs(wrong) => {
                    let more = if wrong.len() > 3 {
                        format!("; and {} more", wrong.len() - 3)
                    } else {
                        String::new()
                    };
                    let first = wrong.iter().take(3).cloned().collect::<Vec<_>>().join("; ");
                    writeln!(f, "differs: {id} ({operation}): {first}{more}")?;
                }
                Verdict::Unsupported(why) => writeln!(f, "unsupported: {id} ({operation}): {why}")?,
            }
        }
        let [agree, differ, unsupported] = self.counts();
        write!(f, "agree {agree}, differ {differ}, unsupported {unsupported}")
    }
}

/// Runs every set of a folder.
///
/// # Errors
/// The folder cannot be read or has no set; a set is no JSON. A set whose data cannot be read is unsupported, case by case.
pub fn run(folder: &Path) -> Result<Conformance, Error> {
    let mut sets: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|why| Error::file(folder, why))? {
        let path = entry.map_err(|why| Error::file(folder, why))?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".expected.json")) {
            sets.push(path);
        }
    }
    if sets.is_empty() {
        return Err(Error::damaged(folder, "it has no file *.expected.json"));
    }
    sets.sort();
    let mut conformance = Conformance::default();
    for path in sets {
        conformance.cases.extend(set(folder, &path)?);
    }
    Ok(conformance)
}

/// Runs one set, named by its file of expectations.
///
/// # Errors
/// The file cannot be read, or is no JSON with cases.
pub fn set(folder: &Path, path: &Path) -> Result<Vec<Case>, Error> {
    let text = std::fs::read_to_string(path).map_err(|why| Error::file(path, why))?;
    let expected: Value = serde_json::from_str(&text).map_err(|why| Error::damaged(path, why))?;
    let Some(cases) = expected["cases"].as_array() else {
        return Err(Error::damaged(path, "it has no cases"));
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = name.strip_suffix(".expected.json").unwrap_or(&name).to_owned();
    // several sets may be of one file of data
    let dataset = expected["meta"]["dataset"].as_str().and_then(|dataset| dataset.strip_suffix(".csv"));
    let dataset = dataset.filter(|dataset| folder.join(format!("{dataset}.csv")).is_file());
    let mut designs = Designs::new(folder, dataset.unwrap_or(&name), &expected);
    Ok(cases
        .iter()
        .enumerate()
        .map(|(number, case)| Case {
            id: case["id"].as_str().map_or_else(|| format!("{name}, case {}", number + 1), str::to_owned),
            operation: case["op"].as_str().unwrap_or("no operation").to_owned(),
            verdict: judged(&mut designs, case),
        })
        .collect())
}

/// What comes of one case. A fault of ours in one case does not take the others with it.
fn judged(designs: &mut Designs<'_>, case: &Value) -> Verdict {
    let refusal_expected = !case["error"].is_null();
    let outcome = catch_unwind(AssertUnwindSafe(|| operations::run(designs, case)));
    match outcome {
        Err(_) => Verdict::Unsupported("the estimate stopped in the middle".to_owned()),
        Ok(Err(Trouble::Unsupported(why))) => Verdict::Unsupported(why),
        Ok(Err(Trouble::Refused(_))) if refusal_expected => Verdict::Agrees,
        Ok(Err(Trouble::Refused(why))) => Verdict::Differs(vec![format!("refused: {why}")]),
        Ok(Ok(_)) if refusal_expected && case["results"].is_null() => {
            Verdict::Differs(vec![format!("an error was expected: {}", case["error"])])
        }
        Ok(Ok(got)) => match differences(case, &got) {
            wrong if wrong.is_empty() => Verdict::Agrees,
            wrong => Verdict::Differs(wrong),
        },
    }
}
