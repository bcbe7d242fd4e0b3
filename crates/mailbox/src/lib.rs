//! Digital Post: mailboxes, what comes into them, and what its holders do with it.
//!
//! - **Taking in** ([`intake`]): messages in MeMo, alone or in batches, each answered with a receipt and never kept twice.
//! - **Keeping**: what tells anything of a holder is sealed with the key of the box, files with keys of their own
//!   (`boxes`, `letters`, `files`). The database alone tells nobody who gets post from whom.
//! - **Reading** ([`reading`], [`search`]) leaves a mark of the reader's own: what a helper has opened is still news to the
//!   holder.
//! - **Helping**: whoever holds a mandate sees another's post as far as it reaches, and no further (`reach`). They are told first
//!   what opening a letter with legal effect means, and the holder can read every visit of theirs.
//! - **Order** ([`folders`], [`sorting`]), and what follows from rules of law, which are dated data ([`terms`]).

mod boxes;
pub mod figures;
pub mod files;
pub mod folders;
pub mod follow_up;
pub mod helper;
pub mod intake;
pub mod letters;
pub mod nemsms;
mod pages;
pub mod paper;
mod reach;
pub mod reading;
mod reminders;
pub mod search;
pub mod senders;
pub mod sorting;
mod telling;
pub mod terms;
mod wiring;
pub mod writing;

use store::rows;

pub use boxes::{
    Mailbox, MailboxError, MailboxTag, Way, mailbox, mailbox_of, note_visit, open_all, open_mailbox,
    reseal_some, set_way,
};
pub use wiring::wire;

/// The routes of this room.
#[must_use]
pub fn routes() -> page::Routes {
    intake::api::routes()
        .merge(pages::routes())
        .merge(helper::web::routes())
        .merge(nemsms::web::routes())
        .merge(paper::web::routes())
        .merge(follow_up::web::routes())
}

/// Whether files are sent to this address, which takes its time: an answer or a new letter, of a person, an organisation, or by somebody who helps.
#[must_use]
pub fn takes_files(path: &str) -> bool {
    let is_post = ["/post/", "/virksomhed/", "/for/"].iter().any(|base| path.starts_with(base));
    is_post && (path.ends_with("/svar") || path.contains("/nyt/"))
}
