//! Messages: everything that people were told, as they can read it again. Where it went stands in it masked only.

pub(crate) mod sql;
pub(crate) mod web;

use basics::{Id, Language};
use jiff::Timestamp;
use jobs::Urgency;
use realm::{PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx};

use crate::{Channel, Link, Notice};

/// Marks ids of messages.
pub enum MessageTag {}

/// What stands in a text in place of a code or a link that is known to its receiver alone.
pub(crate) const HIDDEN: &str = "••••••";

/// A message to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The id, from which the id of a mail and the reference of a text message are made.
    pub id: Id<MessageTag>,
    /// To whom.
    pub person: Id<PersonTag>,
    /// What it is about, as a word of the code.
    pub kind: String,
    /// How it is sent.
    pub channel: Channel,
    /// Its language.
    pub language: Language,
    /// What it is about, in one line.
    pub subject: String,
    /// What it says.
    pub paragraphs: Vec<String>,
    /// The same as a text message.
    pub short: String,
    /// The one thing to do.
    pub link: Option<Link>,
    /// Whether it is news, which one can do without.
    pub news: bool,
    /// Who waits for it.
    pub urgency: Urgency,
    /// What became of it.
    pub state: State,
    /// Why, for whoever runs the machine: English, and nobody's data.
    pub state_reason: String,
    /// Since when.
    pub state_at: Timestamp,
    /// Where it went, masked; empty where it went nowhere yet.
    pub sent_to: String,
    /// Whether it goes to an address of its own, one to be confirmed or one that was replaced, and to no other.
    pub apart: bool,
    /// The message that did not arrive, where this one says the same by another way.
    pub instead_of: Option<Id<MessageTag>>,
    /// When it was written.
    pub created_at: Timestamp,
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is to be sent, or to be printed.
    Waiting,
    /// The mail server or the gateway took it.
    Sent,
    /// It could not be sent.
    Failed,
    /// It came back.
    Bounced,
    /// The letter was put in the post.
    Posted,
    /// There is no way to its receiver.
    Unsendable,
    /// It is only on the person's own page, as they wished.
    Kept,
}

impl State {
    const ALL: [State; 7] = [
        State::Waiting,
        State::Sent,
        State::Failed,
        State::Bounced,
        State::Posted,
        State::Unsendable,
        State::Kept,
    ];

    /// The word in tables and text keys (`message-waiting`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Sent => "sent",
            State::Failed => "failed",
            State::Bounced => "bounced",
            State::Posted => "posted",
            State::Unsendable => "unsendable",
            State::Kept => "kept",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

impl Message {
    /// A notice as it goes this way; `None` is no way at all.
    pub(crate) fn new(
        work: &Work<'_>,
        person: Id<PersonTag>,
        language: Language,
        notice: Notice,
        way: Option<Channel>,
    ) -> Self {
        Self {
            id: work.new_id(),
            person,
            kind: notice.kind.to_owned(),
            channel: way.unwrap_or(Channel::Page),
            language,
            subject: notice.subject,
            paragraphs: notice.paragraphs,
            short: notice.short,
            link: notice.link,
            news: notice.news,
            urgency: notice.urgency,
            state: first_state(way),
            state_reason: String::new(),
            state_at: work.now(),
            sent_to: String::new(),
            apart: false,
            instead_of: None,
            created_at: work.now(),
        }
    }

    /// The same again by another way, after this one did not arrive.
    pub(crate) fn once_more(&self, work: &Work<'_>, way: Option<Channel>) -> Self {
        Self {
            id: work.new_id(),
            channel: way.unwrap_or(Channel::Page),
            state: first_state(way),
            state_reason: String::new(),
            state_at: work.now(),
            sent_to: String::new(),
            instead_of: Some(self.id),
            created_at: work.now(),
            ..self.clone()
        }
    }

    /// Whether it is still to be sent by mail or text message.
    pub(crate) fn is_to_be_sent(&self) -> bool {
        self.state == State::Waiting && matches!(self.channel, Channel::Email | Channel::Sms)
    }

    /// Whether it holds something that only its receiver may read.
    pub(crate) fn has_a_secret(&self) -> bool {
        let in_link = || self.link.as_ref().is_some_and(|link| link.path.contains(HIDDEN));
        self.apart && (self.short.contains(HIDDEN) || in_link())
    }
}

fn first_state(way: Option<Channel>) -> State {
    match way {
        Some(Channel::Email | Channel::Sms | Channel::Letter) => State::Waiting,
        Some(Channel::Page) => State::Kept,
        None => State::Unsendable,
    }
}

/// What a person was told, newest first: at most `most`, after the first `skip`.
///
/// # Errors
/// When the database does not answer.
pub async fn messages_of(
    tx: &Tx,
    person: Id<PersonTag>,
    skip: i64,
    most: i64,
) -> Result<Vec<Message>, DbError> {
    sql::of_person(tx, person, skip, most).await
}
