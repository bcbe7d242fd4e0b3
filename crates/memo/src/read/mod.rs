//! Reading a message: the public way in.

mod base64;
mod cursor;
mod elements;
mod events;
mod plain;
mod sink;
mod source;

use std::fmt;
use std::io::{self, BufRead};

pub(crate) use cursor::{Cursor, Halt};
pub(crate) use plain::is_line_of_ascii;
pub use sink::{FileHead, InMemory, Sink};

use crate::wire::{self, Name};
use crate::{Fault, Limits, Message, Warning};

/// A message that was read, and what is odd about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<C = Vec<u8>> {
    /// The message.
    pub message: Message<C>,
    /// What the schema allows and is hardly meant, in the order it stands.
    pub warnings: Vec<Warning>,
}

/// Why a message was not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The bytes did not come, or the [`Sink`] did not take what it was given.
    #[error("reading a message")]
    Io(#[source] io::Error),
    /// It breaks rules.
    #[error("{0}")]
    Refused(Faults),
}

/// Everything that is wrong with a message, in the order it was found; at least one fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults {
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What is odd besides.
    pub warnings: Vec<Warning>,
    /// Whether reading stopped before the end, so that there may be more: at a fault that nothing can be read behind,
    /// or after [`Limits::faults`].
    pub stopped: bool,
}

impl fmt::Display for Faults {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, fault) in self.faults.iter().enumerate() {
            if number > 0 {
                out.write_str("; ")?;
            }
            write!(out, "{fault}")?;
        }
        if self.stopped { out.write_str("; not read further") } else { Ok(()) }
    }
}

/// Reads a message with the content of its files, within the default [`Limits`].
///
/// ```
/// let text = r#"<m:Message xmlns:m="https://DigitalPost.dk/MeMo-1" memoVersion="1.2">
///   <m:MessageHeader>
///     <m:messageType>NEMSMS</m:messageType>
///     <m:messageUUID>5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a</m:messageUUID>
///     <m:label>Husk din tid</m:label>
///     <m:notification>Du har tid hos os i morgen kl. 10. Vejle Bibliotek</m:notification>
///     <m:Sender>
///       <m:senderID>13748136</m:senderID><m:idType>CVR</m:idType><m:label>Vejle Bibliotek</m:label>
///     </m:Sender>
///     <m:Recipient><m:recipientID>0101900002</m:recipientID><m:idType>CPR</m:idType></m:Recipient>
///   </m:MessageHeader>
/// </m:Message>"#;
/// let reading = memo::read(text.as_bytes())?;
/// assert_eq!(reading.message.header.label, "Husk din tid");
/// assert!(reading.warnings.is_empty());
/// # Ok::<(), memo::ReadError>(())
/// ```
///
/// # Errors
/// Everything that is wrong with it, each with line, element and rule; or that it could not be read at all.
pub fn read(from: impl BufRead) -> Result<Reading, ReadError> {
    read_with(from, &Limits::default(), &mut InMemory::default())
}

/// Reads a message within limits, giving the content of its files to a sink piece by piece.
///
/// # Errors
/// Everything that is wrong with it, each with line, element and rule; that it could not be read at all; or that the
/// sink failed.
pub fn read_with<S: Sink>(
    mut from: impl BufRead,
    limits: &Limits,
    sink: &mut S,
) -> Result<Reading<S::Content>, ReadError> {
    let (message, warnings) = read_document(&mut from, limits, sink, wire::ROOT, wire::read_message)?;
    Ok(Reading { message, warnings })
}

impl std::error::Error for Faults {}

/// How the outermost element is read.
pub(crate) type ReadRoot<C, T> = fn(&mut Cursor<'_, C>) -> Result<Option<T>, Halt>;

/// Reads a document of one outermost element.
pub(crate) fn read_document<C, T>(
    from: &mut dyn BufRead,
    limits: &Limits,
    sink: &mut dyn Sink<Content = C>,
    root: Name,
    read_root: ReadRoot<C, T>,
) -> Result<(T, Vec<Warning>), ReadError> {
    let mut cursor = Cursor::open(from, limits, sink)?;
    let read = cursor.root(root, read_root);
    cursor.close(read)
}
