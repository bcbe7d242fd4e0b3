//! A refusal as the person meets it: what happened, and what to do next.

use askama::Template;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderValue, StatusCode};
use serde_json::json;
use store::DbError;

use crate::{Shell, Visit};

/// Something that cannot be done, with the next thing the person can do. Shown as a page, or as
/// `application/problem+json` (RFC 9457) where the caller is a program.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The HTTP status.
    pub status: StatusCode,
    /// The texts: `problem-KEY-title` and `problem-KEY-text`.
    pub key: &'static str,
    /// For programs: which part of the request, and what is wrong with it, in English.
    pub detail: String,
    /// The way on: the key of a link's text, and where it leads.
    pub next: Option<(&'static str, String)>,
}

impl Problem {
    fn new(status: StatusCode, key: &'static str) -> Self {
        Self { status, key, detail: String::new(), next: None }
    }

    /// There is no such page or thing, or it is not this person's to know of.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found")
    }

    /// The person is known, and may not.
    #[must_use]
    pub fn forbidden() -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden")
    }

    /// The person must sign in first.
    #[must_use]
    pub fn sign_in_first() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "sign-in-first")
    }

    /// The form came from another site.
    #[must_use]
    pub fn from_elsewhere() -> Self {
        Self::new(StatusCode::FORBIDDEN, "from-elsewhere")
    }

    /// More was sent than anybody needs to send.
    #[must_use]
    pub fn too_large() -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large")
    }

    /// What was sent is not what the page's own form would send.
    #[must_use]
    pub fn unreadable() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "unreadable")
    }

    /// Too much, too fast.
    #[must_use]
    pub fn too_many() -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many")
    }

    /// The program has failed.
    #[must_use]
    pub fn broken() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "broken")
    }

    /// The program cannot reach or write its database just now.
    #[must_use]
    pub fn unavailable() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable")
    }

    /// A parameter of a programming interface is wrong.
    #[must_use]
    pub fn bad_parameter(name: &str, why: &str) -> Self {
        Self { detail: format!("{name}: {why}"), ..Self::new(StatusCode::BAD_REQUEST, "unreadable") }
    }

    /// A problem with its own texts, for a room that has something more exact to say.
    #[must_use]
    pub fn own(status: StatusCode, key: &'static str) -> Self {
        Self::new(status, key)
    }

    /// Says what the person can do next.
    #[must_use]
    pub fn next(mut self, label_key: &'static str, path: impl Into<String>) -> Self {
        self.next = Some((label_key, path.into()));
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<DbError> for Problem {
    fn from(error: DbError) -> Self {
        tracing::error!(%error, "the database refused");
        match error {
            DbError::Busy | DbError::ReadOnly | DbError::Full | DbError::Unreachable(_) => {
                Problem::unavailable()
            }
            DbError::Constraint(_) | DbError::Column { .. } | DbError::Other(_) => Problem::broken(),
        }
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    shell: Shell,
    text: String,
    next: Option<(String, String)>,
    request: String,
}

/// Turns every answer that carries a [`Problem`], and every bare 404, 405 or 500, into a page or problem+json.
pub async fn render_problems(visit: Visit, request: Request, next: Next) -> Response {
    let wants_json = is_program(&request);
    let response = next.run(request).await;
    let problem = match response.extensions().get::<Problem>() {
        Some(problem) => problem.clone(),
        None => match (response.status(), response.headers().contains_key(CONTENT_TYPE)) {
            (StatusCode::NOT_FOUND, false) => Problem::not_found(),
            (status @ StatusCode::METHOD_NOT_ALLOWED, false) => Problem::own(status, "unreadable"),
            (StatusCode::INTERNAL_SERVER_ERROR, _) => Problem::broken(),
            _ => return response,
        },
    };
    let mut rendered = if wants_json { as_json(&visit, &problem) } else { as_page(&visit, &problem) };
    *rendered.status_mut() = problem.status;
    if wants_json && problem.status == StatusCode::UNAUTHORIZED {
        rendered.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if problem.status == StatusCode::TOO_MANY_REQUESTS {
        let wait = response.headers().get(RETRY_AFTER).cloned();
        rendered.headers_mut().insert(RETRY_AFTER, wait.unwrap_or(HeaderValue::from_static("60")));
    }
    rendered
}

fn is_program(request: &Request) -> bool {
    let path = request.uri().path();
    let accepts = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    path.starts_with("/api/") || path.starts_with("/hsds") || accepts.starts_with("application/json")
}

fn as_json(visit: &Visit, problem: &Problem) -> Response {
    let body = json!({
        "type": format!("{}/problems/{}", visit.site.public_url, problem.key),
        "title": visit.words.t(&format!("problem-{}-title", problem.key)),
        "status": problem.status.as_u16(),
        "detail": problem.detail,
        "instance": visit.request,
    });
    ([(CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}

fn as_page(visit: &Visit, problem: &Problem) -> Response {
    let title = visit.words.t(&format!("problem-{}-title", problem.key));
    let text = visit.words.t(&format!("problem-{}-text", problem.key));
    let next = problem.next.as_ref().map(|(label, path)| (visit.words.t(label), visit.href(path)));
    crate::html(&ProblemPage { shell: visit.shell(title), text, next, request: visit.request.clone() })
}
