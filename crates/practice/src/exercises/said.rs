//! Texts of scenarios on a page: in the reader's language, and marked as what they are where they are in another.

use ::scenarios::{Scenario, Text};
use basics::Language;

/// A text with the language that it is in.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) text: String,
    pub(crate) lang: &'static str,
    pub(crate) dir: &'static str,
}

impl Said {
    /// What a reader of the language gets.
    pub(super) fn of(text: &Text, language: Language) -> Self {
        let (text, really) = text.read_in(language);
        Self { text: text.to_owned(), lang: really.code(), dir: really.direction().as_str() }
    }

    pub(super) fn all<'t>(texts: impl IntoIterator<Item = &'t Text>, language: Language) -> Vec<Self> {
        texts.into_iter().map(|text| Self::of(text, language)).collect()
    }
}

/// Somebody whom a learner can be.
#[derive(Debug, Clone)]
pub(super) struct Somebody {
    /// What they type at the simulated MitID; `None` where the story is that they have forgotten it.
    pub(super) key: Option<String>,
    pub(super) name: String,
    pub(super) cpr: String,
    pub(super) born: String,
}

impl Somebody {
    /// The person that the scenario calls so.
    pub(super) fn of(scenario: &Scenario, key: &str, words: &words::Words) -> Option<Self> {
        scenario.people.get(key).map(|person| Self {
            key: (!person.mitid.has_forgotten()).then(|| key.to_owned()),
            name: person.name.text.clone(),
            cpr: person.cpr.text.clone(),
            born: words.date(person.born.date),
        })
    }

    /// Everybody in it, those whom a learner is first.
    pub(super) fn everybody(scenario: &Scenario, words: &words::Words) -> Vec<Self> {
        let mut keys: Vec<&str> = Vec::new();
        let in_tasks = scenario.tasks.iter().map(|task| task.who.as_str());
        for key in in_tasks.chain(scenario.people.keys().map(String::as_str)) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys.into_iter().filter_map(|key| Self::of(scenario, key, words)).collect()
    }
}
