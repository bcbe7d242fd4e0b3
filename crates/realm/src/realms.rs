//! A realm, and the register of those that a process serves.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::{Arc, RwLock};

use jiff::{Timestamp, tz::TimeZone};
use store::{DbError, Store, Tx};
use vault::Keyring;

use crate::{Actor, Chance, Clock, Keep, Work};

/// What the addresses of sandboxes begin with; their key comes next.
pub const SANDBOXES: &str = "/oev/";

/// What kind of world a realm is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RealmKind {
    /// Real people, real consequences.
    Live,
    /// A demonstration: real code and places, fictional people.
    Demo,
    /// A practice sandbox.
    Sandbox,
}

/// One world: its database, clock and chance.
#[derive(Debug)]
pub struct Realm {
    /// What kind of world it is.
    pub kind: RealmKind,
    /// What its addresses begin with: empty for the live realm, `/oev/KEY` for a sandbox.
    pub prefix: String,
    /// Its database.
    pub store: Store,
    /// Its clock.
    pub clock: Arc<Clock>,
    /// Its chance.
    pub chance: Arc<Chance>,
    /// What domains keep in memory for it.
    pub keep: Keep,
    /// The keys for what must not be read at rest.
    pub vault: Keyring,
    zone: TimeZone,
}

impl Realm {
    /// A realm on a store, in Danish time. Its keys are made up and die with it, unless [`with_keys`](Self::with_keys) gives
    /// others: what is sealed in a realm that lives longer than the process needs keys that do.
    #[must_use]
    pub fn new(
        kind: RealmKind,
        prefix: impl Into<String>,
        store: Store,
        clock: Clock,
        chance: Chance,
    ) -> Self {
        let zone = TimeZone::get("Europe/Copenhagen").expect("the time zones are built in");
        let mut secret = [0; 32];
        chance.fill(&mut secret);
        let vault = Keyring::single(secret);
        let (clock, chance) = (Arc::new(clock), Arc::new(chance));
        Self { kind, prefix: prefix.into(), store, clock, chance, keep: Keep::default(), vault, zone }
    }

    /// The same realm with keys that others have too: other nodes, and this one after a restart.
    #[must_use]
    pub fn with_keys(mut self, vault: Keyring) -> Self {
        self.vault = vault;
        self
    }

    /// The same world under another prefix: one database, clock, chance and ring of keys. What domains keep in memory is kept for each
    /// prefix by itself, since addresses may stand in it; see [`Keep::share`] for what is not.
    #[must_use]
    pub fn by_another_door(&self, prefix: impl Into<String>) -> Self {
        Self {
            kind: self.kind,
            prefix: prefix.into(),
            store: self.store.clone(),
            clock: self.clock.clone(),
            chance: self.chance.clone(),
            keep: Keep::default(),
            vault: self.vault.clone(),
            zone: self.zone.clone(),
        }
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Danish time, for what people see and for opening hours.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Begins to read.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read(&self) -> Result<Tx, DbError> {
        self.store.read().await
    }

    /// Begins a piece of work by `actor`.
    ///
    /// # Errors
    /// When the database does not answer, or another writer holds it for too long.
    pub async fn work(&self, actor: Actor) -> Result<Work<'_>, DbError> {
        Ok(Work::new(self, self.store.write().await?, actor))
    }
}

/// Looks after realms that need not be open all the time, such as a thousand sandboxes.
pub trait RealmKeeper: std::fmt::Debug + Send + Sync {
    /// The realm under `/oev/KEY`, opened if it was closed; `None` where there is none.
    fn realm<'k>(&'k self, key: &'k str) -> Pin<Box<dyn Future<Output = Option<Arc<Realm>>> + Send + 'k>>;
}

/// The realms that this process serves, found by the beginning of the address.
#[derive(Debug)]
pub struct Realms {
    live: Arc<Realm>,
    sandboxes: RwLock<HashMap<String, Arc<Realm>>>,
    keeper: Option<Arc<dyn RealmKeeper>>,
}

impl Realms {
    /// The register with its live (or demonstration) realm.
    #[must_use]
    pub fn new(live: Arc<Realm>) -> Self {
        Self { live, sandboxes: RwLock::default(), keeper: None }
    }

    /// The same register, where the keeper is asked for every sandbox that was not [`add`](Self::add)ed.
    #[must_use]
    pub fn with_keeper(mut self, keeper: Arc<dyn RealmKeeper>) -> Self {
        self.keeper = Some(keeper);
        self
    }

    /// The realm without a prefix.
    #[must_use]
    pub fn live(&self) -> &Arc<Realm> {
        &self.live
    }

    /// Adds a realm under its prefix.
    pub fn add(&self, realm: Arc<Realm>) {
        let mut sandboxes = self.sandboxes.write().expect("nobody panics while holding the register");
        sandboxes.insert(realm.prefix.clone(), realm);
    }

    /// The realm that an address path belongs to, and the rest of the path. `None` where the path names a
    /// sandbox that is not there.
    pub async fn find<'p>(&self, path: &'p str) -> Option<(Arc<Realm>, &'p str)> {
        let Some(after) = path.strip_prefix(SANDBOXES) else {
            return Some((self.live.clone(), path));
        };
        let key_len = after.find('/').unwrap_or(after.len());
        let (key, rest) = after.split_at(key_len);
        let added = {
            let sandboxes = self.sandboxes.read().expect("nobody panics while holding the register");
            sandboxes.get(&path[..SANDBOXES.len() + key_len]).cloned()
        };
        let realm = match (added, &self.keeper) {
            (Some(realm), _) => realm,
            (None, Some(keeper)) => keeper.realm(key).await?,
            (None, None) => return None,
        };
        Some((realm, if rest.is_empty() { "/" } else { rest }))
    }
}
