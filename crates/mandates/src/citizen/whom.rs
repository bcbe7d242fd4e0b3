//! The first step: to whom, or of whom. A person is found by number and name together, so that a number alone tells nothing; the
//! answer to a wrong number and to a wrong name is the same. A number stands in no address, and is not shown again.

use access::Holder;
use access::mandates::{By, Limits, Mandate, MandateError, Party, Terms, begin};
use askama::Template;
use axum::response::{IntoResponse as _, Response};
use basics::{Cpr, Cvr};
use http::StatusCode;
use jiff::ToSpan as _;
use jiff::civil::Date;
use page::{FieldErrors, Form, Problem, Shell, Visit, html};
use serde::Deserialize;

use super::{GIVEN, redirect, refusal, whose};
use crate::who;

/// Whether one gives or asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Give,
    Ask,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct WhomForm {
    /// `person`, or `organisation`.
    kind: String,
    cpr: String,
    name: String,
    cvr: String,
}

#[derive(Template)]
#[template(path = "citizen/whom.html")]
struct WhomPage {
    shell: Shell,
    errors: FieldErrors,
    /// Where the form is sent.
    action: &'static str,
    is_giving: bool,
    typed_name: String,
    cvr: String,
}

pub(super) async fn give(visit: Visit) -> Response {
    html(&page(&visit, Way::Give, WhomForm::default(), FieldErrors::default()))
}

pub(super) async fn ask(visit: Visit) -> Response {
    html(&page(&visit, Way::Ask, WhomForm::default(), FieldErrors::default()))
}

pub(super) async fn give_to(visit: Visit, Form(form): Form<WhomForm>) -> Result<Response, Problem> {
    save(&visit, Way::Give, form).await
}

pub(super) async fn ask_of(visit: Visit, Form(form): Form<WhomForm>) -> Result<Response, Problem> {
    save(&visit, Way::Ask, form).await
}

fn page(visit: &Visit, way: Way, form: WhomForm, errors: FieldErrors) -> WhomPage {
    let (title, action) = match way {
        Way::Give => ("mandate-give-title", "/fuldmagt/giv"),
        Way::Ask => ("mandate-ask-title", "/fuldmagt/bed"),
    };
    WhomPage {
        shell: visit.shell(visit.words.t(title)).back_to(GIVEN).with_errors(!errors.is_empty()),
        errors,
        action,
        is_giving: way == Way::Give,
        typed_name: form.name,
        cvr: form.cvr,
    }
}

async fn save(visit: &Visit, way: Way, form: WhomForm) -> Result<Response, Problem> {
    let words = visit.words;
    let mut errors = FieldErrors::default();
    let found = match (way, form.kind.as_str()) {
        (Way::Give, "organisation") => organisation(visit, &form, &mut errors).await?,
        _ => person(visit, &form, &mut errors).await?,
    };
    let Some(party) = found else { return Ok(wrong(visit, way, form, errors)) };
    match draft(visit, way, party).await? {
        Ok(draft) => Ok(redirect(visit, &whose::path(draft.id, "/hvad"))),
        Err(error) => {
            let Some(message) = refusal::in_words(words, &error) else { return Err(refusal::problem(error)) };
            let field = if form.kind == "organisation" { "cvr" } else { "cpr" };
            errors.add(field, message);
            Ok(wrong(visit, way, form, errors))
        }
    }
}

fn wrong(visit: &Visit, way: Way, form: WhomForm, errors: FieldErrors) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, html(&page(visit, way, form, errors))).into_response()
}

async fn person(visit: &Visit, form: &WhomForm, errors: &mut FieldErrors) -> Result<Option<Party>, Problem> {
    let words = visit.words;
    let cpr = form.cpr.parse::<Cpr>();
    if cpr.is_err() {
        errors.add("cpr", words.t("mandate-cpr-wrong"));
    }
    if form.name.trim().is_empty() {
        errors.add("name", words.t("mandate-name-missing"));
    }
    let (Ok(cpr), true) = (cpr, errors.is_empty()) else { return Ok(None) };
    let tx = visit.realm.read().await?;
    let found = who::person_by(&tx, &visit.realm, &cpr, &form.name).await?;
    if found.is_none() {
        errors.add("cpr", words.t("mandate-person-unknown"));
    }
    Ok(found.map(|person| Party::Person(person.id)))
}

async fn organisation(
    visit: &Visit,
    form: &WhomForm,
    errors: &mut FieldErrors,
) -> Result<Option<Party>, Problem> {
    let Ok(cvr) = form.cvr.parse::<Cvr>() else {
        errors.add("cvr", visit.words.t("mandate-cvr-wrong"));
        return Ok(None);
    };
    let tx = visit.realm.read().await?;
    let found = who::organisation_by(&tx, &cvr).await?;
    if found.is_none() {
        errors.add("cvr", visit.words.t("mandate-cvr-unknown"));
    }
    Ok(found.map(Party::Organisation))
}

/// Begins the draft. For whoever gives, `other` is to help; for whoever asks, `other` is to be helped.
async fn draft(visit: &Visit, way: Way, other: Party) -> Result<Result<Mandate, MandateError>, Problem> {
    let me = whose::me(visit)?;
    let (mut work, permit) = whose::begin(visit).await?;
    let terms = at_first(work.today());
    let begun = match (way, other) {
        (Way::Ask, Party::Person(owner)) => {
            let owner = Holder::Person(owner);
            begin(&mut work, By::Holder(me), owner, Party::Person(me), None, terms).await
        }
        (Way::Give | Way::Ask, to) => {
            begin(&mut work, By::Giver(&permit), permit.on(), to, None, terms).await
        }
    };
    if begun.is_ok() {
        work.commit().await?;
    }
    Ok(begun)
}

/// What a draft says before anything was chosen: nothing is open, and it would end after a year.
fn at_first(today: Date) -> Terms {
    Terms {
        powers: Vec::new(),
        starts_on: today,
        ends_on: Some(today.saturating_add(1.year())),
        with_past_mail: true,
        limits: Limits::default(),
    }
}
