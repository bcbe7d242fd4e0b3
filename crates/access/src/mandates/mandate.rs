//! A mandate (*fuldmagt*): who opens which of their things to whom, from when, until when, and within what.

use basics::Id;
use jiff::Timestamp;
use jiff::civil::Date;
use people::OrganisationTag;
use realm::PersonTag;
use serde::{Deserialize, Serialize};

use super::{Limits, State};
use crate::Holder;

/// Marks ids of mandates.
pub enum MandateTag {}

/// To whom a mandate is given (*fuldmagtshaver*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Party {
    /// A person for themself.
    Person(Id<PersonTag>),
    /// A person, for as long as they belong to the organisation.
    Employee {
        /// Who.
        person: Id<PersonTag>,
        /// Where they work.
        organisation: Id<OrganisationTag>,
    },
    /// An organisation. Whoever may sign for it alone uses it; others only when it passes it on to them by name.
    Organisation(Id<OrganisationTag>),
}

impl Party {
    /// The person, where it is one.
    #[must_use]
    pub fn person(self) -> Option<Id<PersonTag>> {
        match self {
            Party::Person(person) | Party::Employee { person, .. } => Some(person),
            Party::Organisation(_) => None,
        }
    }

    /// The organisation that it is, or that the person works for.
    #[must_use]
    pub fn organisation(self) -> Option<Id<OrganisationTag>> {
        match self {
            Party::Person(_) => None,
            Party::Employee { organisation, .. } | Party::Organisation(organisation) => Some(organisation),
        }
    }

    /// Whether it is the same as whoever holds something.
    #[must_use]
    pub fn is(self, holder: Holder) -> bool {
        match (self, holder) {
            (Party::Person(one), Holder::Person(other)) => one == other,
            (Party::Organisation(one), Holder::Organisation(other)) => one == other,
            _ => false,
        }
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $kind:ident { $($(#[$of:meta])* $name:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $kind {
            $($(#[$of])* $name,)*
        }

        impl $kind {
            /// Each of them.
            pub const ALL: &[$kind] = &[$($kind::$name),*];

            /// The word in tables and text keys.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $($kind::$name => $code,)*
                }
            }

            /// What this word means.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

words! {
    /// What a mandate rests on.
    Basis {
        /// A yes with MitID.
        Digital = "digital",
        /// A form signed by hand.
        Paper = "paper",
        /// Said at the counter to a trusted employee.
        Counter = "counter",
        /// A general power of attorney (*generalfuldmagt*), written and witnessed.
        General = "general",
        /// A future power of attorney (*fremtidsfuldmagt*) that has been put in force.
        Future = "future",
        /// A privilege list that came with a login (OIO Basic Privilege Profile).
        Login = "login",
    }
}

words! {
    /// Who began it.
    AskedBy {
        /// The one who gives.
        Giver = "giver",
        /// The one who is to help.
        Holder = "holder",
        /// A trusted employee.
        Counter = "counter",
    }
}

/// What a mandate says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Terms {
    /// What it opens, as codes of the [catalogue](super::catalogue).
    pub powers: Vec<String>,
    /// The first day.
    pub starts_on: Date,
    /// The last day; none where the giver set none.
    pub ends_on: Option<Date>,
    /// Whether letters that arrived before it came into force are open too. Where they are not, `limits.since` is set when it does.
    pub with_past_mail: bool,
    /// What narrows it.
    pub limits: Limits,
}

/// A mandate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mandate {
    /// The id.
    pub id: Id<MandateTag>,
    /// Whose things it opens.
    pub owner: Holder,
    /// Who gives it (*fuldmagtsgiver*): the owner, or an organisation that passes on what it holds.
    pub giver: Holder,
    /// To whom.
    pub to: Party,
    /// The mandate that is passed on, where one is.
    pub parent: Option<Id<MandateTag>>,
    /// What it rests on.
    pub basis: Basis,
    /// Who began it.
    pub asked_by: AskedBy,
    /// Where it stands.
    pub state: State,
    /// What it says.
    #[serde(flatten)]
    pub terms: Terms,
    /// When it ends to the moment; only for what came with a login.
    pub until: Option<Timestamp>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// Since when it stands where it does.
    pub state_at: Timestamp,
    /// When it is given up if nobody answers.
    pub pending_until: Option<Timestamp>,
    /// When it was used first and last.
    pub first_used_at: Option<Timestamp>,
    /// When it was used last, to within ten minutes.
    pub last_used_at: Option<Timestamp>,
}
