//! What was found in a message: faults, for which it is refused, and warnings, for which it is not.

use std::fmt;

use crate::Rule;

/// A place in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, counted from one.
    pub line: u64,
    /// The character in the line, counted from one.
    pub column: u64,
}

impl fmt::Display for Position {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}, column {}", self.line, self.column)
    }
}

/// A rule that a message breaks, and where. Never repeats what stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where the element begins; for a missing element, where the one around it begins.
    pub position: Position,
    /// The element, or its attribute: `Message/MessageHeader/label`, `Message@memoVersion`. Elements of other
    /// namespaces carry their usual prefix, `grd:Address`. A name that the schema does not have here is written `?`, for
    /// where a tag is spoilt it may be words of the message.
    pub element: String,
    /// The rule.
    pub rule: Rule,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {} {}", self.position, self.element, self.rule)
    }
}

/// Something in a message that deserves a look, and where. Never repeats what stood there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where the element begins.
    pub position: Position,
    /// The element, written as in [`Fault::element`].
    pub element: String,
    /// What is odd about it.
    pub trap: Trap,
}

impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {} {}", self.position, self.element, self.trap)
    }
}

/// What the schema allows and real messages contain, though it is hardly meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trap {
    /// A CPR number without ten digits, or one that fails modulus 11. Since 1 October 2007 numbers that fail are given
    /// out, so it may be good.
    Cpr,
    /// A CVR number without eight digits, or one that fails modulus 11.
    Cvr,
    /// An end that comes before its start.
    EndBeforeStart,
    /// A URL with characters that should stand as percent signs and digits, as in `…/spørgeskema.html`.
    UrlCharacters,
    /// A UUID in upper case. It is read as the same number, and written in lower case.
    UpperCaseUuid,
    /// An address both in its parts and in one text.
    TwoAddresses,
    /// A notification of so many characters, more than the 150 that the older of the schema's editions allows.
    LongNotification(usize),
    /// A NemSMS with documents, which nobody will see.
    NemSmsWithDocuments,
    /// A NemSMS without notification, which is its text.
    NemSmsWithoutText,
}

impl fmt::Display for Trap {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cpr => out.write_str("is no cpr number, or one without check digit"),
            Self::Cvr => out.write_str("is no cvr number"),
            Self::EndBeforeStart => out.write_str("ends before it starts"),
            Self::UrlCharacters => out.write_str("has characters that a url writes with percent signs"),
            Self::UpperCaseUuid => out.write_str("is in upper case"),
            Self::TwoAddresses => out.write_str("has an address both in parts and in one text"),
            Self::LongNotification(has) => {
                write!(out, "has {has} characters, and some receivers take no more than 150")
            }
            Self::NemSmsWithDocuments => out.write_str("is a nemsms, which has no documents"),
            Self::NemSmsWithoutText => out.write_str("is a nemsms without text"),
        }
    }
}

/// A rule that a message to be written breaks. Never repeats what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The element, written as in [`Fault::element`].
    pub element: String,
    /// The rule.
    pub rule: Rule,
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.element, self.rule)
    }
}
