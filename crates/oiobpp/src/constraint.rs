//! What narrows the privileges of a group.

use std::fmt;

use crate::mask::Masked;
use crate::xml::{SPACE, is_character};

/// The most characters of a name.
const LONGEST_NAME: usize = 1_024;

/// A constraint: a name, mostly a URN, and a value that whoever made up the name understands, such as `25.*` under
/// [`Constraint::KLE`]. It narrows every privilege of its group, so who does not know its name must not use them.
///
/// `Debug` hides what could be a CPR number.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Constraint {
    name: String,
    value: String,
}

/// Why something is not a constraint. It never repeats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConstraintError {
    /// The name is empty, longer than 1,024 characters, or has white space or control characters in it.
    #[error("its name is one word of at most {LONGEST_NAME} characters")]
    Name,
    /// Nothing stands in it: whether nothing or everything would be allowed, nobody knows.
    #[error("its value is empty")]
    Empty,
    /// The value has a character that no XML document may hold.
    #[error("its value has a character that xml cannot hold")]
    Character,
}

impl Constraint {
    /// The name of a constraint by subject in KL's shared catalogue (KLE), as KOMBIT's systems use it: `25.*` is all of
    /// main group 25.
    pub const KLE: &str = "urn:dk:kombit:KLE";

    /// A constraint of this name and value, without white space around either.
    ///
    /// ```
    /// use oiobpp::Constraint;
    ///
    /// let constraint = Constraint::new(Constraint::KLE, "25.*")?;
    /// assert_eq!(constraint.value(), "25.*");
    /// # Ok::<(), oiobpp::ConstraintError>(())
    /// ```
    ///
    /// # Errors
    /// The name is not one word, or the value is empty or cannot stand in XML.
    pub fn new(name: &str, value: &str) -> Result<Self, ConstraintError> {
        let (name, value) = (name.trim_matches(SPACE), value.trim_matches(SPACE));
        let is_word = |character: char| {
            is_character(character) && !character.is_whitespace() && !character.is_control()
        };
        if name.is_empty() || !name.chars().all(is_word) || name.chars().count() > LONGEST_NAME {
            return Err(ConstraintError::Name);
        }
        if value.is_empty() {
            return Err(ConstraintError::Empty);
        }
        if !value.chars().all(is_character) {
            return Err(ConstraintError::Character);
        }
        Ok(Self { name: name.to_owned(), value: value.to_owned() })
    }

    /// What is constrained.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// To what. It may name people, and is not for logs; `Debug` is.
    pub fn value(&self) -> &str {
        &self.value
    }
}

impl fmt::Debug for Constraint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, value) = (Masked(&self.name), Masked(&self.value));
        out.debug_struct("Constraint").field("name", &name).field("value", &value).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_word_and_a_value_says_something() {
        use ConstraintError::{Character, Empty, Name};
        for (name, value, rule) in [
            ("", "25.*", Name),
            ("urn:dk kombit", "25.*", Name),
            ("urn:dk\u{0}", "25.*", Name),
            (&"n".repeat(1_025), "25.*", Name),
            (Constraint::KLE, "", Empty),
            (Constraint::KLE, " \n\t", Empty),
            (Constraint::KLE, "25\u{1}", Character),
            (Constraint::KLE, "\u{fffe}", Character),
        ] {
            assert_eq!(Constraint::new(name, value), Err(rule));
        }
        assert!(Constraint::new(&"n".repeat(1_024), "IT Afdelingen\nVejle").is_ok());
    }
}
