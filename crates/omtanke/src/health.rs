//! What a load balancer or a service manager asks.

use axum::http::StatusCode;
use axum::routing::get;
use page::{May, Routes, Visit};

use crate::schema::MIGRATIONS;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/healthz", May::Anyone, get(alive)).get("/readyz", May::Anyone, get(ready))
}

async fn alive() -> &'static str {
    "alive\n"
}

/// Ready means: the database answers, and its schema is the one that this program knows.
async fn ready(visit: Visit) -> (StatusCode, &'static str) {
    match MIGRATIONS.pending(&visit.realm.store).await {
        Ok(pending) if pending.is_empty() => (StatusCode::OK, "ready\n"),
        Ok(_) => (StatusCode::SERVICE_UNAVAILABLE, "the schema is not up to date\n"),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
