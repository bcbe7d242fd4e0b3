//! When Easter falls, on which half the Danish holidays hang.

use jiff::civil::{Date, date};

/// Easter Sunday by the Gregorian rule: the first Sunday after the ecclesiastical full moon on or after 21 March.
///
/// Denmark has followed this rule since 1776.
///
/// # Panics
/// When `year` is outside what [`Date`] holds (-9999 to 9999).
pub fn easter_sunday(year: i16) -> Date {
    let y = i32::from(year);
    let century = y.div_euclid(100);
    let golden = y.rem_euclid(19);

    // Days from 21 March to the full moon: the 19-year cycle, corrected for the leap days left out and the drift
    // of the moon, which the calendar settles eight times in 2500 years.
    let left_out = century - century.div_euclid(4);
    let drift = (8 * century + 13).div_euclid(25);
    let mut moon = (19 * golden + left_out - drift + 15).rem_euclid(30);
    // A cycle of 29 days now and then: never later than 18 April, and never the same date twice in 19 years.
    if moon == 29 || (moon == 28 && golden > 10) {
        moon -= 1;
    }

    // Days since Sunday on the date of the full moon; a full moon on a Sunday puts Easter a week later.
    let weekday = (y + y.div_euclid(4) - left_out + moon + 2).rem_euclid(7);
    let day = 21 + moon + (7 - weekday);
    let (month, day) = if day > 31 { (4, day - 31) } else { (3, day) };
    date(year, month, i8::try_from(day).expect("Easter is at most 25 April"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn easter_falls_where_the_printed_tables_say() {
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2011, 4, 24),
            (2019, 4, 21),
            (2020, 4, 12),
            (2021, 4, 4),
            (2022, 4, 17),
            (2023, 4, 9),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2029, 4, 1),
            (2030, 4, 21),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
        ] {
            assert_eq!(easter_sunday(year), date(year, month, day));
        }
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_between_22_march_and_25_april(year in -9999i16..=9999) {
            let easter = easter_sunday(year);
            prop_assert_eq!(easter.weekday(), Weekday::Sunday);
            prop_assert!(easter >= date(year, 3, 22) && easter <= date(year, 4, 25));
        }
    }
}
