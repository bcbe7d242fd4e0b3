//! Schedules as rules and exceptions.

use ::hours::{Exception, ExceptionHours, Freq, HoursError, Rule};
use hsds::{Frequency, Location, Schedule, ServiceAtLocation, Weekday, clock_time};
use jiff::civil::Time;
use uuid::Uuid;

use super::super::ids::derived;
use super::super::terms::Fact;
use super::notes::at;
use super::{Taking, uuid};
use crate::model::{ExceptionRow, RuleRow};

const FILE: &str = "schedules.csv";

impl Taking<'_> {
    /// The hours in the order in which Omtanke keeps them.
    pub(super) fn hours(
        &mut self,
        location: &Location,
        pairs: &[&ServiceAtLocation],
    ) -> (Vec<RuleRow>, Vec<ExceptionRow>) {
        let (mut rules, mut exceptions): (Vec<RuleRow>, Vec<ExceptionRow>) = Default::default();
        for row in self.tables.schedules.nearest(&location.id, pairs) {
            if self.is_exception(row) {
                if let Some(exception) = self.exception(row) {
                    exceptions.push(ExceptionRow { id: row_id(row, location), exception });
                }
            } else if let Some(rule) = self.rule(row)
                // Several services of a place often keep the same hours; what is the place's own stays as it is.
                && (row.location_id.is_some() || rules.iter().all(|known| known.rule != rule))
            {
                rules.push(RuleRow { id: row_id(row, location), rule });
            }
        }
        rules.sort_unstable_by_key(|row| (row.rule.opens_at, row.id));
        exceptions.sort_unstable_by_key(|row| (row.exception.date_from, row.id));
        (rules, exceptions)
    }

    /// Another publisher's row is an exception only where it is for one day: hours without a frequency from March to
    /// October could as well be meant for every day.
    fn is_exception(&self, row: &Schedule) -> bool {
        let one_day = || row.opens_at.is_some() && row.valid_to.is_some() && first_day(row) == row.valid_to;
        self.facts.has("schedule", &row.id, Fact::Exception)
            || (row.freq.is_none() && row.byday.is_none() && row.bymonthday.is_none() && one_day())
    }

    fn exception(&mut self, row: &Schedule) -> Option<Exception> {
        let word = self.facts.one("schedule", &row.id, Fact::Exception);
        let closed = match word.map_or("open", |statement| statement.value()) {
            "open" => false,
            "closed" => true,
            other => {
                let id = word.map_or(&*row.id, |statement| &statement.attribute.id).to_owned();
                let message = format!("\"{other}\" is not allowed here. Use open or closed.");
                self.notes.error(at("attributes.csv", &id, "value"), message);
                return None;
            }
        };
        let Some(date_from) = first_day(row) else {
            self.notes
                .error(at(FILE, &row.id, "valid_from"), "An exception needs its first day. Fill it in.");
            return None;
        };
        let hours = if closed {
            ExceptionHours::Closed
        } else {
            let (opens_at, closes_at) = self.times(row)?;
            ExceptionHours::Open { opens_at, closes_at }
        };
        let reason = row
            .description
            .clone()
            .unwrap_or_else(|| if closed { "lukket".to_owned() } else { "ændret åbningstid".to_owned() });
        let exception = Exception { date_from, date_to: row.valid_to.unwrap_or(date_from), hours, reason };
        self.validated(row, exception.validate())?;
        Some(exception)
    }

    fn rule(&mut self, row: &Schedule) -> Option<Rule> {
        let id = &row.id;
        let repeats = row.freq.is_some() || row.byday.is_some() || row.bymonthday.is_some();
        if !repeats && row.opens_at.is_none() && row.closes_at.is_none() {
            self.notes.warn(at(FILE, id, "freq"), "Hours in words only were left out.");
            return None;
        }
        let freq = match row.freq {
            Some(Frequency::Monthly) => Freq::Monthly,
            Some(Frequency::Weekly) => Freq::Weekly,
            None if row.byday.is_some() => Freq::Weekly,
            None => {
                let message =
                    "Nothing says on which days these hours hold. Write WEEKLY or MONTHLY, and the days.";
                self.notes.error(at(FILE, id, "freq"), message);
                return None;
            }
        };
        let held = self.can_be_held(row);
        let (opens_at, closes_at) = self.times(row)?;
        let byday = match Rule::parse_byday(row.byday.as_deref().unwrap_or_default()) {
            Ok(days) => days,
            Err(error) => {
                self.validated(row, Err(vec![error]))?;
                return None;
            }
        };
        let rule = Rule {
            freq,
            interval: row.interval.unwrap_or(1),
            byday,
            bymonthday: row.bymonthday.iter().flat_map(|days| days.split(',')).filter_map(day).collect(),
            valid_from: row.valid_from,
            valid_to: row.valid_to.into_iter().chain(row.until).min(),
            dtstart: row.dtstart,
            opens_at,
            closes_at,
            open_on_holidays: self.facts.has("schedule", id, Fact::OpenOnHolidays),
            note: row.notes.clone(),
        };
        self.validated(row, rule.validate())?;
        held.then_some(rule)
    }

    /// Refuses the parts of RFC 5545 that Omtanke's rules do not have: left out, they would change the meaning.
    fn can_be_held(&mut self, row: &Schedule) -> bool {
        let monday = row.wkst.is_none_or(|day| day == Weekday::Monday) || row.interval.unwrap_or(1) == 1;
        let unheld = [
            ("count", row.count.is_some()),
            ("byweekno", row.byweekno.is_some()),
            ("byyearday", row.byyearday.is_some()),
            ("wkst", !monday),
            ("timezone", row.timezone.is_some_and(|hours| hours != 1.0 && hours != 2.0)),
        ];
        let mut held = true;
        for (field, _) in unheld.into_iter().filter(|(_, given)| *given) {
            let message = "Omtanke's opening hours cannot say this. Write the hours without it.";
            self.notes.error(at(FILE, &row.id, field), message);
            held = false;
        }
        held
    }

    fn times(&mut self, row: &Schedule) -> Option<(Time, Time)> {
        let opens_at = self.time(row, row.opens_at.as_deref(), "opens_at");
        let closes_at = self.time(row, row.closes_at.as_deref(), "closes_at");
        opens_at.zip(closes_at)
    }

    /// Hours follow the wall clock in Denmark, so an offset may only say that: that of winter or that of summer.
    fn time(&mut self, row: &Schedule, text: Option<&str>, field: &'static str) -> Option<Time> {
        let message = match text.and_then(clock_time) {
            Some(clock) if matches!(clock.offset_minutes, None | Some(60 | 120)) => return Some(clock.time),
            Some(_) => "The time is not told by the clock in Denmark. Write it as 09:30 or 09:30+01:00.",
            None => "Hours need both times. Fill it in.",
        };
        self.notes.error(at(FILE, &row.id, field), message);
        None
    }

    fn validated(&mut self, row: &Schedule, checked: Result<(), Vec<HoursError>>) -> Option<()> {
        let Err(faults) = checked else { return Some(()) };
        for fault in faults {
            let field = match fault.field() {
                "date_to" => "valid_to",
                "reason" => "description",
                field => field,
            };
            self.notes.error(at(FILE, &row.id, field), format!("This cannot be: {fault}."));
        }
        None
    }
}

fn first_day(row: &Schedule) -> Option<jiff::civil::Date> {
    row.valid_from.or(row.dtstart)
}

/// The check has let whole numbers through only.
fn day(text: &str) -> Option<i8> {
    text.trim().trim_start_matches('+').parse().ok()
}

/// The row's own id where it belongs to the place; where it belongs to a service that may stand in several places,
/// one for this place.
fn row_id(row: &Schedule, location: &Location) -> Uuid {
    if row.location_id.is_some() { uuid(&row.id) } else { derived(&["schedule", &row.id, &location.id]) }
}
