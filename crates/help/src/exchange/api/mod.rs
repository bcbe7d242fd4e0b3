//! `/hsds`: the directory for other directories, as the HSDS 3.0 API reference wants it.
//!
//! It gives out what people can find here, no more: places that are open to be used, and no names of staff. Each
//! answer builds the tables of the records it shows and of no others; all of them for a whole country at once would
//! take more memory than everything else in the program.

mod ask;
mod listing;
mod organizations;
mod places;
mod services;
mod vocabulary;

use axum::Json;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http::header::CONTENT_TYPE;
use page::{May, Routes, Visit};
use serde_json::Value;
use utoipa::OpenApi;

/// The page about the profile, as it stands in the documentation.
const PROFILE: &str = include_str!("../../../../../docs/hsds-dk.md");

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/hsds", May::Anyone, get(root))
        .get("/hsds/", May::Anyone, get(root))
        .get("/hsds/profile", May::Anyone, get(profile))
        .get("/hsds/services", May::Anyone, get(services::list))
        .get("/hsds/services/{id}", May::Anyone, get(services::one))
        .get("/hsds/organizations", May::Anyone, get(organizations::list))
        .get("/hsds/organizations/{id}", May::Anyone, get(organizations::one))
        .get("/hsds/service_at_locations", May::Anyone, get(places::list))
        .get("/hsds/service_at_locations/{id}", May::Anyone, get(places::one))
        .get("/hsds/taxonomies", May::Anyone, get(vocabulary::taxonomies))
        .get("/hsds/taxonomies/{id}", May::Anyone, get(vocabulary::taxonomy))
        .get("/hsds/taxonomy_terms", May::Anyone, get(vocabulary::terms))
        .get("/hsds/taxonomy_terms/{id}", May::Anyone, get(vocabulary::term))
}

/// Describes the interface.
#[derive(OpenApi)]
#[openapi(
    paths(
        root,
        services::list,
        services::one,
        organizations::list,
        organizations::one,
        places::list,
        places::one,
        vocabulary::taxonomies,
        vocabulary::taxonomy,
        vocabulary::terms,
        vocabulary::term
    ),
    components(schemas(listing::Listing))
)]
pub struct HsdsApi;

/// Which standard, which profile of it, and where this description is.
#[utoipa::path(
    get,
    path = "/hsds/",
    responses((status = 200, description = "version, profile and openapi_url", body = Value))
)]
async fn root(visit: Visit) -> Json<Value> {
    let address = |path: &str| format!("{}{}", visit.site.public_url, visit.href(path));
    Json(hsds::api_root(&address("/hsds/profile"), &address("/api/openapi.json")))
}

async fn profile() -> Response {
    ([(CONTENT_TYPE, "text/markdown; charset=utf-8")], PROFILE).into_response()
}
