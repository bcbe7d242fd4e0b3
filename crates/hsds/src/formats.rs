//! The forms of text the standard asks for.

use jiff::civil;

/// A time of day with the distance to UTC, if one was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockTime {
    /// The time on the clock.
    pub time: civil::Time,
    /// Minutes east of UTC; `None` when the text had no offset and means local time.
    pub offset_minutes: Option<i16>,
}

/// Reads `opens_at` and `closes_at`: `HH:MM` or `HH:MM:SS`, then nothing, `Z` or `±HH:MM`.
///
/// ```
/// assert_eq!(hsds::clock_time("09:30+01:00").unwrap().offset_minutes, Some(60));
/// assert_eq!(hsds::clock_time("half past nine"), None);
/// ```
pub fn clock_time(text: &str) -> Option<ClockTime> {
    let cut = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at(cut);
    let (hour, minute, second) = match clock.len() {
        5 => (clock.get(..2)?, clock.get(3..)?, "00"),
        8 => (clock.get(..2)?, clock.get(3..5)?, clock.get(6..)?),
        _ => return None,
    };
    if clock.bytes().skip(2).step_by(3).any(|b| b != b':') {
        return None;
    }
    let time = civil::Time::new(two(hour)?, two(minute)?, two(second)?, 0).ok()?;
    let offset_minutes = match zone {
        "" => None,
        "Z" => Some(0),
        _ => {
            let (hours, minutes) = zone.get(1..)?.split_once(':')?;
            let (hours, minutes) = (i16::from(two(hours)?), i16::from(two(minutes)?));
            // No clock on earth is further from UTC than 14 hours.
            if hours > 14 || minutes > 59 {
                return None;
            }
            let away = hours * 60 + minutes;
            Some(if zone.starts_with('-') { -away } else { away })
        }
    };
    Some(ClockTime { time, offset_minutes })
}

fn two(digits: &str) -> Option<i8> {
    (digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

fn has_gap(text: &str) -> bool {
    text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"".contains(c))
}

pub(crate) fn is_email(text: &str) -> bool {
    match text.split_once('@') {
        Some((name, host)) => {
            let labels = host.split('.').all(|label| !label.is_empty());
            !name.is_empty() && host.contains('.') && labels && !host.contains('@') && !has_gap(text)
        }
        None => false,
    }
}

pub(crate) fn is_web(text: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        text.get(..scheme.len())
            .filter(|start| start.eq_ignore_ascii_case(scheme))
            .and(text.get(scheme.len()..))
    });
    match rest {
        Some(rest) => {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            !host.is_empty() && !host.starts_with(['.', ':', '@']) && !has_gap(text)
        }
        None => false,
    }
}

pub(crate) fn is_uri(text: &str) -> bool {
    match text.split_once(':') {
        Some((scheme, rest)) => {
            let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
            named && !rest.is_empty() && !has_gap(text)
        }
        None => false,
    }
}

pub(crate) fn is_language(text: &str) -> bool {
    let mut parts = text.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

pub(crate) fn is_weekday(text: &str) -> bool {
    let Some((count, day)) = text.len().checked_sub(2).and_then(|at| text.split_at_checked(at)) else {
        return false;
    };
    crate::Weekday::ALL.contains(&day) && (count.is_empty() || is_counted(count, 53))
}

pub(crate) fn is_counted(text: &str, limit: u32) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let plain = !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
    plain && digits.parse::<u32>().is_ok_and(|number| (1..=limit).contains(&number))
}
