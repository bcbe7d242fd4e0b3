//! Batches: many messages in one file, `<uuid>.tar.lzma`.
//!
//! Inside the compression stands a tar archive with one regular file per message, `<messageUUID>.xml`. The compression is
//! the old one-stream format, *LZMA-alone*, not `.xz`: properties, size of the dictionary, and a size that is written as
//! unknown, so that the stream ends with a mark. This is what the official Java library writes, with a dictionary of 16 MB.
//!
//! A batch comes from outside. The reader holds no more in memory than the dictionary and one header, and refuses
//! dictionaries, entries and totals beyond [`BatchLimits`], names that are not `<uuid>.xml` (so neither folders nor
//! `..`), and everything that is not a regular file.
//!
//! ```
//! use memo::batch::{BatchReader, BatchWriter};
//! # use memo::{Message, MessageHeader, MessageType, Recipient, Sender, Version};
//! # let sender = Sender::new("13748136", "CVR", "Vejle Bibliotek");
//! # let recipient = Recipient::new("0101900002", "CPR");
//! # let uuid = "5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a".parse()?;
//! # let header = MessageHeader::new(MessageType::NemSms, uuid, "Husk din tid", sender, recipient);
//! # let message = Message::<Vec<u8>>::new(Version::V1_2, header);
//!
//! let mut batch = BatchWriter::new(Vec::new())?;
//! batch.add(&message)?;
//! let file = batch.finish()?;
//!
//! let mut batch = BatchReader::open(&*file)?;
//! while let Some(mut entry) = batch.next_entry()? {
//!     assert_eq!(entry.read_message()?.message, message);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod pack;
mod tar;
mod unpack;
mod unpacked;

use std::io;

use uuid::Uuid;

pub use pack::BatchWriter;
pub use unpack::{BatchEntry, BatchReader};

use crate::{ReadError, Refusals};

/// The name of the file a batch is sent in.
///
/// ```
/// let uuid = "d2a3b1c4-0f1e-4d2c-8b3a-495867768594".parse()?;
/// assert_eq!(memo::batch::file_name(uuid), "d2a3b1c4-0f1e-4d2c-8b3a-495867768594.tar.lzma");
/// # Ok::<(), uuid::Error>(())
/// ```
pub fn file_name(transmission: Uuid) -> String {
    format!("{transmission}.tar.lzma")
}

/// What the reader of batches accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatchLimits {
    /// Bytes of the dictionary, which are held in memory. 128 MiB unless told otherwise.
    pub dictionary: u32,
    /// How many messages. 10,000 unless told otherwise.
    pub entries: usize,
    /// Bytes of one message, unpacked. 256 MiB unless told otherwise.
    pub entry: u64,
    /// Bytes of the whole archive, unpacked. 4 GiB unless told otherwise.
    pub total: u64,
    /// How many bytes one packed byte may become on average, once 64 MiB are unpacked. 1,000 unless told otherwise: the
    /// same letter to thousands of people packs well.
    pub ratio: u64,
}

impl Default for BatchLimits {
    fn default() -> Self {
        Self { dictionary: 128 << 20, entries: 10_000, entry: 256 << 20, total: 4 << 30, ratio: 1000 }
    }
}

/// Why a batch, or a message in it, was not read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BatchError {
    /// The bytes did not come, or were not taken.
    #[error("reading or writing a batch")]
    Io(#[from] io::Error),
    /// It is not compressed as LZMA-alone, or the stream is damaged or cut off.
    #[error("the batch is not an lzma stream, or a damaged one")]
    Damaged,
    /// Its dictionary is larger than [`BatchLimits::dictionary`].
    #[error("the batch needs a dictionary of {needs} bytes, more than {most}")]
    Dictionary {
        /// How large it is.
        needs: u32,
        /// How large it may be.
        most: u32,
    },
    /// It unpacks to something else than a tar archive, or to one that is cut off.
    #[error("the batch does not hold a whole tar archive")]
    NotTar,
    /// The archive holds something else than regular files.
    #[error("entry {entry} of the batch is a link, a folder or something else that is no message")]
    EntryKind {
        /// Which entry, counted from one.
        entry: usize,
    },
    /// An entry's name is not `<uuid>.xml`.
    #[error("entry {entry} of the batch is not named after a message")]
    EntryName {
        /// Which entry, counted from one.
        entry: usize,
    },
    /// The same message is there twice.
    #[error("message {0} stands twice in the batch")]
    Repeated(Uuid),
    /// More messages than [`BatchLimits::entries`].
    #[error("the batch has more than {0} messages")]
    TooMany(usize),
    /// A message larger than [`BatchLimits::entry`].
    #[error("entry {entry} of the batch has more than {most} bytes")]
    EntryTooLarge {
        /// Which entry, counted from one.
        entry: usize,
        /// How many bytes it may have.
        most: u64,
    },
    /// An archive larger than [`BatchLimits::total`].
    #[error("the batch unpacks to more than {0} bytes")]
    TooLarge(u64),
    /// An archive packed tighter than [`BatchLimits::ratio`].
    #[error("the batch unpacks to more than {0} times its size")]
    TooTight(u64),
    /// A message cannot be read. The messages after it can.
    #[error("message {uuid} of the batch: {error}")]
    Message {
        /// The message its entry is named after.
        uuid: Uuid,
        /// What is wrong with it.
        error: ReadError,
    },
    /// A message says that it is another than its entry is named after.
    #[error("message {named} of the batch says that it is {says}")]
    OtherMessage {
        /// The message its entry is named after.
        named: Uuid,
        /// The message it says it is.
        says: Uuid,
    },
    /// A message to be written breaks rules; nothing of it was written.
    #[error("message {uuid}: {refusals}")]
    Refused {
        /// The message.
        uuid: Uuid,
        /// What is wrong with it.
        refusals: Refusals,
    },
    /// A file's content was not the same when it was read again, so that the batch cannot be finished.
    #[error("a file of message {0} changed while it was written")]
    Changed(Uuid),
}
