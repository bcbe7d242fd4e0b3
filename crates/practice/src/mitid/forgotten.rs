//! Whoever has forgotten their user name says who they are, and is told it.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use basics::Cpr;
use http::StatusCode;
use page::{FieldErrors, Form, Problem, Shell, Visit};
use realm::Work;
use serde::Deserialize;
use store::DbError;

use super::cpr::cpr_of;
use super::guard::SimulatorRealm;
use super::means::note;
use super::pages::{action, over};
use super::sql;

#[derive(Template)]
#[template(path = "mitid/forgotten.html")]
struct ForgottenPage {
    shell: Shell,
    errors: FieldErrors,
    action: String,
    typed_name: String,
    typed_cpr: String,
}

#[derive(Template)]
#[template(path = "mitid/found.html")]
struct FoundPage {
    shell: Shell,
    action: String,
    user_name: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct WhoForm {
    name: String,
    cpr: String,
}

/// What came of looking for somebody.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Recovered {
    /// The sign-in has expired.
    Over,
    /// What was typed is no CPR number.
    NotACpr,
    /// Nobody has this name and this number.
    Nobody,
    /// This is their user name.
    Found(String),
}

/// Looks for whoever has the name and the number.
pub(crate) async fn recover(
    work: &mut Work<'_>,
    id: &str,
    name: &str,
    cpr: &str,
) -> Result<Recovered, DbError> {
    if sql::open_login(work.tx(), id, work.now()).await?.is_none() {
        return Ok(Recovered::Over);
    }
    let Ok(cpr) = cpr.parse::<Cpr>() else { return Ok(Recovered::NotACpr) };
    let wanted = plain(name);
    for user in sql::users(work.tx()).await? {
        if plain(&user.name) == wanted && cpr_of(work, &user.user_name).await?.as_ref() == Some(&cpr) {
            note(work, "mitid.recover_name", &user.user_name, &()).await?;
            return Ok(Recovered::Found(user.user_name));
        }
    }
    Ok(Recovered::Nobody)
}

/// A name as it is compared: capitals and spaces do not count.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// `GET /mitid/login/{id}/forgotten`
pub(crate) async fn page(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    Ok(match sql::seen_login(&tx, &id, visit.realm.now()).await? {
        Some(_) => ask(&visit, &id, WhoForm::default(), FieldErrors::default()),
        None => over(&visit),
    })
}

/// `POST /mitid/login/{id}/forgotten`
pub(crate) async fn look(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
    Form(form): Form<WhoForm>,
) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let recovered = recover(&mut work, &id, &form.name, &form.cpr).await?;
    work.commit().await?;
    let mut errors = FieldErrors::default();
    if form.name.trim().is_empty() {
        errors.add("name", visit.words.t("mitid-forgotten-name-missing"));
    }
    match recovered {
        Recovered::Over => return Ok(over(&visit)),
        Recovered::Found(user_name) => {
            let shell = visit.shell(visit.words.t("mitid-found-title"));
            return Ok(page::html(&FoundPage { shell, action: action(&visit, &id), user_name }));
        }
        Recovered::NotACpr => errors.add("cpr", visit.words.t("mitid-forgotten-cpr-wrong")),
        Recovered::Nobody if errors.is_empty() => {
            errors.add("cpr", visit.words.t("mitid-forgotten-nobody"));
        }
        Recovered::Nobody => {}
    }
    Ok(ask(&visit, &id, form, errors))
}

fn ask(visit: &Visit, id: &str, form: WhoForm, errors: FieldErrors) -> Response {
    let has_errors = !errors.is_empty();
    let shell = visit.shell(visit.words.t("mitid-forgotten-title")).with_errors(has_errors);
    let page = ForgottenPage {
        shell,
        errors,
        action: action(visit, id),
        typed_name: form.name,
        typed_cpr: form.cpr,
    };
    let status = if has_errors { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (status, page::html(&page)).into_response()
}
