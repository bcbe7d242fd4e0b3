//! Where sentences end. A full stop is not always the end: `kl. 9.14`, `f.eks.`, `17. marts`, `5.678`, `borger.dk`.

use crate::{
    abbreviations::{Abbreviation, abbreviation},
    token::{Chunk, Word, chunks, is_closer, is_opener},
};

/// The words between two ends.
#[derive(Debug, Default)]
pub(crate) struct Sentence<'a> {
    pub(crate) words: Vec<Word<'a>>,
}

/// Splits a text into sentences that have words. An empty line ends a sentence, and so does a line that begins a list.
pub(crate) fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut done = Vec::new();
    let mut paragraph = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let before = paragraph.len();
        paragraph.extend(chunks(line, offset));
        if paragraph.len() == before {
            split(&std::mem::take(&mut paragraph), &mut done);
        }
        offset += line.len();
    }
    split(&paragraph, &mut done);
    done
}

/// Splits one paragraph.
fn split<'a>(paragraph: &[Chunk<'a>], done: &mut Vec<Sentence<'a>>) {
    let mut sentence = Sentence::default();
    for (at, chunk) in paragraph.iter().enumerate() {
        let next = paragraph.get(at + 1);
        let marker = is_list_marker(chunk, next);
        if !marker {
            sentence.words.extend(chunk.words());
        }
        if marker || ends(chunk, next) {
            finish(&mut sentence, done);
        }
    }
    finish(&mut sentence, done);
}

fn finish<'a>(sentence: &mut Sentence<'a>, done: &mut Vec<Sentence<'a>>) {
    let sentence = std::mem::take(sentence);
    if !sentence.words.is_empty() {
        done.push(sentence);
    }
}

/// `-`, `•` or `1.` at the start of a line. A number is a marker only before a capital: a wrapped line may well begin
/// with `17. marts`.
fn is_list_marker(chunk: &Chunk<'_>, next: Option<&Chunk<'_>>) -> bool {
    if !chunk.leads_line {
        return false;
    }
    let number = chunk.text.strip_suffix(['.', ')']).unwrap_or_default();
    let counted = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let follows = next.is_some_and(|next| !next.leads_line);
    matches!(chunk.text, "-" | "*" | "•" | "·" | "–")
        || (counted && follows && starts(next) == Start::Capital)
}

/// What the next chunk begins with, after brackets and quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Nothing,
    Capital,
    Small,
    Other,
}

fn starts(next: Option<&Chunk<'_>>) -> Start {
    let Some(next) = next else { return Start::Nothing };
    match next.text.trim_start_matches(is_opener).chars().next() {
        Some(letter) if letter.is_lowercase() => Start::Small,
        // Scripts without capitals count as capitals: every end mark ends there.
        Some(letter) if letter.is_alphabetic() => Start::Capital,
        _ => Start::Other,
    }
}

/// Whether a sentence ends after this chunk.
fn ends(chunk: &Chunk<'_>, next: Option<&Chunk<'_>>) -> bool {
    let next = starts(next);
    let bare = chunk.bare();
    let stem = bare.trim_end_matches(['.', '!', '?', '…', '؟', '۔']);
    let marks = &bare[stem.len()..];
    if marks.is_empty() {
        return false;
    }
    if next == Start::Nothing {
        return true;
    }
    if marks.contains(['!', '?', '؟', '۔']) {
        // »Hvad?« spurgte Aase: a quoted question goes on.
        let quoted = chunk.text.ends_with(is_closer);
        return !(quoted && next == Start::Small);
    }
    if marks.contains('…') || marks.len() > 1 {
        // A thought that trails off … and goes on.
        return next != Start::Small;
    }
    let goes_on = matches!(next, Start::Small | Start::Other);
    if !stem.is_empty() && stem.bytes().all(|b| b.is_ascii_digit()) {
        // 17. marts and 17. 3. 2026, but »Det var i 2017. Nu …«
        return next == Start::Capital || (next == Start::Other && stem.len() > 2);
    }
    if stem.chars().count() == 1 && stem.chars().all(char::is_uppercase) {
        // H. C. Andersen
        return false;
    }
    match abbreviation(&format!("{}.", stem.to_lowercase())) {
        Some(Abbreviation::Leading) => false,
        Some(Abbreviation::Closing) => !goes_on,
        None => true,
    }
}
