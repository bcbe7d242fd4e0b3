//! Appointments as calendar entries: a [`Reservation`] as a `VEVENT` of RFC 5545.

use std::fmt::Write;

use jiff::Timestamp;

use crate::Reservation;

/// How many bytes a line may have, its line break not counted (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;
const MAKER: &str = "-//Omtanke//memo//DA";

/// A calendar of one entry, as a file `aftale.ics` holds it. `made` is when the entry was made.
///
/// ```
/// let reservation = memo::Reservation {
///     description: "Medbring billedlegitimation; indgang A, 1. sal".into(),
///     reservation_uuid: "0d6c1f8e-8f5b-4a3d-b7c2-9e1f2a3b4c5d".parse()?,
///     abstract_text: "Hjælp til MitID".into(),
///     location: "Vejle Bibliotek, Willy Sørensens Plads 1".into(),
///     start_date_time: "2026-03-02T09:00:00Z".parse()?,
///     end_date_time: "2026-03-02T09:30:00Z".parse()?,
///     organizer_mail: None,
///     organizer_name: Some("Vejle Bibliotek".into()),
/// };
/// let calendar = memo::calendar::calendar(&reservation, "2026-02-01T12:00:00Z".parse()?);
/// assert!(calendar.contains("\r\nDTSTART:20260302T090000Z\r\n"));
/// assert!(calendar.contains("\r\nLOCATION:Vejle Bibliotek\\, Willy Sørensens Plads 1\r\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn calendar(reservation: &Reservation, made: Timestamp) -> String {
    let mut text = String::new();
    line(&mut text, "BEGIN:VCALENDAR");
    line(&mut text, "VERSION:2.0");
    line(&mut text, &format!("PRODID:{MAKER}"));
    text.push_str(&event(reservation, made));
    line(&mut text, "END:VCALENDAR");
    text
}

/// The entry alone, for a calendar that holds more than one.
///
/// An end that does not lie after the start is left out, for RFC 5545 does not allow it: the entry is then a moment.
/// Whoever invites stands as `ORGANIZER` when there is an address to write to, and otherwise as `CONTACT`.
pub fn event(reservation: &Reservation, made: Timestamp) -> String {
    let mut text = String::new();
    line(&mut text, "BEGIN:VEVENT");
    line(&mut text, &format!("UID:{}", reservation.reservation_uuid));
    line(&mut text, &format!("DTSTAMP:{}", moment(made)));
    line(&mut text, &format!("DTSTART:{}", moment(reservation.start_date_time)));
    // Compared as they are written, to the second.
    if moment(reservation.end_date_time) > moment(reservation.start_date_time) {
        line(&mut text, &format!("DTEND:{}", moment(reservation.end_date_time)));
    }
    line(&mut text, &format!("SUMMARY:{}", escaped(&reservation.abstract_text)));
    line(&mut text, &format!("DESCRIPTION:{}", escaped(&reservation.description)));
    line(&mut text, &format!("LOCATION:{}", escaped(&reservation.location)));
    if let Some(organizer) = organizer(reservation) {
        line(&mut text, &organizer);
    }
    line(&mut text, "END:VEVENT");
    text
}

fn organizer(reservation: &Reservation) -> Option<String> {
    let name = reservation.organizer_name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let mail = reservation.organizer_mail.as_deref().map(str::trim).filter(|mail| !mail.is_empty());
    match (mail, name) {
        (Some(mail), Some(name)) => {
            Some(format!("ORGANIZER;CN=\"{}\":mailto:{}", parameter(name), mail_url(mail)))
        }
        (Some(mail), None) => Some(format!("ORGANIZER:mailto:{}", mail_url(mail))),
        (None, Some(name)) => Some(format!("CONTACT:{}", escaped(name))),
        (None, None) => None,
    }
}

/// `20260302T090000Z`: to the second, in UTC.
fn moment(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A value of type TEXT (RFC 5545, 3.3.11). Control characters have no place in one.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => value.extend(['\\', character]),
            '\n' | '\r' => value.push_str("\\n"),
            '\t' => value.push('\t'),
            character if character.is_control() => {}
            character => value.push(character),
        }
    }
    value
}

/// A value between quotes (RFC 5545, 3.2), in which quotes and line breaks are written as RFC 6868 has them.
fn parameter(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '^' => value.push_str("^^"),
            '"' => value.push_str("^'"),
            '\n' => value.push_str("^n"),
            character if character.is_control() => {}
            character => value.push(character),
        }
    }
    value
}

/// What follows `mailto:` (RFC 6068): everything but the plainest characters as percent signs and digits.
fn mail_url(mail: &str) -> String {
    let mut url = String::with_capacity(mail.len());
    for byte in mail.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@+!$'*".contains(&byte) {
            url.push(char::from(byte));
        } else {
            write!(url, "%{byte:02X}").expect("writing to a string cannot fail");
        }
    }
    url
}

/// Adds a line, folded so that no part of it is too long and no character is cut (RFC 5545, 3.1).
fn line(text: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LONGEST_LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(character);
        length += character.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn reservation() -> Reservation {
        Reservation {
            description: "Vi taler om din sag".into(),
            reservation_uuid: "0d6c1f8e-8f5b-4a3d-b7c2-9e1f2a3b4c5d".parse().unwrap(),
            abstract_text: "Samtale".into(),
            location: "Rådhuset".into(),
            start_date_time: "2026-03-02T09:00:00Z".parse().unwrap(),
            end_date_time: "2026-03-02T09:30:00Z".parse().unwrap(),
            organizer_mail: None,
            organizer_name: None,
        }
    }

    fn made() -> Timestamp {
        "2026-02-01T12:00:00Z".parse().unwrap()
    }

    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn an_appointment_is_an_entry() {
        assert_eq!(
            unfolded(&calendar(&reservation(), made())),
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Omtanke//memo//DA",
                "BEGIN:VEVENT",
                "UID:0d6c1f8e-8f5b-4a3d-b7c2-9e1f2a3b4c5d",
                "DTSTAMP:20260201T120000Z",
                "DTSTART:20260302T090000Z",
                "DTEND:20260302T093000Z",
                "SUMMARY:Samtale",
                "DESCRIPTION:Vi taler om din sag",
                "LOCATION:Rådhuset",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
    }

    #[test]
    fn an_end_before_the_start_is_left_out() {
        let mut upside_down = reservation();
        upside_down.end_date_time = "2026-03-02T08:00:00Z".parse().unwrap();
        assert!(!event(&upside_down, made()).contains("DTEND"));
        upside_down.end_date_time = "2026-03-02T09:00:00.5Z".parse().unwrap();
        assert!(!event(&upside_down, made()).contains("DTEND"));
    }

    #[test]
    fn whoever_invites_is_written_to_or_named() {
        let mut invited = reservation();
        invited.organizer_name = Some("Bo \"Bob\" Ibsen, Vejle".into());
        assert!(event(&invited, made()).contains("\r\nCONTACT:Bo \"Bob\" Ibsen\\, Vejle\r\n"));
        invited.organizer_mail = Some("bo?cc=all@example.dk".into());
        let lines = unfolded(&event(&invited, made()));
        assert!(lines.contains(
            &"ORGANIZER;CN=\"Bo ^'Bob^' Ibsen, Vejle\":mailto:bo%3Fcc%3Dall@example.dk".to_owned()
        ));
        invited.organizer_name = None;
        assert!(event(&invited, made()).contains("\r\nORGANIZER:mailto:bo%3Fcc%3Dall@example.dk\r\n"));
    }

    #[test]
    fn nothing_in_a_text_begins_a_line_of_its_own() {
        let mut sly = reservation();
        sly.abstract_text = "Tid\r\nATTACH:https://example.org\u{b}\u{0}".into();
        sly.organizer_mail = Some("a@b.dk\r\nATTENDEE:x".into());
        sly.organizer_name = Some("x\"\r\nATTENDEE:y".into());
        let lines = unfolded(&event(&sly, made()));
        assert!(lines.contains(&"SUMMARY:Tid\\nATTACH:https://example.org".to_owned()));
        assert!(!lines.iter().any(|line| line.starts_with("ATT")));
    }

    proptest! {
        #[test]
        fn any_text_comes_back_from_lines_of_75_bytes(words in "[^\\p{Cc}]{0,256}") {
            let mut any = reservation();
            any.description.clone_from(&words);
            let text = event(&any, made());
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE));
            let lines = unfolded(&text);
            let value = lines.iter().find_map(|line| line.strip_prefix("DESCRIPTION:")).unwrap();
            let mut read = String::new();
            let mut characters = value.chars();
            while let Some(character) = characters.next() {
                read.push(if character == '\\' { characters.next().unwrap() } else { character });
            }
            prop_assert_eq!(read, words);
        }
    }
}
