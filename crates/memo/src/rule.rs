//! The rules a MeMo can break, in words that never repeat what stood in the message.

use std::fmt;

use crate::Version;

/// A rule that does not hold at an element, named by [`Fault`](crate::Fault) or [`Refusal`](crate::Refusal).
///
/// Written after the element, it makes a sentence: `Message/MessageHeader/label` *is missing*.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// XML: the document is not well-formed. Holds what is wrong with it.
    WellFormed(&'static str),
    /// Ours: only UTF-8 is read, with or without a byte order mark.
    Encoding,
    /// Ours: a document type definition is refused, for it can name files and grow without end.
    Doctype,
    /// Ours: of the entities, only the five of XML itself and numbered characters are known.
    Entity,
    /// XML: a character that no XML document may hold.
    Character,
    /// Ours: larger than the caller lets it be.
    Limit(Limit),
    /// MeMo: the outermost element is `Message` of the namespace `https://DigitalPost.dk/MeMo-1`, and there is one.
    Root,
    /// MeMo: `memoVersion` is 1.1 or 1.2.
    Version,
    /// XSD: required, and not there.
    Missing,
    /// XSD: not known at this place.
    Unknown,
    /// XSD: not known in this edition of the schema.
    NotIn(Version),
    /// XSD: elements stand in a fixed order.
    Order,
    /// XSD: there are more than so many.
    TooMany(u32),
    /// XSD: an action leads to a reservation or to a page, not to both.
    Choice,
    /// XSD: no text stands between elements.
    Text,
    /// XSD: at most so many characters, and so many there are.
    TooLong {
        /// How many there may be.
        most: usize,
        /// How many there are.
        has: usize,
    },
    /// XSD: `DIGITALPOST` or `NEMSMS`, to the letter.
    MessageType,
    /// XSD: a UUID of version 4, written with hyphens.
    Uuid,
    /// XSD: `YYYY-MM-DDThh:mm:ssZ`, with an upper-case Z. Ours: of the years 1 to 9999, and to the nanosecond.
    DateTime,
    /// XSD: `YYYY-MM-DD`, perhaps with `Z` or the offset of a time zone. Ours: of the years 1 to 9999.
    Date,
    /// XSD: `true`, `false`, `1` or `0`.
    Boolean,
    /// XSD: a whole number, and at most this.
    Number(i64),
    /// XSD: a language in one or two letters.
    Language,
    /// XSD: a URL, in which a percent sign begins two hexadecimal digits, `#` stands once, and a colon follows a scheme.
    Url,
    /// XSD: base64, with its padding.
    Base64,
    /// Ours: a status of the four that receipts have.
    ReceiptStatus,
}

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WellFormed(what) => write!(out, "is not well-formed xml: {what}"),
            Self::Encoding => out.write_str("is not written in utf-8"),
            Self::Doctype => out.write_str("brings a document type definition, which is refused"),
            Self::Entity => out.write_str("uses an entity that is not one of xml's own"),
            Self::Character => out.write_str("holds a character that xml cannot hold"),
            Self::Limit(limit) => write!(out, "{limit}"),
            Self::Root => out.write_str("is not one element Message of https://DigitalPost.dk/MeMo-1"),
            Self::Version => out.write_str("is neither 1.1 nor 1.2"),
            Self::Missing => out.write_str("is missing"),
            Self::Unknown => out.write_str("is not known here"),
            Self::NotIn(version) => write!(out, "is not part of version {version}"),
            Self::Order => out.write_str("stands out of order"),
            Self::TooMany(most) => write!(out, "stands here more often than the {most} allowed"),
            Self::Choice => out.write_str("leads to both a reservation and an entry point"),
            Self::Text => out.write_str("holds text between its elements"),
            Self::TooLong { most, has } => write!(out, "is longer than {most} characters: {has}"),
            Self::MessageType => out.write_str("is neither DIGITALPOST nor NEMSMS"),
            Self::Uuid => out.write_str("is not a uuid of version 4"),
            Self::DateTime => out.write_str("is not a moment written YYYY-MM-DDThh:mm:ssZ"),
            Self::Date => out.write_str("is not a day written YYYY-MM-DD"),
            Self::Boolean => out.write_str("is neither true nor false"),
            Self::Number(most) => write!(out, "is not a whole number of at most {most}"),
            Self::Language => out.write_str("is not a language in one or two letters"),
            Self::Url => out.write_str("is not a url"),
            Self::Base64 => out.write_str("is not base64"),
            Self::ReceiptStatus => out.write_str("is none of RECEIVED, COMPLETED, INVALID and NOT_ALLOWED"),
        }
    }
}

/// Which of [`Limits`](crate::Limits) was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Limit {
    /// [`Limits::document`](crate::Limits::document).
    Document(u64),
    /// [`Limits::content`](crate::Limits::content).
    Content(u64),
    /// [`Limits::piece`](crate::Limits::piece).
    Piece(u64),
    /// [`Limits::depth`](crate::Limits::depth).
    Depth(usize),
    /// [`Limits::elements`](crate::Limits::elements).
    Elements(u64),
}

impl fmt::Display for Limit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document(most) => write!(out, "belongs to a document of more than {most} bytes"),
            Self::Content(most) => write!(out, "holds more than {most} bytes"),
            Self::Piece(most) => write!(out, "holds a tag, a comment or a text of more than {most} bytes"),
            Self::Depth(most) => write!(out, "lies deeper than {most} elements"),
            Self::Elements(most) => write!(out, "comes after more than {most} elements"),
        }
    }
}
