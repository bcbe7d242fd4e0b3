//! The days of a rule as RFC 5545 writes them in BYDAY: `MO`, `1WE` (the first Wednesday), `-1FR` (the last Friday).

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::HoursError;

const CODES: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

/// A weekday, or with an ordinal one such weekday of the month. Serialized as its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ByDay {
    /// Which one of the month: 1 is the first, -1 the last; `None` is every one.
    pub ordinal: Option<i8>,
    /// The day of the week.
    pub weekday: Weekday,
}

impl ByDay {
    /// Whether `date` is such a day in its month.
    pub(crate) fn is(self, date: Date) -> bool {
        date.weekday() == self.weekday
            && match self.ordinal {
                None => true,
                Some(ordinal) if ordinal > 0 => (date.day() - 1) / 7 + 1 == ordinal,
                Some(ordinal) => -((date.days_in_month() - date.day()) / 7 + 1) == ordinal,
            }
    }
}

impl From<Weekday> for ByDay {
    fn from(weekday: Weekday) -> Self {
        Self { ordinal: None, weekday }
    }
}

impl FromStr for ByDay {
    type Err = HoursError;

    fn from_str(text: &str) -> Result<Self, HoursError> {
        let unknown = || HoursError::UnknownDay(text.to_owned());
        let text = text.trim();
        let (ordinal, code) =
            text.len().checked_sub(2).and_then(|at| text.split_at_checked(at)).ok_or_else(unknown)?;
        let (_, weekday) =
            CODES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code)).ok_or_else(unknown)?;
        let ordinal = match ordinal {
            "" => None,
            // RFC 5545 allows 1 to 53 either way; no month or year has a weekday number zero.
            digits => Some(
                digits
                    .parse()
                    .ok()
                    .filter(|n: &i8| (1..=53).contains(&n.unsigned_abs()))
                    .ok_or_else(unknown)?,
            ),
        };
        Ok(Self { ordinal, weekday: *weekday })
    }
}

impl fmt::Display for ByDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(ordinal) = self.ordinal {
            write!(f, "{ordinal}")?;
        }
        f.write_str(CODES[usize::from(self.weekday.to_monday_zero_offset().unsigned_abs())].0)
    }
}

impl Serialize for ByDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ByDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
