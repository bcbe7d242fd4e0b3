//! Services at locations: what help there is where.

use axum::Json;
use axum::extract::Path;
use page::{Problem, Query, Visit};
use serde_json::Value;

use super::super::give::pair_id;
use super::ask::{Ask, PER_PAGE_AT_MOST};
use super::listing::Listing;
use super::services::{fitting, tree};
use crate::directory;

/// Services in their places, a page at a time.
#[utoipa::path(
    get,
    path = "/hsds/service_at_locations",
    params(
        ("search" = Option<String>, Query, description = "Words that must all stand in the name or description of the service, its place or its organization"),
        ("taxonomy_term_id" = Option<String>, Query, description = "A topic of the service or a kind of place"),
        ("taxonomy_id" = Option<String>, Query, description = "With any term of this taxonomy"),
        ("organization_id" = Option<String>, Query, description = "Of this organization"),
        ("modified_after" = Option<String>, Query, description = "As for services: all are answered"),
        ("postcode" = Option<String>, Query, description = "For people who live there; with proximity: near there"),
        ("proximity" = Option<u32>, Query, description = "Metres from the middle of the postcode"),
        ("full" = Option<bool>, Query, description = "With everything inside"),
        ("page" = Option<u32>, Query, description = "From 1"),
        ("per_page" = Option<u32>, Query, description = "1 to 200; 50 when not given"),
        ("format" = Option<String>, Query, description = "json"),
    ),
    responses((status = 200, body = Listing), (status = 400, description = "problem+json naming the parameter"))
)]
pub(super) async fn list(visit: Visit, Query(ask): Query<Ask>) -> Result<Json<Listing>, Problem> {
    let directory = directory::directory(&visit.realm).await?;
    let (paging, full) = (ask.paging(PER_PAGE_AT_MOST)?, ask.is_full()?);
    let page = paging.cut(&fitting(&directory, &ask.wishes(&directory.places)?));
    let tree = tree(&directory, page.contents.iter().map(|(entry, _)| *entry));
    Ok(Json(Listing::of(page.map(|(_, service)| {
        let (pair, table) = (pair_id(service.id).to_string(), "service_at_location");
        let found = if full { tree.full(table, &pair) } else { tree.summary(table, &pair) };
        found.unwrap_or_default()
    }))))
}

/// One service in one place, with everything inside.
#[utoipa::path(
    get,
    path = "/hsds/service_at_locations/{id}",
    params(("id" = String, Path, description = "The id of the pairing of service and location")),
    responses((status = 200, body = Value), (status = 404, description = "There is no such pairing"))
)]
pub(super) async fn one(visit: Visit, Path(id): Path<String>) -> Result<Json<Value>, Problem> {
    let directory = directory::directory(&visit.realm).await?;
    let id = uuid::Uuid::try_parse(&id).map_err(|_| Problem::not_found())?;
    let mut all = directory.entries.iter();
    let entry = all
        .find(|entry| entry.point.services.iter().any(|service| pair_id(service.id) == id))
        .ok_or_else(Problem::not_found)?;
    let tree = tree(&directory, std::iter::once(entry));
    tree.full("service_at_location", &id.to_string()).map(Json).ok_or_else(Problem::not_found)
}
