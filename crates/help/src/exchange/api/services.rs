//! Services: what help there is.

use axum::Json;
use axum::extract::Path;
use hsds::Tree;
use page::{Problem, Query, Visit};
use serde_json::{Value, json};

use super::super::give::{Names, give};
use super::ask::{Ask, PER_PAGE_AT_MOST, Wishes};
use super::listing::Listing;
use crate::Directory;
use crate::directory::{self, Entry};
use crate::model::Service;

/// Every service that fits, with its place, by the name of the place.
pub(super) fn fitting<'d>(directory: &'d Directory, wishes: &Wishes) -> Vec<(&'d Entry, &'d Service)> {
    let all = directory.entries.iter().flat_map(|entry| {
        let organisation = directory
            .organisation(entry.point.organisation)
            .map_or("", |organisation| organisation.name.as_str());
        entry.point.services.iter().map(move |service| (entry, service, organisation))
    });
    let fitting = all.filter(|(entry, service, organisation)| wishes.fit(entry, service, organisation));
    fitting.map(|(entry, service, _)| (entry, service)).collect()
}

/// The tables of some help points, ready for nesting.
pub(super) fn tree<'d>(directory: &'d Directory, entries: impl Iterator<Item = &'d Entry> + Clone) -> Tree {
    let organisations = entries.clone().filter_map(|entry| directory.organisation(entry.point.organisation));
    let mut organisations: Vec<_> = organisations.collect();
    organisations.sort_unstable_by_key(|organisation| organisation.id);
    organisations.dedup_by_key(|organisation| organisation.id);
    let mut points: Vec<_> = entries.map(|entry| &entry.point).collect();
    points.sort_unstable_by_key(|point| point.id);
    points.dedup_by_key(|point| point.id);
    Tree::new(&give(points, organisations, &directory.places, Names::LeftOut))
}

/// Services, a page at a time.
#[utoipa::path(
    get,
    path = "/hsds/services",
    params(
        ("search" = Option<String>, Query, description = "Words that must all stand in the name or description of the service, its place or its organization"),
        ("taxonomy_term_id" = Option<String>, Query, description = "A topic of the service or a kind of place"),
        ("taxonomy_id" = Option<String>, Query, description = "With any term of this taxonomy"),
        ("organization_id" = Option<String>, Query, description = "Of this organization"),
        ("modified_after" = Option<String>, Query, description = "A date and time. When a service last changed is not kept, so any of them may have changed: all are answered"),
        ("postcode" = Option<String>, Query, description = "For people who live there; with proximity: near there"),
        ("proximity" = Option<u32>, Query, description = "Metres from the middle of the postcode"),
        ("minimal" = Option<bool>, Query, description = "Only the ids, all on one page unless per_page is given"),
        ("full" = Option<bool>, Query, description = "With everything inside"),
        ("page" = Option<u32>, Query, description = "From 1"),
        ("per_page" = Option<u32>, Query, description = "1 to 200; 50 when not given"),
        ("format" = Option<String>, Query, description = "json"),
    ),
    responses((status = 200, body = Listing), (status = 400, description = "problem+json naming the parameter"))
)]
pub(super) async fn list(visit: Visit, Query(ask): Query<Ask>) -> Result<Json<Listing>, Problem> {
    let directory = directory::directory(&visit.realm).await?;
    let (paging, minimal, full) = (ask.paging(PER_PAGE_AT_MOST)?, ask.is_minimal()?, ask.is_full()?);
    let page = paging.cut(&fitting(&directory, &ask.wishes(&directory.places)?));
    if minimal {
        return Ok(Json(Listing::of(page.map(|(_, service)| json!({ "id": service.id })))));
    }
    let tree = tree(&directory, page.contents.iter().map(|(entry, _)| *entry));
    Ok(Json(Listing::of(page.map(|(_, service)| {
        let id = service.id.to_string();
        let found = if full { tree.full("service", &id) } else { tree.summary("service", &id) };
        found.unwrap_or_default()
    }))))
}

/// One service with everything inside.
#[utoipa::path(
    get,
    path = "/hsds/services/{id}",
    params(("id" = String, Path, description = "The id of the service")),
    responses((status = 200, body = Value), (status = 404, description = "There is no such service"))
)]
pub(super) async fn one(visit: Visit, Path(id): Path<String>) -> Result<Json<Value>, Problem> {
    let directory = directory::directory(&visit.realm).await?;
    let id = id.parse().map_err(|_| Problem::not_found())?;
    let offers = |entry: &&Entry| entry.point.services.iter().any(|service| service.id == id);
    let entry = directory.entries.iter().find(offers).ok_or_else(Problem::not_found)?;
    let tree = tree(&directory, std::iter::once(entry));
    tree.full("service", &id.to_string()).map(Json).ok_or_else(Problem::not_found)
}
