//! A realm with the library in Vejle, Bo who works there, and the program's layers around it.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::middleware::from_fn;
use axum::routing::get;
use basics::Id;
use http::StatusCode;
use http::header::COOKIE;
use http_body_util::BodyExt as _;
use jiff::Timestamp;
use jiff::civil::date;
use page::{Phone, Site, Visit, Visitor, prepare_visit, render_problems};
use people::{NewPerson, OrganisationDetails, OrganisationKind, OrganisationTag, Role, session};
use realm::{Actor, Chance, Clock, PersonTag, Realm, RealmKind, Realms, Via, Work};
use store::Store;
use tower::ServiceExt as _;

/// The keys of the vault.
const KEYS: &str = "a1 6f6d74616e6b656f6d74616e6b656f6d74616e6b656f6d74616e6b656f6d7461\n";

/// A Monday morning in Vejle.
pub(crate) fn monday() -> Timestamp {
    "2026-03-02T09:00:00+01:00".parse().unwrap()
}

pub(crate) struct World {
    pub(crate) realm: Arc<Realm>,
    pub(crate) vejle: Id<OrganisationTag>,
    pub(crate) kolding: Id<OrganisationTag>,
    pub(crate) bo: Id<PersonTag>,
    _folder: tempfile::TempDir,
}

/// A realm whose database has no tables: every query in it fails.
pub(crate) async fn without_tables() -> (Arc<Realm>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&format!("sqlite:{}", folder.path().join("a.db").display())).await.unwrap();
    let realm = Realm::new(RealmKind::Live, "", store, Clock::standing_at(monday()), Chance::seeded(1))
        .with_keys(vault::Keyring::parse(KEYS).unwrap());
    (Arc::new(realm), folder)
}

impl World {
    /// Bo has the roles in Vejle since New Year.
    pub(crate) async fn where_bo_is(roles: &[Role]) -> Self {
        let (realm, folder) = without_tables().await;
        schema::MIGRATIONS.run(&realm.store, monday()).await.unwrap();
        let mut work = realm.work(Actor::program("test", Via::Program)).await.unwrap();
        let bo = NewPerson { name: "Bo Holm".to_owned(), birth_date: None };
        let bo = people::create_person(&mut work, bo).await.unwrap().id;
        let library = |name| OrganisationDetails::new(name, OrganisationKind::Library);
        let vejle = people::create_organisation(&mut work, library("Vejle Bibliotek")).await.unwrap().id;
        let kolding = people::create_organisation(&mut work, library("Kolding Bibliotek")).await.unwrap().id;
        for &role in roles {
            people::add_member(&mut work, bo, vejle, role, date(2026, 1, 1), None).await.unwrap();
        }
        work.commit().await.unwrap();
        Self { realm, vejle, kolding, bo, _folder: folder }
    }

    /// Work by Bo in a browser.
    pub(crate) async fn work(&self) -> Work<'_> {
        self.realm.work(self.actor()).await.unwrap()
    }

    pub(crate) fn actor(&self) -> Actor {
        Actor { person: Some(self.bo), label: "Bo Holm".to_owned(), ..Actor::program("", Via::Web) }
    }

    /// Signs Bo in and gives his cookie.
    pub(crate) async fn cookie(&self) -> String {
        let mut work = self.realm.work(Actor::program("test", Via::Program)).await.unwrap();
        let secret = session::start(&mut work, self.bo, "staff").await.unwrap();
        work.commit().await.unwrap();
        format!("omtanke={secret}")
    }
}

/// Calls the program, which also has a page that says who the visitor is and what they may.
pub(crate) async fn call(realm: &Arc<Realm>, path: &str, cookie: &str) -> (StatusCode, String) {
    let phone = Phone { number: "70 10 00 00".to_owned(), hours: String::new(), example: true };
    let public_url = "http://127.0.0.1:8080".to_owned();
    let site = Site { public_url, phone, demo: false, behind_proxy: false };
    let inner = Router::new()
        .route("/who", get(who))
        .merge(access::routes().into_router())
        .layer(from_fn(render_problems))
        .layer(from_fn(prepare_visit))
        .layer(from_fn(access::load_visitor));
    let app = page::behind_the_door(Arc::new(Realms::new(realm.clone())), Arc::new(site), inner);
    let mut request = Request::builder().uri(path);
    if !cookie.is_empty() {
        request = request.header(COOKIE, cookie);
    }
    let response = app.oneshot(request.body(axum::body::Body::empty()).unwrap()).await.unwrap();
    let status = response.status();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

async fn who(visit: Visit) -> String {
    match visit.visitor {
        None => "nobody".to_owned(),
        Some(Visitor { name, may, .. }) => {
            format!("{name}: {}", may.into_iter().collect::<Vec<_>>().join(", "))
        }
    }
}
