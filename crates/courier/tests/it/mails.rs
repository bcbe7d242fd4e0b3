//! Mails that arrive, as the mail server got them and as a mail program reads them.

use basics::{Direction, Language};
use courier::{Link, Mail, Mailer};
use mail_parser::{Message, MessageParser};

use crate::mail_server::{MailServer, to_aase};

fn header<'m>(message: &'m Message<'_>, name: &'static str) -> Option<&'m str> {
    message.header_raw(name).map(str::trim)
}

#[tokio::test]
async fn text_and_html_arrive_in_all_five_languages() {
    let mut server = MailServer::start("starttls").await;
    let mailer = server.mailer("");
    for language in Language::ALL {
        let mail = to_aase(language);
        mailer.send(&mail).await.unwrap();
        let (event, raw) = server.next_mail().await;
        assert_eq!(event["encrypted"], true);
        assert_eq!(event["from"], "retur+k3m9x@example.dk");
        assert_eq!(event["to"][0], "aase@example.dk");
        reads_as(&raw, &mail);
    }
}

/// What a mail program makes of it is what was written.
fn reads_as(raw: &[u8], mail: &Mail) {
    let message = MessageParser::default().parse(raw).unwrap();
    assert_eq!(message.subject(), Some(mail.subject.as_str()));
    let from = message.from().unwrap().first().unwrap();
    assert_eq!(
        (from.name(), from.address()),
        (Some("Omtanke i Vejle på nettet"), Some("svar-ikke@example.dk"))
    );
    assert_eq!(message.to().unwrap().first().unwrap().address(), Some("aase@example.dk"));
    assert_eq!(message.reply_to().unwrap().first().unwrap().address(), Some("hjaelp@example.dk"));
    assert_eq!(message.message_id(), Some("0190-aase@hjaelp.example.dk"));
    assert_eq!(message.date().unwrap().to_rfc3339(), "2026-03-09T08:00:00Z");
    assert_eq!(header(&message, "Auto-Submitted"), Some("auto-generated"));
    assert_eq!(header(&message, "Content-Language"), Some(mail.language.code()));
    assert_eq!(header(&message, "List-Unsubscribe"), None);

    assert_eq!((message.text_body_count(), message.html_body_count(), message.attachment_count()), (1, 1, 0));
    let text = message.body_text(0).unwrap();
    let html = message.body_html(0).unwrap();
    let link = mail.action.as_ref().unwrap();
    for paragraph in mail.paragraphs.iter().chain(&mail.footer).chain([&link.label]) {
        assert!(
            text.lines().any(|line| line.trim_end_matches(':') == paragraph),
            "{paragraph} not in {text}"
        );
        assert!(html.contains(paragraph), "{paragraph} not in {html}");
    }
    assert!(text.lines().any(|line| line == link.url), "{text}");
    assert!(html.contains("href=\"https://hjaelp.example.dk/aftale?dag=onsdag&#38;tid=10\""), "{html}");
    let direction = if mail.language.direction() == Direction::Rtl { "rtl" } else { "ltr" };
    assert!(
        html.contains(&format!("<html lang=\"{}\" dir=\"{direction}\">", mail.language.code())),
        "{html}"
    );

    for line in String::from_utf8(raw.to_vec()).unwrap().split("\r\n") {
        assert!(line.len() <= 78 && line.is_ascii(), "{line}");
    }
}

#[tokio::test]
async fn a_mail_goes_over_tls_from_the_first_byte() {
    let mut server = MailServer::start("tls").await;
    server.mailer("security = \"tls\"").send(&to_aase(Language::Ur)).await.unwrap();
    assert_eq!(server.next("login").await["encrypted"], true);
    reads_as(&server.next_mail().await.1, &to_aase(Language::Ur));
}

#[tokio::test]
async fn a_server_on_this_machine_may_be_plain_and_know_no_users() {
    let mut server = MailServer::start("none").await;
    let mailer = server.mailer("security = \"none\"\nserver = \"127.0.0.1\"\nuser = \"\"\npassword = \"\"");
    mailer.send(&to_aase(Language::Da)).await.unwrap();
    assert_eq!(server.next_mail().await.0["encrypted"], false);
}

#[tokio::test]
async fn a_password_may_lie_in_a_file() {
    let mut server = MailServer::start("starttls").await;
    std::fs::write(server.file("password"), "hemmelig\n").unwrap();
    let path = server.file("password");
    let mailer = server.mailer(&format!("password = \"\"\npassword_file = {:?}", path.to_str().unwrap()));
    mailer.check().await.unwrap();
    assert_eq!(server.next("login").await["method"], "PLAIN");
}

#[tokio::test]
async fn ending_the_mails_takes_one_click() {
    let mut server = MailServer::start("starttls").await;
    let url = format!("https://hjaelp.example.dk/stop/{}?a=1&b=2", "a1b2c3d4".repeat(16));
    let unsubscribe = Some(Link { label: "Ingen flere mails".to_owned(), url: url.clone() });
    server.mailer("").send(&Mail { unsubscribe, ..to_aase(Language::Da) }).await.unwrap();
    let (_, raw) = server.next_mail().await;
    let message = MessageParser::default().parse(&raw).unwrap();
    let list = message.list_unsubscribe().as_address().unwrap().first().unwrap().address();
    assert_eq!(list, Some(url.as_str()));
    assert_eq!(header(&message, "List-Unsubscribe-Post"), Some("List-Unsubscribe=One-Click"));
    let text = message.body_text(0).unwrap();
    assert!(text.ends_with(&format!("\r\nIngen flere mails:\r\n{url}\r\n")), "{text}");
}

#[tokio::test]
async fn lines_of_dots_do_not_end_a_mail() {
    let mut server = MailServer::start("starttls").await;
    let paragraphs = vec!["Først\n.\nså\n..\nQUIT".to_owned()];
    let mail = Mail { paragraphs, footer: Vec::new(), action: None, ..to_aase(Language::Da) };
    server.mailer("").send(&mail).await.unwrap();
    let (_, raw) = server.next_mail().await;
    let text = MessageParser::default().parse(&raw).unwrap().body_text(0).unwrap().into_owned();
    assert_eq!(text, "Først\r\n.\r\nså\r\n..\r\nQUIT\r\n");
}

#[tokio::test]
async fn a_second_try_is_the_same_mail_to_the_byte() {
    let mut server = MailServer::start("starttls").await;
    let mailer = server.mailer("");
    mailer.send(&to_aase(Language::Ar)).await.unwrap();
    mailer.send(&to_aase(Language::Ar)).await.unwrap();
    assert_eq!(server.next_mail().await.1, server.next_mail().await.1);
}

#[tokio::test]
async fn mails_one_after_another_take_one_connection() {
    let mut server = MailServer::start("starttls").await;
    let mailer = server.mailer("");
    let mut connections = Vec::new();
    for _ in 0..3 {
        mailer.send(&to_aase(Language::Da)).await.unwrap();
        connections.push(server.next_mail().await.0["connection"].clone());
    }
    assert!(connections.iter().all(|connection| *connection == connections[0]), "{connections:?}");
}

#[tokio::test]
async fn mails_at_once_take_no_more_connections_than_the_settings_allow() {
    let mut server = MailServer::start("starttls").await;
    let mailer: &'static Mailer = Box::leak(Box::new(server.mailer("pool = 2")));
    let sending: Vec<_> =
        (0..12).map(|_| tokio::spawn(async { mailer.send(&to_aase(Language::Da)).await })).collect();
    let mut connections = std::collections::BTreeSet::new();
    for sent in sending {
        sent.await.unwrap().unwrap();
        connections.insert(server.next_mail().await.0["connection"].to_string());
    }
    assert_eq!(connections.len(), 2);
}
