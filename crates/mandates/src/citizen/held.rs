//! "Mennesker jeg hjælper": for whom, what, how long, and what is new; entering somebody's post is one deliberate step.

use access::mandates::{Mandate, MandateTag, State, held_by, in_force};
use access::{Action as _, Decision, Holder, Question, ReadMail, Refusal, consider, now_in};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use basics::Id;
use page::{Problem, Query, Shell, Visit, html};
use realm::PersonTag;
use store::Tx;

use super::overview::{Asking, Line};
use super::whose::{me, not_found};
use super::{HELD, redirect};
use crate::who::Names;
use crate::words::opens_post;

/// For how many people it is counted what is new.
const COUNTED: usize = 20;

/// Somebody who is helped, by one mandate.
struct Helped {
    line: Line,
    /// Whether their post can be entered now.
    is_post: bool,
    /// What is new in it, where that can be said.
    unread: Option<String>,
}

#[derive(Template)]
#[template(path = "citizen/held.html")]
struct HeldPage {
    shell: Shell,
    saved: Option<String>,
    helped: Vec<Helped>,
}

pub(super) async fn page(visit: Visit, Query(asking): Query<Asking>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let moment = now_in(&visit.realm);
    let tx = visit.realm.read().await?;
    let mut held = held_by(&tx, Holder::Person(me)).await?;
    held.retain(|one| {
        one.state == State::Active && matches!(in_force(one, moment), Ok(()) | Err(Refusal::NotYet))
    });
    let names = Names::of(&tx, &held).await?;
    let mut helped = Vec::with_capacity(held.len());
    for mandate in &held {
        let is_post = opens_post(&mandate.terms) && in_force(mandate, moment).is_ok();
        let is_counted = is_post && helped.len() < COUNTED;
        helped.push(Helped {
            line: Line::of(&visit, &names, mandate, names.holder(mandate.owner)),
            is_post,
            unread: if is_counted { unread(&visit, &tx, me, mandate).await? } else { None },
        });
    }
    let shell = visit.shell(visit.words.t("helped-title")).back_to(super::GIVEN);
    Ok(html(&HeldPage { shell, saved: asking.in_words(&visit), helped }))
}

/// How many letters within reach whoever helps has not opened; the mailbox says what is within.
async fn unread(
    visit: &Visit,
    tx: &Tx,
    me: Id<PersonTag>,
    mandate: &Mandate,
) -> Result<Option<String>, Problem> {
    let moment = now_in(&visit.realm);
    let target = access::Place::target(mandate.owner);
    let question = Question { action: ReadMail::NAME, target, thing: None, moment };
    // Counting is no use of the mandate, and so asks without leaving a mark.
    let (Decision::Allowed(ground), _) = consider(tx, me, question).await? else { return Ok(None) };
    let Some(mailbox) = mailbox::mailbox_of(tx, &visit.realm.vault, mandate.owner).await? else {
        return Ok(None);
    };
    let unread = mailbox::folders::unread_within(tx, &ground, &mailbox, me, moment.now).await?;
    Ok(Some(visit.words.t1("helped-unread", "count", unread)))
}

/// Goes into the post of whoever is helped.
pub(super) async fn enter(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let tx = visit.realm.read().await?;
    let mandate = access::mandates::mandate(&tx, id).await?.ok_or_else(not_found)?;
    if mandate.to.person() != Some(me) || mandate.state == State::Draft {
        return Err(not_found());
    }
    if in_force(&mandate, now_in(&visit.realm)).is_err() || !opens_post(&mandate.terms) {
        return Ok(redirect(&visit, &format!("{HELD}?saved=over")));
    }
    let to = match mandate.owner {
        Holder::Person(person) => format!("/for/{person}/post"),
        Holder::Organisation(organisation) => format!("/virksomhed/{organisation}/post"),
    };
    Ok(redirect(&visit, &to))
}

/// Where somebody comes who had to sign in again first.
pub(super) async fn back(visit: Visit) -> Response {
    Redirect::to(&visit.href(HELD)).into_response()
}
