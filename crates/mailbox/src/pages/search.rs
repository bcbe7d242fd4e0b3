//! Searching one's post.

use askama::Template;
use axum::response::Response;
use page::{Problem, Query, Shell, html};
use serde::Deserialize;

use super::frame::Frame;
use super::line::{Line, lines};
use super::whose::Whose;
use crate::search::{MOST_FOUND, find_letters};

/// The longest search, in characters.
const LONGEST: usize = 200;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
}

#[derive(Template)]
#[template(path = "search/found.html")]
struct FoundPage {
    shell: Shell,
    frame: Frame,
    q: String,
    /// What was found, in words; none where nothing was asked for.
    found: Option<String>,
    lines: Vec<Line>,
}

pub(super) async fn search(whose: Whose, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let (visit, words) = (&whose.visit, whose.visit.words);
    let looking = whose.look().await?;
    let q: String = asked.q.trim().chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let now = visit.realm.now();
    let found = find_letters(&looking.tx, &looking.permit, &looking.mailbox, whose.person, &q, now).await?;
    let said = found.as_ref().map(|found| match found.all {
        0 => words.t1("mail-found-none", "q", &q),
        all if all > MOST_FOUND => words.t2("mail-found-many", "count", all, "most", MOST_FOUND),
        all => words.t2("mail-found", "count", all, "q", &q),
    });
    let (frame, _) = Frame::of(&whose, &looking, None).await?;
    if whose.helped().is_some() {
        whose.note_visit(&looking.close()).await?;
    }
    Ok(html(&FoundPage {
        shell: visit.shell(words.t("mail-search-title")),
        frame,
        found: said,
        lines: found.map(|found| lines(&whose, &found.letters)).unwrap_or_default(),
        q,
    }))
}
