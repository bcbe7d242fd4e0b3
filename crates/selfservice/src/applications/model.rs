//! An application as the rest of the room sees it.

use access::Holder;
use basics::Id;
use jiff::Timestamp;
use realm::PersonTag;

use crate::forms::{Answers, Form};

/// Marks ids of applications.
pub enum ApplicationTag {}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Somebody fills it in.
    Draft,
    /// It was signed and sent.
    Sent,
}

impl State {
    pub(super) fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Sent => "sent",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        [State::Draft, State::Sent].into_iter().find(|state| state.code() == code)
    }
}

/// A form that somebody fills in, or has sent (*ansøgning*, *indberetning*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// The id.
    pub id: Id<ApplicationTag>,
    /// Which form.
    pub form: &'static Form,
    /// Whom it is about.
    pub owner: Holder,
    /// Who fills it in.
    pub author: Id<PersonTag>,
    /// What was typed.
    pub answers: Answers,
    /// How far it has come.
    pub state: State,
    /// Since when.
    pub begun_at: Timestamp,
    /// When something was typed last.
    pub saved_at: Timestamp,
    /// When it was signed.
    pub sent_at: Option<Timestamp>,
    /// The number of the receipt, once it was signed.
    pub number: Option<String>,
    /// The letter about it, where there is a mailbox that it could go to.
    pub letter: Option<Id<mailbox::letters::LetterTag>>,
}

impl Application {
    /// Where it is seen.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}/{}", self.form.path(), self.id)
    }
}
