//! What becomes of mails that a working mail server does not take.

use basics::Language;
use courier::{Fault, Hindrance, Mail, MailError, Refusal, RefusedPart, Unfit};

use crate::mail_server::{MailServer, to_aase};

fn to(local: &str) -> Mail {
    Mail { to: format!("{local}@example.dk"), ..to_aase(Language::Da) }
}

fn refused(code: u16, status: &str, of: RefusedPart) -> MailError {
    MailError::Refused(Refusal { code, status: Some(status.to_owned()), of })
}

fn settings_fault(result: Result<(), MailError>) -> Fault {
    match result {
        Err(MailError::Settings(fault)) => fault,
        other => panic!("the settings are wrong, but: {other:?}"),
    }
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_a_bounce_and_one_that_is_full_is_not() {
    let server = MailServer::start("starttls").await;
    let mailer = server.mailer("");
    let unknown = mailer.send(&to("ukendt")).await.unwrap_err();
    assert_eq!(unknown, refused(550, "5.1.1", RefusedPart::Recipient));
    let MailError::Refused(refusal) = unknown else { unreachable!() };
    assert!(refusal.is_bounce());
    let full = mailer.send(&to("fuld-postkasse")).await.unwrap_err();
    assert_eq!(full, refused(552, "5.2.2", RefusedPart::Recipient));
    let foreign = mailer.send(&to("fremmed")).await.unwrap_err();
    let MailError::Refused(refusal) = foreign else { panic!("{foreign:?}") };
    assert!(!refusal.is_bounce());
}

#[tokio::test]
async fn a_mail_that_looks_like_spam_says_nothing_against_the_address() {
    let server = MailServer::start("starttls").await;
    let mail = Mail { subject: "Vind en million".to_owned(), ..to("aase") };
    let refusal = server.mailer("").send(&mail).await.unwrap_err();
    assert_eq!(refusal, refused(554, "5.7.1", RefusedPart::Content));
}

#[tokio::test]
async fn later_means_again() {
    let server = MailServer::start("starttls").await;
    let later = server.mailer("").send(&to("senere")).await.unwrap_err();
    let status = Some("4.3.0".to_owned());
    assert_eq!(later, MailError::Again(Hindrance::Later { code: 451, status }));
}

#[tokio::test]
async fn a_refusal_does_not_spoil_the_connection_and_a_goodbye_ends_it() {
    let mut server = MailServer::start("starttls").await;
    let mailer = server.mailer("");
    let mut connections = Vec::new();
    for before in ["aase", "ukendt", "senere", "farvel"] {
        let _ = mailer.send(&to(before)).await;
        mailer.send(&to("bo")).await.unwrap();
    }
    for _ in 0..5 {
        connections.push(server.next_mail().await.0["connection"].clone());
    }
    assert!(connections[..4].iter().all(|connection| *connection == connections[0]), "{connections:?}");
    assert_ne!(connections[4], connections[0], "after 421 the server hangs up");
}

#[tokio::test]
async fn no_refusal_repeats_the_address() {
    let server = MailServer::start("starttls").await;
    let mailer = server.mailer("");
    for local in ["ukendt", "senere", "fremmed", "fuld-postkasse", "farvel", "åse", "a\r\nb"] {
        let error = mailer.send(&to(local)).await.unwrap_err();
        for text in [error.to_string(), format!("{error:?}"), format!("{:?}", to(local))] {
            assert!(!text.contains(local) && !text.contains("example.dk>"), "{text}");
        }
    }
}

#[tokio::test]
async fn a_wrong_password_is_the_system_owners_business() {
    let server = MailServer::start("starttls").await;
    let mailer = server.mailer("password = \"forkert\"");
    assert_eq!(settings_fault(mailer.send(&to("aase")).await), Fault::Login(535));
    assert_eq!(settings_fault(mailer.check().await), Fault::Login(535));
}

#[tokio::test]
async fn a_certificate_of_an_unknown_authority_is_refused_before_the_password_is_said() {
    let mut server = MailServer::start("starttls").await;
    let stranger = server.file("stranger.pem").to_str().unwrap().to_owned();
    for root in [format!("root_certificate = {stranger:?}"), "root_certificate = \"\"".to_owned()] {
        let fault = settings_fault(server.mailer(&root).send(&to("aase")).await);
        assert!(matches!(&fault, Fault::Encryption(why) if why.contains("certificate")), "{fault:?}");
    }
    server.mailer("").check().await.unwrap();
    assert_eq!(server.next("login").await["encrypted"], true, "the first login is that of the check");
}

#[tokio::test]
async fn a_certificate_for_another_name_is_refused() {
    let server = MailServer::start("starttls").await;
    let fault = settings_fault(server.mailer("server = \"127.0.0.1\"").send(&to("aase")).await);
    assert!(matches!(&fault, Fault::Encryption(why) if why.contains("certificate")), "{fault:?}");
}

#[tokio::test]
async fn a_server_that_hides_starttls_gets_neither_password_nor_mail() {
    let mut server = MailServer::start("none").await;
    let mailer = server.mailer("");
    assert_eq!(settings_fault(mailer.send(&to("aase")).await), Fault::NoStarttls);
    // Nothing was said but the greeting: the next thing the server hears is the mail of somebody else.
    let plain = server.mailer("security = \"none\"\nuser = \"\"\npassword = \"\"");
    plain.send(&Mail { message_id: "0190-bo@example.dk".to_owned(), ..to("bo") }).await.unwrap();
    assert_eq!(server.next_mail().await.0["to"][0], "bo@example.dk");
}

#[tokio::test]
async fn a_plain_server_is_no_tls_server() {
    let server = MailServer::start("none").await;
    let fault = settings_fault(server.mailer("security = \"tls\"").check().await);
    assert!(matches!(fault, Fault::Encryption(_)), "{fault:?}");
}

#[tokio::test]
async fn whoever_must_log_in_and_does_not_is_told_so() {
    let server = MailServer::start("starttls").await;
    let mailer = server.mailer("user = \"\"\npassword = \"\"");
    assert_eq!(settings_fault(mailer.send(&to("aase")).await), Fault::Login(530));
}

#[tokio::test]
async fn a_sender_that_is_not_ours_is_no_bounce_of_the_recipient() {
    let server = MailServer::start("starttls").await;
    let mailer = server.mailer("bounce_address = \"fremmed@example.dk\"");
    assert_eq!(settings_fault(mailer.send(&to("aase")).await), Fault::Sender(550));
}

#[tokio::test]
async fn a_mail_that_cannot_be_written_never_leaves() {
    let server = MailServer::start("starttls").await;
    let mail = Mail { subject: "Hej\r\nBcc: alle@example.dk".to_owned(), ..to("aase") };
    let unfit = server.mailer("").send(&mail).await.unwrap_err();
    assert_eq!(unfit, MailError::Unfit(Unfit::LineBreakInSubject));
}
