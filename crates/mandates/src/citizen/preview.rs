//! What a mandate opens, in plain words and with the letters that lie there now, before anybody says yes.

use access::mandates::{Limits, Mandate, State};
use access::{Holder, ReadMail, allow_to_see};
use page::{Problem, Visit};
use store::Tx;
use words::Words;

use super::what::folder_names;
use super::whose::{Seen, Side};
use crate::who::Names;
use crate::words::{Named, in_order, limits, opens, opens_not, opens_post, power, until};

/// How many of the newest letters are looked at.
const LETTERS: usize = 500;
/// How many senders are named.
const SENDERS: usize = 8;

/// A power, and what it means.
pub(super) struct Opened {
    pub(super) name: String,
    pub(super) opens: String,
    pub(super) opens_not: String,
}

/// What lies in the giver's mailbox.
pub(super) struct Lies {
    /// From whom how many: *12 breve fra Vejle Kommune*.
    pub(super) senders: Vec<String>,
    /// That there are letters from others too.
    pub(super) others: Option<String>,
}

/// What a mandate opens.
pub(super) struct Preview {
    pub(super) powers: Vec<Opened>,
    pub(super) limits: Vec<String>,
    pub(super) from: String,
    pub(super) until: String,
    /// Whether it opens letters.
    pub(super) is_post: bool,
    /// Whether it opens those that are there already.
    pub(super) is_past: bool,
    /// Whether it opens all of them, whatever they are about and wherever they lie.
    pub(super) is_all: bool,
    /// The letters that would be open now; only for whose they are.
    pub(super) lies: Option<Lies>,
}

impl Preview {
    /// What it says, in these words, and nothing of what lies in the mailbox.
    pub(super) fn in_words(words: &Words, visit: &Visit, mandate: &Mandate, named: &Named) -> Self {
        let terms = &mandate.terms;
        let opened = |code| Opened {
            name: power(words, code),
            opens: opens(words, code),
            opens_not: opens_not(words, code),
        };
        Self {
            powers: in_order(terms).into_iter().map(opened).collect(),
            limits: limits(words, terms, named, visit.realm.zone()),
            from: words.short_date(terms.starts_on),
            until: until(words, terms),
            is_post: opens_post(terms),
            is_past: terms.with_past_mail,
            is_all: is_by_folder(mandate) && terms.limits.folders.is_none(),
            lies: None,
        }
    }

    /// As [`Self::in_words`], and with the letters that lie there, where whoever looks is asked to open them.
    pub(super) async fn of(visit: &Visit, tx: &Tx, seen: &Seen, names: &Names) -> Result<Self, Problem> {
        let named =
            Named { sender: names.sender(&seen.mandate), folders: folder_names(visit, tx, seen).await? };
        let mut preview = Self::in_words(visit.words, visit, &seen.mandate, &named);
        // Which letters a limit to one sender or case lets through, their heads alone do not say.
        let is_known = preview.is_post && preview.is_past && is_by_folder(&seen.mandate);
        if is_known && seen.side == Side::Giver && is_open(&seen.mandate) {
            preview.lies = lies(visit, tx, seen).await?;
        }
        Ok(preview)
    }
}

/// Whether nothing narrows it but folders and time.
fn is_by_folder(mandate: &Mandate) -> bool {
    let limits = &mandate.terms.limits;
    *limits == Limits { folders: limits.folders.clone(), since: limits.since, ..Limits::default() }
}

/// Whether somebody is still to say yes.
fn is_open(mandate: &Mandate) -> bool {
    matches!(mandate.state, State::Draft | State::Requested)
}

async fn lies(visit: &Visit, tx: &Tx, seen: &Seen) -> Result<Option<Lies>, Problem> {
    let (words, realm) = (visit.words, &visit.realm);
    if seen.mandate.owner != Holder::Person(seen.me) {
        return Ok(None);
    }
    let permit = allow_to_see::<ReadMail>(realm, &visit.actor(), tx, seen.mandate.owner).await?;
    let Some(mailbox) = mailbox::reading::permitted(tx, &realm.vault, &permit).await? else {
        return Ok(None);
    };
    let folders = seen.mandate.terms.limits.folders.as_deref();
    let found = mailbox::reading::senders_in(tx, &permit, &mailbox, folders, realm.now(), LETTERS).await?;
    let from = |one: &mailbox::reading::Sender| {
        words.t2("mandate-letters-from", "count", one.letters, "name", &one.name)
    };
    let others = found.senders.len().saturating_sub(SENDERS);
    Ok(Some(Lies {
        senders: found.senders.iter().take(SENDERS).map(from).collect(),
        others: (others > 0 || found.are_more).then(|| words.t("mandate-letters-others")),
    }))
}
