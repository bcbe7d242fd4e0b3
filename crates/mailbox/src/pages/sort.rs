//! Putting letters in order: the form around a list, and around one letter.

use access::{DeleteMail, ReadMail, SortMail};
use axum::response::Response;
use basics::Id;
use page::{Form, Problem};
use serde::Deserialize;

use super::frame::Place;
use super::whose::Whose;
use crate::Mailbox;
use crate::letters::{ARCHIVE, FolderTag, LetterTag};
use crate::reading::{mark_read, mark_unread};
use crate::sorting::{self, MoveError, delete_letters, move_letters};

/// The most letters that a form can be about: those of a page, and room for more.
const MOST: usize = 100;

/// Which letters, and what to do with them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sorting {
    letter: Vec<String>,
    /// What the button says.
    act: String,
    /// The folder to move to.
    to: String,
    /// Where they lie.
    from: String,
}

/// What was done, as the address of the list carries it.
struct Done {
    code: &'static str,
    count: usize,
    undo: Vec<Id<LetterTag>>,
}

pub(super) async fn sort(whose: Whose, Form(form): Form<Sorting>) -> Result<Response, Problem> {
    let letters = chosen(&form);
    let done = if letters.is_empty() {
        Done { code: "none", count: 0, undo: Vec::new() }
    } else {
        act(&whose, &form, letters).await?
    };
    Ok(back(&whose, &form, &done))
}

async fn act(whose: &Whose, form: &Sorting, letters: Vec<Id<LetterTag>>) -> Result<Done, Problem> {
    let mailbox = whose.look().await?.mailbox;
    let count = letters.len();
    let done = |code| Done { code, count, undo: Vec::new() };
    match form.act.as_str() {
        "read" | "unread" => {
            let (mut work, permit) = whose.work::<ReadMail>().await?;
            let is_read = form.act == "read";
            if is_read {
                mark_read(&mut work, &permit, &mailbox, whose.person, &letters).await?;
            } else {
                mark_unread(&mut work, &permit, &mailbox, whose.person, &letters).await?;
            }
            work.commit().await?;
            Ok(done(if is_read { "read" } else { "unread" }))
        }
        "delete" => {
            let (mut work, permit) = whose.work::<DeleteMail>().await?;
            let count = delete_letters(&mut work, &permit, &mailbox, &letters).await?;
            work.commit().await?;
            Ok(Done { code: "deleted", count, undo: letters })
        }
        "archive" => put(whose, &mailbox, &letters, ARCHIVE, "archived").await,
        "move" => match form.to.parse() {
            Ok(to) => put(whose, &mailbox, &letters, to, "moved").await,
            Err(_) => Ok(done("nowhere")),
        },
        "take-back" => taken_back(whose, &mailbox, &letters).await,
        _ => Err(Problem::unreadable()),
    }
}

async fn put(
    whose: &Whose,
    mailbox: &Mailbox,
    letters: &[Id<LetterTag>],
    to: Id<FolderTag>,
    code: &'static str,
) -> Result<Done, Problem> {
    let (mut work, permit) = whose.work::<SortMail>().await?;
    match move_letters(&mut work, &permit, mailbox, letters, to).await {
        Ok(count) => {
            work.commit().await?;
            Ok(Done { code, count, undo: Vec::new() })
        }
        Err(MoveError::NoFolder) => Ok(Done { code: "gone", count: 0, undo: Vec::new() }),
        Err(MoveError::Mailbox(error)) => Err(error.into()),
    }
}

pub(super) async fn take_back(whose: Whose, Form(form): Form<Sorting>) -> Result<Response, Problem> {
    let mailbox = whose.look().await?.mailbox;
    let done = taken_back(&whose, &mailbox, &chosen(&form)).await?;
    Ok(back(&whose, &form, &done))
}

async fn taken_back(whose: &Whose, mailbox: &Mailbox, letters: &[Id<LetterTag>]) -> Result<Done, Problem> {
    let (mut work, permit) = whose.work::<DeleteMail>().await?;
    let count = sorting::take_back(&mut work, &permit, mailbox, letters).await?;
    work.commit().await?;
    Ok(Done { code: "taken-back", count, undo: Vec::new() })
}

/// The letters that were ticked. What is no id was not ticked on a page of ours.
fn chosen(form: &Sorting) -> Vec<Id<LetterTag>> {
    form.letter.iter().take(MOST).filter_map(|id| id.parse().ok()).collect()
}

/// Back to the list, which says what was done.
fn back(whose: &Whose, form: &Sorting, done: &Done) -> Response {
    let undo: String = done.undo.iter().map(|id| format!("&letter={id}")).collect();
    let place = Place::from_code(&form.from).path();
    whose.redirect(&format!("{place}?done={}&count={}{undo}", done.code, done.count))
}
