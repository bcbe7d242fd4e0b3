//! What every page of a sandbox says besides its own: that nothing is real, and what the pretend telephone shows.

use std::sync::{Mutex, PoisonError};

use realm::{Realm, RealmKind};

/// How many messages a page shows; the others are on the page of the telephone.
const NEWEST: usize = 3;

/// A message as the pretend telephone shows it at the side of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneMessage {
    /// The number or the address that it was for.
    pub to: String,
    /// What it says, or what it is about.
    pub text: String,
}

/// The screen of a sandbox's pretend telephone, on the shelf of its realm. Practice fills it from what it keeps; nothing is here
/// that cannot be read again.
#[derive(Debug, Default)]
pub struct PhoneScreen(Mutex<Screen>);

#[derive(Debug, Clone, Default)]
struct Screen {
    unseen: i64,
    newest: Vec<PhoneMessage>,
}

impl PhoneScreen {
    /// Shows these messages, newest first, of all of which `unseen` have not been looked at.
    pub fn show(&self, unseen: i64, newest: Vec<PhoneMessage>) {
        *self.screen() = Screen { unseen, newest: newest.into_iter().take(NEWEST).collect() };
    }

    /// Shows one more message, above the others.
    pub fn add(&self, message: PhoneMessage) {
        let mut screen = self.screen();
        screen.unseen += 1;
        screen.newest.insert(0, message);
        screen.newest.truncate(NEWEST);
    }

    /// All messages have been looked at.
    pub fn seen(&self) {
        self.screen().unseen = 0;
    }

    fn screen(&self) -> std::sync::MutexGuard<'_, Screen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The bar of practice on a page.
#[derive(Debug, Clone)]
pub struct PracticeBar {
    /// How many messages on the telephone have not been looked at.
    pub unseen: i64,
    /// The newest messages, newest first.
    pub newest: Vec<PhoneMessage>,
}

impl PracticeBar {
    /// The bar for pages of this realm, where it is a sandbox.
    pub(crate) fn of(realm: &Realm) -> Option<Self> {
        (realm.kind == RealmKind::Sandbox).then(|| {
            let Screen { unseen, newest } = realm.keep.get::<PhoneScreen>().screen().clone();
            Self { unseen, newest }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_screen_shows_the_newest_messages_and_counts_what_has_not_been_seen() {
        let screen = PhoneScreen::default();
        for number in 1..=5 {
            screen.add(PhoneMessage { to: "+4520123456".to_owned(), text: number.to_string() });
        }
        let shown = screen.screen().clone();
        assert_eq!(shown.unseen, 5);
        assert_eq!(
            shown.newest.iter().map(|message| message.text.as_str()).collect::<Vec<_>>(),
            ["5", "4", "3"]
        );
        screen.seen();
        assert_eq!(screen.screen().unseen, 0);
    }
}
