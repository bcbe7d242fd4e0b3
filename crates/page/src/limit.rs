//! Limits on how fast one address may call, by kind of call: signing in, writing, programming
//! interface, opening a sandbox.
//!
//! One process counts in its memory. Several nodes on one database count together, so that a caller gains nothing by
//! reaching another node: see [`together`]. While the database does not answer each counts for itself, for neither
//! everybody nor nobody may be locked out by that.

mod purse;
mod sql;
#[cfg(test)]
mod tests;
mod together;

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::extract::{ConnectInfo, FromRequestParts, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use http::header::RETRY_AFTER;
use http::request::Parts;
use http::{Extensions, HeaderMap, Method};
use realm::Realm;
use store::Engine;

use crate::{Problem, Site};
use together::Together;

/// How many sandboxes an address may open in a minute: two classes that begin at once in one library.
const PRACTICE: NonZeroU32 = NonZeroU32::new(60).expect("it is not zero");
/// Where a sandbox is opened, alone or in a class: a file is copied for each. And where a class is.
const OPEN_SANDBOX: [&str; 3] = ["/oev", "/klasse/med", "/klasse"];

/// How many calls an address may make in a minute.
#[derive(Debug)]
pub struct Limits {
    sign_in: Limit,
    write: Limit,
    interface: Limit,
    practice: Limit,
    together: OnceLock<Arc<Together>>,
}

/// Refuses calls over the limit, and says when to try again. Pages that are only read have none: a whole library may
/// stand behind one address.
pub async fn rate_limit(limits: Arc<Limits>, request: Request, next: Next) -> Response {
    let kind = Kind::of(request.method(), request.uri().path());
    let caller = caller(request.headers(), request.extensions());
    match limits.allow(kind, caller).await {
        Ok(()) => next.run(request).await,
        Err(TryAgain(wait)) => {
            let seconds = wait.as_millis().div_ceil(1000).max(1).to_string();
            ([(RETRY_AFTER, seconds)], Problem::too_many()).into_response()
        }
    }
}

impl Limits {
    /// Limits per minute and address for signing in, for other forms, and for the programming interface.
    #[must_use]
    pub fn per_minute(sign_in: NonZeroU32, write: NonZeroU32, interface: NonZeroU32) -> Self {
        Self {
            sign_in: Limit::new(sign_in),
            write: Limit::new(write),
            interface: Limit::new(interface),
            practice: Limit::new(PRACTICE),
            together: OnceLock::new(),
        }
    }

    /// The same limits, with another one for opening sandboxes.
    #[must_use]
    pub fn with_practice(mut self, practice: NonZeroU32) -> Self {
        self.practice = Limit::new(practice);
        self
    }

    /// From now on counts together with the other nodes on the realm's database, by its clock: no more than the limit in
    /// a minute, however many nodes are asked. On SQLite there is no other node, and nothing changes.
    pub fn count_together(&self, realm: &Arc<Realm>) {
        if realm.store.engine() == Engine::Postgres {
            self.together.get_or_init(|| Arc::new(Together::new(realm.clone())));
        }
    }

    /// Forgets addresses that have been quiet; to be called once a minute, in the runtime. What several nodes counted
    /// together is removed by a task of its own, and when that fails, a minute later.
    pub fn forget_quiet(&self) {
        for limit in [&self.sign_in, &self.write, &self.interface, &self.practice] {
            limit.alone.retain_recent();
        }
        if let Some(together) = self.together.get() {
            let together = together.clone();
            tokio::spawn(async move { together.forget_quiet().await });
        }
    }

    async fn allow(&self, kind: Option<Kind>, caller: IpAddr) -> Result<(), TryAgain> {
        let Some(kind) = kind else { return Ok(()) };
        let limit = self.limit(kind);
        // Counted here too in any case, so that whoever has called much is known when the database goes away.
        let alone = limit.check(caller);
        match self.together.get() {
            None => alone,
            Some(together) => together.allow(kind, caller, limit.per_minute).await.unwrap_or(alone),
        }
    }

    fn limit(&self, kind: Kind) -> &Limit {
        match kind {
            Kind::SignIn => &self.sign_in,
            Kind::Write => &self.write,
            Kind::Interface => &self.interface,
            Kind::Practice => &self.practice,
        }
    }
}

/// A call over the limit, and how long it is until the next one may be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TryAgain(Duration);

/// Kinds of call that have limits of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    SignIn,
    Write,
    Interface,
    Practice,
}

impl Kind {
    fn of(method: &Method, path: &str) -> Option<Self> {
        let reading = matches!(*method, Method::GET | Method::HEAD);
        if path.starts_with("/log-ind") || (path.starts_with("/mitid") && !reading) {
            Some(Self::SignIn)
        } else if OPEN_SANDBOX.contains(&path) && !reading {
            Some(Self::Practice)
        } else if !reading {
            Some(Self::Write)
        } else if path.starts_with("/api/") || path.starts_with("/hsds") {
            Some(Self::Interface)
        } else {
            None
        }
    }

    /// The word in the database.
    fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Write => "write",
            Self::Interface => "interface",
            Self::Practice => "practice",
        }
    }
}

/// One limit, counted by this node for itself.
#[derive(Debug)]
struct Limit {
    per_minute: NonZeroU32,
    alone: DefaultKeyedRateLimiter<IpAddr>,
}

impl Limit {
    fn new(per_minute: NonZeroU32) -> Self {
        Self { per_minute, alone: RateLimiter::keyed(Quota::per_minute(per_minute)) }
    }

    fn check(&self, caller: IpAddr) -> Result<(), TryAgain> {
        let refused =
            |until: governor::NotUntil<_>| TryAgain(until.wait_time_from(DefaultClock::default().now()));
        self.alone.check_key(&caller).map_err(refused)
    }
}

/// Who calls, as far as limits go: for a room that counts something of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Caller(pub IpAddr);

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(caller(&parts.headers, &parts.extensions)))
    }
}

fn caller(headers: &HeaderMap, extensions: &Extensions) -> IpAddr {
    let forwarded = || {
        let header = headers.get("x-forwarded-for")?.to_str().ok()?;
        // The last address is the one that our own proxy saw; those before it are the caller's word.
        header.rsplit(',').next()?.trim().parse().ok()
    };
    let behind_proxy = extensions.get::<Arc<Site>>().is_some_and(|site| site.behind_proxy);
    let direct = extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let address = behind_proxy.then(forwarded).flatten().or(direct);
    subscriber(address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)))
}

/// One subscriber has one address of version 4, and of version 6 a whole network of 64 bits (RFC 6177): counting each
/// of its addresses would count nobody.
fn subscriber(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
    }
}
