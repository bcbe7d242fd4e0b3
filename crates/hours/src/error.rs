//! What can be wrong with a rule or an exception, and in which field.

use crate::ByDay;

/// One fault in what somebody typed or sent. [`HoursError::field`] tells where to show it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// A day that is not RFC 5545 text such as `MO` or `-1FR`.
    #[error("unknown weekday {0:?}: expected MO, TU, WE, TH, FR, SA or SU, with a number before it at most")]
    UnknownDay(String),
    /// A weekly rule with a day such as `1MO`: every week has one Monday.
    #[error("{0} belongs in a monthly rule, not a weekly one")]
    OrdinalInWeeklyRule(ByDay),
    /// No month has more than five of a weekday.
    #[error("{0} never comes: a month has at most five of a weekday")]
    OrdinalOutOfRange(ByDay),
    /// Neither a day is named nor a first date from which it could be read.
    #[error("no day is named, and there is no dtstart to take it from")]
    NoDay,
    /// A weekly rule with days of the month (RFC 5545 forbids it).
    #[error("days of the month belong in a monthly rule, not a weekly one")]
    MonthDayInWeeklyRule,
    /// A day of the month that is not 1 to 31, or -31 to -1 counted from the end.
    #[error("{0} is no day of a month")]
    MonthDayOutOfRange(i8),
    /// An interval of zero: never.
    #[error("the interval is zero: the rule would never come")]
    IntervalZero,
    /// Every second week, but nothing says from which one.
    #[error("an interval above one needs a dtstart to count from")]
    IntervalWithoutStart,
    /// The rule ends before it begins.
    #[error("the last valid date is before the first")]
    ValidToBeforeValidFrom,
    /// It closes the minute it opens. Midnight to midnight is the whole day and no fault.
    #[error("the closing time is the same as the opening time")]
    ClosesWhenItOpens,
    /// An exception that ends before it begins.
    #[error("the last date of the exception is before the first")]
    DateToBeforeDateFrom,
    /// An exception of which nobody is told why.
    #[error("the exception has no reason")]
    NoReason,
}

impl HoursError {
    /// The field the fault is in, as it is named in [`Rule`](crate::Rule) or [`Exception`](crate::Exception).
    pub const fn field(&self) -> &'static str {
        match self {
            Self::UnknownDay(_) | Self::OrdinalInWeeklyRule(_) | Self::OrdinalOutOfRange(_) | Self::NoDay => {
                "byday"
            }
            Self::MonthDayInWeeklyRule | Self::MonthDayOutOfRange(_) => "bymonthday",
            Self::IntervalZero => "interval",
            Self::IntervalWithoutStart => "dtstart",
            Self::ValidToBeforeValidFrom => "valid_to",
            Self::ClosesWhenItOpens => "closes_at",
            Self::DateToBeforeDateFrom => "date_to",
            Self::NoReason => "reason",
        }
    }
}
