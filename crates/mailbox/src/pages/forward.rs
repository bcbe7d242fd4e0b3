//! Sending a letter on: to whom, is that right, sent. A CPR number is typed in a form and is in no address.

use access::{Holder, SortMail};
use askama::Template;
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use page::{FieldErrors, Form, Problem, Shell, html};
use serde::Deserialize;
use store::Tx;

use super::frame::Frame;
use super::line;
use super::may::WithLetter;
use super::upload::Written;
use super::whose::Whose;
use super::write::errors_of;
use crate::letters::Letter;
use crate::writing::{self, ForwardTo, Sheet, WriteError};

/// What is typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    to: String,
    comment: String,
    sheet: String,
}

#[derive(Template)]
#[template(path = "write/forward.html")]
struct ForwardPage {
    shell: Shell,
    frame: Frame,
    errors: FieldErrors,
    subject: String,
    action: String,
    to: String,
    comment: String,
}

#[derive(Template)]
#[template(path = "write/confirm.html")]
struct ConfirmPage {
    shell: Shell,
    frame: Frame,
    subject: String,
    receiver: String,
    action: String,
    back: String,
    to: String,
    comment: String,
    sheet: Sheet,
}

pub(super) async fn ask(whose: Whose) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    whose.only_if(WithLetter::of(&looking, &letter).await?.sort)?;
    let page = page(&whose, &looking.tx, &letter, Typed::default(), FieldErrors::default()).await?;
    Ok(html(&page))
}

async fn page(
    whose: &Whose,
    tx: &Tx,
    letter: &Letter,
    typed: Typed,
    errors: FieldErrors,
) -> Result<ForwardPage, Problem> {
    let visit = &whose.visit;
    let shell = visit.shell(visit.words.t("mail-forward-title")).with_errors(!errors.is_empty());
    Ok(ForwardPage {
        shell: shell.back_to(&whose.path(&format!("/brev/{}", letter.id))),
        frame: Frame::bare(whose, tx).await?,
        errors,
        subject: line::subject(visit, letter),
        action: visit.href(&whose.path(&format!("/brev/{}/videresend", letter.id))),
        to: typed.to,
        comment: typed.comment,
    })
}

async fn refuse(
    whose: &Whose,
    letter: &Letter,
    typed: Typed,
    errors: FieldErrors,
) -> Result<Response, Problem> {
    let tx = whose.visit.realm.read().await?;
    let page = page(whose, &tx, letter, typed, errors).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

/// Names the receiver before anything is sent: a wrong digit is another person.
pub(super) async fn confirm(whose: Whose, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    drop(looking.tx);
    let Some(to) = receiver(&typed.to) else {
        return refuse(&whose, &letter, typed, wrong_number(&whose)).await;
    };
    let (work, permit) = whose.work::<SortMail>().await?;
    let found = writing::receiver_of(&work, &permit, &to).await;
    drop(work);
    let (holder, name) = match found {
        Ok(Some(found)) => found,
        Ok(None) => {
            let errors = errors_of(&whose, WriteError::NoReceiver, &Written::default())?;
            return refuse(&whose, &letter, typed, errors).await;
        }
        Err(error) => {
            let errors = errors_of(&whose, error, &Written::default())?;
            return refuse(&whose, &letter, typed, errors).await;
        }
    };
    let visit = &whose.visit;
    let path = whose.path(&format!("/brev/{}/videresend", letter.id));
    Ok(html(&ConfirmPage {
        shell: visit.shell(visit.words.t("mail-forward-confirm-title")).back_to(&path),
        frame: Frame::bare(&whose, &visit.realm.read().await?).await?,
        subject: line::subject(visit, &letter),
        receiver: if matches!(holder, Holder::Person(_)) { initials(&name) } else { name },
        action: visit.href(&format!("{path}/send")),
        back: visit.href(&path),
        to: typed.to,
        comment: typed.comment,
        sheet: Sheet::blank(&visit.realm),
    }))
}

pub(super) async fn send(whose: Whose, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    let looking = whose.look().await?;
    let letter = whose.letter(&looking).await?;
    drop(looking.tx);
    let Some(to) = receiver(&typed.to) else {
        return refuse(&whose, &letter, typed, wrong_number(&whose)).await;
    };
    let (mut work, permit) = whose.work::<SortMail>().await?;
    let sheet = Sheet::returned(&typed.sheet);
    let sent =
        writing::forward(&mut work, &permit, &looking.mailbox, &letter, &to, &typed.comment, sheet).await;
    match sent {
        Ok(sent) => {
            work.commit().await?;
            Ok(super::write::sent_to(&whose, sent, &letter).await?)
        }
        Err(error) => {
            drop(work);
            let mut errors = FieldErrors::default();
            for (field, message) in errors_of(&whose, error, &Written::default())?.all() {
                // The text of this form is the comment.
                errors.add(if field == "text" { "comment" } else { field }, message);
            }
            refuse(&whose, &letter, typed, errors).await
        }
    }
}

fn wrong_number(whose: &Whose) -> FieldErrors {
    let mut errors = FieldErrors::default();
    errors.add("to", whose.visit.words.t("mail-forward-number-wrong"));
    errors
}

/// Eight digits are a company's number, ten a person's; people write them with a dash and with spaces.
fn receiver(typed: &str) -> Option<ForwardTo> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    match digits.len() {
        8 => digits.parse().ok().map(ForwardTo::Organisation),
        10 => digits.parse().ok().map(ForwardTo::Person),
        _ => None,
    }
}

/// `Bo H.`: enough to see whether it is the right person, and too little to learn from a number whose it is.
fn initials(name: &str) -> String {
    let mut parts = name.split_whitespace();
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter_map(|part| part.chars().next()).map(|letter| format!(" {letter}."));
    std::iter::once(first.to_owned()).chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert!(matches!(receiver("010140-0002"), Some(ForwardTo::Person(_))));
        assert!(matches!(receiver(" 29 18 99 00 "), Some(ForwardTo::Organisation(_))));
        for wrong in ["", "12345678", "29189900x", "9999999999", "Bo"] {
            assert!(receiver(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_number_does_not_tell_a_whole_name() {
        assert_eq!(initials("Bo Åge Holm"), "Bo Å. H.");
        assert_eq!(initials("Bo"), "Bo");
    }
}
