//! The tables of sender and recipient.

use crate::numbers::{is_checked_cpr, is_checked_cvr};
use crate::read::Cursor;
use crate::wire::texts::Text;
use crate::wire::{Name, Nested, Space, sequence};
use crate::{ContactInfo, ContactPoint, Recipient, Representative, Sender, Trap, id_type};

sequence! {
    Sender {
        sender_id: one Text Memo "senderID",
        id_type: one Text Memo "idType",
        id_type_label: optional Text Memo "idTypeLabel",
        label: one Text Memo "label",
        attention_data: optional Nested Memo "AttentionData",
        contact_point: optional Nested Memo "ContactPoint",
        representative: since_1_2 Nested Memo "Representative",
    }
    traps look_at_sender
}

sequence! {
    Recipient {
        recipient_id: one Text Memo "recipientID",
        id_type: one Text Memo "idType",
        id_type_label: optional Text Memo "idTypeLabel",
        label: optional Text Memo "label",
        attention_data: optional Nested Memo "AttentionData",
        contact_point: optional Nested Memo "ContactPoint",
    }
    traps look_at_recipient
}

sequence! {
    Representative {
        representative_id: optional Text Memo "representativeID",
        id_type: optional Text Memo "idType",
        id_type_label: optional Text Memo "idTypeLabel",
        label: optional Text Memo "label",
    }
    traps look_at_representative
}

sequence! {
    ContactPoint {
        contact_group: optional Text Memo "contactGroup",
        contact_point_id: one Text Memo "contactPointID",
        label: optional Text Memo "label",
        contact_info: many(2) Nested Memo "ContactInfo",
    }
}

sequence! {
    ContactInfo {
        label: one Text Memo "label",
        value: one Text Memo "value",
    }
}

fn look_at_sender<C>(sender: &Sender, cursor: &mut Cursor<'_, C>) {
    look_at_id(&sender.sender_id, &sender.id_type, "senderID", cursor);
}

fn look_at_recipient<C>(recipient: &Recipient, cursor: &mut Cursor<'_, C>) {
    look_at_id(&recipient.recipient_id, &recipient.id_type, "recipientID", cursor);
}

fn look_at_representative<C>(representative: &Representative, cursor: &mut Cursor<'_, C>) {
    if let (Some(id), Some(id_type)) = (&representative.representative_id, &representative.id_type) {
        look_at_id(id, id_type, "representativeID", cursor);
    }
}

fn look_at_id<C>(id: &str, id_type: &str, element: &'static str, cursor: &mut Cursor<'_, C>) {
    let trap = match id_type {
        id_type::CPR if !is_checked_cpr(id) => Trap::Cpr,
        id_type::CVR if !is_checked_cvr(id) => Trap::Cvr,
        _ => return,
    };
    cursor.warn_in(Name::new(Space::Memo, element), trap);
}
