//! The copy of every help point that a node keeps in memory to search in.
//!
//! Searching five thousand places in memory takes microseconds; reading them from the database for each search
//! would not. The copy carries the revision it was made from. A node asks the database for the revision at most
//! once in half a second, so a change made on another node shows here within that time, and one made here at once.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use basics::{Id, Position};
use hours::OpeningHours;
use page::MayBeKept;
use people::{Organisation, OrganisationTag};
use realm::Realm;
use store::DbError;
use tokio::sync::Mutex;

use crate::denmark::{self, Places};
use crate::model::{HelpPoint, HelpPointTag, Status, Topic};
use crate::sql;

/// For how long a copy is used without asking whether it is still the newest.
const TRUST: Duration = Duration::from_millis(500);

/// A help point, ready to be searched.
#[derive(Debug)]
pub struct Entry {
    /// The point.
    pub point: HelpPoint,
    /// What it is about, one bit a topic.
    pub topics: u32,
    /// Its hours.
    pub hours: OpeningHours,
    /// Its direction from the middle of the Earth, for fast distances.
    pub unit: Option<[f64; 3]>,
}

/// Every help point of a realm, at one revision.
#[derive(Debug)]
pub struct Directory {
    /// The revision it was made from.
    pub revision: i64,
    /// Every active point, by name.
    pub entries: Vec<Entry>,
    /// The place register.
    pub places: Places,
    organisations: HashMap<Id<OrganisationTag>, Organisation>,
    by_id: HashMap<Id<HelpPointTag>, usize>,
}

impl Directory {
    /// Makes the copy from what was read.
    #[must_use]
    pub fn new(
        revision: i64,
        points: Vec<HelpPoint>,
        places: Places,
        organisations: Vec<Organisation>,
    ) -> Self {
        let entries: Vec<Entry> =
            points.into_iter().filter(|point| point.status == Status::Active).map(Entry::new).collect();
        let by_id = entries.iter().enumerate().map(|(at, entry)| (entry.point.id, at)).collect();
        let organisations =
            organisations.into_iter().map(|organisation| (organisation.id, organisation)).collect();
        Self { revision, entries, places, organisations, by_id }
    }

    /// A point by its id.
    #[must_use]
    pub fn entry(&self, id: Id<HelpPointTag>) -> Option<&Entry> {
        self.by_id.get(&id).map(|&at| &self.entries[at])
    }

    /// The organisation that answers for a point.
    #[must_use]
    pub fn organisation(&self, id: Id<OrganisationTag>) -> Option<&Organisation> {
        self.organisations.get(&id)
    }
}

impl Entry {
    fn new(point: HelpPoint) -> Self {
        Self {
            topics: topic_bits(point.topics()),
            hours: point.opening_hours(),
            unit: point.position.map(Position::unit_vector),
            point,
        }
    }
}

/// Topics as bits.
#[must_use]
pub fn topic_bits(topics: impl IntoIterator<Item = Topic>) -> u32 {
    topics.into_iter().fold(0, |bits, topic| bits | 1 << topic as u32)
}

#[derive(Default)]
struct Kept {
    newest: RwLock<Option<(Arc<Directory>, Instant)>>,
    loading: Mutex<()>,
}

impl Kept {
    fn trusted(&self) -> Option<Arc<Directory>> {
        let newest = self.newest.read().expect("nobody panics while holding the copy");
        newest
            .as_ref()
            .filter(|(_, checked)| checked.elapsed() < TRUST)
            .map(|(directory, _)| directory.clone())
    }

    fn keep(&self, directory: &Arc<Directory>) {
        *self.newest.write().expect("nobody panics while holding the copy") =
            Some((directory.clone(), Instant::now()));
    }
}

/// The directory of a realm, at most half a second old.
///
/// # Errors
/// When the database does not answer and there is no copy yet, or the copy is too old to trust.
pub async fn directory(realm: &Realm) -> Result<Arc<Directory>, DbError> {
    let kept = realm.keep.get::<Kept>();
    if let Some(directory) = kept.trusted() {
        return Ok(directory);
    }
    let _one_at_a_time = kept.loading.lock().await;
    if let Some(directory) = kept.trusted() {
        return Ok(directory);
    }
    let tx = realm.read().await?;
    let revision = sql::revision(&tx).await?;
    let known = kept.newest.read().expect("nobody panics while holding the copy").clone();
    let directory = match known {
        Some((directory, _)) if directory.revision == revision => directory,
        _ => {
            let points = sql::points(&tx).await?;
            let places = denmark::places(&tx).await?;
            let organisations = people::organisations(&tx).await?;
            Arc::new(Directory::new(revision, points, places, organisations))
        }
    };
    kept.keep(&directory);
    Ok(directory)
}

/// Marks a page that was made from this directory and from nothing about its reader.
#[must_use]
pub fn may_be_kept(directory: &Directory) -> MayBeKept {
    MayBeKept {
        stamp: directory.revision,
        still_true: |realm, revision| {
            Box::pin(
                async move { self::directory(&realm).await.is_ok_and(|newest| newest.revision == revision) },
            )
        },
    }
}

/// Forgets the copy, so that the next search on this node sees a change that was just committed here.
pub fn forget(realm: &Realm) {
    *realm.keep.get::<Kept>().newest.write().expect("nobody panics while holding the copy") = None;
}
