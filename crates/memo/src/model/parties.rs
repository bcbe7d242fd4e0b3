//! Sender and recipient, who acts for the sender, and how they are reached.

use super::AttentionData;

/// Values of `idType` in use. The schema leaves it as free text.
pub mod id_type {
    /// The id is a CPR number: a person.
    pub const CPR: &str = "CPR";
    /// The id is a CVR number: a company or an authority.
    pub const CVR: &str = "CVR";
    /// The id is the number of an authority.
    pub const AUTHORITY: &str = "MyndighedsID";
}

/// `Sender`: who writes.
#[derive(Debug, Clone, PartialEq)]
pub struct Sender {
    /// The sender's number, most often of CPR or CVR.
    pub sender_id: String,
    /// What kind of number it is; see [`id_type`].
    pub id_type: String,
    /// The kind in words.
    pub id_type_label: Option<String>,
    /// The sender's name.
    pub label: String,
    /// Person, place and system at the sender.
    pub attention_data: Option<AttentionData>,
    /// Where an answer goes.
    pub contact_point: Option<ContactPoint>,
    /// Who writes on behalf of the sender. Only in 1.2.
    pub representative: Option<Representative>,
}

impl Sender {
    /// A sender with what the schema requires.
    pub fn new(sender_id: impl Into<String>, id_type: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            sender_id: sender_id.into(),
            id_type: id_type.into(),
            id_type_label: None,
            label: label.into(),
            attention_data: None,
            contact_point: None,
            representative: None,
        }
    }
}

/// `Recipient`: to whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Recipient {
    /// The recipient's number, most often of CPR or CVR.
    pub recipient_id: String,
    /// What kind of number it is; see [`id_type`].
    pub id_type: String,
    /// The kind in words.
    pub id_type_label: Option<String>,
    /// The recipient's name.
    pub label: Option<String>,
    /// Person, place and system at the recipient.
    pub attention_data: Option<AttentionData>,
    /// The entrance at the recipient that the message is for.
    pub contact_point: Option<ContactPoint>,
}

impl Recipient {
    /// A recipient with what the schema requires.
    pub fn new(recipient_id: impl Into<String>, id_type: impl Into<String>) -> Self {
        Self {
            recipient_id: recipient_id.into(),
            id_type: id_type.into(),
            id_type_label: None,
            label: None,
            attention_data: None,
            contact_point: None,
        }
    }
}

/// `Representative`: who writes on behalf of the sender. New in 1.2, and everything in it may be left out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Representative {
    /// The representative's number.
    pub representative_id: Option<String>,
    /// What kind of number it is; see [`id_type`].
    pub id_type: Option<String>,
    /// The kind in words.
    pub id_type_label: Option<String>,
    /// The representative's name.
    pub label: Option<String>,
}

/// `ContactPoint`: an entrance at an authority, chosen by the citizen from a tree.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactPoint {
    /// The group of entrances it belongs to.
    pub contact_group: Option<String>,
    /// Its number.
    pub contact_point_id: String,
    /// Its name.
    pub label: Option<String>,
    /// What the citizen was asked for there; at most two.
    pub contact_info: Vec<ContactInfo>,
}

impl ContactPoint {
    /// A contact point with what the schema requires.
    pub fn new(contact_point_id: impl Into<String>) -> Self {
        Self {
            contact_group: None,
            contact_point_id: contact_point_id.into(),
            label: None,
            contact_info: Vec::new(),
        }
    }
}

/// `ContactInfo`: one thing the citizen was asked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContactInfo {
    /// What was asked for.
    pub label: String,
    /// The answer.
    pub value: String,
}
