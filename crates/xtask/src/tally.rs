//! Counting what passed and what failed, from what the runners report.

use std::fmt;
use std::ops::Add;

/// How many checks passed and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    /// What a runner counted, in the light of whether it succeeded: a runner that failed without a failed
    /// check broke down, and one that nobody counted proves nothing. Both are failures too.
    pub(crate) fn believed(counted: Option<Self>, succeeded: bool) -> Self {
        let proved = succeeded && counted.is_some();
        let counted = counted.unwrap_or_default();
        if proved { counted } else { Self { failed: counted.failed.max(1), ..counted } }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Counts from the `JUnit` report that nextest writes: the attributes of its outermost element.
pub(crate) fn from_junit(report: &str) -> Option<Tally> {
    let start = report.find("<testsuites")?;
    let element = report[start..].split('>').next()?;
    let count = |name: &str| -> Option<usize> {
        let value = element.split_once(&format!(" {name}=\""))?.1;
        value.split('"').next()?.parse().ok()
    };
    let failed = count("failures")? + count("errors")?;
    Some(Tally { passed: count("tests")?.checked_sub(failed)?, failed })
}

/// Counts from Rust's own test runner: one `test result:` line for each crate.
pub(crate) fn from_doc_tests(lines: &str) -> Option<Tally> {
    lines
        .lines()
        .filter_map(|line| line.trim().strip_prefix("test result: "))
        .map(|result| {
            let (_, counts) = result.split_once(". ")?;
            let count = |part: &str, word: &str| part.trim().strip_suffix(word)?.trim().parse().ok();
            let mut parts = counts.split(';');
            Some(Tally { passed: count(parts.next()?, "passed")?, failed: count(parts.next()?, "failed")? })
        })
        .try_fold(Tally::default(), |sum, tally| Some(sum + tally?))
}

/// Counts from a closing line, `N passed, N failed`.
pub(crate) fn from_closing_line(lines: &str) -> Option<Tally> {
    let closing = lines.lines().rev().find(|line| !line.trim().is_empty())?.trim();
    let (passed, failed) = closing.split_once(", ")?;
    Some(Tally {
        passed: passed.strip_suffix(" passed")?.parse().ok()?,
        failed: failed.strip_suffix(" failed")?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextest_counts_failures_and_errors_within_all_tests() {
        let report = r#"<?xml version="1.0"?>
            <testsuites name="nextest-run" tests="12" failures="2" errors="1" uuid="1" time="3.5">
            <testsuite name="help" tests="5" failures="0">"#;
        assert_eq!(from_junit(report), Some(Tally { passed: 9, failed: 3 }));
    }

    #[test]
    fn examples_of_all_crates_are_added_up() {
        let lines = "\nrunning 3 tests\ntest result: ok. 3 passed; 0 failed; 0 ignored; 0 measured\n\
                     test result: FAILED. 1 passed; 2 failed; 0 ignored\n";
        assert_eq!(from_doc_tests(lines), Some(Tally { passed: 4, failed: 2 }));
    }

    #[test]
    fn the_browser_reports_in_its_closing_line() {
        let lines = "ok  Aase finds the library\n3 passed, 0 failed\n41 passed, 1 failed\n\n";
        assert_eq!(from_closing_line(lines), Some(Tally { passed: 41, failed: 1 }));
        assert_eq!(from_closing_line("Error: no browser\n"), None);
    }

    #[test]
    fn a_runner_that_broke_down_counts_as_a_failure() {
        let broken = Tally { passed: 0, failed: 1 };
        assert_eq!(Tally::believed(None, false), broken);
        assert_eq!(Tally::believed(None, true), broken);
        let ten = Tally { passed: 10, failed: 0 };
        assert_eq!(Tally::believed(Some(ten), true), ten);
        assert_eq!(Tally::believed(Some(ten), false), Tally { passed: 10, failed: 1 });
    }

    #[test]
    fn the_sum_reads_as_one_line() {
        let sum = Tally { passed: 10, failed: 0 } + Tally { passed: 5, failed: 1 };
        assert_eq!(sum.to_string(), "15 passed, 1 failed");
    }
}
