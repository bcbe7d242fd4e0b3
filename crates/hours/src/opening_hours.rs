//! All the hours of a place, and what decides on a given date.

use std::cell::LazyCell;

use basics::holiday_on;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::{ClosedBecause, Exception, ExceptionHours, Rule};

/// When somebody is there. Exceptions beat rules; holidays close what no exception or rule opens.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningHours {
    /// The hours that come again. Those of several rules on the same day are added together.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// The days on which other hours hold, or none.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
}

impl OpeningHours {
    /// Whether nothing at all is known, which is not the same as closed.
    pub fn is_unknown(&self) -> bool {
        self.rules.is_empty() && self.exceptions.is_empty()
    }

    /// Tells every span that opens on `date`, in no order and without allocating.
    pub(crate) fn each_span<'a>(&'a self, date: Date, mut tell: impl FnMut(Time, Time, Option<&'a str>)) {
        if let Some(strongest) = self.exception_on(date) {
            let rank = strongest.rank();
            for exception in self.exceptions.iter().filter(|e| e.covers(date) && e.rank() == rank) {
                if let ExceptionHours::Open { opens_at, closes_at } = exception.hours {
                    tell(opens_at, closes_at, Some(&exception.reason));
                }
            }
            return;
        }
        let holiday = LazyCell::new(|| holiday_on(date).is_some());
        for rule in self.rules.iter().filter(|rule| rule.falls_on(date)) {
            if rule.open_on_holidays || !*holiday {
                tell(rule.opens_at, rule.closes_at, rule.note.as_deref());
            }
        }
    }

    /// Why nothing opens on `date`.
    pub(crate) fn closed_because(&self, date: Date) -> ClosedBecause {
        if let Some(exception) = self.exception_on(date) {
            return ClosedBecause::Exception(exception.reason.clone());
        }
        // A place that keeps its rules on holidays is closed for want of hours, not because of the day.
        match holiday_on(date) {
            Some(holiday) if !self.rules.iter().all(|rule| rule.open_on_holidays) => {
                ClosedBecause::Holiday(holiday)
            }
            _ => ClosedBecause::NoHours,
        }
    }

    fn exception_on(&self, date: Date) -> Option<&Exception> {
        self.exceptions.iter().filter(|exception| exception.covers(date)).min_by_key(|e| e.rank())
    }
}
