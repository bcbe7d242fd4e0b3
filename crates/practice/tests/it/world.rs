//! A demonstration and two sandboxes, with Aase and Bo; and somebody who clicks and types.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::{Router, middleware};
use http::header::{CONTENT_TYPE, LOCATION};
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::CoreProviderMetadata;
use openidconnect::{HttpRequest, HttpResponse, IssuerUrl};
use page::{Phone, Site};
use practice::mitid;
use realm::{Actor, Chance, Clock, Realm, RealmKind, Realms, Via};
use store::Store;
use tower::ServiceExt as _;

/// Where everything stands.
pub(crate) const PUBLIC: &str = "https://hjaelp.example.dk";
/// The pair of RFC 7636, appendix B.
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub(crate) const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
/// Aase's subject.
pub(crate) const AASE: &str = "3f1c2a5e-0b1d-4c7e-9a64-5d2f8e7b1a01";

pub(crate) fn program() -> Actor {
    Actor::program("the test", Via::Program)
}

/// The program with one realm at the root and others under `/oev/…`.
pub(crate) struct World {
    pub(crate) root: Arc<Realm>,
    pub(crate) realms: Arc<Realms>,
    router: Router,
    folder: tempfile::TempDir,
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) cache_control: String,
    pub(crate) body: String,
}

impl World {
    /// A root realm of the kind, where Aase and Bo can sign in unless it is live.
    pub(crate) async fn new(kind: RealmKind) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = open(&folder, kind, "").await;
        let realms = Arc::new(Realms::new(root.clone()));
        let site = Site {
            public_url: PUBLIC.to_owned(),
            phone: Phone { number: "12 34 56 78".to_owned(), hours: String::new(), example: true },
            demo: true,
            behind_proxy: false,
        };
        let inner = mitid::routes()
            .into_router()
            .layer(middleware::from_fn(page::render_problems))
            .layer(middleware::from_fn(page::prepare_visit));
        let router = page::behind_the_door(realms.clone(), Arc::new(site), inner);
        let world = Self { router, root, realms, folder };
        if kind != RealmKind::Live {
            world.add(&world.root, "aase", AASE, "Aase Holm").await;
            world.add(&world.root, "bo", "3f1c2a5e-0b1d-4c7e-9a64-5d2f8e7b1a02", "Bo Holm").await;
        }
        world
    }

    /// A sandbox, empty of people.
    pub(crate) async fn sandbox(&self, prefix: &str) -> Arc<Realm> {
        let realm = open(&self.folder, RealmKind::Sandbox, prefix).await;
        self.realms.add(realm.clone());
        realm
    }

    pub(crate) async fn add(&self, realm: &Realm, user_name: &str, subject: &str, name: &str) {
        let mut work = realm.work(program()).await.unwrap();
        mitid::add_user(&mut work, user_name, subject, name, date(1940, 1, 1)).await.unwrap();
        work.commit().await.unwrap();
    }

    /// Everything that the realms have on disk.
    pub(crate) fn bytes_on_disk(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect()
    }

    pub(crate) fn wait(&self, by: SignedDuration) {
        self.root.clock.advance(by);
    }

    pub(crate) async fn get(&self, address: &str) -> Reply {
        self.send(Request::get(address).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, address: &str, fields: &[(&str, &str)]) -> Reply {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let request = Request::post(address)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.send(request.unwrap()).await
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let header = |name| {
            response.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
        };
        let (location, cache_control) = (header(LOCATION), header(http::header::CACHE_CONTROL));
        let status = response.status();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Reply { status, location, cache_control, body: String::from_utf8(body.to_vec()).unwrap() }
    }

    /// The router as an HTTP client sees it that calls the public address.
    pub(crate) async fn call(&self, request: HttpRequest) -> Result<HttpResponse, Infallible> {
        let (mut parts, body) = request.into_parts();
        assert_eq!(parts.uri.host(), Some("hjaelp.example.dk"));
        parts.uri = parts.uri.path_and_query().unwrap().as_str().parse().unwrap();
        let request = Request::from_parts(parts, Body::from(body));
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        Ok(Response::from_parts(parts, body.collect().await.unwrap().to_bytes().to_vec()))
    }

    /// What the provider under a prefix says of itself, with its keys.
    pub(crate) async fn discover(&self, prefix: &str) -> CoreProviderMetadata {
        let issuer = IssuerUrl::new(format!("{PUBLIC}{prefix}/mitid")).unwrap();
        let client = |request| self.call(request);
        CoreProviderMetadata::discover_async(issuer, &client).await.unwrap()
    }

    /// Begins a sign-in with the state `s1` and gives the address of its first page.
    pub(crate) async fn begin(&self, prefix: &str) -> String {
        let reply = self.get(&authorize(prefix, &[])).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        assert!(reply.location.starts_with(&format!("{prefix}/mitid/login/")), "{}", reply.location);
        reply.location
    }

    /// Begins a sign-in and says who.
    pub(crate) async fn begin_as(&self, user_name: &str) -> String {
        let login = self.begin("").await;
        let reply = self.post(&login, &[("user_name", user_name)]).await;
        assert_eq!((reply.status, reply.location), (StatusCode::SEE_OTHER, format!("{login}/app")));
        login
    }

    /// Signs somebody in by the telephone and gives the code that comes back.
    pub(crate) async fn code_for(&self, user_name: &str) -> String {
        let login = self.begin_as(user_name).await;
        self.press(&login, "open").await;
        code_in(&self.press(&login, "approve").await.location)
    }

    /// Presses a button on the pretend telephone.
    pub(crate) async fn press(&self, login: &str, answer: &str) -> Reply {
        let reply = self.post(&format!("{login}/app"), &[("answer", answer)]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        reply
    }

    /// Types on the page beside the code device.
    pub(crate) async fn type_code(&self, login: &str, typed: &str) -> Reply {
        self.post(&format!("{login}/code"), &[("code", typed)]).await
    }

    /// Redeems a code as the program does, with some fields otherwise.
    pub(crate) async fn redeem(&self, code: &str, otherwise: &[(&str, &str)]) -> Reply {
        let redirect_uri = format!("{PUBLIC}/log-ind/retur");
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("client_id", "omtanke"),
            ("code", code),
            ("redirect_uri", redirect_uri.as_str()),
            ("code_verifier", VERIFIER),
        ];
        fields.retain(|(name, _)| otherwise.iter().all(|(other, _)| other != name));
        fields.extend(otherwise);
        self.post("/mitid/token", &fields).await
    }
}

async fn open(folder: &tempfile::TempDir, kind: RealmKind, prefix: &str) -> Arc<Realm> {
    let file = folder.path().join(format!("realm{}.db", prefix.replace('/', "-")));
    let store = Store::open(&format!("sqlite:{}", file.display())).await.unwrap();
    let clock = Clock::standing_at("2026-03-02T08:00:00Z".parse::<Timestamp>().unwrap());
    schema::MIGRATIONS.run(&store, clock.now()).await.unwrap();
    // Each realm has a series of its own, or ids of one would be ids of another.
    let seed = prefix.bytes().map(u64::from).sum();
    Arc::new(Realm::new(kind, prefix, store, clock, Chance::seeded(seed)))
}

/// The address that begins a sign-in, with some parameters otherwise; an empty one is left out.
pub(crate) fn authorize(prefix: &str, otherwise: &[(&str, &str)]) -> String {
    let redirect_uri = format!("{PUBLIC}{prefix}/log-ind/retur");
    let client_id = format!("omtanke{prefix}");
    let mut pairs = vec![
        ("response_type", "code"),
        ("client_id", client_id.as_str()),
        ("redirect_uri", redirect_uri.as_str()),
        ("scope", "openid"),
        ("state", "s1"),
        ("nonce", "n1"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    pairs.retain(|(name, _)| otherwise.iter().all(|(other, _)| other != name));
    pairs.extend(otherwise.iter().filter(|(_, value)| !value.is_empty()));
    format!("{prefix}/mitid/authorize?{}", serde_urlencoded::to_string(pairs).unwrap())
}

/// The code in the address that a completed sign-in returns to.
pub(crate) fn code_in(location: &str) -> String {
    let query = location.strip_prefix(&format!("{PUBLIC}/log-ind/retur?")).unwrap();
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap();
    assert_eq!(pairs[1], ("state".to_owned(), "s1".to_owned()));
    assert_eq!(pairs[0].0, "code");
    pairs[0].1.clone()
}

/// The digits that the code device shows.
pub(crate) fn device_shows(page: &str) -> String {
    let device = page.split("om-code-device").nth(1).unwrap();
    let shown = device.split("<bdi dir=\"ltr\">").nth(1).unwrap();
    shown.split('<').next().unwrap().to_owned()
}
