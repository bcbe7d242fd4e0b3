//! Gathering what is wrong, in the form in which the readers of HSDS tell it.

use hsds::{CAP, Problem, Problems, Report};

/// Where in the tables something stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) file: &'static str,
    pub(super) id: &'a str,
    pub(super) field: &'static str,
}

/// A field of a record.
pub(super) fn at<'a>(file: &'static str, id: &'a str, field: &'static str) -> At<'a> {
    At { file, id, field }
}

/// Errors and warnings so far.
#[derive(Default)]
pub(super) struct Notes(Report);

impl Notes {
    pub(super) fn error(&mut self, at: At<'_>, message: impl Into<String>) {
        push(&mut self.0.errors, problem(at, message));
    }

    pub(super) fn warn(&mut self, at: At<'_>, message: impl Into<String>) {
        push(&mut self.0.warnings, problem(at, message));
    }

    /// A warning about a whole table.
    pub(super) fn warn_of_table(&mut self, file: &'static str, message: String) {
        let problem = Problem { file: file.to_owned(), row: None, id: None, field: None, message };
        push(&mut self.0.warnings, problem);
    }

    pub(super) fn report(self) -> Report {
        self.0
    }
}

fn problem(at: At<'_>, message: impl Into<String>) -> Problem {
    Problem {
        file: at.file.to_owned(),
        row: None,
        id: Some(at.id.to_owned()),
        field: Some(at.field.to_owned()),
        message: message.into(),
    }
}

fn push(problems: &mut Problems, problem: Problem) {
    if problems.list.len() < CAP {
        problems.list.push(problem);
    } else {
        problems.more += 1;
    }
}
