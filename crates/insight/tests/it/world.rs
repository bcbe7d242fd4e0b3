//! A realm with Petra, who works with surveys; Paul, who may look at them but import none; Conny, who helps at the counter; and
//! the program's layers around the pages.
#![expect(dead_code, reason = "each of the stories takes what it needs of the world")]

use std::sync::Arc;

use access::{AnalyseSurveys, ImportSurveys, allow, allow_to_see};
use axum::body::Body;
use axum::{Router, middleware};
use http::header::{CONTENT_TYPE, COOKIE};
use http::{Request, StatusCode};
use insight::kept::{Held, Import, ImportError, Taken, check, take};
use jiff::Timestamp;
use jiff::civil::date;
use jobs::{Jobs, Runner};
use page::{Phone, Site};
use people::{NewPerson, OrganisationDetails, OrganisationKind, Role, session};
use realm::{Actor, AuditRecord, Chance, Clock, PersonTag, Realm, RealmKind, Realms, Via, Work};
use store::Store;
use testing::Reply;
use tower::ServiceExt as _;

pub(crate) use testing::on_both;

pub(crate) const BOOK: &str = "
title: { da: Vejle spørger, en: Vejle asks }
source: { da: Opdigtede svar., en: Invented answers. }
design: { weights: weight, strata: [town] }
period: year
variables:
  town: { kind: category, question: { da: By, en: Town } }
  helped:
    question: { da: 'Fik du hjælp?', en: 'Were you helped?' }
    values: { 0: { da: Nej, en: 'No' }, 1: { da: Ja, en: 'Yes' } }
  hours: { kind: number, question: { da: Timer på nettet, en: Hours online } }
areas: { region: town }
";

/// Respondents of two towns and two years; of every `every`th the answer is yes in the first year, and of every second in the last.
pub(crate) fn answers(every: usize) -> String {
    let mut text = "weight,town,year,helped,hours\n".to_owned();
    for n in 0..400 {
        let (town, year) = (["Ribe", "Vejle"][n % 2], [2023, 2024][n / 2 % 2]);
        let yes = if year == 2023 { (n / 4) % every == 0 } else { (n / 4) % 2 == 0 };
        text.push_str(&format!("{},{town},{year},{},{}\n", 10 + n % 3, u8::from(yes), n % 40));
    }
    text
}

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Person {
    id: basics::Id<PersonTag>,
    name: &'static str,
    cookie: String,
}

pub(crate) struct World {
    pub(crate) realm: Arc<Realm>,
    /// An analyst.
    pub(crate) petra: Person,
    /// A manager, who looks.
    pub(crate) paul: Person,
    /// A helper.
    pub(crate) conny: Person,
    router: Router,
    folder: tempfile::TempDir,
}

impl World {
    pub(crate) async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("insight.db").display());
        Self::open(&url, folder).await
    }

    pub(crate) async fn on_postgres() -> Self {
        Self::open(&testing::new_postgres().await, tempfile::tempdir().unwrap()).await
    }

    async fn open(url: &str, folder: tempfile::TempDir) -> Self {
        let store = Store::open(url).await.unwrap();
        schema::MIGRATIONS.run(&store, tuesday()).await.unwrap();
        let realm = Realm::new(RealmKind::Live, "", store, Clock::standing_at(tuesday()), Chance::seeded(7));
        let realm = Arc::new(realm);
        let mut work = realm.work(program()).await.unwrap();
        let network = OrganisationDetails::new("Netværk for hjælp", OrganisationKind::Association);
        let network = people::create_organisation(&mut work, network).await.unwrap().id;
        let mut people = Vec::new();
        for (name, role) in [
            ("Petra Winther", Role::Analyst),
            ("Paul Frost", Role::ProgrammeManager),
            ("Conny Dahl", Role::Helper),
        ] {
            let new = NewPerson { name: name.to_owned(), birth_date: None };
            let id = people::create_person(&mut work, new).await.unwrap().id;
            people::add_member(&mut work, id, network, role, date(2020, 1, 1), None).await.unwrap();
            let secret = session::start(&mut work, id, "test").await.unwrap();
            people.push(Person { id, name, cookie: format!("__Host-{}={secret}", session::COOKIE) });
        }
        work.commit().await.unwrap();
        let router = around(realm.clone());
        let [petra, paul, conny] =
            <[Person; 3]>::try_from(people).unwrap_or_else(|_| panic!("there are three"));
        Self { realm, petra, paul, conny, router, folder }
    }

    /// Imports a file into `vejle`, as the command line does.
    pub(crate) async fn imports(&self, text: &str) -> Result<Taken, ImportError> {
        self.imports_with(text, BOOK, false).await
    }

    pub(crate) async fn imports_with(
        &self,
        text: &str,
        book: &str,
        leave_out: bool,
    ) -> Result<Taken, ImportError> {
        let held = Held::of("vejle.csv", text.as_bytes()).unwrap();
        let checked = check(held, "vejle.yaml", book, leave_out)?;
        let work = self.realm.work(program()).await.unwrap();
        let (mut work, permit) = allow::<ImportSurveys>(work, ()).await.unwrap();
        let taken = take(&mut work, &permit, "vejle", &checked, |_, _| ()).await?;
        work.commit().await.unwrap();
        Ok(taken)
    }

    pub(crate) async fn import(&self, taken: &Taken) -> Import {
        let tx = self.realm.read().await.unwrap();
        let permit = allow_to_see::<AnalyseSurveys>(&self.realm, &program(), &tx, ()).await.unwrap();
        insight::kept::import_of(&tx, &permit, taken.survey, taken.version).await.unwrap().unwrap()
    }

    /// Does what this room has to do by now; says how many jobs that were.
    pub(crate) async fn night(&self) -> usize {
        let jobs = insight::wire(Jobs::new());
        Runner::new(self.realm.clone(), Arc::new(jobs), "one").drain().await.unwrap()
    }

    pub(crate) async fn work(&self) -> Work<'_> {
        self.realm.work(program()).await.unwrap()
    }

    /// The newest records of the log.
    pub(crate) async fn audit(&self) -> Vec<AuditRecord> {
        realm::newest(&self.realm.read().await.unwrap(), 1000).await.unwrap()
    }

    /// The database as it lies on the disk, where it does.
    pub(crate) fn file(&self) -> Option<Vec<u8>> {
        let mut all = Vec::new();
        for name in ["insight.db", "insight.db-wal"] {
            all.extend(std::fs::read(self.folder.path().join(name)).unwrap_or_default());
        }
        (!all.is_empty()).then_some(all)
    }

    pub(crate) async fn get(&self, who: &Person, path: &str) -> Reply {
        self.call("GET", &who.cookie, path, "", Vec::new()).await
    }

    pub(crate) async fn get_as_nobody(&self, path: &str) -> Reply {
        self.call("GET", "", path, "", Vec::new()).await
    }

    pub(crate) async fn post(&self, who: &Person, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = serde_urlencoded::to_string(fields).unwrap().into_bytes();
        self.call("POST", &who.cookie, path, "application/x-www-form-urlencoded", body).await
    }

    /// Sends the form with files.
    pub(crate) async fn uploads(
        &self,
        who: &Person,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &str)],
    ) -> Reply {
        let mut body = String::new();
        for (name, value) in fields {
            body.push_str(&format!(
                "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        for (name, file, text) in files {
            body.push_str(&format!(
                "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: text/plain\r\n\r\n{text}\r\n"
            ));
        }
        body.push_str("--edge--\r\n");
        let kind = "multipart/form-data; boundary=edge";
        self.call("POST", &who.cookie, "/staff/surveys/new", kind, body.into_bytes()).await
    }

    async fn call(&self, method: &str, cookie: &str, path: &str, kind: &str, body: Vec<u8>) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        if !cookie.is_empty() {
            request = request.header(COOKIE, cookie);
        }
        if !kind.is_empty() {
            request = request.header(CONTENT_TYPE, kind);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        Reply::of(response).await
    }
}

/// A Tuesday morning.
pub(crate) fn tuesday() -> Timestamp {
    "2026-11-24T09:30:00Z".parse().unwrap()
}

fn program() -> Actor {
    Actor::program("test", Via::Program)
}

fn site() -> Site {
    Site {
        public_url: "https://hjaelp.example.dk".to_owned(),
        phone: Phone { number: "70 10 00 00".to_owned(), hours: String::new(), example: true },
        demo: false,
        behind_proxy: false,
    }
}

fn around(realm: Arc<Realm>) -> Router {
    let inner = insight::routes()
        .into_router()
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(middleware::from_fn(page::render_problems))
        .layer(middleware::from_fn(page::prepare_visit))
        .layer(middleware::from_fn(access::load_visitor));
    page::behind_the_door(Arc::new(Realms::new(realm)), Arc::new(site()), inner)
}
