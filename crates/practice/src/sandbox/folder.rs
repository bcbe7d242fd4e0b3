//! Where sandboxes lie: one folder each, named by its key, with the database and the note about it. Everything here waits for the
//! disk, and is called where that may be done.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::Key;
use super::about::About;

const ABOUT: &str = "about.json";

/// A sandbox that lies there, with its note and when it was last used, where the note can be read.
type Found = (Key, Option<(About, Timestamp)>);

/// The folder of practice.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Makes the folder if it is not there, and takes it for this process. Templates of an earlier run are of no use any more.
    pub(crate) fn take(path: PathBuf) -> io::Result<(Self, File)> {
        fs::create_dir_all(path.join("sandboxes"))?;
        let lock = File::create(path.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(io::Error::new(io::ErrorKind::ResourceBusy, "another program practises in it"));
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let folder = Self(path);
        match fs::remove_dir_all(folder.templates()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        fs::create_dir_all(folder.templates())?;
        Ok((folder, lock))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn templates(&self) -> PathBuf {
        self.0.join("templates")
    }

    fn of(&self, key: &Key) -> PathBuf {
        self.0.join("sandboxes").join(key.as_str())
    }

    /// The database of a sandbox.
    pub(crate) fn database(&self, key: &Key, file: u32) -> PathBuf {
        self.of(key).join(format!("{file}.db"))
    }

    /// Copies a template to be the database of a new or reset sandbox, and notes what is to be noted.
    pub(crate) fn lay_out(&self, key: &Key, template: &Path, about: &About) -> io::Result<()> {
        fs::create_dir_all(self.of(key))?;
        fs::copy(template, self.database(key, about.file))?;
        self.note(key, about)
    }

    /// Writes the note. It is whole at every moment.
    pub(crate) fn note(&self, key: &Key, about: &About) -> io::Result<()> {
        let text = serde_json::to_vec(about).map_err(io::Error::other)?;
        let unfinished = self.of(key).join("about.new");
        fs::write(&unfinished, text)?;
        fs::rename(unfinished, self.of(key).join(ABOUT))
    }

    /// Removes the databases that a sandbox had before its newest.
    pub(crate) fn remove_older(&self, key: &Key, newest: u32) -> io::Result<()> {
        let newest = format!("{newest}.db");
        for entry in fs::read_dir(self.of(key))? {
            let name = entry?.file_name();
            let name = name.to_string_lossy();
            if name.contains(".db") && !name.starts_with(&newest) {
                fs::remove_file(self.of(key).join(name.as_ref()))?;
            }
        }
        Ok(())
    }

    /// Notes when a sandbox was last used: as the time of its note, which costs no writing.
    pub(crate) fn touch(&self, key: &Key, used: Timestamp) -> io::Result<()> {
        File::options().write(true).open(self.of(key).join(ABOUT))?.set_modified(used.into())
    }

    /// Removes a sandbox with all that is in it.
    pub(crate) fn remove(&self, key: &Key) -> io::Result<()> {
        match fs::remove_dir_all(self.of(key)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }

    /// Every sandbox that lies here.
    pub(crate) fn all(&self) -> io::Result<Vec<Found>> {
        let mut all = Vec::new();
        for entry in fs::read_dir(self.0.join("sandboxes"))? {
            let name = entry?.file_name();
            if let Some(key) = name.to_str().and_then(|name| name.parse::<Key>().ok()) {
                let about = self.about(&key);
                all.push((key, about));
            }
        }
        Ok(all)
    }

    fn about(&self, key: &Key) -> Option<(About, Timestamp)> {
        let file = self.of(key).join(ABOUT);
        let used = fs::metadata(&file).ok()?.modified().ok()?;
        let about = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
        Some((about, Timestamp::try_from(used).ok()?))
    }

    /// How many bytes are free on the disk under the folder, for a program without special rights.
    pub(crate) fn free(&self) -> io::Result<u64> {
        let disk = rustix::fs::statvfs(&self.0)?;
        Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
    }
}
