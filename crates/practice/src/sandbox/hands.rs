//! One thing at a time in a sandbox; and after a change its jobs, at once, so that the next page and the telephone show what came
//! of it.

use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::Method;
use jobs::Runner;
use realm::{Realm, RealmKind};
use tokio::sync::{Mutex, OwnedMutexGuard};

use super::{Sandboxes, Telephone};

/// How long an answer waits for what follows from it; the rest is done behind it.
const WAIT: Duration = Duration::from_millis(500);

/// Where the program calls itself while somebody logs in: whoever logs in has the turn already.
const CALLED_WITHIN: [&str; 3] = ["/mitid/.well-known/", "/mitid/jwks", "/mitid/token"];

/// Whose turn it is in a sandbox. One thing is done at a time: its jobs must not be done twice, and its small store has no more
/// connections than one thing needs.
#[derive(Default)]
struct Turn(Arc<Mutex<()>>);

impl Turn {
    async fn take(realm: &Realm) -> OwnedMutexGuard<()> {
        realm.keep.get::<Turn>().0.clone().lock_owned().await
    }
}

/// Lets a second seat wait for the same turn as the first.
pub(super) fn share_turn(second: &Realm, first: &Realm) {
    second.keep.share::<Turn>(&first.keep);
}

impl Sandboxes {
    /// Does everything that is due in a sandbox, when it is its turn.
    pub async fn work_off(&self, realm: &Arc<Realm>) {
        let turn = Turn::take(realm).await;
        self.work_off_in(realm, turn).await;
    }

    async fn work_off_in(&self, realm: &Arc<Realm>, _turn: OwnedMutexGuard<()>) {
        let jobs = self.worlds.jobs(Telephone::of(realm));
        if let Err(error) = Runner::new(realm.clone(), Arc::new(jobs), "practice").drain().await {
            tracing::error!(%error, "the jobs of a sandbox were not done");
        }
    }
}

/// In a sandbox, lets one request after the other in; and after one that may have changed something, does what follows from it, as
/// long as a reader may wait. What is not done by then is done behind the answer. Stands around everything that reads the database.
pub async fn one_at_a_time(
    Extension(sandboxes): Extension<Arc<Sandboxes>>,
    request: Request,
    next: Next,
) -> Response {
    let realm = request.extensions().get::<Arc<Realm>>().filter(|realm| realm.kind == RealmKind::Sandbox);
    let path = request.uri().path();
    let Some(realm) = realm.filter(|_| !CALLED_WITHIN.iter().any(|begin| path.starts_with(begin))).cloned()
    else {
        return next.run(request).await;
    };
    let turn = Turn::take(&realm).await;
    let reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let response = next.run(request).await;
    // What was reset or ended meanwhile has nothing more to do.
    if !reading && sandboxes.serves(&realm).await {
        let doing = tokio::spawn(async move { sandboxes.work_off_in(&realm, turn).await });
        // Whether it is done or goes on behind the answer, nothing is left to do here.
        let _ = tokio::time::timeout(WAIT, doing).await;
    }
    response
}
