//! The pages on which the app comes onto a new telephone.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use page::{FieldErrors, Form, Problem, Shell, Visit};
use serde::Deserialize;

use super::activation::{self, ActivationCode, CodeFrom};
use super::guard::SimulatorRealm;
use super::logins::Outcome;
use super::pages::{action, identified, lead_on, with_errors};
use super::sql;

#[derive(Template)]
#[template(path = "mitid/telephone.html")]
struct WaysPage {
    shell: Shell,
    action: String,
}

#[derive(Template)]
#[template(path = "mitid/chip.html")]
struct ChipPage {
    shell: Shell,
    action: String,
}

#[derive(Template)]
#[template(path = "mitid/expired.html")]
struct ExpiredPage {
    shell: Shell,
    action: String,
}

#[derive(Template)]
#[template(path = "mitid/activate.html")]
struct CodePage {
    shell: Shell,
    errors: FieldErrors,
    action: String,
    shown: String,
    from_counter: bool,
    typed: String,
}

/// `GET /mitid/login/{id}/telephone`: how shall the app come onto it?
pub(crate) async fn ways(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    Ok(match identified(&visit, &id).await? {
        Ok(_) => page::html(&WaysPage {
            shell: visit.shell(visit.words.t("mitid-telephone-title")),
            action: action(&visit, &id),
        }),
        Err(outcome) => lead_on(&visit, &id, outcome),
    })
}

#[derive(Deserialize)]
pub(crate) struct OrderForm {
    from: CodeFrom,
}

/// `POST /mitid/login/{id}/telephone`: by a code.
pub(crate) async fn order(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
    Form(form): Form<OrderForm>,
) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let outcome = activation::order_code(&mut work, &id, form.from).await?;
    work.commit().await?;
    Ok(lead_on(&visit, &id, outcome))
}

/// `GET /mitid/login/{id}/telephone/chip`
pub(crate) async fn chip(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    Ok(match identified(&visit, &id).await? {
        Ok(_) => page::html(&ChipPage {
            shell: visit.shell(visit.words.t("mitid-chip-title")),
            action: action(&visit, &id),
        }),
        Err(outcome) => lead_on(&visit, &id, outcome),
    })
}

/// `POST /mitid/login/{id}/telephone/chip`: the passport is held against the telephone.
pub(crate) async fn read_chip(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let outcome = activation::read_chip(&mut work, &id).await?;
    work.commit().await?;
    Ok(match outcome {
        Outcome::DocumentExpired => page::html(&ExpiredPage {
            shell: visit.shell(visit.words.t("mitid-expired-title")),
            action: action(&visit, &id),
        }),
        outcome => lead_on(&visit, &id, outcome),
    })
}

/// `GET /mitid/login/{id}/telephone/code`
pub(crate) async fn code(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    code_page(&visit, &id, String::new(), None).await
}

#[derive(Deserialize)]
pub(crate) struct CodeForm {
    #[serde(default)]
    code: String,
}

/// `POST /mitid/login/{id}/telephone/code`
pub(crate) async fn enter_code(
    SimulatorRealm(visit): SimulatorRealm,
    Path(id): Path<String>,
    Form(form): Form<CodeForm>,
) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let outcome = activation::enter_code(&mut work, &id, &form.code).await?;
    work.commit().await?;
    let wrong = match outcome {
        Outcome::WrongCode(left) => visit.words.t1("mitid-code-wrong", "left", left),
        Outcome::NotACode => visit.words.t("mitid-activate-missing"),
        outcome => return Ok(lead_on(&visit, &id, outcome)),
    };
    code_page(&visit, &id, form.code, Some(wrong)).await
}

async fn code_page(
    visit: &Visit,
    id: &str,
    typed: String,
    wrong: Option<String>,
) -> Result<Response, Problem> {
    let login = match identified(visit, id).await? {
        Ok(login) => login,
        Err(outcome) => return Ok(lead_on(visit, id, outcome)),
    };
    let user_name = login.user_name.unwrap_or_default();
    let found = sql::means(&visit.realm.read().await?, &user_name).await?;
    let code = found.and_then(|(_, code)| code).filter(|code| visit.realm.now() < code.expires_at);
    let Some(ActivationCode { digits: mut shown, from_counter, .. }) = code else {
        return Ok(lead_on(visit, id, Outcome::NoCode));
    };
    let has_errors = wrong.is_some();
    let mut errors = FieldErrors::default();
    if let Some(message) = wrong {
        errors.add("code", message);
    }
    shown.insert(shown.len() / 2, ' ');
    let shell = visit.shell(visit.words.t("mitid-activate-title")).with_errors(has_errors);
    let page = CodePage { shell, errors, action: action(visit, id), shown, from_counter, typed };
    Ok(with_errors(has_errors, page::html(&page)))
}
