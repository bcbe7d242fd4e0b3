//! Moments on the Danish wall clock, and spans as nanoseconds after midnight.

use std::sync::LazyLock;

use jiff::civil::{Date, DateTime, Time, date};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp, Zoned};

/// The length of a day on the wall clock, in nanoseconds.
pub(crate) const DAY: i64 = 24 * 60 * 60 * 1_000_000_000;

static COPENHAGEN: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::get("Europe/Copenhagen").expect("the time zones are built in"));

/// An instant as a clock on a wall in Denmark tells it. Made from a [`Timestamp`] or a [`Zoned`] of any zone; whoever
/// asks thousands of places about one instant makes it once.
///
/// Doors follow the wall clock. When summer time ends, an opening or closing time within the hour that comes twice
/// means the first time it comes. When summer time begins, one within the hour that is left out means the moment
/// the clock jumps past it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub(crate) date: Date,
    /// Nanoseconds after midnight by the wall clock.
    pub(crate) time: i64,
}

impl From<Timestamp> for Moment {
    fn from(instant: Timestamp) -> Self {
        let local = COPENHAGEN.to_datetime(instant);
        let told = end_of_repeated_hour(local, instant).unwrap_or(local);
        Self { date: told.date(), time: since_midnight(told.time()) }
    }
}

impl From<&Zoned> for Moment {
    fn from(instant: &Zoned) -> Self {
        instant.timestamp().into()
    }
}

/// The last nanosecond of the hour that comes twice, when `instant` is in its second coming: by then every opening
/// and closing time within that hour has already come.
fn end_of_repeated_hour(local: DateTime, instant: Timestamp) -> Option<DateTime> {
    let AmbiguousOffset::Fold { before, after } = COPENHAGEN.to_ambiguous_timestamp(local).offset() else {
        return None;
    };
    if COPENHAGEN.to_offset(instant) != after {
        return None;
    }
    let nanosecond = SignedDuration::from_nanos(1);
    let next = instant.checked_add(nanosecond).ok()?;
    let change = COPENHAGEN.preceding(next).next()?.timestamp();
    before.to_datetime(change).checked_sub(nanosecond).ok()
}

/// Nanoseconds from midnight to `time`.
pub(crate) fn since_midnight(time: Time) -> i64 {
    let seconds = (i64::from(time.hour()) * 60 + i64::from(time.minute())) * 60 + i64::from(time.second());
    seconds * 1_000_000_000 + i64::from(time.subsec_nanosecond())
}

/// The wall clock so many nanoseconds after the midnight that begins `date`; `None` past the end of the calendar.
pub(crate) fn carry(mut date: Date, mut nanoseconds: i64) -> Option<(Date, i64)> {
    while nanoseconds >= DAY {
        date = date.tomorrow().ok()?;
        nanoseconds -= DAY;
    }
    Some((date, nanoseconds))
}

/// The time of day so many nanoseconds after midnight.
pub(crate) fn time_of_day(nanoseconds: i64) -> Time {
    Time::midnight().wrapping_add(SignedDuration::from_nanos(nanoseconds))
}

/// When a span ends, in nanoseconds after the midnight before it opens: past [`DAY`] when it closes on the next
/// day. `None` when it closes the moment it opens and is therefore no span; midnight to midnight is the whole day.
pub(crate) fn end(opens: Time, closes: Time) -> Option<i64> {
    match since_midnight(closes) {
        0 => Some(DAY),
        end if opens < closes => Some(end),
        end if closes < opens => Some(end + DAY),
        _ => None,
    }
}

/// Days since 1 January 1970.
pub(crate) fn day_number(day: Date) -> i64 {
    day.duration_since(date(1970, 1, 1)).as_secs() / (24 * 60 * 60)
}
