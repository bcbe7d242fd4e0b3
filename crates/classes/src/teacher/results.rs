//! What came of the class: as a page, and as a table to take along.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use page::{Problem, Shell, html};
use practice::scenarios::library;
use words::Words;

use crate::summary::{Line, summary};
use crate::visits::TeacherVisit;

/// What stands where a number would be one learner's.
const UNTOLD: &str = "–";

struct Shown {
    title: String,
    began: usize,
    finished: usize,
    hints: String,
    minutes: String,
}

#[derive(Template)]
#[template(path = "teacher/results.html")]
struct ResultsPage {
    shell: Shell,
    base: String,
    is_running: bool,
    learners: String,
    lines: Vec<Shown>,
}

/// `GET /klasse/{id}/resultat`
pub(crate) async fn page(teacher: TeacherVisit) -> Response {
    let shell = teacher.shell("class-results-title");
    let words = shell.words();
    let record = teacher.class.read().clone();
    html(&ResultsPage {
        base: teacher.at(""),
        is_running: record.is_running(),
        learners: words.t1("class-learners", "n", i64::try_from(record.seats.len()).unwrap_or(i64::MAX)),
        lines: summary(&record.seats).iter().map(|line| shown(line, words)).collect(),
        shell,
    })
}

fn shown(line: &Line, words: &Words) -> Shown {
    let hints = line.hints.map(|hints| hints.to_string());
    Shown {
        title: title(line, words),
        began: line.began,
        finished: line.finished,
        hints: hints.unwrap_or_else(|| UNTOLD.to_owned()),
        minutes: line
            .seconds
            .map_or_else(|| UNTOLD.to_owned(), |s| words.t1("class-minutes", "n", minutes(s))),
    }
}

fn title(line: &Line, words: &Words) -> String {
    let scenario = library().get(&line.slug);
    scenario.map_or_else(|| line.slug.clone(), |one| one.title.read_in(words.language()).0.to_owned())
}

/// Whole minutes, and one for anything shorter.
fn minutes(seconds: i64) -> i64 {
    (seconds / 60).max(1)
}

/// `GET /klasse/{id}/resultat.csv`: UTF-8, commas (RFC 4180); an empty cell where a number would be one learner's.
pub(crate) async fn csv(teacher: TeacherVisit) -> Result<Response, Problem> {
    let words = teacher.visit.staff_words();
    let lines = summary(&teacher.class.read().seats);
    let mut table = csv::Writer::from_writer(Vec::new());
    let text = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let count = |many: usize| i64::try_from(many).ok();
    let written = table
        .write_record(["exercise", "title", "began", "finished", "hints_opened", "median_minutes"])
        .and_then(|()| {
            lines.iter().try_for_each(|line| {
                table.write_record([
                    line.slug.clone(),
                    title(line, words),
                    line.began.to_string(),
                    line.finished.to_string(),
                    text(line.hints.and_then(count)),
                    text(line.seconds.map(minutes)),
                ])
            })
        });
    let bytes = written.ok().and_then(|()| table.into_inner().ok()).ok_or_else(Problem::broken)?;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"klasse.csv\""),
    ];
    Ok((headers, bytes).into_response())
}
