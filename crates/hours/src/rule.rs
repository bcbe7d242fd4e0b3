//! A rule: on which days it holds, and from when to when.

use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};

use crate::{ByDay, HoursError, clock};

/// Hours that come again, every week or every month: the part of RFC 5545 that HSDS `schedule` uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Weeks or months.
    pub freq: Freq,
    /// Every so many weeks or months; at least 1. Weeks begin on Monday.
    #[serde(default = "one")]
    pub interval: u32,
    /// The weekdays. In a monthly rule that also has `bymonthday`, a date must be both.
    #[serde(default)]
    pub byday: Vec<ByDay>,
    /// The days of the month in a monthly rule; -1 is the last day.
    #[serde(default)]
    pub bymonthday: Vec<i8>,
    /// The first day the rule holds.
    #[serde(default)]
    pub valid_from: Option<Date>,
    /// The last day the rule holds, that day included.
    #[serde(default)]
    pub valid_to: Option<Date>,
    /// The date the interval is counted from, and before which the rule does not hold. Without `byday` and
    /// `bymonthday` it also names the day. `valid_from` stands in where it is missing.
    #[serde(default)]
    pub dtstart: Option<Date>,
    /// When the doors open.
    pub opens_at: Time,
    /// When they close; 00:00 is the end of the day. Earlier than `opens_at` means on the next day.
    pub closes_at: Time,
    /// Whether the rule also holds on public holidays and customary closing days.
    #[serde(default)]
    pub open_on_holidays: bool,
    /// What people should know about just these hours.
    #[serde(default)]
    pub note: Option<String>,
}

/// What a rule counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Freq {
    /// Weeks, beginning on Monday.
    Weekly,
    /// Months.
    Monthly,
}

impl Rule {
    /// Every week on these weekdays.
    pub fn weekly(weekdays: &[Weekday], opens_at: Time, closes_at: Time) -> Self {
        let byday = weekdays.iter().copied().map(ByDay::from).collect();
        Self::new(Freq::Weekly, byday, opens_at, closes_at)
    }

    /// Every month on these days, such as the first Monday.
    pub fn monthly(byday: Vec<ByDay>, opens_at: Time, closes_at: Time) -> Self {
        Self::new(Freq::Monthly, byday, opens_at, closes_at)
    }

    fn new(freq: Freq, byday: Vec<ByDay>, opens_at: Time, closes_at: Time) -> Self {
        Self {
            freq,
            interval: one(),
            byday,
            bymonthday: Vec::new(),
            valid_from: None,
            valid_to: None,
            dtstart: None,
            opens_at,
            closes_at,
            open_on_holidays: false,
            note: None,
        }
    }

    /// Reads RFC 5545 BYDAY text such as `MO,TU,1WE`. Blank text names no day.
    ///
    /// # Errors
    /// [`HoursError::UnknownDay`] with the first part that is not a day.
    pub fn parse_byday(text: &str) -> Result<Vec<ByDay>, HoursError> {
        if text.trim().is_empty() {
            return Ok(Vec::new());
        }
        text.split(',').map(str::parse).collect()
    }

    /// Checks what the types cannot. A rule with faults is harmless: it does not open anything it should not.
    ///
    /// # Errors
    /// Every fault found, each naming its field.
    pub fn validate(&self) -> Result<(), Vec<HoursError>> {
        let mut faults = Vec::new();
        self.check_days(&mut faults);
        if self.interval == 0 {
            faults.push(HoursError::IntervalZero);
        }
        if self.interval > 1 && self.start().is_none() {
            faults.push(HoursError::IntervalWithoutStart);
        }
        if let (Some(from), Some(to)) = (self.valid_from.max(self.dtstart), self.valid_to)
            && to < from
        {
            faults.push(HoursError::ValidToBeforeValidFrom);
        }
        if clock::end(self.opens_at, self.closes_at).is_none() {
            faults.push(HoursError::ClosesWhenItOpens);
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    fn check_days(&self, faults: &mut Vec<HoursError>) {
        for day in &self.byday {
            match (self.freq, day.ordinal) {
                (_, None) => {}
                (Freq::Weekly, Some(_)) => faults.push(HoursError::OrdinalInWeeklyRule(*day)),
                (Freq::Monthly, Some(ordinal)) if !(1..=5).contains(&ordinal.unsigned_abs()) => {
                    faults.push(HoursError::OrdinalOutOfRange(*day));
                }
                (Freq::Monthly, Some(_)) => {}
            }
        }
        if self.byday.is_empty() && self.bymonthday.is_empty() && self.start().is_none() {
            faults.push(HoursError::NoDay);
        }
        if self.freq == Freq::Weekly && !self.bymonthday.is_empty() {
            faults.push(HoursError::MonthDayInWeeklyRule);
        }
        let no_day = |day: &&i8| !(1..=31).contains(&day.unsigned_abs());
        faults.extend(self.bymonthday.iter().filter(no_day).map(|day| HoursError::MonthDayOutOfRange(*day)));
    }
}

const fn one() -> u32 {
    1
}
