//! Telephone numbers, addresses, dates and times as people type them.

use jiff::civil::{date, time};

use crate::edit::typed;

#[test]
fn a_telephone_number_is_kept_in_pairs() {
    for (written, kept) in [
        ("75823200", Some("75 82 32 00")),
        (" 75 82 32 00 ", Some("75 82 32 00")),
        ("7582-3200", Some("75 82 32 00")),
        ("+4575823200", Some("75 82 32 00")),
        ("0045 75 82 32 00", Some("75 82 32 00")),
        ("(+45) 75823200", Some("75 82 32 00")),
        ("+45 7582320", None),
        ("7582320", None),
        ("758232000", None),
        ("05823200", None),
        ("+49 40 123 456", Some("+49 40 123 456")),
        ("+1 (202) 555-0100", Some("+1 202 555 0100")),
        ("+49", None),
        ("+1234567890123456", None),
        ("ring til Bo", None),
        ("", None),
    ] {
        assert_eq!(typed::phone(written).as_deref(), kept, "{written:?}");
    }
}

#[test]
fn a_website_is_a_whole_address() {
    for (written, kept) in [
        ("https://www.vejlebib.dk", Some("https://www.vejlebib.dk")),
        ("http://vejlebib.dk/aabningstider?uge=2#top", Some("http://vejlebib.dk/aabningstider?uge=2#top")),
        (" vejlebib.dk ", Some("https://vejlebib.dk")),
        ("https://www.ældresagen.dk", Some("https://www.ældresagen.dk")),
        ("https://bibliotek.dk:8443/x", Some("https://bibliotek.dk:8443/x")),
        ("https://bibliotek", None),
        ("https://bo@bibliotek.dk", None),
        ("ftp://bibliotek.dk", None),
        ("javascript:alert(1)", None),
        ("https://bibliotek.dk/\"onclick=", None),
        ("https://to ord.dk", None),
        ("https://.dk", None),
    ] {
        assert_eq!(typed::website(written).as_deref(), kept, "{written:?}");
    }
}

#[test]
fn an_email_address_has_somebody_and_somewhere() {
    for (written, sound) in [
        ("bibliotek@vejle.dk", true),
        (" hjaelp+mitid@vejle.kommune.dk ", true),
        ("bibliotek@vejle", false),
        ("@vejle.dk", false),
        ("bo lind@vejle.dk", false),
        ("bo@lind@vejle.dk", false),
        ("vejle.dk", false),
    ] {
        assert_eq!(typed::email(written).is_some(), sound, "{written:?}");
    }
}

#[test]
fn dates_and_times_are_read_as_browsers_and_as_danes_write_them() {
    let christmas_eve = Some(date(2026, 12, 24));
    for (written, read) in [
        ("2026-12-24", christmas_eve),
        ("24-12-2026", christmas_eve),
        ("24.12.2026", christmas_eve),
        ("24/12/2026", christmas_eve),
        ("24-12-26", None),
        ("2026-02-30", None),
        ("i morgen", None),
    ] {
        assert_eq!(typed::date(written), read, "{written:?}");
    }
    for (written, read) in [
        ("09:00", Some(time(9, 0, 0, 0))),
        ("9.30", Some(time(9, 30, 0, 0))),
        ("9", Some(time(9, 0, 0, 0))),
        ("16:00:00", Some(time(16, 0, 0, 0))),
        ("24:00", Some(time(0, 0, 0, 0))),
        ("25:00", None),
        ("-1:00", None),
        ("ti", None),
    ] {
        assert_eq!(typed::time(written), read, "{written:?}");
    }
}
