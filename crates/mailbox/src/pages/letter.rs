//! One letter: what it says, what is with it, and what can be done about it.

use access::ReadMail;
use askama::Template;
use axum::response::Response;
use http::header::CONTENT_SECURITY_POLICY;
use page::{Problem, Shell, html};
use store::Tx;

use super::actions::ToDo;
use super::documents::{Documents, Shown};
use super::frame::{Frame, Place, folder_label};
use super::line;
use super::may::WithLetter;
use super::when;
use super::whose::{Looked, Looking, Whose};
use crate::folders::FolderName;
use crate::letters::sql::sender_of;
use crate::letters::{ARCHIVE, Direction, Letter, Weight};
use crate::reading::{Look, needs_a_word};
use crate::{reading, senders};

/// What opening the letter means, for whoever is not its receiver.
#[derive(Template)]
#[template(path = "letter/before.html")]
struct BeforePage {
    shell: Shell,
    frame: Frame,
    with: String,
    came: String,
    text: String,
    /// Where the letter is opened, and where it is left as it is.
    open: String,
    leave: String,
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
    may: WithLetter,
    may_archive: bool,
    documents: Documents,
    todo: ToDo,
    place: String,
    targets: Vec<(String, String)>,
}

pub(super) async fn open(whose: Whose) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.closed_letter(&looking).await?;
    if needs_a_word(&looking.permit, &letter) {
        return before(&whose, &looking, &letter).await;
    }
    let page = letter_page(&whose, &looking, &letter).await?;
    let looked = looking.close();
    note(&whose, &looked, &letter).await?;
    whose.note_visit(&looked).await?;
    let mut response = html(&page);
    // The pictures of a letter lie within it.
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, page::policy::WITH_PICTURES_WITHIN);
    Ok(response)
}

/// Opens a letter with legal effect, for whoever was told what that means.
pub(super) async fn opening(whose: Whose) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.closed_letter(&looking).await?;
    note(&whose, &looking.close(), &letter).await?;
    Ok(whose.redirect(&format!("/brev/{}", letter.id)))
}

/// Where somebody comes who had to sign in again before they opened a letter.
pub(super) async fn back(whose: Whose) -> Result<Response, Problem> {
    let letter: String = whose.part("letter")?;
    Ok(whose.redirect(&format!("/brev/{letter}")))
}

/// Notes that the letter has been opened; for whoever helps, each time.
async fn note(whose: &Whose, looked: &Looked, letter: &Letter) -> Result<(), Problem> {
    if letter.direction == Direction::In && !letter.is_seen {
        let (mut work, permit) = whose.work::<ReadMail>().await?;
        reading::note_opened(&mut work, &permit, &looked.mailbox, whose.person, letter.id).await?;
        work.commit().await?;
        let (lately, now) = (whose.visit.realm.keep.get::<reading::Lately>(), whose.visit.realm.now());
        lately.remember(whose.person, &looked.mailbox, Look::Open(letter.id), now);
        return Ok(());
    }
    whose.note_looked(looked, Look::Open(letter.id)).await
}

async fn before(whose: &Whose, looking: &Looking, letter: &Letter) -> Result<Response, Problem> {
    let visit = &whose.visit;
    let shell = visit.shell(line::subject(visit, letter));
    let list = whose.path(&Place::of(letter.folder).path());
    let key = if letter.weight == Weight::CallUp { "mail-before-call-up" } else { "mail-before-text" };
    Ok(html(&BeforePage {
        shell: shell.back_to(&list),
        frame: Frame::bare(whose, &looking.tx).await?,
        with: line::with(visit, letter),
        came: visit.words.t1("mail-came-on", "date", when::long(visit, letter.at)),
        text: visit.words.t(key),
        open: visit.href(&whose.path(&format!("/brev/{}/aabning", letter.id))),
        leave: visit.href(&list),
    }))
}

async fn letter_page(whose: &Whose, looking: &Looking, letter: &Letter) -> Result<LetterPage, Problem> {
    let (visit, words) = (&whose.visit, whose.visit.words);
    let Looking { tx, permit, mailbox, .. } = looking;
    let message = reading::message_of(tx, permit, mailbox, letter).await?;
    let message = message.ok_or_else(|| whose.not_found())?;
    let (frame, folders) = Frame::of(whose, looking, None).await?;
    let place = if letter.deleted_at.is_some() { Place::Bin } else { Place::of(letter.folder) };
    let is_sent = letter.direction == Direction::Out;
    let may = WithLetter::of(looking, letter).await?;
    let targets: Vec<(String, String)> = folders
        .iter()
        .filter(|folder| may.sort && folder.name != FolderName::Sent && folder.id != letter.folder)
        .map(|folder| (folder.id.to_string(), folder_label(visit, &folder.name)))
        .collect();
    let (key, came) = (if is_sent { "mail-sent-at" } else { "mail-came-at" }, when::moment(visit, letter.at));
    let deadline = |at| (words.t1("mail-reply-by", "date", when::moment(visit, at)), when::left(visit, at));
    let recipient = &message.header.recipient;
    let shell = visit.shell(line::subject(visit, letter));
    Ok(LetterPage {
        shell: shell.back_to(&whose.path(&place.path())),
        frame,
        id: letter.id.to_string(),
        with: line::with(visit, letter),
        sent_by: sent_by(tx, looking, letter).await?,
        to: recipient.label.clone().filter(|label| !is_sent && !label.trim().is_empty()),
        written_by: line::written_by(&message),
        came: words.t1(key, "date", came),
        deadline: letter.reply_by.filter(|_| !is_sent).map(deadline),
        notification: letter.head.notification.clone(),
        is_important: letter.weight != Weight::Ordinary,
        is_legal: letter.head.is_legal,
        is_sent,
        is_deleted: letter.deleted_at.is_some(),
        may_reply: letter.head.may_reply && !is_sent && may.write,
        may_archive: may.sort && folders.iter().any(|folder| folder.id == ARCHIVE),
        may,
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
