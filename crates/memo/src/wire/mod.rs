//! The schema as tables: which elements stand in which, in what order, how often, holding what.
//!
//! Each table is written once, as a [`sequence!`], and gives both reading and writing.

mod action;
mod attention;
mod body;
mod content;
mod earlier;
mod file;
mod header;
mod identity;
mod message;
mod moment;
mod numbers;
mod parties;
mod sequence;
mod table;
mod texts;
mod value;

pub(crate) use message::{
    ROOT, SCHEMA_VERSION, VERSION, XSI, check as check_message, read as read_message, write as write_message,
};
pub(crate) use moment::Moment;
pub(crate) use numbers::{AnyUuid, hyphenated};
pub(crate) use sequence::{demand, empty, keep, sequence, slot, times, values};
pub(crate) use table::{Name, Nested, ReadElement, ReadValue, Slot, Space, Times, WriteElement, WriteValue};
pub(crate) use texts::{Comment, is_xml_character};
pub(crate) use value::{Plain, Read, WriteRules};

/// What XML calls white space.
pub(crate) const XML_SPACE: &[char] = &[' ', '\t', '\n', '\r'];
