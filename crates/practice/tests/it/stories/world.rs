//! A sandbox with everything that stories need, and somebody who clicks.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Body;
use axum::response::Response;
use axum::{Extension, Router, middleware};
use futures_util::future::BoxFuture;
use http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use jiff::SignedDuration;
use jobs::Jobs;
use page::{Phone, Site};
use practice::exercises::start_of;
use practice::sandbox::{Bounds, Sandboxes, Start, Telephone, WorldError, Worlds};
use practice::scenarios::{library, play};
use realm::{Chance, Clock, Realm, RealmKeeper as _, RealmKind, Realms};
use store::Store;
use tower::ServiceExt as _;

/// A fresh realm on SQLite, as sandboxes are.
pub(super) async fn realm(kind: RealmKind, folder: &tempfile::TempDir, name: &str) -> Arc<Realm> {
    let store = Store::open(&format!("sqlite:{}", folder.path().join(name).display())).await.unwrap();
    let clock = Clock::standing_at("2026-11-24T09:30:00Z".parse().unwrap());
    schema::MIGRATIONS.run(&store, clock.now()).await.unwrap();
    let prefix = if kind == RealmKind::Sandbox { "/oev/hold7" } else { "" };
    Arc::new(Realm::new(kind, prefix, store, clock, Chance::seeded(7)))
}

/// A world in which there is nobody yet.
struct Nobody;

impl Worlds for Nobody {
    fn schema(&self) -> i64 {
        schema::MIGRATIONS.newest()
    }

    fn standard(&self) -> &'static str {
        "nobody"
    }

    fn has(&self, world: &str) -> bool {
        world == "nobody" || library().get(world).is_some()
    }

    fn real_help(&self) -> Option<String> {
        Some("https://hjaelp.example.dk/find-hjaelp".to_owned())
    }

    fn build<'a>(
        &'a self,
        world: &'a str,
        realm: &'a Arc<Realm>,
    ) -> BoxFuture<'a, Result<Start, WorldError>> {
        Box::pin(async move {
            schema::MIGRATIONS.run(&realm.store, realm.now()).await.unwrap();
            let Some(story) = library().get(world) else {
                return Ok(Start { user_name: None, path: "/oevelser".to_owned() });
            };
            play(realm, story).await.unwrap();
            Ok(start_of(story))
        })
    }

    fn jobs(&self, _: Telephone) -> Jobs {
        Jobs::new()
    }
}

/// The exercises and MitID in front of a sandbox, with a browser that keeps its cookies.
pub(super) struct Learner {
    pub(super) realm: Arc<Realm>,
    pub(super) sandboxes: Arc<Sandboxes>,
    router: Router,
    pub(super) base: String,
    cookies: BTreeMap<String, String>,
    _folder: tempfile::TempDir,
}

/// A page that came.
pub(super) struct Page {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: String,
}

impl Learner {
    /// A learner in a sandbox of their own, or at a realm of another kind.
    pub(super) async fn in_a(kind: RealmKind) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let house = if kind == RealmKind::Sandbox { RealmKind::Live } else { kind };
        let store =
            Store::open(&format!("sqlite:{}", folder.path().join("root.db").display())).await.unwrap();
        schema::MIGRATIONS.run(&store, Clock::System.now()).await.unwrap();
        let root =
            Arc::new(Realm::new(house, "", store, Clock::ahead_by(SignedDuration::ZERO), Chance::System));
        let bounds = Bounds { spare_disk: 0, ..Bounds::default() };
        let sandboxes = folder.path().join("practice");
        let sandboxes =
            Arc::new(Sandboxes::in_folder(sandboxes, root.clone(), Arc::new(Nobody), bounds).unwrap());
        let realm = match kind {
            RealmKind::Sandbox => sandboxes.open(None).await.unwrap().realm,
            _ => root.clone(),
        };
        let realms = Realms::new(root).with_keeper(sandboxes.clone());
        let site = Site {
            public_url: "https://hjaelp.example.dk".to_owned(),
            phone: Phone { number: "00 00 01 00".to_owned(), hours: String::new(), example: true },
            demo: true,
            behind_proxy: false,
        };
        let inner = practice::routes()
            .into_router()
            .layer(middleware::from_fn(page::render_problems))
            .layer(middleware::from_fn(page::prepare_visit))
            .layer(middleware::from_fn(access::load_visitor))
            .layer(middleware::from_fn(practice::sandbox::one_at_a_time))
            .layer(Extension(sandboxes.clone()));
        let router = page::behind_the_door(Arc::new(realms), Arc::new(site), inner);
        let base = realm.prefix.clone();
        Self { realm, sandboxes, router, base, cookies: BTreeMap::new(), _folder: folder }
    }

    /// A learner who has opened a sandbox in which a story has begun.
    pub(super) async fn in_the_story(slug: &str) -> (Self, Page) {
        let mut learner = Self::in_a(RealmKind::Sandbox).await;
        learner.base = String::new();
        let page = learner.post("/oev", &[("world", slug)]).await;
        if page.status == StatusCode::OK {
            learner.settle().await;
        }
        (learner, page)
    }

    /// Takes the sandbox that the addresses lead to for one's own.
    pub(super) async fn settle(&mut self) {
        self.realm = self.sandboxes.realm(self.base.strip_prefix("/oev/").unwrap()).await.unwrap();
    }

    pub(super) async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(format!("{}{path}", self.base)), Body::empty()).await
    }

    /// The page as a frame asks for it.
    pub(super) async fn get_in_a_frame(&mut self, path: &str) -> Page {
        let request = Request::get(format!("{}{path}", self.base)).header("sec-fetch-dest", "iframe");
        self.send(request, Body::empty()).await
    }

    /// Sends a form and follows where it leads.
    pub(super) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let form = "application/x-www-form-urlencoded";
        let request = Request::post(format!("{}{path}", self.base)).header(CONTENT_TYPE, form);
        self.send(request, Body::from(serde_urlencoded::to_string(fields).unwrap())).await
    }

    /// Who the cookie says that the learner is.
    pub(super) async fn name(&self) -> Option<String> {
        self.name_at(&self.base.clone()).await
    }

    /// Who the cookie of a seat says that the learner is.
    pub(super) async fn name_at(&self, prefix: &str) -> Option<String> {
        let name = format!("__Secure-omtanke-{}", prefix.rsplit('/').next().unwrap());
        let secret = self.cookies.get(&name)?;
        let tx = self.realm.read().await.unwrap();
        let session = people::session::find(&tx, secret, self.realm.now()).await.unwrap()?;
        people::person(&tx, session.person).await.unwrap().map(|person| person.name)
    }

    async fn send(&mut self, request: http::request::Builder, body: Body) -> Page {
        let mut response = self.ask(request, body).await;
        for _ in 0..5 {
            let Some(to) = response.headers().get(LOCATION).map(|to| to.to_str().unwrap().to_owned()) else {
                break;
            };
            let path = to.strip_prefix("https://hjaelp.example.dk").unwrap_or(&to).split('#').next().unwrap();
            if let Some((_, behind)) = path.split_once("/oev/") {
                self.base = format!("/oev/{}", behind.split('/').next().unwrap());
            }
            response = self.ask(Request::get(path), Body::empty()).await;
        }
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Page { status, headers, body: String::from_utf8(body.to_vec()).unwrap() }
    }

    async fn ask(&mut self, request: http::request::Builder, body: Body) -> Response {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, secret)| format!("{name}={secret}")).collect();
        let request = request.header(COOKIE, cookies.join("; ")).body(body).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        for cookie in response.headers().get_all(SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, secret) = pair.split_once('=').unwrap();
            if secret.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), secret.to_owned());
            }
        }
        response
    }
}

impl Page {
    pub(super) fn says(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}
