//! Writing a message: the public way out.

mod check;
mod content;
mod pen;

use std::fmt;
use std::io::{self, Write};

pub(crate) use check::Check;
pub use content::Content;
pub(crate) use pen::Pen;

use crate::wire::{self, WriteRules};
use crate::{Message, Refusal};

/// Why a message was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The content of a file could not be read, or what was written was not taken. Part of it may have been.
    #[error("writing a message")]
    Io(#[from] io::Error),
    /// It breaks rules; nothing was written.
    #[error("{0}")]
    Refused(Refusals),
}

/// Everything for which a message is not written, in the order of the schema; at least one refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusals(pub Vec<Refusal>);

impl fmt::Display for Refusals {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, refusal) in self.0.iter().enumerate() {
            if number > 0 {
                out.write_str("; ")?;
            }
            write!(out, "{refusal}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusals {}

/// How messages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WriteOptions {
    /// How many characters a notification may have: 150 unless told otherwise, which every edition of the schema takes;
    /// more than 160 changes nothing. Raise it to pass on unchanged what came from elsewhere, or to fill a NemSMS.
    pub longest_notification: usize,
}

impl Default for WriteOptions {
    fn default() -> Self {
        Self { longest_notification: 150 }
    }
}

/// Checks that a message can be written, without touching the content of its files.
///
/// # Errors
/// Everything for which it would be refused.
pub fn check<C: Content>(message: &Message<C>, options: &WriteOptions) -> Result<(), Refusals> {
    let rules = WriteRules { longest_notification: options.longest_notification };
    let mut check = Check::new(message.version, rules);
    wire::check_message(message, &mut check);
    check.close()
}

/// Writes a message in UTF-8 with the usual prefixes; the content of its files passes through piece by piece. Nothing is
/// written before the whole message is checked.
///
/// ```
/// use memo::{Message, MessageHeader, MessageType, Recipient, Sender, Version, id_type};
///
/// let header = MessageHeader::new(
///     MessageType::NemSms,
///     "5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a".parse()?,
///     "Husk din tid",
///     Sender::new("13748136", id_type::CVR, "Vejle Bibliotek"),
///     Recipient::new("0101900002", id_type::CPR),
/// );
/// let mut message = Message::<Vec<u8>>::new(Version::V1_2, header);
/// message.header.notification = Some("Du har tid hos os i morgen kl. 10".into());
///
/// let mut document = Vec::new();
/// memo::write(&message, &mut document)?;
/// assert_eq!(memo::read(&*document)?.message, message);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Everything for which it is refused, each with element and rule; or that its files could not be read, or that `to` did
/// not take what was written.
pub fn write<C: Content>(message: &Message<C>, to: impl Write) -> Result<(), WriteError> {
    write_with(message, &WriteOptions::default(), to)
}

/// Writes a message as [`write()`] does, in the way the options say.
///
/// # Errors
/// Those of [`write()`].
pub fn write_with<C: Content>(
    message: &Message<C>,
    options: &WriteOptions,
    mut to: impl Write,
) -> Result<(), WriteError> {
    check(message, options).map_err(WriteError::Refused)?;
    wire::write_message(message, &mut Pen::new(&mut to))?;
    to.flush()?;
    Ok(())
}
