//! What the page on how somebody is told shows.

use askama::Template;
use basics::Language;
use page::{FieldErrors, Problem, Shell, Visit};
use store::Tx;
use words::Words;

use super::typed::AddressForm;
use super::{Contact, Reach};
use crate::{Channel, confirm};

/// What the fields of all forms on the page hold.
pub(super) struct Fields {
    pub(super) email: String,
    pub(super) mobile: String,
    pub(super) address: AddressForm,
    pub(super) channel: Vec<String>,
    language: &'static str,
    news: Vec<String>,
}

/// What is to be said about an e-mail address or a mobile number.
struct Said {
    /// The kind of box, as in `alert-warning`, and its icon.
    kind: &'static str,
    icon: &'static str,
    text: String,
    /// Whether a code can be typed now.
    has_code: bool,
}

#[derive(Template)]
#[template(path = "contact/page.html")]
pub(super) struct ContactPage {
    shell: Shell,
    errors: FieldErrors,
    pub(super) saved: Option<String>,
    /// How the person is told now.
    now: String,
    exempt: bool,
    email: Option<Said>,
    mobile: Option<Said>,
    fields: Fields,
    channels: Vec<(String, String)>,
    languages: [Language; Language::ALL.len()],
    yes_or_no: Vec<(String, String)>,
}

impl Fields {
    pub(super) fn of(contact: &Contact, reads: Language) -> Self {
        let field = |reach: &Reach| reach.typed.clone().or_else(|| reach.in_use.clone()).unwrap_or_default();
        Self {
            email: field(&contact.email),
            mobile: spaced(&field(&contact.mobile)),
            address: AddressForm::of(contact.address.as_ref()),
            channel: contact.channel.iter().map(|channel| channel.code().to_owned()).collect(),
            language: contact.language.unwrap_or(reads).code(),
            news: vec![if contact.wants_news { "yes" } else { "no" }.to_owned()],
        }
    }
}

/// A number as people write it: `20 12 34 56`; one with another country code as it is.
pub(crate) fn spaced(number: &str) -> String {
    match number.strip_prefix("+45") {
        Some(danish) if danish.len() == 8 && danish.is_ascii() => {
            [&danish[..2], &danish[2..4], &danish[4..6], &danish[6..]].join(" ")
        }
        _ => number.to_owned(),
    }
}

pub(super) async fn contact_page(
    visit: &Visit,
    tx: &Tx,
    contact: &Contact,
    fields: Fields,
    errors: FieldErrors,
) -> Result<ContactPage, Problem> {
    let words = visit.words;
    let under_way =
        async |channel| confirm::is_under_way(tx, contact.person, channel, visit.realm.now()).await;
    let option = |code: &str, key: &str| (code.to_owned(), words.t(&format!("{key}-{code}")));
    Ok(ContactPage {
        shell: visit
            .shell(words.t("contact-title"))
            .crumb(words.t("front-page"), "/")
            .crumb(words.t("my-page-title"), "/min-side")
            .with_errors(!errors.is_empty()),
        errors,
        saved: None,
        now: match contact.ways().first() {
            Some(way) => words.t(&format!("contact-now-{}", way.code())),
            None => words.t("contact-now-nothing"),
        },
        exempt: contact.exempt,
        email: said(words, &contact.email, "email", under_way(Channel::Email).await?, str::to_owned),
        mobile: said(words, &contact.mobile, "mobile", under_way(Channel::Sms).await?, spaced),
        fields,
        channels: Channel::ALL.iter().map(|channel| option(channel.code(), "channel")).collect(),
        languages: Language::ALL,
        yes_or_no: vec![option("yes", "contact-news"), option("no", "contact-news")],
    })
}

fn said(
    words: &Words,
    reach: &Reach,
    which: &str,
    under_way: bool,
    write: fn(&str) -> String,
) -> Option<Said> {
    let (kind, icon, what, address) = match (&reach.typed, &reach.in_use) {
        (Some(typed), _) if under_way => ("info", "info", "sent", typed),
        (Some(typed), _) => ("warning", "warning", "unconfirmed", typed),
        (None, Some(in_use)) if reach.bounced => ("warning", "warning", "bounced", in_use),
        (None, Some(in_use)) => ("success", "check_circle", "confirmed", in_use),
        (None, None) => return None,
    };
    let text = words.t1(&format!("contact-{which}-{what}"), "address", write(address));
    Some(Said { kind, icon, text, has_code: what == "sent" && which == "mobile" })
}
