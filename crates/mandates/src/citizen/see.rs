//! The fourth step: see what it opens, and say yes; or, for whoever asks, send the request.

use access::mandates::{Mandate, MandateError, MandateTag, State, ask, sign};
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use basics::Id;
use http::StatusCode;
use page::{Problem, Shell, Visit, html};
use realm::Work;

use super::preview::Preview;
use super::whose::{Seen, Side, begin, hands, path};
use super::{GIVEN, redirect, refusal};
use crate::who::Names;

#[derive(Template)]
#[template(path = "citizen/see.html")]
struct SeePage {
    shell: Shell,
    /// What stands in the way.
    wrong: Option<String>,
    id: String,
    is_giving: bool,
    giver: String,
    holder: String,
    preview: Preview,
}

pub(super) async fn page(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let seen = Seen::find(&visit, &tx, id).await?;
    if seen.mandate.state != State::Draft {
        return Ok(redirect(&visit, &path(id, "")));
    }
    if seen.mandate.terms.powers.is_empty() {
        return Ok(redirect(&visit, &path(id, "/hvad")));
    }
    Ok(html(&shown(&visit, &tx, &seen, None).await?))
}

async fn shown(
    visit: &Visit,
    tx: &store::Tx,
    seen: &Seen,
    wrong: Option<String>,
) -> Result<SeePage, Problem> {
    let names = Names::of(tx, [&seen.mandate]).await?;
    let shell = visit.shell(visit.words.t("mandate-see-title")).with_errors(wrong.is_some());
    Ok(SeePage {
        shell: shell.back_to(&path(seen.mandate.id, "/hvor-laenge")),
        wrong,
        id: seen.mandate.id.to_string(),
        is_giving: seen.side == Side::Giver,
        giver: names.holder(seen.mandate.giver),
        holder: names.party(seen.mandate.to),
        preview: Preview::of(visit, tx, seen, &names).await?,
    })
}

/// The giver says yes: to their own draft, or to what somebody asked for.
pub(super) async fn say_yes(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Result<Response, Problem> {
    let seen = Seen::first(&visit, id).await?;
    let (mut work, permit) = begin(&visit).await?;
    let done = sign(&mut work, hands(&seen, &permit), id).await;
    end(&visit, work, id, done, format!("{GIVEN}?saved=given")).await
}

/// The helper sends the request.
pub(super) async fn send(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Result<Response, Problem> {
    let seen = Seen::first(&visit, id).await?;
    let (mut work, permit) = begin(&visit).await?;
    let done = ask(&mut work, hands(&seen, &permit), id).await;
    end(&visit, work, id, done, format!("{GIVEN}?saved=asked")).await
}

/// Keeps what was done and goes on to the next page; or says what stands in the way.
pub(super) async fn end(
    visit: &Visit,
    work: Work<'_>,
    id: Id<MandateTag>,
    done: Result<Mandate, MandateError>,
    next: String,
) -> Result<Response, Problem> {
    match done {
        Ok(_) => {
            work.commit().await?;
            Ok(redirect(visit, &next))
        }
        Err(error) => {
            drop(work);
            refuse(visit, id, error).await
        }
    }
}

/// The same page again, with what stands in the way. Where it stands elsewhere by now, its own page says so.
async fn refuse(visit: &Visit, id: Id<MandateTag>, error: MandateError) -> Result<Response, Problem> {
    if matches!(error, MandateError::Step(_)) {
        return Ok(redirect(visit, &path(id, "")));
    }
    let Some(wrong) = refusal::in_words(visit.words, &error) else { return Err(refusal::problem(error)) };
    let tx = visit.realm.read().await?;
    let seen = Seen::find(visit, &tx, id).await?;
    if seen.mandate.state == State::Draft {
        let page = shown(visit, &tx, &seen, Some(wrong)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
    }
    super::one::with_wrong(visit, &tx, &seen, wrong).await
}
