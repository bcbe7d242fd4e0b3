//! The classes of a process: opened, joined, found, ended.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

use jiff::SignedDuration;
use people::session;
use practice::exercises::{is_quiz_on, switch_quiz};
use practice::sandbox::{Key, NotOpened, Opened, Sandboxes, Start};
use realm::{Actor, Realm, RealmKeeper as _, Via};
use store::DbError;
use tokio::sync::watch;

use crate::class::Class;
use crate::files::Files;
use crate::guesses::Guesses;
use crate::news::News;
use crate::picture::Picture;
use crate::record::{KEPT, MOST_SEATS, Record, Seat, UNUSED};
use crate::secrets::{ClassId, Code, hash_way_back, new_secret};

/// How often it is looked whether a file is behind. What was not written when the program was cut off is read again from the
/// sandboxes at the learners' next steps.
const WRITE: Duration = Duration::from_secs(5);
/// How many classes there may be: each is a few kilobytes, and a code of six digits must stay hard to guess.
const MOST_CLASSES: usize = 500;

/// The classes of a process.
pub struct Classes {
    pub(crate) sandboxes: Arc<Sandboxes>,
    pub(crate) guesses: Guesses,
    files: Files,
    classes: RwLock<HashMap<ClassId, Arc<Class>>>,
    seats: RwLock<HashMap<Key, (Arc<Class>, u16)>>,
    ending: watch::Sender<bool>,
    /// Whoever gives a code out: one after the other, so that no two classes have the same.
    giving: Mutex<()>,
}

impl fmt::Debug for Classes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Classes")
    }
}

/// Why somebody did not come in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotJoined {
    #[error("there is no class with this code")]
    NoSuchCode,
    #[error("every seat is taken")]
    Full,
    #[error(transparent)]
    NotOpened(#[from] NotOpened),
    #[error(transparent)]
    Db(#[from] DbError),
    #[error("the folder of classes: {0}")]
    Disk(#[from] io::Error),
}

impl Classes {
    /// The classes beside these sandboxes. Those of an earlier run are found again.
    ///
    /// # Errors
    /// When the folder cannot be used.
    pub fn beside(sandboxes: Arc<Sandboxes>) -> io::Result<Self> {
        let files = Files::in_folder(sandboxes.path().join("classes"))?;
        let classes = Self {
            sandboxes,
            guesses: Guesses::default(),
            classes: RwLock::default(),
            seats: RwLock::default(),
            ending: watch::Sender::new(false),
            giving: Mutex::default(),
            files,
        };
        for record in classes.files.all()? {
            classes.keep(record);
        }
        Ok(classes)
    }

    fn keep(&self, record: Record) -> Arc<Class> {
        let is_running = record.is_running();
        let class = Arc::new(Class::new(record));
        if is_running {
            for seat in &class.read().seats {
                self.put_in_seat(&class, seat);
            }
        }
        let mut classes = self.classes.write().unwrap_or_else(PoisonError::into_inner);
        classes.insert(class.id.clone(), class.clone());
        class
    }

    fn put_in_seat(&self, class: &Arc<Class>, seat: &Seat) {
        if let Ok(key) = seat.sandbox.parse() {
            let mut seats = self.seats.write().unwrap_or_else(PoisonError::into_inner);
            seats.insert(key, (class.clone(), seat.number));
        }
    }

    /// Opens a class, and gives the secret for the teacher's browser. `None` when there are as many as there may be.
    pub(crate) async fn open(
        &self,
        chosen: Vec<String>,
        quiz: bool,
    ) -> io::Result<Option<(Arc<Class>, String)>> {
        let chance = &self.house().chance;
        let secret = new_secret(chance);
        let (class, id) = {
            let _giving = self.giving.lock().unwrap_or_else(PoisonError::into_inner);
            let running = self.all();
            if running.iter().filter(|class| class.read().is_running()).count() >= MOST_CLASSES {
                return Ok(None);
            }
            let mut code = Code::new(chance);
            while running.iter().any(|class| class.read().code == code) {
                code = Code::new(chance);
            }
            let id = ClassId::new(chance);
            let mut record = Record::new(id.clone(), code, &secret, self.house().now());
            (record.chosen, record.quiz) = (chosen, quiz);
            (self.keep(record), id)
        };
        if let Err(error) = self.write(&class).await {
            self.forget(&id);
            return Err(error);
        }
        Ok(Some((class, secret)))
    }

    /// Lets somebody in who has typed a code. Whoever has a seat gets their own again, with another sandbox where theirs has ended.
    pub(crate) async fn join(&self, code: &Code, secret: &str) -> Result<(Arc<Class>, Opened), NotJoined> {
        let class = self.by_code(code).ok_or(NotJoined::NoSuchCode)?;
        let _door = class.door.lock().await;
        let own = class.read().seat_of(secret).cloned();
        if let Some(opened) = match &own {
            Some(seat) => self.back_in(&class, seat).await,
            None => None,
        } {
            return Ok((class.clone(), opened));
        }
        if own.is_none() && class.read().seats.len() >= MOST_SEATS {
            return Err(NotJoined::Full);
        }
        let mut opened = self.sandboxes.open(None).await?;
        let key = Key::of(&opened.realm).ok_or(NotOpened::Gone)?;
        let now = self.house().now();
        let seat = class.change(News::List, |record| {
            record.used_at = now;
            opened.start.path = record.beginning();
            if let Some(own) = own.and_then(|own| record.seat_mut(own.number)) {
                key.as_str().clone_into(&mut own.sandbox);
                return own.clone();
            }
            let number = u16::try_from(record.seats.len() + 1).unwrap_or(u16::MAX);
            // There are more pictures than seats.
            let taken: Vec<&Picture> = record.seats.iter().map(|seat| &seat.picture).collect();
            let picture = Picture::choose(&taken, &self.house().chance).expect("a picture is free");
            let mut seat = Seat::new(number, picture, secret, key.as_str(), now);
            seat.followed = record.sent;
            if record.sent > 0 {
                opened.start.path.clone_from(&record.sent_to);
            }
            record.seats.push(seat.clone());
            seat
        });
        self.put_in_seat(&class, &seat);
        self.switch_quiz(&class, &opened.realm).await?;
        self.write(&class).await?;
        Ok((class.clone(), opened))
    }

    /// Lets exercises in a sandbox end with questions, or not, as the class wants it.
    pub(crate) async fn switch_quiz(&self, class: &Class, realm: &Realm) -> Result<(), DbError> {
        let quiz = class.read().quiz;
        if is_quiz_on(&realm.read().await?).await? == quiz {
            return Ok(());
        }
        let mut work = realm.work(Actor::program("class", Via::Program)).await?;
        switch_quiz(&mut work, quiz).await?;
        work.commit().await
    }

    /// The same in every sandbox of the class.
    pub(crate) async fn switch_quiz_everywhere(&self, class: &Class) {
        for key in self.keys(class) {
            self.switch_quiz_at(class, &key).await;
        }
    }

    /// The same in one, as it lies under its address now.
    pub(crate) async fn switch_quiz_at(&self, class: &Class, key: &Key) {
        let Some(realm) = self.sandboxes.realm(key.as_str()).await else { return };
        if let Err(error) = self.switch_quiz(class, &realm).await {
            tracing::warn!(%error, "the questions of a class cannot be switched");
        }
    }

    fn keys(&self, class: &Class) -> Vec<Key> {
        class.read().seats.iter().filter_map(|seat| seat.sandbox.parse().ok()).collect()
    }

    /// The sandbox of a seat, at the page where its learner goes on; `None` where it has ended.
    async fn back_in(&self, class: &Class, seat: &Seat) -> Option<Opened> {
        let key: Key = seat.sandbox.parse().ok()?;
        let realm = self.sandboxes.realm(key.as_str()).await?;
        let (_, start) = self.sandboxes.began(&key).await?;
        let path = match &seat.present {
            Some(slug) => format!("{}/{slug}", practice::exercises::PATH),
            None => class.read().beginning(),
        };
        Some(Opened { realm, start: Start { path, ..start } })
    }

    /// Begins anew in the sandbox of a seat; the learner notices at their next page.
    pub(crate) async fn begin_anew(&self, class: &Class, number: u16) -> Result<(), NotOpened> {
        let key = class.read().seat(number).and_then(|seat| seat.sandbox.parse::<Key>().ok());
        let Some(key) = key.filter(|key| self.sandboxes.has(key)) else { return Ok(()) };
        let opened = self.sandboxes.reset(&key).await?;
        self.switch_quiz(class, &opened.realm).await?;
        class.change(News::List, |record| {
            if let Some(seat) = record.seat_mut(number) {
                (seat.is_anew, seat.present) = (true, None);
            }
        });
        Ok(())
    }

    /// Moves the clocks of everybody by so many days, and does what was due until then. Whoever is signed in stays so.
    pub(crate) async fn move_clocks(&self, class: &Class, days: i64) {
        let by = SignedDuration::from_hours(24 * days);
        for key in self.keys(class) {
            if let Err(why) = self.move_clock(&key, by).await {
                tracing::warn!(%why, "the clock of a sandbox cannot be moved");
            }
        }
    }

    async fn move_clock(&self, key: &Key, by: SignedDuration) -> Result<(), NotOpened> {
        let Some(realm) = self.sandboxes.realm(key.as_str()).await else { return Ok(()) };
        let mut work = realm.work(Actor::program("class", Via::Program)).await?;
        session::carry_over(&mut work, by).await?;
        work.commit().await?;
        self.sandboxes.move_clock(key, by).await?;
        self.sandboxes.work_off(&realm).await;
        Ok(())
    }

    /// The running class with this code.
    pub(crate) fn by_code(&self, code: &Code) -> Option<Arc<Class>> {
        self.all().into_iter().find(|class| {
            let record = class.read();
            record.is_running() && record.code == *code
        })
    }

    /// The class whose teacher has this code to come back by.
    pub(crate) fn by_way_back(&self, typed: &str) -> Option<Arc<Class>> {
        let way_back = Some(hash_way_back(typed));
        self.all().into_iter().find(|class| class.read().way_back == way_back)
    }

    pub(crate) fn get(&self, id: &ClassId) -> Option<Arc<Class>> {
        self.shelves().get(id).cloned()
    }

    /// The class that a sandbox has a seat in, while it runs, and the number of the seat.
    pub(crate) fn seat_in(&self, realm: &Realm) -> Option<(Arc<Class>, u16)> {
        let key = Key::of(realm)?;
        let found = self.seats.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        found.filter(|(class, _)| class.read().is_running())
    }

    /// The realm without a prefix, by whose clock classes live.
    pub(crate) fn house(&self) -> &Realm {
        self.sandboxes.house()
    }

    /// Whether the program is about to stop; what is open on behalf of a class ends then.
    pub(crate) fn ending(&self) -> watch::Receiver<bool> {
        self.ending.subscribe()
    }

    /// Ends what would otherwise stay open for as long as somebody looks. To be called when the program is told to stop.
    pub fn hang_up(&self) {
        self.ending.send_replace(true);
    }

    /// Looks after the classes, for as long as the process runs.
    pub async fn look_after(&self) {
        loop {
            tokio::time::sleep(WRITE).await;
            self.write_all().await;
            self.sweep().await;
        }
    }

    /// Writes every class whose file is behind: also before the process ends.
    pub async fn write_all(&self) {
        for class in self.all() {
            if class.take_changed()
                && let Err(error) = self.write(&class).await
            {
                class.set_changed();
                tracing::error!(%error, "a class cannot be written down");
            }
        }
    }

    /// Ends the classes that nobody uses, and removes those that ended long ago.
    pub async fn sweep(&self) {
        let now = self.house().now();
        for class in self.all() {
            let (used, ended) = {
                let record = class.read();
                (record.used_at, record.ended_at)
            };
            if ended.is_some_and(|ended| now >= ended + KEPT) {
                self.forget(&class.id);
                let (files, id) = (self.files.clone(), class.id.clone());
                if let Err(error) = off_thread(move || files.remove(&id)).await {
                    tracing::error!(%error, "a class cannot be removed");
                }
            } else if ended.is_none() && now >= used + UNUSED {
                class.change(News::Class, |record| record.end(now));
            }
        }
    }

    fn forget(&self, id: &ClassId) {
        self.classes.write().unwrap_or_else(PoisonError::into_inner).remove(id);
        self.seats.write().unwrap_or_else(PoisonError::into_inner).retain(|_, (class, _)| class.id != *id);
    }

    /// Writes a class down as it is now.
    pub(crate) async fn write(&self, class: &Class) -> io::Result<()> {
        let _writing = class.writing.lock().await;
        let (files, record) = (self.files.clone(), class.read().clone());
        off_thread(move || files.write(&record)).await
    }

    fn all(&self) -> Vec<Arc<Class>> {
        self.shelves().values().cloned().collect()
    }

    fn shelves(&self) -> RwLockReadGuard<'_, HashMap<ClassId, Arc<Class>>> {
        self.classes.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Does what waits for the disk where waiting holds nobody up.
async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(io::Error::other(error)))
}
