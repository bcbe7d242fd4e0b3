//! A file of respondents while it is asked: on the disk where somebody gave it at the command line, else in memory alone.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// A file that can be read by its path.
#[derive(Debug)]
pub struct Held {
    file: File,
    path: PathBuf,
    /// What the file was called when it came.
    name: String,
    size: u64,
}

impl Held {
    /// A file that lies on this machine.
    ///
    /// # Errors
    /// It cannot be opened.
    pub fn at(path: &Path) -> Result<Self, crate::Error> {
        let refuse = |why| crate::Error::file(path, why);
        let file = File::open(path).map_err(refuse)?;
        let size = file.metadata().map_err(refuse)?.len();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Self { file, path: path.to_owned(), name, size })
    }

    /// A file in memory, which no other program can find by a name and which is gone with this value.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn in_memory(name: &str) -> io::Result<Self> {
        let (file, path) = nameless()?;
        Ok(Self { file, path, name: name.to_owned(), size: 0 })
    }

    /// A file in memory with this content.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn of(name: &str, bytes: &[u8]) -> io::Result<Self> {
        let mut held = Self::in_memory(name)?;
        held.add(bytes)?;
        Ok(held)
    }

    /// Adds to its end.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.size += bytes.len() as u64;
        self.file.write_all(bytes)
    }

    /// Where it can be read.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it was called when it came.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How large it is, in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// A text with the file's name in the place of where it is read.
    #[must_use]
    pub fn said(&self, text: &str) -> String {
        text.replace(&*self.path.to_string_lossy(), &self.name)
    }

    /// Gives the content to `see`, at most so many bytes at a time.
    ///
    /// # Errors
    /// It cannot be read, or `see` stops.
    pub(crate) fn pieces<E: From<io::Error>>(
        &self,
        most: usize,
        mut see: impl FnMut(&[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(0))?;
        let mut piece = Vec::with_capacity(most);
        loop {
            piece.clear();
            Read::by_ref(&mut file).take(most as u64).read_to_end(&mut piece)?;
            if piece.is_empty() {
                return Ok(());
            }
            see(&piece)?;
        }
    }
}

#[cfg(target_os = "linux")]
fn nameless() -> io::Result<(File, PathBuf)> {
    use std::os::fd::AsRawFd as _;
    let file = File::from(rustix::fs::memfd_create("survey", rustix::fs::MemfdFlags::CLOEXEC)?);
    let path = PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()));
    Ok((file, path))
}

#[cfg(not(target_os = "linux"))]
fn nameless() -> io::Result<(File, PathBuf)> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "surveys are kept in memory files, which only Linux has"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_in_memory_is_read_by_its_path_as_often_as_somebody_likes() {
        let held = Held::of("people.csv", b"weight,visits\n10,1\n").unwrap();
        for _ in 0..2 {
            assert_eq!(std::fs::read(held.path()).unwrap(), b"weight,visits\n10,1\n");
        }
        assert_eq!(crate::names(held.path()).unwrap(), ["weight", "visits"]);
        assert_eq!(held.size(), 19);
        let mut seen = Vec::new();
        held.pieces::<io::Error>(7, |piece| {
            seen.push(piece.len());
            Ok(())
        })
        .unwrap();
        assert_eq!(seen, [7, 7, 5]);
        let path = held.path().to_owned();
        assert_eq!(held.said(&format!("{} is wrong", path.display())), "people.csv is wrong");
    }
}
