//! What stands in a line that a person typed: words, perhaps a postcode, perhaps a whole address.

use crate::fold;
use crate::names::full;

/// No Danish address is longer, and nobody may keep the program busy with a novel.
const LONGEST: usize = 100;

/// Words that say only what everybody knows.
const COUNTRY: [&str; 8] =
    ["dk", "danmark", "denmark", "daenemark", "danemark", "danimarka", "الدنمارك", "ڈنمارک"];

/// Words that ask for the municipality rather than the town.
const MUNICIPALITY: [&str; 5] = ["kommune", "kommunes", "kommunen", "regionskommune", "municipality"];

/// A line as typed, in folded words.
pub(crate) struct Typed {
    words: Vec<String>,
    /// The folded parts between commas and line breaks.
    parts: Vec<String>,
    pub(crate) wants_municipality: bool,
}

impl Typed {
    pub(crate) fn read(text: &str) -> Self {
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
        let mut wants_municipality = false;
        let mut parts = Vec::new();
        let mut words: Vec<String> = Vec::new();
        for part in text[..end].split([',', ';', '\n', '،']) {
            let folded = fold(part);
            let start = words.len();
            for word in folded.split(' ').filter(|word| !word.is_empty()) {
                if MUNICIPALITY.contains(&word) {
                    wants_municipality = true;
                } else if !COUNTRY.contains(&word) {
                    words.push(
                        word.strip_prefix("dk").filter(|rest| is_code(rest)).unwrap_or(word).to_owned(),
                    );
                }
            }
            if words.len() > start {
                parts.push(words[start..].join(" "));
            }
        }
        Self { words, parts, wants_municipality }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The digits, if there is nothing else.
    pub(crate) fn number(&self) -> Option<String> {
        let joined = self.words.concat();
        joined.bytes().all(|byte| byte.is_ascii_digit()).then_some(joined)
    }

    /// Every word that could be a postcode, each with the words before it and those after it up to the next number.
    pub(crate) fn codes(&self) -> impl Iterator<Item = Code> {
        let words = &self.words;
        words.iter().enumerate().filter(|(_, word)| is_code(word)).map(|(at, word)| {
            let after =
                words[at + 1..].iter().take_while(|word| !has_digit(word)).cloned().collect::<Vec<_>>();
            Code {
                number: word.bytes().fold(0, |number, byte| number * 10 + u32::from(byte - b'0')),
                before: full(&words[..at].join(" ")),
                after: full(&after.join(" ")),
            }
        })
    }

    /// What may be the name of a place, likeliest first: all that was typed, its parts from the last, and in an address
    /// without commas ("Vestergade 12 Vejle") what follows the last number.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut add = |name: &str| {
            for form in [full(name), name.to_owned()] {
                if !form.is_empty() && !names.contains(&form) {
                    names.push(form);
                }
            }
        };
        add(&self.without_numbers(&self.words));
        for part in self.parts.iter().rev() {
            let words: Vec<String> = part.split(' ').map(str::to_owned).collect();
            add(&self.without_numbers(&words));
        }
        if let Some(last) = self.words.iter().rposition(|word| has_digit(word)) {
            for start in last + 1..self.words.len() {
                add(&self.words[start..].join(" "));
            }
        }
        names
    }

    /// Runs of one to three words that may name a place among others that don't ("biblioteket i Vejle"), the longest
    /// first and of these the last. Short words are left out: too many ordinary ones are towns as well.
    pub(crate) fn runs(&self) -> impl Iterator<Item = String> {
        let words: Vec<&str> =
            self.words.iter().map(String::as_str).filter(|word| !has_digit(word)).collect();
        let runs = |length| words.windows(length).rev().map(|run| full(&run.join(" "))).collect::<Vec<_>>();
        (1..=3).rev().flat_map(runs).filter(|run| run.len() > 3).collect::<Vec<_>>().into_iter()
    }

    fn without_numbers(&self, words: &[String]) -> String {
        let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !has_digit(word)).collect();
        words.join(" ")
    }
}

/// A word that could be a postcode, and what stands around it.
pub(crate) struct Code {
    pub(crate) number: u32,
    pub(crate) before: String,
    pub(crate) after: String,
}

fn is_code(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}
