//! A letter as it is kept: its MeMo, with files of more than a few kilobytes cut out and referred to. Packed, then sealed.

use std::io::{self, Cursor, Read};

use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use memo::{Content, FileHead, Limits, Message, Sink, WriteOptions};
use uuid::Uuid;

use crate::MailboxError;
use crate::files::FileTag;
use basics::Id;

pub(crate) const PURPOSE: &str = "mailbox.letter";

/// What stands in place of a file's content: a byte that says what follows.
const INSIDE: u8 = 0;
const APART: u8 = 1;

/// Where the content of a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    /// In the letter itself.
    Inside(Vec<u8>),
    /// By itself.
    Apart(FileRef),
}

/// A file that lies by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileRef {
    /// Its id.
    pub id: Id<FileTag>,
    /// How large it is, in bytes.
    pub size: u64,
}

impl Stored {
    /// How large the content is, in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        match self {
            Stored::Inside(bytes) => bytes.len() as u64,
            Stored::Apart(file) => file.size,
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        match self {
            Stored::Inside(bytes) => [&[INSIDE], bytes.as_slice()].concat(),
            Stored::Apart(file) => {
                [&[APART], file.id.uuid().as_bytes().as_slice(), &file.size.to_be_bytes()].concat()
            }
        }
    }

    fn from_bytes(mut bytes: Vec<u8>) -> Option<Self> {
        match *bytes.first()? {
            INSIDE => Some(Stored::Inside(bytes.split_off(1))),
            APART => {
                let (id, size) = bytes[1..].split_at_checked(16)?;
                let id = Id::from_uuid(Uuid::from_slice(id).ok()?);
                Some(Stored::Apart(FileRef { id, size: u64::from_be_bytes(size.try_into().ok()?) }))
            }
            _ => None,
        }
    }
}

impl Content for Stored {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(Cursor::new(self.to_bytes())))
    }
}

#[derive(Default)]
struct Keep(Vec<u8>);

impl Sink for Keep {
    type Content = Stored;

    fn begin(&mut self, _: &FileHead) -> io::Result<()> {
        self.0.clear();
        Ok(())
    }

    fn piece(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn end(&mut self) -> io::Result<Stored> {
        Stored::from_bytes(std::mem::take(&mut self.0)).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

/// How messages are passed on: as they came, also where they say more than the older edition of the schema allows.
pub(crate) const AS_IT_CAME: WriteOptions = WriteOptions { longest_notification: 160 };

/// The message, packed for keeping.
///
/// # Errors
/// When the message breaks a rule of MeMo; what was read from one does not.
pub(crate) fn pack(message: &Message<Stored>) -> Result<Vec<u8>, memo::WriteError> {
    let mut document = Vec::with_capacity(4096);
    memo::write_with(message, &AS_IT_CAME, &mut document)?;
    let mut packed = Vec::with_capacity(document.len() / 2);
    DeflateEncoder::new(document.as_slice(), Compression::fast()).read_to_end(&mut packed)?;
    Ok(packed)
}

/// Reads what [`pack`] gave.
pub(crate) fn unpack(packed: &[u8]) -> Result<Message<Stored>, MailboxError> {
    let document = io::BufReader::new(DeflateDecoder::new(packed));
    let reading = memo::read_with(document, &Limits::default(), &mut Keep::default());
    reading.map(|reading| reading.message).map_err(|_| MailboxError::Closed { what: PURPOSE })
}

/// The same message with other contents, which `give` makes of the present ones in the order of the documents.
pub(crate) fn with_contents<A, B>(message: Message<A>, mut give: impl FnMut(A) -> B) -> Message<B> {
    let Message { version, schema_version, header, body } = message;
    let body = body.map(|body| memo::MessageBody {
        created_date_time: body.created_date_time,
        main_document: memo::MainDocument {
            main_document_id: body.main_document.main_document_id,
            label: body.main_document.label,
            files: files_with(body.main_document.files, &mut give),
            actions: body.main_document.actions,
        },
        additional_documents: body
            .additional_documents
            .into_iter()
            .map(|document| memo::AdditionalDocument {
                additional_document_id: document.additional_document_id,
                label: document.label,
                files: files_with(document.files, &mut give),
                actions: document.actions,
            })
            .collect(),
        technical_documents: body
            .technical_documents
            .into_iter()
            .map(|document| memo::TechnicalDocument {
                technical_document_id: document.technical_document_id,
                label: document.label,
                files: files_with(document.files, &mut give),
            })
            .collect(),
    });
    Message { version, schema_version, header, body }
}

fn files_with<A, B>(files: Vec<memo::File<A>>, give: &mut impl FnMut(A) -> B) -> Vec<memo::File<B>> {
    let one = |file: memo::File<A>| {
        memo::File::new(file.encoding_format, file.filename, file.language, give(file.content))
    };
    files.into_iter().map(one).collect()
}
