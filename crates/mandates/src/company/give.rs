//! Giving a right: to somebody who works here, or to an adviser (*erhvervsfuldmagt*).

use access::mandates::{By, Party, begin, sign};
use access::{ManageMandates, Permit};
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use basics::{Cvr, Id};
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Routes, Visit, html};
use people::{Organisation, members_of};
use realm::{PersonTag, Work};
use serde::Deserialize;
use store::Tx;

use super::form::{About, FormPage, To};
use super::{PREFIX, at, mine, redirect, rights_path, work_at};
use crate::counter::{TermsForm, refusal};
use crate::who;

const EMPLOYEE: &str = "/virksomhed/{organisation}/rettigheder/ny/{person}";
const ADVISER: &str = "/virksomhed/{organisation}/raadgiver";

pub(super) fn routes() -> Routes {
    let may = May::SignedIn;
    Routes::new()
        .get(EMPLOYEE, may, get(to_employee))
        .post(EMPLOYEE, may, post(give_employee))
        .get(ADVISER, may, get(to_adviser))
        .post(ADVISER, may, post(give_adviser))
}

/// The name of somebody who works here now.
async fn employee(
    visit: &Visit,
    tx: &Tx,
    organisation: &Organisation,
    person: &str,
) -> Result<(Id<PersonTag>, String), Problem> {
    let not_found = || Problem::not_found().next("company-rights-title", rights_path(organisation.id));
    let person: Id<PersonTag> = person.parse().map_err(|_| not_found())?;
    let members = members_of(tx, organisation.id, access::now_in(&visit.realm).today).await?;
    let found = members.into_iter().find(|member| member.membership.person == person);
    found.map(|member| (person, member.name)).ok_or_else(not_found)
}

async fn to_employee(
    visit: Visit,
    Path((organisation, person)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (permit, organisation) = at(&visit, &tx, &organisation).await?;
    let (person, name) = employee(&visit, &tx, &organisation, &person).await?;
    let form = TermsForm::from(access::now_in(&visit.realm).today, None);
    let about = about_employee(&visit, &permit, &organisation, person);
    Ok(html(&FormPage::new(&visit, about, To::Named(name), form, FieldErrors::default())))
}

fn about_employee(
    visit: &Visit,
    permit: &Permit<ManageMandates>,
    organisation: &Organisation,
    person: Id<PersonTag>,
) -> About<'static> {
    let path = rights_path(organisation.id);
    let words = visit.words;
    let shell = visit.shell(words.t("company-give-title"));
    About {
        shell: shell
            .crumb(words.t("company-mine-title"), mine::PATH)
            .crumb(words.t("company-rights-title"), &path),
        lead: words.t1("company-give-lead", "name", &organisation.details.name),
        owner: permit.on(),
        held: None,
        path: format!("{path}/ny/{person}"),
    }
}

async fn give_employee(
    visit: Visit,
    Path((organisation, person)): Path<(String, String)>,
    Form(form): Form<TermsForm>,
) -> Result<Response, Problem> {
    let (mut work, permit, organisation) = work_at(&visit, &organisation).await?;
    let (person, name) = employee(&visit, work.tx(), &organisation, &person).await?;
    let to = Party::Employee { person, organisation: organisation.id };
    match give(&visit, &mut work, &permit, to, &form).await? {
        Ok(()) => {
            work.commit().await?;
            Ok(redirect(&visit, &format!("{}?saved=given", rights_path(organisation.id))))
        }
        Err(errors) => {
            drop(work);
            let about = about_employee(&visit, &permit, &organisation, person);
            let page = FormPage::new(&visit, about, To::Named(name), form, errors);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
        }
    }
}

/// Begins and signs in one work: whoever decides here says yes by sending the form.
async fn give(
    visit: &Visit,
    work: &mut Work<'_>,
    permit: &Permit<ManageMandates>,
    to: Party,
    form: &TermsForm,
) -> Result<Result<(), FieldErrors>, Problem> {
    let terms = match form.parse(visit.words, PREFIX, None) {
        Ok(terms) => terms,
        Err(errors) => return Ok(Err(errors)),
    };
    let by = By::Giver(permit);
    let given = match begin(work, by, permit.on(), to, None, terms).await {
        Ok(draft) => sign(work, by, draft.id).await,
        Err(error) => Err(error),
    };
    match given {
        Ok(_) => Ok(Ok(())),
        Err(error) => Ok(Err(refusal(visit.words, PREFIX, &error)?)),
    }
}

/// The terms, and the number of the adviser.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AdviserForm {
    cvr: String,
    powers: Vec<String>,
    starts_on: String,
    ends_on: String,
    past: Vec<String>,
    case_number: String,
    production_unit: String,
}

impl AdviserForm {
    fn split(self) -> (String, TermsForm) {
        let Self { cvr, powers, starts_on, ends_on, past, case_number, production_unit } = self;
        (cvr, TermsForm { powers, starts_on, ends_on, past, case_number, production_unit })
    }
}

async fn to_adviser(visit: Visit, Path(organisation): Path<String>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let (permit, organisation) = at(&visit, &tx, &organisation).await?;
    let form = TermsForm::from(access::now_in(&visit.realm).today, None);
    let about = about_adviser(&visit, &permit, &organisation);
    Ok(html(&FormPage::new(&visit, about, To::Company(String::new()), form, FieldErrors::default())))
}

fn about_adviser(
    visit: &Visit,
    permit: &Permit<ManageMandates>,
    organisation: &Organisation,
) -> About<'static> {
    let path = rights_path(organisation.id);
    let words = visit.words;
    let shell = visit.shell(words.t("company-adviser-title"));
    About {
        shell: shell
            .crumb(words.t("company-mine-title"), mine::PATH)
            .crumb(words.t("company-rights-title"), &path),
        lead: words.t1("company-adviser-lead", "name", &organisation.details.name),
        owner: permit.on(),
        held: None,
        path: format!("{}/{}/raadgiver", mine::PATH, organisation.id),
    }
}

async fn give_adviser(
    visit: Visit,
    Path(organisation): Path<String>,
    Form(form): Form<AdviserForm>,
) -> Result<Response, Problem> {
    let (mut work, permit, organisation) = work_at(&visit, &organisation).await?;
    let (cvr, form) = form.split();
    let adviser = match cvr.parse::<Cvr>() {
        Ok(number) => who::organisation_by(work.tx(), &number).await?,
        Err(_) => None,
    };
    let given = match adviser {
        Some(adviser) => give(&visit, &mut work, &permit, Party::Organisation(adviser), &form).await?,
        None => {
            let mut errors = FieldErrors::default();
            errors.add("cvr", visit.words.t("company-error-cvr"));
            Err(errors)
        }
    };
    match given {
        Ok(()) => {
            work.commit().await?;
            Ok(redirect(&visit, &format!("{}?saved=given", rights_path(organisation.id))))
        }
        Err(errors) => {
            drop(work);
            let about = about_adviser(&visit, &permit, &organisation);
            let page = FormPage::new(&visit, about, To::Company(cvr), form, errors);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
        }
    }
}
