//! A realm with Aase and Bo, who are told things, and Erik, who prints letters; a folder for mails and one for text
//! messages; and the program's layers around the pages.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use axum::body::Body;
use axum::{Router, middleware};
use basics::Id;
use courier::{FolderGateway, Mailer, Texts};
use http::header::{CONTENT_TYPE, COOKIE};
use http::{Request, StatusCode};
use jiff::{SignedDuration, Timestamp};
use jobs::{Jobs, Runner, Urgency};
use notices::{Channel, Contact, Message, Notice, Post, PostalAddress, TellError, Told};
use page::{Phone, Site};
use people::{NewPerson, OrganisationDetails, OrganisationKind, Role, session};
use realm::{Actor, AuditRecord, Chance, Clock, PersonTag, Realm, RealmKind, Realms, Via, Work};
use store::Store;
use testing::Reply;
use tower::ServiceExt as _;

pub(crate) use testing::on_both;

/// Where the program is reached.
pub(crate) const PUBLIC: &str = "https://hjaelp.example.dk";

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: Id<PersonTag>,
    cookie: String,
}

pub(crate) struct World {
    pub(crate) realm: Arc<Realm>,
    /// A citizen.
    pub(crate) aase: Person,
    /// Another one.
    pub(crate) bo: Person,
    /// A librarian, who prints no letters.
    pub(crate) conny: Person,
    /// An administrator, who does.
    pub(crate) erik: Person,
    router: Router,
    pub(crate) folder: tempfile::TempDir,
}

/// A mail as its receiver's program reads it.
pub(crate) struct Received {
    pub(crate) to: String,
    pub(crate) message_id: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    /// All of it, as it came.
    pub(crate) raw: String,
}

impl World {
    pub(crate) async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("notices.db").display());
        Self::open(&url, folder).await
    }

    pub(crate) async fn on_postgres() -> Self {
        Self::open(&testing::new_postgres().await, tempfile::tempdir().unwrap()).await
    }

    async fn open(url: &str, folder: tempfile::TempDir) -> Self {
        let store = Store::open(url).await.unwrap();
        schema::MIGRATIONS.run(&store, tuesday()).await.unwrap();
        let clock = Clock::standing_at(tuesday());
        let realm = Arc::new(Realm::new(RealmKind::Live, "", store, clock, Chance::seeded(7)));
        let mut work = realm.work(Actor::program("test", Via::Program)).await.unwrap();
        let aase = person(&mut work, "Aase Holm", None).await;
        let bo = person(&mut work, "Bo Lind", None).await;
        let conny = person(&mut work, "Conny Dahl", Some(Role::Librarian)).await;
        let erik = person(&mut work, "Erik Bang", Some(Role::Administrator)).await;
        work.commit().await.unwrap();
        let router = program(realm.clone());
        Self { realm, aase, bo, conny, erik, router, folder }
    }

    /// Moves the clock. Whoever is signed in stays so for a while only.
    pub(crate) fn later(&self, duration: SignedDuration) {
        self.realm.clock.advance(duration);
    }

    pub(crate) fn minutes_later(&self, minutes: i64) {
        self.later(SignedDuration::from_mins(minutes));
    }

    pub(crate) async fn work(&self) -> Work<'_> {
        self.realm.work(Actor::program("test", Via::Program)).await.unwrap()
    }

    /// What sends by folders.
    pub(crate) fn folders(&self) -> Post {
        Post {
            mailer: Some(Mailer::to_folder(self.folder.path().join("mail"))),
            texts: Some(Texts::new(vec![Box::new(FolderGateway::new(self.folder.path().join("sms")))])),
            site: Arc::new(site()),
        }
    }

    /// Sends everything that is waiting, by folders; says how many attempts there were.
    pub(crate) async fn send(&self) -> usize {
        self.send_by(self.folders()).await
    }

    /// Sends everything that is waiting.
    pub(crate) async fn send_by(&self, post: Post) -> usize {
        let jobs = Arc::new(notices::wire(Jobs::new(), Arc::new(post)));
        Runner::new(self.realm.clone(), jobs, "one").drain().await.unwrap()
    }

    /// The mails in the folder, by their ids; ids sort by time.
    pub(crate) fn mails(&self) -> Vec<Received> {
        files(&self.folder.path().join("mail")).into_values().map(|raw| received(&raw)).collect()
    }

    /// The text messages in the folder: number and text.
    pub(crate) fn texts(&self) -> Vec<(String, String)> {
        let read = |raw: Vec<u8>| {
            let text: serde_json::Value = serde_json::from_slice(&raw).unwrap();
            let field = |name: &str| text[name].as_str().unwrap().to_owned();
            (field("to"), field("body"))
        };
        files(&self.folder.path().join("sms")).into_values().map(read).collect()
    }

    /// Tells somebody about a visit, a minute later than whatever was before.
    pub(crate) async fn tell(&self, person: &Person) -> Told {
        self.tell_this(person, visit).await.unwrap()
    }

    pub(crate) async fn tell_this(
        &self,
        person: &Person,
        write: impl FnOnce(&'static words::Words) -> Notice,
    ) -> Result<Told, TellError> {
        self.minutes_later(1);
        let mut work = self.work().await;
        let told = notices::tell(&mut work, person.id, write).await?;
        work.commit().await.unwrap();
        Ok(told)
    }

    /// Somebody's address, confirmed as people confirm it.
    pub(crate) async fn has_email(&self, person: &Person, address: &str) {
        self.minutes_later(1);
        self.post(person, "/min-side/kontakt/email", &[("email", address)]).await;
        self.send().await;
        let path = link_in(&self.mails().pop().unwrap().text);
        let reply = self.post_as_nobody(&path, &[]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        self.empty_folders();
    }

    /// Somebody's number, confirmed as people confirm it.
    pub(crate) async fn has_mobile(&self, person: &Person, number: &str) {
        self.minutes_later(1);
        self.post(person, "/min-side/kontakt/mobil", &[("mobile", number)]).await;
        self.send().await;
        let code = code_in(&self.texts().pop().unwrap().1);
        let reply = self.post(person, "/min-side/kontakt/kode", &[("code", &code)]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        self.empty_folders();
    }

    pub(crate) async fn has_address(&self, person: &Person) {
        let mut work = self.work().await;
        notices::set_address(&mut work, person.id, Some(example_street())).await.unwrap();
        work.commit().await.unwrap();
    }

    pub(crate) async fn chooses(&self, person: &Person, channel: Channel) {
        let mut work = self.work().await;
        notices::choose_channel(&mut work, person.id, channel).await.unwrap();
        work.commit().await.unwrap();
    }

    pub(crate) fn empty_folders(&self) {
        for folder in ["mail", "sms"] {
            let _ = std::fs::remove_dir_all(self.folder.path().join(folder));
        }
    }

    pub(crate) async fn contact(&self, person: &Person) -> Contact {
        let tx = self.realm.read().await.unwrap();
        notices::contact(&tx, person.id).await.unwrap().unwrap()
    }

    /// What somebody was told, newest first.
    pub(crate) async fn messages(&self, person: &Person) -> Vec<Message> {
        let tx = self.realm.read().await.unwrap();
        notices::messages_of(&tx, person.id, 0, 100).await.unwrap()
    }

    /// Channel, state and masked address of what somebody was told, newest first.
    pub(crate) async fn fates(&self, person: &Person) -> Vec<(Channel, &'static str, String)> {
        let messages = self.messages(person).await;
        messages.into_iter().map(|one| (one.channel, one.state.code(), one.sent_to)).collect()
    }

    pub(crate) async fn figures(&self) -> notices::Figures {
        notices::figures(&self.realm.read().await.unwrap(), self.realm.now()).await.unwrap()
    }

    /// The newest records of the log.
    pub(crate) async fn audit(&self) -> Vec<AuditRecord> {
        realm::newest(&self.realm.read().await.unwrap(), 1000).await.unwrap()
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

    pub(crate) async fn post_as_nobody(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.call("POST", "", path, serde_urlencoded::to_string(fields).unwrap()).await
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

    /// The same person after a new sign-in: sessions do not last for days.
    pub(crate) async fn signed_in_anew(&self, who: &Person) -> Person {
        let mut work = self.work().await;
        let person = sign_in(&mut work, who.id).await;
        work.commit().await.unwrap();
        person
    }
}

/// A Tuesday morning.
fn tuesday() -> Timestamp {
    "2026-11-24T09:30:00Z".parse().unwrap()
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
    let inner = notices::routes()
        .into_router()
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(middleware::from_fn(page::render_problems))
        .layer(middleware::from_fn(page::prepare_visit))
        .layer(middleware::from_fn(access::load_visitor));
    page::behind_the_door(Arc::new(Realms::new(realm)), Arc::new(site()), inner)
}

async fn person(work: &mut Work<'_>, name: &str, role: Option<Role>) -> Person {
    let new = NewPerson { name: name.to_owned(), birth_date: None };
    let id = people::create_person(work, new).await.unwrap().id;
    if let Some(role) = role {
        let library = OrganisationDetails::new("Vejle Bibliotek", OrganisationKind::Library);
        let library = people::create_organisation(work, library).await.unwrap().id;
        people::add_member(work, id, library, role, jiff::civil::date(2026, 1, 1), None).await.unwrap();
    }
    sign_in(work, id).await
}

async fn sign_in(work: &mut Work<'_>, id: Id<PersonTag>) -> Person {
    let secret = session::start(work, id, "test").await.unwrap();
    Person { id, cookie: format!("__Host-{}={secret}", session::COOKIE) }
}

/// A notice about a visit, in Danish whatever the language; the stories in other languages bring their own.
pub(crate) fn visit(_: &words::Words) -> Notice {
    Notice {
        kind: "visit.booked",
        subject: "Din hjælper kommer".to_owned(),
        paragraphs: vec!["Kære Aase.".to_owned(), "Bo kommer\nog hjælper dig på mandag.".to_owned()],
        short: "Bo kommer og hjælper dig på mandag.".to_owned(),
        link: Some(notices::Link { label: "Se aftalen".to_owned(), path: "/min-side/aftaler/7".to_owned() }),
        news: false,
        urgency: Urgency::Ordinary,
    }
}

pub(crate) fn example_street() -> PostalAddress {
    PostalAddress {
        street: "Eksempelgade 1, 2. tv.".to_owned(),
        extra: "c/o Jensen".to_owned(),
        postcode: "7100".to_owned(),
        town: "Vejle".to_owned(),
    }
}

/// The path that a mail leads to.
pub(crate) fn link_in(text: &str) -> String {
    let after = text.split(PUBLIC).nth(1).unwrap_or_else(|| panic!("there is no link in {text}"));
    after.split_whitespace().next().unwrap().to_owned()
}

/// The six digits in a text message.
pub(crate) fn code_in(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(digits.len(), 6, "{text}");
    digits
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.map(|entry| {
        let name = entry.file_name().into_string().unwrap();
        (name, std::fs::read(entry.path()).unwrap())
    });
    named.filter(|(name, _)| !name.starts_with('.')).collect()
}

/// Reads a mail as programs for mail do.
pub(crate) fn received(raw: &[u8]) -> Received {
    let mail = mail_parser::MessageParser::new().parse(raw).unwrap();
    Received {
        to: mail.to().unwrap().first().unwrap().address().unwrap().to_owned(),
        message_id: mail.message_id().unwrap().to_owned(),
        subject: mail.subject().unwrap().to_owned(),
        text: mail.body_text(0).unwrap().into_owned(),
        html: mail.body_html(0).unwrap().into_owned(),
        raw: String::from_utf8(raw.to_vec()).unwrap(),
    }
}
