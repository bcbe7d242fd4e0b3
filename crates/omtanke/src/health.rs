//! What a load balancer or a service manager asks.

use std::sync::atomic::{AtomicI64, Ordering};

use axum::http::StatusCode;
use axum::routing::get;
use page::{May, Routes, Visit};
use store::MigrateError;

use schema::MIGRATIONS;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/healthz", May::Anyone, get(alive)).get("/readyz", May::Anyone, get(ready))
}

async fn alive() -> &'static str {
    "alive\n"
}

/// Ready means: the database answers, and its schema is the one that this program knows or a newer one. It becomes newer
/// in a rolling upgrade, whose migrations leave the program before them working: then this node serves until it is
/// stopped. A program that is only starting does not, for nobody knows how much newer the database is.
async fn ready(visit: Visit) -> (StatusCode, &'static str) {
    match MIGRATIONS.pending(&visit.realm.store).await {
        Ok(pending) if pending.is_empty() => (StatusCode::OK, "ready\n"),
        Ok(_) => (StatusCode::SERVICE_UNAVAILABLE, "the schema is not up to date\n"),
        Err(MigrateError::Newer { found, known }) => {
            // A load balancer asks every few seconds; the log hears it once.
            if visit.realm.keep.get::<ToldOf>().0.swap(found, Ordering::Relaxed) != found {
                tracing::info!(found, known, "a newer program has brought the database up; serving on");
            }
            (StatusCode::OK, "ready\n")
        }
        Err(MigrateError::Db(error)) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the schema is not the one that this program knows\n")
        }
    }
}

/// The newer version of the database that the log was told of; 0 for none.
#[derive(Default)]
struct ToldOf(AtomicI64);
