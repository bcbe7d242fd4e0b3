//! The wall around a sandbox: whatever is tried across it, in either direction, nothing passes.

mod addresses;
mod outbox;
mod routes;
mod secrets;
mod tokens;

use std::sync::Arc;

use practice::sandbox::{Bounds, Sandboxes};
use realm::{Realm, RealmKeeper as _};
use store::TableDigest;
use stories::{Answer, Engine, House};

/// A house as in production, with sandboxes.
pub(crate) async fn house(engine: Engine) -> House {
    House::open_live(engine, Vec::new(), bounds()).await
}

pub(crate) fn bounds() -> Bounds {
    // A test machine may have less of its disk to spare.
    Bounds { spare_disk: 0, ..Bounds::default() }
}

/// A sandbox that somebody has opened by the button.
pub(crate) struct Opened {
    /// `/oev/KEY`
    pub(crate) prefix: String,
    /// What its cookie is called.
    pub(crate) name: String,
    /// The secret in it.
    pub(crate) secret: String,
    pub(crate) realm: Arc<Realm>,
}

impl Opened {
    /// The cookie as the browser sends it.
    pub(crate) fn cookie(&self) -> String {
        format!("{}={}", self.name, self.secret)
    }

    /// An address in it.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }
}

pub(crate) async fn open(house: &House) -> Opened {
    let answer = house.post_as("", "/oev", &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let prefix = answer.header("location").strip_suffix("/post").unwrap().to_owned();
    let (name, secret) = cookie_in(&answer);
    let key = prefix.strip_prefix("/oev/").unwrap();
    let realm = sandboxes(house).realm(key).await.unwrap();
    sandboxes(house).work_off(&realm).await;
    Opened { prefix, name, secret, realm }
}

pub(crate) fn sandboxes(house: &House) -> &Arc<Sandboxes> {
    house.sandboxes.as_ref().unwrap()
}

pub(crate) fn cookie_in(answer: &Answer) -> (String, String) {
    let pair = answer.header("set-cookie").split(';').next().unwrap();
    let (name, value) = pair.split_once('=').unwrap();
    (name.to_owned(), value.to_owned())
}

/// What a realm's database holds. How fast its readers call is no part of what they do there.
pub(crate) async fn contents(realm: &Realm) -> Vec<TableDigest> {
    let mut tables = store::digest(&realm.read().await.unwrap()).await.unwrap();
    tables.retain(|table| table.table != "page_limit");
    tables
}

/// The tables in which two moments differ.
pub(crate) fn changed(before: &[TableDigest], after: &[TableDigest]) -> Vec<String> {
    assert_eq!(before.len(), after.len());
    let pairs = before.iter().zip(after);
    pairs.filter(|(before, after)| before != after).map(|(before, _)| before.table.clone()).collect()
}

/// Runs a story of the wall on both databases: the live realm on either, sandboxes always on files.
macro_rules! on_both_live {
    ($($story:ident),* $(,)?) => {$(
        mod $story {
            #[tokio::test]
            async fn on_sqlite() {
                super::$story(crate::the_wall::house(stories::Engine::Sqlite).await).await;
            }
            #[tokio::test]
            async fn on_postgres() {
                super::$story(crate::the_wall::house(stories::Engine::Postgres).await).await;
            }
        }
    )*};
}
pub(crate) use on_both_live;
