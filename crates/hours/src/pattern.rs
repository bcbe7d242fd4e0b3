//! The ordinary week in few lines: "Monday to Thursday 10-16, Friday 10-14, Saturday and Sunday closed".

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::OpeningHours;
use crate::day::{Span, Spans};

impl OpeningHours {
    /// The week around `at`, Monday first, with neighbouring days of the same hours put together: first weekday, last
    /// weekday, and their spans, which are empty for closed days.
    ///
    /// Only rules in force on `at` count, and each for its whole week; holidays and exceptions are left out. A rule
    /// that does not come every week is shown in the weeks it comes.
    pub fn weekly_pattern(&self, at: Date) -> Vec<(Weekday, Weekday, Vec<Span>)> {
        let mut groups: Vec<(Weekday, Weekday, Vec<Span>)> = Vec::new();
        let since_monday = at.weekday().to_monday_zero_offset();
        for days in 0..7 {
            let date = at.saturating_add(i32::from(days - since_monday).days());
            let mut spans = Spans::default();
            for rule in self.rules.iter().filter(|rule| rule.in_force(at) && rule.recurs_on(date)) {
                spans.add(rule.opens_at, rule.closes_at, rule.note.as_deref());
            }
            let spans = spans.merged();
            match groups.last_mut() {
                Some((_, last, same)) if *same == spans => *last = date.weekday(),
                _ => groups.push((date.weekday(), date.weekday(), spans)),
            }
        }
        groups
    }
}
