//! Text in UTF-8, or in the Latin-1 of older Danish files.

use std::borrow::Cow;

use crate::Reason;

/// How the text of a file is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    #[default]
    Utf8,
    /// Latin-1 as Windows has it (code page 1252).
    Latin1,
    /// Text by text: UTF-8 if it can be, else Latin-1. Older files of Stata do not say.
    Either,
}

impl Encoding {
    pub(crate) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes),
            Self::Either => match std::str::from_utf8(bytes) {
                Ok(text) => Cow::Borrowed(text),
                Err(_) => Self::Latin1.decode(bytes),
            },
            Self::Latin1 if bytes.is_ascii() => String::from_utf8_lossy(bytes),
            Self::Latin1 => Cow::Owned(bytes.iter().map(|&byte| character(byte)).collect()),
        }
    }
}

/// Code page 1252. Its five empty places are those of Latin-1.
fn character(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// What texts of a file have shown of how they are written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    /// The first row with bytes that are not UTF-8.
    pub(crate) not_utf8: Option<u64>,
    /// The first row with letters beyond ASCII that are UTF-8.
    pub(crate) utf8: Option<u64>,
}

impl Seen {
    pub(crate) fn look_at(&mut self, bytes: &[u8], row: u64) {
        if bytes.is_ascii() {
        } else if std::str::from_utf8(bytes).is_ok() {
            self.utf8.get_or_insert(row);
        } else {
            self.not_utf8.get_or_insert(row);
        }
    }

    /// The encoding of the whole, or the two rows that contradict each other.
    pub(crate) fn encoding(self) -> Result<Encoding, Reason> {
        match (self.not_utf8, self.utf8) {
            (None, _) => Ok(Encoding::Utf8),
            (Some(_), None) => Ok(Encoding::Latin1),
            (Some(latin), Some(utf8)) => {
                Err(Reason::of("insight-file-two-encodings").with("latin", latin).with("utf", utf8))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_are_read_in_both_ways() {
        assert_eq!(Encoding::Utf8.decode("Ærø".as_bytes()), "Ærø");
        assert_eq!(Encoding::Latin1.decode(b"\xc6r\xf8 \x80"), "Ærø €");
    }

    #[test]
    fn one_file_is_in_one_encoding() {
        let mut seen = Seen::default();
        seen.look_at(b"Vejle", 1);
        assert_eq!(seen.encoding(), Ok(Encoding::Utf8));
        seen.look_at(b"R\xf8dovre", 2);
        assert_eq!(seen.encoding(), Ok(Encoding::Latin1));
        seen.look_at("Ærø".as_bytes(), 3);
        assert!(seen.encoding().unwrap_err().to_string().contains("row 2"));
    }
}
