//! The ways in which somebody can be told.

use serde::{Deserialize, Serialize};

/// A way in which somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// By e-mail.
    Email,
    /// By text message.
    Sms,
    /// By a letter on paper.
    Letter,
    /// Not at all: it only stands on their own page.
    Page,
}

impl Channel {
    /// Every channel, in the order in which people choose between them.
    pub const ALL: [Channel; 4] = [Channel::Email, Channel::Sms, Channel::Letter, Channel::Page];

    /// The word in tables, forms and text keys (`channel-email`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Channel::Email => "email",
            Channel::Sms => "sms",
            Channel::Letter => "letter",
            Channel::Page => "page",
        }
    }

    /// The channel by its word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_is_found_by_its_word() {
        for channel in Channel::ALL {
            assert_eq!(Channel::from_code(channel.code()), Some(channel));
        }
        assert_eq!(Channel::from_code("pigeon"), None);
    }
}
