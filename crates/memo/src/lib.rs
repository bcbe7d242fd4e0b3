//! MeMo, the message format of Danish Digital Post: read and written whole.
//!
//! A [`Message`] is a plain struct. [`read()`] makes one of a document and [`write()`] a document of one, in versions 1.1 and
//! 1.2 of the schema, every element of it. What is read and written again is the same.
//!
//! - **Errors** name line, element and rule, and as many of them as there are ([`Faults`]). What the schema allows
//!   although it is hardly meant becomes a [`Warning`]. Neither repeats what stood in the message.
//! - **Large files** need not be held in memory: [`read_with`] gives their content to a [`Sink`] as it comes, and
//!   [`write()`] takes it from any [`Content`].
//! - **What comes from outside** is bounded by [`Limits`]; document type definitions and entities are refused.
//!
//! Beside messages there are [`batch`]es of them, [`receipt`]s for them, and [`calendar`] entries for the appointments in
//! them. The crate has no input or output of its own, no clock and no chance.
//!
//! Sources of the rules: the schemas of MeMo 1.1 and 1.2 and the public samples, as Digitaliseringsstyrelsen publishes them;
//! the code of the official libraries for what schemas do not say (the batch, the prefix `memo:`); RFC 5545 for calendars.
//!
//! ```
//! use memo::{File, MainDocument, Message, MessageBody, MessageHeader, MessageType};
//! use memo::{Recipient, Sender, Version, id_type};
//!
//! let header = MessageHeader::new(
//!     MessageType::DigitalPost,
//!     "5dc9b2a8-1c4f-4d0e-9a57-0b6f3e1d2c4a".parse()?,
//!     "Din tid på biblioteket",
//!     Sender::new("13748136", id_type::CVR, "Vejle Bibliotek"),
//!     Recipient::new("0101900002", id_type::CPR),
//! );
//! let letter = File::new("text/html", "brev.html", "da", b"<p>Kom kl. 10</p>".to_vec());
//! let mut message = Message::new(Version::V1_2, header);
//! message.body = Some(MessageBody::new("2026-02-01T12:00:00Z".parse()?, MainDocument::new(letter)));
//!
//! let mut document = Vec::new();
//! memo::write(&message, &mut document)?;
//! assert_eq!(memo::read(&*document)?.message, message);
//!
//! message.header.label = "Din tid på biblioteket ".repeat(20);
//! let refused = memo::write(&message, &mut document).unwrap_err();
//! assert_eq!(
//!     refused.to_string(),
//!     "Message/MessageHeader/label is longer than 256 characters: 460"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod batch;
pub mod calendar;
mod fault;
mod limits;
mod model;
mod numbers;
mod read;
pub mod receipt;
mod rule;
mod summary;
mod version;
mod wire;
mod write;

pub use fault::{Fault, Position, Refusal, Trap, Warning};
pub use limits::Limits;
pub use model::*;
pub use read::{Faults, FileHead, InMemory, ReadError, Reading, Sink, read, read_with};
pub use rule::{Limit, Rule};
pub use summary::Summary;
pub use version::Version;
pub use write::{Content, Refusals, WriteError, WriteOptions, check, write, write_with};

/// Compiles the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
