//! Putting a backup back, and proving that what is there is what was.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use store::{Engine, Store};

use crate::container::Container;
use crate::files::{Part, folder_of, logs_of, remove};
use crate::make::{blocking, prove_sqlite};
use crate::manifest::{Manifest, name_of};
use crate::{BackupError, postgres, seal};

/// A database that is as it was.
#[derive(Debug, Clone)]
pub struct Restored {
    /// What was restored; every table was compared with it.
    pub manifest: Manifest,
    /// How long it took.
    pub took: Duration,
}

/// Reads a whole backup without restoring it, and says what it holds. `identity` is the file with the key, where the
/// backup is sealed.
///
/// # Errors
/// When the file is not to the last byte what was written, or its key is missing or another.
pub async fn verify(file: &Path, identity: Option<&Path>) -> Result<Manifest, BackupError> {
    let (file, identity) = (file.to_owned(), identity.map(Path::to_owned));
    blocking(move || open(&file, identity.as_deref())?.unpack(|_| Ok(()))).await
}

/// Puts a backup into the database at an address, `sqlite:PATH` or `postgres://…`, and compares every table with what
/// was backed up. With `overwrite`, what is there is replaced.
///
/// An SQLite file takes the place of the old one only when it has been proved; until then the old one keeps its place. A
/// PostgreSQL database must exist; it is filled in one transaction, and compared after it.
///
/// # Errors
/// When the file is not whole or its key is missing, the target holds data or is in use, or a table is not as it was.
pub async fn restore(
    file: &Path,
    target: &str,
    identity: Option<&Path>,
    overwrite: bool,
) -> Result<Restored, BackupError> {
    let begun = Instant::now();
    let (file, identity) = (file.to_owned(), identity.map(Path::to_owned));
    let manifest = match store::sqlite_file(target)? {
        Some(database) => restore_sqlite(file, database, identity, overwrite).await,
        None => restore_postgres(file, target, identity, overwrite).await,
    }?;
    Ok(Restored { manifest, took: begun.elapsed() })
}

fn open(file: &Path, identity: Option<&Path>) -> Result<Container<impl std::io::Read>, BackupError> {
    Container::open(seal::open(file, identity)?, file)
}

/// Opens a backup of the engine that it is to go to.
fn open_for(
    engine: Engine,
    file: &Path,
    identity: Option<&Path>,
) -> Result<Container<impl std::io::Read>, BackupError> {
    let container = open(file, identity)?;
    let made_from = container.manifest.engine;
    if made_from != engine {
        return Err(BackupError::OtherEngine { made_from: name_of(made_from), target: name_of(engine) });
    }
    Ok(container)
}

async fn restore_sqlite(
    file: PathBuf,
    database: PathBuf,
    identity: Option<PathBuf>,
    overwrite: bool,
) -> Result<Manifest, BackupError> {
    check_free(&database, overwrite).await?;
    let folder = folder_of(&database);
    fs::create_dir_all(folder).map_err(|why| BackupError::file(folder, why))?;
    let part = Part::begin(&database)?;
    for log in logs_of(part.path()) {
        remove(&log)?;
    }
    let (part, manifest) = blocking(move || {
        let manifest = open_for(Engine::Sqlite, &file, identity.as_deref())?.unpack(|bytes| {
            (&part.file).write_all(bytes).map_err(|why| BackupError::file(part.path(), why))
        })?;
        Ok((part, manifest))
    })
    .await?;
    let (found, _) = prove_sqlite(part.path()).await?;
    manifest.compare(found)?;
    // Somebody may have opened it meanwhile.
    check_free(&database, overwrite).await?;
    for log in logs_of(&database) {
        // A log that the old file left would be read into the new one.
        remove(&log)?;
    }
    part.finish(overwrite)?;
    Ok(manifest)
}

/// Nothing lies there, or it may be replaced and nobody has it open.
async fn check_free(database: &Path, overwrite: bool) -> Result<(), BackupError> {
    let there = |path: &Path| path.symlink_metadata().is_ok();
    if !overwrite {
        let mut all = std::iter::once(database.to_owned()).chain(logs_of(database));
        return match all.find(|path| there(path)) {
            Some(path) => Err(BackupError::HasData(path.display().to_string())),
            None => Ok(()),
        };
    }
    if there(database) && store::sqlite_in_use(database).await? {
        return Err(BackupError::InUse(database.to_owned()));
    }
    Ok(())
}

async fn restore_postgres(
    file: PathBuf,
    target: &str,
    identity: Option<PathBuf>,
    overwrite: bool,
) -> Result<Manifest, BackupError> {
    let store = Store::open(target).await?;
    // First all of it without touching anything, and only then again into the database.
    let (file, manifest) = blocking({
        let identity = identity.clone();
        move || {
            let manifest = open_for(Engine::Postgres, &file, identity.as_deref())?.unpack(|_| Ok(()))?;
            Ok((file, manifest))
        }
    })
    .await?;
    let tables = store::table_names(&store.read().await?).await?;
    for table in &tables {
        if !manifest.tables.iter().any(|ours| ours.name == *table) {
            return Err(BackupError::Foreign(table.clone()));
        }
        if !overwrite {
            return Err(BackupError::HasData(format!("the table {table}")));
        }
    }
    let again = blocking({
        let target = target.to_owned();
        let replace = !tables.is_empty();
        move || {
            let container = open_for(Engine::Postgres, &file, identity.as_deref())?;
            postgres::restore(&target, replace, container)
        }
    })
    .await?;
    let tx = store.read().await?;
    again.compare(store::digest(&tx).await?)?;
    drop(tx);
    store.close().await;
    Ok(again)
}
