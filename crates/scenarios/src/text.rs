//! A text in several languages.

use std::collections::BTreeMap;

use basics::Language;
use serde::Deserialize;
use serde_saphyr::Spanned;

/// A text in some of the five languages. Danish is always there in a scenario that has been checked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Spanned<BTreeMap<String, String>>")]
pub struct Text {
    /// The line of the file, from 1.
    pub line: u64,
    by_code: BTreeMap<String, String>,
}

impl From<Spanned<BTreeMap<String, String>>> for Text {
    fn from(read: Spanned<BTreeMap<String, String>>) -> Self {
        let trimmed = read.value.into_iter().map(|(code, text)| (code, text.trim().to_owned()));
        Self { line: read.referenced.line(), by_code: trimmed.collect() }
    }
}

impl Text {
    /// The text in the language, where it is there in it.
    #[must_use]
    pub fn own(&self, language: Language) -> Option<&str> {
        self.by_code.get(language.code()).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// The text for a reader of the language, and the language that it is really in: their own, else English for whoever does
    /// not read Danish, else Danish.
    #[must_use]
    pub fn read_in(&self, language: Language) -> (&str, Language) {
        let languages = [language, Language::En, Language::Da];
        let found = languages.into_iter().find_map(|one| self.own(one).map(|text| (text, one)));
        found.unwrap_or(("", Language::Da))
    }

    /// The Danish text.
    #[must_use]
    pub fn danish(&self) -> &str {
        self.own(Language::Da).unwrap_or_default()
    }

    /// Codes that are no language of the program.
    pub(crate) fn unknown_languages(&self) -> impl Iterator<Item = &str> {
        self.by_code.keys().map(String::as_str).filter(|code| Language::from_code(code).is_none())
    }

    /// Every text in it with its code.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_code.iter().map(|(code, text)| (code.as_str(), text.as_str()))
    }
}
