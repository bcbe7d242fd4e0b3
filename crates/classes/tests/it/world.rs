//! A house with sandboxes and classes, and browsers that keep cookies as browsers do: each for its own addresses.

use std::sync::Arc;

use axum::body::Body;
use axum::{Extension, Router, middleware};
use classes::Classes;
use futures_util::future::BoxFuture;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use jiff::SignedDuration;
use jiff::civil::date;
use jobs::Jobs;
use page::{Phone, Site};
use people::{NewPerson, SignIn};
use practice::mitid;
use practice::sandbox::{Bounds, Sandboxes, Start, Telephone, WorldError, Worlds, one_at_a_time};
use realm::{Actor, Chance, Clock, Realm, RealmKind, Realms, Via};
use store::Store;
use tempfile::TempDir;
use tower::ServiceExt as _;

/// The exercise that learners do here.
pub(crate) const EXERCISE: &str = "sygehusbrev";

/// A world with one citizen.
struct Village {
    schema: i64,
}

impl Worlds for Village {
    fn schema(&self) -> i64 {
        self.schema
    }

    fn standard(&self) -> &'static str {
        "village"
    }

    fn has(&self, world: &str) -> bool {
        world == "village"
    }

    fn build<'a>(&'a self, _: &'a str, realm: &'a Arc<Realm>) -> BoxFuture<'a, Result<Start, WorldError>> {
        Box::pin(async move {
            schema::MIGRATIONS.run(&realm.store, realm.now()).await.unwrap();
            let mut work = realm.work(Actor::program("test", Via::Program)).await.unwrap();
            mitid::add_user(&mut work, "aase", "aase-1", "Aase Holm", date(1944, 3, 2)).await.unwrap();
            let aase = NewPerson { name: "Aase Holm".to_owned(), birth_date: None };
            let aase = people::create_person(&mut work, aase).await.unwrap();
            people::link_identity(&mut work, mitid::BROKER, "aase-1", aase.id).await.unwrap();
            mitid::rotate_key(&mut work).await.unwrap();
            work.commit().await.unwrap();
            Ok(Start { user_name: Some("aase".to_owned()), path: "/min-side".to_owned() })
        })
    }

    fn jobs(&self, _: Telephone) -> Jobs {
        Jobs::new()
    }
}

/// The program as far as classes need it.
pub(crate) struct House {
    pub(crate) realm: Arc<Realm>,
    pub(crate) sandboxes: Arc<Sandboxes>,
    pub(crate) classes: Arc<Classes>,
    router: Router,
    folder: TempDir,
}

impl House {
    pub(crate) async fn open() -> Self {
        Self::in_folder(tempfile::tempdir().unwrap(), 1).await
    }

    async fn in_folder(folder: TempDir, schema: i64) -> Self {
        let store =
            Store::open(&format!("sqlite:{}", folder.path().join("house.db").display())).await.unwrap();
        let clock = Clock::standing_at("2026-11-24T09:30:00Z".parse().unwrap());
        schema::MIGRATIONS.run(&store, clock.now()).await.unwrap();
        let keys = vault::Keyring::single([7; 32]);
        let realm = Arc::new(Realm::new(RealmKind::Live, "", store, clock, Chance::System).with_keys(keys));
        let bounds = Bounds { spare_disk: 0, ..Bounds::default() };
        let practice = folder.path().join("practice");
        let worlds = Arc::new(Village { schema });
        let sandboxes = Arc::new(Sandboxes::in_folder(practice, realm.clone(), worlds, bounds).unwrap());
        let classes = Arc::new(Classes::beside(sandboxes.clone()).unwrap());
        let site = Site {
            public_url: "http://10.0.0.5:8080".to_owned(),
            phone: Phone { number: "00 00 01 00".to_owned(), hours: String::new(), example: true },
            demo: false,
            behind_proxy: true,
        };
        let inner = practice::routes()
            .merge(people::routes())
            .merge(classes::routes())
            .into_router()
            .layer(middleware::from_fn(classes::in_class))
            .layer(middleware::from_fn(page::render_problems))
            .layer(middleware::from_fn(page::prepare_visit))
            .layer(middleware::from_fn(access::load_visitor))
            .layer(middleware::from_fn(one_at_a_time))
            .layer(Extension(Arc::new(SignIn::new(Vec::new(), site.public_url.clone()).unwrap())))
            .layer(Extension(sandboxes.clone()))
            .layer(Extension(classes.clone()));
        let realms = Arc::new(Realms::new(realm.clone()).with_keeper(sandboxes.clone()));
        let router = page::behind_the_door(realms, Arc::new(site), inner);
        Self { realm, sandboxes, classes, router, folder }
    }

    /// The program ends, and another begins in the same folder: of another version where `schema` is another.
    /// These people keep their browsers open meanwhile.
    pub(crate) async fn restart(self, schema: i64, people: &mut [&mut Browser]) -> Self {
        self.classes.write_all().await;
        self.sandboxes.note_uses().await;
        let Self { realm, sandboxes, classes, router, folder } = self;
        drop((router, classes, sandboxes));
        for browser in &mut *people {
            browser.router = Router::new();
        }
        realm.store.clone().close().await;
        let house = Self::in_folder(folder, schema).await;
        for browser in people {
            browser.router = house.router.clone();
        }
        house
    }

    pub(crate) fn wait(&self, by: SignedDuration) {
        self.realm.clock.advance(by);
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser { router: self.router.clone(), address: "10.0.0.20".to_owned(), ..Browser::default() }
    }

    /// Somebody who has opened a class, at the overview.
    pub(crate) async fn teacher(&self) -> Browser {
        let mut teacher = self.browser();
        teacher.post("/klasse", &[("chosen", EXERCISE)]).await;
        assert_eq!(teacher.status, StatusCode::OK, "{}", teacher.body);
        teacher
    }

    /// Somebody who has joined by the code that the teacher's page shows.
    pub(crate) async fn learner(&self, teacher: &Browser) -> Browser {
        let mut learner = self.browser();
        learner.join(&teacher.code()).await;
        assert_eq!(learner.status, StatusCode::OK, "{}", learner.body);
        learner
    }

    /// What lies in the folder of classes.
    pub(crate) fn files(&self) -> Vec<String> {
        let folder = std::fs::read_dir(self.folder.path().join("practice/classes")).unwrap();
        folder.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect()
    }
}

/// A browser without JavaScript.
#[derive(Clone, Default)]
pub(crate) struct Browser {
    router: Router,
    /// Name, path and value.
    jar: Vec<(String, String, String)>,
    address: String,
    /// The address of the page that is shown.
    pub(crate) here: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Browser {
    pub(crate) async fn get(&mut self, path: &str) {
        self.go("GET", path, String::new()).await;
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) {
        self.go("POST", path, serde_urlencoded(fields)).await;
    }

    /// Joins by a code, as the page's form does.
    pub(crate) async fn join(&mut self, code: &str) {
        self.get("/klasse/med").await;
        let seat = self.field("seat");
        self.post("/klasse/med", &[("code", code), ("seat", &seat)]).await;
    }

    /// The hidden value of a field on the page.
    pub(crate) fn field(&self, name: &str) -> String {
        let begin = format!("name=\"{name}\" value=\"");
        self.body.split(&begin).nth(1).unwrap_or_default().split('"').next().unwrap_or_default().to_owned()
    }

    /// The code on the teacher's page.
    pub(crate) fn code(&self) -> String {
        let after = self.body.split("Kode:").nth(1).expect("the page shows the code");
        after.split("<bdi dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
    }

    /// The address of the class, or of the sandbox.
    pub(crate) fn base(&self) -> String {
        self.here
            .split('/')
            .take(3)
            .collect::<Vec<_>>()
            .join("/")
            .split(['?', '#'])
            .next()
            .unwrap()
            .to_owned()
    }

    /// What the learner is called.
    pub(crate) fn picture(&self) -> String {
        let after = self.body.split("data-om-class-ask").nth(1).expect("the page says who one is");
        after.split("<bdi>").nth(1).unwrap().split('<').next().unwrap().to_owned()
    }

    /// The row of a learner on the teacher's page, without its tags.
    pub(crate) fn row(&self, number: u16) -> String {
        let row = self.body.split(&format!("<tr id=\"seat-{number}\">")).nth(1).unwrap_or_default();
        text(row.split("</tr>").next().unwrap())
    }

    pub(crate) fn says(&self, text: &str) -> bool {
        self.body.contains(text)
    }

    /// The same browser with its cookies called otherwise and sent elsewhere, as somebody would who tries.
    pub(crate) fn renamed(&self, from: &str, to: &str) -> Self {
        let mut other = self.clone();
        for (name, path, _) in &mut other.jar {
            (*name, *path) = (name.replace(from, to), path.replace(from, to));
        }
        other
    }

    /// Calls from another address from now on.
    pub(crate) fn move_to(&mut self, address: &str) {
        address.clone_into(&mut self.address);
    }

    /// Fetches, and keeps the answer open.
    pub(crate) async fn stream(&self, path: &str) -> Response<Body> {
        self.router
            .clone()
            .oneshot(self.request("GET", path, String::new(), "text/event-stream"))
            .await
            .unwrap()
    }

    /// Asks as the script of a page does.
    pub(crate) async fn ask(&self) -> (StatusCode, String) {
        let request = self.request("GET", &format!("{}/oevelse/klasse", self.base()), String::new(), "*/*");
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    async fn go(&mut self, method: &str, path: &str, body: String) {
        let mut request = self.request(method, path, body, "text/html");
        path.clone_into(&mut self.here);
        for _ in 0..8 {
            let response = self.router.clone().oneshot(request).await.unwrap();
            self.take_cookies(response.headers());
            let to = response.headers().get(LOCATION).map(|to| to.to_str().unwrap().to_owned());
            let (parts, body) = response.into_parts();
            (self.status, self.headers) = (parts.status, parts.headers);
            let bytes = body.collect().await.unwrap().to_bytes();
            self.body = String::from_utf8(bytes.to_vec()).unwrap();
            let Some(to) = to else { return };
            self.here = to.split('#').next().unwrap().to_owned();
            request = self.request("GET", &self.here.clone(), String::new(), "text/html");
        }
        panic!("{path} leads round in circles");
    }

    fn request(&self, method: &str, path: &str, body: String, accept: &str) -> Request<Body> {
        let sent = self.jar.iter().filter(|(_, under, _)| path.starts_with(under.as_str()));
        let cookies: Vec<String> = sent.map(|(name, _, value)| format!("{name}={value}")).collect();
        Request::builder()
            .method(method)
            .uri(path)
            .header(COOKIE, cookies.join("; "))
            .header(ACCEPT, accept)
            .header("x-forwarded-for", &self.address)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap()
    }

    fn take_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            let path = rest.split("Path=").nth(1).unwrap().split(';').next().unwrap();
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
            self.jar.retain(|(other, ..)| other != name);
            self.jar.push((name.to_owned(), path.to_owned(), value.to_owned()));
        }
    }
}

/// A page without its tags.
pub(crate) fn text(html: &str) -> String {
    let parts =
        html.split('<').filter_map(|part| part.split_once('>').map_or(Some(part), |(_, text)| Some(text)));
    parts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn serde_urlencoded(fields: &[(&str, &str)]) -> String {
    serde_urlencoded::to_string(fields).unwrap()
}
