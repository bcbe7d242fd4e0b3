//! The description of this interface for programs (OpenAPI).
#![expect(dead_code, reason = "what is asked is read by hand, so that every fault can name its field")]

use serde_json::Value;
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi, ToSchema};

use super::{ask, overview, search};

/// Describes the interface.
#[derive(OpenApi)]
#[openapi(
    paths(
        ask::evaluation,
        ask::evaluations,
        search::subjects,
        search::resources,
        search::actions,
        overview::who,
        overview::what
    ),
    modifiers(&Secret)
)]
pub struct AccessApi;

/// A system shows its secret with each call.
struct Secret;

impl Modify for Secret {
    fn modify(&self, document: &mut Document) {
        let secret = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document.components.get_or_insert_default().add_security_scheme("system", secret);
    }
}

/// Who does something.
#[derive(ToSchema)]
pub(super) struct Subject {
    /// `person`.
    #[schema(example = "person")]
    r#type: String,
    /// The id of the person; a CPR number is not taken.
    id: String,
}

/// What is done.
#[derive(ToSchema)]
pub(super) struct ActionName {
    /// Its name, as in the table of roles.
    #[schema(example = "mail.read")]
    name: String,
}

/// What it is done to.
#[derive(ToSchema)]
pub(super) struct ResourceNamed {
    /// `mailbox`, `letter`, `service`, `case`, `person`, `organisation` or `installation`.
    #[schema(example = "mailbox")]
    r#type: String,
    /// The id of the mailbox's holder, the letter, the person, the organisation; the code of the service; the number of the case.
    id: String,
    /// `owner`, `service`, `folder`, `letter`, `arrived_at`, `sender`, `case_number`, `production_unit`.
    #[schema(value_type = Option<Object>)]
    properties: Option<Value>,
}

/// One question.
#[derive(ToSchema)]
pub(super) struct EvaluationRequest {
    subject: Subject,
    action: ActionName,
    resource: ResourceNamed,
    /// Nothing in it changes the answer.
    #[schema(value_type = Option<Object>)]
    context: Option<Value>,
}

/// Many questions. What stands beside them holds for each that does not say otherwise.
#[derive(ToSchema)]
pub(super) struct EvaluationsRequest {
    subject: Option<Subject>,
    action: Option<ActionName>,
    resource: Option<ResourceNamed>,
    /// At most 1,000.
    #[schema(value_type = Vec<Object>)]
    evaluations: Vec<Value>,
    options: Option<EvaluationsOptions>,
}

/// How many questions are answered.
#[derive(ToSchema)]
pub(super) struct EvaluationsOptions {
    /// `execute_all`, `deny_on_first_deny` or `permit_on_first_permit`.
    evaluations_semantic: Option<String>,
}

/// The answer to one question.
#[derive(ToSchema)]
pub(super) struct DecisionResponse {
    decision: bool,
    /// `reason` with `code`, `da` and `en`; `grant` with a role or mandates; `error` where something is wrong with the question.
    #[schema(value_type = Object)]
    context: Value,
}

/// The answers to many.
#[derive(ToSchema)]
pub(super) struct EvaluationsResponse {
    evaluations: Vec<DecisionResponse>,
}

/// A kind of thing or person, without an id.
#[derive(ToSchema)]
pub(super) struct Kind {
    r#type: String,
}

/// Who may do this to that?
#[derive(ToSchema)]
pub(super) struct SubjectSearch {
    subject: Kind,
    action: ActionName,
    resource: ResourceNamed,
}

/// What may they do this to?
#[derive(ToSchema)]
pub(super) struct ResourceSearch {
    subject: Subject,
    action: ActionName,
    resource: Kind,
}

/// What may they do to that?
#[derive(ToSchema)]
pub(super) struct ActionSearch {
    subject: Subject,
    resource: ResourceNamed,
}
