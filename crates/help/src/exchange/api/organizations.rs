//! Organizations: who answers for the help.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::Path;
use basics::Id;
use hsds::Tree;
use page::{Problem, Query, Visit};
use people::OrganisationTag;
use serde_json::{Value, json};

use super::super::give::give_organisations;
use super::ask::{Ask, ORGANIZATIONS_AT_MOST, ORGANIZATIONS_WITH_SERVICES_AT_MOST, PER_PAGE_AT_MOST};
use super::listing::Listing;
use super::services::{fitting, tree};
use crate::Directory;
use crate::directory;
use crate::model::Service;

/// Organizations, a page at a time.
#[utoipa::path(
    get,
    path = "/hsds/organizations",
    params(
        ("search" = Option<String>, Query, description = "Words that must all stand in the name of the organization, or of a place or service of it"),
        ("taxonomy_term_id" = Option<String>, Query, description = "With a service or place that has this term"),
        ("taxonomy_id" = Option<String>, Query, description = "With a service or place that has any term of this taxonomy"),
        ("full" = Option<bool>, Query, description = "With places and services inside"),
        ("full_service" = Option<bool>, Query, description = "With everything about the services, too"),
        ("page" = Option<u32>, Query, description = "From 1"),
        ("per_page" = Option<u32>, Query, description = "1 to 200 and 50 when not given; at most 50 with full, at most 10 with full_service"),
        ("format" = Option<String>, Query, description = "json"),
    ),
    responses((status = 200, body = Listing), (status = 400, description = "problem+json naming the parameter"))
)]
pub(super) async fn list(visit: Visit, Query(ask): Query<Ask>) -> Result<Json<Listing>, Problem> {
    let directory = directory::directory(&visit.realm).await?;
    let (full, services) = (ask.is_full()?, ask.with_services()?);
    let paging = ask.paging(match (full, services) {
        (_, true) => ORGANIZATIONS_WITH_SERVICES_AT_MOST,
        (true, false) => ORGANIZATIONS_AT_MOST,
        (false, false) => PER_PAGE_AT_MOST,
    })?;
    let fitting = fitting(&directory, &ask.wishes(&directory.places)?);
    let ids: BTreeSet<_> = fitting.into_iter().map(|(entry, _)| entry.point.organisation).collect();
    let ids: Vec<_> = ids.into_iter().collect();
    let page = paging.cut(&ids);
    if !full && !services {
        let rows = page.contents.iter().filter_map(|&id| directory.organisation(id));
        let tree = Tree::new(&give_organisations(rows, &directory.places));
        let row = |id: Id<OrganisationTag>| tree.summary("organization", &id.to_string()).unwrap_or_default();
        return Ok(Json(Listing::of(page.map(row))));
    }
    let listed: BTreeSet<_> = page.contents.iter().copied().collect();
    let entries = directory.entries.iter().filter(|entry| listed.contains(&entry.point.organisation));
    let tree = tree(&directory, entries);
    let whole = |id| organization(&tree, id, offer(&directory, id), services).unwrap_or_default();
    Ok(Json(Listing::of(page.map(whole))))
}

/// One organization with its places and services.
#[utoipa::path(
    get,
    path = "/hsds/organizations/{id}",
    params(
        ("id" = String, Path, description = "The id of the organization"),
        ("full_service" = Option<bool>, Query, description = "With everything about the services, too"),
    ),
    responses((status = 200, body = Value), (status = 404, description = "There is no such organization"))
)]
pub(super) async fn one(
    visit: Visit,
    Path(id): Path<String>,
    Query(ask): Query<Ask>,
) -> Result<Json<Value>, Problem> {
    let directory = directory::directory(&visit.realm).await?;
    let id = id.parse().map_err(|_| Problem::not_found())?;
    let services = ask.with_services()?;
    let entries = directory.entries.iter().filter(|entry| entry.point.organisation == id);
    let tree = tree(&directory, entries);
    organization(&tree, id, offer(&directory, id), services).map(Json).ok_or_else(Problem::not_found)
}

fn offer(directory: &Directory, id: Id<OrganisationTag>) -> impl Iterator<Item = &Service> {
    let entries = directory.entries.iter().filter(move |entry| entry.point.organisation == id);
    entries.flat_map(|entry| &entry.point.services)
}

/// The reference adds the services to an organization: all of each, or only enough to ask for it.
fn organization<'d>(
    tree: &Tree,
    id: Id<OrganisationTag>,
    offer: impl Iterator<Item = &'d Service>,
    whole: bool,
) -> Option<Value> {
    let mut organization = tree.full("organization", &id.to_string())?;
    let services = offer.map(|service| match whole {
        true => tree.full("service", &service.id.to_string()).unwrap_or_default(),
        false => json!({ "id": service.id, "name": service.name }),
    });
    organization["services"] = services.collect();
    Some(organization)
}
