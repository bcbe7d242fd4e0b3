//! Sign-ins that have gone to a broker and not come back. They stand in the database, because the answer may reach
//! another node.

use jiff::{SignedDuration, Timestamp};
use realm::Work;
use store::{DbError, params, row};

/// How long somebody may take at the broker. MitID itself gives up after five minutes; reading slowly, finding
/// the telephone and trying again come on top.
pub(super) const PATIENCE: SignedDuration = SignedDuration::from_mins(30);

row! {
    /// A sign-in under way.
    pub(super) struct Pending {
        pub(super) broker: String,
        pub(super) nonce: String,
        pub(super) verifier: String,
        pub(super) next_path: String,
        browser_hash: String,
        expires_at: Timestamp,
    }
}

fn hash(secret: &str) -> String {
    blake3::hash(secret.as_bytes()).to_hex().to_string()
}

impl Pending {
    /// A sign-in that begins now, in the browser that holds `browser`.
    pub(super) fn new(work: &Work<'_>, broker: &str, next_path: &str, browser: &str) -> Self {
        let chance = &work.realm.chance;
        Self {
            broker: broker.to_owned(),
            nonce: chance.secret(),
            verifier: chance.secret(),
            next_path: next_path.to_owned(),
            browser_hash: hash(browser),
            expires_at: work.now() + PATIENCE,
        }
    }

    /// Whether it began in the browser that holds this secret.
    pub(super) fn began_in(&self, browser: Option<&str>) -> bool {
        browser.is_some_and(|browser| hash(browser) == self.browser_hash)
    }

    pub(super) fn is_late(&self, now: Timestamp) -> bool {
        now >= self.expires_at
    }
}

/// Keeps a sign-in, and forgets those that nobody came back from.
pub(super) async fn keep(work: &mut Work<'_>, state: &str, pending: &Pending) -> Result<(), DbError> {
    // An hour later than needed, so that a late answer is told from one that was never asked for.
    let gone = work.now() - SignedDuration::from_hours(1);
    work.tx().run("delete from people_sign_in where expires_at < $1", params![gone]).await?;
    let p = pending;
    work.tx()
        .run(
            "insert into people_sign_in
                 (state_hash, broker, nonce, verifier, next_path, browser_hash, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7)",
            params![
                hash(state),
                &p.broker,
                &p.nonce,
                &p.verifier,
                &p.next_path,
                &p.browser_hash,
                p.expires_at
            ],
        )
        .await?;
    Ok(())
}

/// Takes the sign-in that the state belongs to. Each can be taken once, on whichever node.
pub(super) async fn take(work: &mut Work<'_>, state: &str) -> Result<Option<Pending>, DbError> {
    work.tx()
        .optional(
            "delete from people_sign_in
             where state_hash = $1
             returning broker, nonce, verifier, next_path, browser_hash, expires_at",
            params![hash(state)],
        )
        .await
}
