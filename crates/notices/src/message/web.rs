//! `/min-side/beskeder`: everything that somebody was told.

use askama::Template;
use axum::response::Response;
use axum::routing::get;
use jiff::Timestamp;
use page::{May, Problem, Query, Routes, Shell, Visit, html};
use serde::Deserialize;

use super::{HIDDEN, Message, sql};
use crate::Channel;
use crate::contact::web::visitor;

/// How many messages a page shows.
const PER_PAGE: i64 = 20;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/min-side/beskeder", May::SignedIn, get(show))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    page: String,
}

/// A message as the page shows it, in its own language.
struct Line {
    id: String,
    at: String,
    subject: String,
    paragraphs: Vec<String>,
    lang: &'static str,
    dir: &'static str,
    /// How it was sent, and what became of it.
    how: String,
    state: String,
    sent_to: String,
    link: Option<(String, String)>,
}

/// Where in a long list a page stands.
pub(crate) struct Pages {
    /// From 1.
    pub(crate) this: i64,
    /// How many there are, at least 1.
    pub(crate) of: i64,
}

impl Pages {
    /// The page that was asked for, or the nearest one that there is.
    pub(crate) fn new(asked: &str, count: i64, per_page: i64) -> Self {
        let of = (count.max(1) + per_page - 1) / per_page;
        Self { this: asked.trim().parse().unwrap_or(1).clamp(1, of), of }
    }

    pub(crate) fn skip(&self, per_page: i64) -> i64 {
        (self.this - 1) * per_page
    }

    fn previous(&self) -> Option<i64> {
        (self.this > 1).then(|| self.this - 1)
    }

    fn next(&self) -> Option<i64> {
        (self.this < self.of).then(|| self.this + 1)
    }

    /// Links to the pages before and after.
    pub(crate) fn links(&self, shell: &Shell) -> (Option<String>, Option<String>) {
        let link = |page: i64| shell.this_page_with("page", &page.to_string());
        (self.previous().map(link), self.next().map(link))
    }
}

#[derive(Template)]
#[template(path = "message/log.html")]
struct LogPage {
    shell: Shell,
    lines: Vec<Line>,
    pages: Pages,
    previous: Option<String>,
    next: Option<String>,
}

async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let person = visitor(&visit)?;
    let words = visit.words;
    let tx = visit.realm.read().await?;
    let pages = Pages::new(&asked.page, sql::count_of_person(&tx, person).await?, PER_PAGE);
    let messages = super::messages_of(&tx, person, pages.skip(PER_PAGE), PER_PAGE).await?;
    let shell = visit
        .shell(words.t("messages-title"))
        .crumb(words.t("front-page"), "/")
        .crumb(words.t("my-page-title"), "/min-side");
    let (previous, next) = pages.links(&shell);
    let lines = messages.into_iter().map(|message| line(&visit, message)).collect();
    Ok(html(&LogPage { shell, lines, pages, previous, next }))
}

fn line(visit: &Visit, message: Message) -> Line {
    let words = visit.words;
    // What only its receiver may read is not here: neither is a link that would lead nowhere.
    let link = message.link.filter(|link| !link.path.contains(HIDDEN));
    let shown = match message.channel {
        // A code came as a text message; that is what its receiver wants to recognise.
        Channel::Sms if message.apart => vec![message.short],
        _ => message.paragraphs,
    };
    Line {
        id: message.id.to_string(),
        at: moment(visit, message.created_at),
        subject: message.subject,
        paragraphs: shown,
        lang: message.language.code(),
        dir: message.language.direction().as_str(),
        how: words.t(&format!("channel-{}", message.channel.code())),
        state: words.t(&format!("message-{}", message.state.code())),
        sent_to: message.sent_to,
        link: link.map(|link| (link.label, visit.href(&link.path))),
    }
}

/// A moment in the reader's language.
fn moment(visit: &Visit, at: Timestamp) -> String {
    let zoned = at.to_zoned(visit.realm.zone().clone());
    let words = visit.words;
    words.t2("messages-moment", "date", words.short_date(zoned.date()), "time", words.time(zoned.time()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_there_is_not_is_the_nearest_one() {
        let page = |asked, count| {
            let pages = Pages::new(asked, count, 20);
            (pages.this, pages.of)
        };
        assert_eq!(page("", 0), (1, 1));
        assert_eq!(page("2", 20), (1, 1));
        assert_eq!(page("2", 21), (2, 2));
        assert_eq!(page("-7", 41), (1, 3));
        assert_eq!(page("99", 41), (3, 3));
        assert_eq!(page("nonsense", 41), (1, 3));
    }
}
