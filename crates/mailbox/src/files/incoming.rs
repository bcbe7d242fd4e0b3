//! The content of a file on its way in: in memory while it is small, in a temporary file that has no name when it is not.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::Arc;

use blake3::Hasher;
use documents::Kind;
use memo::{Content, FileHead, Sink};

use super::PIECE;

/// How much of a file tells what kind it is.
const HEAD: usize = 8 * 1024;

/// The content of a file that has just come.
#[derive(Debug, Clone)]
pub struct Incoming {
    body: Body,
    hash: blake3::Hash,
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Body {
    Small(Vec<u8>),
    Large(Arc<std::fs::File>, u64),
}

impl Incoming {
    /// Content that lies in memory.
    #[must_use]
    pub fn of(bytes: Vec<u8>) -> Self {
        let hash = blake3::hash(&bytes);
        let kind = Kind::sniff(&bytes[..bytes.len().min(HEAD)]);
        Self { body: Body::Small(bytes), hash, kind }
    }

    /// How large it is, in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        match &self.body {
            Body::Small(bytes) => bytes.len() as u64,
            Body::Large(_, size) => *size,
        }
    }

    /// What its bytes say it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// All of it, where it lies in memory.
    #[must_use]
    pub fn in_memory(&self) -> Option<&[u8]> {
        match &self.body {
            Body::Small(bytes) => Some(bytes),
            Body::Large(..) => None,
        }
    }

    pub(super) fn hash(&self) -> &blake3::Hash {
        &self.hash
    }

    pub(super) fn pieces(&self) -> io::Result<Pieces<'_>> {
        match &self.body {
            Body::Small(bytes) => Ok(Pieces::Small(bytes)),
            Body::Large(file, _) => {
                let mut file = file.try_clone()?;
                file.seek(SeekFrom::Start(0))?;
                Ok(Pieces::Large(file))
            }
        }
    }
}

impl Content for Incoming {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        match &self.body {
            Body::Small(bytes) => Ok(Box::new(bytes.as_slice())),
            Body::Large(file, _) => {
                let mut file = file.try_clone()?;
                file.seek(SeekFrom::Start(0))?;
                Ok(Box::new(file))
            }
        }
    }

    fn size(&self) -> Option<u64> {
        Some(Incoming::size(self))
    }
}

/// The content once more, piece by piece.
pub(super) enum Pieces<'a> {
    Small(&'a [u8]),
    Large(std::fs::File),
}

impl Pieces<'_> {
    /// At most so many bytes; none at the end.
    pub(super) fn next_piece(&mut self, most: usize) -> io::Result<Option<Vec<u8>>> {
        let piece = match self {
            Pieces::Small(bytes) => {
                let (piece, rest) = bytes.split_at(bytes.len().min(most));
                *bytes = rest;
                piece.to_vec()
            }
            Pieces::Large(file) => {
                let mut piece = Vec::with_capacity(most);
                file.take(most as u64).read_to_end(&mut piece)?;
                piece
            }
        };
        Ok(Some(piece).filter(|piece| !piece.is_empty()))
    }
}

/// Takes the files of a message as it is read.
#[derive(Debug, Default)]
pub struct Spool {
    hasher: Hasher,
    small: Vec<u8>,
    large: Option<std::fs::File>,
    head: Vec<u8>,
    size: u64,
}

impl Sink for Spool {
    type Content = Incoming;

    fn begin(&mut self, _: &FileHead) -> io::Result<()> {
        *self = Self::default();
        Ok(())
    }

    fn piece(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hasher.update(bytes);
        self.size += bytes.len() as u64;
        let wanted = HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..wanted]);
        if self.large.is_none() && self.small.len() + bytes.len() > PIECE {
            let mut file = tempfile::tempfile()?;
            file.write_all(&self.small)?;
            self.small = Vec::new();
            self.large = Some(file);
        }
        match &mut self.large {
            Some(file) => file.write_all(bytes),
            None => {
                self.small.extend_from_slice(bytes);
                Ok(())
            }
        }
    }

    fn end(&mut self) -> io::Result<Incoming> {
        let done = std::mem::take(self);
        let body = match done.large {
            Some(file) => Body::Large(Arc::new(file), done.size),
            None => Body::Small(done.small),
        };
        Ok(Incoming { body, hash: done.hasher.finalize(), kind: Kind::sniff(&done.head) })
    }
}
