//! What a list shows of a letter. It is sealed: who gets post from whom is nobody's business.

use realm::Chance;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::MailboxError;
use crate::boxes::BoxKey;

const PURPOSE: &str = "mailbox.head";

/// What a list shows of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// What it is about, in its sender's words.
    #[serde(rename = "s")]
    pub subject: String,
    /// Who it is from, or, for one that was written here, who it is to.
    #[serde(rename = "w")]
    pub with: String,
    /// What it is about in plain words, where its sender gave a text for notifications.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub notification: Option<String>,
    /// How many files it has besides the letter itself.
    #[serde(rename = "f", default)]
    pub files: u32,
    /// Whether it can be answered.
    #[serde(rename = "r", default)]
    pub may_reply: bool,
    /// Whether there is something to do: an appointment, a payment, a form.
    #[serde(rename = "a", default)]
    pub has_actions: bool,
    /// Whether opening it has legal effect.
    #[serde(rename = "l", default)]
    pub is_legal: bool,
}

impl Head {
    pub(crate) fn seal(&self, key: &BoxKey, chance: &Chance, letter: Uuid) -> Vec<u8> {
        let plain = serde_json::to_vec(self).expect("texts and numbers become JSON");
        key.seal(chance, PURPOSE, letter, &plain)
    }

    pub(crate) fn open(key: &BoxKey, letter: Uuid, sealed: &[u8]) -> Result<Self, MailboxError> {
        let plain = key.open(PURPOSE, letter, sealed)?;
        serde_json::from_slice(&plain).map_err(|_| MailboxError::Closed { what: PURPOSE })
    }
}
