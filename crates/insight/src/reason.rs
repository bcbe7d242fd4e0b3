//! Why something cannot be done, or what a reader should know: a text of `locales/` and the values in it. The command line says
//! it in English, a page in the language of whoever reads it; it can be kept, and said in another language later.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::Words;

/// What is said where somebody else's text is all there is.
const TEXT: &str = "insight-why-text";

/// Why something cannot be done, or what a reader should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    key: String,
    values: Vec<(String, Value)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Value {
    Text(String),
    Reason(Reason),
}

impl Reason {
    /// The text of this key, which has room for no values yet.
    #[must_use]
    pub fn of(key: &str) -> Self {
        Self { key: key.to_owned(), values: Vec::new() }
    }

    /// A text that is in English alone: what a library says of a damaged file, or what was kept before reasons were.
    #[must_use]
    pub fn text(text: impl fmt::Display) -> Self {
        Self::of(TEXT).with("text", text)
    }

    /// With a value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.values.push((name.to_owned(), Value::Text(value.to_string())));
        self
    }

    /// With another reason as a value.
    #[must_use]
    pub fn since(mut self, name: &str, reason: Self) -> Self {
        self.values.push((name.to_owned(), Value::Reason(reason)));
        self
    }

    /// With every value seen by `change`, as for names of files.
    #[must_use]
    pub fn map(mut self, change: &dyn Fn(&str) -> String) -> Self {
        for (_, value) in &mut self.values {
            *value = match value {
                Value::Text(text) => Value::Text(change(text)),
                Value::Reason(reason) => Value::Reason(reason.clone().map(change)),
            };
        }
        self
    }

    /// In a language.
    #[must_use]
    pub fn said(&self, words: &words::Words) -> String {
        let texts: Vec<(&str, String)> = self
            .values
            .iter()
            .map(|(name, value)| match value {
                Value::Text(text) => (name.as_str(), text.clone()),
                Value::Reason(reason) => (name.as_str(), reason.said(words)),
            })
            .collect();
        let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
        words.with(&self.key, &texts)
    }

    /// In Danish and in English.
    #[must_use]
    pub fn words(&self) -> Words {
        let said = |language| self.said(words::words(language));
        Words { da: said(basics::Language::Da), en: said(basics::Language::En) }
    }
}

/// In English, as the command line says it.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said(words::words(basics::Language::En)))
    }
}

impl<'de> Deserialize<'de> for Reason {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Kept {
            Reason { key: String, values: Vec<(String, Value)> },
            Text(String),
        }
        Ok(match Kept::deserialize(from)? {
            Kept::Reason { key, values } => Self { key, values },
            Kept::Text(text) => Self::text(text),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_said_in_each_language_also_after_it_was_kept() {
        let row = Reason::of("insight-row-no-number").with("field", "weight").with("value", "\"ti\"");
        assert_eq!(row.to_string(), "weight is \"ti\", which is no number");
        let kept: Reason = serde_json::from_str(&serde_json::to_string(&row).unwrap()).unwrap();
        assert_eq!(kept.words().da, "weight er \"ti\", som ikke er et tal");
        let older: Reason = serde_json::from_str("\"helped is 9\"").unwrap();
        assert_eq!(older.words(), Words::same("helped is 9"));
    }

    #[test]
    fn names_are_changed_wherever_they_stand() {
        let inner = Reason::of("insight-file-no-names").with("unused", "/proc/self/fd/9");
        let whole = Reason::of("insight-why-format").with("file", "/proc/self/fd/9").since("why", inner);
        let named = whole.map(&|text| text.replace("/proc/self/fd/9", "vejle.csv"));
        assert_eq!(named.to_string(), "vejle.csv cannot be read: its first line has no names of variables");
        assert!(!format!("{named:?}").contains("proc"));
    }

    /// Every key in the sources has a text in both languages.
    #[test]
    fn every_reason_has_its_text() {
        let mut found = 0;
        let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let source = std::fs::read_to_string(&path).unwrap();
                for part in source.split("Reason::of(\"").skip(1) {
                    let key = part.split('"').next().unwrap();
                    for language in [basics::Language::Da, basics::Language::En] {
                        assert!(words::words(language).has(key), "{key} of {}", path.display());
                    }
                    found += 1;
                }
            }
        }
        assert!(found > 50, "{found}");
    }
}
