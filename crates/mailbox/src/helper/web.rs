//! `/min-side/hjaelper`: whom I have chosen, and whom I help.

use access::{ChooseMail, Holder, allow};
use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use basics::Id;
use http::StatusCode;
use page::{FieldErrors, Form, May, Problem, Query, Routes, Shell, Visit, html};
use realm::PersonTag;
use serde::Deserialize;
use store::Tx;

use super::{
    AcceptError, PATH, accept_to_help, end_helper, helped_by, helper_of, invite_helper, open_until,
    stop_helping,
};
use crate::terms::post_terms;
use crate::{MailboxTag, mailbox_of};

const CODE: &str = "/min-side/hjaelper/kode";
const ACCEPT: &str = "/min-side/hjaelper/ja";
const END: &str = "/min-side/hjaelper/fjern";
const STOP: &str = "/min-side/hjaelper/stop";

pub(crate) fn routes() -> Routes {
    let may = May::SignedIn;
    Routes::new()
        .get(PATH, may, get(show))
        .post(CODE, may, post(invite))
        .post(ACCEPT, may, post(accept))
        .post(END, may, post(end))
        .post(STOP, may, post(stop))
}

/// What can have been done; each has its text `post-helper-saved-…`.
const SAVED: [&str; 3] = ["ended", "helping", "stopped"];

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    saved: String,
}

/// Somebody whom the visitor helps.
struct Line {
    mailbox: String,
    name: String,
    since: String,
}

#[derive(Template)]
#[template(path = "helper/page.html")]
struct HelperPage {
    shell: Shell,
    errors: FieldErrors,
    saved: Option<String>,
    /// Whether the visitor has a mailbox, and so something that a helper can remind of.
    has_mailbox: bool,
    /// The name of the chosen helper, and since when.
    helper: Option<(String, String)>,
    /// The code that was just made, and how long it works.
    code: Option<(String, String)>,
    /// Until when a code that was given before works.
    open_until: Option<String>,
    helps: Vec<Line>,
    typed: String,
}

async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let mut page = page(&visit, FieldErrors::default()).await?;
    let saved = SAVED.iter().find(|code| **code == asked.saved);
    page.saved = saved.map(|code| visit.words.t(&format!("post-helper-saved-{code}")));
    Ok(html(&page))
}

async fn page(visit: &Visit, errors: FieldErrors) -> Result<HelperPage, Problem> {
    let words = visit.words;
    let person = visitor(visit)?;
    let tx = visit.realm.read().await?;
    let day = |at: jiff::Timestamp| words.date(at.to_zoned(visit.realm.zone().clone()).date());
    let mailbox = mailbox_of(&tx, &visit.realm.vault, Holder::Person(person)).await?;
    let (mut helper, mut until) = (None, None);
    if let Some(mailbox) = &mailbox {
        if let Some(chosen) = helper_of(&tx, mailbox.id).await? {
            helper = Some((name(&tx, chosen.helper).await?, day(chosen.chosen_at)));
        }
        until = open_until(&tx, mailbox.id, visit.realm.now()).await?.map(day);
    }
    let mut helps = Vec::new();
    for helped in helped_by(&tx, person).await? {
        helps.push(Line {
            mailbox: helped.mailbox.to_string(),
            name: name(&tx, helped.person).await?,
            since: day(helped.chosen_at),
        });
    }
    Ok(HelperPage {
        shell: visit
            .shell(words.t("post-helper-title"))
            .crumb(words.t("front-page"), "/")
            .crumb(words.t("my-page-title"), "/min-side")
            .with_errors(!errors.is_empty()),
        errors,
        saved: None,
        has_mailbox: mailbox.is_some(),
        helper,
        code: None,
        open_until: until,
        helps,
        typed: String::new(),
    })
}

async fn name(tx: &Tx, person: Id<PersonTag>) -> Result<String, Problem> {
    Ok(people::person(tx, person).await?.map(|person| person.name).unwrap_or_default())
}

fn visitor(visit: &Visit) -> Result<Id<PersonTag>, Problem> {
    visit.visitor.as_ref().map(|visitor| visitor.person).ok_or_else(Problem::sign_in_first)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Agreeing {
    agree: String,
    code: String,
}

/// Makes a code and shows it on the page that answers: nowhere else, and never again.
async fn invite(visit: Visit, Form(form): Form<Agreeing>) -> Result<Response, Problem> {
    if form.agree != "yes" {
        return refuse(&visit, "agree", "post-helper-agree-missing", String::new()).await;
    }
    let holder = Holder::Person(visitor(&visit)?);
    let (mut work, permit) = allow::<ChooseMail>(visit.realm.work(visit.actor()).await?, holder).await?;
    let mailbox = mailbox_of(work.tx(), &visit.realm.vault, holder).await?;
    let mailbox = mailbox.ok_or_else(Problem::not_found)?;
    let code = invite_helper(&mut work, &permit, &mailbox).await?;
    let days = post_terms(work.today()).helper_code_days;
    work.commit().await?;
    let page = page(&visit, FieldErrors::default()).await?;
    let works = visit.words.t1("post-helper-code-once", "days", days);
    Ok(html(&HelperPage { code: Some((code, works)), ..page }))
}

async fn accept(visit: Visit, Form(form): Form<Agreeing>) -> Result<Response, Problem> {
    let person = visitor(&visit)?;
    if form.agree != "yes" {
        return refuse(&visit, "help", "post-helper-help-missing", form.code).await;
    }
    let mut work = visit.realm.work(visit.actor()).await?;
    match accept_to_help(&mut work, person, &form.code).await {
        Ok(()) => {
            work.commit().await?;
            Ok(done(&visit, "helping"))
        }
        Err(AcceptError::Mailbox(error)) => Err(error.into()),
        Err(error) => {
            // What was taken back with the work can be used again.
            drop(work);
            let own = matches!(error, AcceptError::Oneself);
            let key = if own { "post-helper-code-own" } else { "post-helper-code-wrong" };
            refuse(&visit, "code", key, form.code).await
        }
    }
}

async fn end(visit: Visit) -> Result<Response, Problem> {
    let holder = Holder::Person(visitor(&visit)?);
    let (mut work, permit) = allow::<ChooseMail>(visit.realm.work(visit.actor()).await?, holder).await?;
    let mailbox = mailbox_of(work.tx(), &visit.realm.vault, holder).await?;
    let mailbox = mailbox.ok_or_else(Problem::not_found)?;
    end_helper(&mut work, &permit, &mailbox).await?;
    work.commit().await?;
    Ok(done(&visit, "ended"))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Stopping {
    mailbox: String,
}

async fn stop(visit: Visit, Form(form): Form<Stopping>) -> Result<Response, Problem> {
    let person = visitor(&visit)?;
    let mailbox: Id<MailboxTag> = form.mailbox.parse().map_err(|_| Problem::unreadable())?;
    let mut work = visit.realm.work(visit.actor()).await?;
    if !stop_helping(&mut work, person, mailbox).await? {
        return Err(Problem::not_found());
    }
    work.commit().await?;
    Ok(done(&visit, "stopped"))
}

fn done(visit: &Visit, code: &str) -> Response {
    Redirect::to(&visit.href(&format!("{PATH}?saved={code}"))).into_response()
}

async fn refuse(visit: &Visit, field: &str, key: &str, typed: String) -> Result<Response, Problem> {
    let mut errors = FieldErrors::default();
    errors.add(field, visit.words.t(key));
    let page = page(visit, errors).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&HelperPage { typed, ..page })).into_response())
}
