//! A letter as a list shows it.

use memo::Message;
use page::Visit;

use super::when;
use super::whose::Whose;
use crate::letters::{Direction, Letter, Stored, Weight};

/// A letter in a list.
pub(super) struct Line {
    pub(super) id: String,
    pub(super) href: String,
    pub(super) subject: String,
    /// From whom it is, or to whom, with the word for it.
    pub(super) with: String,
    pub(super) came: String,
    pub(super) notification: Option<String>,
    pub(super) deadline: Option<String>,
    pub(super) files: Option<String>,
    pub(super) is_new: bool,
    pub(super) is_important: bool,
    pub(super) has_actions: bool,
}

pub(super) fn lines(whose: &Whose, letters: &[Letter]) -> Vec<Line> {
    letters.iter().map(|letter| line(whose, letter)).collect()
}

fn line(whose: &Whose, letter: &Letter) -> Line {
    let (visit, words) = (&whose.visit, whose.visit.words);
    let head = &letter.head;
    let came = match (letter.deleted_at, letter.direction) {
        (Some(at), _) => words.t1("mail-deleted-on", "date", when::short(visit, at)),
        (None, Direction::In) => words.t1("mail-came-on", "date", when::short(visit, letter.at)),
        (None, Direction::Out) => words.t1("mail-sent-on", "date", when::short(visit, letter.at)),
    };
    Line {
        id: letter.id.to_string(),
        href: whose.path(&format!("/brev/{}", letter.id)),
        subject: subject(visit, letter),
        with: with(visit, letter),
        came,
        notification: head.notification.clone(),
        deadline: letter.reply_by.map(|at| words.t1("mail-reply-by", "date", when::short(visit, at))),
        files: (head.files > 0).then(|| words.t1("mail-files-count", "count", head.files)),
        is_new: !letter.is_seen,
        is_important: letter.weight != Weight::Ordinary,
        has_actions: head.has_actions,
    }
}

/// What the letter is about; a letter without a subject has a name too, for links must have one.
pub(super) fn subject(visit: &Visit, letter: &Letter) -> String {
    let subject = letter.head.subject.trim();
    if subject.is_empty() { visit.words.t("mail-no-subject") } else { subject.to_owned() }
}

/// Who wrote a letter for its sender: the representative that a MeMo names.
pub(super) fn written_by(message: &Message<Stored>) -> Option<String> {
    let label = message.header.sender.representative.as_ref().and_then(|by| by.label.clone());
    label.filter(|label| !label.trim().is_empty())
}

pub(super) fn with(visit: &Visit, letter: &Letter) -> String {
    let with = match letter.head.with.trim() {
        "" => visit.words.t("mail-nobody"),
        with => with.to_owned(),
    };
    let key = if letter.direction == Direction::In { "mail-from" } else { "mail-to" };
    visit.words.t1(key, "name", with)
}
