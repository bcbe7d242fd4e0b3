//! When help is given.

use jiff::civil::Date;

use super::{Frequency, Weekday};
use crate::{kind::Kind, record::record};

record! {
    /// Opening hours as a rule that comes round, in the terms of RFC 5545.
    Schedule "schedule" "schedules.csv" "schedules" {
        /// The schedule's own id.
        id: String => Kind::Id,
        /// The service that keeps these hours.
        service_id: Option<String> => Kind::Link("service"),
        /// The place that keeps these hours.
        location_id: Option<String> => Kind::Link("location"),
        /// The service at one place that keeps these hours.
        service_at_location_id: Option<String> => Kind::Link("service_at_location"),
        /// The first day the rule holds.
        valid_from: Option<Date> => Kind::Date,
        /// The last day the rule holds.
        valid_to: Option<Date> => Kind::Date,
        /// The first day of the rule; needed with `interval`.
        dtstart: Option<Date> => Kind::Date,
        /// Hours from UTC for all dates and times here.
        timezone: Option<f64> => Kind::Number,
        /// The last day of the rule.
        until: Option<Date> => Kind::Date,
        /// How many times the rule comes round; instead of `until`.
        count: Option<u32> => Kind::Whole,
        /// The day the week begins.
        wkst: Option<Weekday> => Kind::Choice(Weekday::ALL),
        /// By the week or by the month.
        freq: Option<Frequency> => Kind::Choice(Frequency::ALL),
        /// Every how many weeks or months.
        interval: Option<u32> => Kind::Whole,
        /// Weekdays: `MO,TH`; by the month also `2MO` (second Monday) and `-1FR` (last Friday).
        byday: Option<String> => Kind::Weekdays,
        /// Week numbers, negative from the end of the year.
        byweekno: Option<String> => Kind::Numbers(53),
        /// Days of the month, negative from its end.
        bymonthday: Option<String> => Kind::Numbers(31),
        /// Days of the year, negative from its end.
        byyearday: Option<String> => Kind::Numbers(366),
        /// The hours in words.
        description: Option<String> => Kind::Text,
        /// Opening time; see [`clock_time`](crate::clock_time).
        opens_at: Option<String> => Kind::Time,
        /// Closing time.
        closes_at: Option<String> => Kind::Time,
        /// A page with the hours, or for booking.
        schedule_link: Option<String> => Kind::Url,
        /// How one takes part: in person, by telephone, by video.
        attending_type: Option<String> => Kind::Text,
        /// Notes.
        notes: Option<String> => Kind::Text,
    }
}
