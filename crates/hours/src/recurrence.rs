//! On which dates a rule comes, by RFC 5545 section 3.3.10.

use jiff::civil::{Date, Weekday};

use crate::{Freq, Rule, clock};

impl Rule {
    /// Whether the rule comes on `date`, holidays aside.
    pub fn falls_on(&self, date: Date) -> bool {
        self.in_force(date) && self.recurs_on(date)
    }

    /// Whether `date` lies between the first and last day the rule holds.
    pub(crate) fn in_force(&self, date: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= date)
            && self.dtstart.is_none_or(|from| from <= date)
            && self.valid_to.is_none_or(|to| date <= to)
    }

    /// Whether `date` is in step with the rule, were it always in force.
    pub(crate) fn recurs_on(&self, date: Date) -> bool {
        match self.freq {
            Freq::Weekly => self.names_weekday(date.weekday()) && self.in_step(date, weeks),
            Freq::Monthly => self.names_day_of_month(date) && self.in_step(date, months),
        }
    }

    /// The date the interval is counted from.
    pub(crate) fn start(&self) -> Option<Date> {
        self.dtstart.or(self.valid_from)
    }

    fn names_weekday(&self, weekday: Weekday) -> bool {
        match self.start() {
            Some(start) if self.byday.is_empty() => start.weekday() == weekday,
            _ => self.byday.iter().any(|day| day.ordinal.is_none() && day.weekday == weekday),
        }
    }

    fn names_day_of_month(&self, date: Date) -> bool {
        if self.byday.is_empty() && self.bymonthday.is_empty() {
            return self.start().is_some_and(|start| start.day() == date.day());
        }
        let from_end = date.day() - date.days_in_month() - 1;
        (self.byday.is_empty() || self.byday.iter().any(|day| day.is(date)))
            && (self.bymonthday.is_empty()
                || self.bymonthday.iter().any(|day| *day == date.day() || *day == from_end))
    }

    fn in_step(&self, date: Date, count: fn(Date) -> i64) -> bool {
        match (self.interval, self.start()) {
            (1, _) => true,
            (0, _) | (_, None) => false,
            (interval, Some(start)) => (count(date) - count(start)).rem_euclid(i64::from(interval)) == 0,
        }
    }
}

/// Numbers weeks so that those between two Mondays share a number.
fn weeks(date: Date) -> i64 {
    let monday = clock::day_number(date) - i64::from(date.weekday().to_monday_zero_offset());
    monday.div_euclid(7)
}

fn months(date: Date) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month())
}
