//! Unpacks the base64 in which a login carries a list.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::{MOST_BYTES, Position, ReadError, Rule};

/// As many characters of base64 as the largest document has.
const MOST_CHARACTERS: usize = MOST_BYTES.div_ceil(3) * 4;

/// The bytes that a text in base64 stands for. White space is passed over.
pub(crate) fn unpack(text: &str) -> Result<Vec<u8>, ReadError> {
    let mut packed = String::new();
    for (at, character) in text.char_indices().filter(|(_, character)| !character.is_ascii_whitespace()) {
        if packed.len() == MOST_CHARACTERS {
            return Err(fault(text, 0, Rule::TooLarge));
        }
        if !(character.is_ascii_alphanumeric() || "+/=".contains(character)) {
            return Err(fault(text, at, Rule::Base64));
        }
        packed.push(character);
    }
    STANDARD.decode(&packed).map_err(|_| fault(text, 0, Rule::Base64))
}

fn fault(text: &str, at: usize, rule: Rule) -> ReadError {
    ReadError { position: position(text, at), element: "the text in base64".to_owned(), rule }
}

/// The line and character at a byte of a text.
pub(super) fn position(text: &str, at: usize) -> Position {
    let before = text.get(..at).unwrap_or(text);
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
    Position { line, column }
}
