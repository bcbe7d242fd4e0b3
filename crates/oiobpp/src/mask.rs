//! Takes out of a text what could be a CPR number, before it is shown.

use std::fmt;

/// Shows a text with the last four digits of anything that could be a CPR number hidden.
///
/// A privilege or a constraint is free text to its producer, and may name a person by number.
pub(crate) struct Masked<'a>(pub(crate) &'a str);

impl fmt::Debug for Masked<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&masked(self.0), out)
    }
}

fn masked(text: &str) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let hidden: Vec<usize> = (0..characters.len()).filter_map(|start| serial(&characters, start)).collect();
    for serial in hidden {
        characters[serial..serial + 4].fill('•');
    }
    characters.into_iter().collect()
}

/// Where the last four digits begin, if six and four digits stand here, joined or with a hyphen or a space between.
fn serial(characters: &[char], start: usize) -> Option<usize> {
    let are_digits = |from: usize, count: usize| {
        characters.get(from..from + count).is_some_and(|part| part.iter().all(char::is_ascii_digit))
    };
    let gap = usize::from(matches!(characters.get(start + 6), Some('-' | ' ')));
    let serial = start + 6 + gap;
    (are_digits(start, 6) && are_digits(serial, 4)).then_some(serial)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_cpr_number_loses_its_serial() {
        assert_eq!(masked("urn:dk:person:0101900002:read"), "urn:dk:person:010190••••:read");
        assert_eq!(masked("010190-0002, 020290 0003"), "010190-••••, 020290 ••••");
        assert_eq!(masked("901019000021"), "901019••••••");
    }

    #[test]
    fn other_numbers_stay() {
        for text in ["", "25.*", "13748136", "010190--0002", "010190-000", "01019-00002", "æ010190"] {
            assert_eq!(masked(text), text);
        }
    }
}
