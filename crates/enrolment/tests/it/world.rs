//! A realm with Aase, who has a mailbox, and Bo, who has none; Tove at the counter in Vejle; a bakery and Mette, who looks
//! after its post; a register of residents; and the program's layers around the pages.

use std::io::Cursor;
use std::sync::Arc;

use access::{Exempt, Holder};
use axum::body::Body;
use axum::{Router, middleware};
use basics::{Cpr, Id};
use enrolment::{AskedBy, Covers, Exemption, ImportError, Imported, Request as Wish, Strictness};
use http::header::{CONTENT_TYPE, COOKIE};
use http::{Request, StatusCode};
use jiff::{SignedDuration, Timestamp};
use jobs::{Jobs, Runner};
use mailbox::intake::{Answer, Sending, Taking};
use mailbox::letters::{INBOX, Letter, Stored};
use mailbox::reading::Shelf;
use mailbox::{Mailbox, Way};
use memo::{
    File, MainDocument, Message, MessageBody, MessageHeader, MessageType, Recipient, Version, id_type,
};
use notices::{Contact, PostalAddress};
use page::{Phone, Site};
use people::{NewPerson, OrganisationDetails, OrganisationKind, OrganisationTag, Role, session};
use plainlanguage::{Block, measure_blocks};
use realm::{Actor, AuditRecord, Chance, Clock, PersonTag, Realm, RealmKind, Realms, Via, Work};
use store::Store;
use testing::Reply;
use tower::ServiceExt as _;

pub(crate) use testing::on_both;

/// Where the program is reached.
pub(crate) const PUBLIC: &str = "https://hjaelp.example.dk";
/// The bakery's number.
pub(crate) const BAKERY: &str = "13748136";

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: Id<PersonTag>,
    /// Ten digits; nobody real has one of these.
    pub(crate) cpr: &'static str,
    cookie: String,
}

pub(crate) struct World {
    pub(crate) realm: Arc<Realm>,
    /// A citizen with a mailbox, born in 1940.
    pub(crate) aase: Person,
    /// Her son, born in 1970, who has none.
    pub(crate) bo: Person,
    /// A trusted employee at the counter in Vejle.
    pub(crate) tove: Person,
    /// A helper without that trust.
    pub(crate) conny: Person,
    /// An administrator.
    pub(crate) erik: Person,
    /// Looks after the post of the bakery.
    pub(crate) mette: Person,
    /// The bakery.
    pub(crate) bakery: Id<OrganisationTag>,
    router: Router,
    _folder: tempfile::TempDir,
}

impl World {
    pub(crate) async fn on_sqlite() -> Self {
        Self::sqlite_at(tuesday()).await
    }

    pub(crate) async fn on_postgres() -> Self {
        Self::postgres_at(tuesday()).await
    }

    pub(crate) async fn sqlite_at(now: Timestamp) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("enrolment.db").display());
        Self::open(&url, folder, now).await
    }

    pub(crate) async fn postgres_at(now: Timestamp) -> Self {
        Self::open(&testing::new_postgres().await, tempfile::tempdir().unwrap(), now).await
    }

    async fn open(url: &str, folder: tempfile::TempDir, now: Timestamp) -> Self {
        let store = Store::open(url).await.unwrap();
        schema::MIGRATIONS.run(&store, now).await.unwrap();
        let realm = Realm::new(RealmKind::Live, "", store, Clock::standing_at(now), Chance::seeded(7));
        let realm = Arc::new(realm);
        let mut work = realm.work(program_actor()).await.unwrap();
        let mut bakery = OrganisationDetails::new("Bageriet i Vejle", OrganisationKind::Company);
        bakery.cvr = Some(BAKERY.parse().unwrap());
        let bakery = people::create_organisation(&mut work, bakery).await.unwrap().id;
        let library = OrganisationDetails::new("Vejle Bibliotek", OrganisationKind::Library);
        let library = people::create_organisation(&mut work, library).await.unwrap().id;
        let aase = person(&mut work, "Aase Holm", "0101400002", None).await;
        let bo = person(&mut work, "Bo Holm", "0202701111", None).await;
        let tove = person(&mut work, "Tove Lund", "0404801114", Some((library, Role::TrustedEmployee))).await;
        let conny = person(&mut work, "Conny Dahl", "0606651115", Some((library, Role::Helper))).await;
        let erik = person(&mut work, "Erik Bang", "0303601113", Some((library, Role::Administrator))).await;
        let mette =
            person(&mut work, "Mette Krag", "0505751116", Some((bakery, Role::MailAdministrator))).await;
        mailbox::open_mailbox(&mut work, Holder::Person(aase.id), Way::Digital).await.unwrap();
        work.commit().await.unwrap();
        let router = program(realm.clone());
        Self { realm, aase, bo, tove, conny, erik, mette, bakery, router, _folder: folder }
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

    pub(crate) async fn work(&self) -> Work<'_> {
        self.realm.work(program_actor()).await.unwrap()
    }

    /// Does what this room has to do by now; says how many jobs that were.
    pub(crate) async fn night(&self) -> usize {
        let jobs = enrolment::wire(Jobs::new(), Arc::new(site()));
        Runner::new(self.realm.clone(), Arc::new(jobs), "one").drain().await.unwrap()
    }

    /// Takes over the register, which must be without mistakes.
    pub(crate) async fn import(&self, rows: &str) -> Imported {
        self.try_import(rows, Strictness::WholeFile).await.unwrap()
    }

    pub(crate) async fn try_import(
        &self,
        rows: &str,
        strictness: Strictness,
    ) -> Result<Imported, ImportError> {
        let file = Cursor::new(format!("{HEAD}{rows}"));
        enrolment::import_residents(&self.realm, program_actor(), file, strictness, |_| ()).await
    }

    /// The person who has the number.
    pub(crate) async fn person(&self, cpr: &str) -> people::Person {
        let tx = self.realm.read().await.unwrap();
        let found = people::cpr::find(&tx, &self.realm.vault, &cpr.parse().unwrap()).await.unwrap();
        found.expect("somebody has the number")
    }

    pub(crate) async fn mailbox_of(&self, holder: Holder) -> Option<Mailbox> {
        let tx = self.realm.read().await.unwrap();
        mailbox::mailbox_of(&tx, &self.realm.vault, holder).await.unwrap()
    }

    pub(crate) async fn way_of(&self, who: &Person) -> Way {
        self.mailbox_of(Holder::Person(who.id)).await.expect("there is a mailbox").way
    }

    /// What lies in the inbox, the newest first, with what it says.
    pub(crate) async fn inbox(&self, holder: Holder) -> Vec<(Letter, Message<Stored>)> {
        let work = self.work().await;
        let (work, permit) = access::allow::<access::ReadMail>(work, holder).await.unwrap();
        let tx = work.tx();
        let Some(mailbox) = mailbox::reading::permitted(tx, &self.realm.vault, &permit).await.unwrap() else {
            return Vec::new();
        };
        let (reader, now) = (self.erik.id, self.realm.now());
        let shelf = Shelf::Folder(INBOX);
        let page = mailbox::reading::letters(tx, &permit, &mailbox, reader, shelf, None, now).await.unwrap();
        let mut letters = Vec::new();
        for letter in page.letters {
            let message = mailbox::reading::message_of(tx, &permit, &mailbox, &letter).await.unwrap();
            letters.push((letter, message.unwrap()));
        }
        letters
    }

    /// Somebody opens the newest letter of their own.
    pub(crate) async fn opens_newest(&self, who: &Person) {
        let holder = Holder::Person(who.id);
        let newest = self.inbox(holder).await[0].0.id;
        let mailbox = self.mailbox_of(holder).await.unwrap();
        let (mut work, permit) = access::allow::<access::ReadMail>(self.work().await, holder).await.unwrap();
        mailbox::reading::note_opened(&mut work, &permit, &mailbox, who.id, newest).await.unwrap();
        work.commit().await.unwrap();
    }

    /// A letter comes for whoever has the number, handed in by an operator, a minute later than whatever was before.
    pub(crate) async fn letter_comes(&self, number: &str, kind: &str) -> Answer {
        self.minutes_later(1);
        let mut random = [0; 16];
        self.realm.chance.fill(&mut random);
        let uuid = uuid::Builder::from_random_bytes(random).into_uuid();
        let sender = memo::Sender::new("29189900", id_type::CVR, "Vejle Kommune");
        let recipient = Recipient::new(number, kind);
        let header = MessageHeader::new(MessageType::DigitalPost, uuid, "Din tid", sender, recipient);
        let mut message = Message::new(Version::V1_2, header);
        let file = File::new("text/html", "brev.html", "da", b"<p>Kom kl. 10.</p>".to_vec());
        message.body = Some(MessageBody::new(self.realm.now(), MainDocument::new(file)));
        let mut document = Vec::new();
        memo::write(&message, &mut document).unwrap();
        let sending = Sending::by_operator(self.realm.chance.id(self.realm.now()));
        match mailbox::intake::take_document(&self.realm, program_actor(), &sending, document).await.unwrap()
        {
            Taking::Answered(answer) => answer,
            Taking::Unreadable(unreadable) => panic!("{}", unreadable.why),
        }
    }

    /// Whether a letter that comes for somebody now goes on paper.
    pub(crate) async fn goes_on_paper(&self, who: &Person) -> bool {
        let answer = self.letter_comes(who.cpr, id_type::CPR).await;
        assert!(answer.is_taken(), "{:?}", answer.reason);
        answer.reason.is_some_and(|reason| reason.contains("on paper"))
    }

    /// How many things of each kind wait for paper, as the counter sees it: `Bekræftelser`.
    pub(crate) async fn waits_for_paper(&self, kind: &str) -> usize {
        let tove = self.signed_in_anew(&self.tove).await;
        let page = self.get(&tove, "/staff/paper-post").await.ok();
        let after = page.body.split(&format!(">{kind}</td><td")).nth(1);
        let number = after.and_then(|after| after.split('>').nth(1)).and_then(|cell| cell.split('<').next());
        number.map_or(0, |number| number.parse().unwrap())
    }

    /// Makes somebody exempt from everything, as they do at home.
    pub(crate) async fn is_made_exempt(&self, who: &Person, older_mail_on_paper: bool) -> (Exemption, usize) {
        let covers = Covers { post: true, self_service: true };
        let wish = Wish { covers, declared_on_honour: true, older_mail_on_paper, asked_by: AskedBy::Holder };
        let holder = Holder::Person(who.id);
        let (mut work, permit) = access::allow::<Exempt>(self.work_of(who).await, holder).await.unwrap();
        let made = enrolment::exempt(&mut work, &permit, wish).await.unwrap();
        work.commit().await.unwrap();
        made
    }

    pub(crate) async fn work_of(&self, who: &Person) -> Work<'_> {
        self.realm.work(actor(who)).await.unwrap()
    }

    pub(crate) async fn exemption_of(&self, holder: Holder) -> Option<Exemption> {
        enrolment::exemption_of(&self.realm.read().await.unwrap(), holder).await.unwrap()
    }

    pub(crate) async fn has_address(&self, who: Id<PersonTag>, street: &str) {
        let mut work = self.work().await;
        notices::set_address(&mut work, who, Some(in_vejle(street))).await.unwrap();
        work.commit().await.unwrap();
    }

    pub(crate) async fn contact(&self, who: Id<PersonTag>) -> Option<Contact> {
        notices::contact(&self.realm.read().await.unwrap(), who).await.unwrap()
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

/// The names of the register's columns.
pub(crate) const HEAD: &str = "cpr,name,resident_since,resident_until,street,extra,postcode,town\n";

/// A Tuesday morning.
pub(crate) fn tuesday() -> Timestamp {
    "2026-11-24T09:30:00Z".parse().unwrap()
}

fn program_actor() -> Actor {
    Actor::program("test", Via::Program)
}

fn actor(who: &Person) -> Actor {
    let (person, label) = (Some(who.id), "somebody".to_owned());
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
    let inner = enrolment::routes()
        .merge(mailbox::routes())
        .into_router()
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(middleware::from_fn(page::render_problems))
        .layer(middleware::from_fn(page::prepare_visit))
        .layer(middleware::from_fn(access::load_visitor));
    page::behind_the_door(Arc::new(Realms::new(realm)), Arc::new(site()), inner)
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
        let from = jiff::civil::date(2020, 1, 1);
        people::add_member(work, id, organisation, role, from, None).await.unwrap();
    }
    Person { id, cpr, cookie: sign_in(work, id).await }
}

async fn sign_in(work: &mut Work<'_>, id: Id<PersonTag>) -> String {
    let secret = session::start(work, id, "test").await.unwrap();
    format!("__Host-{}={secret}", session::COOKIE)
}

pub(crate) fn in_vejle(street: &str) -> PostalAddress {
    PostalAddress {
        street: street.to_owned(),
        extra: String::new(),
        postcode: "7100".to_owned(),
        town: "Vejle".to_owned(),
    }
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

/// Texts that are the name of a text: `exempt-title`.
pub(crate) fn names_of_texts(html: &str) -> Vec<&str> {
    let is_name = |text: &&str| {
        text.contains('-')
            && text.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
            && text.starts_with(|c: char| c.is_ascii_lowercase())
    };
    html.split(['<', '>']).map(str::trim).step_by(2).filter(is_name).collect()
}
