//! A realm with Aase, who has a mailbox, her son Bo, the municipality that writes to her, and those who work there; folders
//! for mails and text messages; and the program's layers around the pages.

use std::sync::Arc;

use access::Holder;
use axum::body::Body;
use axum::{Router, middleware};
use basics::{Cpr, Cvr, Id, Language};
use courier::{FolderGateway, Mailer, Texts};
use http::header::{CONTENT_TYPE, COOKIE};
use http::{Request, StatusCode};
use jiff::{SignedDuration, Timestamp};
use jobs::{Jobs, Runner};
use mailbox::intake::{Answer, Sending, Taking};
use mailbox::letters::LetterTag;
use mailbox::{Mailbox, MailboxTag, Way};
use memo::{
    File, MainDocument, Message, MessageBody, MessageHeader, MessageType, Recipient, Version, id_type,
};
use notices::Post;
use page::{Phone, Site};
use people::{NewPerson, OrganisationDetails, OrganisationKind, OrganisationTag, Role, session};
use realm::{Actor, AuditRecord, Chance, Clock, PersonTag, Realm, RealmKind, Realms, Via, Work};
use store::Store;
use tower::ServiceExt as _;
use uuid::Uuid;

pub(crate) use testing::Reply;

pub(crate) use testing::on_both;

pub(crate) use crate::sent::code_in;
use crate::sent::files;

/// Where the program is reached.
pub(crate) const PUBLIC: &str = "https://hjaelp.example.dk";
/// The keys of the vault.
pub(crate) const KEYS: &str = "a1 6f6d74616e6b656f6d74616e6b656f6d74616e6b656f6d74616e6b656f6d7461\n";
/// The number of Vejle Municipality in these stories.
pub(crate) const VEJLE: &str = "29189900";

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: Id<PersonTag>,
    pub(crate) name: &'static str,
    /// Ten digits; nobody real has one of these.
    pub(crate) cpr: &'static str,
    cookie: String,
}

pub(crate) struct World {
    pub(crate) realm: Arc<Realm>,
    /// A citizen with a mailbox, born in 1940.
    pub(crate) aase: Person,
    /// Her son, born in 1970, who has none until [`World::opens_mailbox`].
    pub(crate) bo: Person,
    /// An administrator.
    pub(crate) erik: Person,
    /// A trusted employee at the counter in Vejle.
    pub(crate) tove: Person,
    /// Answers for the post of the municipality.
    pub(crate) mette: Person,
    /// The municipality.
    pub(crate) vejle: Id<OrganisationTag>,
    /// A system of the municipality, which sends.
    pub(crate) sending: Sending,
    /// The secret that the system shows.
    pub(crate) secret: String,
    router: Router,
    url: String,
    pub(crate) folder: tempfile::TempDir,
}

impl World {
    pub(crate) async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("mailbox.db").display());
        Self::open(&url, folder).await
    }

    pub(crate) async fn on_postgres() -> Self {
        Self::open(&testing::new_postgres().await, tempfile::tempdir().unwrap()).await
    }

    async fn open(url: &str, folder: tempfile::TempDir) -> Self {
        let store = Store::open(url).await.unwrap();
        schema::MIGRATIONS.run(&store, sunday()).await.unwrap();
        let clock = Clock::standing_at(sunday());
        let keys = vault::Keyring::parse(KEYS).unwrap();
        let realm = Realm::new(RealmKind::Live, "", store, clock, Chance::seeded(7)).with_keys(keys);
        let realm = Arc::new(realm);
        let mut work = realm.work(Actor::program("test", Via::Program)).await.unwrap();
        let vejle = municipality(&mut work).await;
        let aase = person(&mut work, "Aase Holm", "0101400002", None).await;
        let bo = person(&mut work, "Bo Holm", "0202701111", None).await;
        let erik = person(&mut work, "Erik Bang", "0303601113", Some((vejle, Role::Administrator))).await;
        let tove = person(&mut work, "Tove Lund", "0404801114", Some((vejle, Role::TrustedEmployee))).await;
        let mette =
            person(&mut work, "Mette Krag", "0505751116", Some((vejle, Role::MailAdministrator))).await;
        mailbox::open_mailbox(&mut work, Holder::Person(aase.id), Way::Digital).await.unwrap();
        let (mut work, permit) = access::allow::<access::AdmitSender>(work, ()).await.unwrap();
        let (system, secret) =
            mailbox::senders::admit_sender(&mut work, &permit, vejle, "Sagssystem").await.unwrap();
        work.commit().await.unwrap();
        let cvr: Cvr = VEJLE.parse().unwrap();
        let sending = Sending {
            system: system.id.uuid(),
            organisation: Some((vejle, Some(cvr))),
            transmission: realm.chance.id(sunday()),
        };
        let router = program(realm.clone());
        let url = url.to_owned();
        Self { realm, aase, bo, erik, tove, mette, vejle, sending, secret, router, url, folder }
    }

    /// A second node of the program: another store on the same database, with the same keys and people. Its folder is its own.
    pub(crate) async fn another_node(&self) -> Self {
        let store = Store::open(&self.url).await.unwrap();
        let keys = vault::Keyring::parse(KEYS).unwrap();
        let clock = Clock::standing_at(self.realm.now());
        let realm = Realm::new(RealmKind::Live, "", store, clock, Chance::seeded(8)).with_keys(keys);
        let realm = Arc::new(realm);
        Self {
            router: program(realm.clone()),
            realm,
            aase: self.aase.clone(),
            bo: self.bo.clone(),
            erik: self.erik.clone(),
            tove: self.tove.clone(),
            mette: self.mette.clone(),
            vejle: self.vejle,
            sending: self.sending.clone(),
            secret: self.secret.clone(),
            url: self.url.clone(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Moves the clock. Whoever is signed in stays so for a while only: see [`World::signed_in_anew`].
    pub(crate) fn later(&self, duration: SignedDuration) {
        self.realm.clock.advance(duration);
    }

    pub(crate) fn minutes_later(&self, minutes: i64) {
        self.later(SignedDuration::from_mins(minutes));
    }

    pub(crate) fn days_later(&self, days: i64) {
        self.later(SignedDuration::from_hours(days * 24));
    }

    /// Moves the clock on to this moment.
    pub(crate) fn wait_until(&self, moment: &str) {
        let moment: Timestamp = moment.parse().unwrap();
        assert!(moment >= self.realm.now(), "{moment} is over");
        self.later(moment.duration_since(self.realm.now()));
    }

    pub(crate) async fn work(&self) -> Work<'_> {
        self.realm.work(Actor::program("test", Via::Program)).await.unwrap()
    }

    /// A piece of work by somebody who is signed in.
    pub(crate) async fn work_of(&self, who: &Person) -> Work<'_> {
        self.realm.work(actor(who)).await.unwrap()
    }

    /// A citizen, with a CPR number and without a mailbox.
    pub(crate) async fn citizen(&self, name: &'static str, cpr: &'static str) -> Person {
        let mut work = self.work().await;
        let person = person(&mut work, name, cpr, None).await;
        work.commit().await.unwrap();
        person
    }

    /// Gives somebody a role, from the beginning of the year on.
    pub(crate) async fn becomes(&self, who: &Person, at: Id<OrganisationTag>, role: Role) {
        let mut work = self.work().await;
        let from = jiff::civil::date(2026, 1, 1);
        people::add_member(&mut work, who.id, at, role, from, None).await.unwrap();
        work.commit().await.unwrap();
    }

    pub(crate) async fn organisation(
        &self,
        name: &str,
        kind: OrganisationKind,
        cvr: &str,
    ) -> Id<OrganisationTag> {
        let mut work = self.work().await;
        let mut details = OrganisationDetails::new(name, kind);
        details.cvr = Some(cvr.parse().unwrap());
        let organisation = people::create_organisation(&mut work, details).await.unwrap();
        work.commit().await.unwrap();
        organisation.id
    }

    pub(crate) async fn opens_mailbox(&self, holder: Holder) -> Mailbox {
        let mut work = self.work().await;
        let (opened, _) = mailbox::open_mailbox(&mut work, holder, Way::Digital).await.unwrap();
        work.commit().await.unwrap();
        opened
    }

    /// What comes for the holder goes on paper from now on.
    pub(crate) async fn goes_on_paper(&self, who: &Person) {
        let mailbox = self.mailbox_of(who).await;
        let mut work = self.work().await;
        mailbox::set_way(&mut work, &mailbox, Way::Paper).await.unwrap();
        work.commit().await.unwrap();
    }

    pub(crate) async fn mailbox_of(&self, who: &Person) -> Mailbox {
        self.mailbox_of_holder(Holder::Person(who.id)).await
    }

    pub(crate) async fn mailbox_of_holder(&self, holder: Holder) -> Mailbox {
        let tx = self.realm.read().await.unwrap();
        mailbox::mailbox_of(&tx, &self.realm.vault, holder).await.unwrap().expect("there is a mailbox")
    }

    /// A letter from the municipality to whoever has the number, about an appointment.
    pub(crate) fn letter_to(&self, cpr: &str) -> Message<Vec<u8>> {
        let recipient = Recipient::new(cpr, id_type::CPR);
        let sender = memo::Sender::new(VEJLE, id_type::CVR, "Vejle Kommune");
        let uuid = self.message_uuid();
        let header =
            MessageHeader::new(MessageType::DigitalPost, uuid, "Din tid på rådhuset", sender, recipient);
        let mut message = Message::new(Version::V1_2, header);
        let file =
            File::new("text/html", "brev.html", "da", b"<p>Kom p\xc3\xa5 torsdag kl. 10.</p>".to_vec());
        message.body = Some(MessageBody::new(self.realm.now(), MainDocument::new(file)));
        message
    }

    /// A short message from the municipality.
    pub(crate) fn nemsms_to(&self, cpr: &str, text: &str) -> Message<Vec<u8>> {
        let mut message = self.letter_to(cpr);
        message.header.message_type = MessageType::NemSms;
        message.header.notification = Some(text.to_owned());
        message.body = None;
        message
    }

    /// A number for a message, of UUID version 4.
    pub(crate) fn message_uuid(&self) -> Uuid {
        let mut bytes = [0; 16];
        self.realm.chance.fill(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// The message as a document.
    pub(crate) fn memo_of(message: &Message<Vec<u8>>) -> Vec<u8> {
        let mut document = Vec::new();
        memo::write_with(message, &memo::WriteOptions { longest_notification: 160 }, &mut document).unwrap();
        document
    }

    /// Hands a message in as the municipality's system.
    pub(crate) async fn take(&self, message: &Message<Vec<u8>>) -> Answer {
        self.take_by(&self.sending, message).await
    }

    pub(crate) async fn take_by(&self, sending: &Sending, message: &Message<Vec<u8>>) -> Answer {
        let document = Self::memo_of(message);
        let actor = Actor::program("test", Via::Program);
        let taking = mailbox::intake::take_document(&self.realm, actor, sending, document).await.unwrap();
        match taking {
            Taking::Answered(answer) => answer,
            Taking::Unreadable(unreadable) => panic!("{}", unreadable.why),
        }
    }

    /// Somebody gets a letter, a minute later than whatever was before; `write` changes it before it is sent.
    pub(crate) async fn gets(
        &self,
        who: &Person,
        write: impl FnOnce(&mut Message<Vec<u8>>),
    ) -> (Id<MailboxTag>, Id<LetterTag>) {
        self.minutes_later(1);
        let mut message = self.letter_to(who.cpr);
        write(&mut message);
        let answer = self.take(&message).await;
        assert!(answer.is_taken(), "{:?}", answer.reason);
        let mailbox = self.mailbox_of(who).await.id;
        let found: Option<Placed> = {
            let tx = self.realm.read().await.unwrap();
            let sql = "select letter from mailbox_receipt where message_uuid = $1";
            tx.optional(sql, store::params![answer.message_uuid]).await.unwrap()
        };
        (mailbox, found.expect("a letter that was taken lies somewhere").letter)
    }

    /// Somebody opens a letter of their own.
    pub(crate) async fn opens(&self, who: &Person, letter: Id<LetterTag>) {
        let mailbox = self.mailbox_of(who).await;
        let work = self.work_of(who).await;
        let (mut work, permit) =
            access::allow::<access::ReadMail>(work, Holder::Person(who.id)).await.unwrap();
        mailbox::reading::note_opened(&mut work, &permit, &mailbox, who.id, letter).await.unwrap();
        work.commit().await.unwrap();
    }

    /// What sends by folders.
    pub(crate) fn folders(&self) -> Post {
        Post {
            mailer: Some(Mailer::to_folder(self.folder.path().join("mail"))),
            texts: Some(Texts::new(vec![Box::new(FolderGateway::new(self.folder.path().join("sms")))])),
            site: Arc::new(site()),
        }
    }

    /// Does everything that is due, and sends everything that is waiting; says how many attempts there were.
    pub(crate) async fn send(&self) -> usize {
        let jobs = mailbox::wire(notices::wire(Jobs::new(), Arc::new(self.folders())));
        Runner::new(self.realm.clone(), Arc::new(jobs), "one").drain().await.unwrap()
    }

    /// The mails in the folder, as they came but without the breaks of long lines, by their ids; ids sort by time.
    pub(crate) fn mails(&self) -> Vec<String> {
        let text = |raw: Vec<u8>| String::from_utf8_lossy(&raw).replace("=\r\n", "");
        files(&self.folder.path().join("mail")).into_values().map(text).collect()
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

    pub(crate) fn empty_folders(&self) {
        for folder in ["mail", "sms"] {
            let _ = std::fs::remove_dir_all(self.folder.path().join(folder));
        }
    }

    /// Somebody's number, confirmed as people confirm it.
    pub(crate) async fn has_mobile(&self, person: &Person, number: &str) {
        self.minutes_later(1);
        let mut work = self.work().await;
        notices::ask_mobile(&mut work, person.id, number).await.unwrap();
        work.commit().await.unwrap();
        self.send().await;
        let code = code_in(&self.texts().pop().unwrap().1);
        let mut work = self.work().await;
        let answer = notices::confirm_code(&mut work, person.id, &code).await.unwrap();
        assert_eq!(answer, notices::CodeAnswer::Right);
        work.commit().await.unwrap();
        self.empty_folders();
    }

    /// Somebody has a number, and wants to be told there.
    pub(crate) async fn is_told_by_text(&self, person: &Person, number: &str) {
        self.has_mobile(person, number).await;
        let mut work = self.work().await;
        notices::choose_channel(&mut work, person.id, notices::Channel::Sms).await.unwrap();
        notices::choose_language(&mut work, person.id, Language::Da).await.unwrap();
        work.commit().await.unwrap();
    }

    /// Somebody has an e-mail address, and is told there.
    pub(crate) async fn is_told_by_mail(&self, person: &Person, address: &str) {
        self.minutes_later(1);
        let mut work = self.work().await;
        notices::ask_email(&mut work, person.id, address).await.unwrap();
        work.commit().await.unwrap();
        self.send().await;
        let mail = self.mails().pop().unwrap();
        let token = mail.split("/bekraeft/").nth(1).unwrap();
        let token: String =
            token.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        let mut work = self.work().await;
        let answer = notices::confirm_link(&mut work, &token).await.unwrap();
        assert_eq!(answer, notices::LinkAnswer::Done);
        work.commit().await.unwrap();
        self.empty_folders();
    }

    pub(crate) async fn has_address(&self, person: &Person) {
        let mut work = self.work().await;
        notices::set_address(&mut work, person.id, Some(example_street())).await.unwrap();
        work.commit().await.unwrap();
    }

    /// What somebody was told, newest first.
    pub(crate) async fn messages(&self, person: &Person) -> Vec<notices::Message> {
        let tx = self.realm.read().await.unwrap();
        notices::messages_of(&tx, person.id, 0, 1000).await.unwrap()
    }

    /// The kinds of what somebody was told, the oldest first.
    pub(crate) async fn told(&self, person: &Person) -> Vec<String> {
        let mut kinds: Vec<String> = self.messages(person).await.into_iter().map(|one| one.kind).collect();
        kinds.reverse();
        kinds.retain(|kind| !kind.starts_with("contact."));
        kinds
    }

    /// The newest records of the log.
    pub(crate) async fn audit(&self) -> Vec<AuditRecord> {
        realm::newest(&self.realm.read().await.unwrap(), 1000).await.unwrap()
    }

    /// What was done to somebody's things, the oldest first.
    pub(crate) async fn done_about(&self, person: &Person) -> Vec<String> {
        let about = |record: &AuditRecord| record.concerns == Some(person.id);
        let mut done: Vec<String> =
            self.audit().await.into_iter().filter(about).map(|record| record.action).collect();
        done.reverse();
        done
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

    async fn call(&self, method: &str, cookie: &str, path: &str, body: String) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        if !cookie.is_empty() {
            request = request.header(COOKIE, cookie);
        }
        if method == "POST" {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        self.request(request.body(Body::from(body)).unwrap()).await
    }

    /// Any request, such as one with the secret of a system or with files; `Person::cookie_header` signs it in.
    pub(crate) async fn request(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.unwrap();
        Reply::of(response).await
    }

    /// The same person after a new sign-in: sessions do not last for days.
    pub(crate) async fn signed_in_anew(&self, who: &Person) -> Person {
        let mut work = self.work().await;
        let cookie = sign_in(&mut work, who.id).await;
        work.commit().await.unwrap();
        Person { cookie, ..who.clone() }
    }
}

impl Person {
    /// What their browser sends to be known.
    pub(crate) fn cookie_header(&self) -> &str {
        &self.cookie
    }
}

store::row! {
    struct Placed {
        letter: Id<LetterTag>,
    }
}

/// A Sunday in winter, half past ten in Denmark.
pub(crate) fn sunday() -> Timestamp {
    "2026-11-22T09:30:00Z".parse().unwrap()
}

pub(crate) fn actor(who: &Person) -> Actor {
    Actor {
        person: Some(who.id),
        label: who.name.to_owned(),
        via: Via::Web,
        on_behalf_of: None,
        request: String::new(),
    }
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
    let inner = mailbox::routes()
        .merge(notices::routes())
        .into_router()
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(middleware::from_fn(page::render_problems))
        .layer(middleware::from_fn(page::prepare_visit))
        .layer(middleware::from_fn(access::load_visitor));
    page::behind_the_door(Arc::new(Realms::new(realm)), Arc::new(site()), inner)
}

async fn municipality(work: &mut Work<'_>) -> Id<OrganisationTag> {
    let mut details = OrganisationDetails::new("Vejle Kommune", OrganisationKind::Authority);
    details.cvr = Some(VEJLE.parse().unwrap());
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
        let from = jiff::civil::date(2026, 1, 1);
        people::add_member(work, id, organisation, role, from, None).await.unwrap();
    }
    Person { id, name, cpr, cookie: sign_in(work, id).await }
}

async fn sign_in(work: &mut Work<'_>, id: Id<PersonTag>) -> String {
    let secret = session::start(work, id, "test").await.unwrap();
    format!("__Host-{}={secret}", session::COOKIE)
}

pub(crate) fn example_street() -> notices::PostalAddress {
    notices::PostalAddress {
        street: "Eksempelgade 1, 2. tv.".to_owned(),
        extra: String::new(),
        postcode: "7100".to_owned(),
        town: "Vejle".to_owned(),
    }
}
