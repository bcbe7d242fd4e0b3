//! One's own progress as a code to write down: which exercises are done, and nothing else. It is made of their numbers alone, so
//! that nothing has to be kept anywhere, and nobody can be found by it.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// Digits and letters that are not mistaken for each other on paper (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many letters stand for one group, for the eyes.
const GROUP: usize = 4;
/// How many letters the sum has at the end.
const SUM: usize = 2;
/// Changes when the meaning of a code does.
const EDITION: &[u8] = b"omtanke progress 1";

/// Which exercises are done, by their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Code(pub BTreeSet<u8>);

/// What was typed is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Nothing was typed.
    #[error("there is no code")]
    Empty,
    /// It has letters that no code has, or its sum is wrong: a letter was mistyped, most often.
    #[error("this is no code")]
    Wrong,
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut values = vec![0_u8; self.0.last().map_or(0, |last| usize::from(*last) / 5 + 1)];
        for number in &self.0 {
            values[usize::from(*number) / 5] |= 1 << (number % 5);
        }
        values.extend(sum(&values));
        for (at, value) in values.iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(LETTERS[usize::from(*value)]))?;
        }
        Ok(())
    }
}

impl FromStr for Code {
    type Err = CodeError;

    fn from_str(typed: &str) -> Result<Self, CodeError> {
        let letters: Vec<char> = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        if letters.is_empty() {
            return Err(CodeError::Empty);
        }
        let values: Option<Vec<u8>> = letters.into_iter().map(value).collect();
        let mut values = values.ok_or(CodeError::Wrong)?;
        let own = values.split_off(values.len().checked_sub(SUM).ok_or(CodeError::Wrong)?);
        if own != sum(&values) || values.last() == Some(&0) || values.len() > usize::from(u8::MAX) / 5 + 1 {
            return Err(CodeError::Wrong);
        }
        let bits = values.iter().enumerate().flat_map(|(at, value)| {
            (0..5).filter(move |bit| value & (1 << bit) != 0).map(move |bit| at * 5 + bit)
        });
        let numbers: Result<BTreeSet<u8>, _> = bits.map(u8::try_from).collect();
        numbers.map(Self).map_err(|_| CodeError::Wrong)
    }
}

/// What a letter stands for, however it is written by hand.
fn value(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        letter => letter,
    };
    LETTERS.iter().position(|known| char::from(*known) == letter).and_then(|at| u8::try_from(at).ok())
}

fn sum(values: &[u8]) -> [u8; SUM] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(EDITION).update(values);
    let hash = hasher.finalize();
    [hash.as_bytes()[0] % 32, hash.as_bytes()[1] % 32]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_of_exercises_has_a_code_that_gives_it_back() {
        for numbers in [vec![], vec![1], vec![5], vec![1, 2, 3, 28], (1..=250).collect(), vec![255]] {
            let code = Code(numbers.into_iter().collect());
            let written = code.to_string();
            assert_eq!(written.parse(), Ok(code), "{written}");
        }
        assert_eq!(Code((1..=28).collect()).to_string().len(), 9);
    }

    #[test]
    fn a_code_is_read_as_it_is_written_by_hand() {
        let code = Code([1, 4, 9, 28].into_iter().collect());
        let written = code.to_string();
        let by_hand =
            format!(" {} ", written.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l"));
        assert_eq!(by_hand.parse(), Ok(code));
    }

    #[test]
    fn a_letter_that_was_mistyped_is_found_nearly_always() {
        let written = Code([3, 7, 20].into_iter().collect()).to_string();
        let mut taken = 0;
        for at in 0..written.len() {
            for letter in LETTERS {
                let mut other = written.clone().into_bytes();
                if other[at] == b'-' || other[at] == *letter {
                    continue;
                }
                other[at] = *letter;
                taken += usize::from(String::from_utf8(other).unwrap().parse::<Code>().is_ok());
            }
        }
        assert!(taken <= 3, "{taken} mistyped codes were taken");
        assert_eq!("".parse::<Code>(), Err(CodeError::Empty));
        for wrong in ["A", "??", "ÆØÅ", "ZZZZ-ZZZZ-ZZZZ", &"Z".repeat(400)] {
            assert_eq!(wrong.parse::<Code>(), Err(CodeError::Wrong), "{wrong}");
        }
    }
}
