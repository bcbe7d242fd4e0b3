//! Templates: one small file for each world, filled once and copied for each sandbox.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use jobs::Runner;
use realm::{Actor, Chance, Clock, Realm, RealmKind, Via};
use store::{Store, params};
use vault::Keyring;
use zeroize::Zeroizing;

use super::phone::TEMPLATE;
use super::{Start, Telephone, WorldError, Worlds};

/// How old a template may be: what is new in it should not be of yesterday.
const FRESH: SignedDuration = SignedDuration::from_hours(24);
/// What the template's key is called in the rings of sandboxes.
const KEY_ID: &str = "world";

/// A world that has been filled.
pub(crate) struct Template {
    /// What is copied.
    pub(crate) file: PathBuf,
    /// The line of its key, for the rings of sandboxes.
    pub(crate) key_line: Zeroizing<String>,
    /// Where whoever comes begins.
    pub(crate) start: Start,
    /// How far the world's clock goes ahead of the machine's.
    pub(crate) ahead: SignedDuration,
    made_at: Timestamp,
}

impl Drop for Template {
    fn drop(&mut self) {
        // What is left is removed at the next start.
        let _ = std::fs::remove_file(&self.file);
    }
}

type Slot = Arc<tokio::sync::Mutex<Option<Arc<Template>>>>;

/// The templates of a process.
pub(crate) struct Templates {
    folder: PathBuf,
    slots: Mutex<HashMap<String, Slot>>,
}

impl Templates {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, slots: Mutex::default() }
    }

    /// The template of a world, made when it is not there yet or has grown old. Whoever comes meanwhile waits for it.
    pub(crate) async fn of(&self, worlds: &dyn Worlds, world: &str) -> Result<Arc<Template>, WorldError> {
        let slot = {
            let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
            slots.entry(world.to_owned()).or_default().clone()
        };
        let mut slot = slot.lock().await;
        let now = Clock::System.now();
        if let Some(made) = slot.as_ref().filter(|made| now.duration_since(made.made_at) < FRESH) {
            return Ok(made.clone());
        }
        let made = Arc::new(make(&self.folder, worlds, world).await?);
        *slot = Some(made.clone());
        Ok(made)
    }
}

async fn make(folder: &Path, worlds: &dyn Worlds, world: &str) -> Result<Template, WorldError> {
    let name = Chance::System.secret();
    let filling = folder.join(format!("{name}.filling"));
    let made = fill(folder.join(format!("{name}.db")), &filling, worlds, world).await;
    for ending in ["", "-wal", "-shm"] {
        // Closing has removed the last two, unless something went wrong.
        let _ = std::fs::remove_file(folder.join(format!("{name}.filling{ending}")));
    }
    made
}

async fn fill(
    file: PathBuf,
    filling: &Path,
    worlds: &dyn Worlds,
    world: &str,
) -> Result<Template, WorldError> {
    let wrong = |error: &dyn std::fmt::Display| WorldError(format!("the world {world}: {error}"));
    let chance = Chance::System;
    let key_line = Keyring::new_key_line(KEY_ID, |secret| chance.fill(secret)).map_err(|e| wrong(&e))?;
    let address = store::sqlite_address(filling).map_err(|error| wrong(&error))?;
    let store = Store::open(&address).await.map_err(|error| wrong(&error))?;
    let keys = Keyring::parse(&key_line).map_err(|error| wrong(&error))?;
    let clock = Clock::ahead_by(SignedDuration::ZERO);
    let realm = Arc::new(Realm::new(RealmKind::Sandbox, TEMPLATE, store, clock, chance).with_keys(keys));
    let start = worlds.build(world, &realm).await?;
    // What it has ordered is done once, and not in each sandbox.
    let jobs = Arc::new(worlds.jobs(Telephone::of(&realm)));
    Runner::new(realm.clone(), jobs, "practice").drain().await.map_err(|error| wrong(&error))?;
    take_keys_out(&realm).await.map_err(|error| wrong(&error))?;
    realm.store.copy_small_into(&file).await.map_err(|error| wrong(&error))?;
    let ahead = realm.clock.ahead();
    let made_at = Clock::System.now();
    realm.store.clone().close().await;
    Ok(Template { file, key_line, start, ahead, made_at })
}

/// No sandbox may have the signing keys of another, nor a sign-in that began before it was.
async fn take_keys_out(realm: &Realm) -> Result<(), store::DbError> {
    let work = realm.work(Actor::program("practice", Via::Program)).await?;
    work.tx().run("delete from practice_mitid_key", params![]).await?;
    work.tx().run("delete from practice_mitid_login", params![]).await?;
    work.commit().await
}
