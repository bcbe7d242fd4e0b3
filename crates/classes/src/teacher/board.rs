//! What stands on the projector: the code, or one learner's step. Nothing on it is private: no name but a picture's, and nothing that
//! anybody has typed.

use askama::Template;
use axum::response::Response;
use page::{Problem, Qr, Query, SeatMark, Shell, html};
use practice::scenarios::library;
use serde::Deserialize;

use crate::join::address;
use crate::record::{Record, Seat};
use crate::visits::{TeacherVisit, class_path};
use words::Words;

#[derive(Template)]
#[template(path = "teacher/board.html")]
struct BoardPage {
    shell: Shell,
    base: String,
    is_paused: bool,
    code: String,
    /// Where learners type the code.
    place: String,
    qr: Option<Qr>,
    count: String,
    step: Option<Step>,
}

/// Where one learner is.
struct Step {
    number: u16,
    mark: SeatMark,
    area: String,
    task: Option<Shown>,
}

struct Shown {
    title: String,
    step: String,
    text: String,
    lang: &'static str,
    dir: &'static str,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    elev: Option<u16>,
}

/// `GET /klasse/{id}/tavle`
pub(crate) async fn page(teacher: TeacherVisit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    teacher.touch();
    let words = teacher.visit.words;
    let record = teacher.class.read().clone();
    let step = match asked.elev {
        Some(number) => Some(step(&record, number, words).ok_or_else(Problem::not_found)?),
        None => None,
    };
    let site = &teacher.visit.site;
    let key = if step.is_some() { "class-board-step-title" } else { "class-board-title" };
    let shell = teacher.visit.shell(words.t(key)).of_class().back_to(&class_path(&record.id));
    Ok(html(&BoardPage {
        base: teacher.at(""),
        is_paused: record.is_paused,
        code: record.code.spaced(),
        place: format!("{}/klasse/med", site.public_url),
        qr: Qr::of(&address(site, &record.code)),
        count: words.t1("class-board-count", "n", i64::try_from(record.seats.len()).unwrap_or(i64::MAX)),
        step,
        shell,
    }))
}

fn step(record: &Record, number: u16, words: &'static Words) -> Option<Step> {
    let seat = record.seat(number)?;
    Some(Step {
        number,
        mark: SeatMark { colour: seat.picture.colour_key(), noun: seat.picture.thing_key(), told: 0 },
        area: words.t(seat.area.key()),
        task: task(seat, words),
    })
}

fn task(seat: &Seat, words: &'static Words) -> Option<Shown> {
    let (slug, trail) = seat.present_trail()?;
    let scenario = library().get(slug)?;
    let task = scenario.tasks.get(trail.task)?;
    let (text, lang) = task.text.read_in(words.language());
    let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
    Some(Shown {
        title: scenario.title.read_in(words.language()).0.to_owned(),
        step: words.t2("exercise-step", "n", count(trail.task + 1), "of", count(scenario.tasks.len())),
        text: text.to_owned(),
        lang: lang.code(),
        dir: lang.direction().as_str(),
    })
}
