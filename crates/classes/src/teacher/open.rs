//! Opening a class: one button, and what a teacher may choose beforehand.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use http::StatusCode;
use http::header::SET_COOKIE;
use page::{FieldErrors, Form, Problem, Shell, html};
use serde::Deserialize;

use super::choose::{Options, known, options};
use crate::PATH;
use crate::visits::{ClassVisit, class_path, teacher_cookie};

#[derive(Template)]
#[template(path = "teacher/open.html")]
struct OpenPage {
    shell: Shell,
    errors: FieldErrors,
    options: Options,
    chosen: Vec<String>,
}

/// `GET /klasse`
pub(crate) async fn page(ClassVisit { visit, .. }: ClassVisit) -> Response {
    let words = visit.staff_words();
    let shell = visit.staff_shell(words.t("class-open-title")).of_class();
    html(&OpenPage {
        shell: shell.crumb(words.t("practice-outside-title"), "/oev"),
        errors: FieldErrors::default(),
        options: options(words.language()),
        chosen: Vec::new(),
    })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Wishes {
    pub(super) chosen: Vec<String>,
    pub(super) quiz: Option<String>,
}

/// `POST /klasse`
pub(crate) async fn open(
    ClassVisit { visit, classes }: ClassVisit,
    form: Result<Form<Wishes>, Problem>,
) -> Result<Response, Problem> {
    // Whoever sends no form wishes nothing in particular.
    let wishes = form.map(|Form(wishes)| wishes).unwrap_or_default();
    let opened = classes.open(known(wishes.chosen), wishes.quiz.is_some()).await.map_err(|error| {
        tracing::error!(%error, "a class cannot be opened");
        Problem::unavailable()
    })?;
    let Some((class, secret)) = opened else {
        return Err(
            Problem::own(StatusCode::SERVICE_UNAVAILABLE, "practice-full").next("practice-again", PATH)
        );
    };
    let cookie = teacher_cookie(&visit.site, &class.id, &secret);
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&visit.href(&class_path(&class.id)))).into_response())
}
