//! The places in a text that deserve a second look.

use std::ops::Range;

use crate::{
    measure::Limits,
    sentence::Sentence,
    token::Word,
    wordlist::{ENTRIES, Entry},
};

/// A place in the text and why it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The block it stands in, counted from 0; always 0 for a plain text.
    pub block: usize,
    /// The bytes it covers in that block's text.
    pub span: Range<usize>,
    /// Why.
    pub reason: Reason,
}

/// Why a place was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A sentence of more words than the limit. Split it.
    LongSentence {
        /// Its words.
        words: usize,
        /// The most it should have.
        limit: usize,
    },
    /// A word of at least so many letters that it is hard to take in. Split or replace it.
    LongWord {
        /// Its letters.
        letters: usize,
    },
    /// A word of the office.
    Bureaucratic {
        /// What people say.
        plainer: &'static str,
    },
    /// A verb in the passive (`skal udfyldes`), which hides who is to do it.
    Passive,
}

/// All findings in a sentence, in the order they stand.
pub(crate) fn find(block: usize, sentence: &Sentence<'_>, limits: &Limits) -> Vec<Finding> {
    let words = &sentence.words;
    let mut findings = Vec::new();
    let mut add = |span, reason| findings.push(Finding { block, span, reason });
    if let ([first, ..], [.., last]) = (words.as_slice(), words.as_slice())
        && words.len() > limits.sentence_words
    {
        let reason = Reason::LongSentence { words: words.len(), limit: limits.sentence_words };
        add(first.start..last.end(), reason);
    }
    let lower: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
    let mut at = 0;
    while at < words.len() {
        let word = &words[at];
        if let Some((length, entry)) = office_words(&lower[at..]) {
            add(word.start..words[at + length - 1].end(), Reason::Bureaucratic { plainer: entry.plainer });
            at += length;
            continue;
        }
        if is_passive(&lower[..at], &lower[at]) {
            add(word.start..word.end(), Reason::Passive);
        }
        if word.letters() >= limits.word_letters && !word.is_address() {
            add(word.start..word.end(), Reason::LongWord { letters: word.letters() });
        }
        at += 1;
    }
    findings
}

/// The longest phrase of the list that the words begin with, and how many words it has.
fn office_words(words: &[String]) -> Option<(usize, &'static Entry)> {
    let matches = |form: &str| {
        let mut count = 0;
        let fits = form.split(' ').all(|part| {
            count += 1;
            words.get(count - 1).is_some_and(|word| word == part)
        });
        fits.then_some(count)
    };
    let longest =
        |entry: &'static Entry| entry.forms.iter().filter_map(|form| matches(form)).max().zip(Some(entry));
    ENTRIES.iter().filter_map(longest).max_by_key(|(length, _)| *length)
}

/// A form on -es within two words after a modal verb: `skal udfyldes`, `kan ikke åbnes`. Other passives look like nouns
/// and names, and a false alarm costs more trust than a missed one.
fn is_passive(before: &[String], word: &str) -> bool {
    const MODALS: &[&str] =
        &["skal", "kan", "må", "vil", "bør", "skulle", "kunne", "måtte", "ville", "burde"];
    // These end in -s but are done by nobody to nobody: to be found, to seem, to meet, to succeed.
    const ACTIVE: &[&str] = &[
        "findes",
        "synes",
        "mødes",
        "lykkes",
        "trives",
        "mindes",
        "færdes",
        "mislykkes",
        "enes",
        "skændes",
        "deres",
    ];
    let close = &before[before.len().saturating_sub(2)..];
    let modal = close.iter().any(|word| MODALS.contains(&word.as_str()));
    modal && word.chars().count() > 4 && word.ends_with("es") && !ACTIVE.contains(&word)
}

impl Word<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}
