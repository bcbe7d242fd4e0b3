//! Two libraries and a network in Jutland, with Bo, Karen, Dina and Erik; and somebody who clicks and types.

use std::collections::BTreeSet;
use std::sync::Arc;

use access::{EditHelpPoint, Permit, allow};
use axum::body::Body;
use axum::{Router, middleware};
use basics::Id;
use help::{
    Assured, Booking, Example, HelpPoint, HelpPointTag, Kind, RuleRow, Service, ServiceStatus, Status,
    StepFree, Topic,
};
use hours::Rule;
use http::Request;
use http::header::{CONTENT_TYPE, COOKIE};
use jiff::Timestamp;
use jiff::civil::{Date, Weekday, date, time};
use page::{Phone, Site};
use people::{NewPerson, OrganisationDetails, OrganisationKind, OrganisationTag, Role, session};
use realm::{Actor, AuditRecord, Chance, Clock, PersonTag, Realm, RealmKind, Realms, Via, Work};
use store::Store;
use testing::Reply;
use tower::ServiceExt as _;

const MUNICIPALITIES: &str = "code,name,region,seat,lat,lon,source,checked
0621,Kolding,Syddanmark,Kolding,55.4904,9.4722,test,2026-03-02
0630,Vejle,Syddanmark,Vejle,55.7093,9.5357,test,2026-03-02
";
const POSTCODES: &str = "postcode,town,municipality_codes,lat,lon,precision,source,checked
6000,Kolding,0621,55.4904,9.4722,town,test,2026-03-02
7100,Vejle,0630,55.7093,9.5357,town,test,2026-03-02
";

/// Where everything begins: a Monday morning.
pub(crate) const MONDAY: Date = date(2026, 3, 2);

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: Id<PersonTag>,
    pub(crate) name: &'static str,
    cookie: String,
}

/// The realm, its people, and the program around it.
pub(crate) struct World {
    pub(crate) realm: Arc<Realm>,
    pub(crate) vejle: Id<OrganisationTag>,
    pub(crate) kolding: Id<OrganisationTag>,
    /// Librarian in Vejle.
    pub(crate) bo: Person,
    /// Bo's colleague.
    pub(crate) mette: Person,
    /// Librarian in Kolding.
    pub(crate) karen: Person,
    /// Coordinator of the network.
    pub(crate) dina: Person,
    /// Vejle Bibliotek, with much that is made up.
    pub(crate) library: Id<HelpPointTag>,
    /// Kolding Bibliotek, confirmed a month ago.
    pub(crate) other_library: Id<HelpPointTag>,
    router: Router,
    _folder: tempfile::TempDir,
}

impl World {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store =
            Store::open(&format!("sqlite:{}", folder.path().join("live.db").display())).await.unwrap();
        let clock = Clock::standing_at("2026-03-02T09:00:00+01:00".parse::<Timestamp>().unwrap());
        schema::MIGRATIONS.run(&store, clock.now()).await.unwrap();
        let realm = Arc::new(Realm::new(RealmKind::Live, "", store, clock, Chance::seeded(1)));
        let mut work = realm.work(Actor::program("test", Via::Program)).await.unwrap();
        help::denmark::load_places(&mut work, MUNICIPALITIES, POSTCODES).await.unwrap();
        let vejle =
            organisation(&mut work, "Vejle Bibliotekerne", OrganisationKind::Library, Some("0630")).await;
        let kolding =
            organisation(&mut work, "Kolding Bibliotek", OrganisationKind::Library, Some("0621")).await;
        let network = organisation(&mut work, "Netværket", OrganisationKind::Association, None).await;
        let bo = person(&mut work, "Bo Lind", Role::Librarian, vejle).await;
        let mette = person(&mut work, "Mette Juhl", Role::Librarian, vejle).await;
        let karen = person(&mut work, "Karen Bang", Role::Librarian, kolding).await;
        let dina = person(&mut work, "Dina Søgaard", Role::Coordinator, network).await;
        let library = point(&work, vejle, "Vejle Bibliotek", "0630", None);
        let other = point(&work, kolding, "Kolding Bibliotek", "0621", Some(date(2026, 2, 2)));
        help::take_in(&mut work, &[library.clone(), other.clone()], "test").await.unwrap();
        work.commit().await.unwrap();
        let router = program(realm.clone());
        Self {
            realm,
            vejle,
            kolding,
            bo,
            mette,
            karen,
            dina,
            library: library.id,
            other_library: other.id,
            router,
            _folder: folder,
        }
    }

    pub(crate) async fn get(&self, who: &Person, path: &str) -> Reply {
        self.send(Request::get(danish(path)).header(COOKIE, &who.cookie).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, who: &Person, path: &str, fields: &[(&str, &str)]) -> Reply {
        let request = Request::post(danish(path))
            .header(COOKIE, &who.cookie)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(serde_urlencoded::to_string(fields).unwrap()));
        self.send(request.unwrap()).await
    }

    async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.unwrap();
        Reply::of(response).await
    }

    /// The same person after a new sign-in: sessions do not last for months.
    pub(crate) async fn signed_in_anew(&self, who: &Person) -> Person {
        let mut work = self.realm.work(Actor::program("test", Via::Program)).await.unwrap();
        let person = sign_in(&mut work, who.id, who.name).await;
        work.commit().await.unwrap();
        person
    }

    /// The page of a point for staff, or one of its parts.
    pub(crate) fn path(&self, part: &str) -> String {
        format!("/staff/help-points/{}{part}", self.library)
    }

    /// What the log says of a point, newest first.
    pub(crate) async fn history(&self, point: Id<HelpPointTag>) -> Vec<AuditRecord> {
        let tx = self.realm.read().await.unwrap();
        realm::subject_history(&tx, "help_point", &point.to_string(), 100).await.unwrap()
    }

    /// What the log says of refusals in an organisation, newest first.
    pub(crate) async fn refusals(&self, organisation: Id<OrganisationTag>) -> Vec<AuditRecord> {
        let tx = self.realm.read().await.unwrap();
        let records =
            realm::subject_history(&tx, "organisation", &organisation.to_string(), 100).await.unwrap();
        records.into_iter().filter(|record| record.action == "access.refuse").collect()
    }

    /// The point as it stands, read as a program reads it from the log.
    pub(crate) async fn now(&self, point: Id<HelpPointTag>) -> serde_json::Value {
        let newest = self.history(point).await.into_iter().next().unwrap();
        serde_json::from_str(newest.after.as_deref().unwrap()).unwrap()
    }

    /// A piece of work by somebody, with leave to edit what an organisation has.
    pub(crate) async fn editing(
        &self,
        who: &Person,
        organisation: Id<OrganisationTag>,
    ) -> (Work<'_>, Permit<EditHelpPoint>) {
        let actor = Actor {
            person: Some(who.id),
            label: who.name.to_owned(),
            via: Via::Web,
            on_behalf_of: None,
            request: String::new(),
        };
        let work = self.realm.work(actor).await.unwrap();
        allow::<EditHelpPoint>(work, organisation).await.unwrap()
    }
}

fn danish(path: &str) -> String {
    format!("{path}{}lang=da", if path.contains('?') { '&' } else { '?' })
}

fn program(realm: Arc<Realm>) -> Router {
    let site = Site {
        public_url: "https://hjaelp.example.dk".to_owned(),
        phone: Phone { number: "12 34 56 78".to_owned(), hours: String::new(), example: true },
        demo: true,
        behind_proxy: false,
    };
    let inner = help::routes()
        .into_router()
        .layer(middleware::from_fn(page::render_problems))
        .layer(middleware::from_fn(page::prepare_visit))
        .layer(middleware::from_fn(access::load_visitor));
    page::behind_the_door(Arc::new(Realms::new(realm)), Arc::new(site), inner)
}

async fn organisation(
    work: &mut Work<'_>,
    name: &str,
    kind: OrganisationKind,
    municipality: Option<&str>,
) -> Id<OrganisationTag> {
    let details = OrganisationDetails {
        municipality_code: municipality.map(str::to_owned),
        ..OrganisationDetails::new(name, kind)
    };
    people::create_organisation(work, details).await.unwrap().id
}

async fn person(work: &mut Work<'_>, name: &'static str, role: Role, place: Id<OrganisationTag>) -> Person {
    let new = NewPerson { name: name.to_owned(), birth_date: None };
    let id = people::create_person(work, new).await.unwrap().id;
    people::add_member(work, id, place, role, date(2026, 1, 1), None).await.unwrap();
    sign_in(work, id, name).await
}

async fn sign_in(work: &mut Work<'_>, id: Id<PersonTag>, name: &'static str) -> Person {
    let secret = session::start(work, id, "test").await.unwrap();
    Person { id, name, cookie: format!("__Host-{}={secret}", session::COOKIE) }
}

fn point(
    work: &Work<'_>,
    organisation: Id<OrganisationTag>,
    name: &str,
    municipality: &str,
    assured: Option<Date>,
) -> HelpPoint {
    let weekdays = [Weekday::Monday, Weekday::Tuesday];
    let service = Service {
        id: work.new_id(),
        name: "Hjælp til MitID".to_owned(),
        description: String::new(),
        booking: Booking::DropIn,
        status: ServiceStatus::Active,
        topics: BTreeSet::from([Topic::MitId]),
    };
    let rule = Rule::weekly(&weekdays, time(10, 0, 0, 0), time(16, 0, 0, 0));
    HelpPoint {
        id: work.new_id(),
        organisation,
        kind: Kind::Library,
        name: name.to_owned(),
        description: String::new(),
        municipality_code: Some(municipality.to_owned()),
        street: Some("Eksempelgade 1".to_owned()),
        postcode: None,
        position: None,
        precise: false,
        phone: Some("12 34 56 78".to_owned()),
        email: None,
        website: Some("https://www.example.dk".to_owned()),
        step_free: StepFree::Unknown,
        national: false,
        status: Status::Active,
        assured: assured.map(|date| Assured { date, by: "Karen Bang".to_owned() }),
        examples: BTreeSet::from([Example::Phone, Example::Hours, Example::Services]),
        source: "test".to_owned(),
        version: 1,
        languages: BTreeSet::from(["da".to_owned()]),
        services: vec![service],
        rules: vec![RuleRow { id: work.new_uuid(), rule }],
        exceptions: Vec::new(),
    }
}

/// The details of Vejle Bibliotek as its form sends them, with some fields typed anew.
pub(crate) fn details<'f>(version: &'f str, typed: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![
        ("version", version),
        ("kind", "library"),
        ("name", "Vejle Bibliotek"),
        ("description", ""),
        ("street", "Eksempelgade 1"),
        ("postcode", ""),
        ("lat", ""),
        ("lon", ""),
        ("phone", "12 34 56 78"),
        ("email", ""),
        ("website", "https://www.example.dk"),
        ("step_free", "unknown"),
        ("languages", "da"),
    ];
    fields.retain(|(name, _)| typed.iter().all(|(anew, _)| anew != name));
    fields.extend(typed);
    fields
}

/// The version that a form on a page carries.
pub(crate) fn version(page: &str) -> String {
    let after = page.split("name=\"version\" value=\"").nth(1).unwrap();
    after.split('"').next().unwrap().to_owned()
}
