//! An exemption, and the wish for one.

use access::Holder;
use basics::Id;
use jiff::Timestamp;
use jiff::civil::Date;
use realm::{Change, PersonTag};
use serde::Serialize;

/// Marks ids of exemptions.
pub enum ExemptionTag {}

/// What somebody is exempt from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Covers {
    /// Digital Post: letters come on paper.
    pub post: bool,
    /// Mandatory self-service: authorities take forms on paper, by telephone or at the counter.
    pub self_service: bool,
}

impl Covers {
    /// Nothing at all.
    pub const NOTHING: Covers = Covers { post: false, self_service: false };

    pub(super) fn and(self, other: Covers) -> Covers {
        Covers { post: self.post || other.post, self_service: self.self_service || other.self_service }
    }
}

/// Who asked for an exemption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AskedBy {
    /// The holder, on a page of their own.
    #[serde(rename = "self")]
    Holder,
    /// Somebody with a mandate from the holder.
    Representative,
    /// The holder, at a counter.
    Counter,
}

impl AskedBy {
    const ALL: [AskedBy; 3] = [AskedBy::Holder, AskedBy::Representative, AskedBy::Counter];

    pub(super) fn code(self) -> &'static str {
        match self {
            AskedBy::Holder => "self",
            AskedBy::Representative => "representative",
            AskedBy::Counter => "counter",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|asked_by| asked_by.code() == code)
    }
}

/// The wish to be exempt. It has no ground: nobody asks for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// What from.
    pub covers: Covers,
    /// Whether it was declared on honour that one of the law's grounds is there.
    pub declared_on_honour: bool,
    /// Whether unopened letters of the last months are to come on paper too.
    pub older_mail_on_paper: bool,
    /// Who asks.
    pub asked_by: AskedBy,
}

/// An exemption that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exemption {
    /// The id.
    pub id: Id<ExemptionTag>,
    /// Whose.
    pub holder: Holder,
    /// The day on which it was given.
    pub valid_from: Date,
    /// The last day; `None` where it holds until the holder enrols again.
    pub valid_until: Option<Date>,
    /// From when the holder is told that it will end.
    pub warn_on: Option<Date>,
    /// What from.
    pub covers: Covers,
    /// Who asked.
    pub asked_by: AskedBy,
    /// Who noted it: the holder, or somebody at the counter.
    pub decided_by: Option<Id<PersonTag>>,
    /// When it was noted.
    pub created_at: Timestamp,
    /// When it ended; `None` while it holds.
    pub ended_at: Option<Timestamp>,
}

impl Exemption {
    /// The change with the person whose data it is, where the holder is one.
    pub(super) fn concerning(&self, change: Change) -> Change {
        match self.holder {
            Holder::Person(person) => change.concerns(person),
            Holder::Organisation(_) => change,
        }
    }
}
