//! The rules of this repository that no compiler knows, as code.
//!
//! Each rule is a pure function from files to findings, so that its tests need no repository. A finding
//! names a line and says what to do about it.

mod arrows;
mod documents;
mod locales;
mod migrations;
mod rust_text;
mod source;
mod tables;

use std::fmt;
use std::fs;

use anyhow::{Context, bail, ensure};

use crate::house::House;
use crate::output::step;
use crate::tally::Tally;

/// A text file of the repository.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    /// From the top of the clone, with `/`.
    path: String,
    content: String,
}

/// Something to put right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    path: String,
    line: usize,
    message: String,
}

impl Finding {
    fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.message)
    }
}

impl Text {
    fn is(&self, extensions: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
    }

    /// Lines with their numbers, counted from one.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.content.lines())
    }

    /// The crate a file belongs to: `help` for `crates/help/src/lib.rs`.
    fn room(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }
}

/// A rule and what it asks for, as the list shows it.
type Rule = (&'static str, fn(&[Text]) -> Vec<Finding>);

const RULES: [Rule; 11] = [
    ("tables are named by their owner alone", tables::owners),
    ("migrations stand in one line", migrations::one_line),
    ("Rust files stay readable in one sitting", source::length),
    ("each crate says what it is for", source::purpose),
    ("nothing is left for later, and no test is passed over", source::left_for_later),
    ("no path of somebody's machine", source::machine_paths),
    ("no tabs, no spaces at the end of a line", source::white_space),
    ("every text exists in five languages", locales::all_languages),
    ("translations say whether a person has read them", locales::review_marks),
    ("the documents a newcomer looks for are there", documents::present),
    ("links between documents lead somewhere", documents::links),
];

/// Checks every rule and prints all findings at once.
pub(crate) fn run(house: &House) -> anyhow::Result<Tally> {
    step("Check the rules of this repository", || {
        let texts = texts(house)?;
        let mut findings = arrows::point_down(&arrows::crates(&house.metadata()?)?, &texts);
        report("arrows between crates point down", &findings);
        for (name, rule) in RULES {
            let found = rule(&texts);
            report(name, &found);
            findings.extend(found);
        }
        if findings.is_empty() {
            return Ok(Tally::default());
        }
        bail!("{} places to put right, listed above", findings.len())
    })
}

fn report(rule: &str, findings: &[Finding]) {
    if findings.is_empty() {
        println!("   ok      {rule}");
        return;
    }
    println!("   BROKEN  {rule}");
    for finding in findings {
        println!("           {finding}");
    }
}

/// The text files git knows of, or would if they were added; ignored and binary files are not among them.
fn texts(house: &House) -> anyhow::Result<Vec<Text>> {
    let listed = house
        .command("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .context("starting git ls-files")?;
    ensure!(
        listed.status.success(),
        "git ls-files failed: {}",
        String::from_utf8_lossy(&listed.stderr).trim()
    );
    let names = String::from_utf8(listed.stdout).context("reading file names from git")?;
    let mut texts = Vec::new();
    for path in names.split_terminator('\0') {
        // A file that was removed but is not yet committed as removed is no file any more.
        if let Ok(bytes) = fs::read(house.path(path)) {
            // A picture has no text, but documents link to it.
            let content = String::from_utf8(bytes).unwrap_or_default();
            texts.push(Text { path: path.to_owned(), content });
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod fixture {
    use super::{Finding, Text};

    pub(super) fn text(path: &str, content: &str) -> Text {
        Text { path: path.to_owned(), content: content.to_owned() }
    }

    /// Findings as people read them.
    pub(super) fn shown(findings: &[Finding]) -> Vec<String> {
        findings.iter().map(Finding::to_string).collect()
    }
}
