//! The number of a company in the Danish business register (CVR).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Weights of the eight digits; a sum that eleven divides is a valid number. Erhvervsstyrelsen: "Modulus 11 for
/// CVR-numre".
const WEIGHTS: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];

/// A CVR number. Public, so it may be shown; kept and serialized as its eight digits.
///
/// ```
/// let cvr: basics::Cvr = "13 74 81 36".parse()?;
/// assert_eq!(cvr.to_string(), "13748136");
/// # Ok::<(), basics::CvrError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cvr(u32);

/// Why a text is not a CVR number. It never repeats the text: people put CPR numbers in the wrong field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CvrError {
    /// There are not eight digits, or there is something else than digits and spaces.
    #[error("a cvr number has eight digits")]
    NotEightDigits,
    /// The check sum is wrong, most often because a digit was mistyped.
    #[error("the cvr number's check sum is wrong")]
    CheckSum,
}

impl FromStr for Cvr {
    type Err = CvrError;

    fn from_str(text: &str) -> Result<Self, CvrError> {
        let mut digits = [0; 8];
        let mut count = 0;
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            let digit = c.to_digit(10).ok_or(CvrError::NotEightDigits)?;
            *digits.get_mut(count).ok_or(CvrError::NotEightDigits)? = digit;
            count += 1;
        }
        if count != digits.len() {
            return Err(CvrError::NotEightDigits);
        }
        let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
        // Eight zeros pass the sum and are nobody's number.
        if sum == 0 || !sum.is_multiple_of(11) {
            return Err(CvrError::CheckSum);
        }
        Ok(Self(digits.iter().fold(0, |number, digit| number * 10 + digit)))
    }
}

impl fmt::Display for Cvr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08}", self.0)
    }
}

impl Serialize for Cvr {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cvr {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn valid_number() -> impl Strategy<Value = String> {
        (1u32..10_000_000).prop_filter_map("no check digit fits one in eleven", |first| {
            (0..10).map(|check| format!("{first:07}{check}")).find(|text| text.parse::<Cvr>().is_ok())
        })
    }

    #[test]
    fn a_number_from_the_register_is_accepted_with_or_without_spaces() {
        for text in ["13748136", "13 74 81 36", " 13748136\n"] {
            assert_eq!(text.parse::<Cvr>().unwrap().to_string(), "13748136");
        }
    }

    #[test]
    fn what_cannot_be_a_number_is_refused() {
        assert_eq!("1374813".parse::<Cvr>(), Err(CvrError::NotEightDigits));
        assert_eq!("137481360".parse::<Cvr>(), Err(CvrError::NotEightDigits));
        assert_eq!("1374813x".parse::<Cvr>(), Err(CvrError::NotEightDigits));
        assert_eq!("13748137".parse::<Cvr>(), Err(CvrError::CheckSum));
        assert_eq!("00000000".parse::<Cvr>(), Err(CvrError::CheckSum));
    }

    #[test]
    fn json_holds_the_eight_digits_and_is_checked() {
        let cvr: Cvr = serde_json::from_str("\"13748136\"").unwrap();
        assert_eq!(serde_json::to_string(&cvr).unwrap(), "\"13748136\"");
        assert!(serde_json::from_str::<Cvr>("\"13748137\"").is_err());
    }

    proptest! {
        #[test]
        fn the_check_digit_is_the_one_that_fills_the_sum_up_to_eleven(first in 0u32..10_000_000) {
            let text = format!("{first:07}");
            let sum: u32 = text.bytes().zip([2, 7, 6, 5, 4, 3, 2]).map(|(d, weight)| u32::from(d - b'0') * weight).sum();
            // Where ten would be needed, and for eight zeros, the seven digits begin no number at all.
            let expected = (11 - sum % 11) % 11;
            for check in 0..10 {
                let is_number = format!("{text}{check}").parse::<Cvr>().is_ok();
                prop_assert_eq!(is_number, check == expected && first > 0, "{}{}", text, check);
            }
        }

        #[test]
        fn two_neighbours_changed_about_are_always_found(number in valid_number(), place in 0usize..7) {
            let mut typed = number.clone().into_bytes();
            typed.swap(place, place + 1);
            let typed = String::from_utf8(typed).unwrap();
            prop_assert_eq!(typed.parse::<Cvr>().is_ok(), typed == number);
        }

        #[test]
        fn one_mistyped_digit_is_always_found(number in valid_number(), place in 0usize..8, step in 1u8..10) {
            let mut typed = number.into_bytes();
            typed[place] = b'0' + (typed[place] - b'0' + step) % 10;
            prop_assert!(String::from_utf8(typed).unwrap().parse::<Cvr>().is_err());
        }

        #[test]
        fn no_text_makes_it_fall_over_and_errors_never_repeat_it(text in "\\PC*") {
            if let Err(error) = text.parse::<Cvr>() {
                prop_assert!(!error.to_string().chars().any(|c| c.is_ascii_digit()));
            }
        }
    }
}
