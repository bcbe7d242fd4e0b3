//! Taxonomies and their terms: the words to filter by.

use axum::Json;
use axum::extract::Path;
use gazetteer::fold;
use page::{Problem, Query};
use serde::Serialize;
use serde_json::Value;

use super::super::terms;
use super::ask::{Ask, PER_PAGE_AT_MOST};
use super::listing::Listing;

/// Lists of terms, a page at a time.
#[utoipa::path(
    get,
    path = "/hsds/taxonomies",
    params(
        ("search" = Option<String>, Query, description = "Words that must all stand in name or description"),
        ("page" = Option<u32>, Query, description = "From 1"),
        ("per_page" = Option<u32>, Query, description = "1 to 200; 50 when not given"),
        ("format" = Option<String>, Query, description = "json"),
    ),
    responses((status = 200, body = Listing), (status = 400, description = "problem+json naming the parameter"))
)]
pub(super) async fn taxonomies(Query(ask): Query<Ask>) -> Result<Json<Listing>, Problem> {
    let all = terms::taxonomies().iter().filter(|row| says(&ask.search, &[&row.name, &row.description]));
    listing(&ask, &all.collect::<Vec<_>>())
}

/// One list of terms.
#[utoipa::path(
    get,
    path = "/hsds/taxonomies/{id}",
    params(("id" = String, Path, description = "The id of the taxonomy")),
    responses((status = 200, body = Value), (status = 404, description = "There is no such taxonomy"))
)]
pub(super) async fn taxonomy(Path(id): Path<String>) -> Result<Json<Value>, Problem> {
    let found = terms::taxonomies().iter().find(|taxonomy| taxonomy.id == id.to_ascii_lowercase());
    found.map(json).map(Json).ok_or_else(Problem::not_found)
}

/// Terms, a page at a time. None of them stands under another.
#[utoipa::path(
    get,
    path = "/hsds/taxonomy_terms",
    params(
        ("search" = Option<String>, Query, description = "Words that must all stand in code, name or description"),
        ("taxonomy_id" = Option<String>, Query, description = "Of this taxonomy"),
        ("parent_id" = Option<String>, Query, description = "Under this term"),
        ("top_only" = Option<bool>, Query, description = "All terms are at the top, so it changes nothing"),
        ("page" = Option<u32>, Query, description = "From 1"),
        ("per_page" = Option<u32>, Query, description = "1 to 200; 50 when not given"),
        ("format" = Option<String>, Query, description = "json"),
    ),
    responses((status = 200, body = Listing), (status = 400, description = "problem+json naming the parameter"))
)]
pub(super) async fn terms(Query(ask): Query<Ask>) -> Result<Json<Listing>, Problem> {
    let (of, parent) = (ask.of_taxonomy().to_ascii_lowercase(), ask.parent_id.trim().to_ascii_lowercase());
    let all = terms::terms().iter().filter(|term| {
        (of.is_empty() || term.taxonomy_id.as_ref() == Some(&of))
            && (parent.is_empty() || term.parent_id.as_ref() == Some(&parent))
            && says(&ask.search, &[term.code.as_deref().unwrap_or_default(), &term.name, &term.description])
    });
    listing(&ask, &all.collect::<Vec<_>>())
}

/// One term.
#[utoipa::path(
    get,
    path = "/hsds/taxonomy_terms/{id}",
    params(("id" = String, Path, description = "The id of the term")),
    responses((status = 200, body = Value), (status = 404, description = "There is no such term"))
)]
pub(super) async fn term(Path(id): Path<String>) -> Result<Json<Value>, Problem> {
    let found = terms::terms().iter().find(|term| term.id == id.to_ascii_lowercase());
    found.map(json).map(Json).ok_or_else(Problem::not_found)
}

fn listing<T: Serialize>(ask: &Ask, all: &[&T]) -> Result<Json<Listing>, Problem> {
    Ok(Json(Listing::of(ask.paging(PER_PAGE_AT_MOST)?.cut(all).map(json))))
}

fn json(row: &impl Serialize) -> Value {
    serde_json::to_value(row).expect("a row of plain values becomes JSON")
}

fn says(search: &str, texts: &[&str]) -> bool {
    let words = fold(search);
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    words.split_whitespace().all(|word| folded.iter().any(|text| text.contains(word)))
}
