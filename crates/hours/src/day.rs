//! The hours of one day, as they are shown to people.

use basics::Holiday;
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::OpeningHours;
use crate::clock::{self, DAY};

/// What a day holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// The hours that open on this day, in order.
    pub spans: Vec<Span>,
    /// Why there are none; `None` when there are some.
    pub closed_because: Option<ClosedBecause>,
}

/// From opening to closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// When the doors open.
    pub opens: Time,
    /// When they close; 00:00 is the end of the day. Earlier than `opens` means on the next day.
    pub closes: Time,
    /// What people should know about just these hours; for special hours, the reason.
    pub note: Option<String>,
}

/// Why nobody is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosedBecause {
    /// A public holiday or a customary closing day.
    Holiday(Holiday),
    /// An exception, with its reason.
    Exception(String),
    /// Simply not within the hours.
    NoHours,
}

impl OpeningHours {
    /// The hours that open on `date`. Hours that meet or overlap are one span, unless their notes differ.
    pub fn on(&self, date: Date) -> Day {
        let mut spans = Spans::default();
        self.each_span(date, |opens, closes, note| spans.add(opens, closes, note));
        let spans = spans.merged();
        let closed_because = spans.is_empty().then(|| self.closed_because(date));
        Day { spans, closed_because }
    }

    /// Seven days from `start`.
    pub fn week(&self, start: Date) -> [(Date, Day); 7] {
        [0, 1, 2, 3, 4, 5, 6].map(|days| {
            let date = start.saturating_add(days.days());
            (date, self.on(date))
        })
    }
}

/// Spans of one day on their way to being shown.
#[derive(Default)]
pub(crate) struct Spans<'a>(Vec<Open<'a>>);

/// A span in nanoseconds after midnight.
struct Open<'a> {
    from: i64,
    to: i64,
    note: Option<&'a str>,
}

impl<'a> Spans<'a> {
    pub(crate) fn add(&mut self, opens: Time, closes: Time, note: Option<&'a str>) {
        if let Some(to) = clock::end(opens, closes) {
            let note = note.filter(|note| !note.trim().is_empty());
            self.0.push(Open { from: clock::since_midnight(opens), to, note });
        }
    }

    pub(crate) fn merged(mut self) -> Vec<Span> {
        self.0.sort_by_key(|open| (open.from, open.to, open.note));
        let mut merged: Vec<Open<'a>> = Vec::with_capacity(self.0.len());
        for open in self.0 {
            match merged.iter_mut().find(|earlier| earlier.takes_in(&open)) {
                Some(earlier) => earlier.to = earlier.to.max(open.to),
                None => merged.push(open),
            }
        }
        merged.into_iter().map(Span::from).collect()
    }
}

impl Open<'_> {
    /// Whether `later` continues this span, and the two together can still be told by two times of day.
    fn takes_in(&self, later: &Self) -> bool {
        let to = self.to.max(later.to);
        let told = to - self.from < DAY || (self.from == 0 && to == DAY);
        self.note == later.note && later.from <= self.to && told
    }
}

impl From<Open<'_>> for Span {
    fn from(open: Open<'_>) -> Self {
        Self {
            opens: clock::time_of_day(open.from),
            closes: clock::time_of_day(open.to),
            note: open.note.map(str::to_owned),
        }
    }
}
