//! What can become of a mail besides being sent, in terms the caller can act on.
//!
//! Servers like to repeat the address in what they say, so only their codes are kept.

use std::io;

/// A mail was not sent, or it is not known whether it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// It will never be taken: do not try again. [`Refusal::is_bounce`] says whether the address is dead.
    #[error("the mail server refused the mail for good: {0}")]
    Refused(Refusal),
    /// It may be taken later: try again with the same `message_id`.
    #[error("the mail server did not take the mail now: {0}")]
    Again(Hindrance),
    /// The system owner must do something first. Keep the mail and try again then.
    #[error("the mail server and its settings do not fit: {0}")]
    Settings(Fault),
    /// The caller made a mail that cannot be written down.
    #[error("the mail cannot be written: {0}")]
    Unfit(Unfit),
}

/// A permanent answer, 5xx (RFC 5321 § 4.2.1).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{of} was answered with {code}{}", shown(.status.as_ref()))]
pub struct Refusal {
    /// The reply code, `550`.
    pub code: u16,
    /// The enhanced status code, `5.1.1` (RFC 3463), where the server gives one.
    pub status: Option<String>,
    /// What the server had been told when it refused.
    pub of: RefusedPart,
}

/// What a server refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RefusedPart {
    /// The address of the recipient.
    #[error("the recipient")]
    Recipient,
    /// What the mail says.
    #[error("the content")]
    Content,
}

impl Refusal {
    /// Whether the address takes no mail and should not be written to again.
    ///
    /// A refusal for reasons of policy (5.7) or because the mailbox is full (5.2.2) says nothing against the address.
    #[must_use]
    pub fn is_bounce(&self) -> bool {
        self.of == RefusedPart::Recipient && self.status.as_deref().is_none_or(says_that_the_address_is_dead)
    }
}

/// Whether a status code says that an address takes no mail: 5.0.0, any 5.1 (addressing) and 5.2.1 (mailbox
/// disabled) of RFC 3463 § 3.
pub(super) fn says_that_the_address_is_dead(status: &str) -> bool {
    status.starts_with("5.1.") || matches!(status, "5.0.0" | "5.2.1")
}

/// Why it should be tried again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Hindrance {
    /// The server cannot be reached.
    #[error("it cannot be reached ({0})")]
    Unreachable(io::ErrorKind),
    /// The server did not answer within the time of the settings.
    #[error("it did not answer in time")]
    TimedOut,
    /// The connection ended early. What was handed over may or may not have been taken.
    #[error("it ended the connection early")]
    Dropped,
    /// What the server says is not SMTP.
    #[error("it answered with something else than SMTP")]
    Nonsense,
    /// A temporary answer, 4xx.
    #[error("it answered with {code}{}", shown(.status.as_ref()))]
    Later {
        /// The reply code, `451`.
        code: u16,
        /// The enhanced status code, `4.3.0`, where the server gives one.
        status: Option<String>,
    },
    /// The folder of the simulator cannot be written.
    #[error("its folder cannot be written ({0})")]
    Unwritable(io::ErrorKind),
}

/// What the system owner must mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// No encrypted connection came about: most often the certificate is not one we trust.
    #[error("no encrypted connection: {0}")]
    Encryption(String),
    /// The server does not offer STARTTLS, or somebody in between hides it.
    #[error("it does not offer STARTTLS")]
    NoStarttls,
    /// The server does not let this user in with this password.
    #[error("it refused the login with {0}")]
    Login(u16),
    /// The server offers no way to log in that we know (PLAIN, LOGIN).
    #[error("it offers no way to log in that we know")]
    NoLogin,
    /// The server does not let us send from this sender.
    #[error("it refused the sender with {0}")]
    Sender(u16),
    /// The server refuses to talk, or a step of the conversation.
    #[error("it refused to talk with {0}")]
    Conversation(u16),
}

/// What is wrong with a mail that the caller made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// The recipient is not an address as [`crate::email_address`] gives it.
    #[error("the recipient is no e-mail address")]
    Recipient,
    /// The recipient has a line break or another control character (header injection).
    #[error("the recipient has a line break in it")]
    LineBreakInRecipient,
    /// The subject has a line break or another control character (header injection).
    #[error("the subject has a line break in it")]
    LineBreakInSubject,
    /// The message id is not `ID@DOMAIN` of visible ASCII.
    #[error("the message id is not of the form id@domain")]
    MessageId,
    /// The token has other signs than small letters, digits and hyphens, or is too long to stand before an `@`.
    #[error("the token is not made of small letters, digits and hyphens, or too long")]
    Token,
    /// A link is no `http` address without spaces, or longer than 900 characters.
    #[error("a link is no address on the web")]
    Link,
}

fn shown(status: Option<&String>) -> String {
    status.map(|status| format!(" ({status})")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(code: u16, status: Option<&str>, of: RefusedPart) -> Refusal {
        Refusal { code, status: status.map(str::to_owned), of }
    }

    #[test]
    fn only_a_dead_address_is_a_bounce() {
        for (code, status, of, bounce) in [
            (550, None, RefusedPart::Recipient, true),
            (550, Some("5.1.1"), RefusedPart::Recipient, true),
            (550, Some("5.1.10"), RefusedPart::Recipient, true),
            (550, Some("5.2.1"), RefusedPart::Recipient, true),
            (552, Some("5.2.2"), RefusedPart::Recipient, false),
            (554, Some("5.7.1"), RefusedPart::Recipient, false),
            (554, None, RefusedPart::Content, false),
            (550, Some("5.1.1"), RefusedPart::Content, false),
        ] {
            assert_eq!(refusal(code, status, of).is_bounce(), bounce, "{code} {status:?} {of:?}");
        }
    }

    #[test]
    fn an_error_says_what_was_refused_and_how() {
        let refused = MailError::Refused(refusal(550, Some("5.1.1"), RefusedPart::Recipient));
        assert_eq!(
            refused.to_string(),
            "the mail server refused the mail for good: the recipient was answered with 550 (5.1.1)"
        );
        let again = MailError::Again(Hindrance::Later { code: 451, status: None });
        assert_eq!(again.to_string(), "the mail server did not take the mail now: it answered with 451");
    }
}
