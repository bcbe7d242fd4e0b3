//! Files that take their final name only when they are whole.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::BackupError;

/// What large files are read and written by at once, in bytes.
pub(crate) const PIECE: usize = 256 * 1024;

/// A file that is being written under its name and `.part`. Dropped unfinished, it is removed; what a power cut leaves
/// of one is written over by the next.
pub(crate) struct Part {
    /// Kept open, since closing it would let go of the lock.
    pub(crate) file: File,
    path: TempPath,
    out: PathBuf,
}

impl Part {
    /// Opens the unfinished file, for its owner's eyes only.
    pub(crate) fn begin(out: &Path) -> Result<Self, BackupError> {
        let path = beside(out, "part");
        let refused = |why| BackupError::file(&path, why);
        let create = || OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(&path);
        let file = match create() {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if is_locked(&File::open(&path).map_err(refused)?) {
                    return Err(BackupError::Busy(path));
                }
                fs::remove_file(&path).map_err(refused)?;
                create()
            }
            other => other,
        }
        .map_err(refused)?;
        if is_locked(&file) {
            return Err(BackupError::Busy(path));
        }
        let path = TempPath::try_from_path(&path).map_err(|why| BackupError::file(out, why))?;
        Ok(Self { file, path, out: out.to_owned() })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the file its name, in such a way that a power cut leaves either none or all of it.
    pub(crate) fn finish(self, overwrite: bool) -> Result<(), BackupError> {
        let Self { file, path, out } = self;
        file.sync_all().map_err(|why| BackupError::file(&path, why))?;
        let renamed = if overwrite { path.persist(&out) } else { path.persist_noclobber(&out) };
        renamed.map_err(|refused| match refused.error.kind() {
            io::ErrorKind::AlreadyExists => BackupError::Exists(out.clone()),
            _ => BackupError::file(&out, refused.error),
        })?;
        let folder = folder_of(&out);
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(|why| BackupError::file(folder, why))
    }
}

/// Takes the lock of a file, and says whether another program holds it. Where files have no locks, nobody does.
fn is_locked(file: &File) -> bool {
    matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// `omtanke.db-wal` for `omtanke.db` and `-wal` comes from SQLite; ours are `omtanke.db.part` and the like.
pub(crate) fn beside(file: &Path, ending: &str) -> PathBuf {
    with(file, &format!(".{ending}"))
}

/// What SQLite keeps beside a database.
pub(crate) fn logs_of(database: &Path) -> [PathBuf; 2] {
    ["-wal", "-shm"].map(|ending| with(database, ending))
}

fn with(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The folder that a file lies in.
pub(crate) fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Removes a file that may not be there.
pub(crate) fn remove(file: &Path) -> Result<(), BackupError> {
    match fs::remove_file(file) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => Err(BackupError::file(file, why)),
        _ => Ok(()),
    }
}

/// The hash of a whole file, and its size.
pub(crate) fn hash(path: &Path) -> Result<(blake3::Hash, u64), BackupError> {
    let mut hasher = blake3::Hasher::new();
    let read = File::open(path).and_then(|mut file| {
        pour(&mut file, u64::MAX, |bytes| {
            hasher.update(bytes);
            Ok(())
        })
    });
    let bytes = read.map_err(|why| BackupError::file(path, why))?;
    Ok((hasher.finalize(), bytes))
}

/// Hands on what can be read, at most so many bytes, and says how many it was. `E` is what the receiver may say.
pub(crate) fn pour<E: From<io::Error>>(
    from: &mut impl io::Read,
    most: u64,
    mut to: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<u64, E> {
    let mut piece = vec![0; PIECE];
    let mut done = 0;
    while done < most {
        let room = usize::try_from(most - done).unwrap_or(PIECE).min(PIECE);
        match from.read(&mut piece[..room]) {
            Ok(0) => break,
            Ok(read) => {
                to(&piece[..read])?;
                done += read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(done)
}
