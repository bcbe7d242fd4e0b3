//! Asking a company for leave to report for it: a request for a right, as everybody makes it. Whoever decides there answers it on the
//! company's page of rights.

use access::mandates::{By, Limits, MandateError, Party, Terms, ask as ask_for, begin};
use access::{Holder, now_in};
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect, Response};
use http::StatusCode;
use jiff::ToSpan as _;
use page::{Form as Sent, Problem};
use serde::Deserialize;

use super::company::{has_asked, place_at};
use super::path;
use crate::forms::{Whose, form};
use crate::visit::PracticeVisit;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wish {
    /// Which form somebody wants to fill in.
    form: String,
}

/// Asks for a year from today.
pub(super) async fn ask(
    PracticeVisit { visit, person }: PracticeVisit,
    Path(id): Path<String>,
    Sent(wish): Sent<Wish>,
) -> Result<Response, Problem> {
    let form =
        form(&wish.form).filter(|form| form.whose == Whose::Company).ok_or_else(Problem::unreadable)?;
    let mut work = visit.realm.work(visit.actor()).await?;
    let place = place_at(&visit, work.tx(), person, &id).await?;
    let organisation = place.organisation;
    let done = Redirect::to(&visit.href(&format!("{}?bedt=1", path(organisation)))).into_response();
    if has_asked(work.tx(), person, organisation, form).await? {
        return Ok(done);
    }
    let today = now_in(&visit.realm).today;
    let terms = Terms {
        powers: vec![form.power.to_owned()],
        starts_on: today,
        ends_on: Some(today.saturating_add(1.year())),
        with_past_mail: true,
        limits: Limits::default(),
    };
    let by = By::Holder(person);
    let to = if place.works { Party::Employee { person, organisation } } else { Party::Person(person) };
    let asked = match begin(&mut work, by, Holder::Organisation(organisation), to, None, terms).await {
        Ok(draft) => ask_for(&mut work, by, draft.id).await,
        Err(error) => Err(error),
    };
    match asked {
        Ok(_) => {
            work.commit().await?;
            Ok(done)
        }
        // It is given, or asked for, already.
        Err(MandateError::Already(_)) => Ok(done),
        Err(MandateError::Db(error)) => Err(error.into()),
        Err(error) => {
            tracing::info!(%error, "leave to report cannot be asked for");
            Err(Problem::own(StatusCode::CONFLICT, "selfservice-not-asked")
                .next("virk-title", path(organisation)))
        }
    }
}
