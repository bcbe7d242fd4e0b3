//! Receipts: what became of a message that was sent.
//!
//! **The names on the wire are our own.** No public source shows how Digital Post itself writes receipts; known are the
//! four statuses and the four facts of a receipt in the official libraries (`TransmissionId`, `MessageUuid`, `TimeStamp`,
//! `ReceiptStatus`). So the XML and the JSON here are small forms of ours with those words, for exchange between systems
//! that both use this crate, and this file is the only place to change once the real ones are known:
//!
//! ```xml
//! <Receipt>
//!   <TransmissionId>…</TransmissionId>
//!   <MessageUuid>…</MessageUuid>
//!   <TimeStamp>2026-03-02T09:00:00Z</TimeStamp>
//!   <ReceiptStatus>INVALID</ReceiptStatus>
//!   <Reason>…</Reason>
//! </Receipt>
//! ```
//!
//! The JSON is one object of the same names.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::read::{Cursor, FileHead, read_document};
use crate::wire::{
    AnyUuid, Comment, Moment, Name, Plain, Read, ReadElement, Space, WriteElement, WriteRules, sequence,
};
use crate::write::{Check, Pen};
use crate::{Limits, ReadError, Refusals, Rule, Sink, Version, WriteOptions};

const ROOT: Name = Name::new(Space::Bare, "Receipt");

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Receipt {
    /// The transmission the message was part of: of a batch, the number in the name of its file.
    pub transmission_id: Uuid,
    /// The message.
    pub message_uuid: Uuid,
    /// When this was found.
    pub time_stamp: Timestamp,
    /// What was found.
    #[serde(rename = "ReceiptStatus")]
    pub status: ReceiptStatus,
    /// Why, where it was not delivered; at most 512 characters. Comes from outside, so it may name people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// How far a message has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ReceiptStatus {
    /// `RECEIVED`: it has come in, and nothing more is known yet.
    Received,
    /// `COMPLETED`: it lies in the recipient's mailbox.
    Completed,
    /// `INVALID`: it breaks the rules of MeMo.
    Invalid,
    /// `NOT_ALLOWED`: the sender may not send it, or the recipient cannot be sent to.
    NotAllowed,
}

impl ReceiptStatus {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Received, Self::Completed, Self::Invalid, Self::NotAllowed];

    /// The word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Received => "RECEIVED",
            Self::Completed => "COMPLETED",
            Self::Invalid => "INVALID",
            Self::NotAllowed => "NOT_ALLOWED",
        }
    }

    /// Whether nothing more will come.
    pub fn is_final(self) -> bool {
        self != Self::Received
    }
}

sequence! {
    Receipt {
        transmission_id: one AnyUuid Bare "TransmissionId",
        message_uuid: one AnyUuid Bare "MessageUuid",
        time_stamp: one Moment Bare "TimeStamp",
        status: one Status Bare "ReceiptStatus",
        reason: optional Comment Bare "Reason",
    }
}

struct Status;

impl Plain for Status {
    type Value = ReceiptStatus;

    fn read(text: &str) -> Read<ReceiptStatus> {
        let status = ReceiptStatus::ALL.into_iter().find(|status| status.as_str() == text.trim());
        Ok((status.ok_or(Rule::ReceiptStatus)?, None))
    }

    fn check(_value: &ReceiptStatus, _rules: &WriteRules) -> Result<(), Rule> {
        Ok(())
    }

    fn write(value: &ReceiptStatus) -> Cow<'_, str> {
        value.as_str().into()
    }
}

/// A receipt in JSON cannot be understood. Tells where, and nothing of what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReceiptJsonError {
    /// The line, counted from one; zero when the text as a whole is wrong.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl fmt::Display for ReceiptJsonError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}, column {}: not a receipt in json", self.line, self.column)
    }
}

impl std::error::Error for ReceiptJsonError {}

impl Receipt {
    /// Reads the XML form.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with line, element and rule; or that it could not be read.
    pub fn from_xml(mut from: impl BufRead) -> Result<Self, ReadError> {
        let limits = Limits { document: 1 << 20, ..Limits::default() };
        let read = |cursor: &mut Cursor<'_, Nothing>| Self::read(cursor);
        read_document(&mut from, &limits, &mut Nothing, ROOT, read).map(|(receipt, _)| receipt)
    }

    /// The XML form.
    ///
    /// ```
    /// use memo::receipt::{Receipt, ReceiptStatus};
    ///
    /// let receipt = Receipt {
    ///     transmission_id: "d2a3b1c4-0f1e-4d2c-8b3a-495867768594".parse()?,
    ///     message_uuid: "5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a".parse()?,
    ///     time_stamp: "2026-03-02T09:00:00Z".parse()?,
    ///     status: ReceiptStatus::Completed,
    ///     reason: None,
    /// };
    /// assert_eq!(Receipt::from_xml(receipt.to_xml()?.as_bytes())?, receipt);
    /// assert_eq!(Receipt::from_json(receipt.to_json()?.as_bytes())?, receipt);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Everything for which it is refused.
    pub fn to_xml(&self) -> Result<String, Refusals> {
        self.refuse()?;
        let mut document = Vec::new();
        let mut pen = Pen::new(&mut document);
        pen.begin(ROOT, &[])
            .and_then(|()| WriteElement::<Vec<u8>>::write(self, &mut pen))
            .and_then(|()| pen.close(ROOT))
            .expect("memory takes what is written");
        Ok(String::from_utf8(document).expect("names and texts are utf-8"))
    }

    /// Reads the JSON form.
    ///
    /// # Errors
    /// It is not a receipt, or its reason is too long.
    pub fn from_json(json: &[u8]) -> Result<Self, ReceiptJsonError> {
        let receipt: Self = serde_json::from_slice(json)
            .map_err(|error| ReceiptJsonError { line: error.line(), column: error.column() })?;
        receipt.refuse().map_err(|_| ReceiptJsonError { line: 0, column: 0 })?;
        Ok(receipt)
    }

    /// The JSON form.
    ///
    /// # Errors
    /// Everything for which it is refused.
    pub fn to_json(&self) -> Result<String, Refusals> {
        self.refuse()?;
        Ok(serde_json::to_string(self).expect("numbers and texts are json"))
    }

    fn refuse(&self) -> Result<(), Refusals> {
        let rules = WriteRules { longest_notification: WriteOptions::default().longest_notification };
        let mut check = Check::new(Version::V1_2, rules);
        check.within(ROOT, |check| WriteElement::<Vec<u8>>::check(self, check));
        check.close()
    }
}

/// Receipts have no files.
struct Nothing;

impl Sink for Nothing {
    type Content = Self;

    fn begin(&mut self, _file: &FileHead) -> io::Result<()> {
        Ok(())
    }

    fn piece(&mut self, _bytes: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self) -> io::Result<Self> {
        Ok(Self)
    }
}
