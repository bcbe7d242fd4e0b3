//! One form for all that reads the same.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Folds text to the form in which words are compared: lower case, no accents, Danish letters as `aa`, `ae` and `oe`, digits
/// of any alphabet as `0`–`9`, Arabic without its signs for vowels and with one form of alef and of ya, and one space for
/// all that is neither letter nor digit. What cannot be seen vanishes.
///
/// Folding twice gives the same as folding once.
///
/// ```
/// assert_eq!(documents::fold("Afgørelse om ÅBEN café"), "afgoerelse om aaben cafe");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 8);
    if text.is_ascii() {
        text.chars().for_each(|letter| push(&mut folded, letter.to_ascii_lowercase()));
    } else {
        for letter in low(text) {
            match letter {
                // the Swedish and German letters are what those neighbours write for the Danish ones
                'å' => folded.push_str("aa"),
                'æ' | 'ä' => folded.push_str("ae"),
                'ø' | 'ö' => folded.push_str("oe"),
                _ => decompose_canonical(letter, |part| push(&mut folded, part)),
            }
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Lower case in composed form, without what cannot be seen.
pub(super) fn low(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfkc().flat_map(char::to_lowercase).nfc().filter(|letter| !is_unseen(*letter))
}

fn push(folded: &mut String, part: char) {
    match part {
        'a'..='z' | '0'..='9' => folded.push(part),
        'æ' => folded.push_str("ae"),
        'ø' => folded.push_str("oe"),
        'ß' => folded.push_str("ss"),
        'œ' => folded.push_str("oe"),
        'ð' | 'đ' => folded.push('d'),
        'ł' => folded.push('l'),
        'þ' => folded.push_str("th"),
        // Turkish and Azeri
        'ı' => folded.push('i'),
        // forms of alef, of ya and of the ending -a, and what Persian and Urdu write for kaf, ya and ha
        '\u{0671}' => folded.push('\u{0627}'),
        '\u{0649}' | '\u{06CC}' | '\u{06D2}' => folded.push('\u{064A}'),
        '\u{0629}' | '\u{06C1}' | '\u{06BE}' | '\u{06D5}' => folded.push('\u{0647}'),
        '\u{06A9}' => folded.push('\u{0643}'),
        _ if is_combining_mark(part) || is_unseen(part) => {}
        _ if let Some(digit) = eastern_digit(part) => folded.push(digit),
        _ if part.is_alphanumeric() => folded.push(part),
        _ if folded.is_empty() || folded.ends_with(' ') => {}
        _ => folded.push(' '),
    }
}

/// Arabic-Indic digits, and the extended ones of Persian and Urdu.
fn eastern_digit(letter: char) -> Option<char> {
    let digit = match letter {
        '\u{0660}'..='\u{0669}' => u32::from(letter) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(letter) - 0x06F0,
        _ => return None,
    };
    char::from_digit(digit, 10)
}

/// What is drawn as nothing, and the stroke that makes Arabic words longer.
fn is_unseen(letter: char) -> bool {
    letter == '\u{0640}' || (!letter.is_control() && crate::name::is_unseen(letter))
}
