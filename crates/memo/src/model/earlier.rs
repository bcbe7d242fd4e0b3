//! The messages that came before: what is forwarded, and what is answered.

use jiff::Timestamp;
use uuid::Uuid;

/// `ForwardData`: where a forwarded message came from.
#[derive(Debug, Clone, PartialEq)]
pub struct ForwardData {
    /// The forwarded message.
    pub message_uuid: Uuid,
    /// When it was made.
    pub original_message_date_time: Timestamp,
    /// Who wrote it.
    pub original_sender: String,
    /// Who answered for what it says.
    pub original_content_responsible: Option<String>,
    /// Who wrote it on behalf of the sender. Only in 1.2.
    pub original_representative: Option<String>,
    /// The entrance it came through.
    pub contact_point_id: Option<String>,
    /// What is said about it; at most 512 characters.
    pub comment: Option<String>,
}

impl ForwardData {
    /// With what the schema requires.
    pub fn new(message_uuid: Uuid, original_message_date_time: Timestamp, sender: impl Into<String>) -> Self {
        Self {
            message_uuid,
            original_message_date_time,
            original_sender: sender.into(),
            original_content_responsible: None,
            original_representative: None,
            contact_point_id: None,
            comment: None,
        }
    }
}

/// `ReplyData`: a message that this one answers.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplyData {
    /// The sender's own number for it.
    pub message_id: Option<String>,
    /// Its number.
    pub message_uuid: Uuid,
    /// The number of an answer to it.
    pub reply_uuid: Option<Uuid>,
    /// Who wrote it.
    pub sender_id: Option<String>,
    /// To whom.
    pub recipient_id: Option<String>,
    /// The case it belongs to.
    pub case_id: Option<String>,
    /// The entrance the answer goes through.
    pub contact_point_id: Option<String>,
    /// The system it was made in.
    pub generating_system_id: Option<String>,
    /// What is said about it; at most 512 characters.
    pub comment: Option<String>,
    /// What the sender wants back with an answer; at most four.
    pub additional_reply_data: Vec<AdditionalReplyData>,
}

impl ReplyData {
    /// With what the schema requires.
    pub fn new(message_uuid: Uuid) -> Self {
        Self {
            message_id: None,
            message_uuid,
            reply_uuid: None,
            sender_id: None,
            recipient_id: None,
            case_id: None,
            contact_point_id: None,
            generating_system_id: None,
            comment: None,
            additional_reply_data: Vec::new(),
        }
    }
}

/// `AdditionalReplyData`: one thing the sender wants back with an answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdditionalReplyData {
    /// Its name.
    pub label: String,
    /// Its value.
    pub value: String,
}
