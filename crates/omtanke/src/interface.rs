//! The description of the programming interface, and a page to try it on.

use std::sync::LazyLock;

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http::header::CONTENT_TYPE;
use page::{May, Routes, Shell, Visit};
use utoipa::OpenApi;
use utoipa::openapi::path::Operation;
use utoipa::openapi::{OpenApi as Document, RefOr};

pub(crate) fn routes() -> Routes {
    Routes::new().get("/api", May::Anyone, get(try_it)).get("/api/openapi.json", May::Anyone, get(document))
}

#[derive(OpenApi)]
#[openapi(info(
    title = "Omtanke",
    description = "Where people find help with public digital services in Denmark",
    license(name = "EUPL-1.2", identifier = "EUPL-1.2")
))]
struct Interface;

/// The whole interface: what each room describes, together.
#[must_use]
pub(crate) fn description() -> Document {
    let mut whole = Interface::openapi();
    whole.merge(help::search::HelpPointsApi::openapi());
    whole.merge(help::exchange::HsdsApi::openapi());
    whole.merge(mailbox::intake::PostApi::openapi());
    whole.merge(access::api::AccessApi::openapi());
    whole
}

static JSON: LazyLock<String> =
    LazyLock::new(|| description().to_pretty_json().expect("a description becomes JSON"));

async fn document() -> Response {
    ([(CONTENT_TYPE, "application/json")], JSON.as_str()).into_response()
}

struct Call {
    path: String,
    summary: String,
    parameters: Vec<Parameter>,
}

struct Parameter {
    id: String,
    name: String,
    description: String,
    required: bool,
}

#[derive(Template)]
#[template(path = "interface.html")]
struct TryIt {
    shell: Shell,
    calls: Vec<Call>,
}

/// A form for each call, made from the description; it works without JavaScript, as everything does.
async fn try_it(visit: Visit) -> Response {
    let whole = description();
    let calls = whole.paths.paths.iter().enumerate().filter_map(|(number, (path, item))| {
        let operation = item.get.as_ref()?;
        // What only systems may call cannot be tried with a form.
        let is_open = operation.security.is_none();
        (is_open && !path.contains('{')).then(|| call(number, path, operation))
    });
    let shell =
        visit.staff_shell(visit.staff_words().t("api-title")).crumb(visit.staff_words().t("front-page"), "/");
    page::html(&TryIt { calls: calls.collect(), shell })
}

fn call(number: usize, path: &str, operation: &Operation) -> Call {
    let parameters = operation.parameters.iter().flatten().filter_map(|parameter| match parameter {
        RefOr::T(parameter) => Some(parameter),
        RefOr::Ref(_) => None,
    });
    let parameters = parameters.map(|parameter| Parameter {
        id: format!("call-{number}-{}", parameter.name),
        name: parameter.name.clone(),
        description: parameter.description.clone().unwrap_or_default(),
        required: matches!(parameter.required, utoipa::openapi::Required::True),
    });
    Call {
        path: path.to_owned(),
        summary: operation.summary.clone().or_else(|| operation.description.clone()).unwrap_or_default(),
        parameters: parameters.collect(),
    }
}
