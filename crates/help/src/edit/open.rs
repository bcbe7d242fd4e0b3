//! From an address to a help point that whoever asks may see or change.

use access::{Action, Permit, Where, allow, organisations_where};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use basics::Id;
use http::StatusCode;
use jiff::Timestamp;
use jiff::civil::Date;
use page::{Problem, Visit};
use people::OrganisationTag;
use realm::Work;
use serde::Deserialize;
use store::{DbError, Tx};

use super::EditError;
use crate::model::HelpPoint;
use crate::sql;

/// The help point of an address, for reading, where the visitor may do `A` to it. A refusal is recorded.
pub(crate) async fn look<A>(visit: &Visit, id: &str) -> Result<HelpPoint, Problem>
where
    A: Action<On = Id<OrganisationTag>>,
{
    let tx = visit.realm.read().await?;
    let point = find(&tx, id).await?;
    let place = may_where::<A>(visit, &tx).await?;
    drop(tx);
    if !place.includes(point.organisation) {
        // Asked again in a work, so that the refusal is decided and recorded where every refusal is.
        allow::<A>(visit.realm.work(visit.actor()).await?, point.organisation).await?;
    }
    Ok(point)
}

/// The help point of an address, for changing, with leave to do `A` to whatever its own organisation has.
pub(crate) async fn open<'v, A>(
    visit: &'v Visit,
    id: &str,
) -> Result<(Work<'v>, Permit<A>, HelpPoint), Problem>
where
    A: Action<On = Id<OrganisationTag>>,
{
    let work = visit.realm.work(visit.actor()).await?;
    let point = find(work.tx(), id).await?;
    let (work, permit) = allow::<A>(work, point.organisation).await?;
    Ok((work, permit, point))
}

async fn find(tx: &Tx, id: &str) -> Result<HelpPoint, Problem> {
    let id = id.parse().map_err(|_| Problem::not_found())?;
    let point = sql::point(tx, id).await?;
    point.ok_or_else(|| Problem::not_found().next("staff-points-title", "/staff/help-points"))
}

/// Where the visitor may do `A`.
pub(crate) async fn may_where<A: Action>(visit: &Visit, tx: &Tx) -> Result<Where, Problem> {
    let visitor = visit.visitor.as_ref().ok_or_else(Problem::sign_in_first)?;
    Ok(organisations_where::<A>(tx, visitor.person, today(visit)).await?)
}

/// The date in Denmark.
pub(crate) fn today(visit: &Visit) -> Date {
    visit.realm.now().to_zoned(visit.realm.zone().clone()).date()
}

/// A moment as staff read it: the time alone where it was today.
pub(crate) fn in_words(visit: &Visit, at: Timestamp) -> String {
    let words = visit.staff_words();
    let zoned = at.to_zoned(visit.realm.zone().clone());
    let time = words.time(zoned.time());
    if zoned.date() == today(visit) {
        words.t1("staff-at", "time", time)
    } else {
        words.t2("staff-on-at", "date", words.short_date(zoned.date()), "time", time)
    }
}

/// The query of a page that may say that something was saved.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Saved {
    saved: String,
}

impl Saved {
    pub(crate) fn is_true(&self) -> bool {
        self.saved == "1"
    }
}

/// The form of a button that takes one part away.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Removal {
    pub(crate) version: String,
}

/// On to a page that says that the change was saved.
pub(crate) fn redirect(visit: &Visit, path: &str) -> Response {
    Redirect::to(&format!("{}?saved=1", visit.href(path))).into_response()
}

/// A page with another status than 200.
pub(crate) fn with_status(status: StatusCode, template: &impl Template) -> Response {
    (status, page::html(template)).into_response()
}

impl From<EditError> for Problem {
    fn from(error: EditError) -> Self {
        match error {
            EditError::NoPoint(_) | EditError::NoPart(_) => Problem::not_found(),
            EditError::NotTheirs(_) => Problem::forbidden(),
            EditError::Conflict(_) => Problem::own(StatusCode::CONFLICT, "staff-conflict"),
            EditError::Hours(_) => Problem::unreadable(),
            EditError::Db(error) => DbError::into(error),
        }
    }
}
