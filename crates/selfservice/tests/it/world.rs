//! A sandbox with Asger, who has a mailbox; Ida, his daughter; a pizzeria with Marco, who signs for it alone, and Sanne and Viggo, who
//! work there; and the program's layers around the pages.

use std::sync::Arc;

use access::mandates::{By, Limits, Party, Terms};
use access::{Holder, ReadMail, allow_to_see};
use axum::body::Body;
use axum::{Router, middleware};
use basics::{Cpr, Id};
use http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE};
use http::{Request, StatusCode};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use mailbox::Way;
use mailbox::reading::{Shelf, letters, message_of, permitted};
use page::{Phone, Site};
use people::{NewPerson, OrganisationDetails, OrganisationKind, OrganisationTag, Role, session};
use plainlanguage::{Block, measure_blocks};
use realm::{Actor, AuditRecord, Chance, Clock, PersonTag, Realm, RealmKind, Realms, Via, Work};
use selfservice::applications::{Application, applications_of};
use store::Store;
pub(crate) use testing::Reply;
pub(crate) use testing::on_both;
use tower::ServiceExt as _;

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: Id<PersonTag>,
    pub(crate) name: &'static str,
    cookie: String,
}

impl Person {
    pub(crate) fn holder(&self) -> Holder {
        Holder::Person(self.id)
    }
}

pub(crate) struct World {
    pub(crate) realm: Arc<Realm>,
    /// An old man with a mailbox.
    pub(crate) asger: Person,
    /// His daughter.
    pub(crate) ida: Person,
    pub(crate) pizzeria: Id<OrganisationTag>,
    /// Signs for the pizzeria alone.
    pub(crate) marco: Person,
    /// Works there.
    pub(crate) sanne: Person,
    /// Works there too.
    pub(crate) viggo: Person,
    router: Router,
    _folder: tempfile::TempDir,
}

impl World {
    pub(crate) async fn on_sqlite() -> Self {
        Self::of_kind(RealmKind::Sandbox).await
    }

    /// On a file, in a realm of this kind.
    pub(crate) async fn of_kind(kind: RealmKind) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("selfservice.db").display());
        Self::open(kind, &url, folder).await
    }

    pub(crate) async fn on_postgres() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::open(RealmKind::Sandbox, &testing::new_postgres().await, folder).await
    }

    async fn open(kind: RealmKind, url: &str, folder: tempfile::TempDir) -> Self {
        let store = Store::open(url).await.unwrap();
        schema::MIGRATIONS.run(&store, tuesday()).await.unwrap();
        let realm = Realm::new(kind, "", store, Clock::standing_at(tuesday()), Chance::seeded(7));
        let realm = Arc::new(realm);
        let mut work = realm.work(Actor::program("test", Via::Program)).await.unwrap();
        let mut details = OrganisationDetails::new("Pizzeria Bellini", OrganisationKind::Company);
        details.cvr = Some("13748136".parse().unwrap());
        let pizzeria = people::create_organisation(&mut work, details).await.unwrap().id;
        let asger = person(&mut work, "Asger Lind", "7804532121", None).await;
        let ida = person(&mut work, "Ida Lind", "6907852122", None).await;
        let marco = person(&mut work, "Marco Bellini", "6106772041", Some((pizzeria, Role::Signatory))).await;
        let sanne = person(&mut work, "Sanne Rask", "7402912042", Some((pizzeria, Role::Employee))).await;
        let viggo = person(&mut work, "Viggo Steen", "6909602123", Some((pizzeria, Role::Employee))).await;
        mailbox::open_mailbox(&mut work, asger.holder(), Way::Digital).await.unwrap();
        work.commit().await.unwrap();
        let router = program(realm.clone());
        Self { realm, asger, ida, pizzeria, marco, sanne, viggo, router, _folder: folder }
    }

    pub(crate) async fn days_later(&mut self, days: i64) {
        self.realm.clock.advance(SignedDuration::from_hours(24 * days));
        // Sessions do not last for days.
        let mut work = self.realm.work(Actor::program("test", Via::Program)).await.unwrap();
        for one in [&mut self.asger, &mut self.ida, &mut self.marco, &mut self.sanne, &mut self.viggo] {
            one.cookie = sign_in(&mut work, one.id).await;
        }
        work.commit().await.unwrap();
    }

    pub(crate) async fn work_of(&self, who: &Person) -> Work<'_> {
        let (person, label) = (Some(who.id), who.name.to_owned());
        let actor = Actor { person, label, via: Via::Web, on_behalf_of: None, request: String::new() };
        self.realm.work(actor).await.unwrap()
    }

    pub(crate) fn today(&self) -> Date {
        self.realm.now().to_zoned(self.realm.zone().clone()).date()
    }

    fn terms(&self, power: &str) -> Terms {
        Terms {
            powers: vec![power.to_owned()],
            starts_on: self.today(),
            ends_on: Some(self.today().saturating_add(jiff::Span::new().years(1))),
            with_past_mail: true,
            limits: Limits::default(),
        }
    }

    /// Somebody lets another do what a power opens.
    pub(crate) async fn gives(&self, who: &Person, owner: Holder, to: Party, power: &str) {
        let work = self.work_of(who).await;
        let (mut work, permit) = access::allow::<access::ManageMandates>(work, owner).await.unwrap();
        let by = By::Giver(&permit);
        let draft = access::mandates::begin(&mut work, by, owner, to, None, self.terms(power)).await.unwrap();
        access::mandates::sign(&mut work, by, draft.id).await.unwrap();
        work.commit().await.unwrap();
    }

    /// Somebody takes back all that they have given.
    pub(crate) async fn takes_back(&self, who: &Person, owner: Holder) {
        let work = self.work_of(who).await;
        let (mut work, permit) = access::allow::<access::ManageMandates>(work, owner).await.unwrap();
        for mandate in access::mandates::given_by(work.tx(), owner).await.unwrap() {
            access::mandates::withdraw(&mut work, By::Giver(&permit), mandate.id).await.unwrap();
        }
        work.commit().await.unwrap();
    }

    /// What somebody has begun or sent, as the room knows it.
    pub(crate) async fn applications(&self, who: &Person) -> Vec<Application> {
        applications_of(&self.realm.read().await.unwrap(), &self.realm.vault, who.id).await.unwrap()
    }

    /// The letters in a mailbox: subject, sender, and the files with what they say.
    pub(crate) async fn post(&self, of: Holder) -> Vec<(String, String, Vec<String>)> {
        let tx = self.realm.read().await.unwrap();
        let program = Actor::program("test", Via::Program);
        let permit = allow_to_see::<ReadMail>(&self.realm, &program, &tx, of).await.unwrap();
        let Some(mailbox) = permitted(&tx, &self.realm.vault, &permit).await.unwrap() else {
            return Vec::new();
        };
        let nobody = Id::from_uuid(uuid::Uuid::nil());
        let shelf = Shelf::Folder(mailbox::letters::INBOX);
        let page = letters(&tx, &permit, &mailbox, nobody, shelf, None, self.realm.now()).await.unwrap();
        let mut all = Vec::new();
        for letter in page.letters {
            let message = message_of(&tx, &permit, &mailbox, &letter).await.unwrap().unwrap();
            let files = message.files().map(|file| file.filename.clone()).collect();
            all.push((letter.head.subject.clone(), letter.head.with.clone(), files));
        }
        all
    }

    /// The newest records of the log.
    pub(crate) async fn audit(&self) -> Vec<AuditRecord> {
        realm::newest(&self.realm.read().await.unwrap(), 10_000).await.unwrap()
    }

    pub(crate) async fn get(&self, who: &Person, path: &str) -> Reply {
        self.call("GET", &who.cookie, "da", path, String::new()).await
    }

    pub(crate) async fn get_in(&self, who: &Person, language: &str, path: &str) -> Reply {
        self.call("GET", &who.cookie, language, path, String::new()).await
    }

    pub(crate) async fn send(&self, who: &Person, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.call("POST", &who.cookie, "da", path, serde_urlencoded::to_string(fields).unwrap()).await
    }

    pub(crate) async fn as_nobody(&self, method: &str, path: &str) -> Reply {
        self.call(method, "", "da", path, String::new()).await
    }

    async fn call(&self, method: &str, cookie: &str, language: &str, path: &str, body: String) -> Reply {
        let mut request = Request::builder().method(method).uri(path).header(ACCEPT_LANGUAGE, language);
        if !cookie.is_empty() {
            request = request.header(COOKIE, cookie);
        }
        if method == "POST" {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        Reply::of(response).await
    }
}

/// A Tuesday morning.
fn tuesday() -> Timestamp {
    "2026-11-24T09:30:00Z".parse().unwrap()
}

fn program(realm: Arc<Realm>) -> Router {
    let site = Site {
        public_url: "https://hjaelp.example.dk".to_owned(),
        phone: Phone { number: "70 10 00 00".to_owned(), hours: String::new(), example: true },
        demo: false,
        behind_proxy: false,
    };
    let inner = selfservice::routes()
        .merge(mailbox::routes())
        .into_router()
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(middleware::from_fn(page::render_problems))
        .layer(middleware::from_fn(page::prepare_visit))
        .layer(middleware::from_fn(access::load_visitor));
    page::behind_the_door(Arc::new(Realms::new(realm)), Arc::new(site), inner)
}

async fn person(
    work: &mut Work<'_>,
    name: &'static str,
    cpr: &'static str,
    role: Option<(Id<OrganisationTag>, Role)>,
) -> Person {
    let number: Cpr = cpr.parse().unwrap();
    let new = NewPerson { name: name.to_owned(), birth_date: Some(number.birth_date()) };
    let id = people::create_person(work, new).await.unwrap().id;
    people::cpr::keep(work, id, &number).await.unwrap();
    if let Some((organisation, role)) = role {
        people::add_member(work, id, organisation, role, date(2020, 1, 1), None).await.unwrap();
    }
    Person { id, name, cookie: sign_in(work, id).await }
}

async fn sign_in(work: &mut Work<'_>, id: Id<PersonTag>) -> String {
    let secret = session::start(work, id, "test").await.unwrap();
    format!("__Host-{}={secret}", session::COOKIE)
}

/// The sentences of a page whose Danish is not plain: LIX above 30 over the whole sentences of its paragraphs and list items.
pub(crate) fn not_plain(html: &str) -> Option<String> {
    let main = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    let is_sentence = |text: &&str| text.ends_with(['.', '!', '?']) && text.contains(' ');
    let sentences: Vec<&str> = main.split(['<', '>']).map(str::trim).filter(is_sentence).collect();
    assert!(!sentences.is_empty(), "it says nothing");
    let blocks: Vec<Block<'_>> = sentences.iter().map(|text| Block::Paragraph(text)).collect();
    let measure = measure_blocks(&blocks);
    (measure.lix > 30).then(|| format!("LIX {} in {sentences:#?}", measure.lix))
}

/// Texts that are the name of a text: `selfservice-title`.
pub(crate) fn names_of_texts(html: &str) -> Vec<&str> {
    let is_name = |text: &&str| {
        text.starts_with("selfservice-") || text.starts_with("virk-") || text.starts_with("problem-")
    };
    html.split(['<', '>']).map(str::trim).step_by(2).filter(is_name).collect()
}
