//! The sheet that a letter is written on, by which a letter that is sent twice by mistake is known again.

use std::fmt;

use jiff::SignedDuration;
use realm::Realm;
use uuid::Uuid;

/// How long a sent sheet is known again: longer than anybody leaves a page open before they press "send" once more.
pub(super) const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

/// What a form to write on carries with it. However often the button is pressed, the page loaded anew or the network tries
/// again, one sheet is one letter. It becomes the `messageUUID` of the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet(Uuid);

impl Sheet {
    /// A blank one.
    #[must_use]
    pub fn blank(realm: &Realm) -> Self {
        let mut random = [0; 16];
        realm.chance.fill(&mut random);
        Self(uuid::Builder::from_random_bytes(random).into_uuid())
    }

    /// The one that a form brought back; `None` where it is none that [`blank`](Self::blank) could have made.
    #[must_use]
    pub fn returned(text: &str) -> Option<Self> {
        let uuid = Uuid::try_parse(text.trim()).ok()?;
        (uuid.get_version_num() == 4).then_some(Self(uuid))
    }

    pub(super) fn uuid(self) -> Uuid {
        self.0
    }
}

impl fmt::Display for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_could_be_blank_comes_back() {
        let text = "0b1f2f9e-5a7e-4c7f-9d7e-2f3c1a5b6d70";
        assert_eq!(Sheet::returned(text).map(|sheet| sheet.to_string()).as_deref(), Some(text));
        for wrong in ["", "x", "00000000-0000-0000-0000-000000000000", "019aa0c8-5a7e-7c7f-9d7e-2f3c1a5b6d70"]
        {
            assert_eq!(Sheet::returned(wrong), None, "{wrong}");
        }
    }
}
