//! The sandboxes of a process: opened, found, reset.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use page::PhoneScreen;
use realm::{Chance, Clock, Realm, RealmKeeper, RealmKind};
use store::{DbError, OpenError, Store};
use vault::Keyring;

use super::about::{About, Unusable};
use super::folder::Folder;
use super::template::{Template, Templates};
use super::{Key, Seat, Start, WorldError, Worlds, hands, phone};

/// What a sandbox's own key is called in its ring.
const KEY_ID: &str = "sandbox";

/// How many sandboxes there may be, and how much they may take.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Sandboxes on the disk.
    pub most: usize,
    /// Sandboxes whose file is open: each takes some hundred kilobytes, two file handles and a thread.
    pub most_open: usize,
    /// Bytes of one sandbox's file.
    pub most_bytes: u64,
    /// Bytes of the disk that are left to others.
    pub spare_disk: u64,
    /// How long a sandbox lies unused before it is taken away.
    pub life: SignedDuration,
    /// How long a sandbox is open without being used.
    pub idle: SignedDuration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            most: 10_000,
            most_open: 1_200,
            most_bytes: 64 << 20,
            spare_disk: 512 << 20,
            life: SignedDuration::from_hours(24),
            idle: SignedDuration::from_mins(10),
        }
    }
}

/// A sandbox that has been opened or begun anew.
#[derive(Debug)]
pub struct Opened {
    /// Its realm.
    pub realm: Arc<Realm>,
    /// Where whoever uses it begins.
    pub start: Start,
}

/// Why no sandbox was opened.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// There is no world of this name.
    #[error("there is no such world")]
    NoSuchWorld,
    /// There is no such sandbox any more.
    #[error("there is no such sandbox")]
    Gone,
    /// As many as there may be are there.
    #[error("there are as many sandboxes as there may be")]
    TooMany,
    /// The disk has no room for one more.
    #[error("the disk has no room for a sandbox")]
    NoRoom,
    /// The world could not be filled.
    #[error(transparent)]
    World(#[from] WorldError),
    /// The file could not be opened.
    #[error(transparent)]
    Store(#[from] OpenError),
    /// The database refused.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The disk refused.
    #[error("the folder of practice: {0}")]
    Disk(io::Error),
    /// Its keys cannot be opened.
    #[error("the keys beside it cannot be opened")]
    Keys,
}

impl From<io::Error> for NotOpened {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => NotOpened::NoRoom,
            _ => NotOpened::Disk(error),
        }
    }
}

impl From<Unusable> for NotOpened {
    fn from(Unusable: Unusable) -> Self {
        NotOpened::Keys
    }
}

/// A sandbox, open or closed.
pub(super) struct Slot {
    pub(super) key: Key,
    pub(super) state: tokio::sync::Mutex<State>,
    /// When it was last used, in seconds since 1970 UTC.
    pub(super) used: AtomicI64,
    /// What of that has been noted on the disk.
    pub(super) noted: AtomicI64,
}

pub(super) struct State {
    pub(super) about: About,
    pub(super) open: Option<Arc<Realm>>,
    /// The same realm by its second door, where somebody sits there.
    pub(super) second: Option<Arc<Realm>>,
    /// It has been taken away, also for whoever still holds it.
    pub(super) gone: bool,
}

impl State {
    /// The open realm, by the door of a seat.
    fn at(&mut self, key: &Key, seat: Seat) -> Option<Arc<Realm>> {
        let first = self.open.as_ref()?;
        if seat == Seat::First {
            return Some(first.clone());
        }
        let second = self.second.get_or_insert_with(|| {
            let second = first.by_another_door(key.prefix_at(Seat::Second));
            hands::share_turn(&second, first);
            second.keep.share::<PhoneScreen>(&first.keep);
            Arc::new(second)
        });
        Some(second.clone())
    }
}

/// The sandboxes of a process.
pub struct Sandboxes {
    pub(super) house: Arc<Realm>,
    pub(super) worlds: Arc<dyn Worlds>,
    pub(super) folder: Folder,
    pub(super) bounds: Bounds,
    pub(super) slots: RwLock<HashMap<Key, Arc<Slot>>>,
    pub(super) open: AtomicUsize,
    templates: Templates,
    upgraded: Mutex<HashSet<Key>>,
    _lock: File,
}

impl fmt::Debug for Sandboxes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandboxes").field("bounds", &self.bounds).finish_non_exhaustive()
    }
}

impl Sandboxes {
    /// The sandboxes in a folder, which is made if it is not there and belongs to this process alone. `house` is the realm
    /// without a prefix: its clock says how old a sandbox is, and its keys seal theirs. Those of an earlier run are found again,
    /// unless the program's schema is another now.
    ///
    /// # Errors
    /// When the folder cannot be used, or another program uses it.
    pub fn in_folder(
        folder: PathBuf,
        house: Arc<Realm>,
        worlds: Arc<dyn Worlds>,
        bounds: Bounds,
    ) -> io::Result<Self> {
        let (folder, lock) = Folder::take(folder)?;
        let templates = Templates::new(folder.templates());
        let sandboxes = Self {
            house,
            worlds,
            folder,
            bounds,
            slots: RwLock::default(),
            open: AtomicUsize::new(0),
            templates,
            upgraded: Mutex::default(),
            _lock: lock,
        };
        sandboxes.find_again()?;
        Ok(sandboxes)
    }

    fn find_again(&self) -> io::Result<()> {
        for (key, about) in self.folder.all()? {
            match about {
                Some((about, used)) if about.schema == self.worlds.schema() => self.shelve(&key, about, used),
                old => {
                    if old.is_some() {
                        self.upgraded.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone());
                    }
                    self.folder.remove(&key)?;
                }
            }
        }
        Ok(())
    }

    fn shelve(&self, key: &Key, about: About, used: Timestamp) {
        let slot = Slot {
            key: key.clone(),
            state: tokio::sync::Mutex::new(State { about, open: None, second: None, gone: false }),
            used: AtomicI64::new(used.as_second()),
            noted: AtomicI64::new(used.as_second()),
        };
        self.shelves_mut().insert(key.clone(), Arc::new(slot));
    }

    /// The folder in which they lie, and in which others may keep what belongs to them in folders of their own.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The realm without a prefix, whose clock nobody moves.
    #[must_use]
    pub fn house(&self) -> &Arc<Realm> {
        &self.house
    }

    /// Makes the template of the standard world, so that the first who comes does not wait for it.
    ///
    /// # Errors
    /// When the world cannot be filled.
    pub async fn warm_up(&self) -> Result<(), WorldError> {
        self.templates.of(&*self.worlds, self.worlds.standard()).await.map(|_| ())
    }

    /// Opens a new sandbox in a world; `None` for the standard one.
    ///
    /// # Errors
    /// When there is no such world, there are too many sandboxes, or the disk has no room.
    pub async fn open(&self, world: Option<&str>) -> Result<Opened, NotOpened> {
        let world = world.unwrap_or(self.worlds.standard());
        if !self.worlds.has(world) {
            return Err(NotOpened::NoSuchWorld);
        }
        if self.shelves().len() >= self.bounds.most {
            return Err(NotOpened::TooMany);
        }
        let template = self.templates.of(&*self.worlds, world).await?;
        let key = Key::new(&self.house.chance);
        let (about, keys) = self.about(&key, world, &template)?;
        let laid = self.laid_out(&key, template, about.clone()).await;
        let opened = match laid {
            Ok(()) => self.realm_of(&key, &about, keys).await,
            Err(error) => Err(error),
        };
        let realm = match opened {
            Ok(realm) => realm,
            Err(error) => {
                let (folder, key) = (self.folder.clone(), key.clone());
                off_thread(move || folder.remove(&key)).await?;
                return Err(error);
            }
        };
        let start = about.start.clone();
        self.shelve(&key, about, self.house.now());
        if let Some(slot) = self.slot(&key) {
            slot.state.lock().await.open = Some(realm.clone());
        }
        self.opened_one().await;
        Ok(Opened { realm, start })
    }

    /// Begins a sandbox anew, under the same key: everything in it is as at first. Requests that are under way end in the old one.
    ///
    /// # Errors
    /// As [`open`](Self::open), and when the sandbox is gone.
    pub async fn reset(&self, key: &Key) -> Result<Opened, NotOpened> {
        let slot = self.slot(key).ok_or(NotOpened::Gone)?;
        let mut state = slot.state.lock().await;
        if state.gone {
            return Err(NotOpened::Gone);
        }
        let world = state.about.world.clone();
        let template = self.templates.of(&*self.worlds, &world).await?;
        let (mut about, keys) = self.about(key, &world, &template)?;
        about.file = state.about.file + 1;
        self.laid_out(key, template, about.clone()).await?;
        let realm = self.realm_of(key, &about, keys).await?;
        let newest = about.file;
        let start = about.start.clone();
        state.about = about;
        state.second = None;
        if state.open.replace(realm.clone()).is_none() {
            self.open.fetch_add(1, Ordering::Relaxed);
        }
        drop(state);
        let (folder, key) = (self.folder.clone(), key.clone());
        off_thread(move || folder.remove_older(&key, newest)).await?;
        Ok(Opened { realm, start })
    }

    /// Moves a sandbox's clock, also for the time after it was closed.
    ///
    /// # Errors
    /// When it is gone, or that cannot be noted.
    pub async fn move_clock(&self, key: &Key, by: SignedDuration) -> Result<(), NotOpened> {
        let slot = self.slot(key).ok_or(NotOpened::Gone)?;
        let mut state = slot.state.lock().await;
        if let Some(realm) = &state.open {
            realm.clock.advance(by);
        }
        state.about.ahead += by;
        let (folder, key, about) = (self.folder.clone(), key.clone(), state.about.clone());
        Ok(off_thread(move || folder.note(&key, &about)).await?)
    }

    /// The address at which people find help for real; `None` where the program serves nothing real.
    #[must_use]
    pub fn real_help(&self) -> Option<String> {
        self.worlds.real_help()
    }

    /// Whether a sandbox ended because the program was upgraded.
    #[must_use]
    pub fn ended_by_upgrade(&self, key: &Key) -> bool {
        self.upgraded.lock().unwrap_or_else(PoisonError::into_inner).contains(key)
    }

    /// Whether there is a sandbox under this key, open or closed.
    #[must_use]
    pub fn has(&self, key: &Key) -> bool {
        self.shelves().contains_key(key)
    }

    /// Whether this is what a sandbox's addresses lead to, and not what it was before a reset or its end.
    pub(super) async fn serves(&self, realm: &Arc<Realm>) -> bool {
        let Some(slot) = Key::of(realm).and_then(|key| self.slot(&key)) else { return false };
        let state = slot.state.lock().await;
        [&state.open, &state.second].into_iter().flatten().any(|open| Arc::ptr_eq(open, realm))
    }

    /// How many sandboxes there are, and how many of them are open.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        (self.shelves().len(), self.open.load(Ordering::Relaxed))
    }

    /// The world that a sandbox began in, and where.
    pub async fn began(&self, key: &Key) -> Option<(String, Start)> {
        let slot = self.slot(key)?;
        let state = slot.state.lock().await;
        Some((state.about.world.clone(), state.about.start.clone()))
    }

    fn about(&self, key: &Key, world: &str, template: &Template) -> Result<(About, Keyring), NotOpened> {
        let chance = &self.house.chance;
        let mut lines =
            Keyring::new_key_line(KEY_ID, |secret| chance.fill(secret)).map_err(|_| NotOpened::Keys)?;
        lines.push_str(&template.key_line);
        let keys = Keyring::parse(&lines).map_err(|_| NotOpened::Keys)?;
        let what = (self.worlds.schema(), world, &template.start, template.ahead);
        let about = About::new(key, what, &lines, &self.house.vault, |nonce| chance.fill(nonce));
        Ok((about, keys))
    }

    async fn laid_out(&self, key: &Key, template: Arc<Template>, about: About) -> Result<(), NotOpened> {
        let (folder, key, spare) = (self.folder.clone(), key.clone(), self.bounds.spare_disk);
        off_thread(move || {
            if folder.free()? < spare {
                return Err(io::ErrorKind::StorageFull.into());
            }
            folder.lay_out(&key, &template.file, &about)
        })
        .await
        .map_err(NotOpened::from)
    }

    async fn realm_of(&self, key: &Key, about: &About, keys: Keyring) -> Result<Arc<Realm>, NotOpened> {
        let file = self.folder.database(key, about.file);
        let store = Store::open_small(&file, self.bounds.most_bytes).await?;
        let clock = Clock::ahead_by(about.ahead);
        let realm =
            Realm::new(RealmKind::Sandbox, key.prefix(), store, clock, Chance::System).with_keys(keys);
        phone::fill_screen(&realm).await?;
        Ok(Arc::new(realm))
    }

    /// The realm under a key and seat, opened if it was closed.
    async fn find(&self, part: &str) -> Option<Arc<Realm>> {
        let (key, seat) = Key::in_address(part)?;
        let slot = self.slot(&key)?;
        slot.used.store(self.house.now().as_second(), Ordering::Relaxed);
        let mut state = slot.state.lock().await;
        if state.gone {
            return None;
        }
        if let Some(realm) = state.at(&slot.key, seat) {
            return Some(realm);
        }
        let keys = state.about.keys(&slot.key, &self.house.vault).map_err(NotOpened::from);
        let opened = match keys {
            Ok(keys) => self.realm_of(&slot.key, &state.about, keys).await,
            Err(error) => Err(error),
        };
        let realm = opened.inspect_err(|error| tracing::error!(%error, "a sandbox cannot be opened")).ok()?;
        state.open = Some(realm);
        let realm = state.at(&slot.key, seat);
        drop(state);
        self.opened_one().await;
        realm
    }

    async fn opened_one(&self) {
        if self.open.fetch_add(1, Ordering::Relaxed) >= self.bounds.most_open {
            self.close_least_used();
        }
    }

    pub(super) fn slot(&self, key: &Key) -> Option<Arc<Slot>> {
        self.shelves().get(key).cloned()
    }

    pub(super) fn shelves(&self) -> std::sync::RwLockReadGuard<'_, HashMap<Key, Arc<Slot>>> {
        self.slots.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn shelves_mut(&self) -> std::sync::RwLockWriteGuard<'_, HashMap<Key, Arc<Slot>>> {
        self.slots.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl RealmKeeper for Sandboxes {
    fn realm<'k>(&'k self, key: &'k str) -> Pin<Box<dyn Future<Output = Option<Arc<Realm>>> + Send + 'k>> {
        Box::pin(self.find(key))
    }
}

/// Does what waits for the disk where waiting holds nobody up.
pub(super) async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(io::Error::other(error)))
}
