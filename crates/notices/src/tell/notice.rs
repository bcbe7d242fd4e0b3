//! What is to be told, as its writer gives it, and what makes it fit for every channel.

use courier::gsm;
use jobs::Urgency;

/// The most that a text message says: the limit of `NemSMS`.
const LONGEST_SHORT: usize = 160;
/// A subject that a list of mails still shows.
const LONGEST_SUBJECT: usize = 120;

/// Something to be told to one person, in their language and for every channel: which one it goes is not the writer's
/// concern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it is about, as a word of the code: `exemption.granted`.
    pub kind: &'static str,
    /// What it is about, in one line.
    pub subject: String,
    /// What it says, for mails, letters and the person's own page. A line break within a paragraph is kept.
    pub paragraphs: Vec<String>,
    /// The same as a text message: at most 160 characters, nothing sensitive, and no link, since people are taught not to
    /// follow links in text messages. Where an installation sends one message only, 70 characters in Arabic, Turkish and
    /// Urdu are what fits; what is longer goes by the next channel.
    pub short: String,
    /// The one thing to do, on this site.
    pub link: Option<Link>,
    /// Whether it is news: sent only to those who want news, with a way to end it.
    pub news: bool,
    /// Who waits for it.
    pub urgency: Urgency,
}

/// A page of this site and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What the button says.
    pub label: String,
    /// The path within the realm: `/min-side/beskeder`.
    pub path: String,
}

/// A notice that does not fit every channel: a mistake of whoever wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoticeError {
    /// There is no subject, or it has a line break, or it is longer than 120 characters.
    #[error("the subject of {kind} must be one line of at most 120 characters")]
    Subject {
        /// The kind of notice.
        kind: &'static str,
    },
    /// There are no paragraphs, or an empty one, or an empty line within one.
    #[error("each paragraph of {kind} must say something, without empty lines")]
    Paragraphs {
        /// The kind of notice.
        kind: &'static str,
    },
    /// The text message is empty, or has more than 160 characters.
    #[error("the text message of {kind} has {length} characters, and must have 1 to 160")]
    ShortLength {
        /// The kind of notice.
        kind: &'static str,
        /// How many characters it has, as telephones count them.
        length: usize,
    },
    /// There is a link in the text message.
    #[error("the text message of {kind} must have no link in it")]
    ShortLink {
        /// The kind of notice.
        kind: &'static str,
    },
    /// The link does not lead to a page of this site, or says nothing.
    #[error("the link of {kind} must have a label, and a path that begins with one slash")]
    Link {
        /// The kind of notice.
        kind: &'static str,
    },
}

impl Notice {
    /// Checks that the notice fits every channel.
    ///
    /// # Errors
    /// When it does not; the error says what is wrong and does not repeat the text.
    pub fn check(&self) -> Result<(), NoticeError> {
        let kind = self.kind;
        let subject = &self.subject;
        if subject.trim().is_empty()
            || subject.contains(char::is_control)
            || subject.chars().count() > LONGEST_SUBJECT
        {
            return Err(NoticeError::Subject { kind });
        }
        let says_nothing = |paragraph: &String| paragraph.lines().any(|line| line.trim().is_empty());
        let is_empty = |paragraph: &String| paragraph.is_empty() || says_nothing(paragraph);
        if self.paragraphs.is_empty() || self.paragraphs.iter().any(is_empty) {
            return Err(NoticeError::Paragraphs { kind });
        }
        let length = gsm::measure(&self.short).units;
        if self.short.trim().is_empty() || length > LONGEST_SHORT {
            return Err(NoticeError::ShortLength { kind, length });
        }
        if self.short.contains("://") || self.short.contains("www.") {
            return Err(NoticeError::ShortLink { kind });
        }
        if self.link.as_ref().is_some_and(|link| !link.leads_to_a_page_of_ours()) {
            return Err(NoticeError::Link { kind });
        }
        Ok(())
    }
}

impl Link {
    fn leads_to_a_page_of_ours(&self) -> bool {
        let is_plain = self.path.chars().all(|c| !c.is_whitespace() && !c.is_control() && c != '\\');
        !self.label.trim().is_empty()
            && self.path.starts_with('/')
            && !self.path.starts_with("//")
            && is_plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice() -> Notice {
        Notice {
            kind: "visit.booked",
            subject: "Din hjælper kommer".to_owned(),
            paragraphs: vec!["Kære Aase".to_owned(), "Din hjælper kommer\npå mandag.".to_owned()],
            short: "Din hjælper kommer på mandag.".to_owned(),
            link: Some(Link { label: "Se aftalen".to_owned(), path: "/min-side/aftaler/7".to_owned() }),
            news: false,
            urgency: Urgency::Ordinary,
        }
    }

    fn with_short(short: &str) -> Result<(), NoticeError> {
        Notice { short: short.to_owned(), ..notice() }.check()
    }

    #[test]
    fn a_text_message_over_160_characters_is_refused() {
        assert_eq!(notice().check(), Ok(()));
        assert_eq!(with_short(&"a".repeat(160)), Ok(()));
        let too_long = |length| Err(NoticeError::ShortLength { kind: "visit.booked", length });
        assert_eq!(with_short(&"a".repeat(161)), too_long(161));
        assert_eq!(with_short(&"€".repeat(81)), too_long(162));
        assert_eq!(with_short(&"م".repeat(160)), Ok(()));
        assert_eq!(with_short(&"م".repeat(161)), too_long(161));
        assert!(with_short(" ").is_err());
    }

    #[test]
    fn a_text_message_has_no_link() {
        let refused = Err(NoticeError::ShortLink { kind: "visit.booked" });
        assert_eq!(with_short("Se https://hjaelp.example.dk"), refused);
        assert_eq!(with_short("Se www.hjaelp.example.dk"), refused);
    }

    #[test]
    fn a_subject_is_one_line() {
        for subject in ["", " ", "a\r\nBcc: b@example.dk", &"a".repeat(121)] {
            let notice = Notice { subject: subject.to_owned(), ..notice() };
            assert_eq!(notice.check(), Err(NoticeError::Subject { kind: "visit.booked" }), "{subject:?}");
        }
    }

    #[test]
    fn paragraphs_say_something() {
        for paragraphs in [vec![], vec![""], vec!["a", " "], vec!["a\n\nb"]] {
            let paragraphs = paragraphs.into_iter().map(str::to_owned).collect();
            let notice = Notice { paragraphs, ..notice() };
            assert_eq!(notice.check(), Err(NoticeError::Paragraphs { kind: "visit.booked" }));
        }
    }

    #[test]
    fn a_link_stays_on_the_site() {
        for path in ["", "min-side", "//evil.example", "https://evil.example", "/a b", "/\\evil.example"] {
            let link = Some(Link { label: "Se".to_owned(), path: path.to_owned() });
            let notice = Notice { link, ..notice() };
            assert_eq!(notice.check(), Err(NoticeError::Link { kind: "visit.booked" }), "{path}");
        }
    }
}
