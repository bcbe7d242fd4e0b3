//! At the counter: somebody without their own sign-in, a child of twelve perhaps, is found by their CPR number, gets a code on
//! their telephone, reads it aloud, and is signed up.

use access::{Action as _, AssistNemsms, Holder, Permit, RegisterNemsms, allow, allow_to_see};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use basics::{Cpr, Id};
use http::StatusCode;
use notices::{AskError, Asked as Sent, CodeAnswer};
use page::{FieldErrors, Form, May, Problem, Query, Routes, Shell, Visit, html};
use realm::{Change, PersonTag, Work};
use serde::Deserialize;
use store::Tx;

use super::super::{RegisterError, end, register, registration_of};

const PATH: &str = "/staff/nemsms";

pub(super) fn routes() -> Routes {
    let may = May::Do(AssistNemsms::NAME);
    Routes::new()
        .get(PATH, may, get(ask))
        .post(PATH, may, post(find))
        .get("/staff/nemsms/{person}", may, get(show))
        .post("/staff/nemsms/{person}/mobile", may, post(mobile))
        .post("/staff/nemsms/{person}/code", may, post(code))
        .post("/staff/nemsms/{person}/register", may, post(begin))
        .post("/staff/nemsms/{person}/end", may, post(stop))
}

#[derive(Template)]
#[template(path = "nemsms/find.html")]
struct FindPage {
    shell: Shell,
    errors: FieldErrors,
}

#[derive(Template)]
#[template(path = "nemsms/counter.html")]
struct CounterPage {
    shell: Shell,
    errors: FieldErrors,
    path: String,
    name: String,
    saved: Option<String>,
    since: Option<String>,
    mobile: Option<String>,
    /// Whether a code is on its way, and can be typed.
    awaits_code: bool,
    typed: String,
}

async fn ask(visit: Visit) -> Result<Response, Problem> {
    Ok(html(&find_page(&visit, FieldErrors::default())))
}

fn find_page(visit: &Visit, errors: FieldErrors) -> FindPage {
    let words = visit.staff_words();
    FindPage {
        shell: visit.staff_shell(words.t("nemsms-staff-title")).with_errors(!errors.is_empty()),
        errors,
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Finding {
    cpr: String,
}

/// The number comes in the body and goes nowhere else; what leads on is an id.
async fn find(visit: Visit, Form(form): Form<Finding>) -> Result<Response, Problem> {
    let refuse = |key: &str| {
        let mut errors = FieldErrors::default();
        errors.add("cpr", visit.staff_words().t(key));
        (StatusCode::UNPROCESSABLE_ENTITY, html(&find_page(&visit, errors))).into_response()
    };
    let Ok(cpr) = form.cpr.parse::<Cpr>() else { return Ok(refuse("nemsms-staff-cpr-wrong")) };
    let tx = visit.realm.read().await?;
    allow_to_see::<AssistNemsms>(&visit.realm, &visit.actor(), &tx, ()).await?;
    match people::cpr::find(&tx, &visit.realm.vault, &cpr).await? {
        Some(person) => Ok(redirect(&visit, &format!("{PATH}/{}", person.id))),
        None => Ok(refuse("nemsms-staff-cpr-unknown")),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    saved: String,
}

/// What can have been done; each has its text `nemsms-staff-saved-…`.
const SAVED: [&str; 5] = ["sent", "in-use", "confirmed", "begun", "ended"];

/// Whoever looks at a person here is in that person's log.
async fn show(
    visit: Visit,
    Path(person): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (mut work, _permit, person) = begin_work(&visit, &person).await?;
    if asked.saved.is_empty() {
        work.record(Change::new("nemsms.look", "person", &person).concerns(person));
    }
    let mut page = page(&visit, work.tx(), person, FieldErrors::default()).await?;
    work.commit().await?;
    let saved = SAVED.iter().find(|code| **code == asked.saved);
    page.saved = saved.map(|code| visit.staff_words().t(&format!("nemsms-staff-saved-{code}")));
    Ok(html(&page))
}

async fn page(
    visit: &Visit,
    tx: &Tx,
    person: Id<PersonTag>,
    errors: FieldErrors,
) -> Result<CounterPage, Problem> {
    let words = visit.staff_words();
    let name = people::person(tx, person).await?.ok_or_else(Problem::not_found)?.name;
    let contact = notices::contact(tx, person).await?;
    let since = registration_of(tx, person).await?.map(|one| one.since);
    let shell = visit.staff_shell(words.t1("nemsms-staff-person", "name", &name));
    Ok(CounterPage {
        shell: shell.crumb(words.t("nemsms-staff-title"), PATH).with_errors(!errors.is_empty()),
        errors,
        path: visit.href(&format!("{PATH}/{person}")),
        name,
        saved: None,
        since: since.map(|since| words.date(since.to_zoned(visit.realm.zone().clone()).date())),
        mobile: contact.as_ref().and_then(|contact| contact.mobile.masked()),
        awaits_code: contact.is_some_and(|contact| contact.mobile.typed.is_some()),
        typed: String::new(),
    })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    mobile: String,
    code: String,
}

async fn mobile(
    visit: Visit,
    Path(person): Path<String>,
    Form(form): Form<Typed>,
) -> Result<Response, Problem> {
    let (mut work, _permit, person) = begin_work(&visit, &person).await?;
    let Ok(number) = courier::phone_number(&form.mobile) else {
        return refuse(&visit, work, person, "mobile", "nemsms-staff-mobile-wrong", form.mobile).await;
    };
    match notices::ask_mobile(&mut work, person, &number).await {
        Ok(sent) => {
            work.commit().await?;
            Ok(saved(&visit, person, if sent == Sent::Sent { "sent" } else { "in-use" }))
        }
        Err(AskError::TooOften) => Err(Problem::too_many()),
        Err(AskError::NoPerson(_)) => Err(Problem::not_found()),
        Err(AskError::Db(error)) => Err(error.into()),
    }
}

async fn code(
    visit: Visit,
    Path(person): Path<String>,
    Form(form): Form<Typed>,
) -> Result<Response, Problem> {
    let (mut work, _permit, person) = begin_work(&visit, &person).await?;
    let answer = notices::confirm_code(&mut work, person, form.code.trim()).await;
    match answer {
        Ok(CodeAnswer::Right) => {
            work.commit().await?;
            Ok(saved(&visit, person, "confirmed"))
        }
        Ok(CodeAnswer::Wrong { .. } | CodeAnswer::Over) => {
            // A wrong code is counted.
            work.commit().await?;
            let (work, _permit, person) = begin_work(&visit, &person.to_string()).await?;
            refuse(&visit, work, person, "code", "nemsms-staff-code-wrong", String::new()).await
        }
        Err(AskError::Db(error)) => Err(error.into()),
        Err(AskError::TooOften | AskError::NoPerson(_)) => Err(Problem::not_found()),
    }
}

async fn begin(visit: Visit, Path(person): Path<String>) -> Result<Response, Problem> {
    let (mut work, permit, person) = begin_work(&visit, &person).await?;
    match register(&mut work, &permit, true).await {
        Ok(_) => {
            work.commit().await?;
            Ok(saved(&visit, person, "begun"))
        }
        Err(RegisterError::Db(error)) => Err(error.into()),
        Err(RegisterError::NoMobile | RegisterError::NoPerson) => {
            refuse(&visit, work, person, "mobile", "nemsms-staff-mobile-missing", String::new()).await
        }
    }
}

async fn stop(visit: Visit, Path(person): Path<String>) -> Result<Response, Problem> {
    let (mut work, permit, person) = begin_work(&visit, &person).await?;
    end(&mut work, &permit).await?;
    work.commit().await?;
    Ok(saved(&visit, person, "ended"))
}

/// Everybody may sign themself up, and these pages are about others: whoever comes here must work at a counter.
async fn begin_work<'v>(
    visit: &'v Visit,
    person: &str,
) -> Result<(Work<'v>, Permit<RegisterNemsms>, Id<PersonTag>), Problem> {
    let person: Id<PersonTag> = person.parse().map_err(|_| Problem::not_found())?;
    let work = visit.realm.work(visit.actor()).await?;
    let (work, _counter) = allow::<AssistNemsms>(work, ()).await?;
    let (work, permit) = allow::<RegisterNemsms>(work, Holder::Person(person)).await?;
    if people::person(work.tx(), person).await?.is_none() {
        return Err(Problem::not_found());
    }
    Ok((work, permit, person))
}

fn saved(visit: &Visit, person: Id<PersonTag>, code: &str) -> Response {
    redirect(visit, &format!("{PATH}/{person}?saved={code}"))
}

fn redirect(visit: &Visit, path: &str) -> Response {
    Redirect::to(&visit.href(path)).into_response()
}

/// The page again; nothing is written.
async fn refuse(
    visit: &Visit,
    work: Work<'_>,
    person: Id<PersonTag>,
    field: &str,
    key: &str,
    typed: String,
) -> Result<Response, Problem> {
    drop(work);
    let mut errors = FieldErrors::default();
    errors.add(field, visit.staff_words().t(key));
    let tx = visit.realm.read().await?;
    let page = CounterPage { typed, ..page(visit, &tx, person, errors).await? };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}
