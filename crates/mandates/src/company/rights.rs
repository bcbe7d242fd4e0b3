//! `/virksomhed/{organisation}/rettigheder`: who has which rights, since when, until when, and taking them back.

use access::mandates::{By, Mandate, MandateError, State, of_owner, reject, sign, withdraw};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use basics::Id;
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Query, Routes, Shell, Visit, html};
use people::{Member, OrganisationTag, Role, members_of};
use serde::Deserialize;

use super::{PREFIX, at, mine, redirect, rights_path, work_at};
use crate::counter::refusal;
use crate::who::Names;
use crate::words as say;

const RIGHTS: &str = "/virksomhed/{organisation}/rettigheder";
const ONE: &str = "/virksomhed/{organisation}/rettigheder/{mandate}";

pub(super) fn routes() -> Routes {
    let may = May::SignedIn;
    Routes::new().get(RIGHTS, may, get(list)).get(ONE, may, get(back)).post(ONE, may, post(answer))
}

/// A right that somebody has, had, or asks for.
pub(super) struct Line {
    pub(super) id: String,
    pub(super) who: String,
    /// Who passed it on, where it is another one than the owner.
    pub(super) through: Option<String>,
    pub(super) powers: Vec<String>,
    pub(super) limits: Vec<String>,
    pub(super) since: String,
    pub(super) until: String,
    pub(super) last_used: Option<String>,
    pub(super) state: String,
    /// Whether somebody waits for an answer.
    pub(super) is_asked: bool,
}

impl Line {
    pub(super) fn of(visit: &Visit, names: &Names, mandate: &Mandate) -> Self {
        let words = visit.words;
        let zone = visit.realm.zone();
        let named = say::Named { sender: names.sender(mandate), folders: None };
        let used = mandate.last_used_at.map(|at| at.to_zoned(zone.clone()).date());
        Self {
            id: mandate.id.to_string(),
            who: names.party(mandate.to),
            through: (mandate.giver != mandate.owner).then(|| names.holder(mandate.giver)),
            powers: say::powers(words, &mandate.terms),
            limits: say::limits(words, &mandate.terms, &named, zone),
            since: words.short_date(mandate.terms.starts_on),
            until: say::until(words, &mandate.terms),
            last_used: used.map(|day| words.short_date(day)),
            state: say::state(words, mandate, access::now_in(&visit.realm)),
            is_asked: mandate.state.is_open(),
        }
    }
}

/// Somebody who works here.
struct Worker {
    name: String,
    role: String,
    give: String,
    /// Where their time here is ended, where this page can do it.
    end: Option<String>,
}

#[derive(Template)]
#[template(path = "company/rights.html")]
struct RightsPage {
    shell: Shell,
    errors: FieldErrors,
    saved: Option<String>,
    name: String,
    alive: Vec<Line>,
    over: Vec<Line>,
    workers: Vec<Worker>,
    path: String,
    base: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Saved {
    saved: String,
}

async fn list(
    visit: Visit,
    Path(organisation): Path<String>,
    Query(asked): Query<Saved>,
) -> Result<Response, Problem> {
    let saved = ["given", "taken", "yes", "no", "joined", "left"].iter().find(|code| **code == asked.saved);
    let saved = saved.map(|code| visit.words.t(&format!("company-saved-{code}")));
    Ok(html(&page(&visit, &organisation, FieldErrors::default(), saved).await?))
}

async fn page(
    visit: &Visit,
    organisation: &str,
    errors: FieldErrors,
    saved: Option<String>,
) -> Result<RightsPage, Problem> {
    let words = visit.words;
    let tx = visit.realm.read().await?;
    let (permit, organisation) = at(visit, &tx, organisation).await?;
    let mut mandates = of_owner(&tx, permit.on()).await?;
    mandates.retain(|mandate| mandate.state != State::Draft);
    let names = Names::of(&tx, &mandates).await?;
    let line = |mandate: &Mandate| Line::of(visit, &names, mandate);
    let (over, alive): (Vec<Mandate>, Vec<Mandate>) =
        mandates.into_iter().partition(|mandate| mandate.state.is_over());
    let members = members_of(&tx, organisation.id, access::now_in(&visit.realm).today).await?;
    let workers = members.into_iter().map(|member| worker(visit, organisation.id, member)).collect();
    let shell = visit.shell(words.t("company-rights-title")).crumb(words.t("company-mine-title"), mine::PATH);
    Ok(RightsPage {
        shell: shell.with_errors(!errors.is_empty()),
        errors,
        saved,
        name: organisation.details.name,
        alive: alive.iter().map(line).collect(),
        over: over.iter().map(line).collect(),
        workers,
        path: rights_path(organisation.id),
        base: format!("{}/{}", mine::PATH, organisation.id),
    })
}

fn worker(visit: &Visit, organisation: Id<OrganisationTag>, member: Member) -> Worker {
    let Member { name, membership } = member;
    let is_employee = membership.role == Role::Employee;
    Worker {
        name,
        role: visit.words.t(&format!("role-{}", membership.role.code().replace('_', "-"))),
        give: format!("{}/ny/{}", rights_path(organisation), membership.person),
        end: is_employee.then(|| format!("{}/{organisation}/ansatte/{}", mine::PATH, membership.id)),
    }
}

async fn back(visit: Visit, Path((organisation, _)): Path<(String, String)>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (_, organisation) = at(&visit, &tx, &organisation).await?;
    Ok(redirect(&visit, &rights_path(organisation.id)))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Answer {
    answer: String,
}

async fn answer(
    visit: Visit,
    Path((organisation, mandate)): Path<(String, String)>,
    Form(form): Form<Answer>,
) -> Result<Response, Problem> {
    let (mut work, permit, known) = work_at(&visit, &organisation).await?;
    let id = mandate.parse().map_err(|_| Problem::not_found())?;
    let by = By::Giver(&permit);
    let (done, saved) = match form.answer.as_str() {
        "take" => (withdraw(&mut work, by, id).await, "taken"),
        "yes" => (sign(&mut work, by, id).await, "yes"),
        "no" => (reject(&mut work, by, id).await, "no"),
        _ => return Err(Problem::unreadable()),
    };
    match done {
        Ok(_) => work.commit().await?,
        // The button was pressed twice, or by two.
        Err(MandateError::Step(state)) if state.is_over() => {}
        Err(error) => {
            drop(work);
            let errors = refusal(visit.words, PREFIX, &error)?;
            let page = page(&visit, &organisation, errors, None).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
        }
    }
    Ok(redirect(&visit, &format!("{}?saved={saved}", rights_path(known.id))))
}
