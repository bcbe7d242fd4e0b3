//! A realm with the place register, and a library in Vejle that has everything a help point can have.

use std::collections::BTreeSet;

use basics::{Id, Position};
use help::exchange::{Names, TakeError, Taken, take_in, whole};
use help::{
    Assured, Booking, Example, ExceptionRow, HelpPoint, Kind, RuleRow, Service, ServiceStatus, Status,
    StepFree, Topic,
};
use hours::{Exception, ExceptionHours, Freq, Rule};
use hsds::Directory;
use jiff::civil::{Weekday, date, time};
use people::{OrganisationDetails, OrganisationKind, OrganisationTag};
use realm::{Actor, Chance, Clock, Realm, RealmKind, Via};
use store::Store;
use uuid::Uuid;

pub(crate) struct World {
    pub(crate) realm: std::sync::Arc<Realm>,
    _folder: tempfile::TempDir,
}

/// An id that ends in the number.
pub(crate) fn id<T>(number: u128) -> Id<T> {
    Id::from_uuid(uuid(number))
}

pub(crate) fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_a3c4_0000_7000_8000_0000_0000_0000 | number)
}

impl World {
    /// A realm that knows Denmark and nobody in it.
    pub(crate) async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&format!("sqlite:{}", folder.path().join("a.db").display())).await.unwrap();
        let clock = Clock::standing_at("2026-03-02T09:00:00+01:00".parse().unwrap());
        schema::MIGRATIONS.run(&store, clock.now()).await.unwrap();
        let realm = Realm::new(RealmKind::Demo, "", store, clock, Chance::seeded(1));
        let mut work = realm.work(Actor::program("test", Via::Program)).await.unwrap();
        let municipalities = include_str!("../../../../../data/denmark/municipalities.csv");
        let postcodes = include_str!("../../../../../data/denmark/postcodes.csv");
        help::denmark::load_places(&mut work, municipalities, postcodes).await.unwrap();
        work.commit().await.unwrap();
        Self { realm: std::sync::Arc::new(realm), _folder: folder }
    }

    /// A realm with the library in Vejle.
    pub(crate) async fn with_library() -> Self {
        let world = Self::empty().await;
        world.put(&[library()]).await;
        world
    }

    /// Puts points in as they are, with the library as their owner.
    pub(crate) async fn put(&self, points: &[HelpPoint]) {
        let mut work = self.realm.work(Actor::program("test", Via::Program)).await.unwrap();
        people::put_organisation(&mut work, owner(), vejle_bibliotek()).await.unwrap();
        help::take_in(&mut work, points, "test").await.unwrap();
        work.commit().await.unwrap();
        help::directory::forget(&self.realm);
    }

    pub(crate) async fn export(&self) -> Directory {
        whole(&self.realm.read().await.unwrap(), Names::Kept).await.unwrap()
    }

    pub(crate) async fn import(&self, directory: &Directory) -> Result<Taken, TakeError> {
        let mut work = self.realm.work(Actor::program("import", Via::CommandLine)).await.unwrap();
        let taken = take_in(&mut work, directory, |_, _| {}).await?;
        work.commit().await.unwrap();
        help::directory::forget(&self.realm);
        Ok(taken)
    }

    /// Everything that an import could have touched: the rows, the revision and the audit log.
    pub(crate) async fn digest(&self) -> String {
        store::row! { struct Revision { revision: i64 } }
        let tx = self.realm.read().await.unwrap();
        let revision: Option<Revision> =
            tx.optional("select revision from help_revision", store::params![]).await.unwrap();
        let audit = realm::verify(&self.realm.store, |_, _| {}).await.unwrap();
        let rows = hsds::to_json(&whole(&tx, Names::Kept).await.unwrap());
        format!("{}\n{audit:?}\n{rows}", revision.unwrap().revision)
    }
}

pub(crate) fn owner() -> Id<OrganisationTag> {
    id(1)
}

pub(crate) fn vejle_bibliotek() -> OrganisationDetails {
    OrganisationDetails {
        description: "Folkebibliotek i Vejle".to_owned(),
        cvr: Some("13748136".parse().unwrap()),
        municipality_code: Some("0630".to_owned()),
        website: Some("https://vejlebib.dk".to_owned()),
        ..OrganisationDetails::new("Vejle Bibliotek", OrganisationKind::Library)
    }
}

/// A library that has everything.
pub(crate) fn library() -> HelpPoint {
    HelpPoint {
        id: id(2),
        organisation: owner(),
        kind: Kind::Library,
        name: "Vejle Bibliotek, hovedbiblioteket".to_owned(),
        description: "Gå ind ad \"den lille dør\",\nog op til venstre".to_owned(),
        municipality_code: Some("0630".to_owned()),
        street: Some("Willy Sørensens Plads 1".to_owned()),
        postcode: Some("7100".to_owned()),
        position: Position::new(55.7093, 9.5357).ok(),
        precise: true,
        phone: Some("75 82 32 00".to_owned()),
        email: Some("biblioteket@vejle.example".to_owned()),
        website: Some("https://vejlebib.dk/it-hjaelp".to_owned()),
        step_free: StepFree::Yes,
        national: false,
        status: Status::Active,
        assured: Some(Assured { date: date(2026, 2, 1), by: "Bo Lind".to_owned() }),
        examples: [Example::Phone, Example::Hours].into(),
        source: "vejlebib.dk".to_owned(),
        version: 1,
        languages: ["da", "ar"].map(str::to_owned).into(),
        // The first to be shown has the greater id: the order is not that of the ids.
        services: vec![
            service(4, "Hjælp til MitID", &[Topic::MitId, Topic::DigitalPost]),
            Service {
                booking: Booking::Both,
                status: ServiceStatus::Inactive,
                description: "Kom med din telefon".to_owned(),
                ..service(3, "It-café", &[Topic::ComputerBasics])
            },
        ],
        rules: rules(),
        exceptions: exceptions(),
    }
}

pub(crate) fn service(number: u128, name: &str, topics: &[Topic]) -> Service {
    Service {
        id: id(number),
        name: name.to_owned(),
        description: String::new(),
        booking: Booking::DropIn,
        status: ServiceStatus::Active,
        topics: topics.iter().copied().collect::<BTreeSet<_>>(),
    }
}

fn rules() -> Vec<RuleRow> {
    let weekly = Rule::weekly(&[Weekday::Monday, Weekday::Thursday], time(10, 0, 0, 0), time(16, 30, 0, 0));
    let every_second = Rule {
        interval: 2,
        dtstart: Some(date(2026, 1, 3)),
        valid_from: Some(date(2026, 1, 3)),
        valid_to: Some(date(2026, 12, 31)),
        open_on_holidays: true,
        note: Some("kun 1. sal".to_owned()),
        ..Rule::weekly(&[Weekday::Saturday], time(11, 0, 0, 0), time(0, 0, 0, 0))
    };
    let monthly = Rule {
        freq: Freq::Monthly,
        byday: Rule::parse_byday("1WE,-1FR").unwrap(),
        ..Rule::weekly(&[], time(18, 15, 30, 0), time(20, 0, 0, 0))
    };
    let last_day = Rule { bymonthday: vec![1, -1], byday: Vec::new(), ..monthly.clone() };
    let rows = [weekly, every_second, monthly, last_day].into_iter().enumerate();
    rows.map(|(number, rule)| RuleRow { id: uuid(0x10 + number as u128), rule }).collect()
}

fn exceptions() -> Vec<ExceptionRow> {
    let open = Exception {
        date_to: date(2026, 7, 3),
        hours: ExceptionHours::Open { opens_at: time(9, 0, 0, 0), closes_at: time(12, 0, 0, 0) },
        ..Exception::closed(date(2026, 7, 1), date(2026, 7, 3), "sommer")
    };
    let closed = Exception::closed(date(2026, 12, 24), date(2026, 12, 31), "juleferie");
    let rows = [open, closed].into_iter().enumerate();
    rows.map(|(number, exception)| ExceptionRow { id: uuid(0x20 + number as u128), exception }).collect()
}
