//! The tables of the messages that came before.

use crate::wire::moment::Moment;
use crate::wire::numbers::Uuid4;
use crate::wire::texts::{Comment, Text};
use crate::wire::{Nested, sequence};
use crate::{AdditionalReplyData, ForwardData, ReplyData};

sequence! {
    ForwardData {
        message_uuid: one Uuid4 Memo "messageUUID",
        original_message_date_time: one Moment Memo "originalMessageDateTime",
        original_sender: one Text Memo "originalSender",
        original_content_responsible: optional Text Memo "originalContentResponsible",
        original_representative: since_1_2 Text Memo "originalRepresentative",
        contact_point_id: optional Text Memo "contactPointID",
        comment: optional Comment Memo "comment",
    }
}

sequence! {
    ReplyData {
        message_id: optional Text Memo "messageID",
        message_uuid: one Uuid4 Memo "messageUUID",
        reply_uuid: optional Uuid4 Memo "replyUUID",
        sender_id: optional Text Memo "senderID",
        recipient_id: optional Text Memo "recipientID",
        case_id: optional Text Memo "caseID",
        contact_point_id: optional Text Memo "contactPointID",
        generating_system_id: optional Text Memo "generatingSystemID",
        comment: optional Comment Memo "comment",
        additional_reply_data: many(4) Nested Memo "AdditionalReplyData",
    }
}

sequence! {
    AdditionalReplyData {
        label: one Text Memo "label",
        value: one Text Memo "value",
    }
}
