//! Mail that came back: the report of a server on what became of a mail (RFC 3464).
//!
//! The report tells whom it was to. That is not read: what came back is known by its token or its message id.

use mail_parser::{Address, HeaderValue, Message, MessageParser, MimeHeaders, PartType};

use super::conversation::status_at_the_start;
use super::error::says_that_the_address_is_dead;

/// Where mail servers write whom a report was delivered to.
const ENVELOPE: [&str; 3] = ["Delivered-To", "X-Original-To", "Envelope-To"];

/// What a report says of a mail of ours. Anybody can make one up, so believe it only if the token is one that was
/// given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// The token of the mail, where the report came to a bounce address with one.
    pub token: Option<String>,
    /// The message id of the mail, `ID@DOMAIN`, where the report holds its head.
    pub message_id: Option<String>,
    /// The enhanced status code (RFC 3463): `5.1.1` is an address that does not exist.
    pub status: String,
    /// Whether the server has given up for good, and not because it ran out of time: failed with a status of class 5.
    pub permanent: bool,
    /// Whether the server has given up at all; otherwise it says that it is still trying.
    pub given_up: bool,
}

impl Bounce {
    /// Whether the address takes no mail and should not be written to again, as [`crate::Refusal::is_bounce`].
    #[must_use]
    pub fn is_for_a_dead_address(&self) -> bool {
        self.permanent && says_that_the_address_is_dead(&self.status)
    }
}

/// Reads a report that says a mail could not be delivered, or not yet. `None` for anything else: mail that people
/// write, absence notices, reports of success, and reports that do not tell which mail they are about.
#[must_use]
pub fn bounced(report: &[u8]) -> Option<Bounce> {
    let report = MessageParser::new().parse(report)?;
    if !report.is_content_type("multipart", "report") {
        return None;
    }
    let status_part = report.parts.iter().find(|part| {
        part.is_content_type("message", "delivery-status")
            || part.is_content_type("message", "global-delivery-status")
    })?;
    let said = String::from_utf8_lossy(status_part.contents());
    let fate = groups(&said).iter().filter_map(|fields| fate(fields)).max_by_key(|fate| fate.given_up)?;
    let token = token(&report);
    let message_id = message_id(&report);
    (token.is_some() || message_id.is_some()).then(|| Bounce {
        token,
        message_id,
        permanent: fate.given_up && fate.status.starts_with('5'),
        status: fate.status,
        given_up: fate.given_up,
    })
}

/// What became of the mail for one recipient.
struct Fate {
    status: String,
    given_up: bool,
}

/// `None` where it was delivered, passed on, or nothing is said.
fn fate(fields: &[(String, String)]) -> Option<Fate> {
    let field =
        |name: &str| fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value);
    let action = field("Action")?.split([' ', '(', ';']).next()?.to_ascii_lowercase();
    let given_up = match action.as_str() {
        "failed" => true,
        "delayed" => false,
        _ => return None,
    };
    let status = field("Status").and_then(|status| status_at_the_start(status));
    let diagnosis = || {
        // `smtp; 550 5.1.1 no such user`
        let (_, said) = field("Diagnostic-Code")?.split_once(';')?;
        let (_code, words) = said.trim_start().split_once([' ', '-'])?;
        status_at_the_start(words)
    };
    let unspecified = if given_up { "5.0.0" } else { "4.0.0" };
    Some(Fate { status: status.or_else(diagnosis).unwrap_or(unspecified).to_owned(), given_up })
}

/// The fields of a report: groups with empty lines between, a field over several lines put together.
fn groups(text: &str) -> Vec<Vec<(String, String)>> {
    let mut groups = vec![Vec::<(String, String)>::new()];
    for line in text.lines() {
        let group = groups.last_mut().expect("there is one from the start");
        if line.trim().is_empty() {
            groups.push(Vec::new());
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = group.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            group.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }
    groups
}

/// What stands between `+` and `@` in the address that the report came to.
fn token(report: &Message<'_>) -> Option<String> {
    let to = report.to().into_iter().flat_map(Address::iter).filter_map(|to| to.address());
    let delivered = ENVELOPE.iter().filter_map(|name| match report.header(*name)? {
        HeaderValue::Text(text) => Some(text.as_ref()),
        HeaderValue::Address(address) => address.first()?.address(),
        _ => None,
    });
    to.chain(delivered).find_map(token_in)
}

fn token_in(address: &str) -> Option<String> {
    let (local, _) = address.trim().trim_matches(['<', '>']).rsplit_once('@')?;
    let (_, token) = local.rsplit_once('+')?;
    let token = token.to_ascii_lowercase();
    let is_plain = token.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-');
    (!token.is_empty() && token.len() <= 64 && is_plain).then_some(token)
}

/// The message id of what came back: the mail itself or its head is a part of the report.
fn message_id(report: &Message<'_>) -> Option<String> {
    let of_part = |part: &mail_parser::MessagePart<'_>| match &part.body {
        PartType::Message(message) => message.message_id().map(str::to_owned),
        _ if part.is_content_type("text", "rfc822-headers") => {
            MessageParser::new().parse(part.contents())?.message_id().map(str::to_owned)
        }
        _ => None,
    };
    let in_reply_to = || report.in_reply_to().as_text().map(str::to_owned);
    report.parts.iter().find_map(of_part).or_else(in_reply_to).filter(|id| id.contains('@'))
}
