//! A letter on paper: with the holder's address where an envelope has its window, and the names of what came with it.

use access::Holder;
use askama::Template;
use axum::response::Response;
use http::header::CONTENT_SECURITY_POLICY;
use notices::PostalAddress;
use page::{Problem, Shell, html};
use store::Tx;

use super::actions::ToDo;
use super::documents::{Documents, Shown};
use super::frame::Frame;
use super::line::{self, written_by};
use super::when;
use super::whose::{Looking, Whose};
use crate::letters::Direction;
use crate::reading::{self, Look};

#[derive(Template)]
#[template(path = "letter/print.html")]
struct SheetPage {
    shell: Shell,
    frame: Frame,
    name: String,
    address: Option<PostalAddress>,
    with: String,
    /// Who wrote it for its sender.
    written_by: Option<String>,
    date: String,
    deadline: Option<String>,
    subject: String,
    documents: Documents,
    todo: ToDo,
    /// The names of what came with the letter.
    enclosed: Vec<String>,
}

pub(super) async fn sheet(whose: Whose) -> Result<Response, Problem> {
    let visit = &whose.visit;
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    let looking = whose.note_look(looking, Look::Print(letter.id)).await?;
    let Looking { tx, permit, mailbox, .. } = &looking;
    let message = reading::message_of(tx, permit, mailbox, &letter).await?;
    let message = message.ok_or_else(|| whose.not_found())?;
    let documents = Documents::of(&whose, tx, &letter, &message).await?;
    let (name, address) = addressee(tx, whose.holder).await?;
    let cards = documents.formats.iter().chain(&documents.attachments);
    let key = if letter.direction == Direction::In { "mail-came-on" } else { "mail-sent-on" };
    let deadline = letter.reply_by.map(|at| visit.words.t1("mail-reply-by", "date", when::moment(visit, at)));
    let shell = visit.shell(visit.words.t("mail-print-title"));
    let page = SheetPage {
        shell: shell.back_to(&whose.path(&format!("/brev/{}", letter.id))),
        frame: Frame::bare(&whose, tx).await?,
        name,
        address,
        with: line::with(visit, &letter),
        written_by: written_by(&message),
        date: visit.words.t1(key, "date", when::long(visit, letter.at)),
        deadline,
        subject: line::subject(visit, &letter),
        enclosed: cards.map(|card| card.name.clone()).collect(),
        todo: ToDo::of(&whose, &letter, &message),
        documents,
    };
    let mut response = html(&page);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, page::policy::WITH_PICTURES_WITHIN);
    Ok(response)
}

/// The holder as an envelope names them.
async fn addressee(tx: &Tx, holder: Holder) -> Result<(String, Option<PostalAddress>), Problem> {
    match holder {
        Holder::Person(id) => {
            let person = people::person(tx, id).await?.ok_or_else(Problem::not_found)?;
            let contact = notices::contact(tx, id).await?;
            Ok((person.name, contact.and_then(|contact| contact.address)))
        }
        Holder::Organisation(id) => {
            let organisation = people::organisation(tx, id).await?.ok_or_else(Problem::not_found)?;
            Ok((organisation.details.name, None))
        }
    }
}
