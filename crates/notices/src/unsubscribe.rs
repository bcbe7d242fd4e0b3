//! `/afmeld/{token}`: ending the news by the link in a mail, without signing in. Mail programs do it by themselves when
//! their button is pressed (RFC 8058), from their own servers and without cookies; opening the link changes nothing.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;
use page::{May, Problem, Routes, Shell, Visit, html};
use realm::Work;
use store::{DbError, Tx};

use crate::confirm::secret;
use crate::contact::{self, ContactError};
use crate::message::sql;

const PATH: &str = "/afmeld/{token}";

pub(crate) fn routes() -> Routes {
    Routes::new().get(PATH, May::Anyone, get(show)).post(PATH, May::Anyone, post(send))
}

/// Whether the token is one that ends somebody's news.
///
/// # Errors
/// When the database does not answer.
pub async fn is_news_link(tx: &Tx, token: &str) -> Result<bool, DbError> {
    Ok(sql::by_unsubscribe(tx, &secret::hash(token)).await?.is_some())
}

/// Ends the news of whoever got the mail with this token. Doing it twice changes nothing. Says whether there is such a
/// mail.
///
/// # Errors
/// When the database does not answer.
pub async fn end_news(work: &mut Work<'_>, token: &str) -> Result<bool, DbError> {
    let Some(message) = sql::by_unsubscribe(work.tx(), &secret::hash(token)).await? else { return Ok(false) };
    let ended =
        contact::change(work, message.person, "contact.end_news", |contact| contact.wants_news = false);
    match ended.await {
        Ok(_) => Ok(true),
        Err(ContactError::NoPerson(_)) => Ok(false),
        Err(ContactError::Db(error)) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "message/unsubscribe.html")]
struct UnsubscribePage {
    shell: Shell,
    done: bool,
    action: String,
}

async fn show(visit: Visit, Path(token): Path<String>) -> Result<Response, Problem> {
    let known = is_news_link(&visit.realm.read().await?, &token).await?;
    answer(&visit, known, &token, false)
}

async fn send(visit: Visit, Path(token): Path<String>) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let known = end_news(&mut work, &token).await?;
    work.commit().await?;
    answer(&visit, known, &token, true)
}

fn answer(visit: &Visit, known: bool, token: &str, done: bool) -> Result<Response, Problem> {
    if !known {
        let problem = Problem::own(StatusCode::NOT_FOUND, "link-over");
        return Err(problem.next("contact-title", contact::web::PATH));
    }
    let title = visit.words.t(if done { "unsubscribe-done-title" } else { "unsubscribe-title" });
    Ok(html(&UnsubscribePage {
        shell: visit.shell(title).crumb(visit.words.t("front-page"), "/"),
        done,
        action: visit.href(&format!("/afmeld/{token}")),
    }))
}
