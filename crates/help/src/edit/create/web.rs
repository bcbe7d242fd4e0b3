//! `/staff/help-points/new`.

use access::{Action, CreateHelpPoint, allow};
use askama::Template;
use axum::response::Response;
use axum::routing::{get, post};
use basics::Id;
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Routes, Shell, Visit};
use people::OrganisationTag;
use serde::Deserialize;
use words::Words;

use super::{CreateError, LONGEST_NAME, NewHelpPoint, create};
use crate::directory;
use crate::edit::{may_where, path, redirect, typed, with_status};
use crate::model::Kind;

pub(crate) fn routes() -> Routes {
    let may = May::Do(CreateHelpPoint::NAME);
    Routes::new().get("/staff/help-points/new", may, get(show)).post(
        "/staff/help-points/new",
        may,
        post(send),
    )
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewForm {
    pub(crate) organisation: String,
    pub(crate) kind: String,
    pub(crate) name: String,
}

#[derive(Template)]
#[template(path = "edit/new.html")]
struct NewPage {
    shell: Shell,
    errors: FieldErrors,
    form: NewForm,
    organisations: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
}

impl NewForm {
    /// Reads the form; whether the organisation is one where the person may, the permit says.
    pub(crate) fn parse(&self, words: &Words) -> Result<(Id<OrganisationTag>, NewHelpPoint), FieldErrors> {
        let mut errors = FieldErrors::default();
        let organisation = self.organisation.parse().ok();
        let kind = Kind::from_code(&self.kind);
        let name = typed::line(&self.name);
        if organisation.is_none() {
            errors.add("organisation", words.t("staff-wrong-organisation"));
        }
        if kind.is_none() {
            errors.add("kind", words.t("staff-wrong-kind"));
        }
        check_name(words, &name, &mut errors);
        match (organisation, kind) {
            (Some(organisation), Some(kind)) if errors.is_empty() => {
                Ok((organisation, NewHelpPoint { kind, name }))
            }
            _ => Err(errors),
        }
    }
}

/// Notes what is wrong with the name of a help point.
pub(crate) fn check_name(words: &Words, name: &str, errors: &mut FieldErrors) {
    if name.is_empty() {
        errors.add("name", words.t("staff-name-missing"));
    } else if name.chars().count() > LONGEST_NAME {
        errors.add("name", words.t1("staff-name-long", "most", LONGEST_NAME));
    }
}

async fn show(visit: Visit) -> Result<Response, Problem> {
    let page = new_page(&visit, NewForm::default(), FieldErrors::default()).await?;
    Ok(page::html(&page))
}

async fn send(visit: Visit, Form(form): Form<NewForm>) -> Result<Response, Problem> {
    let words = visit.staff_words();
    let (organisation, new) = match form.parse(words) {
        Ok(parsed) => parsed,
        Err(errors) => return again(&visit, form, errors).await,
    };
    let directory = directory::directory(&visit.realm).await?;
    let work = visit.realm.work(visit.actor()).await?;
    let (mut work, permit) = allow::<CreateHelpPoint>(work, organisation).await?;
    match create(&mut work, &permit, &directory.places, new).await {
        Ok(point) => {
            work.commit().await?;
            directory::forget(&visit.realm);
            Ok(redirect(&visit, &path(point.id)))
        }
        Err(refused) => {
            drop(work);
            let mut errors = FieldErrors::default();
            match refused {
                CreateError::NameTaken(name) => {
                    errors.add("name", words.t1("staff-name-taken", "name", name));
                }
                CreateError::NoOrganisation(_) => {
                    errors.add("organisation", words.t("staff-wrong-organisation"));
                }
                CreateError::Db(error) => return Err(error.into()),
            }
            again(&visit, form, errors).await
        }
    }
}

async fn again(visit: &Visit, form: NewForm, errors: FieldErrors) -> Result<Response, Problem> {
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, &new_page(visit, form, errors).await?))
}

async fn new_page(visit: &Visit, mut form: NewForm, errors: FieldErrors) -> Result<NewPage, Problem> {
    let words = visit.staff_words();
    let tx = visit.realm.read().await?;
    let place = may_where::<CreateHelpPoint>(visit, &tx).await?;
    let all = people::organisations(&tx).await?;
    let mine = all.into_iter().filter(|organisation| place.includes(organisation.id));
    let organisations: Vec<(String, String)> =
        mine.map(|organisation| (organisation.id.to_string(), organisation.name.clone())).collect();
    if form.organisation.is_empty()
        && let [(only, _)] = organisations.as_slice()
    {
        form.organisation.clone_from(only);
    }
    let kinds = Kind::ALL.iter().map(|kind| in_list(words, "kind", kind.code())).collect();
    let shell = visit
        .staff_shell(words.t("staff-new-title"))
        .crumb(words.t("staff-points-title"), "/staff/help-points")
        .with_errors(!errors.is_empty());
    Ok(NewPage {
        shell,
        errors,
        form,
        organisations: choose_first(words, organisations),
        kinds: choose_first(words, kinds),
    })
}

/// A code and what it is called: `kind-library`.
pub(crate) fn in_list(words: &Words, of: &str, code: &str) -> (String, String) {
    (code.to_owned(), words.t(&format!("{of}-{code}")))
}

/// A list to choose from that begins with nothing chosen.
fn choose_first(words: &Words, mut options: Vec<(String, String)>) -> Vec<(String, String)> {
    options.insert(0, (String::new(), words.t("staff-choose")));
    options
}
