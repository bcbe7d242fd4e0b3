//! Lists of letters: the inbox, the archive, own folders, what was sent, and the bin.

use askama::Template;
use axum::response::Response;
use basics::Id;
use jiff::Timestamp;
use page::{Problem, Query, Shell, html};
use serde::Deserialize;

use super::boxes::answers_for;
use super::frame::{Frame, Place, folder_label};
use super::line::{Line, lines};
use super::whose::{NO_MAILBOX, Whose};
use crate::folders::FolderName;
use crate::letters::{ARCHIVE, INBOX, LetterTag};
use crate::reading::{self, Shelf};
use crate::terms::post_terms;

/// What can have been done to letters; each has its text `mail-done-…`.
const DONE: [&str; 10] =
    ["moved", "archived", "read", "unread", "deleted", "taken-back", "sent", "none", "nowhere", "gone"];

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// The last letter of the page before.
    efter: String,
    /// What was just done, to how many, and to which where it can be undone.
    done: String,
    count: String,
    letter: Vec<String>,
}

/// What was just done.
struct Done {
    text: String,
    is_wrong: bool,
    /// The letters that can be taken back.
    undo: Vec<String>,
}

#[derive(Template)]
#[template(path = "inbox/list.html")]
struct ListPage {
    shell: Shell,
    frame: Frame,
    done: Option<Done>,
    lines: Vec<Line>,
    place: String,
    is_bin: bool,
    is_sent: bool,
    /// Where letters can be moved to.
    targets: Vec<(String, String)>,
    may_archive: bool,
    may_delete: bool,
    empty: String,
    note: Option<String>,
    /// The next page, and the first one where this is not it.
    next: Option<String>,
    first: Option<String>,
}

pub(super) async fn inbox(whose: Whose, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    match list(&whose, &asked, Place::Inbox).await {
        // Whoever answers for the post of others may have none of their own.
        Err(problem) if problem.key == NO_MAILBOX => {
            let others = answers_for(&whose, &whose.visit.realm.read().await?).await?;
            if others.is_empty() { Err(problem) } else { Ok(whose.redirect("/kasser")) }
        }
        shown => shown,
    }
}

pub(super) async fn archive(whose: Whose, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    list(&whose, &asked, Place::Archive).await
}

pub(super) async fn sent(whose: Whose, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    list(&whose, &asked, Place::Sent).await
}

pub(super) async fn bin(whose: Whose, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    list(&whose, &asked, Place::Bin).await
}

pub(super) async fn own(whose: Whose, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let folder = whose.id("folder")?;
    list(&whose, &asked, Place::of(folder)).await
}

async fn list(whose: &Whose, asked: &Asked, place: Place) -> Result<Response, Problem> {
    let (visit, words) = (&whose.visit, whose.visit.words);
    let looking = whose.look().await?;
    let (frame, folders) = Frame::of(whose, &looking, Some(place)).await?;
    if place == Place::Inbox
        && let Some(first) = folders.first()
        && first.id != INBOX
    {
        // Whoever was let into some folders begins in the first of them.
        return Ok(whose.redirect(&Place::of(first.id).path()));
    }
    let (shelf, title) = match place.folder() {
        None => (Shelf::Bin, words.t("mail-bin")),
        Some(id) => {
            let known = folders.iter().find(|folder| folder.id == id).ok_or_else(|| whose.not_found())?;
            (Shelf::Folder(id), folder_label(visit, &known.name))
        }
    };
    let now = visit.realm.now();
    let behind = cursor(&asked.efter);
    let page =
        reading::letters(&looking.tx, &looking.permit, &looking.mailbox, whose.person, shelf, behind, now)
            .await?;
    let targets = folders
        .iter()
        .filter(|folder| {
            looking.may.sort() && folder.name != FolderName::Sent && Place::of(folder.id) != place
        })
        .map(|folder| (folder.id.to_string(), folder_label(visit, &folder.name)))
        .collect();
    let here = |query: String| visit.href(&whose.path(&format!("{}{query}", place.path())));
    let days = post_terms(now.to_zoned(visit.realm.zone().clone()).date()).bin_days;
    let listed = ListPage {
        shell: visit.shell(title),
        done: done(whose, asked, days),
        lines: lines(whose, &page.letters),
        place: place.code(),
        is_bin: place == Place::Bin,
        is_sent: place == Place::Sent,
        may_archive: looking.may.sort()
            && place != Place::Archive
            && folders.iter().any(|folder| folder.id == ARCHIVE),
        may_delete: looking.may.delete,
        targets,
        empty: words.t(&format!("mail-empty-{}", code(place))),
        note: (place == Place::Bin).then(|| words.t1("mail-bin-text", "days", days)),
        next: page.next.map(|(at, id)| here(format!("?efter={}.{id}", at.as_microsecond()))),
        first: behind.map(|_| here(String::new())),
        frame,
    };
    whose.note_visit(&looking.close()).await?;
    Ok(html(&listed))
}

fn code(place: Place) -> &'static str {
    match place {
        Place::Bin => "bin",
        Place::Inbox => "inbox",
        Place::Archive => "archive",
        Place::Sent => "sent",
        Place::Own(_) => "own",
    }
}

/// Where a page goes on; anything that is no such place is the beginning.
fn cursor(typed: &str) -> Option<(Timestamp, Id<LetterTag>)> {
    let (at, id) = typed.split_once('.')?;
    Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, id.parse().ok()?))
}

fn done(whose: &Whose, asked: &Asked, days: i64) -> Option<Done> {
    let code = DONE.into_iter().find(|code| *code == asked.done)?;
    let words = whose.visit.words;
    let count: i64 = asked.count.parse().unwrap_or(0);
    let undo: Vec<String> = if code == "deleted" {
        let ids = asked.letter.iter().filter_map(|id| id.parse::<Id<LetterTag>>().ok());
        ids.map(|id| id.to_string()).collect()
    } else {
        Vec::new()
    };
    Some(Done {
        text: words.t2(&format!("mail-done-{code}"), "count", count, "days", days),
        is_wrong: matches!(code, "none" | "nowhere" | "gone"),
        undo,
    })
}
