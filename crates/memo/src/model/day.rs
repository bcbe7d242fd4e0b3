//! A day as XML writes it: perhaps with the offset of its time zone.

use jiff::civil::Date;
use jiff::tz::Offset;

/// An `xs:date`: `2024-05-03`, `2024-05-03Z` or `2024-05-03+02:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day in the calendar, of a year from 1 to 9999.
    pub date: Date,
    /// Where that day begins and ends, in whole minutes and at most 14 hours from UTC. Most messages do not say.
    pub offset: Option<Offset>,
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self { date, offset: None }
    }
}
