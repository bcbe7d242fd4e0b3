//! The head of a message: who writes to whom, about what, and how it must be handled.

use jiff::Timestamp;
use uuid::Uuid;

use super::{ContentData, Day, ForwardData, Recipient, ReplyData, Sender};

/// What kind of message this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MessageType {
    /// `DIGITALPOST`: a letter with documents.
    DigitalPost,
    /// `NEMSMS`: a short text to a telephone, without documents.
    NemSms,
}

impl MessageType {
    /// The word of the schema.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DigitalPost => "DIGITALPOST",
            Self::NemSms => "NEMSMS",
        }
    }
}

/// `MessageHeader`.
#[derive(Debug, Clone, PartialEq)]
pub struct MessageHeader {
    /// Letter or NemSMS.
    pub message_type: MessageType,
    /// The message's own number, of UUID version 4; also the name of its file in a batch.
    pub message_uuid: Uuid,
    /// The sender's own number for it.
    pub message_id: Option<String>,
    /// The sender's kind of message.
    pub message_code: Option<String>,
    /// The subject, as the recipient sees it in the list of messages.
    pub label: String,
    /// What the recipient is told by SMS or e-mail; in a NemSMS, the text itself. Editions of the schema differ: up to
    /// 150 or up to 160 characters. The reader accepts 160; the writer writes 150 unless told otherwise.
    pub notification: Option<String>,
    /// One more text beside the notification.
    pub additional_notification: Option<String>,
    /// Whether the recipient may answer. Absent means no.
    pub reply: Option<bool>,
    /// Until when an answer is accepted.
    pub reply_by_date_time: Option<Timestamp>,
    /// The day before which the message must not be shown to the recipient.
    pub do_not_deliver_until_date: Option<Day>,
    /// Whether the message is of a kind that the recipient cannot decline. Required in 1.1; absent means no.
    pub mandatory: Option<bool>,
    /// Whether the message has legal effect when it is delivered (forkyndelse). Required in 1.1; absent means no.
    pub legal_notification: Option<bool>,
    /// The kind of post, in free text.
    pub post_type: Option<String>,
    /// Who writes.
    pub sender: Sender,
    /// To whom.
    pub recipient: Recipient,
    /// What it is about, in numbers that a receiving system can sort by.
    pub content_data: Option<ContentData>,
    /// Where a forwarded message came from.
    pub forward_data: Option<ForwardData>,
    /// The messages this one answers.
    pub reply_data: Vec<ReplyData>,
}

impl MessageHeader {
    /// A header with what the schema requires, `mandatory` and `legalNotification` being no.
    pub fn new(
        message_type: MessageType,
        message_uuid: Uuid,
        label: impl Into<String>,
        sender: Sender,
        recipient: Recipient,
    ) -> Self {
        Self {
            message_type,
            message_uuid,
            message_id: None,
            message_code: None,
            label: label.into(),
            notification: None,
            additional_notification: None,
            reply: None,
            reply_by_date_time: None,
            do_not_deliver_until_date: None,
            mandatory: Some(false),
            legal_notification: Some(false),
            post_type: None,
            sender,
            recipient,
            content_data: None,
            forward_data: None,
            reply_data: Vec::new(),
        }
    }
}
