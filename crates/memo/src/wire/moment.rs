//! Moments and days as XML Schema writes them, of the years 1 to 9999.

use std::borrow::Cow;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use jiff::{Span, Timestamp};

use crate::wire::XML_SPACE;
use crate::wire::value::{Plain, Read, WriteRules};
use crate::{Day, Rule};

/// `memoDateTimeType`: an `xs:dateTime` that ends in `Z`. White space around it does not count.
pub(crate) struct Moment;

impl Plain for Moment {
    type Value = Timestamp;

    fn read(text: &str) -> Read<Timestamp> {
        let moment = moment(text.trim_matches(XML_SPACE)).ok_or(Rule::DateTime)?;
        Ok((moment, None))
    }

    fn check(value: &Timestamp, _rules: &WriteRules) -> Result<(), Rule> {
        if is_writable(*value) { Ok(()) } else { Err(Rule::DateTime) }
    }

    fn write(value: &Timestamp) -> Cow<'_, str> {
        value.to_string().into()
    }
}

/// Whether the moment lies in the years 1 to 9999.
fn is_writable(moment: Timestamp) -> bool {
    (1..=9999).contains(&Offset::UTC.to_datetime(moment).year())
}

fn moment(text: &str) -> Option<Timestamp> {
    let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
    let day = date(day)?;
    let (clock, fraction) = time.split_once('.').map_or((time, None), |(clock, rest)| (clock, Some(rest)));
    let mut parts = clock.split(':');
    let (hour, minute, second) = (two(parts.next()?)?, two(parts.next()?)?, two(parts.next()?)?);
    let nanosecond = fraction.map_or(Some(0), nanoseconds)?;
    if parts.next().is_some() {
        return None;
    }
    let at = if hour == 24 {
        // The end of a day, which is the beginning of the next.
        let is_midnight = (minute, second, nanosecond) == (0, 0, 0);
        let next = is_midnight.then(|| day.checked_add(Span::new().days(1)).ok())??;
        DateTime::from_parts(next, Time::midnight())
    } else {
        DateTime::from_parts(day, Time::new(hour, minute, second, nanosecond).ok()?)
    };
    let moment = TimeZone::UTC.to_timestamp(at).ok()?;
    is_writable(moment).then_some(moment)
}

/// What follows the decimal point. Zeros beyond the ninth digit change nothing; other digits would be lost.
fn nanoseconds(digits: &str) -> Option<i32> {
    let are_digits = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let significant = digits.trim_end_matches('0');
    (are_digits && significant.len() <= 9).then(|| format!("{significant:0<9}").parse().ok())?
}

/// `YYYY-MM-DD`; there is no year 0.
fn date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, two(parts.next()?)?, two(parts.next()?)?);
    let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit()) && year != "0000";
    let year = is_year.then(|| year.parse().ok())??;
    if parts.next().is_some() { None } else { Date::new(year, month, day).ok() }
}

/// Two digits.
fn two(text: &str) -> Option<i8> {
    let are_two_digits = text.len() == 2 && text.bytes().all(|digit| digit.is_ascii_digit());
    are_two_digits.then(|| text.parse().ok())?
}

/// `xs:date`. White space around it does not count.
pub(crate) struct CalendarDay;

/// The farthest a time zone lies from UTC in XML Schema, in minutes.
const FARTHEST: i32 = 14 * 60;

impl Plain for CalendarDay {
    type Value = Day;

    fn read(text: &str) -> Read<Day> {
        let day = day(text.trim_matches(XML_SPACE)).ok_or(Rule::Date)?;
        Ok((day, None))
    }

    fn check(value: &Day, _rules: &WriteRules) -> Result<(), Rule> {
        let is_writable = (1..=9999).contains(&value.date.year())
            && value.offset.is_none_or(|offset| {
                offset.seconds() % 60 == 0 && (-FARTHEST..=FARTHEST).contains(&(offset.seconds() / 60))
            });
        if is_writable { Ok(()) } else { Err(Rule::Date) }
    }

    fn write(value: &Day) -> Cow<'_, str> {
        let date = value.date;
        let Some(offset) = value.offset else { return date.to_string().into() };
        if offset == Offset::UTC {
            return format!("{date}Z").into();
        }
        let minutes = offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
        format!("{date}{sign}{hours:02}:{minutes:02}").into()
    }
}

fn day(text: &str) -> Option<Day> {
    let (day, zone) = text.split_at_checked("YYYY-MM-DD".len())?;
    let date = date(day)?;
    let offset = match zone {
        "" => None,
        "Z" => Some(Offset::UTC),
        zone => Some(offset(zone)?),
    };
    Some(Day { date, offset })
}

/// `+hh:mm` or `-hh:mm`.
fn offset(text: &str) -> Option<Offset> {
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let (hours, minutes) = text[1..].split_once(':')?;
    let (hours, minutes) = (i32::from(two(hours)?), i32::from(two(minutes)?));
    let all = hours * 60 + minutes;
    (minutes < 60 && all <= FARTHEST).then(|| Offset::from_seconds(sign * all * 60).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn again(text: &str) -> Option<String> {
        moment(text).map(|moment| <Moment as Plain>::write(&moment).into_owned())
    }

    fn day_again(text: &str) -> Option<String> {
        day(text).map(|day| <CalendarDay as Plain>::write(&day).into_owned())
    }

    #[test]
    fn a_moment_comes_back_as_it_was() {
        for text in [
            "2018-05-03T12:00:00Z",
            "2024-02-29T23:59:59.999999999Z",
            "0001-01-01T00:00:00Z",
            "9999-12-30T12:00:00.5Z",
        ] {
            assert_eq!(again(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_moment_written_in_another_way_is_the_same_moment() {
        assert_eq!(again("2018-12-31T24:00:00Z").as_deref(), Some("2019-01-01T00:00:00Z"));
        assert_eq!(again("2018-05-03T12:00:00.000Z").as_deref(), Some("2018-05-03T12:00:00Z"));
        assert_eq!(again("2018-05-03T12:00:00.1000000000000Z").as_deref(), Some("2018-05-03T12:00:00.1Z"));
        assert_eq!(
            <Moment as Plain>::read("\n 2018-05-03T12:00:00Z ").ok().unwrap().0,
            moment("2018-05-03T12:00:00Z").unwrap()
        );
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "Z",
            "2018-05-03",
            "2018-05-03T12:00:00",
            "2018-05-03T12:00:00+00:00",
            "2018-05-03T12:00:00z",
            "2018-05-03 12:00:00Z",
            "2018-02-29T12:00:00Z",
            "2018-05-03T12:00Z",
            "2018-05-03T24:00:01Z",
            "2018-05-03T12:00:60Z",
            "2018-05-03T12:00:00.Z",
            "2018-05-03T12:00:00.1234567891Z",
            "0000-05-03T12:00:00Z",
            "-0001-05-03T12:00:00Z",
            "18-05-03T12:00:00Z",
            "12018-05-03T12:00:00Z",
            "2018-5-3T12:00:00Z",
            "2018-05-03T1:00:00Z",
            "2018-05-03T+1:00:00Z",
            "9999-12-31T24:00:00Z",
            "2018-05-03T12:00:00:00Z",
        ] {
            assert_eq!(again(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_keeps_the_offset_it_has() {
        for text in ["2024-05-03", "2024-05-03Z", "2024-05-03+02:00", "2024-05-03-11:30", "2024-05-03+14:00"]
        {
            assert_eq!(day_again(text).as_deref(), Some(text));
        }
        assert_eq!(day_again("2024-05-03+00:00").as_deref(), Some("2024-05-03Z"));
        for text in
            ["2024-05-3", "2024-05-32", "2024-05-03+14:01", "2024-05-03+2:00", "2024-05-03z", "2024-05-0é"]
        {
            assert_eq!(day_again(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_that_has_no_four_digits_is_not_written() {
        let rules = WriteRules { longest_notification: 150 };
        let before = Timestamp::MIN;
        assert_eq!(<Moment as Plain>::check(&before, &rules), Err(Rule::DateTime));
        let odd = Day { date: jiff::civil::date(2024, 5, 3), offset: Offset::from_seconds(90).ok() };
        assert_eq!(<CalendarDay as Plain>::check(&odd, &rules), Err(Rule::Date));
    }
}
