//! A privilege list as a plain struct, and the ways in and out.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::{Constraint, Privilege, ReadError, Scope, read, write};

/// What a person may do, and for whom. Empty where a login carries a list that gives nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrivilegeList {
    /// In the order they stand. Several may have the same scope; they add up.
    pub groups: Vec<PrivilegeGroup>,
}

/// What a person may do for one citizen, company or unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrivilegeGroup {
    /// For whom.
    pub scope: Scope,
    /// What. A group without any gives nothing, and is not written.
    pub privileges: Vec<Privilege>,
    /// What narrows each of the privileges. All of them hold.
    pub constraints: Vec<Constraint>,
}

impl PrivilegeGroup {
    /// A group that gives nothing yet.
    pub fn new(scope: Scope) -> Self {
        Self { scope, privileges: Vec::new(), constraints: Vec::new() }
    }
}

impl PrivilegeList {
    /// Reads the document itself, of version 1.2 or in one of the older forms, in UTF-8.
    ///
    /// # Errors
    /// The first rule that it breaks, with line and element.
    pub fn read_xml(bytes: &[u8]) -> Result<Self, ReadError> {
        read::xml(bytes)
    }

    /// Reads the document as a login carries it: in base64 of the standard alphabet, padded, perhaps with white space
    /// between.
    ///
    /// # Errors
    /// It is not base64; or the first rule that the document in it breaks, with line and element there.
    pub fn read_base64(text: &str) -> Result<Self, ReadError> {
        read::xml(&read::base64(text)?)
    }

    /// The document in the form of version 1.2, an element a line. **It holds CPR numbers in clear.** Nothing bounds what
    /// is written; it can be read back within [`MOST_GROUPS`](crate::MOST_GROUPS) and [`MOST_BYTES`](crate::MOST_BYTES).
    ///
    /// A group without privileges is left out, for the profile has none.
    pub fn to_xml(&self) -> String {
        write::xml(self)
    }

    /// The document in base64 without line breaks, for the attribute [`ATTRIBUTE`](crate::ATTRIBUTE). **It holds CPR
    /// numbers in clear.**
    pub fn to_base64(&self) -> String {
        STANDARD.encode(self.to_xml())
    }
}
