//! What a sandbox is found by.

use std::fmt;
use std::str::FromStr;

use realm::{Chance, Realm};

/// How many digits a key has: 128 bits, which nobody guesses.
const DIGITS: usize = 32;

/// What stands behind the key in the addresses of the second seat.
const SECOND: &str = "~2";

/// At which of its two doors somebody stands. Both lead into the same sandbox; each has a cookie of its own, so that one browser can
/// be two people at once, side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seat {
    /// Where everybody begins.
    First,
    /// The other side of the screen.
    Second,
}

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

    /// The key of the sandbox that a realm is, by either seat; `None` for a realm that is none.
    #[must_use]
    pub fn of(realm: &Realm) -> Option<Self> {
        Self::seated(realm).map(|(key, _)| key)
    }

    /// The key of the sandbox that a realm is, and by which seat.
    pub(crate) fn seated(realm: &Realm) -> Option<(Self, Seat)> {
        Self::in_address(realm.prefix.strip_prefix(realm::SANDBOXES)?)
    }

    /// What the sandbox's addresses begin with.
    #[must_use]
    pub fn prefix(&self) -> String {
        self.prefix_at(Seat::First)
    }

    /// What the addresses of a seat begin with.
    #[must_use]
    pub fn prefix_at(&self, seat: Seat) -> String {
        let behind = if seat == Seat::Second { SECOND } else { "" };
        format!("{}{}{behind}", realm::SANDBOXES, self.0)
    }

    /// The key and the seat in the part of an address that names a sandbox.
    #[must_use]
    pub fn in_address(part: &str) -> Option<(Self, Seat)> {
        let (key, seat) = match part.strip_suffix(SECOND) {
            Some(key) => (key, Seat::Second),
            None => (part, Seat::First),
        };
        key.parse().ok().map(|key| (key, seat))
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

    #[test]
    fn a_sandbox_has_two_seats_and_no_third() {
        let key = Key::new(&Chance::System);
        for seat in [Seat::First, Seat::Second] {
            let part = key.prefix_at(seat).strip_prefix(realm::SANDBOXES).map(str::to_owned).unwrap();
            assert_eq!(Key::in_address(&part), Some((key.clone(), seat)));
        }
        for part in ["~2", "", &format!("{key}~3"), &format!("{key}~2~2"), &format!("{key}~")] {
            assert_eq!(Key::in_address(part), None, "{part}");
        }
    }
}
