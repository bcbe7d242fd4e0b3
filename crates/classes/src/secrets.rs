//! What a class is found by, and what opens it. The number in the address opens nothing, since it stands on a projector.

use std::fmt;
use std::str::FromStr;

use realm::Chance;
use serde::{Deserialize, Serialize};

/// Digits and letters that are not mistaken for each other (Crockford's base 32), small for addresses.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// How many letters the number of a class has: 40 bits, so that two are never the same.
const ID: usize = 8;
/// How many letters the teacher's code has by which to come back: 60 bits, and guesses are counted.
const WAY_BACK: usize = 12;
/// Digits of the code that learners type.
const CODE: usize = 6;
/// Digits of a secret in a cookie: 128 bits.
const SECRET: usize = 32;

/// The number of a class, as in its addresses.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct ClassId(String);

/// The code of a class that learners type: six digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Code(String);

/// A text that is no number of a class, or no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unfit;

impl ClassId {
    pub(crate) fn new(chance: &Chance) -> Self {
        Self(letters(chance, ID))
    }
}

impl Code {
    pub(crate) fn new(chance: &Chance) -> Self {
        let mut bytes = [0; 8];
        chance.fill(&mut bytes);
        Self(format!("{:06}", u64::from_le_bytes(bytes) % 1_000_000))
    }

    /// As it is read aloud: "123 456".
    pub(crate) fn spaced(&self) -> String {
        let (first, last) = self.0.split_at(CODE / 2);
        format!("{first} {last}")
    }
}

impl FromStr for ClassId {
    type Err = Unfit;

    fn from_str(text: &str) -> Result<Self, Unfit> {
        let is_fit = text.len() == ID && text.bytes().all(|letter| LETTERS.contains(&letter));
        if is_fit { Ok(Self(text.to_owned())) } else { Err(Unfit) }
    }
}

impl FromStr for Code {
    type Err = Unfit;

    /// However it is typed: with a space, a dash, or Arabic digits.
    fn from_str(typed: &str) -> Result<Self, Unfit> {
        let digits: Option<String> = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .take(CODE + 1)
            .map(|c| match c {
                '0'..='9' => Some(c),
                '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
                '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10),
                _ => None,
            })
            .collect();
        digits.filter(|digits| digits.len() == CODE).map(Self).ok_or(Unfit)
    }
}

impl fmt::Display for ClassId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A secret for a cookie.
pub(crate) fn new_secret(chance: &Chance) -> String {
    chance.secret()[..SECRET].to_owned()
}

/// Whether a text can be a secret that [`new_secret`] made.
pub(crate) fn is_secret(text: &str) -> bool {
    text.len() == SECRET && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// A code by which a teacher comes back: "ABCD-EFGH-JKMN".
pub(crate) fn new_way_back(chance: &Chance) -> String {
    let letters = letters(chance, WAY_BACK).to_ascii_uppercase();
    [&letters[..4], &letters[4..8], &letters[8..]].join("-")
}

/// What is kept of a secret. A copy of the file opens no class.
pub(crate) fn hash(secret: &str) -> String {
    blake3::hash(secret.as_bytes()).to_hex().to_string()
}

/// What is kept of a teacher's code, however it is written by hand.
pub(crate) fn hash_way_back(typed: &str) -> String {
    let read = |letter: char| match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        letter => letter,
    };
    let letters: String =
        typed.chars().filter(char::is_ascii_alphanumeric).take(2 * WAY_BACK).map(read).collect();
    hash(&letters)
}

fn letters(chance: &Chance, many: usize) -> String {
    let mut bytes = vec![0; many];
    chance.fill(&mut bytes);
    bytes.into_iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code: Code = "123456".parse().unwrap();
        for typed in [" 123 456 ", "123-456", "١٢٣ ٤٥٦", "۱۲۳۴۵۶"] {
            assert_eq!(typed.parse(), Ok(code.clone()), "{typed}");
        }
        for wrong in ["", "12345", "1234567", "12345a", "½23456", &"1".repeat(1_000_000)] {
            assert_eq!(wrong.parse::<Code>(), Err(Unfit), "{wrong:.20}");
        }
        assert_eq!(code.spaced(), "123 456");
    }

    #[test]
    fn only_what_a_number_can_look_like_is_looked_for() {
        let id = ClassId::new(&Chance::System);
        assert_eq!(id.to_string().parse(), Ok(id));
        for wrong in ["", "..", "../../x.", "ABCDEFGH", "abcdefg", "abcdefghj", "abcdefg/", "abcdefgu"] {
            assert_eq!(wrong.parse::<ClassId>(), Err(Unfit), "{wrong}");
        }
    }

    #[test]
    fn a_way_back_is_read_as_it_is_written_by_hand() {
        let code = new_way_back(&Chance::System);
        assert_eq!(code.len(), 14);
        let by_hand = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(hash_way_back(&by_hand), hash_way_back(&code));
        assert_ne!(hash_way_back(&new_way_back(&Chance::System)), hash_way_back(&code));
        assert!(is_secret(&new_secret(&Chance::System)) && !is_secret("x"));
    }
}
