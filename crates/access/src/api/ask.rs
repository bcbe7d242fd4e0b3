//! `POST …/evaluation` and `…/evaluations`: one question, and many at once.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::response::{IntoResponse as _, Response};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use page::{Problem, Visit};
use serde::Serialize;
use serde_json::{Map, Value};

use super::answer::{Answer, Known, answer};
use super::caller::Caller;
use super::question::{Evaluation, Fault, Fields, Raw};
use crate::now_in;

/// How many questions are answered at once.
const AT_ONCE: usize = 1_000;

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        let detail = fault.to_string();
        Problem { detail, ..Problem::own(StatusCode::BAD_REQUEST, "unreadable") }
    }
}

/// The object that was sent.
pub(super) fn object(
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Map<String, Value>, Problem> {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json") {
        return Err(Problem::bad_parameter("Content-Type", "is not application/json"));
    }
    let body = body.map_err(|_| Problem::too_large())?;
    match serde_json::from_slice(&body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(Problem::bad_parameter("body", "is no JSON object")),
        Err(error) => Err(Problem::bad_parameter(
            "body",
            &format!("is no JSON, line {} column {}", error.line(), error.column()),
        )),
    }
}

/// May this person do this action to this thing?
#[utoipa::path(
    post,
    path = "/api/access/v1/evaluation",
    request_body(content = super::description::EvaluationRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "The decision; `context.reason` says why in words, `context.grant` on what ground", body = super::description::DecisionResponse),
        (status = 400, description = "The question does not read; `detail` names the field"),
        (status = 401, description = "Neither a system that may ask nor somebody signed in"),
        (status = 403, description = "A person asks about somebody else"),
    ),
    security(("system" = []))
)]
pub(super) async fn evaluation(
    visit: Visit,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let caller = Caller::of(&visit, &headers, &tx).await?;
    let request = object(&headers, body)?;
    let answered = one(&visit, &caller, &tx, &request).await?;
    Ok(Json(answered).into_response())
}

async fn one(
    visit: &Visit,
    caller: &Caller,
    tx: &store::Tx,
    request: &Map<String, Value>,
) -> Result<Answer, Problem> {
    match Evaluation::read(request) {
        Ok(evaluation) => {
            caller.may_ask_about(evaluation.subject)?;
            Ok(answer(tx, now_in(&visit.realm), &evaluation, &mut Known::default()).await?)
        }
        // What is not known here is nobody's to do.
        Err(fault @ Fault::Unknown(..)) => Ok(Answer::at_fault(&fault)),
        Err(fault) => Err(fault.into()),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Semantic {
    ExecuteAll,
    DenyOnFirstDeny,
    PermitOnFirstPermit,
}

impl Semantic {
    fn of(request: &Fields<'_>) -> Result<Self, Fault> {
        let options = request.optional_object("options")?;
        match options.optional_text("evaluations_semantic")? {
            None | Some("execute_all") => Ok(Self::ExecuteAll),
            Some("deny_on_first_deny") => Ok(Self::DenyOnFirstDeny),
            Some("permit_on_first_permit") => Ok(Self::PermitOnFirstPermit),
            Some(_) => Err(Fault::Value(
                "options.evaluations_semantic".to_owned(),
                "is none of execute_all, deny_on_first_deny, permit_on_first_permit",
            )),
        }
    }

    fn ends_with(self, decision: bool) -> bool {
        match self {
            Self::ExecuteAll => false,
            Self::DenyOnFirstDeny => !decision,
            Self::PermitOnFirstPermit => decision,
        }
    }
}

#[derive(Serialize)]
struct Answers {
    evaluations: Vec<Answer>,
}

/// Many questions at once, answered as of one moment.
#[utoipa::path(
    post,
    path = "/api/access/v1/evaluations",
    request_body(content = super::description::EvaluationsRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "The decisions in the order of the questions; without `evaluations`, one decision", body = super::description::EvaluationsResponse),
        (status = 400, description = "The request does not read; `detail` names the field. A value of one question that does not read is a no with `context.error` instead"),
        (status = 401, description = "Neither a system that may ask nor somebody signed in"),
        (status = 403, description = "A person asks about somebody else"),
    ),
    security(("system" = []))
)]
pub(super) async fn evaluations(
    visit: Visit,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let caller = Caller::of(&visit, &headers, &tx).await?;
    let request = object(&headers, body)?;
    let items = match request.get("evaluations") {
        None | Some(Value::Null) => &[][..],
        Some(Value::Array(items)) => items,
        Some(_) => return Err(Problem::bad_parameter("evaluations", "is no list")),
    };
    let semantic = Semantic::of(&Fields::of(&request))?;
    if items.is_empty() {
        return Ok(Json(one(&visit, &caller, &tx, &request).await?).into_response());
    }
    if items.len() > AT_ONCE {
        return Err(Problem::bad_parameter("evaluations", "are more than 1000"));
    }
    let mut questions = Vec::with_capacity(items.len());
    for (number, item) in items.iter().enumerate() {
        let question = Raw::within(&Fields::item(number, item, &request)?)?.read();
        if let Ok(question) = &question {
            caller.may_ask_about(question.subject)?;
        }
        questions.push(question);
    }
    let (moment, mut known) = (now_in(&visit.realm), Known::default());
    let mut evaluations = Vec::with_capacity(questions.len());
    for question in questions {
        let answered = match question {
            Ok(question) => answer(&tx, moment, &question, &mut known).await?,
            Err(fault) => Answer::at_fault(&fault),
        };
        let is_last = semantic.ends_with(answered.decision);
        evaluations.push(answered);
        if is_last {
            break;
        }
    }
    Ok(Json(Answers { evaluations }).into_response())
}
