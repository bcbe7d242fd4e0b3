//! Days on which the rules do not hold.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::{HoursError, clock};

/// Days with other hours than the rules say, or none. It also opens a place on a holiday.
///
/// Where several cover a date, those that cover the fewest days decide: one open day in a closed summer is open. Of
/// equally short ones a closed one decides; open ones are added together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// The first day.
    pub date_from: Date,
    /// The last day, that day included.
    pub date_to: Date,
    /// What holds on each of the days.
    pub hours: ExceptionHours,
    /// Why, in the words people read.
    pub reason: String,
}

/// What an exception puts in place of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionHours {
    /// Nobody is there.
    Closed,
    /// These hours and no others.
    Open {
        /// When the doors open.
        opens_at: Time,
        /// When they close; 00:00 is the end of the day. Earlier than `opens_at` means on the next day.
        closes_at: Time,
    },
}

impl Exception {
    /// Closed from `date_from` to and including `date_to`.
    pub fn closed(date_from: Date, date_to: Date, reason: impl Into<String>) -> Self {
        Self { date_from, date_to, hours: ExceptionHours::Closed, reason: reason.into() }
    }

    /// Special hours on `date`.
    pub fn open(date: Date, opens_at: Time, closes_at: Time, reason: impl Into<String>) -> Self {
        let hours = ExceptionHours::Open { opens_at, closes_at };
        Self { date_from: date, date_to: date, hours, reason: reason.into() }
    }

    /// Checks what the types cannot.
    ///
    /// # Errors
    /// Every fault found, each naming its field.
    pub fn validate(&self) -> Result<(), Vec<HoursError>> {
        let mut faults = Vec::new();
        if self.date_to < self.date_from {
            faults.push(HoursError::DateToBeforeDateFrom);
        }
        if let ExceptionHours::Open { opens_at, closes_at } = self.hours
            && clock::end(opens_at, closes_at).is_none()
        {
            faults.push(HoursError::ClosesWhenItOpens);
        }
        if self.reason.trim().is_empty() {
            faults.push(HoursError::NoReason);
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    pub(crate) fn covers(&self, date: Date) -> bool {
        self.date_from <= date && date <= self.date_to
    }

    /// How strongly it decides: the least wins.
    pub(crate) fn rank(&self) -> (i64, bool) {
        let days = clock::day_number(self.date_to) - clock::day_number(self.date_from);
        (days, self.hours != ExceptionHours::Closed)
    }
}
