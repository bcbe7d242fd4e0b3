//! One letter: what it says, what is with it, and what can be done about it.

use access::ReadMail;
use askama::Template;
use axum::response::Response;
use http::header::CONTENT_SECURITY_POLICY;
use page::{Problem, Query, Shell, html};
use serde::Deserialize;
use store::Tx;

use super::actions::ToDo;
use super::documents::{Documents, Shown};
use super::frame::{Frame, Place, folder_label};
use super::line;
use super::when;
use super::whose::{Looking, Whose};
use crate::folders::FolderName;
use crate::letters::sql::sender_of;
use crate::letters::{Direction, Letter, Weight};
use crate::{reading, senders};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// Set by whoever was told what opening means.
    aabn: String,
}

/// What opening the letter means, for whoever is not its receiver.
#[derive(Template)]
#[template(path = "letter/before.html")]
struct BeforePage {
    shell: Shell,
    frame: Frame,
    with: String,
    came: String,
    open: String,
}

#[derive(Template)]
#[template(path = "letter/letter.html")]
struct LetterPage {
    shell: Shell,
    frame: Frame,
    id: String,
    with: String,
    /// The organisation whose system sent it, where that is another than the sender it names.
    sent_by: Option<String>,
    to: Option<String>,
    /// Who wrote it for its sender.
    written_by: Option<String>,
    came: String,
    deadline: Option<(String, String)>,
    notification: Option<String>,
    is_important: bool,
    is_legal: bool,
    is_sent: bool,
    is_deleted: bool,
    may_reply: bool,
    documents: Documents,
    todo: ToDo,
    place: String,
    targets: Vec<(String, String)>,
}

pub(super) async fn open(whose: Whose, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    let is_told = asked.aabn == "ja";
    if needs_a_word(&letter, whose.is_owner()) && !is_told {
        return before(&whose, &looking, &letter).await;
    }
    let page = letter_page(&whose, &looking, &letter).await?;
    let Looking { tx, mailbox, .. } = looking;
    drop(tx);
    if letter.direction == Direction::In && !letter.is_seen {
        let (mut work, permit) = whose.work::<ReadMail>().await?;
        reading::note_opened(&mut work, &permit, &mailbox, whose.person, letter.id).await?;
        work.commit().await?;
    }
    whose.note_visit(&mailbox).await?;
    let mut response = html(&page);
    // The pictures of a letter lie within it.
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, page::policy::WITH_PICTURES_WITHIN);
    Ok(response)
}

/// Opening a letter with legal effect starts terms that run against its receiver. Whoever helps is told so first; the
/// receiver opens their own post.
fn needs_a_word(letter: &Letter, is_owner: bool) -> bool {
    letter.head.is_legal && !is_owner && !letter.is_seen
}

async fn before(whose: &Whose, looking: &Looking, letter: &Letter) -> Result<Response, Problem> {
    let visit = &whose.visit;
    let shell = visit.shell(line::subject(visit, letter));
    Ok(html(&BeforePage {
        shell: shell.back_to(&whose.path(&Place::of(letter.folder).path())),
        frame: Frame::bare(whose, &looking.tx).await?,
        with: line::with(visit, letter),
        came: visit.words.t1("mail-came-on", "date", when::long(visit, letter.at)),
        open: visit.href(&whose.path(&format!("/brev/{}?aabn=ja", letter.id))),
    }))
}

async fn letter_page(whose: &Whose, looking: &Looking, letter: &Letter) -> Result<LetterPage, Problem> {
    let (visit, words) = (&whose.visit, whose.visit.words);
    let Looking { tx, permit, mailbox } = looking;
    let message = reading::message_of(tx, permit, mailbox, letter).await?;
    let message = message.ok_or_else(|| whose.not_found())?;
    let (frame, folders) = Frame::of(whose, looking, None).await?;
    let place = if letter.deleted_at.is_some() { Place::Bin } else { Place::of(letter.folder) };
    let is_sent = letter.direction == Direction::Out;
    let targets = folders
        .iter()
        .filter(|folder| folder.name != FolderName::Sent && folder.id != letter.folder)
        .map(|folder| (folder.id.to_string(), folder_label(visit, &folder.name)))
        .collect();
    let (key, came) = (if is_sent { "mail-sent-at" } else { "mail-came-at" }, when::moment(visit, letter.at));
    let deadline = |at| (words.t1("mail-reply-by", "date", when::moment(visit, at)), when::left(visit, at));
    let recipient = &message.header.recipient;
    let represents = message.header.sender.representative.as_ref().and_then(|by| by.label.clone());
    let shell = visit.shell(line::subject(visit, letter));
    Ok(LetterPage {
        shell: shell.back_to(&whose.path(&place.path())),
        frame,
        id: letter.id.to_string(),
        with: line::with(visit, letter),
        sent_by: sent_by(tx, looking, letter).await?,
        to: recipient.label.clone().filter(|label| !is_sent && !label.trim().is_empty()),
        written_by: represents.filter(|label| !label.trim().is_empty()),
        came: words.t1(key, "date", came),
        deadline: letter.reply_by.filter(|_| !is_sent).map(deadline),
        notification: letter.head.notification.clone(),
        is_important: letter.weight != Weight::Ordinary,
        is_legal: letter.head.is_legal,
        is_sent,
        is_deleted: letter.deleted_at.is_some(),
        may_reply: letter.head.may_reply && !is_sent,
        documents: Documents::of(whose, tx, letter, &message).await?,
        todo: ToDo::of(whose, letter, &message),
        place: place.code(),
        targets,
    })
}

/// The organisation that answers for the system which sent the letter, where the letter names another.
async fn sent_by(tx: &Tx, looking: &Looking, letter: &Letter) -> Result<Option<String>, Problem> {
    let Some(system) = sender_of(tx, looking.mailbox.id, letter.id).await? else { return Ok(None) };
    let organisation = senders::organisation_of(tx, system).await?;
    let name = organisation.map(|organisation| organisation.details.name);
    Ok(name.filter(|name| name.to_lowercase() != letter.head.with.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use basics::Id;
    use uuid::Uuid;

    use super::*;
    use crate::letters::{Head, INBOX};

    fn letter(is_legal: bool, is_seen: bool) -> Letter {
        Letter {
            id: Id::from_uuid(Uuid::nil()),
            folder: INBOX,
            at: "2026-11-22T09:30:00Z".parse().unwrap(),
            direction: Direction::In,
            message_uuid: Uuid::nil(),
            weight: Weight::Ordinary,
            reply_by: None,
            deleted_at: None,
            size: 0,
            head: Head {
                subject: "Varsel".to_owned(),
                with: "Vejle Kommune".to_owned(),
                notification: None,
                files: 0,
                may_reply: false,
                has_actions: false,
                is_legal,
            },
            is_seen,
        }
    }

    #[test]
    fn whoever_helps_is_told_first_what_opening_a_letter_with_legal_effect_means() {
        assert!(needs_a_word(&letter(true, false), false));
        assert!(!needs_a_word(&letter(true, false), true), "the receiver opens their own post");
        assert!(!needs_a_word(&letter(false, false), false));
        assert!(!needs_a_word(&letter(true, true), false), "it was opened");
    }
}
