//! Writing a batch.

use std::collections::HashSet;
use std::io::{self, Write};

use lzma_rust2::{LzmaOptions, LzmaWriter};
use uuid::Uuid;

use crate::batch::BatchError;
use crate::batch::tar::{BLOCK, header_of, padding};
use crate::{Content, Message, WriteError, WriteOptions, check, write_with};

/// How hard the official library tries.
const LEVEL: u32 = 3;
/// Bytes of the dictionary; whoever reads must hold as many in memory.
const DICTIONARY: u32 = 16 << 20;

/// A batch on its way out. Without [`BatchWriter::finish`] it is cut off.
pub struct BatchWriter<W: Write> {
    archive: LzmaWriter<W>,
    options: WriteOptions,
    seen: HashSet<Uuid>,
}

impl<W: Write> BatchWriter<W> {
    /// Begins a batch.
    ///
    /// # Errors
    /// What is written is not taken.
    pub fn new(to: W) -> Result<Self, BatchError> {
        Self::with(to, WriteOptions::default())
    }

    /// Begins a batch whose messages are written in the way the options say.
    ///
    /// # Errors
    /// What is written is not taken.
    pub fn with(to: W, options: WriteOptions) -> Result<Self, BatchError> {
        let mut packing = LzmaOptions::with_preset(LEVEL);
        packing.dict_size = DICTIONARY;
        // Without a size the stream ends with a mark.
        let archive = LzmaWriter::new_use_header(to, &packing, None)?;
        Ok(Self { archive, options, seen: HashSet::new() })
    }

    /// Adds a message. Its files are read twice, for the archive tells its size before it comes.
    ///
    /// # Errors
    /// The message is refused or is there already: then the batch is as it was. A file cannot be read or changes, or what
    /// is written is not taken: then the batch cannot be finished.
    pub fn add<C: Content>(&mut self, message: &Message<C>) -> Result<(), BatchError> {
        let uuid = message.header.message_uuid;
        check(message, &self.options).map_err(|refusals| BatchError::Refused { uuid, refusals })?;
        if self.seen.contains(&uuid) {
            return Err(BatchError::Repeated(uuid));
        }
        let mut size = Counted { to: io::sink(), written: 0 };
        write_checked(message, &self.options, &mut size)?;
        let size = size.written;
        self.seen.insert(uuid);
        self.archive.write_all(header_of(uuid, size, made(message)).as_bytes())?;
        let mut entry = Counted { to: &mut self.archive, written: 0 };
        write_checked(message, &self.options, &mut entry)?;
        if entry.written != size {
            return Err(BatchError::Changed(uuid));
        }
        io::copy(&mut io::Read::take(io::repeat(0), padding(size)), &mut self.archive)?;
        Ok(())
    }

    /// Ends the batch.
    ///
    /// # Errors
    /// What is written is not taken.
    pub fn finish(mut self) -> Result<W, BatchError> {
        self.archive.write_all(&[0; 2 * BLOCK])?;
        let mut to = self.archive.finish()?;
        to.flush()?;
        Ok(to)
    }
}

fn write_checked<C: Content>(
    message: &Message<C>,
    options: &WriteOptions,
    to: &mut impl Write,
) -> Result<(), BatchError> {
    write_with(message, options, to).map_err(|error| match error {
        WriteError::Io(error) => BatchError::Io(error),
        WriteError::Refused(refusals) => BatchError::Refused { uuid: message.header.message_uuid, refusals },
    })
}

/// When the message was made, in seconds since 1970; a batch of the same messages is always the same bytes.
fn made<C>(message: &Message<C>) -> u64 {
    let made = message.body.as_ref().map(|body| body.created_date_time.as_second());
    made.and_then(|second| u64::try_from(second).ok()).unwrap_or(0)
}

/// Counts what is written.
struct Counted<W> {
    to: W,
    written: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.to.write(bytes)?;
        self.written += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
