//! Reading a batch, one message after the other.

use std::collections::HashSet;
use std::io::{self, BufReader, Read};

use uuid::Uuid;

use crate::batch::tar::{
    Additions, Announced, BLOCK, LONGEST_ADDITION, additions, announced, message_of, padding,
};
use crate::batch::unpacked::Unpacked;
use crate::batch::{BatchError, BatchLimits};
use crate::{InMemory, Limits, ReadError, Reading, Sink, read_with};

/// A batch on its way in.
pub struct BatchReader<R> {
    archive: Unpacked<R>,
    limits: BatchLimits,
    seen: HashSet<Uuid>,
    /// How many bytes of the present entry are still to come, and how many then fill its last block.
    left: u64,
    padding: u64,
    is_over: bool,
}

impl<R: Read> BatchReader<R> {
    /// Opens a batch within the default [`BatchLimits`].
    ///
    /// # Errors
    /// It is not compressed as batches are, or needs too large a dictionary.
    pub fn open(from: R) -> Result<Self, BatchError> {
        Self::open_with(from, &BatchLimits::default())
    }

    /// Opens a batch within limits.
    ///
    /// # Errors
    /// It is not compressed as batches are, or needs too large a dictionary.
    pub fn open_with(from: R, limits: &BatchLimits) -> Result<Self, BatchError> {
        Ok(Self {
            archive: Unpacked::open(from, limits)?,
            limits: *limits,
            seen: HashSet::new(),
            left: 0,
            padding: 0,
            is_over: false,
        })
    }

    /// The next message; nothing when the archive ends as it should. What was not read of the one before is passed over.
    ///
    /// # Errors
    /// The archive is damaged, cut off, or holds what a batch must not; nothing more can be read of it then.
    pub fn next_entry(&mut self) -> Result<Option<BatchEntry<'_, R>>, BatchError> {
        if self.is_over {
            return Ok(None);
        }
        // Until the contrary is known, so that nothing is read behind an error.
        self.is_over = true;
        let Some((message_uuid, size)) = self.next_file()? else { return Ok(None) };
        self.is_over = false;
        (self.left, self.padding) = (size, padding(size));
        Ok(Some(BatchEntry { batch: self, message_uuid, size }))
    }

    fn next_file(&mut self) -> Result<Option<(Uuid, u64)>, BatchError> {
        self.pass_over(self.left + self.padding)?;
        (self.left, self.padding) = (0, 0);
        let mut added = Additions::default();
        loop {
            let block = self.block()?;
            if block == [0; BLOCK] {
                return self.end().map(|()| None);
            }
            let entry = self.seen.len() + 1;
            match announced(&block).ok_or(BatchError::NotTar)? {
                Announced::File(name, size) => {
                    let (name, size) = (added.path.unwrap_or(name), added.size.unwrap_or(size));
                    return self.admit(entry, &name, size).map(Some);
                }
                Announced::Addition(size) => added = self.additions(size)?,
                Announced::GlobalAddition(size) => drop(self.additions(size)?),
                Announced::Other => return Err(BatchError::EntryKind { entry }),
            }
        }
    }

    fn admit(&mut self, entry: usize, name: &[u8], size: u64) -> Result<(Uuid, u64), BatchError> {
        let message = message_of(name).ok_or(BatchError::EntryName { entry })?;
        if entry > self.limits.entries {
            return Err(BatchError::TooMany(self.limits.entries));
        }
        if size > self.limits.entry {
            return Err(BatchError::EntryTooLarge { entry, most: self.limits.entry });
        }
        if !self.seen.insert(message) {
            return Err(BatchError::Repeated(message));
        }
        Ok((message, size))
    }

    fn additions(&mut self, size: u64) -> Result<Additions, BatchError> {
        if size > LONGEST_ADDITION {
            return Err(BatchError::NotTar);
        }
        let mut bytes = Vec::new();
        let read = self.archive.by_ref().take(size).read_to_end(&mut bytes);
        let read = read.map_err(|error| self.archive.failure(error))?;
        if (read as u64) < size {
            return Err(BatchError::NotTar);
        }
        self.pass_over(padding(size))?;
        additions(&bytes).ok_or(BatchError::NotTar)
    }

    /// The next block of the archive.
    fn block(&mut self) -> Result<[u8; BLOCK], BatchError> {
        let mut block = Vec::with_capacity(BLOCK);
        let read = self.archive.by_ref().take(BLOCK as u64).read_to_end(&mut block);
        read.map_err(|error| self.archive.failure(error))?;
        block.try_into().map_err(|_| BatchError::NotTar)
    }

    fn pass_over(&mut self, count: u64) -> Result<(), BatchError> {
        let passed = io::copy(&mut self.archive.by_ref().take(count), &mut io::sink());
        let passed = passed.map_err(|error| self.archive.failure(error))?;
        if passed == count { Ok(()) } else { Err(BatchError::NotTar) }
    }

    /// Behind the end stand zeros alone, and the stream ends well.
    fn end(&mut self) -> Result<(), BatchError> {
        let mut rest = [0; 8 << 10];
        loop {
            let count = self.archive.read(&mut rest).map_err(|error| self.archive.failure(error))?;
            if count == 0 {
                return Ok(());
            }
            if rest[..count].iter().any(|byte| *byte != 0) {
                return Err(BatchError::NotTar);
            }
        }
    }
}

/// A message in a batch, on its way in. Reading from it gives the bytes of its document.
pub struct BatchEntry<'b, R> {
    batch: &'b mut BatchReader<R>,
    message_uuid: Uuid,
    size: u64,
}

impl<R: Read> BatchEntry<'_, R> {
    /// The message the entry is named after. Only [`BatchEntry::read_message`] sees that it is that message.
    pub fn message_uuid(&self) -> Uuid {
        self.message_uuid
    }

    /// How many bytes its document has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Reads the message with the content of its files, within the default [`Limits`].
    ///
    /// # Errors
    /// What is wrong with the message; the messages after it can be read all the same. Or what is wrong with the batch.
    pub fn read_message(&mut self) -> Result<Reading, BatchError> {
        self.read_message_with(&Limits::default(), &mut InMemory::default())
    }

    /// Reads the message within limits, giving the content of its files to a sink piece by piece.
    ///
    /// # Errors
    /// What is wrong with the message; the messages after it can be read all the same. Or what is wrong with the batch.
    pub fn read_message_with<S: Sink>(
        &mut self,
        limits: &Limits,
        sink: &mut S,
    ) -> Result<Reading<S::Content>, BatchError> {
        let named = self.message_uuid;
        match read_with(BufReader::with_capacity(64 << 10, &mut *self), limits, sink) {
            Ok(reading) if reading.message.header.message_uuid == named => Ok(reading),
            Ok(reading) => Err(BatchError::OtherMessage { named, says: reading.message.header.message_uuid }),
            Err(ReadError::Io(error)) => Err(self.batch.archive.failure(error)),
            Err(error) => Err(BatchError::Message { uuid: named, error }),
        }
    }
}

impl<R: Read> Read for BatchEntry<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.batch.archive.by_ref().take(self.batch.left).read(into)?;
        if count == 0 && self.batch.left > 0 && !into.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.batch.left -= count as u64;
        Ok(count)
    }
}
