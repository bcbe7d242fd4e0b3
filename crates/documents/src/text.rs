//! The text in a document, for searching, printing and a first look.

use std::borrow::Cow;

use crate::{Kind, html_to_text};

/// What Windows-1252 has in place of the control characters 0x80 to 0x9F, as the Encoding Standard gives them.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a document of this kind, where it can be had: of plain text, tables as text, calendars, addresses and pages of
/// the web. `None` of all others.
pub fn text_of(kind: Kind, bytes: &[u8]) -> Option<String> {
    match kind {
        Kind::PlainText | Kind::Csv | Kind::Json | Kind::Calendar | Kind::Contact => {
            Some(with_plain_lines(&decoded(bytes)))
        }
        Kind::Html => Some(html_to_text(&decoded(bytes))),
        _ => None,
    }
}

/// Bytes as text: UTF-16 where its mark says so, UTF-8 where they are, and Windows-1252 otherwise, which takes any.
///
/// ```
/// assert_eq!(documents::decoded(b"K\xe6re Aase"), "Kære Aase");
/// ```
pub fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            str::from_utf8(bytes)
                .map_or_else(|_| Cow::Owned(bytes.iter().map(|byte| windows(*byte)).collect()), Cow::Borrowed)
        }
    }
}

pub(crate) fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// One kind of line ends, and no control characters.
fn with_plain_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect()
}
