//! `GET /api/help-points`: the same search for programs.

use axum::Json;
use axum::routing::get;
use page::{May, Problem, Query, Visit};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use super::{Ask, SHOWN_AT_MOST, Understood, When, search};
use crate::directory;
use crate::shown;

/// How many help points are answered when nobody says.
const DEFAULT_LIMIT: usize = 20;

pub(crate) fn routes() -> page::Routes {
    page::Routes::new().get("/api/help-points", May::Anyone, get(list))
}

/// Describes the interface.
#[derive(OpenApi)]
#[openapi(paths(list), components(schemas(HelpPoints, Item)))]
pub struct HelpPointsApi;

/// Help points near a place.
#[derive(Debug, Serialize, ToSchema)]
struct HelpPoints {
    /// What `near` was taken to mean, such as `9000 Aalborg`; null when it was not given or not understood.
    understood_as: Option<String>,
    /// Whether `near` was spelt in another way.
    corrected: bool,
    /// Places that `near` could also mean, or that come closest when it was not understood.
    suggestions: Vec<String>,
    /// Wishes that were dropped because nothing fitted them all.
    dropped: Vec<&'static str>,
    /// How many help points fit; `items` may have fewer.
    total: usize,
    /// Places, nearest first, then national lines.
    items: Vec<Item>,
}

/// One help point.
#[derive(Debug, Serialize, ToSchema)]
struct Item {
    /// Its id.
    id: String,
    /// What it is called.
    name: String,
    /// `borgerservice`, `library`, `telephone`, `chat`, `it-cafe` or `home-visit`.
    kind: &'static str,
    /// Whether it helps people from the whole country.
    national: bool,
    /// The official code of the municipality it is in or serves.
    municipality_code: Option<String>,
    /// Kilometres from `near`; null for national lines and without `near`.
    distance_km: Option<f64>,
    /// Whether it is open at `open_at`, or now.
    open: bool,
    /// Languages spoken, ISO 639-1.
    languages: Vec<String>,
    /// What it helps with.
    topics: Vec<&'static str>,
    /// Access without steps: `yes`, `no` or `unknown`.
    step_free: &'static str,
    /// Telephone number.
    phone: Option<String>,
    /// What in it is made up, for demonstration.
    examples: Vec<&'static str>,
    /// Its page.
    url: String,
}

/// Find help near a place.
#[utoipa::path(
    get,
    path = "/api/help-points",
    params(
        ("near" = Option<String>, Query, description = "A postcode or a town, also misspelt", example = "9000"),
        ("lat" = Option<f64>, Query, description = "Latitude, instead of near"),
        ("lon" = Option<f64>, Query, description = "Longitude, instead of near"),
        ("topic" = Option<String>, Query, description = "mitid, digital-post, borger-dk, sundhed-dk, skat-dk, business, power-of-attorney, exemption, computer-basics or online-safety"),
        ("kind" = Option<String>, Query, description = "borgerservice, library, telephone, chat, it-cafe or home-visit"),
        ("language" = Option<String>, Query, description = "A language spoken there, ISO 639-1"),
        ("step_free" = Option<String>, Query, description = "Anything: only places without steps"),
        ("open_at" = Option<String>, Query, description = "now, or a Danish local time such as 2026-12-24T10:00"),
        ("limit" = Option<usize>, Query, description = "1 to 200; 20 when not given"),
    ),
    responses((status = 200, body = HelpPoints), (status = 400, description = "problem+json naming the parameter"))
)]
async fn list(visit: Visit, Query(ask): Query<Ask>) -> Result<Json<HelpPoints>, Problem> {
    let parsed = ask.parse(words::words(basics::Language::En));
    if let Some((field, message)) = parsed.errors.all().first() {
        return Err(Problem::bad_parameter(field, message));
    }
    let limit = match ask.limit.as_str() {
        "" => DEFAULT_LIMIT,
        text => text
            .parse()
            .ok()
            .filter(|limit| (1..=SHOWN_AT_MOST).contains(limit))
            .ok_or_else(|| Problem::bad_parameter("limit", "must be a number from 1 to 200"))?,
    };
    let directory = directory::directory(&visit.realm).await?;
    let moment = match parsed.when {
        When::At(local) => shown::local_moment(local),
        When::Any | When::Now => visit.realm.now().into(),
    };
    let answer = search(&directory, &parsed.place, &parsed.wishes, moment);
    let (corrected, suggestions) = match &answer.understood {
        Understood::Place { corrected, others, .. } => (*corrected, others.as_slice()),
        Understood::Unknown(nearest) => (false, nearest.as_slice()),
        Understood::Nowhere | Understood::Position(..) => (false, &[][..]),
    };
    let hits = answer.found.hits.iter().take(limit);
    let lines = answer.lines.iter().filter(|hit| {
        let wanted = &parsed.wishes;
        wanted.kind.is_none_or(|kind| hit.entry.point.kind == kind) && (!wanted.open || hit.open)
    });
    let item = |hit: &super::Hit<'_>| {
        let point = &hit.entry.point;
        Item {
            id: point.id.to_string(),
            name: point.name.clone(),
            kind: point.kind.code(),
            national: point.national,
            municipality_code: point.municipality_code.clone(),
            distance_km: hit.km.map(|km| (km * 100.0).round() / 100.0),
            open: hit.open,
            languages: point.languages.iter().cloned().collect(),
            topics: point.topics().into_iter().map(crate::model::Topic::code).collect(),
            step_free: point.step_free.code(),
            phone: point.phone.clone(),
            examples: point.examples.iter().map(|part| part.code()).collect(),
            url: format!("{}{}", visit.site.public_url, visit.href(&shown::path(point.id))),
        }
    };
    Ok(Json(HelpPoints {
        understood_as: answer.understood.name().map(str::to_owned),
        corrected,
        suggestions: suggestions.iter().map(|place| place.name.clone()).collect(),
        dropped: answer.found.dropped.iter().map(|wish| wish.key().trim_start_matches("wish-")).collect(),
        total: answer.found.hits.len(),
        items: hits.chain(lines.take(limit)).take(limit).map(item).collect(),
    }))
}
