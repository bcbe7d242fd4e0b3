//! `/virksomhed/{organisation}/modtaget`: what others have given the organisation, passing it on to named employees, and laying it
//! down.

use access::mandates::{
    By, Mandate, MandateError, Party, State, begin, held_by, mandate, passed_on_from, sign, withdraw,
};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Query, Routes, Shell, Visit, html};
use people::{Organisation, members_of};
use serde::Deserialize;
use store::Tx;

use super::form::{About, FormPage, To};
use super::rights::Line;
use super::{PREFIX, at, held_path, mine, redirect, work_at};
use crate::counter::{TermsForm, refusal};
use crate::who::{self, Names};

const HELD: &str = "/virksomhed/{organisation}/modtaget";
const ONE: &str = "/virksomhed/{organisation}/modtaget/{mandate}";
const PASS_ON: &str = "/virksomhed/{organisation}/modtaget/{mandate}/videre";

pub(super) fn routes() -> Routes {
    let may = May::SignedIn;
    Routes::new()
        .get(HELD, may, get(list))
        .get(ONE, may, get(back))
        .post(ONE, may, post(give_back))
        .get(PASS_ON, may, get(pass_on))
        .post(PASS_ON, may, post(pass_on_now))
}

/// What somebody has given us, and to whom we have passed it on.
struct Held {
    from: String,
    line: Line,
    passed_on: Vec<Line>,
}

#[derive(Template)]
#[template(path = "company/held.html")]
struct HeldPage {
    shell: Shell,
    errors: FieldErrors,
    saved: Option<String>,
    name: String,
    held: Vec<Held>,
    path: String,
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
    let saved = ["given", "taken", "back"].iter().find(|code| **code == asked.saved);
    let saved = saved.map(|code| visit.words.t(&format!("company-saved-{code}")));
    Ok(html(&page(&visit, &organisation, FieldErrors::default(), saved).await?))
}

async fn page(
    visit: &Visit,
    organisation: &str,
    errors: FieldErrors,
    saved: Option<String>,
) -> Result<HeldPage, Problem> {
    let tx = visit.realm.read().await?;
    let (permit, organisation) = at(visit, &tx, organisation).await?;
    let mut held = Vec::new();
    for mandate in held_by(&tx, permit.on()).await?.into_iter().filter(is_active) {
        let mut passed_on = passed_on_from(&tx, mandate.id).await?;
        passed_on.retain(is_active);
        let names = Names::of(&tx, passed_on.iter().chain([&mandate])).await?;
        held.push(Held {
            from: names.holder(mandate.owner),
            line: Line::of(visit, &names, &mandate),
            passed_on: passed_on.iter().map(|further| Line::of(visit, &names, further)).collect(),
        });
    }
    let words = visit.words;
    let shell = visit.shell(words.t("company-held-title")).crumb(words.t("company-mine-title"), mine::PATH);
    Ok(HeldPage {
        shell: shell.with_errors(!errors.is_empty()),
        errors,
        saved,
        name: organisation.details.name,
        held,
        path: held_path(organisation.id),
    })
}

fn is_active(mandate: &Mandate) -> bool {
    mandate.state == State::Active
}

async fn back(visit: Visit, Path((organisation, _)): Path<(String, String)>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (_, organisation) = at(&visit, &tx, &organisation).await?;
    Ok(redirect(&visit, &held_path(organisation.id)))
}

/// Lays down what was given to us, or takes back what we have passed on.
async fn give_back(
    visit: Visit,
    Path((organisation, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (mut work, permit, known) = work_at(&visit, &organisation).await?;
    let id = id.parse().map_err(|_| Problem::not_found())?;
    let found = mandate(work.tx(), id).await?.ok_or_else(Problem::not_found)?;
    let (by, saved) = if found.giver == permit.on() {
        (By::Giver(&permit), "taken")
    } else {
        (By::HolderOrganisation(&permit), "back")
    };
    match withdraw(&mut work, by, id).await {
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
    Ok(redirect(&visit, &format!("{}?saved={saved}", held_path(known.id))))
}

/// The mandate of an address that this organisation holds and could pass on.
async fn ours(tx: &Tx, organisation: &Organisation, id: &str) -> Result<Mandate, Problem> {
    let not_found = || Problem::not_found().next("company-held-title", held_path(organisation.id));
    let found = mandate(tx, id.parse().map_err(|_| not_found())?).await?;
    let is_ours = |one: &Mandate| one.to == Party::Organisation(organisation.id) && one.state != State::Draft;
    found.filter(is_ours).ok_or_else(not_found)
}

/// The terms, and to whom.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PassOnForm {
    person: String,
    powers: Vec<String>,
    starts_on: String,
    ends_on: String,
    past: Vec<String>,
    case_number: String,
    production_unit: String,
}

impl PassOnForm {
    fn split(self) -> (String, TermsForm) {
        let Self { person, powers, starts_on, ends_on, past, case_number, production_unit } = self;
        (person, TermsForm { powers, starts_on, ends_on, past, case_number, production_unit })
    }
}

async fn pass_on(
    visit: Visit,
    Path((organisation, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (_, organisation) = at(&visit, &tx, &organisation).await?;
    let parent = ours(&tx, &organisation, &id).await?;
    let form = TermsForm::from(access::now_in(&visit.realm).today, Some(&parent));
    let page = form_page(&visit, &tx, &organisation, &parent, (String::new(), form), FieldErrors::default());
    Ok(html(&page.await?))
}

async fn form_page(
    visit: &Visit,
    tx: &Tx,
    organisation: &Organisation,
    parent: &Mandate,
    (person, form): (String, TermsForm),
    errors: FieldErrors,
) -> Result<FormPage, Problem> {
    let words = visit.words;
    let members = members_of(tx, organisation.id, access::now_in(&visit.realm).today).await?;
    let mut choices: Vec<(String, String)> =
        members.into_iter().map(|member| (member.membership.person.to_string(), member.name)).collect();
    // Somebody can be here in two ways.
    choices.dedup();
    let path = held_path(organisation.id);
    let shell =
        visit.shell(words.t("company-pass-on-title")).crumb(words.t("company-mine-title"), mine::PATH);
    let from = who::name_of(tx, parent.owner).await?;
    let about = About {
        shell: shell.crumb(words.t("company-held-title"), &path),
        lead: words.t1("company-pass-on-lead", "name", &from),
        owner: parent.owner,
        held: Some(parent),
        path: format!("{path}/{}/videre", parent.id),
    };
    Ok(FormPage::new(visit, about, To::OneOf(choices, person), form, errors))
}

async fn pass_on_now(
    visit: Visit,
    Path((organisation, id)): Path<(String, String)>,
    Form(form): Form<PassOnForm>,
) -> Result<Response, Problem> {
    let (mut work, permit, organisation) = work_at(&visit, &organisation).await?;
    let parent = ours(work.tx(), &organisation, &id).await?;
    let (person, form) = form.split();
    let refused = match (person.parse(), form.parse(visit.words, PREFIX, Some(&parent))) {
        (Err(_), _) => {
            let mut errors = FieldErrors::default();
            errors.add("person", visit.words.t("company-error-not-employee"));
            errors
        }
        (Ok(_), Err(errors)) => errors,
        (Ok(person), Ok(terms)) => {
            let to = Party::Employee { person, organisation: organisation.id };
            let by = By::Giver(&permit);
            let begun = begin(&mut work, by, parent.owner, to, Some(parent.id), terms).await;
            let given = match begun {
                Ok(draft) => sign(&mut work, by, draft.id).await,
                Err(error) => Err(error),
            };
            match given {
                Ok(_) => {
                    work.commit().await?;
                    return Ok(redirect(&visit, &format!("{}?saved=given", held_path(organisation.id))));
                }
                Err(error) => refusal(visit.words, PREFIX, &error)?,
            }
        }
    };
    drop(work);
    let tx = visit.realm.read().await?;
    let page = form_page(&visit, &tx, &organisation, &parent, (person, form), refused).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}
