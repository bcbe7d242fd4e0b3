//! What may stand in a field, and the sentence to say when something else does.

use jiff::{Timestamp, civil};
use serde_json::Value;
use uuid::Uuid;

use crate::formats::{clock_time, is_counted, is_email, is_language, is_uri, is_web, is_weekday};

/// The kinds of value the standard uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The record's own UUID.
    Id,
    /// The id of a row in that table, which must be there.
    Link(&'static str),
    /// The id of a parent in that table; the parent may lie outside what is exchanged.
    Parent(&'static str),
    /// The id of a row in the table that the other field names.
    AnyLink(&'static str),
    /// The name of a table.
    Entity,
    Text,
    Email,
    Url,
    Uri,
    Date,
    Time,
    Moment,
    Whole,
    Number,
    Latitude,
    Longitude,
    Country,
    LanguageCode,
    Choice(&'static [&'static str]),
    /// `MO,TU` or `2MO,-1FR` (RFC 5545 BYDAY).
    Weekdays,
    /// Whole numbers with commas, none of them 0, up to this size either way.
    Numbers(u32),
}

impl Kind {
    pub(crate) fn is_number(self) -> bool {
        matches!(self, Self::Whole | Self::Number | Self::Latitude | Self::Longitude)
    }

    /// Turns the text of a cell into its value, or says what is wrong with it and what to do.
    pub(crate) fn read(self, text: &str) -> Result<Value, String> {
        let trimmed = text.trim();
        let ok = |good: bool, say: &str| {
            if good { Ok(Value::from(trimmed)) } else { Err(format!("{} {say}", quoted(trimmed))) }
        };
        match self {
            Self::Text => Ok(Value::from(text)),
            Self::Id | Self::Link(_) | Self::Parent(_) | Self::AnyLink(_) => {
                // The plain form of 36 characters only, so that two spellings of an id cannot miss each other.
                match Uuid::try_parse(trimmed) {
                    Ok(id) if trimmed.len() == 36 => Ok(Value::from(id.to_string())),
                    _ => ok(false, "is not a UUID. Write it like 0190a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b."),
                }
            }
            Self::Entity => Ok(Value::from(entity(trimmed))),
            Self::Email => ok(is_email(trimmed), "is not an e-mail address. Write it like navn@kommune.dk."),
            Self::Url => {
                ok(is_web(trimmed), "is not a web address. Begin with https:// and leave no spaces in it.")
            }
            Self::Uri => {
                ok(is_uri(trimmed), "is not a URI. Write a full address, such as https://example.dk/side.")
            }
            Self::Date => match trimmed.parse::<civil::Date>() {
                Ok(date) if trimmed.len() == 10 => Ok(Value::from(date.to_string())),
                _ => ok(false, "is not a date. Write year-month-day, such as 2026-03-17."),
            },
            Self::Time => ok(
                clock_time(trimmed).is_some(),
                "is not a time of day. Write hours and minutes, such as 09:30 (or 09:30Z, 09:30+01:00).",
            ),
            Self::Moment => match trimmed.parse::<Timestamp>() {
                Ok(moment) => Ok(Value::from(moment.to_string())),
                Err(_) => ok(false, "is not a date and time. Write it like 2026-03-17T09:30:00.000Z."),
            },
            Self::Whole => match number(trimmed)? {
                whole if whole.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&whole) => {
                    Ok(Value::from(whole as u32))
                }
                _ => ok(false, "is not a whole number from 0 upwards. Write digits only."),
            },
            Self::Number => number(trimmed).map(Value::from),
            Self::Latitude => within(trimmed, 90.0, "latitude"),
            Self::Longitude => within(trimmed, 180.0, "longitude"),
            Self::Country => ok(
                trimmed.len() == 2 && trimmed.bytes().all(|b| b.is_ascii_uppercase()),
                "is not a country code. Write two capital letters, such as DK.",
            ),
            Self::LanguageCode => ok(
                is_language(trimmed),
                "is not a language code. Write two or three letters, such as da or ar.",
            ),
            Self::Choice(all) => {
                ok(all.contains(&trimmed), &format!("is not allowed here. Use one of: {}.", all.join(", ")))
            }
            Self::Weekdays => ok(
                trimmed.split(',').all(|day| is_weekday(day.trim())),
                "is not a list of weekdays. Use MO, TU, WE, TH, FR, SA, SU with commas between, such as MO,TH or 2MO.",
            ),
            Self::Numbers(limit) => ok(
                trimmed.split(',').all(|part| is_counted(part.trim(), limit)),
                &format!(
                    "is not a list of whole numbers from 1 to {limit}. Put commas between them, such as 1,15 or -1."
                ),
            ),
        }
    }
}

/// The text in quotes, cut short so that a message stays readable.
pub(crate) fn quoted(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    let dots = if short.len() < text.len() { "…" } else { "" };
    format!("\"{short}{dots}\"")
}

/// `Services`, `services` and `service` all mean the table `service`; what is unknown stays as it is and is found later.
fn entity(text: &str) -> String {
    let lower = text.to_lowercase();
    crate::directory::TABLES
        .iter()
        .find(|table| [table.name, table.collection, table.stem()].contains(&lower.as_str()))
        .map_or_else(|| text.to_owned(), |table| table.name.to_owned())
}

fn number(text: &str) -> Result<f64, String> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    match text.parse::<f64>() {
        Ok(value) if plain && value.is_finite() => Ok(value),
        _ if text.contains(',') => Err(format!(
            "{} is not a number. Write it with a point and not a comma, such as 55.7093.",
            quoted(text)
        )),
        _ => Err(format!("{} is not a number. Write digits only, such as 12 or 55.7093.", quoted(text))),
    }
}

fn within(text: &str, limit: f64, name: &str) -> Result<Value, String> {
    let value = number(text)?;
    if value.abs() <= limit {
        Ok(Value::from(value))
    } else {
        Err(format!(
            "{} is outside the globe: {name} lies between -{limit} and {limit}. Check that latitude and longitude are \
             in degrees and not swapped.",
            quoted(text)
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;
    use crate::clock_time;

    #[test]
    fn each_kind_takes_what_the_standard_allows_and_refuses_the_rest() {
        use Kind::{
            Country, Date, Email, Id, LanguageCode, Latitude, Moment, Number, Numbers, Time, Uri, Url,
            Weekdays, Whole,
        };
        let id = "0190A3C4-5b6d-7e8f-9a0b-1c2d3e4f5a6b";
        let table: &[(Kind, &[&str], &[&str])] = &[
            (Id, &[id], &["1", "0190a3c45b6d7e8f9a0b1c2d3e4f5a6b", "{0190a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b}"]),
            (
                Email,
                &["bo@vejle.dk", "åse@ældre.dk"],
                &["bo", "bo@", "@vejle.dk", "bo@vejle", "b o@vejle.dk", "a@b@c.dk"],
            ),
            (
                Url,
                &["https://vejle.dk", "HTTP://x/æ?a#b"],
                &["vejle.dk", "https://", "javascript:alert(1)", "https://a b"],
            ),
            (Uri, &["urn:isbn:1", "https://kle-online.dk/85"], &["85.02", ":x", "1:x"]),
            (
                Date,
                &["2026-02-28", " 2024-02-29 "],
                &["2026-02-29", "28-02-2026", "2026-02-28T10:00", "2026-2-8"],
            ),
            (
                Moment,
                &["2023-03-15T10:30:45.123Z", "2023-03-15T10:30:45+01:00"],
                &["2023-03-15", "2023-03-15T10:30:45"],
            ),
            (
                Time,
                &["09:30", "09:30:00", "23:59Z", "09:30-05:00"],
                &["9:30", "24:00", "09.30", "09:60", "09:30+99:00", "æ:30"],
            ),
            (Whole, &["0", "12", "12.0"], &["-1", "1.5", "twelve", "99999999999"]),
            (Number, &["55.7", "-5", "1e3"], &["55,7", "NaN", "inf", "0x10", ""]),
            (Latitude, &["55.7", "-90"], &["90.1", "555"]),
            (Country, &["DK"], &["dk", "Danmark"]),
            (LanguageCode, &["da", "kmr", "zh-Hant"], &["d", "dansk", "d1"]),
            (Weekdays, &["MO", "MO, TH", "2MO,-1FR"], &["", "mo", "MO;TH", "0MO", "æO"]),
            (Numbers(31), &["1", "1,15,-1"], &["0", "32", "1;2", "a"]),
        ];
        for (kind, good, bad) in table {
            for text in *good {
                assert!(kind.read(text).is_ok(), "{kind:?} should take {text:?}");
            }
            for text in *bad {
                assert!(kind.read(text).is_err(), "{kind:?} should refuse {text:?}");
            }
        }
    }

    #[test]
    fn a_decimal_comma_is_named_in_the_message() {
        let message = Kind::Latitude.read("55,7093").unwrap_err();
        assert!(message.contains("point and not a comma"), "{message}");
    }

    #[test]
    fn an_offset_west_of_greenwich_is_negative() {
        assert_eq!(clock_time("09:00-05:30").unwrap().offset_minutes, Some(-330));
        assert_eq!(clock_time("09:00").unwrap().offset_minutes, None);
    }
}
