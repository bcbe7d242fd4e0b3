//! The word that each kind is kept as.

use crate::Kind;

/// Every kind with its word. A word never changes: it stands in databases.
const WORDS: [(Kind, &str); 32] = [
    (Kind::Pdf, "pdf"),
    (Kind::Png, "png"),
    (Kind::Jpeg, "jpeg"),
    (Kind::Gif, "gif"),
    (Kind::Webp, "webp"),
    (Kind::Tiff, "tiff"),
    (Kind::Heic, "heic"),
    (Kind::Svg, "svg"),
    (Kind::PlainText, "plain-text"),
    (Kind::Html, "html"),
    (Kind::Xml, "xml"),
    (Kind::Json, "json"),
    (Kind::Csv, "csv"),
    (Kind::Rtf, "rtf"),
    (Kind::Docx, "docx"),
    (Kind::Xlsx, "xlsx"),
    (Kind::Pptx, "pptx"),
    (Kind::Odt, "odt"),
    (Kind::Ods, "ods"),
    (Kind::Odp, "odp"),
    (Kind::OldOffice, "old-office"),
    (Kind::MacroOffice, "macro-office"),
    (Kind::Email, "email"),
    (Kind::Zip, "zip"),
    (Kind::Archive, "archive"),
    (Kind::Calendar, "calendar"),
    (Kind::Contact, "contact"),
    (Kind::Mp3, "mp3"),
    (Kind::Mp4, "mp4"),
    (Kind::Executable, "executable"),
    (Kind::Script, "script"),
    (Kind::Unknown, "unknown"),
];

impl Kind {
    /// The word to keep the kind as.
    ///
    /// # Panics
    /// Never: every kind has its word.
    #[must_use]
    pub fn code(self) -> &'static str {
        WORDS.iter().find(|(kind, _)| *kind == self).map(|(_, word)| *word).expect("every kind has its word")
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        WORDS.iter().find(|(_, word)| *word == code).map(|(kind, _)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_known_by_its_own_word() {
        for (kind, word) in WORDS {
            assert_eq!((kind.code(), Kind::from_code(word)), (word, Some(kind)));
        }
        assert_eq!(Kind::from_code("brev"), None);
    }
}
