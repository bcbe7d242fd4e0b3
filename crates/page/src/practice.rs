//! What every page of a sandbox says besides its own: that nothing is real, and what the pretend telephone shows.

use std::sync::{Mutex, PoisonError};

use realm::{Realm, RealmKind};
use words::Words;

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

/// The seat of a sandbox in a class, on the shelf of its realm: what the bar says of it. Whoever looks after classes sets it.
#[derive(Debug, Default)]
pub struct ClassSeat(Mutex<Option<SeatMark>>);

/// What the bar says of a seat in a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatMark {
    /// The text that names its colour: `class-colour-blue`.
    pub colour: String,
    /// The text that names its picture: `class-picture-pedal_bike`; the icon is called as what comes after the second dash.
    pub noun: String,
    /// How often the teacher had sent everybody somewhere when this was said.
    pub told: u64,
}

impl ClassSeat {
    /// Says which seat it is; nothing when it is none.
    pub fn set(&self, mark: Option<SeatMark>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = mark;
    }
}

impl SeatMark {
    /// What the seat is called in a language: "blue bicycle".
    #[must_use]
    pub fn name(&self, words: &Words) -> String {
        words.t2("class-picture", "colour", words.t(&self.colour), "noun", words.t(&self.noun))
    }

    /// The icon of the picture.
    #[must_use]
    pub fn icon(&self) -> &str {
        self.noun.strip_prefix("class-picture-").unwrap_or("person")
    }

    /// The class of the colour in the style sheet.
    #[must_use]
    pub fn style(&self) -> String {
        self.colour.replace("class-colour-", "om-colour-")
    }
}

/// The bar of practice on a page.
#[derive(Debug, Clone)]
pub struct PracticeBar {
    /// How many messages on the telephone have not been looked at.
    pub unseen: i64,
    /// The newest messages, newest first.
    pub newest: Vec<PhoneMessage>,
    /// The seat in a class, where the sandbox has one.
    pub seat: Option<SeatMark>,
}

impl PracticeBar {
    /// The bar for pages of this realm, where it is a sandbox.
    pub(crate) fn of(realm: &Realm) -> Option<Self> {
        (realm.kind == RealmKind::Sandbox).then(|| {
            let Screen { unseen, newest } = realm.keep.get::<PhoneScreen>().screen().clone();
            let seat = realm.keep.get::<ClassSeat>().0.lock().unwrap_or_else(PoisonError::into_inner).clone();
            Self { unseen, newest, seat }
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
