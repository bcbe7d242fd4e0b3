//! The table of the header.

use crate::MessageHeader;
use crate::wire::moment::{CalendarDay, Moment};
use crate::wire::numbers::{Flag, Kind, Uuid4};
use crate::wire::texts::{Notification, Text};
use crate::wire::{Nested, sequence};

sequence! {
    MessageHeader {
        message_type: one Kind Memo "messageType",
        message_uuid: one Uuid4 Memo "messageUUID",
        message_id: optional Text Memo "messageID",
        message_code: optional Text Memo "messageCode",
        label: one Text Memo "label",
        notification: optional Notification Memo "notification",
        additional_notification: optional Text Memo "additionalNotification",
        reply: optional Flag Memo "reply",
        reply_by_date_time: optional Moment Memo "replyByDateTime",
        do_not_deliver_until_date: optional CalendarDay Memo "doNotDeliverUntilDate",
        mandatory: due_in_1_1 Flag Memo "mandatory",
        legal_notification: due_in_1_1 Flag Memo "legalNotification",
        post_type: optional Text Memo "postType",
        sender: one Nested Memo "Sender",
        recipient: one Nested Memo "Recipient",
        content_data: optional Nested Memo "ContentData",
        forward_data: optional Nested Memo "ForwardData",
        reply_data: any Nested Memo "ReplyData",
    }
}
