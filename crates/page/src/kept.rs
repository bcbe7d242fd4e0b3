//! Finished pages that are given again to readers who are not signed in: rendered and packed once, not for each of
//! them.
//!
//! A handler marks an answer with [`MayBeKept`] and says how to ask whether it is still true. It is given again within
//! the same minute, for the same address, language, text size and packing, and only while that answer is yes.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{MatchedPath, Request};
use axum::response::{IntoResponse as _, Response};
use http::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, SET_COOKIE};
use http::response::Parts;
use http::{HeaderMap, Method};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use realm::{Realm, RealmKind};
use tower::ServiceExt as _;

use crate::{Problem, Site, cookies};

/// Longer addresses than people make are not worth keeping.
const LONGEST_ADDRESS: usize = 300;
/// Larger pages are not kept.
const LARGEST_PAGE: usize = 512 * 1024;
/// All kept pages of a realm together, so that a node stays small.
const ROOM: u64 = 16 << 20;
/// About as many pages as there is room for.
const PAGES: usize = 1500;

/// How a kept page asks whether what it was made from is still the newest.
pub type StillTrue = fn(Arc<Realm>, i64) -> Pin<Box<dyn Future<Output = bool> + Send>>;

/// Marks an answer that is the same for every reader who is not signed in.
#[derive(Debug, Clone, Copy)]
pub struct MayBeKept {
    /// What the page was made from, as a number.
    pub stamp: i64,
    /// Whether that is still the newest.
    pub still_true: StillTrue,
}

#[derive(Clone)]
struct Kept {
    head: Arc<Parts>,
    body: Bytes,
    minute: i64,
    mark: MayBeKept,
}

#[derive(Clone)]
struct Weight;

impl Weighter<String, Kept> for Weight {
    fn weight(&self, key: &String, page: &Kept) -> u64 {
        (key.len() + page.body.len() + 1024) as u64
    }
}

struct Pages(Cache<String, Kept, Weight>);

impl Default for Pages {
    fn default() -> Self {
        Self(Cache::with_weighter(PAGES, ROOM, Weight))
    }
}

/// Gives a kept page again, or sends the request on to the rooms and keeps their answer if it may be kept.
pub(crate) async fn through(request: Request, rooms: Router) -> Response {
    let (Some(realm), Some(key)) = (request.extensions().get::<Arc<Realm>>().cloned(), key(&request)) else {
        return ask(rooms, request).await;
    };
    let pages: Arc<Pages> = realm.keep.get();
    let minute = realm.now().as_second() / 60;
    if let Some(page) = pages.0.get(&key).filter(|page| page.minute == minute)
        && (page.mark.still_true)(realm, page.mark.stamp).await
    {
        return page.answer();
    }
    let response = ask(rooms, request).await;
    let Some(mark) = response.extensions().get::<MayBeKept>().copied() else { return response };
    if response.headers().contains_key(SET_COOKIE) {
        return response;
    }
    let (head, body) = response.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_PAGE).await else { return Problem::broken().into_response() };
    let page = Kept { head: Arc::new(head), body, minute, mark };
    pages.0.insert(key, page.clone());
    page.answer()
}

async fn ask(rooms: Router, request: Request) -> Response {
    match rooms.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

impl Kept {
    fn answer(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.head.status;
        response.headers_mut().clone_from(&self.head.headers);
        if let Some(route) = self.head.extensions.get::<MatchedPath>() {
            response.extensions_mut().insert(route.clone());
        }
        response
    }
}

/// What two readers must share to be given the same page; `None` for whoever is signed in, and in a sandbox, which has one
/// reader and shows them their telephone.
fn key(request: &Request) -> Option<String> {
    let site = request.extensions().get::<Arc<Site>>()?;
    let realm = request.extensions().get::<Arc<Realm>>()?;
    let headers = request.headers();
    let address = request.uri().path_and_query()?.as_str();
    let signed_in =
        cookies::read(headers, &cookies::secret_name(site, &realm.prefix, cookies::SESSION)).is_some();
    if realm.kind == RealmKind::Sandbox
        || request.method() != Method::GET
        || signed_in
        || address.len() > LONGEST_ADDRESS
    {
        return None;
    }
    let header = |name| header(headers, name);
    let cookie = |name| cookies::read(headers, name).unwrap_or_default();
    let parts = [
        address,
        cookie(cookies::LANGUAGE),
        cookie(cookies::SIZE),
        header(ACCEPT_LANGUAGE),
        header(ACCEPT_ENCODING),
    ];
    Some(parts.join("\n"))
}

fn header(headers: &HeaderMap, name: http::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
