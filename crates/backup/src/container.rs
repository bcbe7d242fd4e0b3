//! The layout of a backup: a tar file of three entries, in this order.
//!
//! | entry | holds |
//! |---|---|
//! | `manifest.json` | the [`Manifest`] |
//! | `omtanke.db` or `omtanke.pgdump` | the data |
//! | `blake3.txt` | the BLAKE3 hash of every byte before this entry |
//!
//! Only these names are known, so that no file can ask to be put anywhere else. All bytes before the last entry are
//! hashed, and from it on there is only one way to write them: no byte can change unnoticed.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tar::Header;

use crate::BackupError;
use crate::files::pour;
use crate::manifest::{FORMAT, Manifest, NoManifest};

const MANIFEST: &str = "manifest.json";
const SUM: &str = "blake3.txt";
/// Tar pads everything to multiples of this.
const BLOCK: u64 = 512;
/// Far more than all tables take; what is larger is not ours, and is not read into memory.
const MOST_MANIFEST: u64 = 1024 * 1024;

/// Writes a whole backup.
pub(crate) fn write(to: impl Write, manifest: &Manifest, mut payload: impl Read) -> io::Result<()> {
    let mut to = Hashing::over(to);
    let json = manifest.to_json();
    let at = manifest.made_at.as_second();
    to.write_all(header(MANIFEST, json.len() as u64, at).as_bytes())?;
    to.write_all(&json)?;
    to.write_all(padding(json.len() as u64))?;
    to.write_all(header(manifest.payload_name(), manifest.bytes, at).as_bytes())?;
    let written = pour(&mut payload, u64::MAX, |bytes| to.write_all(bytes))?;
    if written != manifest.bytes {
        return Err(io::Error::other("the copy of the database changed while it was packed"));
    }
    to.write_all(padding(manifest.bytes))?;
    let end = ending(&to.hasher, at);
    to.inner.write_all(&end)?;
    to.inner.flush()
}

/// A backup that has been read as far as its manifest, of which nothing is proved yet.
pub(crate) struct Container<R> {
    pub(crate) manifest: Manifest,
    from: Hashing<R>,
    path: PathBuf,
}

impl<R: Read> Container<R> {
    /// Reads the manifest. `path` is for errors.
    pub(crate) fn open(from: R, path: &Path) -> Result<Self, BackupError> {
        let damaged = |why: &str| BackupError::damaged(path, why);
        let mut from = Hashing::over(from);
        let mut read = |buffer: &mut [u8]| from.read_exact(buffer).map_err(|why| unreadable(path, why));
        let mut head = Header::new_gnu();
        read(head.as_mut_bytes())?;
        let size = head.size().unwrap_or(u64::MAX);
        if head.path_bytes() != MANIFEST.as_bytes() || size > MOST_MANIFEST {
            return Err(damaged("it does not begin like one"));
        }
        let mut json = vec![0; usize::try_from(size).unwrap_or_default()];
        read(&mut json)?;
        let manifest = Manifest::from_json(&json).map_err(|why| match why {
            NoManifest::Newer(found) => BackupError::Newer { found, known: FORMAT },
            NoManifest::Wrong(why) => damaged(&why),
        })?;
        read(&mut vec![0; padding(size).len()])?;
        let mut head = Header::new_gnu();
        read(head.as_mut_bytes())?;
        if head.path_bytes() != manifest.payload_name().as_bytes() || head.size().ok() != Some(manifest.bytes)
        {
            return Err(damaged("its data is not what its manifest says"));
        }
        Ok(Self { manifest, from, path: path.to_owned() })
    }

    /// Hands on the data, never more than the manifest says, and reads the file to its end. Only when this comes back
    /// without an error is anything of it true.
    pub(crate) fn unpack(
        mut self,
        mut to: impl FnMut(&[u8]) -> Result<(), BackupError>,
    ) -> Result<Manifest, BackupError> {
        let damaged = |why: &str| BackupError::damaged(&self.path, why);
        let mut hasher = blake3::Hasher::new();
        let read = pour::<Stopped>(&mut self.from, self.manifest.bytes, |bytes| {
            hasher.update(bytes);
            to(bytes).map_err(Stopped::Receiver)
        })
        .map_err(|stopped| match stopped {
            Stopped::Receiver(error) => error,
            Stopped::Reader(why) => unreadable(&self.path, why),
        })?;
        if read < self.manifest.bytes {
            return Err(damaged("it ends too early"));
        }
        let mut pad = vec![0; padding(self.manifest.bytes).len()];
        self.from.read_exact(&mut pad).map_err(|why| unreadable(&self.path, why))?;
        let expected = ending(&self.from.hasher, self.manifest.made_at.as_second());
        let mut end = Vec::new();
        // One byte more than there should be, to notice what was hung on.
        let rest = (&mut self.from.inner).take(expected.len() as u64 + 1).read_to_end(&mut end);
        rest.map_err(|why| unreadable(&self.path, why))?;
        if end.len() < expected.len() {
            return Err(damaged("it ends too early"));
        }
        if end != expected || hasher.finalize().to_hex().as_str() != self.manifest.blake3 {
            return Err(damaged("its bytes are not those that were written"));
        }
        Ok(self.manifest)
    }
}

enum Stopped {
    Reader(io::Error),
    Receiver(BackupError),
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Reader(error)
    }
}

/// A seal that does not hold comes as invalid data, one that was cut off as an unexpected end.
fn unreadable(path: &Path, why: io::Error) -> BackupError {
    match why.kind() {
        io::ErrorKind::UnexpectedEof => BackupError::damaged(path, "it ends too early"),
        io::ErrorKind::InvalidData => BackupError::damaged(path, "its bytes are not those that were written"),
        _ => BackupError::file(path, why),
    }
}

fn header(name: &str, size: u64, at: i64) -> Header {
    let mut header = Header::new_gnu();
    header.set_path(name).expect("the names are short and plain");
    header.set_size(size);
    header.set_mode(0o600);
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(u64::try_from(at).unwrap_or_default());
    header.set_cksum();
    header
}

fn padding(size: u64) -> &'static [u8] {
    const ZEROS: [u8; BLOCK as usize] = [0; BLOCK as usize];
    let over = usize::try_from(size % BLOCK).unwrap_or_default();
    if over == 0 { &[] } else { &ZEROS[over..] }
}

/// The last entry and the two empty blocks at the end of every tar file.
fn ending(all_before: &blake3::Hasher, at: i64) -> Vec<u8> {
    let sum = format!("{}\n", all_before.finalize().to_hex());
    let size = sum.len() as u64;
    [header(SUM, size, at).as_bytes(), sum.as_bytes(), padding(size), &[0; 2 * BLOCK as usize]].concat()
}

/// Hashes what passes.
pub(crate) struct Hashing<T> {
    pub(crate) inner: T,
    pub(crate) hasher: blake3::Hasher,
}

impl<T> Hashing<T> {
    pub(crate) fn over(inner: T) -> Self {
        Self { inner, hasher: blake3::Hasher::new() }
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.hasher.update(&bytes[..read]);
        Ok(read)
    }
}
