//! Coming back to a class from another computer, or after a browser has forgotten it: with a code that is shown when it is made, and
//! never again.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use http::StatusCode;
use http::header::SET_COOKIE;
use page::{Caller, FieldErrors, Form, Problem, Shell, Visit, html};
use serde::Deserialize;

use crate::news::News;
use crate::secrets::{hash_way_back, new_secret, new_way_back};
use crate::visits::{ClassVisit, TeacherVisit, class_path, teacher_cookie};

#[derive(Template)]
#[template(path = "teacher/back.html")]
struct BackPage {
    shell: Shell,
    errors: FieldErrors,
    typed: String,
}

/// `GET /klasse/tilbage`
pub(crate) async fn page(ClassVisit { visit, .. }: ClassVisit) -> Response {
    back_page(&visit, String::new(), FieldErrors::default())
}

#[derive(Deserialize, Default)]
pub(crate) struct Typed {
    #[serde(default)]
    code: String,
}

/// `POST /klasse/tilbage`
pub(crate) async fn come_back(
    ClassVisit { visit, classes }: ClassVisit,
    Caller(caller): Caller,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let now = classes.house().now();
    if !classes.guesses.may_try(caller, now) {
        return Err(Problem::own(StatusCode::TOO_MANY_REQUESTS, "class-guessed"));
    }
    let Some(class) = classes.by_way_back(&typed.code) else {
        classes.guesses.note(caller, now);
        let mut errors = FieldErrors::default();
        errors.add("code", visit.staff_words().t("class-back-wrong"));
        let page = back_page(&visit, typed.code, errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let secret = new_secret(&classes.house().chance);
    class.change(News::Class, |record| record.add_teacher(&secret));
    classes.write(&class).await.map_err(|error| {
        tracing::error!(%error, "a class cannot be written down");
        Problem::unavailable()
    })?;
    let cookie = teacher_cookie(&visit.site, &class.id, &secret);
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&visit.href(&class_path(&class.id)))).into_response())
}

fn back_page(visit: &Visit, typed: String, errors: FieldErrors) -> Response {
    let words = visit.staff_words();
    let shell = visit.staff_shell(words.t("class-back-title")).with_errors(!errors.is_empty());
    html(&BackPage { shell: shell.crumb(words.t("class-open-title"), crate::PATH), errors, typed })
}

#[derive(Template)]
#[template(path = "teacher/code.html")]
struct CodePage {
    shell: Shell,
    base: String,
    /// The code, where it has just been made.
    code: Option<String>,
}

/// `GET /klasse/{id}/kode`
pub(crate) async fn code_page(teacher: TeacherVisit) -> Response {
    html(&CodePage { shell: teacher.shell("class-back-code-title"), base: teacher.at(""), code: None })
}

/// `POST /klasse/{id}/kode`: a new code; an older one is worth nothing from then on.
pub(crate) async fn make_code(teacher: TeacherVisit) -> Result<Response, Problem> {
    teacher.touch();
    let code = new_way_back(&teacher.classes.house().chance);
    teacher.class.change(News::Class, |record| record.way_back = Some(hash_way_back(&code)));
    teacher.classes.write(&teacher.class).await.map_err(|error| {
        tracing::error!(%error, "a class cannot be written down");
        Problem::unavailable()
    })?;
    let (shell, base) = (teacher.shell("class-back-code-title"), teacher.at(""));
    Ok(html(&CodePage { shell, base, code: Some(code) }))
}
