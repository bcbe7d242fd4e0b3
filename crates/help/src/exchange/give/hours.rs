//! Opening hours as schedules.
//!
//! Times carry `+01:00`, the Danish standard time that the standard wants told; the hours follow the wall clock, so
//! that they are the same hour in summer.

use ::hours::{ExceptionHours, Freq};
use hsds::{Frequency, Schedule};
use jiff::civil::Time;

use super::super::place::{OFFSET, STANDARD_TIME};
use super::super::terms::Fact;
use super::{Giving, filled};
use crate::model::{ExceptionRow, HelpPoint, RuleRow};

impl Giving<'_> {
    pub(super) fn hours_of(&mut self, point: &HelpPoint, location: &str) {
        for row in &point.rules {
            self.rule(row, location);
        }
        for row in &point.exceptions {
            self.exception(row, location);
        }
    }

    fn rule(&mut self, row: &RuleRow, location: &str) {
        let (id, rule) = (row.id.to_string(), &row.rule);
        if rule.open_on_holidays {
            self.fact("schedule", &id, Fact::OpenOnHolidays, None);
        }
        self.tables.schedules.push(Schedule {
            id,
            location_id: Some(location.to_owned()),
            valid_from: rule.valid_from,
            valid_to: rule.valid_to,
            dtstart: rule.dtstart,
            timezone: Some(STANDARD_TIME),
            freq: Some(match rule.freq {
                Freq::Weekly => Frequency::Weekly,
                Freq::Monthly => Frequency::Monthly,
            }),
            interval: Some(rule.interval),
            byday: list(&rule.byday),
            bymonthday: list(&rule.bymonthday),
            opens_at: Some(clock(rule.opens_at)),
            closes_at: Some(clock(rule.closes_at)),
            notes: rule.note.as_deref().and_then(filled),
            ..Schedule::default()
        });
    }

    /// A row without a frequency, from its first to its last day.
    fn exception(&mut self, row: &ExceptionRow, location: &str) {
        let (id, exception) = (row.id.to_string(), &row.exception);
        let (word, opens_at, closes_at) = match exception.hours {
            ExceptionHours::Closed => ("closed", None, None),
            ExceptionHours::Open { opens_at, closes_at } => {
                ("open", Some(clock(opens_at)), Some(clock(closes_at)))
            }
        };
        self.fact("schedule", &id, Fact::Exception, Some(word));
        self.tables.schedules.push(Schedule {
            id,
            location_id: Some(location.to_owned()),
            valid_from: Some(exception.date_from),
            valid_to: Some(exception.date_to),
            timezone: Some(STANDARD_TIME),
            opens_at,
            closes_at,
            description: filled(&exception.reason),
            ..Schedule::default()
        });
    }
}

fn list<T: ToString>(days: &[T]) -> Option<String> {
    (!days.is_empty()).then(|| days.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
}

fn clock(time: Time) -> String {
    let form = if time.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
    format!("{}{OFFSET}", time.strftime(form))
}
