//! Limits on how fast one address may call, by kind of call: signing in, writing, programming interface.
//!
//! Each node counts for itself; with several nodes a caller gets that many times the limit.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request};
use axum::middleware::Next;
use axum::response::Response;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use http::Method;

use crate::{Problem, Site};

/// How many calls an address may make in a minute.
#[derive(Debug)]
pub struct Limits {
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    write: DefaultKeyedRateLimiter<IpAddr>,
    interface: DefaultKeyedRateLimiter<IpAddr>,
}

impl Limits {
    /// Limits per minute and address for signing in, for other forms, and for the programming interface.
    #[must_use]
    pub fn per_minute(sign_in: NonZeroU32, write: NonZeroU32, interface: NonZeroU32) -> Self {
        Self {
            sign_in: RateLimiter::keyed(Quota::per_minute(sign_in)),
            write: RateLimiter::keyed(Quota::per_minute(write)),
            interface: RateLimiter::keyed(Quota::per_minute(interface)),
        }
    }

    /// Forgets addresses that have been quiet; to be called once a minute.
    pub fn forget_quiet(&self) {
        self.sign_in.retain_recent();
        self.write.retain_recent();
        self.interface.retain_recent();
    }

    fn allows(&self, method: &Method, path: &str, address: IpAddr) -> bool {
        let reading = matches!(*method, Method::GET | Method::HEAD);
        if path.starts_with("/log-ind") || (path.starts_with("/mitid") && !reading) {
            self.sign_in.check_key(&address).is_ok()
        } else if !reading {
            self.write.check_key(&address).is_ok()
        } else if path.starts_with("/api/") || path.starts_with("/hsds") {
            self.interface.check_key(&address).is_ok()
        } else {
            true
        }
    }
}

/// Refuses calls over the limit. Pages that are only read have none: a whole library may stand behind one
/// address.
pub async fn rate_limit(limits: Arc<Limits>, request: Request, next: Next) -> Result<Response, Problem> {
    if limits.allows(request.method(), request.uri().path(), caller(&request)) {
        Ok(next.run(request).await)
    } else {
        Err(Problem::too_many())
    }
}

fn caller(request: &Request) -> IpAddr {
    let forwarded = || {
        let header = request.headers().get("x-forwarded-for")?.to_str().ok()?;
        // The last address is the one that our own proxy saw; those before it are the caller's word.
        header.rsplit(',').next()?.trim().parse().ok()
    };
    let behind_proxy = request.extensions().get::<Arc<Site>>().is_some_and(|site| site.behind_proxy);
    let direct = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    behind_proxy.then(forwarded).flatten().or(direct).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_third_sign_in_of_two_is_refused_and_reading_is_not() {
        let n = |n| NonZeroU32::new(n).unwrap();
        let limits = Limits::per_minute(n(2), n(2), n(2));
        let (here, there) = (IpAddr::from([127, 0, 0, 1]), IpAddr::from([127, 0, 0, 2]));
        let sign_in = |address| limits.allows(&Method::GET, "/log-ind", address);
        assert_eq!([sign_in(here), sign_in(here), sign_in(here)], [true, true, false]);
        assert!(sign_in(there));
        assert!((0..50).all(|_| limits.allows(&Method::GET, "/find-hjaelp", here)));
    }
}
