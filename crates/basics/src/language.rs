//! The languages of the citizen's pages.

use serde::{Deserialize, Serialize};

/// A language citizens can read the pages in. Danish is the one everything exists in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Danish.
    #[default]
    Da,
    /// English.
    En,
    /// Arabic.
    Ar,
    /// Turkish.
    Tr,
    /// Urdu.
    Ur,
}

/// The way a language runs across the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Language {
    /// Every language, in the order a list of them is shown.
    pub const ALL: [Self; 5] = [Self::Da, Self::En, Self::Ar, Self::Tr, Self::Ur];

    /// The ISO 639-1 code, as in `<html lang>` and in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
            Self::Ar => "ar",
            Self::Tr => "tr",
            Self::Ur => "ur",
        }
    }

    /// The language with this ISO 639-1 code, in lower case, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The way the language is written.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Ar | Self::Ur => Direction::Rtl,
            Self::Da | Self::En | Self::Tr => Direction::Ltr,
        }
    }

    /// What its own readers call it: nobody finds their language under a name in another.
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::Da => "Dansk",
            Self::En => "English",
            Self::Ar => "العربية",
            Self::Tr => "Türkçe",
            Self::Ur => "اردو",
        }
    }
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_found_by_its_code_and_serialized_as_it() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
            let json = serde_json::to_string(&language).unwrap();
            assert_eq!(json, format!("\"{}\"", language.code()));
            assert_eq!(serde_json::from_str::<Language>(&json).unwrap(), language);
        }
    }

    #[test]
    fn a_language_we_do_not_have_is_absent() {
        assert_eq!(Language::from_code("de"), None);
        assert_eq!(Language::from_code("DA"), None);
    }

    #[test]
    fn arabic_and_urdu_run_from_the_right() {
        let from_the_right: Vec<_> = Language::ALL
            .into_iter()
            .filter(|language| language.direction().as_str() == "rtl")
            .map(Language::native_name)
            .collect();
        assert_eq!(from_the_right, ["العربية", "اردو"]);
    }

    #[test]
    fn danish_is_spoken_when_nothing_else_is_asked_for() {
        assert_eq!(Language::default(), Language::Da);
    }
}
