//! The codebook of a survey: what its variables are, in Danish and English.
//!
//! ```yaml
//! title: { da: It-anvendelse i befolkningen, en: Use of IT by the population }
//! design: { weights: weight, strata: [stratum] }
//! period: year
//! variables:
//!   needed_help:
//!     question: { da: Har du haft brug for hjælp?, en: Did you need help? }
//!     values: { 0: { da: Nej, en: No }, 1: { da: Ja, en: Yes } }
//!     missing: [8, 9]
//!     asked: uses_public_digital == 1
//! multiple:
//!   channels:
//!     question: { da: Hvor fik du hjælp?, en: Where did you get help? }
//!     answers: [ch_phone, ch_staff]
//!     asked: needed_help == 1
//! areas: { region: region, municipality: municipality }
//! replicate_weights: { prefix: rw_, method: jk1 }
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::{Error, Reason, ReplicateColumns};

/// A text in Danish and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In Danish.
    pub da: String,
    /// In English.
    pub en: String,
}

impl Words {
    /// The text in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Danish => &self.da,
            Language::English => &self.en,
        }
    }

    /// The same text in both languages.
    pub(crate) fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { da: text.clone(), en: text }
    }
}

/// The languages of sentences and tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Danish.
    Danish,
    /// English.
    English,
}

/// What is known of a survey and its variables.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Codebook {
    /// What the survey is called.
    pub title: Words,
    /// Whose survey it is, and where it comes from.
    pub source: Words,
    /// How it was drawn.
    pub design: DesignNames,
    /// Replicate weights that come with the file.
    pub replicate_weights: Option<ReplicateColumns>,
    /// The variable that tells the years, or other rounds, apart.
    pub period: Option<String>,
    /// The variables.
    pub variables: BTreeMap<String, Variable>,
    /// Questions that several answers may be given to.
    pub multiple: BTreeMap<String, Multiple>,
    /// The variables that say where somebody lives.
    pub areas: Areas,
}

/// The variables that say where somebody lives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Areas {
    /// The region.
    pub region: Option<String>,
    /// The municipality.
    pub municipality: Option<String>,
}

/// The variables that say how a sample was drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DesignNames {
    /// The weight of each row.
    pub weights: Option<String>,
    /// The strata of each stage.
    pub strata: Vec<String>,
    /// The sampling units of each stage.
    pub units: Vec<String>,
    /// The population sizes of each stage.
    pub population: Vec<String>,
    /// Whether labels of units are used again in other strata.
    pub nest: bool,
}

/// A variable.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Variable {
    /// The question as it was asked.
    pub question: Option<Words>,
    /// Whether its values are numbers or names of categories.
    pub kind: Option<Kind>,
    /// What its values mean. If they are given, no other value is right.
    pub values: BTreeMap<Code, Words>,
    /// Values that mean that there is no answer.
    pub missing: Vec<Code>,
    /// The smallest and the largest value that a number can have.
    pub range: Option<[f64; 2]>,
    /// Who was asked, as a condition.
    pub asked: Option<String>,
}

/// What the values of a variable are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Numbers.
    Number,
    /// Names of categories, even if they look like numbers.
    Category,
}

/// A question that several answers may be given to.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Multiple {
    /// The question as it was asked.
    pub question: Words,
    /// A variable of 0 and 1 for each answer.
    pub answers: Vec<String>,
    /// Who was asked, as a condition.
    pub asked: Option<String>,
}

/// A value as a codebook writes it: a number or a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(pub String);

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Code;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number or a text")
            }
            fn visit_i64<E>(self, value: i64) -> Result<Code, E> {
                Ok(Code(value.to_string()))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Code, E> {
                Ok(Code(value.to_string()))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Code, E> {
                Ok(Code(value.to_string()))
            }
            fn visit_str<E>(self, value: &str) -> Result<Code, E> {
                Ok(Code(value.to_owned()))
            }
        }
        from.deserialize_any(Visitor)
    }
}

impl Codebook {
    /// Reads a codebook.
    ///
    /// # Errors
    /// It cannot be opened, is no YAML, or has fields that codebooks do not have.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(|why| Error::file(path, why))?;
        Self::parse(&text, path)
    }

    /// Reads a codebook from its text; `path` is what errors call it.
    ///
    /// # Errors
    /// It is no YAML, or has fields that codebooks do not have.
    pub fn parse(text: &str, path: &Path) -> Result<Self, Error> {
        serde_saphyr::from_str(text)
            .map_err(|why| Error::format(path, Reason::of("insight-file-yaml").with("text", why)))
    }

    /// Who was asked a question, as a condition.
    #[must_use]
    pub fn asked(&self, name: &str) -> Option<&str> {
        let variable = self.variables.get(name).and_then(|variable| variable.asked.as_deref());
        let multiple = || {
            let own = |set: &&Multiple| set.answers.iter().any(|answer| answer == name);
            self.multiple.get(name).or_else(|| self.multiple.values().find(own))?.asked.as_deref()
        };
        variable.or_else(multiple)
    }

    /// What a value of a variable means.
    #[must_use]
    pub fn label(&self, variable: &str, value: &str) -> Option<&Words> {
        self.variables.get(variable)?.values.get(&Code(value.to_owned()))
    }

    /// The question that a variable answers.
    #[must_use]
    pub fn question(&self, name: &str) -> Option<&Words> {
        let multiple = || self.multiple.get(name).map(|set| &set.question);
        self.variables.get(name).and_then(|variable| variable.question.as_ref()).or_else(multiple)
    }
}

/// What the values of one variable must be, looked up once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules<'c> {
    variable: Option<&'c Variable>,
    missing: Vec<f64>,
    allowed: Vec<f64>,
}

impl<'c> Rules<'c> {
    pub(crate) fn of(codebook: Option<&'c Codebook>, name: &str) -> Self {
        let variable = codebook.and_then(|codebook| codebook.variables.get(name));
        let numbers = |codes: Vec<&Code>| codes.iter().filter_map(|code| code.0.parse().ok()).collect();
        Self {
            variable,
            missing: variable.map_or_else(Vec::new, |v| numbers(v.missing.iter().collect())),
            allowed: variable.map_or_else(Vec::new, |v| numbers(v.values.keys().collect())),
        }
    }

    pub(crate) fn is_number(&self) -> bool {
        self.variable.is_some_and(|variable| variable.kind == Some(Kind::Number) || variable.range.is_some())
    }

    pub(crate) fn is_category(&self) -> bool {
        self.variable.is_some_and(|variable| variable.kind == Some(Kind::Category))
    }

    pub(crate) fn is_missing(&self, text: &str) -> bool {
        self.variable.is_some_and(|variable| variable.missing.iter().any(|code| code.0 == text))
    }

    /// The number, NaN if it means that there is no answer, or why it is wrong.
    pub(crate) fn number(&self, name: &str, value: f64) -> Result<f64, Reason> {
        let Some(variable) = self.variable else { return Ok(value) };
        if self.missing.contains(&value) {
            return Ok(f64::NAN);
        }
        if let Some([least, most]) = variable.range
            && !(least..=most).contains(&value)
        {
            let reason = Reason::of("insight-row-range").with("field", name).with("value", value);
            return Err(reason.with("least", least).with("most", most));
        }
        if !self.allowed.is_empty() && !self.allowed.contains(&value) {
            return Err(Reason::of("insight-row-unknown").with("field", name).with("value", value));
        }
        Ok(value)
    }

    /// Whether a text is one that the codebook knows.
    pub(crate) fn check_text(&self, name: &str, text: &str) -> Result<(), Reason> {
        let Some(variable) = self.variable else { return Ok(()) };
        if variable.values.is_empty() || variable.values.keys().any(|code| code.0 == text) {
            return Ok(());
        }
        Err(Reason::of("insight-row-unknown").with("field", name).with("value", format!("{text:?}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "
title: { da: Vejle spørger, en: Vejle asks }
variables:
  needed_help:
    question: { da: Fik du hjælp?, en: Were you helped? }
    values: { 0: { da: Nej, en: No }, 1: { da: Ja, en: Yes } }
    missing: [9, 'ved ikke']
    asked: uses_public_digital == 1
  region:
    kind: category
    values: { '082': { da: Midtjylland, en: Central Jutland } }
multiple:
  channels:
    question: { da: Hvor?, en: Where? }
    answers: [ch_phone, ch_staff]
    asked: needed_help == 1
";

    #[test]
    fn a_codebook_knows_values_gaps_and_who_was_asked() {
        let book: Codebook = serde_saphyr::from_str(TEXT).unwrap();
        let rules = Rules::of(Some(&book), "needed_help");
        assert_eq!(rules.number("needed_help", 1.0), Ok(1.0));
        assert!(rules.number("needed_help", 9.0).unwrap().is_nan());
        assert!(rules.number("needed_help", 2.0).unwrap_err().to_string().contains("does not know"));
        assert!(rules.is_missing("ved ikke"));
        assert_eq!(book.asked("ch_staff"), Some("needed_help == 1"));
        assert_eq!(book.asked("channels"), Some("needed_help == 1"));
        assert_eq!(book.asked("needed_help"), Some("uses_public_digital == 1"));
        assert_eq!(book.label("needed_help", "1").unwrap().da, "Ja");
        assert!(Rules::of(Some(&book), "region").check_text("region", "084").is_err());
    }

    #[test]
    fn a_misspelt_field_is_an_error() {
        assert!(serde_saphyr::from_str::<Codebook>("titel: { da: a, en: b }").is_err());
    }
}
