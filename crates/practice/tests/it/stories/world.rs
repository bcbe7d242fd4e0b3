//! A sandbox with everything that stories need, and somebody who clicks.

use std::sync::Arc;

use axum::body::Body;
use axum::{Router, middleware};
use http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use page::{Phone, Site};
use realm::{Chance, Clock, Realm, RealmKind, Realms};
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

/// The exercises in front of a realm, with a browser that keeps its cookie.
pub(super) struct Learner {
    pub(super) realm: Arc<Realm>,
    router: Router,
    base: String,
    cookie: String,
    _folder: tempfile::TempDir,
}

/// A page that came.
pub(super) struct Page {
    pub(super) status: StatusCode,
    pub(super) body: String,
}

impl Learner {
    pub(super) async fn in_a(kind: RealmKind) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let realm = realm(kind, &folder, "learner.db").await;
        let root = if kind == RealmKind::Sandbox {
            self::realm(RealmKind::Live, &folder, "root.db").await
        } else {
            realm.clone()
        };
        let realms = Realms::new(root);
        realms.add(realm.clone());
        let site = Site {
            public_url: "https://hjaelp.example.dk".to_owned(),
            phone: Phone { number: "00 00 01 00".to_owned(), hours: String::new(), example: true },
            demo: true,
            behind_proxy: false,
        };
        let inner = practice::exercises::routes()
            .into_router()
            .layer(middleware::from_fn(page::render_problems))
            .layer(middleware::from_fn(page::prepare_visit))
            .layer(middleware::from_fn(access::load_visitor));
        let router = page::behind_the_door(Arc::new(realms), Arc::new(site), inner);
        let base = realm.prefix.clone();
        Self { realm, router, base, cookie: String::new(), _folder: folder }
    }

    pub(super) async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(format!("{}{path}", self.base)), Body::empty()).await
    }

    /// Sends a form and follows where it leads.
    pub(super) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let form = "application/x-www-form-urlencoded";
        let request = Request::post(format!("{}{path}", self.base)).header(CONTENT_TYPE, form);
        self.send(request, Body::from(serde_urlencoded::to_string(fields).unwrap())).await
    }

    /// Who the cookie says that the learner is.
    pub(super) async fn name(&self) -> Option<String> {
        let secret = self.cookie.split_once('=')?.1;
        let tx = self.realm.read().await.unwrap();
        let session = people::session::find(&tx, secret, self.realm.now()).await.unwrap()?;
        people::person(&tx, session.person).await.unwrap().map(|person| person.name)
    }

    async fn send(&mut self, request: http::request::Builder, body: Body) -> Page {
        let mut response = self
            .router
            .clone()
            .oneshot(request.header(COOKIE, &self.cookie).body(body).unwrap())
            .await
            .unwrap();
        for _ in 0..5 {
            if let Some(cookie) = response.headers().get(SET_COOKIE) {
                self.cookie = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
            }
            let Some(to) = response.headers().get(LOCATION).map(|to| to.to_str().unwrap().to_owned()) else {
                break;
            };
            let path = to.split('#').next().unwrap();
            let request = Request::get(path).header(COOKIE, &self.cookie).body(Body::empty()).unwrap();
            response = self.router.clone().oneshot(request).await.unwrap();
        }
        let status = response.status();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Page { status, body: String::from_utf8(body.to_vec()).unwrap() }
    }
}

impl Page {
    pub(super) fn says(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}
