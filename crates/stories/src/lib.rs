//! Whole-program tests: the real router on a real socket, on a real SQLite file and a real PostgreSQL database.
//!
//! A story takes a [`House`] and is run on both engines by [`on_both!`](crate::on_both). It is Tuesday
//! 24 November 2026, half past ten in Denmark, until the story moves the clock.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::net::SocketAddr;
use std::sync::Arc;

use omtanke::app::{App, simulated_mitid};
use omtanke::settings::LimitSettings;
use page::{Phone, Site};
use people::SignIn;
use realm::{Actor, Chance, Clock, Realm, RealmKind, Realms, Via};
use store::Store;
use tokio::net::TcpListener;
use town::Townsman;

/// Which database a story runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file in a folder of its own.
    Sqlite,
    /// A database of its own on the cluster that the test start-up made.
    Postgres,
}

/// Runs a story on both databases: `on_both!(name)` for `async fn name(house: House)`.
#[macro_export]
macro_rules! on_both {
    ($($story:ident),* $(,)?) => {$(
        mod $story {
            #[tokio::test]
            async fn on_sqlite() {
                super::$story($crate::House::open($crate::Engine::Sqlite).await).await;
            }
            #[tokio::test]
            async fn on_postgres() {
                super::$story($crate::House::open($crate::Engine::Postgres).await).await;
            }
        }
    )*};
}

/// A running program with the small town in it.
pub struct House {
    /// Its address, `http://127.0.0.1:PORT`.
    pub url: String,
    /// Its live realm.
    pub realm: Arc<Realm>,
    /// Every realm that it serves.
    pub realms: Arc<Realms>,
    /// The database under it.
    pub engine: Engine,
    client: reqwest::Client,
    _folder: tempfile::TempDir,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: http::HeaderMap,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The body as JSON.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("not JSON ({error}): {}", self.body))
    }

    /// A header.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl House {
    /// A new house on a new database.
    pub async fn open(engine: Engine) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = tempfile::tempdir().unwrap();
        let realm = new_realm(engine, "", &folder).await;
        omtanke::prepare::prepare(&realm, |_| {}).await.unwrap();
        town::settle_small(&realm).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let realms = Arc::new(Realms::new(realm.clone()));
        let app = App {
            site: Arc::new(Site {
                public_url: url.clone(),
                phone: Phone { number: "00 00 01 00".to_owned(), hours: String::new(), example: true },
                demo: true,
                behind_proxy: false,
            }),
            realms: realms.clone(),
            sign_in: Arc::new(SignIn::new(vec![simulated_mitid()], url.clone()).unwrap()),
            limits: Arc::new(LimitSettings::generous().limits()),
            equipment: Arc::default(),
            demo: true,
        };
        let service = app.router().into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { url, realm, realms, engine, client, _folder: folder }
    }

    /// Opens a sandbox under `/oev/KEY`, on a database of its own, with the place register and nothing else.
    pub async fn sandbox(&self, key: &str) -> Arc<Realm> {
        let realm = new_realm(self.engine, &format!("/oev/{key}"), &self._folder).await;
        omtanke::prepare::prepare(&realm, |_| {}).await.unwrap();
        self.realms.add(realm.clone());
        realm
    }

    /// Fetches a page as nobody.
    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "", "").await
    }

    /// Fetches a page with a cookie.
    pub async fn get_as(&self, cookie: &str, path: &str) -> Answer {
        self.send("GET", path, cookie, "").await
    }

    /// Sends a form with a cookie.
    pub async fn post_as(&self, cookie: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send("POST", path, cookie, &serde_urlencoded::to_string(form).unwrap()).await
    }

    /// Sends anything.
    pub async fn send(&self, method: &str, path: &str, cookie: &str, body: &str) -> Answer {
        let mut request = self
            .client
            .request(method.parse().unwrap(), format!("{}{path}", self.url))
            .header("accept", "text/html")
            .header("cookie", cookie);
        if method == "POST" {
            request = request
                .header("content-type", "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin")
                .body(body.to_owned());
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Answer { status, headers, body: response.text().await.unwrap() }
    }

    /// Signs somebody from the town in, and gives the cookie. The sign-in itself has its own stories.
    pub async fn sign_in(&self, person: Townsman) -> String {
        let mut work = self.realm.work(Actor::program("story", Via::Program)).await.unwrap();
        let subject = format!("town-{}", person.user_name);
        let row = people::person_by_identity(work.tx(), "demo", &subject).await.unwrap().unwrap();
        let secret = people::session::start(&mut work, row.id, "demo").await.unwrap();
        work.commit().await.unwrap();
        format!("omtanke={secret}")
    }

    /// The id of a help point, by its name.
    pub async fn point(&self, name: &str) -> String {
        let directory = help::directory::directory(&self.realm).await.unwrap();
        let entry = directory.entries.iter().find(|entry| entry.point.name == name);
        entry.unwrap_or_else(|| panic!("there is no {name:?} in the town")).point.id.to_string()
    }
}

async fn new_realm(engine: Engine, prefix: &str, folder: &tempfile::TempDir) -> Arc<Realm> {
    let store = Store::open(&new_database(engine, folder).await).await.unwrap();
    let clock = Clock::standing_at("2026-11-24T09:30:00Z".parse().unwrap());
    Arc::new(Realm::new(RealmKind::Demo, prefix, store, clock, Chance::System))
}

/// The address of a new, empty database.
pub async fn new_database(engine: Engine, folder: &tempfile::TempDir) -> String {
    let name = format!("story_{}", uuid::Builder::from_random_bytes(random()).into_uuid().simple());
    match engine {
        Engine::Sqlite => format!("sqlite:{}", folder.path().join(format!("{name}.db")).display()),
        Engine::Postgres => {
            use sqlx::{Connection as _, Executor as _};
            let cluster = std::env::var("OMTANKE_TEST_POSTGRES")
                .expect("the stories need PostgreSQL: run `cargo xtask test`, which starts one");
            let mut connection = sqlx::PgConnection::connect(&cluster).await.unwrap();
            let create = format!("create database {name}");
            connection.execute(sqlx::AssertSqlSafe(create)).await.unwrap();
            let (server, _) = cluster.rsplit_once('/').unwrap();
            format!("{server}/{name}")
        }
    }
}

fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    Chance::System.fill(&mut bytes);
    bytes
}
