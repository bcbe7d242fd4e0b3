//! A node of the whole program with the small town in it, and further nodes on the same database.

use std::net::SocketAddr;
use std::sync::Arc;

use omtanke::app::{App, simulated_mitid};
use omtanke::practice_worlds::PracticeWorlds;
use omtanke::practising;
use omtanke::settings::LimitSettings;
use page::{Phone, Site};
use people::{Broker, SignIn};
use practice::sandbox::{Bounds, Sandboxes};
use realm::{Actor, Chance, Clock, Realm, RealmKind, Realms, Via};
use store::Store;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use town::Townsman;

use crate::{Engine, new_database};

/// A running program with the small town in it.
pub struct House {
    /// Its address, `http://127.0.0.1:PORT`.
    pub url: String,
    /// The address that people know, the same for all nodes; here it is the first node's.
    pub public_url: String,
    /// Its live realm.
    pub realm: Arc<Realm>,
    /// Every realm that it serves.
    pub realms: Arc<Realms>,
    /// The sandboxes beside its live realm, if people can practise.
    pub sandboxes: Option<Arc<Sandboxes>>,
    /// The database under it.
    pub engine: Engine,
    pub(crate) client: reqwest::Client,
    database: String,
    limits: LimitSettings,
    folder: Arc<TempDir>,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

impl House {
    /// A new house on a new database.
    pub async fn open(engine: Engine) -> Self {
        Self::open_with(engine, LimitSettings::generous()).await
    }

    /// A new house where one address may call so fast.
    pub async fn open_with(engine: Engine, limits: LimitSettings) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let database = new_database(engine, &folder).await;
        let realm = Arc::new(new_realm("", &database).await);
        omtanke::prepare::prepare(&realm, |_| {}).await.unwrap();
        town::settle_small(&realm).await.unwrap();
        Self::serve(engine, realm, database, limits, folder, None, None).await
    }

    /// A new house as in production: its realm is live, the simulated MitID is believed in sandboxes only, and people can practise
    /// within these bounds. The town's people live there as if they were real.
    pub async fn open_live(engine: Engine, brokers: Vec<Broker>, bounds: Bounds) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let database = new_database(engine, &folder).await;
        let town = new_realm("", &database).await;
        omtanke::prepare::prepare(&town, |_| {}).await.unwrap();
        // The town moves in where it may; then the realm is the live one.
        town::settle_small(&town).await.unwrap();
        let clock = Clock::standing_at(town.now());
        let Realm { store, vault, .. } = town;
        let live = Realm::new(RealmKind::Live, "", store, clock, Chance::System).with_keys(vault);
        let limits = LimitSettings::generous();
        Self::serve(engine, Arc::new(live), database, limits, folder, None, Some((brokers, bounds))).await
    }

    /// Another node on the same database, with its own connections and memory, the same keys, and the time that it is
    /// now; both clocks stand still, each by itself. It takes the schema as it finds it, as a newer program would.
    ///
    /// # Panics
    /// On SQLite, which has one process.
    pub async fn second_node(&self) -> Self {
        assert_eq!(self.engine, Engine::Postgres, "SQLite has one process");
        let realm = new_realm("", &self.database).await.with_keys(self.realm.vault.clone());
        realm.clock.advance(self.realm.now().duration_since(realm.now()));
        let (database, folder) = (self.database.clone(), self.folder.clone());
        let public_url = Some(self.public_url.clone());
        Self::serve(self.engine, Arc::new(realm), database, self.limits, folder, public_url, None).await
    }

    async fn serve(
        engine: Engine,
        realm: Arc<Realm>,
        database: String,
        limits: LimitSettings,
        folder: Arc<TempDir>,
        public_url: Option<String>,
        live: Option<(Vec<Broker>, Bounds)>,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let public_url = public_url.unwrap_or_else(|| url.clone());
        let site = Arc::new(Site {
            public_url: public_url.clone(),
            phone: Phone { number: "00 00 01 00".to_owned(), hours: String::new(), example: true },
            demo: live.is_none(),
            behind_proxy: false,
        });
        let mut realms = Realms::new(realm.clone());
        let mut brokers = vec![simulated_mitid()];
        let (mut sandboxes, demo) = (None, live.is_none());
        if let Some((more, bounds)) = live {
            brokers.extend(more);
            let worlds = Arc::new(PracticeWorlds::new(site.clone()));
            let practice = folder.path().join("practice");
            let opened = Sandboxes::in_folder(practice, realm.clone(), worlds, bounds).unwrap();
            let opened = sandboxes.insert(Arc::new(opened));
            realms = realms.with_keeper(opened.clone());
        }
        let realms = Arc::new(realms);
        let practice = sandboxes.clone().map(|sandboxes| practising::practice(sandboxes, false).unwrap());
        let app = App {
            site,
            realms: realms.clone(),
            sign_in: Arc::new(SignIn::new(brokers, public_url.clone()).unwrap()),
            limits: Arc::new(limits.limits()),
            equipment: Arc::default(),
            demo,
            practice,
        };
        let service = app.router().into_make_service_with_connect_info::<SocketAddr>();
        let (stop, told) = oneshot::channel();
        let serving = tokio::spawn(async move {
            // A house that is dropped is told as well.
            let told = async move { told.await.unwrap_or_default() };
            axum::serve(listener, service).with_graceful_shutdown(told).await.unwrap();
        });
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self {
            url,
            public_url,
            realm,
            realms,
            sandboxes,
            engine,
            client,
            database,
            limits,
            folder,
            stop,
            serving,
        }
    }

    /// Stops the node as an operator does: what it has begun it finishes, and nothing new is heard.
    pub async fn stop(self) {
        // Where nobody hears it any more, it has stopped already.
        let _ = self.stop.send(());
        // Connections that nobody uses would be waited for.
        drop(self.client);
        self.serving.await.unwrap();
        self.realm.store.clone().close().await;
    }

    /// The address of its database.
    #[must_use]
    pub fn database(&self) -> &str {
        &self.database
    }

    /// Opens a sandbox under `/oev/KEY`, on a database of its own, with the place register and nothing else.
    pub async fn sandbox(&self, key: &str) -> Arc<Realm> {
        let database = new_database(self.engine, &self.folder).await;
        let realm = Arc::new(new_realm(&format!("/oev/{key}"), &database).await);
        omtanke::prepare::prepare(&realm, |_| {}).await.unwrap();
        self.realms.add(realm.clone());
        realm
    }

    /// Signs somebody from the town in, and gives the cookie. The sign-in itself has its own stories.
    pub async fn sign_in(&self, person: Townsman) -> String {
        let mut work = self.realm.work(Actor::program("story", Via::Program)).await.unwrap();
        let subject = format!("town-{}", person.user_name);
        let row = people::person_by_identity(work.tx(), "demo", &subject).await.unwrap().unwrap();
        let secret = people::session::start(&mut work, row.id, "demo").await.unwrap();
        work.commit().await.unwrap();
        format!("omtanke={secret}")
    }

    /// The id of a help point, by its name.
    pub async fn point(&self, name: &str) -> String {
        let directory = help::directory::directory(&self.realm).await.unwrap();
        let entry = directory.entries.iter().find(|entry| entry.point.name == name);
        entry.unwrap_or_else(|| panic!("there is no {name:?} in the town")).point.id.to_string()
    }
}

async fn new_realm(prefix: &str, database: &str) -> Realm {
    let store = Store::open(database).await.unwrap();
    let clock = Clock::standing_at("2026-11-24T09:30:00Z".parse().unwrap());
    Realm::new(RealmKind::Demo, prefix, store, clock, Chance::System)
}
