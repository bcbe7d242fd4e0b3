//! E-mail: what a mail says, how it is written down, and how a server takes it.

mod bounce;
mod conversation;
mod error;
mod letter;
mod mailer;
mod pool;
mod settings;
mod words;

use std::fmt;

use basics::Language;
use jiff::Timestamp;

pub use bounce::{Bounce, bounced};
pub use error::{Fault, Hindrance, MailError, Refusal, RefusedPart, Unfit};
pub use mailer::{MailKeeper, Mailer};
pub use settings::{MailSettings, MailSettingsError, Security};

/// A mail to one person, in plain words: it is written down both as text and as HTML.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// Whom it goes to, as [`crate::email_address`] gives it.
    pub to: String,
    /// The language of all its texts; Arabic and Urdu run from the right.
    pub language: Language,
    /// What it is about, in one line.
    pub subject: String,
    /// What it says. A line break within a paragraph is kept.
    pub paragraphs: Vec<String>,
    /// The one thing to do, shown as a button and spelled out below it.
    pub action: Option<Link>,
    /// Small print: who sends it and why.
    pub footer: Vec<String>,
    /// What the mail is known by, `ID@DOMAIN`. A second try has the same, so that whoever got both sees one
    /// (RFC 5322 § 3.6.4).
    pub message_id: String,
    /// Where to end such mails: as the last link of the mail, and for the button that mail programs show, which sends
    /// a `POST` of `List-Unsubscribe=One-Click` to the address without cookies (RFC 8058).
    pub unsubscribe: Option<Link>,
    /// What a bounce is known by, where the settings have a `bounce_address`: small letters, digits and hyphens.
    /// Somebody may make a bounce up, so it should be hard to guess.
    pub token: Option<String>,
    /// When it was written; its date.
    pub at: Timestamp,
}

// Whoever logs this by mistake must not log a person.
impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail").field("message_id", &self.message_id).finish_non_exhaustive()
    }
}

/// An address on the web and what it is called. It may hold a secret, so it cannot be printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    /// What the button says.
    pub label: String,
    /// `https://…`, at most 900 characters.
    pub url: String,
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Link(…)")
    }
}
