//! What a teacher does: pause, send, move the clocks, begin anew, end.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use page::{Form, Problem, Shell, html};
use practice::sandbox::refused;
use practice::scenarios::library;
use serde::Deserialize;

use super::overview::PAGES;
use crate::news::News;
use crate::visits::TeacherVisit;

/// As far as the clocks are moved at once, in days.
const LONGEST_WAIT: i64 = 100;

#[derive(Deserialize)]
pub(crate) struct Pause {
    pause: u8,
}

/// `POST /klasse/{id}/pause`: all pause, or go on.
pub(crate) async fn pause(teacher: TeacherVisit, Form(wish): Form<Pause>) -> Response {
    teacher.touch();
    teacher.class.change(News::Class, |record| record.is_paused = wish.pause == 1 && record.is_running());
    back(&teacher)
}

#[derive(Deserialize)]
pub(crate) struct Send {
    to: String,
}

/// `POST /klasse/{id}/send`: sends everybody to a page or an exercise.
pub(crate) async fn send(teacher: TeacherVisit, Form(wish): Form<Send>) -> Result<Response, Problem> {
    let exercise = wish.to.strip_prefix(practice::exercises::PATH).and_then(|rest| rest.strip_prefix('/'));
    let is_place = PAGES.iter().any(|(path, _)| *path == wish.to)
        || exercise.is_some_and(|slug| library().get(slug).is_some());
    if !is_place {
        return Err(Problem::unreadable());
    }
    teacher.touch();
    teacher.class.change(News::Class, |record| record.send(&wish.to));
    Ok(back(&teacher))
}

#[derive(Deserialize)]
pub(crate) struct Wait {
    days: i64,
    /// How often the clocks had been moved when the page was made: a form that is sent twice moves them once.
    moves: u64,
}

/// `POST /klasse/{id}/tid`: days go by for everybody, and what was due until then is done, behind the answer.
pub(crate) async fn move_clocks(teacher: TeacherVisit, Form(wait): Form<Wait>) -> Result<Response, Problem> {
    if !(1..=LONGEST_WAIT).contains(&wait.days) {
        return Err(Problem::unreadable());
    }
    teacher.touch();
    let is_first = teacher.class.change(News::Class, |record| {
        let is_first = record.clock_moves == wait.moves && record.is_running();
        record.clock_moves += u64::from(is_first);
        is_first
    });
    let answer = back(&teacher);
    if is_first {
        tokio::spawn(async move { teacher.classes.move_clocks(&teacher.class, wait.days).await });
    }
    Ok(answer)
}

#[derive(Deserialize)]
pub(crate) struct Anew {
    /// The number of a learner; 0 is everybody.
    seat: u16,
}

/// `POST /klasse/{id}/forfra`: begins anew for a learner, or for everybody.
pub(crate) async fn begin_anew(teacher: TeacherVisit, Form(wish): Form<Anew>) -> Result<Response, Problem> {
    teacher.touch();
    let numbers: Vec<u16> = {
        let record = teacher.class.read();
        let is_meant = |number: &u16| wish.seat == 0 || *number == wish.seat;
        record.seats.iter().map(|seat| seat.number).filter(is_meant).collect()
    };
    for number in numbers {
        teacher.classes.begin_anew(&teacher.class, number).await.map_err(|why| refused(&why))?;
    }
    Ok(back(&teacher))
}

#[derive(Template)]
#[template(path = "teacher/end.html")]
struct EndPage {
    shell: Shell,
    base: String,
}

/// `GET /klasse/{id}/slut`
pub(crate) async fn end_page(teacher: TeacherVisit) -> Response {
    html(&EndPage { shell: teacher.shell("class-end-title"), base: teacher.at("") })
}

/// `POST /klasse/{id}/slut`: ends the class, and shows what came of it.
pub(crate) async fn end(teacher: TeacherVisit) -> Result<Response, Problem> {
    let now = teacher.classes.house().now();
    teacher.class.change(News::Class, |record| record.end(now));
    teacher.classes.write(&teacher.class).await.map_err(|error| {
        tracing::error!(%error, "a class cannot be written down");
        Problem::unavailable()
    })?;
    Ok(Redirect::to(&teacher.at("/resultat")).into_response())
}

fn back(teacher: &TeacherVisit) -> Response {
    Redirect::to(&teacher.at("")).into_response()
}
