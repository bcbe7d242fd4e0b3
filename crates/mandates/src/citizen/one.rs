//! One mandate: answering what somebody asks for, and everything that is known of one that was given.

use access::mandates::{MandateTag, State, reject, withdraw};
use access::now_in;
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use basics::Id;
use http::StatusCode;
use jiff::Timestamp;
use page::{Problem, Shell, Visit, html};
use store::Tx;

use super::preview::Preview;
use super::whose::{Seen, Side, begin, hands, path};
use super::{GIVEN, HELD, redirect, refusal, see};
use crate::who::Names;
use crate::words::{basis, state};

#[derive(Template)]
#[template(path = "citizen/one.html")]
#[expect(clippy::struct_excessive_bools, reason = "each shows a part of the page, or hides it")]
struct OnePage {
    shell: Shell,
    wrong: Option<String>,
    id: String,
    is_giver: bool,
    giver: String,
    holder: String,
    state: String,
    basis: Option<String>,
    since: String,
    used: Option<String>,
    /// Whether the giver is asked for an answer.
    is_asked: bool,
    is_draft: bool,
    /// Whether a form can be printed for it.
    on_paper: bool,
    is_active: bool,
    can_end: bool,
    /// When a request falls away by itself.
    falls_away: Option<String>,
    preview: Preview,
}

pub(super) async fn page(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Result<Response, Problem> {
    let tx = visit.realm.read().await?;
    let seen = Seen::find(&visit, &tx, id).await?;
    Ok(html(&shown(&visit, &tx, &seen, None).await?))
}

/// The same page, with what stands in the way of what was tried.
pub(super) async fn with_wrong(
    visit: &Visit,
    tx: &Tx,
    seen: &Seen,
    wrong: String,
) -> Result<Response, Problem> {
    let page = shown(visit, tx, seen, Some(wrong)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

async fn shown(visit: &Visit, tx: &Tx, seen: &Seen, wrong: Option<String>) -> Result<OnePage, Problem> {
    let words = visit.words;
    let mandate = &seen.mandate;
    let names = Names::of(tx, [mandate]).await?;
    let (giver, holder) = (names.holder(mandate.giver), names.party(mandate.to));
    let is_asked = mandate.state == State::Requested && seen.side == Side::Giver;
    let title = match seen.side {
        Side::Giver if is_asked => words.t1("mandate-asked-title", "name", &holder),
        Side::Giver => words.t1("mandate-to-title", "name", &holder),
        Side::Holder => words.t1("mandate-from-title", "name", &giver),
    };
    let back = if seen.side == Side::Holder && mandate.state == State::Active { HELD } else { GIVEN };
    Ok(OnePage {
        shell: visit.shell(title).back_to(back).with_errors(wrong.is_some()),
        wrong,
        id: mandate.id.to_string(),
        is_giver: seen.side == Side::Giver,
        state: state(words, mandate, now_in(&visit.realm)),
        basis: (mandate.state == State::Active).then(|| basis(words, mandate.basis)),
        since: day(visit, mandate.state_at),
        used: mandate.last_used_at.map(|at| moment(visit, at)),
        is_asked,
        is_draft: mandate.state == State::Draft,
        on_paper: mandate.state == State::WaitingForSignature,
        is_active: mandate.state == State::Active,
        can_end: seen.can_end() && !is_asked,
        falls_away: mandate.pending_until.filter(|_| mandate.state.is_open()).map(|at| day(visit, at)),
        preview: Preview::of(visit, tx, seen, &names).await?,
        giver,
        holder,
    })
}

/// The day of a moment, in Denmark.
pub(super) fn day(visit: &Visit, at: Timestamp) -> String {
    visit.words.short_date(at.to_zoned(visit.realm.zone().clone()).date())
}

/// A moment as it was in Denmark.
pub(super) fn moment(visit: &Visit, at: Timestamp) -> String {
    let there = at.to_zoned(visit.realm.zone().clone());
    let words = visit.words;
    words.t2("mandate-moment", "date", words.short_date(there.date()), "time", words.time(there.time()))
}

/// The giver says no.
pub(super) async fn say_no(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Result<Response, Problem> {
    let seen = Seen::first(&visit, id).await?;
    let (mut work, permit) = begin(&visit).await?;
    let done = reject(&mut work, hands(&seen, &permit), id).await;
    see::end(&visit, work, id, done, format!("{GIVEN}?saved=rejected")).await
}

/// The giver takes it back, or the holder lays it down: at once.
pub(super) async fn take_back(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Result<Response, Problem> {
    let seen = Seen::first(&visit, id).await?;
    let (mut work, permit) = begin(&visit).await?;
    let saved = match (seen.mandate.state, seen.side) {
        (State::Draft, _) => "thrown-away",
        (_, Side::Giver) => "taken-back",
        (_, Side::Holder) => "laid-down",
    };
    let to = if seen.side == Side::Holder && seen.mandate.state == State::Active { HELD } else { GIVEN };
    match withdraw(&mut work, hands(&seen, &permit), id).await {
        Ok(_) => work.commit().await?,
        // The button was pressed twice, or the other one was faster: it is over, as was wanted.
        Err(access::mandates::MandateError::Step(_)) => {}
        Err(error) => return Err(refusal::problem(error)),
    }
    Ok(redirect(&visit, &format!("{to}?saved={saved}")))
}

/// Where somebody comes who had to sign in again before a form was sent.
pub(super) async fn back(visit: Visit, Path(id): Path<Id<MandateTag>>) -> Response {
    Redirect::to(&visit.href(&path(id, ""))).into_response()
}
