//! What practice needs of the program: which worlds there are, how one is filled, and what follows from changes in it.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use jobs::Jobs;
use realm::Realm;
use serde::{Deserialize, Serialize};

use super::Telephone;

/// Where somebody begins in a new sandbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// Whom they are, by user name at the simulated MitID. `None` where the exercise is to log in.
    pub user_name: Option<String>,
    /// The page they begin at, within the realm: `/post`.
    pub path: String,
}

/// A world could not be filled; the text is for the log.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct WorldError(pub String);

/// The worlds that sandboxes begin in, and how things go in them. The program gives one to [`Sandboxes`](super::Sandboxes), so that
/// practice need not know every room.
pub trait Worlds: Send + Sync {
    /// The version of the schema that this program writes. A sandbox of another version is at its end.
    fn schema(&self) -> i64;

    /// The world of whoever asks for none.
    fn standard(&self) -> &str;

    /// Whether there is a world of this name.
    fn has(&self, world: &str) -> bool;

    /// The address at which people find help for real; `None` where the program serves nothing real.
    fn real_help(&self) -> Option<String> {
        None
    }

    /// Makes the schema in an empty database and fills it, by the same operations as everything else. It may move the realm's
    /// clock first: that is when sandboxes of this world begin.
    fn build<'a>(&'a self, world: &'a str, realm: &'a Arc<Realm>)
    -> BoxFuture<'a, Result<Start, WorldError>>;

    /// What follows from changes in a sandbox. Whatever is sent must go to `telephone`, and nowhere else.
    fn jobs(&self, telephone: Telephone) -> Jobs;
}
