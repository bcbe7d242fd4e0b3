//! The page for the code from a text message, and the one that the link in a mail leads to.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Routes, Shell, Visit, html};
use serde::Deserialize;

use super::{CodeAnswer, LinkAnswer, confirm_code, confirm_link, look_at_link};
use crate::Channel;
use crate::contact::page::spaced;
use crate::contact::web::{PATH, problem, redirect, visitor};
use crate::contact::{self, Contact};

/// The address of the page for the code.
pub(crate) const CODE: &str = "/min-side/kontakt/kode";
/// Where the link in a mail leads. Programs that look for malware open links, so opening it changes nothing yet.
const LINK: &str = "/bekraeft/{token}";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(CODE, May::SignedIn, get(show_code))
        .post(CODE, May::SignedIn, post(send_code))
        .get(LINK, May::Anyone, get(show_link))
        .post(LINK, May::Anyone, post(send_link))
}

#[derive(Template)]
#[template(path = "confirm/code.html")]
struct CodePage {
    shell: Shell,
    errors: FieldErrors,
    /// The number that the code was sent to, as its owner writes it.
    number: String,
    code: String,
    /// Whether a code can be typed; otherwise a new one is needed.
    open: bool,
}

async fn show_code(visit: Visit) -> Result<Response, Problem> {
    match code_page(&visit, FieldErrors::default(), String::new()).await? {
        Some(page) => Ok(html(&page)),
        None => Ok(redirect(&visit, PATH)),
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CodeForm {
    code: String,
}

async fn send_code(visit: Visit, Form(form): Form<CodeForm>) -> Result<Response, Problem> {
    let person = visitor(&visit)?;
    let mut work = visit.realm.work(visit.actor()).await?;
    let answer = confirm_code(&mut work, person, &form.code).await.map_err(problem)?;
    work.commit().await?;
    let words = visit.words;
    let mut errors = FieldErrors::default();
    match answer {
        CodeAnswer::Right => return Ok(redirect(&visit, &format!("{PATH}?saved=mobile-done"))),
        CodeAnswer::Wrong { left } => {
            let typed: String = form.code.chars().take(20).collect();
            errors.add("code", words.t2("contact-code-wrong", "typed", typed, "left", left));
        }
        CodeAnswer::Over => errors.add("code", words.t("contact-code-over")),
    }
    match code_page(&visit, errors, form.code).await? {
        Some(page) => Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response()),
        None => Ok(redirect(&visit, PATH)),
    }
}

/// The page, where there is a number to confirm.
async fn code_page(visit: &Visit, errors: FieldErrors, code: String) -> Result<Option<CodePage>, Problem> {
    let words = visit.words;
    let person = visitor(visit)?;
    let tx = visit.realm.read().await?;
    let contact = contact::contact(&tx, person).await?;
    let Some(typed) = contact.and_then(|contact: Contact| contact.mobile.typed) else { return Ok(None) };
    Ok(Some(CodePage {
        shell: visit
            .shell(words.t("contact-code-title"))
            .crumb(words.t("front-page"), "/")
            .crumb(words.t("contact-title"), PATH)
            .with_errors(!errors.is_empty()),
        errors,
        number: spaced(&typed),
        code,
        open: super::is_under_way(&tx, person, Channel::Sms, visit.realm.now()).await?,
    }))
}

#[derive(Template)]
#[template(path = "confirm/link.html")]
struct LinkPage {
    shell: Shell,
    /// The address, masked; `None` where it is confirmed.
    address: Option<String>,
    action: String,
}

async fn show_link(visit: Visit, Path(token): Path<String>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let answer = look_at_link(&tx, &token, visit.realm.now()).await?;
    link_page(&visit, &token, answer)
}

async fn send_link(visit: Visit, Path(token): Path<String>) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let answer = confirm_link(&mut work, &token).await.map_err(problem)?;
    work.commit().await?;
    match answer {
        // The page says the same when it is opened again or sent twice.
        LinkAnswer::Done => Ok(redirect(&visit, &format!("/bekraeft/{token}"))),
        other => link_page(&visit, &token, other),
    }
}

fn link_page(visit: &Visit, token: &str, answer: LinkAnswer) -> Result<Response, Problem> {
    let (key, address) = match answer {
        LinkAnswer::Open(address) => ("confirm-title", Some(address)),
        LinkAnswer::Done => ("confirm-done-title", None),
        LinkAnswer::Over => {
            return Err(Problem::own(StatusCode::NOT_FOUND, "link-over").next("contact-title", PATH));
        }
    };
    Ok(html(&LinkPage {
        shell: visit.shell(visit.words.t(key)).crumb(visit.words.t("front-page"), "/"),
        address,
        action: visit.href(&format!("/bekraeft/{token}")),
    }))
}
