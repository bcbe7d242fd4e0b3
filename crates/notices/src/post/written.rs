//! A message as a mail or a text message.

use courier::{Link, Mail, Text};
use page::Site;
use realm::Realm;
use words::{Words, words};

use super::Parcel;
use crate::message::HIDDEN;

/// The mail, the same each time: a second attempt differs in nothing.
pub(super) fn mail(parcel: &Parcel, realm: &Realm, site: &Site) -> Mail {
    let message = &parcel.message;
    let words = words(message.language);
    let address = |path: &str| format!("{}{}{path}", site.public_url, realm.prefix);
    Mail {
        to: parcel.address.clone(),
        language: message.language,
        subject: message.subject.clone(),
        paragraphs: message.paragraphs.iter().map(|text| revealed(parcel, text)).collect(),
        action: message
            .link
            .as_ref()
            .map(|link| Link { label: link.label.clone(), url: address(&revealed(parcel, &link.path)) }),
        footer: footer(parcel, words, site),
        message_id: format!("{}@{}", message.id, host(&site.public_url)),
        unsubscribe: parcel.unsubscribe_token.as_ref().map(|token| Link {
            label: words.t("notices-mail-unsubscribe"),
            url: address(&format!("/afmeld/{token}")),
        }),
        token: Some(parcel.bounce_token.clone()),
        at: message.created_at,
    }
}

/// The text message.
pub(super) fn text(parcel: &Parcel) -> Text {
    Text {
        to: parcel.address.clone(),
        body: revealed(parcel, &parcel.message.short),
        reference: parcel.message.id.to_string(),
    }
}

fn revealed(parcel: &Parcel, text: &str) -> String {
    match &parcel.secret {
        Some(secret) => text.replace(HIDDEN, secret),
        None => text.to_owned(),
    }
}

/// Why the mail was sent, where that is to be changed, and whom to call.
fn footer(parcel: &Parcel, words: &Words, site: &Site) -> Vec<String> {
    let mut footer = Vec::new();
    if !parcel.message.apart {
        footer.push(words.t("notices-mail-why"));
    }
    footer.push(words.t1("notices-mail-phone", "number", &site.phone.number));
    footer
}

/// The name of the host in the address of the site, for the ids of mails.
fn host(public_url: &str) -> &str {
    let after_scheme = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    let host = after_scheme.split(['/', ':']).next().unwrap_or_default();
    let is_plain = !host.is_empty() && host.bytes().all(|c| c.is_ascii_alphanumeric() || b".-".contains(&c));
    if is_plain { host } else { "omtanke.invalid" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_mail_ends_in_the_host_of_the_site() {
        assert_eq!(host("https://hjaelp.example.dk"), "hjaelp.example.dk");
        assert_eq!(host("http://127.0.0.1:8080/oev"), "127.0.0.1");
        assert_eq!(host("http://[::1]:8080"), "omtanke.invalid");
    }
}
