//! Making a backup while the program serves.

use std::fs::{self, File, Permissions};
use std::io::{self, BufReader, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use store::{Engine, Store, TableDigest, Tx, params, row};
use tempfile::TempDir;

use crate::container::{self, Container, Hashing};
use crate::files::{self, PIECE, Part, beside, folder_of};
use crate::manifest::{FORMAT, Manifest, Table};
use crate::seal::Sealing;
use crate::{BackupError, Recipient, postgres};

/// What to back up, and where to.
#[derive(Debug, Clone)]
pub struct Order {
    /// The address of the database, as [`Store::open`] takes it. The programs of PostgreSQL need it too.
    pub database: String,
    /// The file to make. It is never written over.
    pub out: PathBuf,
    /// The key to seal it for, so that only the other half of the key opens it.
    pub seal_for: Option<Recipient>,
    /// The moment to write into the manifest.
    pub now: Timestamp,
}

/// A backup that stands under its name.
#[derive(Debug, Clone)]
pub struct Made {
    /// What it holds.
    pub manifest: Manifest,
    /// How large the file is, in bytes.
    pub bytes: u64,
    /// How long it took.
    pub took: Duration,
    /// What was proved of it.
    pub checked: Checked,
}

/// What was proved of a backup by reading it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// Everything: it was opened, and data, manifest and hashes hold.
    Content,
    /// That the file has the bytes that were written. It is sealed, and only who holds the key can open it.
    Bytes,
}

/// Makes a backup: consistent, whole, and read again before it gets its name. Readers and writers of the database go
/// on meanwhile. `say` hears what is being done.
///
/// Beside the file it needs room for a copy of the database, which is as open as the database itself and is gone at
/// the end. What is read again may still come from the machine's memory: only the disk itself can say what is on it.
///
/// # Errors
/// When the file is there already, or anything at all goes wrong; then there is no file of that name.
pub async fn make(order: &Order, mut say: impl FnMut(&str)) -> Result<Made, BackupError> {
    let begun = Instant::now();
    let out = &order.out;
    if out.symlink_metadata().is_ok() {
        return Err(BackupError::Exists(out.clone()));
    }
    if let Some(file) = store::sqlite_file(&order.database)?.filter(|file| !file.exists()) {
        return Err(BackupError::Missing(file));
    }
    let part = Part::begin(out)?;
    let folder = folder_for_copy(out)?;
    let payload = folder.path().join("copy");
    say("copying the database");
    let copied = copy(&order.database, &payload, &mut say).await.map_err(|error| name_disk(error, out))?;
    say("writing the backup");
    let seal_for = order.seal_for.clone();
    let now = order.now;
    let (part, manifest, written) =
        blocking(move || pack(part, &payload, copied, seal_for.as_ref(), now)).await?;
    // What is open of it should be no longer than it must.
    drop(folder);
    say("reading it again");
    let (part, bytes, checked) = blocking({
        let manifest = manifest.clone();
        move || read_again(part, &manifest, &written)
    })
    .await?;
    part.finish(false)?;
    Ok(Made { manifest, bytes, took: begun.elapsed(), checked })
}

/// Runs what waits for the disk where it holds nobody up.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BackupError> + Send + 'static,
) -> Result<T, BackupError> {
    tokio::task::spawn_blocking(work).await.expect("the work does not panic, and nobody cancels it")
}

fn folder_for_copy(out: &Path) -> Result<TempDir, BackupError> {
    let path = beside(out, "copy");
    let refused = |why| BackupError::file(&path, why);
    match fs::remove_dir_all(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(refused(error)),
        _ => {}
    }
    let name = path.file_name().expect("a name with an ending is a name");
    tempfile::Builder::new()
        .prefix(name)
        .rand_bytes(0)
        .permissions(Permissions::from_mode(0o700))
        .tempdir_in(folder_of(out))
        .map_err(refused)
}

/// The database as it was at one moment.
struct Copied {
    engine: Engine,
    schema: i64,
    tables: Vec<TableDigest>,
}

async fn copy(database: &str, to: &Path, say: &mut impl FnMut(&str)) -> Result<Copied, BackupError> {
    let store = Store::open(database).await?;
    let copied = match store.engine() {
        Engine::Sqlite => copy_sqlite(&store, to, say).await,
        Engine::Postgres => copy_postgres(&store, database, to).await,
    };
    store.close().await;
    copied
}

async fn copy_sqlite(store: &Store, to: &Path, say: &mut impl FnMut(&str)) -> Result<Copied, BackupError> {
    // Before anything is written.
    schema(&store.read().await?).await?;
    store.copy_into(to).await?;
    say("checking the copy, table by table");
    let (tables, schema) = prove_sqlite(to).await?;
    Ok(Copied { engine: Engine::Sqlite, schema, tables })
}

/// Opens a copy, lets SQLite check it, and digests it.
pub(crate) async fn prove_sqlite(file: &Path) -> Result<(Vec<TableDigest>, i64), BackupError> {
    let store = Store::open(&store::sqlite_address(file)?).await?;
    let tx = store.read().await?;
    let found: Vec<Checkup> = tx.all("pragma integrity_check", params![]).await?;
    if let Some(wrong) = found.iter().find(|found| found.integrity_check != "ok") {
        return Err(BackupError::Unsound(wrong.integrity_check.clone()));
    }
    let proved = (store::digest(&tx).await?, schema(&tx).await?);
    drop(tx);
    store.close().await;
    for log in files::logs_of(file) {
        if log.metadata().is_ok_and(|log| log.len() > 0) {
            return Err(BackupError::Unsound("its log could not be folded in".to_owned()));
        }
    }
    Ok(proved)
}

async fn copy_postgres(store: &Store, database: &str, to: &Path) -> Result<Copied, BackupError> {
    let tx = store.read().await?;
    let schema = schema(&tx).await?;
    let snapshot: Option<Snapshot> = tx.optional("select pg_export_snapshot() as id", params![]).await?;
    let snapshot = snapshot.expect("a function gives a row");
    let digest = async { Ok(store::digest(&tx).await?) };
    let (tables, ()) = tokio::try_join!(digest, postgres::dump(database, &snapshot.id, to))?;
    Ok(Copied { engine: Engine::Postgres, schema, tables })
}

row! {
    struct Checkup {
        integrity_check: String,
    }
}

row! {
    struct Snapshot {
        id: String,
    }
}

async fn schema(tx: &Tx) -> Result<i64, BackupError> {
    store::schema_version(tx).await?.ok_or(BackupError::Empty)
}

/// The copy lies beside the backup: it is that disk which is full, not the one under the database.
fn name_disk(error: BackupError, out: &Path) -> BackupError {
    match error {
        BackupError::Db(store::DbError::Full) => BackupError::Full(beside(out, "copy")),
        other => other,
    }
}

/// What went to the disk.
struct Written {
    hash: blake3::Hash,
    sealed: bool,
}

fn pack(
    part: Part,
    payload: &Path,
    copied: Copied,
    seal_for: Option<&Recipient>,
    now: Timestamp,
) -> Result<(Part, Manifest, Written), BackupError> {
    let (blake3, bytes) = files::hash(payload)?;
    let manifest = Manifest {
        format: FORMAT,
        made_at: now,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        engine: copied.engine,
        schema: copied.schema,
        bytes,
        blake3: blake3.to_hex().to_string(),
        tables: copied.tables.into_iter().map(Table::from).collect(),
    };
    let from = File::open(payload).map_err(|why| BackupError::file(payload, why))?;
    let hash =
        write(&part.file, &manifest, from, seal_for).map_err(|why| BackupError::file(part.path(), why))?;
    Ok((part, manifest, Written { hash, sealed: seal_for.is_some() }))
}

/// Writes everything to the disk, and gives the hash of what was written.
fn write(
    to: &File,
    manifest: &Manifest,
    payload: File,
    seal_for: Option<&Recipient>,
) -> io::Result<blake3::Hash> {
    let buffered = io::BufWriter::with_capacity(PIECE, Hashing::over(to));
    let mut sealing = Sealing::begin(seal_for, buffered)?;
    container::write(&mut sealing, manifest, payload)?;
    let mut buffered = sealing.finish()?;
    buffered.flush()?;
    to.sync_all()?;
    Ok(buffered.get_ref().hasher.finalize())
}

fn read_again(
    part: Part,
    manifest: &Manifest,
    written: &Written,
) -> Result<(Part, u64, Checked), BackupError> {
    let (hash, bytes) = files::hash(part.path())?;
    if hash != written.hash {
        return Err(BackupError::damaged(part.path(), "the disk does not give back what was written"));
    }
    if written.sealed {
        return Ok((part, bytes, Checked::Bytes));
    }
    let file = File::open(part.path()).map_err(|why| BackupError::file(part.path(), why))?;
    let opened = Container::open(BufReader::with_capacity(PIECE, file), part.path())?;
    let read = opened.unpack(|_| Ok(()))?;
    if read != *manifest {
        return Err(BackupError::damaged(part.path(), "its manifest is not the one that was written"));
    }
    Ok((part, bytes, Checked::Content))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(bytes: u64) -> Manifest {
        Manifest {
            format: FORMAT,
            made_at: "2026-11-24T09:30:00Z".parse().unwrap(),
            program: "0".to_owned(),
            engine: Engine::Sqlite,
            schema: 1,
            bytes,
            blake3: String::new(),
            tables: Vec::new(),
        }
    }

    /// `/dev/full` answers every write as a full disk does.
    #[test]
    fn a_full_disk_is_noticed_plain_and_sealed() {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let key: Recipient =
            "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj".parse().unwrap();
        for seal_for in [None, Some(&key)] {
            let payload = File::open(env!("CARGO_MANIFEST_DIR").to_owned() + "/src/make.rs").unwrap();
            let size = payload.metadata().unwrap().len();
            let error = write(&full, &manifest(size), payload, seal_for).unwrap_err();
            let error = BackupError::file(Path::new("night.tar"), error);
            assert!(matches!(error, BackupError::Full(_)), "{error}");
        }
    }
}
