//! Organizations: who answers for the help.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Path;
use basics::Id;
use hsds::Tree;
use page::{Problem, Query, Visit};
use people::OrganisationTag;
use serde_json::{Value, json};

use super::ask::Ask;
use super::listing::Listing;
use super::services::{fitting, tree};
use crate::Directory;
use crate::directory::{self, Entry};
use crate::model::Service;

type Offer<'d> = Vec<(&'d Entry, &'d Service)>;

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
        ("per_page" = Option<u32>, Query, description = "1 to 200; 50 when not given"),
        ("format" = Option<String>, Query, description = "json"),
    ),
    responses((status = 200, body = Listing), (status = 400, description = "problem+json naming the parameter"))
)]
pub(super) async fn list(visit: Visit, Query(ask): Query<Ask>) -> Result<Json<Listing>, Problem> {
    let directory = directory::directory(&visit.realm).await?;
    let (paging, full, services) = (ask.paging()?, ask.is_full()?, ask.with_services()?);
    let mut fit: BTreeMap<Id<OrganisationTag>, ()> = BTreeMap::new();
    for (entry, _) in fitting(&directory, &ask.wishes(&directory.places)?) {
        fit.insert(entry.point.organisation, ());
    }
    let ids: Vec<_> = fit.into_keys().collect();
    let page = paging.cut(&ids);
    let offers: Vec<(Id<OrganisationTag>, Offer<'_>)> =
        page.contents.iter().map(|&id| (id, offer(&directory, id))).collect();
    let entries = offers.iter().flat_map(|(_, offer)| offer.iter().map(|(entry, _)| *entry));
    let tree = tree(&directory, entries);
    let mut offers = offers.iter();
    Ok(Json(Listing::of(page.map(|id| {
        let of = offers.next().map_or(&[][..], |(_, offer)| offer.as_slice());
        if full || services {
            organization(&tree, id, of, services).unwrap_or_default()
        } else {
            tree.summary("organization", &id.to_string()).unwrap_or_default()
        }
    }))))
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
    organization(&tree, id, &offer(&directory, id), services).map(Json).ok_or_else(Problem::not_found)
}

fn offer(directory: &Directory, id: Id<OrganisationTag>) -> Offer<'_> {
    let entries = directory.entries.iter().filter(|entry| entry.point.organisation == id);
    entries.flat_map(|entry| entry.point.services.iter().map(move |service| (entry, service))).collect()
}

/// The reference adds the services to an organization: all of each, or only enough to ask for it.
fn organization(
    tree: &Tree,
    id: Id<OrganisationTag>,
    offer: &[(&Entry, &Service)],
    whole: bool,
) -> Option<Value> {
    let mut organization = tree.full("organization", &id.to_string())?;
    let services = offer.iter().map(|(_, service)| match whole {
        true => tree.full("service", &service.id.to_string()).unwrap_or_default(),
        false => json!({ "id": service.id, "name": service.name }),
    });
    organization["services"] = services.collect();
    Some(organization)
}
