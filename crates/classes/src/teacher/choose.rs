//! Which exercises the class does, and whether they end with a quiz.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use basics::Language;
use page::{FieldErrors, Form, Shell, html};
use practice::scenarios::library;

use super::open::Wishes;
use crate::news::News;
use crate::visits::TeacherVisit;

/// Exercises as a form offers them: what addresses call them, and their titles.
pub(super) type Options = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "teacher/choose.html")]
struct ChoosePage {
    shell: Shell,
    errors: FieldErrors,
    options: Options,
    chosen: Vec<String>,
    quiz: bool,
}

/// `GET /klasse/{id}/oevelser`
pub(crate) async fn page(teacher: TeacherVisit) -> Response {
    let (chosen, quiz) = {
        let record = teacher.class.read();
        (record.chosen.clone(), record.quiz)
    };
    let shell = teacher.shell("class-choose-title");
    let options = options(shell.words().language());
    html(&ChoosePage { shell, errors: FieldErrors::default(), options, chosen, quiz })
}

/// `POST /klasse/{id}/oevelser`
pub(crate) async fn choose(teacher: TeacherVisit, Form(wishes): Form<Wishes>) -> Response {
    teacher.touch();
    teacher.class.change(News::Class, |record| {
        record.chosen = known(wishes.chosen);
        record.quiz = wishes.quiz.is_some();
    });
    let answer = Redirect::to(&teacher.at("")).into_response();
    tokio::spawn(async move { teacher.classes.switch_quiz_everywhere(&teacher.class).await });
    answer
}

/// Every exercise, the easy ones first.
pub(super) fn options(language: Language) -> Options {
    let mut all: Vec<_> = library().all().collect();
    all.sort_by_key(|one| (one.level, one.number));
    all.into_iter().map(|one| (one.slug.clone(), one.title.read_in(language).0.to_owned())).collect()
}

/// Those of them that there are, in the order in which they are listed.
pub(super) fn known(wished: Vec<String>) -> Vec<String> {
    let is_known = |slug: &String| library().get(slug).is_some();
    wished.into_iter().filter(is_known).collect()
}
