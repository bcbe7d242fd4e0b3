//! The door of the house: what happens to every request before it reaches the router, and to every answer after.
//!
//! It finds the realm that the address belongs to and cuts its prefix off the path, so that the same routes serve every
//! realm; nesting routers instead would change what path parameters mean. It numbers the request, gives kept pages again,
//! adds the headers that keep a page to itself, counts, and writes one log line.
//!
//! One function rather than layers of the router: each such layer copies all that stand inside it for every request, which
//! costs a kept page more than the page itself.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::Uri;
use http::uri::PathAndQuery;
use realm::{Realm, RealmKind, Realms};
use tracing::Instrument as _;
use tracing::field::Empty;

use crate::measure::{Measures, method_label};
use crate::{RequestId, Site, headers, kept};

/// How many characters a caller's own number of a request has at most.
const LONGEST_NUMBER: usize = 128;

/// The whole program as one router: `rooms` behind the door. An address of a sandbox that is gone reaches the rooms
/// unchanged, where it is not found.
pub fn behind_the_door(realms: Arc<Realms>, site: Arc<Site>, rooms: Router) -> Router {
    let rooms = rooms.layer(axum::middleware::from_fn(tell_route));
    let measures = Arc::new(Measures::new());
    Router::new().fallback(move |request: Request| {
        let (realms, site, rooms, measures) = (realms.clone(), site.clone(), rooms.clone(), measures.clone());
        async move {
            let found = realms.find(request.uri().path()).await.map(|(realm, rest)| (realm, rest.len()));
            let (realm, rest) = found.unwrap_or_else(|| (realms.live().clone(), request.uri().path().len()));
            let request = in_realm(request, rest);
            enter(realm, site, rooms, measures, request).await
        }
    })
}

async fn enter(
    realm: Arc<Realm>,
    site: Arc<Site>,
    rooms: Router,
    measures: Arc<Measures>,
    mut request: Request,
) -> Response {
    let begun = Instant::now();
    let in_flight = measures.begin();
    let id = number(&realm);
    let asked_as = callers_number(&request);
    let method = method_label(request.method());
    let is_asset = request.uri().path().starts_with("/assets/");
    let is_practice = realm.kind == RealmKind::Sandbox;
    let secure = site.is_secure();
    let extensions = request.extensions_mut();
    extensions.insert(realm);
    extensions.insert(site);
    extensions.insert(RequestId(id.clone()));

    let span = tracing::info_span!("request", id, method, route = Empty, status = Empty);
    let mut response = kept::through(request, rooms).instrument(span.clone()).await;
    headers::guard(&mut response, asked_as.as_deref().unwrap_or(&id), is_asset, is_practice, secure);

    let route = response.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str);
    let status = response.status();
    let took = begun.elapsed();
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    // The route pattern, never the address: it may hold what somebody typed.
    tracing::info!(id, method, route, status = status.as_u16(), micros, "answered");
    span.record("route", route).record("status", status.as_u16());
    in_flight.answered(route, method, status, took);
    response
}

/// A number that a request's log lines, audit records and answer share.
fn number(realm: &Realm) -> String {
    let mut bytes = [0; 8];
    realm.chance.fill(&mut bytes);
    format!("{:016x}", u64::from_le_bytes(bytes))
}

/// The number that a program gave its call itself, which is then answered with it (AuthZEN 1.0, request identification). Our own
/// stands in the log.
fn callers_number(request: &Request) -> Option<String> {
    let number = request.headers().get(headers::REQUEST_ID)?.to_str().ok()?;
    let is_fit = !number.is_empty() && number.len() <= LONGEST_NUMBER;
    (is_fit && request.uri().path().starts_with("/api/")).then(|| number.to_owned())
}

/// The request with only the last `rest` bytes of its path.
fn in_realm(mut request: Request, rest: usize) -> Request {
    let path = request.uri().path();
    if rest < path.len() || path.is_empty() {
        let path = if rest == 0 { "/" } else { &path[path.len() - rest..] };
        if let Some(uri) = with_path(request.uri(), path) {
            *request.uri_mut() = uri;
        }
    }
    request
}

fn with_path(uri: &Uri, path: &str) -> Option<Uri> {
    let whole = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(whole).ok()?);
    Uri::from_parts(parts).ok()
}

/// Tells the door which route the router chose.
async fn tell_route(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn cut(address: &str, rest: usize) -> String {
        in_realm(Request::builder().uri(address).body(Body::empty()).unwrap(), rest).uri().to_string()
    }

    #[test]
    fn a_prefix_is_cut_off_and_the_query_stays() {
        assert_eq!(cut("/oev/abc/sted/1?lang=ar", "/sted/1".len()), "/sted/1?lang=ar");
        assert_eq!(cut("/sted/1?lang=ar", "/sted/1".len()), "/sted/1?lang=ar");
        assert_eq!(cut("/oev/abc", 0), "/");
    }
}
