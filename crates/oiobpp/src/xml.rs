//! What reader and writer both know of XML and of the profile's names.

/// The namespace of version 1.2.
pub(crate) const NAMESPACE: &str = "http://digst.dk/oiosaml/basic_privilege_profile";
/// The namespace before version 1.2, of IT- og Telestyrelsen.
pub(crate) const OLDER_NAMESPACE: &str = "http://itst.dk/oiosaml/basic_privilege_profile";

pub(crate) const LIST: &str = "PrivilegeList";
pub(crate) const GROUP: &str = "PrivilegeGroup";
pub(crate) const PRIVILEGE: &str = "Privilege";
pub(crate) const CONSTRAINT: &str = "Constraint";
pub(crate) const SCOPE: &str = "Scope";
pub(crate) const NAME: &str = "Name";

/// What XML calls white space.
pub(crate) const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// XML 1.0, production 2.
pub(crate) fn is_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
