//! `/min-side/nemsms` for whoever wants text messages, and `/staff/nemsms` at the counter for whoever cannot ask themself.

mod counter;

use access::{Holder, RegisterNemsms, allow};
use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use http::StatusCode;
use page::{May, Problem, Query, Routes, Shell, Visit, html};
use serde::Deserialize;

use super::{RegisterError, end, register, registration_of};

const PATH: &str = "/min-side/nemsms";

pub(crate) fn routes() -> Routes {
    let may = May::SignedIn;
    Routes::new()
        .get(PATH, may, get(show))
        .post(PATH, may, post(begin))
        .post("/min-side/nemsms/stop", may, post(stop))
        .merge(counter::routes())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    saved: String,
}

#[derive(Template)]
#[template(path = "nemsms/own.html")]
struct OwnPage {
    shell: Shell,
    saved: Option<String>,
    since: Option<String>,
    /// The confirmed number, masked.
    mobile: Option<String>,
    /// Whether what was sent to it came back.
    bounced: bool,
    /// Set where somebody asked who has no number.
    refused: bool,
}

async fn page(visit: &Visit) -> Result<OwnPage, Problem> {
    let words = visit.words;
    let person = visit.visitor.as_ref().map(|visitor| visitor.person).ok_or_else(Problem::sign_in_first)?;
    let tx = visit.realm.read().await?;
    let registration = registration_of(&tx, person).await?;
    let mobile = notices::contact(&tx, person).await?.map(|contact| contact.mobile);
    Ok(OwnPage {
        shell: visit
            .shell(words.t("nemsms-title"))
            .crumb(words.t("front-page"), "/")
            .crumb(words.t("my-page-title"), "/min-side"),
        saved: None,
        since: registration.map(|one| words.date(one.since.to_zoned(visit.realm.zone().clone()).date())),
        bounced: mobile.as_ref().is_some_and(|mobile| mobile.bounced),
        mobile: mobile.and_then(|mobile| mobile.masked()),
        refused: false,
    })
}

async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let saved = ["begun", "ended"].into_iter().find(|code| *code == asked.saved);
    let saved = saved.map(|code| visit.words.t(&format!("nemsms-saved-{code}")));
    Ok(html(&OwnPage { saved, ..page(&visit).await? }))
}

async fn begin(visit: Visit) -> Result<Response, Problem> {
    let (mut work, permit) =
        allow::<RegisterNemsms>(visit.realm.work(visit.actor()).await?, holder(&visit)?).await?;
    match register(&mut work, &permit, false).await {
        Ok(_) => {
            work.commit().await?;
            Ok(Redirect::to(&visit.href(&format!("{PATH}?saved=begun"))).into_response())
        }
        Err(RegisterError::Db(error)) => Err(error.into()),
        Err(RegisterError::NoMobile | RegisterError::NoPerson) => {
            drop(work);
            let page = OwnPage { refused: true, ..page(&visit).await? };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
        }
    }
}

async fn stop(visit: Visit) -> Result<Response, Problem> {
    let (mut work, permit) =
        allow::<RegisterNemsms>(visit.realm.work(visit.actor()).await?, holder(&visit)?).await?;
    end(&mut work, &permit).await?;
    work.commit().await?;
    Ok(Redirect::to(&visit.href(&format!("{PATH}?saved=ended"))).into_response())
}

fn holder(visit: &Visit) -> Result<Holder, Problem> {
    let visitor = visit.visitor.as_ref().ok_or_else(Problem::sign_in_first)?;
    Ok(Holder::Person(visitor.person))
}
