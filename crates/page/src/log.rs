//! One log line a request, with its id and without anything about the person.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;

use crate::RequestId;

/// Logs the route pattern (never the address, which may hold what somebody typed), status and duration.
pub async fn log_requests(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let begun = Instant::now();
    let span = tracing::info_span!("request", id);
    let response = next.run(request).instrument(span).await;
    let status = response.status().as_u16();
    let micros = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
    tracing::info!(id, %method, route, status, micros, "answered");
    response
}
