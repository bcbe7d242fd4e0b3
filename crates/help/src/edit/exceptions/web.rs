//! `/staff/help-points/{id}/exceptions`.

use access::{Action, EditHelpPoint};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use basics::{Holiday, holiday_on};
use hours::{Exception, ExceptionHours};
use http::StatusCode;
use jiff::civil::{Date, Time};
use page::{FieldErrors, Form, May, Problem, Query, Routes, Shell, Visit};
use words::Words;

use super::form::ExceptionForm;
use super::{add_exception, holidays_to_settle, remove_exception};
use crate::edit::hours::told;
use crate::edit::open::{Removal, today};
use crate::edit::typed;
use crate::edit::{ClashView, Seen, look, open, overview, path, redirect, settle, with_status};
use crate::model::{ExceptionRow, HelpPoint};
use crate::shown;

pub(crate) fn routes() -> Routes {
    let may = May::Do(EditHelpPoint::NAME);
    Routes::new()
        .get("/staff/help-points/{id}/exceptions", may, get(list))
        .post("/staff/help-points/{id}/exceptions", may, post(send))
        .post("/staff/help-points/{id}/exceptions/{exception}/removal", may, post(remove))
}

/// An exception in the list.
struct Line {
    path: String,
    days: String,
    hours: String,
    reason: String,
}

/// A holiday for which nothing has been said.
struct Proposal {
    path: String,
    day: String,
    holiday: String,
    hours: String,
}

#[derive(Template)]
#[template(path = "edit/exceptions.html")]
struct ExceptionsPage {
    shell: Shell,
    saved: bool,
    errors: FieldErrors,
    clash: Option<ClashView>,
    form: ExceptionForm,
    action: String,
    version: i64,
    coming: Vec<Line>,
    past: Vec<Line>,
    proposals: Vec<Proposal>,
    choices: Vec<(String, String)>,
}

async fn list(
    visit: Visit,
    Path(id): Path<String>,
    Query(mut form): Query<ExceptionForm>,
) -> Result<Response, Problem> {
    let point = look::<EditHelpPoint>(&visit, &id).await?;
    form.version = point.version.to_string();
    if form.hours.is_empty() {
        "closed".clone_into(&mut form.hours);
    }
    // A proposal names the day alone.
    if form.reason.is_empty()
        && let Some(holiday) = typed::date(&form.date_from).and_then(holiday_on)
    {
        form.reason = told::capital(&visit.staff_words().t(&format!("holiday-{}", holiday.key())));
    }
    Ok(page::html(&exceptions_page(&visit, &point, form, FieldErrors::default(), None)))
}

async fn send(
    visit: Visit,
    Path(id): Path<String>,
    Form(mut form): Form<ExceptionForm>,
) -> Result<Response, Problem> {
    form.saved.clear();
    let (mut work, permit, point) = open::<EditHelpPoint>(&visit, &id).await?;
    let seen = Seen::typed(point.id, &form.version)?;
    let exception = match form.parse(visit.staff_words(), work.today()) {
        Ok(exception) => exception,
        Err(errors) => {
            let page = exceptions_page(&visit, &point, form, errors, None);
            return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let outcome = add_exception(&mut work, &permit, seen, exception).await;
    let Some(clash) = settle(&visit, work, outcome).await? else {
        return Ok(redirect(&visit, &format!("{}/exceptions", path(point.id))));
    };
    form.version = clash.point.version.to_string();
    let view = clash.view(Vec::new());
    let page = exceptions_page(&visit, &clash.point, form, FieldErrors::default(), Some(view));
    Ok(with_status(StatusCode::CONFLICT, &page))
}

async fn remove(
    visit: Visit,
    Path((id, exception)): Path<(String, String)>,
    Form(removal): Form<Removal>,
) -> Result<Response, Problem> {
    let (mut work, permit, point) = open::<EditHelpPoint>(&visit, &id).await?;
    let exception = exception.parse().map_err(|_| Problem::not_found())?;
    let seen = Seen::typed(point.id, &removal.version)?;
    let outcome = remove_exception(&mut work, &permit, seen, exception).await;
    let Some(clash) = settle(&visit, work, outcome).await? else {
        return Ok(redirect(&visit, &format!("{}/exceptions", path(point.id))));
    };
    let form = ExceptionForm { version: clash.point.version.to_string(), ..ExceptionForm::default() };
    let view = clash.view(Vec::new());
    let page = exceptions_page(&visit, &clash.point, form, FieldErrors::default(), Some(view));
    Ok(with_status(StatusCode::CONFLICT, &page))
}

fn exceptions_page(
    visit: &Visit,
    point: &HelpPoint,
    form: ExceptionForm,
    errors: FieldErrors,
    clash: Option<ClashView>,
) -> ExceptionsPage {
    let words = visit.staff_words();
    let today = today(visit);
    let action = format!("{}/exceptions", path(point.id));
    let (past, coming): (Vec<_>, Vec<_>) =
        point.exceptions.iter().partition(|row| row.exception.date_to < today);
    let lines = |rows: Vec<&ExceptionRow>| {
        let line = |row: &ExceptionRow| Line {
            path: format!("{action}/{}", row.id),
            days: days(words, &row.exception),
            hours: hours(words, &row.exception),
            reason: row.exception.reason.clone(),
        };
        rows.into_iter().map(line).collect()
    };
    let opening = point.opening_hours();
    let proposal = |(date, holiday): (Date, Holiday)| {
        let holiday = words.t(&format!("holiday-{}", holiday.key()));
        Proposal {
            path: format!("{action}?date_from={date}#new"),
            day: words.date(date),
            hours: if opening.is_unknown() {
                words.t("staff-hours-none")
            } else {
                shown::day(words, &opening.on(date))
            },
            holiday,
        }
    };
    ExceptionsPage {
        shell: overview::shell_of_part(visit, point, words.t("staff-exceptions-title"))
            .with_errors(!errors.is_empty() || clash.is_some()),
        saved: form.saved == "1",
        coming: lines(coming),
        past: lines(past),
        proposals: holidays_to_settle(point, today).into_iter().map(proposal).collect(),
        choices: ["closed", "open"]
            .map(|code| (code.to_owned(), words.t(&format!("staff-exception-{code}"))))
            .into(),
        version: point.version,
        action,
        errors,
        clash,
        form,
    }
}

/// The days of an exception.
pub(crate) fn days(words: &Words, exception: &Exception) -> String {
    if exception.date_from == exception.date_to {
        words.date(exception.date_from)
    } else {
        let last = words.short_date(exception.date_to);
        words.t2("staff-from-to", "from", words.short_date(exception.date_from), "to", last)
    }
}

/// The hours of an exception.
pub(crate) fn hours(words: &Words, exception: &Exception) -> String {
    match exception.hours {
        ExceptionHours::Closed => words.t("closed"),
        ExceptionHours::Open { opens_at, closes_at } => {
            let closes =
                if closes_at == Time::midnight() { words.t("midnight") } else { words.time(closes_at) };
            words.t2("hours-told-time", "opens", words.time(opens_at), "closes", closes)
        }
    }
}
