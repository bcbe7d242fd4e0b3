//! Counting together with the other nodes on one PostgreSQL database.
//!
//! A row holds what all nodes have taken of one caller's calls in one minute. A node takes a small portion by one
//! statement and spends it from memory, so that a caller of the programming interface costs a statement for each twenty
//! calls rather than for each. The row knows the caller by a keyed hash, and is gone a few minutes later.

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use realm::Realm;
use store::DbError;

use super::purse::{Purse, Spent};
use super::{Kind, TryAgain, sql};

/// How long a window lasts, in microseconds.
const WINDOW: i64 = 60_000_000;
/// How many windows are kept besides the present one: the clocks of nodes may differ by so many minutes.
const KEPT: i64 = 2;
/// How long a caller waits for the database before this node decides alone.
pub(super) const ANSWER: Duration = Duration::from_millis(500);
/// For how long the database is left alone after it has not answered.
const LEFT_ALONE: Duration = Duration::from_secs(2);

/// What this node holds, and whom it counts together with.
#[derive(Debug)]
pub(super) struct Together {
    realm: Arc<Realm>,
    purses: Mutex<HashMap<(Kind, IpAddr), SharedPurse>>,
    away_until: Mutex<Option<Instant>>,
}

/// Locked while a portion is fetched: the caller's other calls wait for it rather than each taking one.
type SharedPurse = Arc<tokio::sync::Mutex<Purse>>;

impl Together {
    pub(super) fn new(realm: Arc<Realm>) -> Self {
        Self { realm, purses: Mutex::default(), away_until: Mutex::default() }
    }

    /// Whether the call is within what all nodes together allow; `None` while the database does not answer.
    pub(super) async fn allow(
        &self,
        kind: Kind,
        caller: IpAddr,
        limit: NonZeroU32,
    ) -> Option<Result<(), TryAgain>> {
        let purse = self.purse(kind, caller);
        let mut purse = purse.lock().await;
        loop {
            let (window, end) = self.window();
            match purse.spend(window, limit, largest_portion(kind)) {
                Spent::Paid => return Some(Ok(())),
                Spent::Over => return Some(Err(TryAgain(end))),
                Spent::Take(portion) => {
                    let total = self.take(kind, caller, window, portion).await?;
                    purse.fill(portion, total, limit);
                }
            }
        }
    }

    /// Forgets callers of former windows, here and in the database.
    pub(super) async fn forget_quiet(&self) {
        let (window, _) = self.window();
        // A purse that is locked is in use.
        let in_use = |purse: &mut SharedPurse| purse.try_lock().map_or(true, |purse| purse.is_of(window));
        held(&self.purses).retain(|_, purse| in_use(purse));
        if let Err(error) = sql::remove_before(&self.realm.store, window - KEPT * WINDOW).await {
            tracing::warn!(%error, "former counts of calls could not be removed");
        }
    }

    #[cfg(test)]
    pub(super) fn is_empty(&self) -> bool {
        held(&self.purses).is_empty()
    }

    fn purse(&self, kind: Kind, caller: IpAddr) -> SharedPurse {
        let empty = || Arc::new(tokio::sync::Mutex::new(Purse::empty()));
        held(&self.purses).entry((kind, caller)).or_insert_with(empty).clone()
    }

    /// The instant at which the present window began, and how long it lasts yet.
    fn window(&self) -> (i64, Duration) {
        let now = self.realm.now().as_microsecond();
        let since = now.rem_euclid(WINDOW);
        (now - since, Duration::from_micros((WINDOW - since).unsigned_abs()))
    }

    async fn take(&self, kind: Kind, caller: IpAddr, window: i64, portion: u32) -> Option<i64> {
        if held(&self.away_until).is_some_and(|until| Instant::now() < until) {
            return None;
        }
        let who = self.who(caller);
        let taking = sql::take(&self.realm.store, kind.as_str(), &who, window, portion);
        let error = match tokio::time::timeout(ANSWER, taking).await {
            Ok(Ok(total)) => return Some(total),
            Ok(Err(error)) => error,
            Err(_) => DbError::Unreachable("it took too long".to_owned()),
        };
        tracing::warn!(%error, "this node counts calls alone for a moment");
        *held(&self.away_until) = Some(Instant::now() + LEFT_ALONE);
        None
    }

    /// The caller's address as a keyed hash, the same in every node. Under the oldest key: a node that has the newest
    /// one already and a node that has not agree on it.
    fn who(&self, caller: IpAddr) -> String {
        let bytes = match caller {
            IpAddr::V4(address) => address.octets().to_vec(),
            IpAddr::V6(address) => address.octets().to_vec(),
        };
        let marks = self.realm.vault.find_marks("page limit", &bytes);
        marks.into_iter().next_back().expect("a ring always has a key").hash
    }
}

/// Signing in and writing are few, and cost the database more than the question does.
fn largest_portion(kind: Kind) -> u32 {
    match kind {
        Kind::SignIn | Kind::Write | Kind::Practice => 1,
        Kind::Interface => 20,
    }
}

/// The map and the instant are whole at every moment, even if somebody has panicked.
fn held<T>(lock: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
