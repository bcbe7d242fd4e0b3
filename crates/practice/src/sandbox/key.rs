//! What a sandbox is found by.

use std::fmt;
use std::str::FromStr;

use realm::Chance;

/// How many digits a key has: 128 bits, which nobody guesses.
const DIGITS: usize = 32;

/// The unguessable part of a sandbox's addresses: 32 hexadecimal digits, in small letters. Whoever knows it is in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(String);

/// A text that no sandbox can be found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a key has 32 hexadecimal digits in small letters")]
pub struct NotAKey;

impl Key {
    /// A new key.
    pub(crate) fn new(chance: &Chance) -> Self {
        Self(chance.secret()[..DIGITS].to_owned())
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the sandbox's addresses begin with.
    #[must_use]
    pub fn prefix(&self) -> String {
        format!("{}{}", realm::SANDBOXES, self.0)
    }
}

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let is_digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        let is_key = text.len() == DIGITS && text.bytes().all(is_digit);
        if is_key { Ok(Self(text.to_owned())) } else { Err(NotAKey) }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_key_can_look_like_is_looked_for_on_the_disk() {
        let key = Key::new(&Chance::System);
        assert_eq!(key.as_str().parse(), Ok(key.clone()));
        assert_ne!(Key::new(&Chance::System), key);
        let large = key.as_str().to_uppercase();
        for text in ["", ".", "..", "../../../../etc/passwd/../../../.", &key.as_str()[1..], "%2e%2e"] {
            assert_eq!(text.parse::<Key>(), Err(NotAKey), "{text}");
        }
        if large != key.as_str() {
            assert_eq!(large.parse::<Key>(), Err(NotAKey));
        }
    }
}
