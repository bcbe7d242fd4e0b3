//! Reading numbers and texts from binary files that may be damaged: nothing larger than the file is ever asked for.

use std::fs::File;
use std::io::{BufReader, Read, Seek as _, SeekFrom};
use std::path::Path;

use crate::{Error, Reason};

/// A file that is read from front to back, with leaps.
pub(super) struct Binary {
    file: BufReader<File>,
    size: u64,
    at: u64,
    pub(super) big_endian: bool,
}

/// Why a binary file cannot be read.
pub(super) type Damage = Reason;

impl Binary {
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let file = File::open(path).map_err(|why| Error::file(path, why))?;
        let size = file.metadata().map_err(|why| Error::file(path, why))?.len();
        Ok(Self { file: BufReader::with_capacity(1 << 18, file), size, at: 0, big_endian: false })
    }

    pub(super) fn left(&self) -> u64 {
        self.size - self.at
    }

    pub(super) fn at(&self) -> u64 {
        self.at
    }

    pub(super) fn leap(&mut self, to: u64) -> Result<(), Damage> {
        if to > self.size {
            return Err(Reason::of("insight-file-points").with("byte", to).with("size", self.size));
        }
        self.file.seek(SeekFrom::Start(to)).map_err(Reason::text)?;
        self.at = to;
        Ok(())
    }

    pub(super) fn skip(&mut self, count: u64) -> Result<(), Damage> {
        if count > self.left() {
            return Err(self.short());
        }
        let step = i64::try_from(count).map_err(|_| self.short())?;
        self.file.seek_relative(step).map_err(Reason::text)?;
        self.at += count;
        Ok(())
    }

    fn short(&self) -> Damage {
        Reason::of("insight-file-short").with("byte", self.size)
    }

    pub(super) fn bytes(&mut self, count: u64) -> Result<Vec<u8>, Damage> {
        if count > self.left() {
            return Err(self.short());
        }
        let mut bytes = vec![0; usize::try_from(count).map_err(|_| self.short())?];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// Fills a buffer.
    pub(super) fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Damage> {
        self.file.read_exact(bytes).map_err(|_| self.short())?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Damage> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        if self.big_endian {
            bytes.reverse();
        }
        Ok(bytes)
    }

    pub(super) fn u8(&mut self) -> Result<u8, Damage> {
        Ok(self.array::<1>()?[0])
    }

    pub(super) fn u16(&mut self) -> Result<u16, Damage> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    pub(super) fn u32(&mut self) -> Result<u32, Damage> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    pub(super) fn i32(&mut self) -> Result<i32, Damage> {
        Ok(i32::from_le_bytes(self.array()?))
    }

    pub(super) fn u64(&mut self) -> Result<u64, Damage> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// Eight bytes as they stand.
    pub(super) fn eight(&mut self) -> Result<[u8; 8], Damage> {
        let mut bytes = [0; 8];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// The number that eight bytes are.
    pub(super) fn double(&self, mut bytes: [u8; 8]) -> f64 {
        if self.big_endian {
            bytes.reverse();
        }
        f64::from_le_bytes(bytes)
    }

    /// How many there can be of something, at most as many as the file has room for.
    pub(super) fn count(&self, count: u64, size: u64) -> Result<u64, Damage> {
        if count.saturating_mul(size) > self.left() {
            return Err(Reason::of("insight-file-no-room").with("count", count));
        }
        Ok(count)
    }
}

/// The bytes before the first zero, and without spaces at the end.
pub(super) fn until_zero(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    bytes[..end].trim_ascii_end()
}
