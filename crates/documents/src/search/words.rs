//! The words of a text.

use super::fold::low;

/// The longest word, in bytes. What is longer is no word of a letter but something encoded.
pub(super) const LONGEST_WORD: usize = 64;

/// Goes through the words of a text in lower case, each with the letters it has. Words that a hyphen, a dot or an apostrophe
/// joins come one by one and then as one: `e-Boks` is `e`, `boks` and `eboks`.
pub(super) fn each_word(text: &str, mut give: impl FnMut(&str)) {
    let mut word = String::new();
    let mut joined = String::new();
    let mut parts = 0;
    let mut letters = low(text).peekable();
    while let Some(letter) = letters.next() {
        if letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter) {
            word.push(letter);
            joined.push(letter);
            continue;
        }
        if !word.is_empty() {
            give(&word);
            word.clear();
            parts += 1;
        }
        let joins = matches!(letter, '-' | '.' | '\'' | '’' | '\u{2010}' | '\u{2011}');
        if !(joins && letters.peek().is_some_and(|next| next.is_alphanumeric())) {
            if parts > 1 {
                give(&joined);
            }
            joined.clear();
            parts = 0;
        }
    }
    if !word.is_empty() {
        give(&word);
        parts += 1;
    }
    if parts > 1 {
        give(&joined);
    }
}
