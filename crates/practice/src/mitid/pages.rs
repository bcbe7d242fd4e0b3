//! What people see: user name, telephone, code device, and how it ended.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use http::StatusCode;
use jiff::{RoundMode, Timestamp, Unit, ZonedRound};
use page::{FieldErrors, Form, Problem, Query, Shell, Visit};
use serde::Deserialize;

use super::guard::SimulatorRealm;
use super::logins::{self, Outcome};
use super::means::means_of;
use super::rules::{Answer, LOCK, Step, TRIES};
use super::sql::{self, Login};
use super::users::{self, PracticeUser, STORY};

/// How many pretend people the page names; a class has no use for more.
const SHOWN_USERS: usize = 12;

#[derive(Template)]
#[template(path = "mitid/name.html")]
struct NamePage {
    shell: Shell,
    errors: FieldErrors,
    action: String,
    typed: String,
    users: Vec<PracticeUser>,
}

#[derive(Template)]
#[template(path = "mitid/app.html")]
struct AppPage {
    shell: Shell,
    action: String,
    number: String,
    is_open: bool,
    /// Whether the app has just come onto a new telephone.
    is_new: bool,
}

#[derive(Template)]
#[template(path = "mitid/inactive.html")]
struct InactivePage {
    shell: Shell,
    action: String,
}

#[derive(Template)]
#[template(path = "mitid/rejected.html")]
struct RejectedPage {
    shell: Shell,
    action: String,
}

#[derive(Template)]
#[template(path = "mitid/code.html")]
struct CodePage {
    shell: Shell,
    errors: FieldErrors,
    action: String,
    shown: String,
    typed: String,
}

#[derive(Template)]
#[template(path = "mitid/locked.html")]
struct LockedPage {
    shell: Shell,
    action: String,
    text: String,
    ends: String,
}

#[derive(Template)]
#[template(path = "mitid/ended.html")]
struct EndedPage {
    shell: Shell,
    text: String,
}

/// `GET /mitid/login/{id}`: who are you?
pub(crate) async fn name(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let login = sql::seen_login(&visit.realm.read().await?, &id, visit.realm.now()).await?;
    match login {
        Some(login) => name_page(&visit, &id, login.user_name.unwrap_or_default(), None).await,
        None => Ok(over(&visit)),
    }
}

#[derive(Deserialize)]
pub(crate) struct NameForm {
    #[serde(default)]
    user_name: String,
}

/// `POST /mitid/login/{id}`: this is who I am.
pub(crate) async fn identify(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
    Form(form): Form<NameForm>,
) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let outcome = logins::identify(&mut work, &id, &form.user_name).await?;
    work.commit().await?;
    match outcome {
        Outcome::UnknownUser => {
            let is_empty = form.user_name.trim().is_empty();
            let wrong = if is_empty { "mitid-name-missing" } else { "mitid-name-unknown" };
            name_page(&visit, &id, form.user_name, Some(wrong)).await
        }
        outcome => Ok(lead_on(&visit, &id, outcome)),
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    new: Option<String>,
}

/// `GET /mitid/login/{id}/app`: the request on the pretend telephone.
pub(crate) async fn app(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let login = match identified(&visit, &id).await? {
        Ok(login) => login,
        Err(outcome) => return Ok(lead_on(&visit, &id, outcome)),
    };
    let action = action(&visit, &id);
    let shell = |title: &str| visit.shell(visit.words.t(title));
    let user_name = login.user_name.as_deref().unwrap_or_default();
    if !means_of(&visit.realm.read().await?, user_name).await?.app_active {
        return Ok(page::html(&InactivePage { shell: shell("mitid-inactive-title"), action }));
    }
    Ok(match login.step() {
        Step::Rejected => page::html(&RejectedPage { shell: shell("mitid-rejected-title"), action }),
        step => page::html(&AppPage {
            shell: shell(if step == Step::Compare { "mitid-compare-title" } else { "mitid-app-title" }),
            action,
            number: login.compare_number.unwrap_or_default(),
            is_open: step == Step::Compare,
            is_new: asked.new.is_some(),
        }),
    })
}

#[derive(Deserialize)]
pub(crate) struct AnswerForm {
    answer: Answer,
}

/// `POST /mitid/login/{id}/app`: a button on the pretend telephone.
pub(crate) async fn answer(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let outcome = logins::answer(&mut work, &id, form.answer).await?;
    work.commit().await?;
    Ok(lead_on(&visit, &id, outcome))
}

/// `GET /mitid/login/{id}/code`: the pretend code device.
pub(crate) async fn code(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    Ok(match identified(&visit, &id).await? {
        Ok(login) => code_page(&visit, login, String::new(), None),
        Err(outcome) => lead_on(&visit, &id, outcome),
    })
}

#[derive(Deserialize)]
pub(crate) struct CodeForm {
    #[serde(default)]
    code: String,
}

/// `POST /mitid/login/{id}/code`: the digits as somebody typed them.
pub(crate) async fn enter_code(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
    Form(form): Form<CodeForm>,
) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let outcome = logins::enter_code(&mut work, &id, &form.code).await?;
    work.commit().await?;
    let wrong = match outcome {
        Outcome::WrongCode(left) => visit.words.t1("mitid-code-wrong", "left", left),
        Outcome::NotACode => visit.words.t("mitid-code-missing"),
        outcome => return Ok(lead_on(&visit, &id, outcome)),
    };
    Ok(match identified(&visit, &id).await? {
        Ok(login) => code_page(&visit, login, form.code, Some(wrong)),
        Err(outcome) => lead_on(&visit, &id, outcome),
    })
}

/// `POST /mitid/login/{id}/cancel`: back without signing in.
pub(crate) async fn cancel(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let outcome = logins::cancel(&mut work, &id).await?;
    work.commit().await?;
    Ok(lead_on(&visit, &id, outcome))
}

/// The page for a request that came from a program or with an address that is not on the list.
pub(crate) fn stranger(visit: &Visit) -> Response {
    let shell = visit.shell(visit.words.t("mitid-stranger-title"));
    let text = visit.words.t("mitid-stranger-text");
    (StatusCode::BAD_REQUEST, page::html(&EndedPage { shell, text })).into_response()
}

/// What follows on an outcome that is not shown in the form itself.
pub(super) fn lead_on(visit: &Visit, id: &str, outcome: Outcome) -> Response {
    let path = match outcome {
        Outcome::Leave(address) => return Redirect::to(&address).into_response(),
        Outcome::Locked(end) => return locked(visit, id, end),
        Outcome::Over | Outcome::Next(Step::Approved) => return over(visit),
        Outcome::NoUser | Outcome::UnknownUser | Outcome::Next(Step::Name) => action(visit, id),
        Outcome::NotACode | Outcome::WrongCode(_) => format!("{}/code", action(visit, id)),
        Outcome::CodeComes => format!("{}/telephone/code", action(visit, id)),
        Outcome::NoCode => format!("{}/telephone", action(visit, id)),
        Outcome::DocumentExpired => format!("{}/telephone/chip", action(visit, id)),
        Outcome::AppReady => format!("{}/app?new=1", action(visit, id)),
        Outcome::Next(Step::Waiting | Step::Compare | Step::Rejected) => format!("{}/app", action(visit, id)),
    };
    Redirect::to(&path).into_response()
}

/// A sign-in for which it is known who signs in; otherwise what to show instead.
pub(super) async fn identified(visit: &Visit, id: &str) -> Result<Result<Login, Outcome>, Problem> {
    let (tx, now) = (visit.realm.read().await?, visit.realm.now());
    let Some(login) = sql::seen_login(&tx, id, now).await? else { return Ok(Err(Outcome::Over)) };
    let Some(user_name) = &login.user_name else { return Ok(Err(Outcome::NoUser)) };
    let locked = sql::user(&tx, user_name).await?.and_then(|(_, standing)| standing.locked(now));
    Ok(locked.map_or(Ok(login), |end| Err(Outcome::Locked(end))))
}

async fn name_page(visit: &Visit, id: &str, typed: String, wrong: Option<&str>) -> Result<Response, Problem> {
    let mut users = users::users(&visit.realm.read().await?).await?;
    // Those of a story that has begun come first: it is them that one practises as.
    users.sort_by_key(|user| !user.subject.starts_with(STORY));
    users.truncate(SHOWN_USERS);
    let mut errors = FieldErrors::default();
    if let Some(key) = wrong {
        errors.add("user_name", visit.words.t(key));
    }
    let shell = visit.shell(visit.words.t("mitid-name-title")).with_errors(wrong.is_some());
    let action = action(visit, id);
    Ok(with_errors(wrong.is_some(), page::html(&NamePage { shell, errors, action, typed, users })))
}

fn code_page(visit: &Visit, login: Login, typed: String, wrong: Option<String>) -> Response {
    let has_errors = wrong.is_some();
    let mut errors = FieldErrors::default();
    if let Some(message) = wrong {
        errors.add("code", message);
    }
    let shell = visit.shell(visit.words.t("mitid-code-title")).with_errors(has_errors);
    let action = action(visit, &login.id);
    // Two groups of three are easier to carry over with the eyes.
    let mut shown = login.device_code.unwrap_or_default();
    shown.insert(shown.len() / 2, ' ');
    with_errors(has_errors, page::html(&CodePage { shell, errors, action, shown, typed }))
}

fn locked(visit: &Visit, id: &str, end: Timestamp) -> Response {
    let shell = visit.shell(visit.words.t("mitid-locked-title"));
    let text = visit.words.t2("mitid-locked-text", "tries", TRIES, "minutes", LOCK.as_mins());
    // Rounded up: who tries at the minute that is shown must not be told to wait.
    let to_minute = ZonedRound::new().smallest(Unit::Minute).mode(RoundMode::Ceil);
    let end = end.to_zoned(visit.realm.zone().clone());
    let end = end.round(to_minute).unwrap_or(end);
    let ends = visit.words.t1("mitid-locked-ends", "time", visit.words.time(end.time()));
    let page = page::html(&LockedPage { shell, action: action(visit, id), text, ends });
    (StatusCode::FORBIDDEN, page).into_response()
}

pub(super) fn over(visit: &Visit) -> Response {
    let shell = visit.shell(visit.words.t("mitid-over-title"));
    let text = visit.words.t("mitid-over-text");
    (StatusCode::GONE, page::html(&EndedPage { shell, text })).into_response()
}

pub(super) fn with_errors(has_errors: bool, page: Response) -> Response {
    let status = if has_errors { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (status, page).into_response()
}

pub(super) fn action(visit: &Visit, id: &str) -> String {
    visit.href(&format!("/mitid/login/{id}"))
}
