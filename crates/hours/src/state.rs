//! Open or closed at one instant.

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use crate::clock::{self, DAY};
use crate::{ClosedBecause, Moment, OpeningHours};

/// How many days ahead the next opening is looked for.
const HORIZON_DAYS: u32 = 60;

/// Open for so many days on end is told as open always.
const ALWAYS_DAYS: i64 = 8;

/// Whether somebody is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Somebody is.
    Open {
        /// When it closes, by the Danish wall clock; `None` when it stays open for more than a week on end.
        until: Option<DateTime>,
    },
    /// Nobody is.
    Closed {
        /// When it opens next, if it does within 60 days.
        next: Option<(Date, Time)>,
        /// Why it is closed now.
        because: ClosedBecause,
    },
    /// No hours are known.
    Unknown,
}

impl OpeningHours {
    /// Whether somebody is there at `at`, until when, or when again.
    pub fn state_at(&self, at: impl Into<Moment>) -> State {
        if self.is_unknown() {
            return State::Unknown;
        }
        let at = at.into();
        if self.covered_until(at).is_some() {
            State::Open { until: self.open_until(at) }
        } else {
            let opens_today = self.next_opening_on(at.date, i64::MIN).is_some();
            let because = if opens_today { ClosedBecause::NoHours } else { self.closed_because(at.date) };
            State::Closed { next: self.next_opening(at), because }
        }
    }

    /// Whether somebody is there at `at`. Allocates nothing.
    pub fn is_open_at(&self, at: impl Into<Moment>) -> bool {
        self.covered_until(at.into()).is_some()
    }

    /// The end of the longest span open at `at`, in nanoseconds after the midnight that begins its date.
    fn covered_until(&self, at: Moment) -> Option<i64> {
        let mut latest = None;
        self.each_span(at.date, |opens, closes, _| {
            let ends = clock::end(opens, closes);
            if clock::since_midnight(opens) <= at.time && ends > Some(at.time) {
                latest = latest.max(ends);
            }
        });
        if let Ok(yesterday) = at.date.yesterday() {
            self.each_span(yesterday, |opens, closes, _| {
                let ends = clock::end(opens, closes).map(|end| end - DAY);
                if ends > Some(at.time) {
                    latest = latest.max(ends);
                }
            });
        }
        latest
    }

    /// When it first closes after `at`, following spans that take over from each other.
    fn open_until(&self, at: Moment) -> Option<DateTime> {
        let last = clock::day_number(at.date) + ALWAYS_DAYS;
        let mut end = at;
        while let Some(nanoseconds) = self.covered_until(end) {
            let (date, time) = clock::carry(end.date, nanoseconds)?;
            if clock::day_number(date) >= last {
                return None;
            }
            end = Moment { date, time };
        }
        Some(end.date.to_datetime(clock::time_of_day(end.time)))
    }

    fn next_opening(&self, at: Moment) -> Option<(Date, Time)> {
        let mut date = at.date;
        let mut after = at.time;
        for _ in 0..=HORIZON_DAYS {
            if let Some(opens) = self.next_opening_on(date, after) {
                return Some((date, opens));
            }
            date = date.tomorrow().ok()?;
            after = i64::MIN;
        }
        None
    }

    /// The first opening on `date` later than so many nanoseconds after midnight.
    fn next_opening_on(&self, date: Date, after: i64) -> Option<Time> {
        let mut first: Option<Time> = None;
        self.each_span(date, |opens, closes, _| {
            if clock::end(opens, closes).is_some() && clock::since_midnight(opens) > after {
                first = Some(first.map_or(opens, |earlier| earlier.min(opens)));
            }
        });
        first
    }
}
