//! Why a list is not read: where, which element, and which rule. Never what stands there.

use std::fmt;

use crate::xml::{LIST, NAMESPACE};
use crate::{ConstraintError, MOST_BYTES, PrivilegeError, ScopeError};

/// A place in the document; for base64 that cannot be unpacked, in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, counted from one.
    pub line: usize,
    /// The character in the line, counted from one.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}, column {}", self.line, self.column)
    }
}

/// A privilege list was not read: the first rule that it breaks, and where. Never repeats what stands there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{position}: {element} {rule}")]
pub struct ReadError {
    /// Where the element begins, or the markup in it that is wrong.
    pub position: Position,
    /// The element or its attribute: `PrivilegeList/PrivilegeGroup`, `PrivilegeList/PrivilegeGroup@Scope`. A name that the
    /// profile does not have is written `?`, for it may be anything.
    pub element: String,
    /// The rule.
    pub rule: Rule,
}

/// A rule that does not hold. Written after the element, it makes a sentence: `PrivilegeList/PrivilegeGroup` *is missing*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rule {
    /// Ours: at most 256 KiB.
    #[error("is larger than {MOST_BYTES} bytes")]
    TooLarge,
    /// RFC 4648, section 4.
    #[error("is not base64")]
    Base64,
    /// Ours: only UTF-8 is read, with or without a byte order mark.
    #[error("is not written in utf-8")]
    Encoding,
    /// XML: the document is not well-formed. Holds what is wrong with it.
    #[error("is not well-formed xml: {0}")]
    WellFormed(&'static str),
    /// Ours: a document type definition is refused, for it can name files and grow without end.
    #[error("brings a document type definition, which is refused")]
    Doctype,
    /// Ours: of the entities, only the five of XML itself and numbered characters are known.
    #[error("uses an entity that is not one of xml's own")]
    Entity,
    /// Ours: a list has no orders for programs.
    #[error("brings a processing instruction, which is refused")]
    Instruction,
    /// XML: a character that no XML document may hold.
    #[error("holds a character that xml cannot hold")]
    Character,
    /// The profile: the outermost element is a list of the profile's namespace, or of its older one.
    #[error("is not one element {LIST} of {NAMESPACE}")]
    Root,
    /// The profile: required, and not there.
    #[error("is missing")]
    Missing,
    /// The profile: not known at this place. It could narrow what is given, so it is not passed over.
    #[error("is not known here")]
    Unknown,
    /// Ours: there are more than so many.
    #[error("stands here more often than the {0} allowed")]
    TooMany(usize),
    /// Ours: a tag has at most so many attributes.
    #[error("holds a tag of more than {0} attributes")]
    Attributes(usize),
    /// The profile: no text stands between elements.
    #[error("holds text between its elements")]
    Text,
    /// The profile: a group is for a citizen, a company, a tax unit or a production unit.
    #[error("is no scope: {0}")]
    Scope(ScopeError),
    /// The profile: a privilege is a URI.
    #[error("is no privilege: {0}")]
    Privilege(PrivilegeError),
    /// The profile: a constraint has a name and a value.
    #[error("is no constraint: {0}")]
    Constraint(ConstraintError),
}
