//! The learners as the teacher sees them: a row for each, also one at a time for the stream.

use askama::Template;
use jiff::Timestamp;
use page::assets;
use practice::sandbox::{Key, Sandboxes};
use practice::scenarios::library;
use words::Words;

use crate::record::{Record, Seat};
use crate::stuck::is_stuck;

/// A learner.
pub(super) struct Row {
    pub(super) number: u16,
    name: String,
    style: String,
    icon: String,
    /// The exercise, where one has been begun; with the language that its title is in.
    exercise: Option<Exercise>,
    is_stuck: bool,
    last_step: String,
    area: String,
    /// Whether the sandbox has ended, so that the learner must come in again.
    is_gone: bool,
    base: String,
}

struct Exercise {
    title: String,
    lang: &'static str,
    task: String,
    hints: String,
    is_done: bool,
}

/// Every row, as the body of the table.
#[derive(Template)]
#[template(path = "teacher/rows.html")]
pub(super) struct Rows {
    pub(super) rows: Vec<Row>,
    pub(super) words: &'static Words,
}

/// What is in one row.
#[derive(Template)]
#[template(path = "teacher/row.html")]
pub(super) struct OneRow {
    pub(super) row: Row,
    pub(super) words: &'static Words,
}

/// What rows are made with.
#[derive(Clone, Copy)]
pub(super) struct Made<'m> {
    pub(super) words: &'static Words,
    pub(super) sandboxes: &'m Sandboxes,
    pub(super) now: Timestamp,
    /// The address of the class.
    pub(super) base: &'m str,
}

impl Made<'_> {
    /// Every row, in the order in which learners came.
    pub(super) fn rows(self, record: &Record) -> Rows {
        Rows { rows: record.seats.iter().map(|seat| self.row(seat)).collect(), words: self.words }
    }

    /// One row.
    pub(super) fn one(self, seat: &Seat) -> OneRow {
        OneRow { row: self.row(seat), words: self.words }
    }

    fn row(self, seat: &Seat) -> Row {
        let words = self.words;
        let minutes = self.now.duration_since(seat.last_step).as_secs() / 60;
        let is_gone = seat.sandbox.parse::<Key>().is_ok_and(|key| !self.sandboxes.has(&key));
        let present = seat.present_trail().and_then(|(slug, trail)| Some((library().get(slug)?, trail)));
        Row {
            number: seat.number,
            name: seat.picture.name(words),
            style: seat.picture.style(),
            icon: assets::icon(seat.picture.icon(), "icon-svg"),
            is_stuck: !is_gone && present.is_some_and(|(scenario, trail)| is_stuck(trail, scenario)),
            exercise: present.map(|(scenario, trail)| {
                let (title, lang) = scenario.title.read_in(words.language());
                let (is_done, of) = (trail.task >= scenario.tasks.len(), count(scenario.tasks.len()));
                let there_are = scenario.tasks.get(trail.task).map_or(0, |task| task.hints.len());
                Exercise {
                    title: title.to_owned(),
                    lang: lang.code(),
                    task: if is_done {
                        words.t("class-row-done")
                    } else {
                        words.t2("class-row-task", "n", count(trail.task + 1), "of", of)
                    },
                    hints: words.t2("class-row-hints", "n", count(trail.hints_here), "of", count(there_are)),
                    is_done,
                }
            }),
            last_step: words.t1("class-row-minutes", "n", minutes),
            area: words.t(seat.area.key()),
            is_gone,
            base: self.base.to_owned(),
        }
    }
}

fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}
