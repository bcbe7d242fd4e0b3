//! Finds the realm that an address belongs to before the router sees the address.
//!
//! The prefix is cut off the path, so that the same routes serve every realm; nesting routers instead would
//! change what path parameters mean.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use http::Uri;
use http::uri::PathAndQuery;
use realm::Realms;
use tower::ServiceExt as _;

/// The whole program as one router: `inner` in whatever realm the address names. An address of a sandbox that
/// is gone reaches `inner` unchanged, where it is not found.
pub fn enter_realm(realms: Arc<Realms>, inner: Router) -> Router {
    Router::new().fallback(move |mut request: Request| {
        let realm = match realms.find(request.uri().path()) {
            Some((realm, rest)) if rest.len() < request.uri().path().len() => {
                if let Some(uri) = with_path(request.uri(), rest) {
                    *request.uri_mut() = uri;
                }
                realm
            }
            Some((realm, _)) => realm,
            None => realms.live().clone(),
        };
        request.extensions_mut().insert(realm);
        inner.clone().oneshot(request)
    })
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
