//! The files of classes: one each, in a folder beside the sandboxes, so that a class outlives the program. Everything here waits for
//! the disk, and is called where that may be done.

use std::path::PathBuf;
use std::{fs, io};

use crate::record::Record;
use crate::secrets::ClassId;

/// The folder of classes.
#[derive(Debug, Clone)]
pub(crate) struct Files(PathBuf);

impl Files {
    /// Makes the folder if it is not there.
    pub(crate) fn in_folder(folder: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    fn of(&self, id: &ClassId) -> PathBuf {
        self.0.join(format!("{id}.json"))
    }

    /// Writes a class. The file is whole at every moment.
    pub(crate) fn write(&self, record: &Record) -> io::Result<()> {
        let text = serde_json::to_vec(record).map_err(io::Error::other)?;
        let unfinished = self.0.join(format!("{}.new", record.id));
        fs::write(&unfinished, text)?;
        fs::rename(unfinished, self.of(&record.id))
    }

    /// Removes a class.
    pub(crate) fn remove(&self, id: &ClassId) -> io::Result<()> {
        match fs::remove_file(self.of(id)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }

    /// Every class that can be read. One that cannot, such as one of another version of the program, is told of and left.
    pub(crate) fn all(&self) -> io::Result<Vec<Record>> {
        let mut all = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            let path = entry?.path();
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            match serde_json::from_slice(&fs::read(&path)?) {
                Ok(record) => all.push(record),
                Err(error) => tracing::warn!(%error, "a class cannot be read"),
            }
        }
        Ok(all)
    }
}
