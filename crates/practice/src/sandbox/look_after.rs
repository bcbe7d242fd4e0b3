//! What is done about sandboxes while they serve: closing files that nobody uses, and taking away what nobody has used for a day.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use jiff::Timestamp;
use realm::Realm;

use super::register::{Slot, off_thread};
use super::{Key, Sandboxes};

/// How often it is looked.
const LOOK: Duration = Duration::from_secs(60);
/// How old the note of the last use may be while a sandbox is in use, in seconds.
const NOTE: i64 = 600;

/// What a sweep did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// How many sandboxes were taken away.
    pub ended: usize,
    /// How many files were closed.
    pub closed: usize,
}

impl Sandboxes {
    /// Looks after the sandboxes, for as long as the process runs.
    pub async fn look_after(&self) {
        loop {
            if let Err(error) = self.warm_up().await {
                tracing::error!(%error, "practice has no world to begin in");
            }
            let swept = self.sweep().await;
            if swept.ended > 0 {
                tracing::info!(ended = swept.ended, "sandboxes that nobody used were taken away");
            }
            let (all, open) = self.count();
            metrics::gauge!("omtanke_sandboxes").set(as_f64(all));
            metrics::gauge!("omtanke_sandboxes_open").set(as_f64(open));
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Takes away what nobody has used for as long as a sandbox lives, closes what nobody uses just now, and notes when the others
    /// were used.
    pub async fn sweep(&self) -> Swept {
        let now = self.house.now().as_second();
        let (life, idle) = (self.bounds.life.as_secs(), self.bounds.idle.as_secs());
        let slots: Vec<Arc<Slot>> = self.shelves().values().cloned().collect();
        let mut swept = Swept::default();
        let mut noted = Vec::new();
        for slot in slots {
            let used = slot.used.load(Ordering::Relaxed);
            if now - used >= life {
                match self.end(&slot.key).await {
                    Ok(ended) => swept.ended += usize::from(ended),
                    Err(error) => tracing::error!(%error, "a sandbox cannot be taken away"),
                }
                continue;
            }
            if now - used >= idle && self.close(&slot) {
                swept.closed += 1;
            }
            let before = slot.noted.load(Ordering::Relaxed);
            if used > before && (used - before >= NOTE || now - used >= idle) {
                slot.noted.store(used, Ordering::Relaxed);
                noted.push((slot.key.clone(), used));
            }
        }
        self.note(noted).await;
        swept
    }

    /// Notes when every sandbox was last used: before the process ends.
    pub async fn note_uses(&self) {
        let used = |slot: &Arc<Slot>| (slot.key.clone(), slot.used.load(Ordering::Relaxed));
        let all = self.shelves().values().map(used).collect();
        self.note(all).await;
    }

    async fn note(&self, uses: Vec<(Key, i64)>) {
        let folder = self.folder.clone();
        let noted = off_thread(move || {
            for (key, used) in uses {
                let used = Timestamp::from_second(used).unwrap_or(Timestamp::UNIX_EPOCH);
                match folder.touch(&key, used) {
                    // It has been taken away meanwhile.
                    Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                    done => done?,
                }
            }
            Ok(())
        });
        if let Err(error) = noted.await {
            tracing::warn!(%error, "it cannot be noted when sandboxes were used");
        }
    }

    /// Closes some of the files that have been unused for longest, among those that nobody holds: enough that it need not be done
    /// at every opening.
    pub(super) fn close_least_used(&self) {
        let enough = 1 + self.bounds.most_open / 20;
        let mut slots: Vec<Arc<Slot>> = self.shelves().values().cloned().collect();
        slots.sort_by_cached_key(|slot| slot.used.load(Ordering::Relaxed));
        slots.iter().filter(|slot| self.close(slot)).take(enough).for_each(drop);
    }

    /// Closes the file of a sandbox, unless a request or a job holds it, or somebody is about to. Says whether it was open and is
    /// not any more.
    fn close(&self, slot: &Slot) -> bool {
        let Ok(mut state) = slot.state.try_lock() else { return false };
        let nobody_holds = |realm: &Arc<Realm>| Arc::strong_count(realm) == 1;
        let is_free =
            state.open.as_ref().is_some_and(nobody_holds) && state.second.as_ref().is_none_or(nobody_holds);
        if is_free {
            state.open = None;
            state.second = None;
            self.open.fetch_sub(1, Ordering::Relaxed);
        }
        is_free
    }
}

fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
