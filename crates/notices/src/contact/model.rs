//! How somebody is reached, and the same with every address masked.

use std::fmt;

use basics::{Id, Language};
use realm::PersonTag;
use serde::Serialize;

use super::rules;
use crate::{Channel, mask};

/// How somebody is reached.
#[derive(Clone, PartialEq, Eq)]
pub struct Contact {
    /// Who.
    pub person: Id<PersonTag>,
    /// The channel that they chose, where they have.
    pub channel: Option<Channel>,
    /// The language that they chose, or in which they read when they first said how to reach them.
    pub language: Option<Language>,
    /// Their e-mail address.
    pub email: Reach,
    /// Their mobile number.
    pub mobile: Reach,
    /// Where letters reach them.
    pub address: Option<PostalAddress>,
    /// Whether they are exempt from Digital Post (*fritaget*): told by letter, whatever they chose.
    pub exempt: bool,
    /// Whether they want news, besides what concerns them.
    pub wants_news: bool,
}

/// An e-mail address or a mobile number.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// The one that was confirmed.
    pub in_use: Option<String>,
    /// Whether what was sent there came back.
    pub bounced: bool,
    /// One that was typed and is not confirmed yet.
    pub typed: Option<String>,
}

/// A Danish address, as it stands on a letter.
#[derive(Clone, PartialEq, Eq)]
pub struct PostalAddress {
    /// Street, number, floor.
    pub street: String,
    /// The line above the street, `c/o Jensen`; may be empty.
    pub extra: String,
    /// Four digits.
    pub postcode: String,
    /// The town that belongs to the postcode.
    pub town: String,
}

impl Contact {
    /// Somebody of whom nothing is known yet.
    pub(crate) fn new(person: Id<PersonTag>) -> Self {
        Self {
            person,
            channel: None,
            language: None,
            email: Reach::default(),
            mobile: Reach::default(),
            address: None,
            exempt: false,
            wants_news: false,
        }
    }

    /// The ways in which the person can be told now, the best first; none where nothing reaches them.
    #[must_use]
    pub fn ways(&self) -> Vec<Channel> {
        rules::ways(self)
    }

    /// The e-mail address or the mobile number.
    pub(crate) fn reach_mut(&mut self, channel: Channel) -> Option<&mut Reach> {
        match channel {
            Channel::Email => Some(&mut self.email),
            Channel::Sms => Some(&mut self.mobile),
            Channel::Letter | Channel::Page => None,
        }
    }

    /// The e-mail address or mobile number at which the channel reaches them.
    pub(crate) fn working(&self, channel: Channel) -> Option<&str> {
        match channel {
            Channel::Email => self.email.working(),
            Channel::Sms => self.mobile.working(),
            Channel::Letter | Channel::Page => None,
        }
    }
}

impl Reach {
    /// The one in use, masked: `•• •• 12 34`.
    #[must_use]
    pub fn masked(&self) -> Option<String> {
        let mask = |address: &String| {
            if address.contains('@') { mask::email(address) } else { mask::mobile(address) }
        };
        self.in_use.as_ref().map(mask)
    }

    /// The one in use, unless what was sent there came back.
    #[must_use]
    pub fn working(&self) -> Option<&str> {
        self.in_use.as_deref().filter(|_| !self.bounced)
    }
}

// Whoever logs these by mistake must not log a person.
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Contact").field("person", &self.person).finish_non_exhaustive()
    }
}

impl fmt::Debug for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reach").field("bounced", &self.bounced).finish_non_exhaustive()
    }
}

impl fmt::Debug for PostalAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostalAddress").finish_non_exhaustive()
    }
}

/// How somebody is reached, as the audit log keeps it.
#[derive(Serialize)]
pub(super) struct Masked {
    channel: Option<Channel>,
    language: Option<Language>,
    email: MaskedReach,
    mobile: MaskedReach,
    address: Option<String>,
    exempt: bool,
    wants_news: bool,
}

#[derive(Serialize)]
struct MaskedReach {
    in_use: Option<String>,
    bounced: bool,
    typed: Option<String>,
}

impl Contact {
    pub(super) fn masked(&self) -> Masked {
        let reach = |reach: &Reach, mask: fn(&str) -> String| MaskedReach {
            in_use: reach.in_use.as_deref().map(mask),
            bounced: reach.bounced,
            typed: reach.typed.as_deref().map(mask),
        };
        Masked {
            channel: self.channel,
            language: self.language,
            email: reach(&self.email, mask::email),
            mobile: reach(&self.mobile, mask::mobile),
            address: self.address.as_ref().map(PostalAddress::masked),
            exempt: self.exempt,
            wants_news: self.wants_news,
        }
    }
}

impl PostalAddress {
    /// The town alone: `7100 Vejle`.
    #[must_use]
    pub fn masked(&self) -> String {
        format!("{} {}", self.postcode, self.town)
    }
}
