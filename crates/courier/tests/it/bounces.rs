//! Reports of mail that could not be delivered, as mail servers write them.

use basics::Language;
use courier::{Bounce, Mailer, bounced};
use proptest::prelude::*;

use crate::mail_server::to_aase;

/// As Postfix writes it, with the head of the mail that came back.
const UNKNOWN: &str = "\
Return-Path: <>
Delivered-To: retur@example.dk
From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: retur+k3m9x@example.dk
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary=\"4XkT.1741507200/mx.example.net\"

This is a MIME-encapsulated message.

--4XkT.1741507200/mx.example.net
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<aase@example.net>: host mx2.example.net said: 550 5.1.1
    <aase@example.net>: Recipient address rejected: User unknown

--4XkT.1741507200/mx.example.net
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Mon,  9 Mar 2026 09:00:00 +0100 (CET)

Final-Recipient: rfc822; aase+omtanke@example.net
Original-Recipient: rfc822;aase+omtanke@example.net
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx2.example.net
Diagnostic-Code: smtp; 550 5.1.1 <aase@example.net>: Recipient address rejected:
    User unknown

--4XkT.1741507200/mx.example.net
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: Omtanke <svar-ikke@example.dk>
To: aase@example.net
Message-ID: <0190-aase@hjaelp.example.dk>
Subject: =?utf-8?b?RGluIGhqw6ZscGVy?=

--4XkT.1741507200/mx.example.net--
";

fn read(report: &str) -> Option<Bounce> {
    let by_line = report.replace('\n', "\r\n");
    let bounce = bounced(by_line.as_bytes());
    assert_eq!(bounced(report.as_bytes()), bounce, "ends of lines do not matter");
    bounce
}

#[test]
fn an_address_that_does_not_exist_is_read() {
    let bounce = read(UNKNOWN).unwrap();
    let expected = Bounce {
        token: Some("k3m9x".to_owned()),
        message_id: Some("0190-aase@hjaelp.example.dk".to_owned()),
        status: "5.1.1".to_owned(),
        permanent: true,
        given_up: true,
    };
    assert_eq!(bounce, expected);
    assert!(bounce.is_for_a_dead_address());
}

#[test]
fn the_message_id_is_found_in_the_whole_mail_and_in_the_head_of_the_report() {
    let whole = UNKNOWN.replace("text/rfc822-headers", "message/rfc822").replace("retur+k3m9x@", "retur@");
    let bounce = read(&whole).unwrap();
    assert_eq!((bounce.token, bounce.message_id.as_deref()), (None, Some("0190-aase@hjaelp.example.dk")));
    // As Exchange writes it.
    let reply = whole
        .replace("Message-ID: <0190-aase@hjaelp.example.dk>\n", "")
        .replace("Auto-Submitted", "In-Reply-To: <0190-bo@hjaelp.example.dk>\nAuto-Submitted");
    assert_eq!(read(&reply).unwrap().message_id.as_deref(), Some("0190-bo@hjaelp.example.dk"));
}

#[test]
fn the_token_is_found_wherever_the_server_writes_whom_it_delivered_to() {
    for to in ["To: retur+K3M9X@example.dk", "To: \"Retur\" <retur+k3m9x@example.dk>"] {
        let bounce = read(&UNKNOWN.replace("To: retur+k3m9x@example.dk", to)).unwrap();
        assert_eq!(bounce.token.as_deref(), Some("k3m9x"), "{to}");
    }
    for name in ["Delivered-To", "X-Original-To", "Envelope-To"] {
        let head = format!("{name}: <retur+k3m9x@example.dk>");
        let report = UNKNOWN
            .replace("Delivered-To: retur@example.dk", &head)
            .replace("To: retur+k3m9x@example.dk", "To: retur@example.dk");
        assert_eq!(read(&report).unwrap().token.as_deref(), Some("k3m9x"), "{name}");
    }
}

#[test]
fn what_the_recipient_writes_after_a_plus_is_no_token() {
    let report = UNKNOWN.replace("To: retur+k3m9x@example.dk", "To: retur@example.dk");
    assert_eq!(read(&report).unwrap().token, None);
}

#[test]
fn a_status_says_whether_the_address_is_dead() {
    for (action, status, permanent, given_up, dead) in [
        ("failed", "5.1.10 (unknown)", true, true, true),
        ("failed (mailbox)", "5.2.1", true, true, true),
        ("FAILED", "5.2.2", true, true, false),
        ("failed", "5.7.1", true, true, false),
        ("failed", "4.4.7", false, true, false),
        ("delayed", "4.4.1", false, false, false),
        ("delayed", "5.1.1", false, false, false),
    ] {
        let report = UNKNOWN
            .replace("Action: failed", &format!("Action: {action}"))
            .replace("\nStatus: 5.1.1", &format!("\nStatus: {status}"));
        let bounce = read(&report).unwrap();
        assert_eq!(bounce.status, status.split(' ').next().unwrap());
        assert_eq!((bounce.permanent, bounce.given_up), (permanent, given_up), "{action} {status}");
        assert_eq!(bounce.is_for_a_dead_address(), dead, "{action} {status}");
    }
}

#[test]
fn a_status_that_is_left_out_stands_in_the_diagnosis_or_is_unspecified() {
    let without = UNKNOWN.replace("\nStatus: 5.1.1", "");
    assert_eq!(read(&without).unwrap().status, "5.1.1");
    let unsaid = without.replace("550 5.1.1 <aase@example.net>: Recipient", "550 No such recipient");
    assert_eq!(read(&unsaid).unwrap().status, "5.0.0");
    let delayed = unsaid.replace("Action: failed", "Action: delayed");
    assert_eq!(read(&delayed).unwrap().status, "4.0.0");
}

#[test]
fn where_several_recipients_are_told_of_the_worst_counts() {
    let second = "Final-Recipient: rfc822; a@example.net\nAction: delayed\nStatus: 4.4.1\n\nFinal-Recipient: rfc822; aase";
    let bounce = read(&UNKNOWN.replacen("Final-Recipient: rfc822; aase", second, 1)).unwrap();
    assert_eq!((bounce.status.as_str(), bounce.given_up), ("5.1.1", true));
}

#[test]
fn other_mail_is_no_bounce() {
    let no_original =
        UNKNOWN.replace("retur+k3m9x@", "retur@").replace("Message-ID: <0190-aase@hjaelp.example.dk>\n", "");
    for (what, mail) in [
        ("delivered", UNKNOWN.replace("Action: failed", "Action: delivered")),
        ("relayed", UNKNOWN.replace("Action: failed", "Action: relayed")),
        ("nothing is said", UNKNOWN.replace("Action: failed", "X: y")),
        ("nobody knows of which mail", no_original),
        (
            "a report of something else",
            UNKNOWN.replace("message/delivery-status", "message/disposition-notification"),
        ),
        ("no report", UNKNOWN.replace("multipart/report", "multipart/mixed")),
        (
            "an answer",
            "To: retur+k3m9x@example.dk\nSubject: Tak\n\nTak for hjælpen. Action: failed\n".to_owned(),
        ),
        (
            "an absence",
            "To: retur+k3m9x@example.dk\nAuto-Submitted: auto-replied\n\nJeg er på ferie.\n".to_owned(),
        ),
        ("nothing", String::new()),
    ] {
        assert_eq!(read(&mail), None, "{what}");
    }
}

#[test]
fn a_report_about_addresses_beyond_ascii_is_read() {
    let report = UNKNOWN
        .replace("message/delivery-status", "message/global-delivery-status")
        .replace("rfc822; aase", "utf-8; åse");
    assert_eq!(read(&report).unwrap().status, "5.1.1");
}

#[tokio::test]
async fn our_own_mail_is_known_when_it_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    Mailer::to_folder(folder.path()).send(&to_aase(Language::Ur)).await.unwrap();
    let mail = std::fs::read_to_string(folder.path().join("0190-aase@hjaelp.example.dk.eml")).unwrap();
    let start = UNKNOWN.find("Content-Type: text/rfc822-headers").unwrap();
    let report = format!(
        "{}Content-Type: message/rfc822\n\n{mail}\n--4XkT.1741507200/mx.example.net--\n",
        &UNKNOWN[..start].replace("retur+k3m9x@", "retur@")
    );
    assert_eq!(
        bounced(report.as_bytes()).unwrap().message_id.as_deref(),
        Some("0190-aase@hjaelp.example.dk")
    );
}

/// A report with some bytes put in, taken out or changed.
fn spoilt() -> impl Strategy<Value = Vec<u8>> {
    let change = (0..UNKNOWN.len(), 0usize..30, prop::collection::vec(any::<u8>(), 0..30));
    prop::collection::vec(change, 0..6).prop_map(|changes| {
        let mut bytes = UNKNOWN.as_bytes().to_vec();
        for (at, taken, put) in changes {
            let at = at.min(bytes.len());
            let end = (at + taken).min(bytes.len());
            bytes.splice(at..end, put);
        }
        bytes
    })
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = bounced(&bytes);
    }

    #[test]
    fn a_spoilt_report_is_read_or_left_and_gives_nothing_but_plain_words(bytes in spoilt()) {
        if let Some(bounce) = bounced(&bytes) {
            let is_status = |part: &str| part.bytes().all(|c| c.is_ascii_digit()) && (1..=3).contains(&part.len());
            prop_assert!(bounce.status.split('.').count() == 3 && bounce.status.split('.').all(is_status));
            prop_assert!(bounce.token.is_some() || bounce.message_id.is_some());
            let token = bounce.token.unwrap_or_default();
            prop_assert!(token.len() <= 64 && token.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-'));
            prop_assert!(!bounce.permanent || bounce.given_up);
        }
    }
}

#[test]
fn mail_within_mail_within_mail_is_not_followed_for_ever() {
    let mut nested = "Message-ID: <a@b>\n\nHej\n".to_owned();
    for depth in 0..200 {
        nested = format!(
            "Content-Type: multipart/report; boundary=\"b{depth}\"\n\n--b{depth}\nContent-Type: message/rfc822\n\n\
             {nested}\n--b{depth}--\n"
        );
    }
    assert_eq!(bounced(nested.as_bytes()), None);
}
