//! The number of a person in the Danish civil register (CPR), kept so that it does not slip out.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use zeroize::Zeroizing;

/// A CPR number, `DDMMYY-SSSS`, or a replacement number (erstatningspersonnummer), whose day is 60 higher.
///
/// It cannot be printed or serialized; [`Cpr::expose`] is the only way out. Its memory is cleared when it is dropped.
///
/// The check digit is never asked for: since 1 October 2007 numbers are given out that fail modulus 11.
///
/// ```
/// let cpr: basics::Cpr = "010190-1234".parse()?;
/// assert_eq!(format!("{cpr:?}"), "010190-••••");
/// # Ok::<(), basics::CprError>(())
/// ```
///
/// ```compile_fail
/// let cpr: basics::Cpr = "010190-1234".parse().unwrap();
/// println!("{cpr}"); // there is no Display
/// ```
///
/// ```compile_fail
/// fn kept<T: serde::Serialize>(_: T) {}
/// kept("010190-1234".parse::<basics::Cpr>().unwrap()); // and no Serialize
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Cpr {
    // On the heap, so that moving the value leaves no copies of the digits behind.
    digits: Zeroizing<String>,
}

/// Why a text is not a CPR number. It never repeats the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CprError {
    /// There are not ten digits, or there is something else than digits and one hyphen or space after the sixth.
    #[error("a cpr number has ten digits")]
    NotTenDigits,
    /// The first six digits are no day in the calendar, given the century the seventh digit tells.
    #[error("the cpr number does not begin with a date of birth")]
    NoSuchDate,
}

impl Cpr {
    /// The ten digits without a hyphen. Only for what must have the number itself: look-up, encryption, sending to
    /// an authority. To show it, use [`Cpr::masked`].
    pub fn expose(&self) -> &str {
        &self.digits
    }

    /// The number as it may be shown, `010190-••••`.
    pub fn masked(&self) -> String {
        format!("{}-••••", &self.digits[..6])
    }

    /// The date of birth the number tells, century included.
    pub fn birth_date(&self) -> Date {
        birth_date(&self.digits).expect("the date was checked when the number was read")
    }

    /// Whether this is a replacement number, given to people who have no CPR number.
    pub fn is_replacement(&self) -> bool {
        self.digits.as_bytes()[0] >= b'6'
    }
}

impl FromStr for Cpr {
    type Err = CprError;

    /// Reads ten digits, with or without one hyphen or space after the sixth and spaces around.
    fn from_str(text: &str) -> Result<Self, CprError> {
        let text = text.trim();
        let mut digits = Zeroizing::new(String::with_capacity(10));
        for (place, c) in text.chars().enumerate() {
            match c {
                // Never past the capacity: growing would leave the digits behind in the old memory.
                '0'..='9' if digits.len() < 10 => digits.push(c),
                '-' | ' ' if place == 6 => {}
                _ => return Err(CprError::NotTenDigits),
            }
        }
        if digits.len() != 10 {
            return Err(CprError::NotTenDigits);
        }
        birth_date(&digits).ok_or(CprError::NoSuchDate)?;
        Ok(Self { digits })
    }
}

impl fmt::Debug for Cpr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

fn birth_date(digits: &str) -> Option<Date> {
    let two = |from: usize| digits.get(from..from + 2)?.parse::<i8>().ok();
    let (day, month, year) = (two(0)?, two(2)?, two(4)?);
    let day = if day > 60 { day - 60 } else { day };
    let year = century(digits.as_bytes()[6], year) + i16::from(year);
    Date::new(year, month, day).ok()
}

/// The century by the seventh digit and the year (CPR-kontoret, "Personnummeret i CPR").
fn century(seventh: u8, year: i8) -> i16 {
    match (seventh, year) {
        (b'0'..=b'3', _) => 1900,
        (b'4' | b'9', 0..=36) => 2000,
        (b'4' | b'9', _) => 1900,
        (_, 0..=57) => 2000,
        _ => 1800,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn born(text: &str) -> Date {
        text.parse::<Cpr>().unwrap().birth_date()
    }

    #[test]
    fn the_seventh_digit_tells_the_century() {
        assert_eq!(born("010100-0000"), date(1900, 1, 1));
        assert_eq!(born("010199-3999"), date(1999, 1, 1));
        assert_eq!(born("010136-4000"), date(2036, 1, 1));
        assert_eq!(born("010137-4000"), date(1937, 1, 1));
        assert_eq!(born("010136-9000"), date(2036, 1, 1));
        assert_eq!(born("010137-9000"), date(1937, 1, 1));
        assert_eq!(born("010157-5000"), date(2057, 1, 1));
        assert_eq!(born("010158-5000"), date(1858, 1, 1));
        assert_eq!(born("010157-8000"), date(2057, 1, 1));
        assert_eq!(born("010158-8000"), date(1858, 1, 1));
    }

    #[test]
    fn a_number_that_fails_modulus_11_is_a_number() {
        // Weights 4 3 2 7 6 5 4 3 2 1 sum to 66 with the last digit 2, which eleven divides, and to 67 with 3.
        assert!("010190-0002".parse::<Cpr>().is_ok());
        assert!("010190-0003".parse::<Cpr>().is_ok());
    }

    #[test]
    fn a_replacement_number_tells_the_day_without_sixty() {
        let cpr: Cpr = "611290-1234".parse().unwrap();
        assert!(cpr.is_replacement());
        assert_eq!(cpr.birth_date(), date(1990, 12, 1));
        assert!(!"011290-1234".parse::<Cpr>().unwrap().is_replacement());
        assert_eq!(born("911290-1234"), date(1990, 12, 31));
    }

    #[test]
    fn a_leap_day_needs_a_leap_year_in_its_own_century() {
        assert_eq!(born("290200-4000"), date(2000, 2, 29));
        assert_eq!("290200-0000".parse::<Cpr>(), Err(CprError::NoSuchDate));
    }

    #[test]
    fn what_cannot_be_a_number_is_refused() {
        for text in ["", "010190", "010190-123", "010190-12345", "0101-901234", "010190--1234", "01019o1234"]
        {
            assert_eq!(text.parse::<Cpr>(), Err(CprError::NotTenDigits), "{text}");
        }
        for text in ["310690-1234", "000190-1234", "011390-1234", "600190-1234", "920190-1234"] {
            assert_eq!(text.parse::<Cpr>(), Err(CprError::NoSuchDate), "{text}");
        }
    }

    #[test]
    fn it_is_read_as_people_write_it() {
        for text in ["0101901234", "010190-1234", "010190 1234", " 010190-1234 "] {
            assert_eq!(text.parse::<Cpr>().unwrap().expose(), "0101901234");
        }
    }

    /// The same table from the other side: which seventh digits somebody born in a year can have.
    fn seventh_digits(year: i16) -> &'static [u8] {
        match year {
            1858..=1899 => &[5, 6, 7, 8],
            1900..=1936 => &[0, 1, 2, 3],
            1937..=1999 => &[0, 1, 2, 3, 4, 9],
            2000..=2036 => &[4, 5, 6, 7, 8, 9],
            _ => &[5, 6, 7, 8],
        }
    }

    proptest! {
        #[test]
        fn a_seventh_digit_tells_the_date_exactly_in_the_years_it_is_given_for(
            days in 0i32..73_049, seventh in 0u8..10, rest in 0u16..1_000, replacement: bool,
        ) {
            let day = date(1858, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            prop_assert!(day <= date(2057, 12, 31));
            let shift = if replacement { 60 } else { 0 };
            let (dd, mm, yy) = (day.day() + shift, day.month(), day.year() % 100);
            let read = format!("{dd:02}{mm:02}{yy:02}-{seventh}{rest:03}").parse::<Cpr>();
            let tells_the_day = read.as_ref().is_ok_and(|cpr| cpr.birth_date() == day);
            prop_assert_eq!(tells_the_day, seventh_digits(day.year()).contains(&seventh));
            if let Ok(cpr) = read {
                prop_assert_eq!(cpr.is_replacement(), replacement);
            }
        }

        #[test]
        fn every_last_digit_is_as_good_as_the_one_that_modulus_11_asks_for(
            day in 1i8..29, month in 1i8..13, year in 0i8..100, serial in 0u16..1_000, replacement: bool,
        ) {
            let day = if replacement { day + 60 } else { day };
            for last in 0..10 {
                let text = format!("{day:02}{month:02}{year:02}{serial:03}{last}");
                prop_assert!(text.parse::<Cpr>().is_ok(), "{}", text);
            }
        }

        #[test]
        fn every_date_and_serial_is_read_back_and_shown_without_the_serial(
            days in 0i32..36_525, serial in 0u16..10_000, replacement: bool,
        ) {
            let day = date(1900, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let shift = if replacement { 60 } else { 0 };
            let text =
                format!("{:02}{:02}{:02}{serial:04}", day.day() + shift, day.month(), day.year() % 100);
            // 29 February 1900 does not exist, but 29 February 2000 does: the serial may point to either.
            prop_assume!(!text.starts_with("290200") && !text.starts_with("890200"));
            let cpr: Cpr = text.parse().unwrap();
            prop_assert_eq!(cpr.expose(), &text);
            prop_assert_eq!((cpr.birth_date().day(), cpr.birth_date().month()), (day.day(), day.month()));
            prop_assert_eq!(cpr.birth_date().year().rem_euclid(100), day.year() % 100);
            prop_assert!((1858..=2057).contains(&cpr.birth_date().year()));
            let shown = format!("{cpr:?}");
            prop_assert_eq!(&shown, &format!("{}-••••", &text[..6]));
            prop_assert_eq!(shown, cpr.masked());
        }

        #[test]
        fn no_text_makes_it_fall_over_and_errors_never_repeat_it(text in "\\PC*|[0-9]{6}[- ]?[0-9]{4}") {
            if let Err(error) = text.parse::<Cpr>() {
                let told = format!("{error} {error:?}");
                prop_assert!(!told.chars().any(|c| c.is_ascii_digit()));
            }
        }
    }
}
