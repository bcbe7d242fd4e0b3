//! A mail as it goes over the wire: headers, two parts, and the addresses on the envelope.

use std::str::FromStr;
use std::time::SystemTime;

use basics::Direction;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::{Mail, Unfit, words};

/// A line of a mail must not be longer than 998 signs (RFC 5322 § 2.1.1), and a link is never broken.
const LONGEST_LINK: usize = 900;
/// The longest part before the `@` (RFC 5321 § 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// Who writes.
#[derive(Debug, Clone)]
pub(super) struct Sender {
    pub(super) from: Mailbox,
    pub(super) reply_to: Option<Mailbox>,
    /// Where mail that cannot be delivered comes back to.
    pub(super) bounce: Option<Address>,
}

/// A mail in its envelope.
pub(super) struct Letter {
    pub(super) from: Address,
    pub(super) to: Address,
    /// Seven-bit lines, so that any server takes them.
    pub(super) content: Vec<u8>,
}

/// Writes a mail down, or says why it cannot be.
pub(super) fn written(mail: &Mail, sender: &Sender) -> Result<Letter, Unfit> {
    let to = recipient(&mail.to)?;
    if mail.subject.contains(char::is_control) {
        return Err(Unfit::LineBreakInSubject);
    }
    if !is_message_id(&mail.message_id) {
        return Err(Unfit::MessageId);
    }
    if !mail.action.iter().chain(&mail.unsubscribe).all(|link| is_web_address(&link.url)) {
        return Err(Unfit::Link);
    }
    let from = envelope_sender(mail, sender)?;
    let content = content(mail, sender, to.clone());
    Ok(Letter { from, to, content })
}

fn recipient(to: &str) -> Result<Address, Unfit> {
    if to.contains(char::is_control) {
        return Err(Unfit::LineBreakInRecipient);
    }
    let address = crate::email_address(to).map_err(|_| Unfit::Recipient)?;
    Address::from_str(&address).map_err(|_| Unfit::Recipient)
}

fn is_message_id(id: &str) -> bool {
    let is_plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|c| c.is_ascii_alphanumeric() || b".-_+".contains(&c))
    };
    id.len() <= 200 && id.split_once('@').is_some_and(|(id, domain)| is_plain(id) && is_plain(domain))
}

fn is_web_address(url: &str) -> bool {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    is_web && url.len() <= LONGEST_LINK && url.bytes().all(|c| c.is_ascii_graphic() && !b"<>\"".contains(&c))
}

/// The sender on the envelope tells which mail came back: `retur+TOKEN@example.dk` (variable envelope return path).
fn envelope_sender(mail: &Mail, sender: &Sender) -> Result<Address, Unfit> {
    let bounce = sender.bounce.as_ref().unwrap_or(&sender.from.email);
    let (Some(token), Some(_)) = (&mail.token, &sender.bounce) else { return Ok(bounce.clone()) };
    // Some servers write the part before the @ in small letters.
    let is_plain = token.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-');
    let local = format!("{}+{token}", bounce.user());
    if token.is_empty() || !is_plain || local.len() > LONGEST_LOCAL {
        return Err(Unfit::Token);
    }
    Address::new(local, bounce.domain()).map_err(|_| Unfit::Token)
}

fn content(mail: &Mail, sender: &Sender, to: Address) -> Vec<u8> {
    let header = |name, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned());
    let date = SystemTime::from(mail.at).max(SystemTime::UNIX_EPOCH);
    let mut message = Message::builder()
        .date(date)
        .from(sender.from.clone())
        .to(Mailbox::new(None, to))
        .subject(mail.subject.clone())
        .message_id(Some(format!("<{}>", mail.message_id)))
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("Content-Language", mail.language.code()));
    if let Some(reply_to) = &sender.reply_to {
        message = message.reply_to(reply_to.clone());
    }
    if let Some(link) = &mail.unsubscribe {
        message = message
            .raw_header(header("List-Unsubscribe", &format!("<{}>", link.url)))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let parts = MultiPart::alternative()
        .boundary(boundary(mail))
        .singlepart(part(mail, ContentType::TEXT_PLAIN, words::text(mail)))
        .singlepart(part(mail, ContentType::TEXT_HTML, words::html(mail)));
    message.multipart(parts).expect("a mail with one sender and one recipient can be built").formatted()
}

/// Danish stays readable in its encoding; Arabic letters take less room in base64. Both break lines at 76 signs and
/// put them together again, so that a paragraph is one line and fits any screen.
fn part(mail: &Mail, kind: ContentType, text: String) -> SinglePart {
    let encoding = match mail.language.direction() {
        Direction::Ltr => ContentTransferEncoding::QuotedPrintable,
        Direction::Rtl => ContentTransferEncoding::Base64,
    };
    let body = Body::new_with_encoding(text, encoding).expect("both encodings take any text");
    SinglePart::builder().header(kind).body(body)
}

/// What stands between the parts. Neither encoding can hold `=_`, and the same mail is written the same way twice.
fn boundary(mail: &Mail) -> String {
    let id: String = mail.message_id.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
    format!("=_{id}")
}

#[cfg(test)]
pub(super) mod tests {
    use basics::Language;

    use super::*;
    use crate::mail::Link;

    pub(in crate::mail) fn mail(language: Language) -> Mail {
        let link = |label: &str, url: &str| Some(Link { label: label.to_owned(), url: url.to_owned() });
        Mail {
            to: "aase@example.dk".to_owned(),
            language,
            subject: "Din hjælper kommer".to_owned(),
            paragraphs: vec!["Kære Aase".to_owned(), "Din hjælper kommer\npå mandag.".to_owned()],
            action: link("Se aftalen", "https://hjaelp.example.dk/a?b=1&c=2"),
            footer: vec!["Omtanke, Vejle Kommune".to_owned()],
            message_id: "0190-abc@hjaelp.example.dk".to_owned(),
            unsubscribe: link("Ingen flere mails", "https://hjaelp.example.dk/stop/x"),
            token: Some("k3m9".to_owned()),
            at: "2026-03-09T08:00:00Z".parse().unwrap(),
        }
    }

    fn sender() -> Sender {
        Sender {
            from: "Omtanke <svar-ikke@example.dk>".parse().unwrap(),
            reply_to: None,
            bounce: Some("retur@example.dk".parse().unwrap()),
        }
    }

    fn unfit(change: impl Fn(&mut Mail)) -> Option<Unfit> {
        let mut mail = mail(Language::Da);
        change(&mut mail);
        written(&mail, &sender()).err()
    }

    #[test]
    fn the_same_mail_is_written_the_same_way_twice() {
        let written = || written(&mail(Language::Ur), &sender()).unwrap().content;
        assert_eq!(written(), written());
    }

    #[test]
    fn lines_are_short_and_of_seven_bits() {
        for language in Language::ALL {
            let mut mail = mail(language);
            mail.paragraphs.push("Et meget langt afsnit om hjælp, som fortsætter. ".repeat(40));
            mail.subject = "Hjælp på biblioteket, أهلا وسهلا ".repeat(8);
            let content = String::from_utf8(written(&mail, &sender()).unwrap().content).unwrap();
            for line in content.split("\r\n") {
                assert!(line.len() <= 78 && line.is_ascii() && !line.contains(['\r', '\n']), "{line:?}");
            }
        }
    }

    #[test]
    fn a_line_break_cannot_add_a_header() {
        let break_in = "\r\nBcc: alle@example.dk";
        assert_eq!(unfit(|mail| mail.subject.push_str(break_in)), Some(Unfit::LineBreakInSubject));
        assert_eq!(unfit(|mail| mail.subject.push('\n')), Some(Unfit::LineBreakInSubject));
        assert_eq!(unfit(|mail| mail.to.push_str(break_in)), Some(Unfit::LineBreakInRecipient));
        assert_eq!(unfit(|mail| mail.message_id.push_str(break_in)), Some(Unfit::MessageId));
        assert_eq!(unfit(|mail| mail.token = Some(break_in.to_owned())), Some(Unfit::Token));
        let stop = |url: &str| Some(Link { label: "Stop".to_owned(), url: url.to_owned() });
        assert_eq!(
            unfit(|mail| mail.unsubscribe = stop(&format!("https://a.example/{break_in}"))),
            Some(Unfit::Link)
        );
        assert_eq!(
            unfit(|mail| mail.unsubscribe = stop("https://a.example/> <https://b")),
            Some(Unfit::Link)
        );
    }

    #[test]
    fn what_is_no_recipient_id_token_or_link_is_refused() {
        assert_eq!(unfit(|_| {}), None);
        for to in ["", "aase", "aase@example.dk, bo@example.dk", "Aase <aase@example.dk>"] {
            assert_eq!(unfit(|mail| mail.to = to.to_owned()), Some(Unfit::Recipient), "{to}");
        }
        for id in ["", "a", "@b", "a@", "<a@b>", "a b@c"] {
            assert_eq!(unfit(|mail| mail.message_id = id.to_owned()), Some(Unfit::MessageId), "{id}");
        }
        for token in ["", "ABC", "a+b", "a@b", &"a".repeat(59)] {
            assert_eq!(unfit(|mail| mail.token = Some(token.to_owned())), Some(Unfit::Token), "{token}");
        }
        for url in [
            "",
            "javascript:alert(1)",
            "hjaelp.example.dk",
            "https://a b",
            &format!("https://{}", "a".repeat(900)),
        ] {
            let link = Some(Link { label: "Her".to_owned(), url: url.to_owned() });
            assert_eq!(unfit(|mail| mail.action = link.clone()), Some(Unfit::Link), "{url}");
        }
    }

    #[test]
    fn the_envelope_says_which_mail_came_back() {
        let from = |mail: &Mail, sender: &Sender| written(mail, sender).unwrap().from.to_string();
        let mail = mail(Language::Da);
        assert_eq!(from(&mail, &sender()), "retur+k3m9@example.dk");
        assert_eq!(from(&Mail { token: None, ..mail.clone() }, &sender()), "retur@example.dk");
        assert_eq!(from(&mail, &Sender { bounce: None, ..sender() }), "svar-ikke@example.dk");
    }
}
