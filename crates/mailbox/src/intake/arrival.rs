//! A message that has just come, read and made ready for keeping as far as that needs no database.

use std::io::BufRead;

use documents::{Index, Kind, html_to_text, text_of};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use memo::{Action, Limits, Message, MessageType, ReadError, Warning, action_code, read_with};
use uuid::Uuid;

use super::addressee::Addressee;
use crate::files::{Incoming, Spool};
use crate::letters::Head;

/// How much of one file is looked through for words, in bytes.
const MOST_TEXT: usize = 256 * 1024;

/// A message that has been read.
#[derive(Debug, Clone)]
pub struct Arrival {
    pub(super) message: Message<Incoming>,
    pub(super) head: Head,
    pub(super) words: String,
    pub(super) addressee: Addressee,
    came: Option<Timestamp>,
    pub(super) size: i64,
    /// What is odd about it, though it is taken.
    pub warnings: Vec<Warning>,
}

/// A message that cannot be read.
#[derive(Debug)]
pub struct Unreadable {
    /// Its number, where something else tells it: the name of its entry in a batch.
    pub message_uuid: Option<Uuid>,
    /// Line, element and rule of everything that is wrong; never what stood there.
    pub why: String,
}

impl Arrival {
    /// Reads a message.
    ///
    /// # Errors
    /// When it is not a MeMo.
    pub fn read(from: impl BufRead) -> Result<Self, Unreadable> {
        match read_with(from, &Limits::default(), &mut Spool::default()) {
            Ok(reading) => Ok(Self::of(reading.message, reading.warnings)),
            Err(error) => Err(unreadable(None, &error)),
        }
    }

    /// Makes a message ready that was read, or written, elsewhere.
    #[must_use]
    pub fn of(message: Message<Incoming>, warnings: Vec<Warning>) -> Self {
        let head = head_of(&message);
        let words = words_of(&message, &head);
        let size = message.files().map(|file| file.content.size()).sum::<u64>();
        Self {
            addressee: Addressee::of(&message.header.recipient),
            came: None,
            size: i64::try_from(size).unwrap_or(i64::MAX),
            head,
            words,
            message,
            warnings,
        }
    }

    /// The message as one that came before now, for a town that looks as if people had lived in it for a while.
    #[must_use]
    pub fn that_came(self, at: Timestamp) -> Self {
        Self { came: Some(at), ..self }
    }

    /// Its number in Digital Post.
    #[must_use]
    pub fn message_uuid(&self) -> Uuid {
        self.message.header.message_uuid
    }

    /// How much memory it holds, roughly, in bytes.
    #[must_use]
    pub fn weight_in_memory(&self) -> usize {
        let files = self.message.files().map(|file| file.content.in_memory().map_or(0, <[u8]>::len));
        4096 + self.words.len() + files.sum::<usize>()
    }

    /// Shows the message as its writer sees it: with whom it goes to.
    pub(crate) fn turn_to(&mut self, receiver: &str) {
        self.head.with = visible(receiver);
        self.head.may_reply = false;
    }

    pub(crate) fn header(&self) -> &memo::MessageHeader {
        &self.message.header
    }

    pub(super) fn is_nemsms(&self) -> bool {
        self.message.header.message_type == MessageType::NemSms
    }

    /// When it is available: now, or at the beginning of the day that its sender asks for, in Denmark where it names no
    /// other offset.
    pub(crate) fn available_at(&self, now: Timestamp, zone: &TimeZone) -> Timestamp {
        if let Some(came) = self.came {
            return came.min(now);
        }
        let Some(day) = self.message.header.do_not_deliver_until_date else { return now };
        let zone = day.offset.map_or_else(|| zone.clone(), TimeZone::fixed);
        let begins = day.date.to_zoned(zone).map_or(now, |zoned| zoned.timestamp());
        begins.max(now)
    }

    /// The department of a company that it is for.
    pub(super) fn production_unit(&self) -> Option<String> {
        let of_recipient = self.message.header.recipient.attention_data.as_ref();
        let unit = of_recipient.and_then(|data| data.production_unit.as_ref())?;
        Some(format!("{:010}", unit.production_unit_number))
    }
}

pub(super) fn unreadable(message_uuid: Option<Uuid>, error: &ReadError) -> Unreadable {
    let why = match error {
        ReadError::Refused(faults) => faults.to_string(),
        ReadError::Io(_) => "it could not be read to its end".to_owned(),
    };
    Unreadable { message_uuid, why }
}

fn head_of(message: &Message<Incoming>) -> Head {
    let header = &message.header;
    let files = message.files().count().saturating_sub(1);
    let says = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    Head {
        subject: visible(&header.label),
        with: visible(&header.sender.label),
        notification: says(&header.notification).map(|text| visible(&text)),
        files: u32::try_from(files).unwrap_or(u32::MAX),
        may_reply: header.reply == Some(true),
        has_actions: message.actions().any(asks_for_something),
        is_legal: header.legal_notification == Some(true),
    }
}

/// A link to read more asks for nothing.
fn asks_for_something(action: &Action) -> bool {
    !action.action_code.trim().eq_ignore_ascii_case(action_code::INFORMATION)
}

/// The text without what cannot be seen: control characters, and marks that turn the direction of what follows, by which one
/// sender can look like another.
fn visible(text: &str) -> String {
    let hides = |c: char| {
        c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let shown: String = text.chars().map(|c| if hides(c) { ' ' } else { c }).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words_of(message: &Message<Incoming>, head: &Head) -> String {
    let mut texts = vec![head.subject.clone(), head.with.clone()];
    texts.extend(head.notification.clone());
    for file in message.files() {
        texts.push(file.filename.clone());
        if let Some(bytes) = file.content.in_memory() {
            let bytes = &bytes[..bytes.len().min(MOST_TEXT)];
            texts.extend(text_in(file.content.kind(), bytes));
        }
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    Index::of(&texts).as_str().to_owned()
}

fn text_in(kind: Kind, bytes: &[u8]) -> Option<String> {
    match kind {
        Kind::Html => Some(html_to_text(&String::from_utf8_lossy(bytes))),
        kind => text_of(kind, bytes),
    }
}
