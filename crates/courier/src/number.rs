//! Telephone numbers as people type them.

/// The longest number there is, with its country code (ITU-T E.164 § 6).
const LONGEST: usize = 15;
/// The shortest there is, with its country code: four digits after the three of Niue.
const SHORTEST: usize = 7;
/// Danish numbers are eight digits, without area codes.
const DANISH: usize = 8;

/// Country codes of services and satellites, where a text costs the sender much or reaches nobody: international
/// freephone, shared cost, Inmarsat, universal personal numbers, satellites and networks, relief, premium
/// (List of ITU-T Recommendation E.164 assigned country codes).
const SERVICES: [&str; 9] = ["800", "808", "870", "878", "881", "882", "883", "888", "979"];

/// What is wrong with a typed telephone number. The text does not repeat it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Nothing was typed.
    #[error("no telephone number was given")]
    Empty,
    /// There is a letter or a sign that no number has, or a `+` that does not stand first.
    #[error("the telephone number has a letter or a sign that does not belong in it")]
    Sign,
    /// It is shorter than five digits or begins with 1, as 112, 1818 and the numbers for paying by text do.
    #[error("the telephone number is a short code, not somebody's number")]
    ShortCode,
    /// A digit or more is missing; a Danish number has eight.
    #[error("the telephone number has too few digits")]
    TooShort,
    /// It has a digit or more too many; a number without a country code is read as Danish and has eight.
    #[error("the telephone number has too many digits")]
    TooLong,
    /// Numbers do not begin so: a Danish one with 0, a country code with 0.
    #[error("no telephone number begins with these digits")]
    NotInUse,
    /// Calling or texting it costs extra: a Danish number that begins with 90, or an international service.
    #[error("the telephone number is that of a service which costs extra")]
    Premium,
}

/// Reads a telephone number that somebody typed, and gives it as `+` and digits (ITU-T E.164).
///
/// Eight digits are a Danish number. Others need their country code, after `+` or `00`. Spaces, hyphens, dots,
/// slashes and brackets may stand between, and the digits may be Arabic or Urdu ones.
///
/// # Errors
/// When it is nobody's number; see [`NumberError`].
///
/// ```
/// assert_eq!(courier::phone_number("20 12 34 56").unwrap(), "+4520123456");
/// assert_eq!(courier::phone_number("0046 70-123 45 67").unwrap(), "+46701234567");
/// assert_eq!(courier::phone_number("90 12 34 56"), Err(courier::NumberError::Premium));
/// ```
pub fn phone_number(typed: &str) -> Result<String, NumberError> {
    let (digits, has_plus) = digits_of(typed)?;
    if digits.is_empty() {
        return Err(if has_plus { NumberError::TooShort } else { NumberError::Empty });
    }
    let international = if has_plus { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    match international {
        None => danish(&digits),
        Some(number) => match number.strip_prefix("45") {
            Some(rest) => danish(rest),
            None => foreign(number),
        },
    }
}

/// The digits, in ASCII, and whether a `+` stands before them.
fn digits_of(typed: &str) -> Result<(String, bool), NumberError> {
    // Signs that only tell which way text runs come along when a number is copied from an Arabic page.
    let is_space = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut digits = String::new();
    let mut has_plus = false;
    for c in typed.chars().filter(|&c| !is_space(c)) {
        match c {
            '0'..='9' => digits.push(c),
            '\u{660}'..='\u{669}' => digits.push(ascii_digit(c, '\u{660}')),
            '\u{6f0}'..='\u{6f9}' => digits.push(ascii_digit(c, '\u{6f0}')),
            '+' if digits.is_empty() && !has_plus => has_plus = true,
            '-' | '\u{2010}'..='\u{2013}' | '.' | '/' | '(' | ')' => {}
            _ => return Err(NumberError::Sign),
        }
    }
    Ok((digits, has_plus))
}

fn ascii_digit(digit: char, zero: char) -> char {
    char::from_digit(u32::from(digit) - u32::from(zero), 10)
        .expect("the caller matched ten digits from zero on")
}

/// The rules of the Danish numbering plan (nummerplanbekendtgørelsen).
fn danish(digits: &str) -> Result<String, NumberError> {
    if digits.len() < 5 || (digits.starts_with('1') && digits.len() < DANISH) {
        return Err(NumberError::ShortCode);
    }
    if digits.len() != DANISH {
        return Err(if digits.len() < DANISH { NumberError::TooShort } else { NumberError::TooLong });
    }
    if digits.starts_with(['0', '1']) {
        return Err(NumberError::NotInUse);
    }
    if digits.starts_with("90") {
        return Err(NumberError::Premium);
    }
    Ok(format!("+45{digits}"))
}

fn foreign(digits: &str) -> Result<String, NumberError> {
    if digits.starts_with('0') {
        return Err(NumberError::NotInUse);
    }
    if SERVICES.iter().any(|service| digits.starts_with(service)) {
        return Err(NumberError::Premium);
    }
    match digits.len() {
        ..SHORTEST => Err(NumberError::TooShort),
        SHORTEST..=LONGEST => Ok(format!("+{digits}")),
        _ => Err(NumberError::TooLong),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_read_however_it_is_written() {
        for (typed, number) in [
            ("20123456", "+4520123456"),
            (" 20 12 34 56 ", "+4520123456"),
            ("20\u{a0}12\u{202f}34\u{a0}56", "+4520123456"),
            ("+45 20 12 34 56", "+4520123456"),
            ("+4520123456", "+4520123456"),
            ("0045 2012 3456", "+4520123456"),
            ("(+45) 20-12-34-56", "+4520123456"),
            ("٢٠١٢٣٤٥٦", "+4520123456"),
            ("۲۰۱۲۳۴۵۶", "+4520123456"),
            ("\u{202a}+45 20 12 34 56\u{202c}", "+4520123456"),
            ("+298 123456", "+298123456"),
            ("+299 12 34 56", "+299123456"),
            ("+46 70-123 45 67", "+46701234567"),
            ("+90 532 123 45 67", "+905321234567"),
        ] {
            assert_eq!(phone_number(typed).as_deref(), Ok(number), "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        use NumberError as E;
        for (typed, error) in [
            ("", E::Empty),
            (" - ", E::Empty),
            ("+", E::TooShort),
            ("ring til mig", E::Sign),
            ("2012345o", E::Sign),
            ("20+123456", E::Sign),
            ("++4520123456", E::Sign),
            ("112", E::ShortCode),
            ("+45112", E::ShortCode),
            ("1818", E::ShortCode),
            ("1272", E::ShortCode),
            ("116111", E::ShortCode),
            ("2012345", E::TooShort),
            ("+45 2012345", E::TooShort),
            ("201234567", E::TooLong),
            ("4520123456", E::TooLong),
            ("00000000", E::NotInUse),
            ("01234567", E::NotInUse),
            ("12345678", E::NotInUse),
            ("+012345678", E::NotInUse),
            ("90123456", E::Premium),
            ("+45 90 12 34 56", E::Premium),
            ("+979 123456789", E::Premium),
            ("+8816 12345678", E::Premium),
            ("+46 123", E::TooShort),
            ("+46 1234567890123456", E::TooLong),
        ] {
            assert_eq!(phone_number(typed), Err(error), "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_taken_is_plus_and_digits_and_stays_what_it_is(typed in "[+0]{0,2}[0-9 ()/.-]{6,18}") {
            if let Ok(number) = phone_number(&typed) {
                let digits = number.strip_prefix('+').unwrap();
                prop_assert!(digits.bytes().all(|c| c.is_ascii_digit()) && (7..=15).contains(&digits.len()));
                prop_assert_eq!(phone_number(&number), Ok(number.clone()));
            }
        }

        #[test]
        fn nothing_that_is_typed_makes_it_panic(typed in "\\PC*") {
            let _ = phone_number(&typed);
        }
    }
}
