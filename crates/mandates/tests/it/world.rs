//! A realm with Aase, who has a mailbox and letters to come; Bo, her son; Frida, who is 14; Tove and Ulla at the counter in
//! Vejle; a bakery with Mette, who signs for it, and Nora and Osman, who work there; Rita, who signs for its accountant, and
//! Sami, who works there; and the program's layers around the pages.
#![expect(dead_code, reason = "each of the stories takes what it needs of the world")]

use std::sync::Arc;

use access::Holder;
use access::mandates::{By, Limits, Mandate, MandateTag, Party, Terms};
use axum::body::Body;
use axum::{Router, middleware};
use basics::{Cpr, Id};
use http::header::{CONTENT_TYPE, COOKIE};
use http::{Request, StatusCode};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use jobs::{Jobs, Runner};
use mailbox::Way;
use mailbox::intake::{Answer, Sending, Taking};
use memo::{
    File, MainDocument, Message, MessageBody, MessageHeader, MessageType, Recipient, Version, id_type,
};
use page::{Phone, Site};
use people::{Kin, NewPerson, OrganisationDetails, OrganisationKind, OrganisationTag, Role, session};
use plainlanguage::{Block, measure_blocks};
use realm::{Actor, AuditRecord, Chance, Clock, PersonTag, Realm, RealmKind, Realms, Via, Work};
use store::Store;
pub(crate) use testing::Reply;
use tower::ServiceExt as _;

pub(crate) use testing::on_both;

/// Where the program is reached.
pub(crate) const PUBLIC: &str = "https://hjaelp.example.dk";
/// The bakery's number.
pub(crate) const BAKERY: &str = "13748136";
/// The accountant's number.
pub(crate) const ACCOUNTANT: &str = "29189900";
/// What the letters that come here are from.
pub(crate) const MUNICIPALITY: &str = "29189897";

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: Id<PersonTag>,
    pub(crate) name: &'static str,
    /// Ten digits; nobody real has one of these.
    pub(crate) cpr: &'static str,
    cookie: String,
}

impl Person {
    /// The person as holder of their things.
    pub(crate) fn holder(&self) -> Holder {
        Holder::Person(self.id)
    }

    /// The person as one to whom something is given.
    pub(crate) fn party(&self) -> Party {
        Party::Person(self.id)
    }
}

pub(crate) struct World {
    pub(crate) realm: Arc<Realm>,
    /// A citizen with a mailbox, born in 1940.
    pub(crate) aase: Person,
    /// Her son, born in 1970, who has a mailbox too.
    pub(crate) bo: Person,
    /// Aged 14: too young to give a mandate.
    pub(crate) frida: Person,
    /// A trusted employee at the counter in Vejle.
    pub(crate) tove: Person,
    /// Another one.
    pub(crate) ulla: Person,
    /// A helper without that trust.
    pub(crate) conny: Person,
    /// An administrator.
    pub(crate) erik: Person,
    /// The municipality of Vejle, where Tove, Ulla and Conny work.
    pub(crate) vejle: Id<OrganisationTag>,
    /// The bakery.
    pub(crate) bakery: Id<OrganisationTag>,
    /// Signs for the bakery alone.
    pub(crate) mette: Person,
    /// Works at the bakery.
    pub(crate) nora: Person,
    /// Works at the bakery too.
    pub(crate) osman: Person,
    /// The bakery's accountant.
    pub(crate) accountant: Id<OrganisationTag>,
    /// Signs for the accountant alone.
    pub(crate) rita: Person,
    /// Works at the accountant's.
    pub(crate) sami: Person,
    router: Router,
    _folder: tempfile::TempDir,
}

impl World {
    pub(crate) async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("mandates.db").display());
        Self::open(&url, folder, tuesday()).await
    }

    pub(crate) async fn on_postgres() -> Self {
        Self::open(&testing::new_postgres().await, tempfile::tempdir().unwrap(), tuesday()).await
    }

    async fn open(url: &str, folder: tempfile::TempDir, now: Timestamp) -> Self {
        let store = Store::open(url).await.unwrap();
        schema::MIGRATIONS.run(&store, now).await.unwrap();
        let realm = Realm::new(RealmKind::Live, "", store, Clock::standing_at(now), Chance::seeded(7));
        let realm = Arc::new(realm);
        let mut work = realm.work(program_actor()).await.unwrap();
        let vejle =
            organisation(&mut work, "Vejle Kommune", OrganisationKind::Authority, Some(MUNICIPALITY)).await;
        let bakery =
            organisation(&mut work, "Bageriet i Vejle", OrganisationKind::Company, Some(BAKERY)).await;
        let accountant =
            organisation(&mut work, "Revisor Lund", OrganisationKind::Company, Some(ACCOUNTANT)).await;
        let aase = person(&mut work, "Aase Holm", "0101400002", None).await;
        let bo = person(&mut work, "Bo Holm", "0202701111", None).await;
        let frida = person(&mut work, "Frida Holm", "0505124001", None).await;
        let tove = person(&mut work, "Tove Lund", "0404801114", Some((vejle, Role::TrustedEmployee))).await;
        let ulla = person(&mut work, "Ulla Skov", "0404811118", Some((vejle, Role::TrustedEmployee))).await;
        let conny = person(&mut work, "Conny Dahl", "0606651115", Some((vejle, Role::Helper))).await;
        let erik = person(&mut work, "Erik Bang", "0303601113", Some((vejle, Role::Administrator))).await;
        let mette = person(&mut work, "Mette Krag", "0505751116", Some((bakery, Role::Signatory))).await;
        let nora = person(&mut work, "Nora Vang", "0707851112", Some((bakery, Role::Employee))).await;
        let osman = person(&mut work, "Osman Demir", "0808861117", Some((bakery, Role::Employee))).await;
        let rita = person(&mut work, "Rita Lund", "0909651110", Some((accountant, Role::Signatory))).await;
        let sami = person(&mut work, "Sami Haddad", "1010901119", Some((accountant, Role::Employee))).await;
        people::note_relatives(&mut work, aase.id, bo.id, Kin::Child).await.unwrap();
        for holder in [aase.holder(), bo.holder(), Holder::Organisation(bakery)] {
            mailbox::open_mailbox(&mut work, holder, Way::Digital).await.unwrap();
        }
        work.commit().await.unwrap();
        let router = program(realm.clone());
        Self {
            realm,
            aase,
            bo,
            frida,
            tove,
            ulla,
            conny,
            erik,
            vejle,
            bakery,
            mette,
            nora,
            osman,
            accountant,
            rita,
            sami,
            router,
            _folder: folder,
        }
    }

    /// Moves the clock on to this moment.
    pub(crate) fn wait_until(&self, moment: &str) {
        let moment: Timestamp = moment.parse().unwrap();
        assert!(moment >= self.realm.now(), "{moment} is over");
        self.realm.clock.advance(moment.duration_since(self.realm.now()));
    }

    pub(crate) fn minutes_later(&self, minutes: i64) {
        self.realm.clock.advance(SignedDuration::from_mins(minutes));
    }

    /// Moves the clock on by whole days.
    pub(crate) fn days_later(&self, days: i64) {
        self.realm.clock.advance(SignedDuration::from_hours(24 * days));
    }

    /// Today in Denmark.
    pub(crate) fn today(&self) -> Date {
        self.realm.now().to_zoned(self.realm.zone().clone()).date()
    }

    pub(crate) async fn work(&self) -> Work<'_> {
        self.realm.work(program_actor()).await.unwrap()
    }

    pub(crate) async fn work_of(&self, who: &Person) -> Work<'_> {
        self.realm.work(actor(who)).await.unwrap()
    }

    /// Does what this room has to do by now; says how many jobs that were.
    pub(crate) async fn night(&self) -> usize {
        let jobs = mandates::wire(Jobs::new(), Arc::new(site()));
        Runner::new(self.realm.clone(), Arc::new(jobs), "one").drain().await.unwrap()
    }

    /// Somebody gives a mandate over their own things, and it is in force.
    pub(crate) async fn gives(&self, who: &Person, to: Party, terms: Terms) -> Mandate {
        self.gives_of(who, who.holder(), to, terms).await
    }

    /// Somebody gives a mandate over what they decide about, and it is in force.
    pub(crate) async fn gives_of(&self, who: &Person, owner: Holder, to: Party, terms: Terms) -> Mandate {
        let work = self.work_of(who).await;
        let (mut work, permit) = access::allow::<access::ManageMandates>(work, owner).await.unwrap();
        let by = By::Giver(&permit);
        let draft = access::mandates::begin(&mut work, by, owner, to, None, terms).await.unwrap();
        let given = access::mandates::sign(&mut work, by, draft.id).await.unwrap();
        work.commit().await.unwrap();
        given
    }

    /// Somebody asks a person for a mandate.
    pub(crate) async fn asks(&self, who: &Person, owner: &Person, terms: Terms) -> Mandate {
        let mut work = self.work_of(who).await;
        let by = By::Holder(who.id);
        let draft = access::mandates::begin(&mut work, by, owner.holder(), who.party(), None, terms).await;
        let asked = access::mandates::ask(&mut work, by, draft.unwrap().id).await.unwrap();
        work.commit().await.unwrap();
        asked
    }

    /// What a mandate says, for a year from today.
    pub(crate) fn terms(&self, powers: &[&str]) -> Terms {
        let today = self.today();
        Terms {
            powers: powers.iter().map(|&code| code.to_owned()).collect(),
            starts_on: today,
            ends_on: Some(today.saturating_add(jiff::Span::new().years(1))),
            with_past_mail: true,
            limits: Limits::default(),
        }
    }

    pub(crate) async fn mandate(&self, id: Id<MandateTag>) -> Mandate {
        access::mandates::mandate(&self.realm.read().await.unwrap(), id).await.unwrap().unwrap()
    }

    /// Everything that opens somebody's things, the latest first.
    pub(crate) async fn mandates_of(&self, owner: Holder) -> Vec<Mandate> {
        access::mandates::of_owner(&self.realm.read().await.unwrap(), owner).await.unwrap()
    }

    /// A letter from the municipality comes for somebody, a minute later than whatever was before.
    pub(crate) async fn letter_comes(&self, to: &Person, subject: &str) -> Answer {
        self.letter_from(MUNICIPALITY, "Vejle Kommune", to, subject).await
    }

    /// A letter comes for somebody, a minute later than whatever was before.
    pub(crate) async fn letter_from(&self, cvr: &str, name: &str, to: &Person, subject: &str) -> Answer {
        self.minutes_later(1);
        let mut random = [0; 16];
        self.realm.chance.fill(&mut random);
        let uuid = uuid::Builder::from_random_bytes(random).into_uuid();
        let sender = memo::Sender::new(cvr, id_type::CVR, name);
        let recipient = Recipient::new(to.cpr, id_type::CPR);
        let header = MessageHeader::new(MessageType::DigitalPost, uuid, subject, sender, recipient);
        let mut message = Message::new(Version::V1_2, header);
        let file = File::new("text/html", "brev.html", "da", b"<p>Kom kl. 10.</p>".to_vec());
        message.body = Some(MessageBody::new(self.realm.now(), MainDocument::new(file)));
        let mut document = Vec::new();
        memo::write(&message, &mut document).unwrap();
        let sending = Sending::by_operator(self.realm.chance.id(self.realm.now()));
        match mailbox::intake::take_document(&self.realm, program_actor(), &sending, document).await.unwrap()
        {
            Taking::Answered(answer) => {
                assert!(answer.is_taken(), "{:?}", answer.reason);
                answer
            }
            Taking::Unreadable(unreadable) => panic!("{}", unreadable.why),
        }
    }

    /// The kinds of what somebody was told, the oldest first.
    pub(crate) async fn told(&self, who: &Person) -> Vec<String> {
        let tx = self.realm.read().await.unwrap();
        let messages = notices::messages_of(&tx, who.id, 0, 100).await.unwrap();
        messages.into_iter().rev().map(|message| message.kind).collect()
    }

    /// The newest records of the log.
    pub(crate) async fn audit(&self) -> Vec<AuditRecord> {
        realm::newest(&self.realm.read().await.unwrap(), 10_000).await.unwrap()
    }

    /// What was done to somebody's things, the oldest first.
    pub(crate) async fn done_about(&self, who: &Person) -> Vec<String> {
        let about = |record: &AuditRecord| record.concerns == Some(who.id);
        self.audit().await.into_iter().rev().filter(about).map(|record| record.action).collect()
    }

    /// The same person after a new sign-in: sessions do not last for days.
    pub(crate) async fn signed_in_anew(&self, who: &Person) -> Person {
        let mut work = self.work().await;
        let cookie = sign_in(&mut work, who.id).await;
        work.commit().await.unwrap();
        Person { cookie, ..who.clone() }
    }

    pub(crate) async fn get(&self, who: &Person, path: &str) -> Reply {
        self.call("GET", &who.cookie, path, String::new()).await
    }

    pub(crate) async fn post(&self, who: &Person, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.call("POST", &who.cookie, path, serde_urlencoded::to_string(fields).unwrap()).await
    }

    pub(crate) async fn get_as_nobody(&self, path: &str) -> Reply {
        self.call("GET", "", path, String::new()).await
    }

    pub(crate) async fn post_as_nobody(&self, path: &str) -> Reply {
        self.call("POST", "", path, String::new()).await
    }

    async fn call(&self, method: &str, cookie: &str, path: &str, body: String) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
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
pub(crate) fn tuesday() -> Timestamp {
    "2026-11-24T09:30:00Z".parse().unwrap()
}

fn program_actor() -> Actor {
    Actor::program("test", Via::Program)
}

fn actor(who: &Person) -> Actor {
    let (person, label) = (Some(who.id), who.name.to_owned());
    Actor { person, label, via: Via::Web, on_behalf_of: None, request: String::new() }
}

pub(crate) fn site() -> Site {
    Site {
        public_url: PUBLIC.to_owned(),
        phone: Phone { number: "70 10 00 00".to_owned(), hours: String::new(), example: true },
        demo: false,
        behind_proxy: false,
    }
}

fn program(realm: Arc<Realm>) -> Router {
    let inner = mandates::routes()
        .merge(mailbox::routes())
        .into_router()
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(middleware::from_fn(page::render_problems))
        .layer(middleware::from_fn(page::prepare_visit))
        .layer(middleware::from_fn(access::load_visitor));
    page::behind_the_door(Arc::new(Realms::new(realm)), Arc::new(site()), inner)
}

async fn organisation(
    work: &mut Work<'_>,
    name: &str,
    kind: OrganisationKind,
    cvr: Option<&str>,
) -> Id<OrganisationTag> {
    let mut details = OrganisationDetails::new(name, kind);
    details.cvr = cvr.map(|cvr| cvr.parse().unwrap());
    people::create_organisation(work, details).await.unwrap().id
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
    Person { id, name, cpr, cookie: sign_in(work, id).await }
}

async fn sign_in(work: &mut Work<'_>, id: Id<PersonTag>) -> String {
    let secret = session::start(work, id, "test").await.unwrap();
    format!("__Host-{}={secret}", session::COOKIE)
}

/// Asserts that Danish is plain: LIX 30 or below over the whole sentences of its paragraphs and list items.
#[track_caller]
pub(crate) fn assert_plain(what: &str, html: &str) {
    let sentences: Vec<&str> =
        html.split(['<', '>']).map(str::trim).filter(|text| is_sentence(text)).collect();
    assert!(!sentences.is_empty(), "{what} says nothing");
    let blocks: Vec<Block<'_>> = sentences.iter().map(|text| Block::Paragraph(text)).collect();
    let measure = measure_blocks(&blocks);
    assert!(measure.lix <= 30, "{what} has LIX {} in {sentences:#?}", measure.lix);
}

fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?']) && text.contains(' ')
}

/// Texts that are the name of a text: `mandate-title`.
pub(crate) fn names_of_texts(html: &str) -> Vec<&str> {
    let is_name = |text: &&str| {
        text.contains('-')
            && text.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
            && text.starts_with(|c: char| c.is_ascii_lowercase())
    };
    html.split(['<', '>']).map(str::trim).step_by(2).filter(is_name).collect()
}
