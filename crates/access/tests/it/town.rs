//! A small town for stories about mandates, on either database: Aase and her son Bo, those at the counter, a company and its
//! accountants.

use std::sync::Arc;

use access::mandates::{
    self, By, Event, EvidenceKind, Limits, Mandate, MandateError, MandateTag, Party, Proof, Registered, Seen,
    TELL, Terms, Told, Verdict,
};
use access::{Decision, Holder, ManageMandates, Place as _, Question, RegisterMandate, ReviewMandate, allow};
use basics::Id;
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use jobs::{Jobs, Runner};
use people::{NewPerson, OrganisationDetails, OrganisationKind, OrganisationTag, Role};
use realm::{Actor, AuditRecord, Chance, Clock, PersonTag, Realm, RealmKind, Via, Work};
use store::Store;

use crate::world::monday;

/// Runs a story on both databases.
macro_rules! on_both {
    ($($story:ident),* $(,)?) => {$(
        mod $story {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                super::$story($crate::town::Town::on_sqlite().await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                super::$story($crate::town::Town::on_postgres().await).await;
            }
        }
    )*};
}
pub(crate) use on_both;

pub(crate) type PersonId = Id<PersonTag>;
pub(crate) type MandateId = Id<MandateTag>;

/// Whose hands a step is taken with.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Hand {
    /// This person, for whose things.
    Giver(PersonId, Holder),
    Holder(PersonId),
    /// This person, for an organisation that holds it.
    Firm(PersonId, Id<OrganisationTag>),
    Counter(PersonId),
}

#[derive(Debug, Clone)]
pub(crate) enum Deed {
    Begin(Holder, Party, Option<MandateId>, Terms),
    Reword(MandateId, Terms),
    Ask(MandateId),
    Await(MandateId),
    Sign(MandateId),
    Reject(MandateId),
    Withdraw(MandateId),
}

impl Deed {
    pub(crate) async fn run(self, work: &mut Work<'_>, by: By<'_>) -> Result<Mandate, MandateError> {
        match self {
            Deed::Begin(owner, to, parent, terms) => {
                mandates::begin(work, by, owner, to, parent, terms).await
            }
            Deed::Reword(id, terms) => mandates::reword(work, by, id, terms).await,
            Deed::Ask(id) => mandates::ask(work, by, id).await,
            Deed::Await(id) => mandates::await_signature(work, by, id).await,
            Deed::Sign(id) => mandates::sign(work, by, id).await,
            Deed::Reject(id) => mandates::reject(work, by, id).await,
            Deed::Withdraw(id) => mandates::withdraw(work, by, id).await,
        }
    }
}

pub(crate) struct Town {
    pub(crate) realm: Arc<Realm>,
    /// Born in 1940.
    pub(crate) aase: PersonId,
    /// Her son.
    pub(crate) bo: PersonId,
    /// Turns fifteen on 10 March 2026.
    pub(crate) nanna: PersonId,
    /// Trusted employees at the counter in Vejle.
    pub(crate) tove: PersonId,
    pub(crate) erik: PersonId,
    pub(crate) mads: PersonId,
    /// A company, who signs for it, and who works there.
    pub(crate) havn: Id<OrganisationTag>,
    pub(crate) dan: PersonId,
    pub(crate) eva: PersonId,
    /// Accountants, who signs for them, and who works there.
    pub(crate) revision: Id<OrganisationTag>,
    pub(crate) finn: PersonId,
    pub(crate) gry: PersonId,
    _folder: tempfile::TempDir,
}

impl Town {
    pub(crate) async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("town.db").display());
        Self::open(&url, folder).await
    }

    pub(crate) async fn on_postgres() -> Self {
        Self::open(&testing::new_postgres().await, tempfile::tempdir().unwrap()).await
    }

    async fn open(url: &str, folder: tempfile::TempDir) -> Self {
        let store = Store::open(url).await.unwrap();
        schema::MIGRATIONS.run(&store, monday()).await.unwrap();
        let clock = Clock::standing_at(monday());
        let realm = Arc::new(Realm::new(RealmKind::Live, "", store, clock, Chance::seeded(5)));
        let mut work = realm.work(Actor::program("test", Via::Program)).await.unwrap();
        let vejle = organisation(&mut work, "Vejle Kommune", OrganisationKind::Authority).await;
        let havn = organisation(&mut work, "Fredericia Havn", OrganisationKind::Company).await;
        let revision = organisation(&mut work, "Kolding Revision", OrganisationKind::Company).await;
        let aase = person(&mut work, "Aase Holm", date(1940, 1, 1), None).await;
        let bo = person(&mut work, "Bo Holm", date(1970, 2, 2), None).await;
        let nanna = person(&mut work, "Nanna Holm", date(2011, 3, 10), None).await;
        let counter = Some((vejle, Role::TrustedEmployee));
        let tove = person(&mut work, "Tove Lund", date(1980, 4, 4), counter).await;
        let erik = person(&mut work, "Erik Bang", date(1960, 3, 3), counter).await;
        let mads = person(&mut work, "Mads Dam", date(1965, 3, 3), counter).await;
        let dan = person(&mut work, "Dan Skov", date(1971, 1, 1), Some((havn, Role::Signatory))).await;
        let eva = person(&mut work, "Eva Kær", date(1990, 1, 1), Some((havn, Role::Employee))).await;
        let finn = person(&mut work, "Finn Bak", date(1966, 1, 1), Some((revision, Role::Signatory))).await;
        let gry = person(&mut work, "Gry Lind", date(1992, 1, 1), Some((revision, Role::Employee))).await;
        work.commit().await.unwrap();
        let town = Self {
            realm,
            aase,
            bo,
            nanna,
            tove,
            erik,
            mads,
            havn,
            dan,
            eva,
            revision,
            finn,
            gry,
            _folder: folder,
        };
        // A schedule counts from when it is first looked at.
        town.does_what_is_due().await;
        town
    }

    pub(crate) async fn work(&self) -> Work<'_> {
        self.realm.work(Actor::program("test", Via::Program)).await.unwrap()
    }

    pub(crate) fn actor(who: PersonId) -> Actor {
        Actor { person: Some(who), ..Actor::program("somebody", Via::Web) }
    }

    pub(crate) async fn work_of(&self, who: PersonId) -> Work<'_> {
        self.realm.work(Self::actor(who)).await.unwrap()
    }

    /// Somebody without any role, grown up.
    pub(crate) async fn somebody(&self) -> PersonId {
        let mut work = self.work().await;
        let id = person(&mut work, "Somebody", date(1950, 1, 1), None).await;
        work.commit().await.unwrap();
        id
    }

    /// Does something in one piece of work; what is refused leaves nothing behind.
    pub(crate) async fn does(&self, hand: Hand, deed: Deed) -> Result<Mandate, MandateError> {
        match hand {
            Hand::Giver(who, whose) => {
                let (mut work, permit) =
                    allow::<ManageMandates>(self.work_of(who).await, whose).await.unwrap();
                let done = deed.run(&mut work, By::Giver(&permit)).await?;
                work.commit().await?;
                Ok(done)
            }
            Hand::Firm(who, firm) => {
                let firm = Holder::Organisation(firm);
                let (mut work, permit) =
                    allow::<ManageMandates>(self.work_of(who).await, firm).await.unwrap();
                let done = deed.run(&mut work, By::HolderOrganisation(&permit)).await?;
                work.commit().await?;
                Ok(done)
            }
            Hand::Holder(who) => {
                let mut work = self.work_of(who).await;
                let done = deed.run(&mut work, By::Holder(who)).await?;
                work.commit().await?;
                Ok(done)
            }
            Hand::Counter(who) => {
                let (mut work, permit) = allow::<RegisterMandate>(self.work_of(who).await, ()).await.unwrap();
                let done = deed.run(&mut work, By::Counter(&permit)).await?;
                work.commit().await?;
                Ok(done)
            }
        }
    }

    /// Somebody gives of their own, and it is in force.
    pub(crate) async fn gives(&self, giver: PersonId, to: Party, terms: Terms) -> MandateId {
        let hand = Hand::Giver(giver, Holder::Person(giver));
        self.gives_by(hand, Holder::Person(giver), to, None, terms).await
    }

    pub(crate) async fn gives_by(
        &self,
        hand: Hand,
        owner: Holder,
        to: Party,
        parent: Option<MandateId>,
        terms: Terms,
    ) -> MandateId {
        let begun = self.does(hand, Deed::Begin(owner, to, parent, terms)).await.unwrap();
        self.does(hand, Deed::Sign(begun.id)).await.unwrap().id
    }

    /// Somebody asks for something of somebody's, and it waits for an answer.
    pub(crate) async fn asks(&self, who: PersonId, of: PersonId, terms: Terms) -> MandateId {
        let begin = Deed::Begin(Holder::Person(of), Party::Person(who), None, terms);
        let begun = self.does(Hand::Holder(who), begin).await.unwrap();
        self.does(Hand::Holder(who), Deed::Ask(begun.id)).await.unwrap().id
    }

    /// A draft that a trusted employee writes for whoever stands at the counter.
    pub(crate) async fn drafts_at_counter(
        &self,
        who: PersonId,
        of: PersonId,
        to: Party,
        terms: Terms,
    ) -> MandateId {
        let begin = Deed::Begin(Holder::Person(of), to, None, terms);
        self.does(Hand::Counter(who), begin).await.unwrap().id
    }

    pub(crate) async fn registers(
        &self,
        who: PersonId,
        id: MandateId,
        proof: &Proof,
    ) -> Result<Registered, MandateError> {
        let (mut work, permit) = allow::<RegisterMandate>(self.work_of(who).await, ()).await.unwrap();
        let done = mandates::register(&mut work, &permit, id, proof).await?;
        work.commit().await?;
        Ok(done)
    }

    pub(crate) async fn seconds(&self, who: PersonId, id: MandateId) -> Result<Mandate, MandateError> {
        let (mut work, permit) = allow::<RegisterMandate>(self.work_of(who).await, ()).await.unwrap();
        let done = mandates::second(&mut work, &permit, id).await?;
        work.commit().await?;
        Ok(done)
    }

    pub(crate) async fn turns_down(&self, who: PersonId, id: MandateId) -> Result<Mandate, MandateError> {
        let (mut work, permit) = allow::<RegisterMandate>(self.work_of(who).await, ()).await.unwrap();
        let done = mandates::turn_down(&mut work, &permit, id).await?;
        work.commit().await?;
        Ok(done)
    }

    pub(crate) async fn reviews(
        &self,
        who: PersonId,
        id: MandateId,
        found: Verdict,
    ) -> Result<(), MandateError> {
        let (mut work, permit) = allow::<ReviewMandate>(self.work_of(who).await, ()).await.unwrap();
        mandates::review(&mut work, &permit, id, found).await?;
        work.commit().await?;
        Ok(())
    }

    pub(crate) async fn mandate(&self, id: MandateId) -> Mandate {
        let tx = self.realm.read().await.unwrap();
        mandates::mandate(&tx, id).await.unwrap().expect("there is such a mandate")
    }

    /// What the decision says now.
    pub(crate) async fn asked(&self, who: PersonId, action: &str, of: Holder) -> Decision {
        let tx = self.realm.read().await.unwrap();
        let moment = access::now_in(&self.realm);
        let question = Question { action, target: of.target(), thing: None, moment };
        access::consider(&tx, who, question).await.unwrap().0
    }

    pub(crate) async fn may(&self, who: PersonId, action: &str, of: Holder) -> bool {
        matches!(self.asked(who, action, of).await, Decision::Allowed(_))
    }

    /// What people are to be told of a mandate, the oldest first.
    pub(crate) async fn told(&self, id: MandateId) -> Vec<Event> {
        let tx = self.realm.read().await.unwrap();
        let carried = jobs::ordered(&tx, TELL).await.unwrap();
        let told = carried.iter().map(|payload| serde_json::from_str::<Told>(payload).unwrap());
        told.filter(|told| told.mandate == id).map(|told| told.event).collect()
    }

    /// What the log says of a mandate, the oldest first.
    pub(crate) async fn log(&self, id: MandateId) -> Vec<AuditRecord> {
        let tx = self.realm.read().await.unwrap();
        let mut log = realm::subject_history(&tx, "mandate", &id.to_string(), 100).await.unwrap();
        log.reverse();
        log
    }

    pub(crate) fn later(&self, duration: SignedDuration) {
        self.realm.clock.advance(duration);
    }

    /// Moves the clock on to this moment, and does by it what is due.
    pub(crate) async fn comes(&self, moment: &str) {
        let moment: Timestamp = moment.parse().unwrap();
        assert!(moment >= self.realm.now(), "{moment} is over");
        self.later(moment.duration_since(self.realm.now()));
        self.does_what_is_due().await;
    }

    pub(crate) async fn does_what_is_due(&self) {
        let jobs = Arc::new(mandates::wire(Jobs::new()));
        Runner::new(self.realm.clone(), jobs, "one").drain().await.unwrap();
    }
}

async fn organisation(work: &mut Work<'_>, name: &str, kind: OrganisationKind) -> Id<OrganisationTag> {
    people::create_organisation(work, OrganisationDetails::new(name, kind)).await.unwrap().id
}

pub(crate) async fn person(
    work: &mut Work<'_>,
    name: &str,
    born: Date,
    role: Option<(Id<OrganisationTag>, Role)>,
) -> PersonId {
    let new = NewPerson { name: name.to_owned(), birth_date: Some(born) };
    let id = people::create_person(work, new).await.unwrap().id;
    if let Some((organisation, role)) = role {
        people::add_member(work, id, organisation, role, date(2026, 1, 1), None).await.unwrap();
    }
    id
}

/// Terms from the first Monday on, without end or limit.
pub(crate) fn opening(powers: &[&str]) -> Terms {
    Terms {
        powers: powers.iter().map(|&code| code.to_owned()).collect(),
        starts_on: date(2026, 3, 2),
        ends_on: None,
        with_past_mail: true,
        limits: Limits::default(),
    }
}

/// The same, only for one case.
pub(crate) fn of_case(powers: &[&str], number: &str) -> Terms {
    let limits = Limits { case_number: Some(number.to_owned()), ..Limits::default() };
    Terms { limits, ..opening(powers) }
}

pub(crate) fn until(powers: &[&str], last: Date) -> Terms {
    Terms { ends_on: Some(last), ..opening(powers) }
}

/// What a trusted employee has seen: these two, with a passport.
pub(crate) fn proof(giver: PersonId, to: PersonId) -> Proof {
    Proof {
        kind: EvidenceKind::Passport,
        case_number: "26/0042".to_owned(),
        seen: Seen { giver: Holder::Person(giver), to: Party::Person(to) },
    }
}
