//! What may be said of a message in a log: nothing of the people in it, and nothing of what they write.

use std::fmt;

use uuid::Uuid;

use crate::{Content, Message, MessageType, Version, id_type};

/// A message without its people and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The edition of the schema.
    pub version: Version,
    /// Letter or NemSMS.
    pub message_type: MessageType,
    /// The message's number.
    pub message_uuid: Uuid,
    /// What kind of number the sender has: `CPR`, `CVR`, `MyndighedsID` or `other`.
    pub sender: &'static str,
    /// What kind of number the recipient has: `CPR`, `CVR`, `MyndighedsID` or `other`.
    pub recipient: &'static str,
    /// How many documents it has, technical ones among them.
    pub documents: usize,
    /// How many files they have.
    pub files: usize,
    /// How many bytes the files have, where all of them know it.
    pub bytes: Option<u64>,
    /// How many actions it offers.
    pub actions: usize,
}

impl<C: Content> Message<C> {
    /// What may be said of the message in a log.
    ///
    /// ```
    /// # let sender = memo::Sender::new("13748136", "CVR", "Vejle Bibliotek");
    /// # let recipient = memo::Recipient::new("0101900002", "CPR");
    /// # let uuid = "5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a".parse()?;
    /// let header =
    ///     memo::MessageHeader::new(memo::MessageType::NemSms, uuid, "Om Aases hjerte", sender, recipient);
    /// let message = memo::Message::<Vec<u8>>::new(memo::Version::V1_2, header);
    /// assert_eq!(
    ///     message.summary().to_string(),
    ///     "NEMSMS 5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a (memo 1.2) from CVR to CPR, \
    ///      documents: 0, files: 0, actions: 0, bytes: 0"
    /// );
    /// # Ok::<(), uuid::Error>(())
    /// ```
    pub fn summary(&self) -> Summary {
        Summary { bytes: self.files().map(|file| file.content.size()).sum(), ..outline(self) }
    }
}

fn outline<C>(message: &Message<C>) -> Summary {
    let documents = message
        .body
        .as_ref()
        .map_or(0, |body| 1 + body.additional_documents.len() + body.technical_documents.len());
    Summary {
        version: message.version,
        message_type: message.header.message_type,
        message_uuid: message.header.message_uuid,
        sender: known(&message.header.sender.id_type),
        recipient: known(&message.header.recipient.id_type),
        documents,
        files: message.files().count(),
        bytes: None,
        actions: message.actions().count(),
    }
}

/// The kind is free text, in which anything may stand.
fn known(id_type: &str) -> &'static str {
    [id_type::CPR, id_type::CVR, id_type::AUTHORITY]
        .into_iter()
        .find(|known| *known == id_type)
        .unwrap_or("other")
}

impl fmt::Display for Summary {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { version, message_uuid, sender, recipient, documents, files, actions, .. } = self;
        let kind = self.message_type.as_str();
        write!(
            out,
            "{kind} {message_uuid} (memo {version}) from {sender} to {recipient}, \
             documents: {documents}, files: {files}, actions: {actions}"
        )?;
        if let Some(bytes) = self.bytes { write!(out, ", bytes: {bytes}") } else { Ok(()) }
    }
}

/// No more than [`Message::summary`] says, so that a message in a log line tells nothing of people.
impl<C> fmt::Debug for Message<C> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Message({})", outline(self))
    }
}
