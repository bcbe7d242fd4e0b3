//! A realm in a folder that goes away, the program's layers around it, and a browser that keeps cookies.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::people::{Broker, SignIn, routes, session};
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::{Extension, Router};
use http::header::{CACHE_CONTROL, COOKIE, LOCATION, SET_COOKIE};
use http::{Method, StatusCode};
use http_body_util::BodyExt as _;
use jiff::Timestamp;
use page::{Phone, Site, Visitor, prepare_visit, render_problems};
use realm::{Actor, Chance, Clock, Realm, RealmKind, Realms, Via, Work};
use store::Store;
use tower::ServiceExt as _;
use vault::Keyring;

/// The keys of a world, until a test changes them.
pub(crate) const KEYS: &str = "k1 1111111111111111111111111111111111111111111111111111111111111111";
/// The keys after a new one was made.
pub(crate) const NEWER_KEYS: &str = "k2 2222222222222222222222222222222222222222222222222222222222222222
    k1 1111111111111111111111111111111111111111111111111111111111111111";
/// The keys when the old one is gone.
pub(crate) const NEWEST_KEYS: &str = "k2 2222222222222222222222222222222222222222222222222222222222222222";

pub(crate) fn keys(lines: &str) -> Keyring {
    Keyring::parse(lines).unwrap()
}

/// Runs a test on both engines: `on_both!(name)` for `async fn name(world: World)`.
macro_rules! on_both {
    ($($test:ident),* $(,)?) => {$(
        mod $test {
            #[tokio::test]
            async fn on_sqlite() {
                super::$test(crate::world::World::new(realm::RealmKind::Live).await).await;
            }
            #[tokio::test]
            async fn on_postgres() {
                super::$test(crate::world::World::on_postgres().await).await;
            }
        }
    )*};
}
pub(crate) use on_both;

/// A Monday morning in Vejle.
pub(crate) fn monday() -> Timestamp {
    "2026-03-02T09:00:00+01:00".parse().unwrap()
}

pub(crate) struct World {
    pub(crate) realm: Arc<Realm>,
    pub(crate) realms: Arc<Realms>,
    url: String,
    folder: tempfile::TempDir,
}

fn in_folder(folder: &tempfile::TempDir, name: &str) -> String {
    format!("sqlite:{}", folder.path().join(name).display())
}

async fn realm(url: &str, kind: RealmKind, prefix: &str, seed: u64) -> Realm {
    let store = Store::open(url).await.unwrap();
    schema::MIGRATIONS.run(&store, monday()).await.unwrap();
    let clock = Clock::standing_at(monday());
    Realm::new(kind, prefix, store, clock, Chance::seeded(seed)).with_keys(keys(KEYS))
}

impl World {
    pub(crate) async fn new(kind: RealmKind) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = in_folder(&folder, "1.db");
        Self::at(url, kind, folder).await
    }

    /// The live realm on PostgreSQL.
    pub(crate) async fn on_postgres() -> Self {
        Self::at(testing::new_postgres().await, RealmKind::Live, tempfile::tempdir().unwrap()).await
    }

    async fn at(url: String, kind: RealmKind, folder: tempfile::TempDir) -> Self {
        let live = Arc::new(realm(&url, kind, "", 1).await);
        Self { realm: live.clone(), realms: Arc::new(Realms::new(live)), url, folder }
    }

    /// Another node on the same database, with keys of its own.
    pub(crate) async fn node(&self, seed: u64, lines: &str) -> Realm {
        realm(&self.url, self.realm.kind, "", seed).await.with_keys(keys(lines))
    }

    /// Everything that the realm has on disk, where it is a file.
    pub(crate) fn bytes_on_disk(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            bytes.extend(std::fs::read(entry.unwrap().path()).unwrap());
        }
        bytes
    }

    /// Adds a sandbox beside the first realm.
    pub(crate) async fn sandbox(&self, prefix: &str) -> Arc<Realm> {
        let url = in_folder(&self.folder, "2.db");
        let sandbox = Arc::new(realm(&url, RealmKind::Sandbox, prefix, 2).await);
        self.realms.add(sandbox.clone());
        sandbox
    }

    pub(crate) async fn work(&self) -> Work<'_> {
        self.realm.work(Actor::program("test", Via::Program)).await.unwrap()
    }

    /// The program as a browser meets it.
    pub(crate) fn app(&self, brokers: Vec<Broker>, public_url: &str, backchannel: Option<&str>) -> App {
        self.app_of(SignIn::new(brokers, public_url).unwrap(), public_url, backchannel)
    }

    /// As [`World::app`], where somebody takes in what logins bring along.
    pub(crate) fn app_with(
        &self,
        brokers: Vec<Broker>,
        public_url: &str,
        backchannel: Option<&str>,
        baggage: impl ::people::Baggage + 'static,
    ) -> App {
        let sign_in = SignIn::new(brokers, public_url).unwrap().with_baggage(baggage);
        self.app_of(sign_in, public_url, backchannel)
    }

    fn app_of(&self, mut sign_in: SignIn, public_url: &str, backchannel: Option<&str>) -> App {
        if let Some(base) = backchannel {
            sign_in = sign_in.with_backchannel(base);
        }
        let phone = Phone { number: "70 10 00 00".to_owned(), hours: String::new(), example: true };
        let site = Site { public_url: public_url.to_owned(), phone, demo: false, behind_proxy: false };
        let router = routes()
            .into_router()
            .fallback(async || StatusCode::NOT_FOUND)
            .layer(from_fn(render_problems))
            .layer(from_fn(prepare_visit))
            .layer(from_fn(find_visitor))
            .layer(Extension(Arc::new(sign_in)));
        App(page::behind_the_door(self.realms.clone(), Arc::new(site), router))
    }
}

/// What `access` does in the program.
async fn find_visitor(mut request: Request, next: Next) -> Response {
    let realm = request.extensions().get::<Arc<Realm>>().unwrap().clone();
    let site = request.extensions().get::<Arc<Site>>().unwrap().clone();
    if let Some(secret) = session::secret_in(request.headers(), &site, &realm.prefix) {
        let tx = realm.read().await.unwrap();
        if let Some(session) = session::find(&tx, secret, realm.now()).await.unwrap() {
            let person = ::people::person(&tx, session.person).await.unwrap().unwrap();
            let visitor = Visitor { person: person.id, name: person.name, may: [].into() };
            request.extensions_mut().insert(visitor);
        }
    }
    next.run(request).await
}

#[derive(Clone)]
pub(crate) struct App(Router);

impl App {
    pub(crate) fn browser(&self) -> Browser {
        Browser { app: self.clone(), cookies: BTreeMap::new() }
    }
}

/// A browser: cookies, and pages as text.
#[derive(Clone)]
pub(crate) struct Browser {
    app: App,
    pub(crate) cookies: BTreeMap<String, String>,
}

pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) set_cookies: Vec<String>,
    pub(crate) cache_control: String,
    pub(crate) body: String,
}

impl Browser {
    /// Opens a page, and the one that a sign-in that stopped leads to.
    pub(crate) async fn get(&mut self, path: &str) -> Page {
        let page = self.call(Method::GET, path).await;
        if !page.location.contains("/log-ind/stop/") {
            return page;
        }
        let stopped = self.call(Method::GET, &page.location).await;
        assert!(!stopped.body.contains("code=") && !stopped.body.contains("state="), "{}", stopped.body);
        stopped
    }

    pub(crate) async fn post(&mut self, path: &str) -> Page {
        self.call(Method::POST, path).await
    }

    async fn call(&mut self, method: Method, path: &str) -> Page {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder().method(method).uri(path).header(COOKIE, cookies.join("; "));
        let response =
            self.app.0.clone().oneshot(request.body(axum::body::Body::empty()).unwrap()).await.unwrap();
        let texts = |name| {
            let values = response.headers().get_all(name).iter();
            values.map(|value| value.to_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let set_cookies = texts(SET_COOKIE);
        for cookie in &set_cookies {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let (status, location) = (response.status(), texts(LOCATION).pop().unwrap_or_default());
        let cache_control = texts(CACHE_CONTROL).join(", ");
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        Page {
            status,
            location,
            set_cookies,
            cache_control,
            body: String::from_utf8(bytes.to_vec()).unwrap(),
        }
    }
}

/// The parameter of an address.
pub(crate) fn parameter(address: &str, name: &str) -> Option<String> {
    let query = address.split_once('?')?.1;
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap();
    pairs.into_iter().find_map(|(key, value)| (key == name).then_some(value))
}
