//! The pages under `/min-side`.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use basics::{Cpr, Language};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderMap, Uri};
use jiff::Timestamp;
use page::{May, Problem, Routes, Shell, Visit, Visitor, html};
use words::Words;

use super::about::{AboutMe, MyCpr, MyMembership, MyRecord, about_me};
use crate::cpr::{self, ReadCprError};
use crate::sign_in::web::signed_out;
use crate::{SignIn, session};

/// How much of the log the page shows; the download has the rest.
const SHOWN: i64 = 200;
/// Where the page is, and where on it the CPR number stands.
const PAGE: &str = "/min-side";
const NUMBER: &str = "/min-side#cpr";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PAGE, May::SignedIn, get(my_page))
        .post("/min-side/cpr", May::SignedIn, post(show_cpr))
        .get("/min-side/cpr", May::SignedIn, get(back_to_cpr))
        .get("/min-side/mine-oplysninger.json", May::SignedIn, get(download))
        .post("/min-side/log-ud-alle", May::SignedIn, post(sign_out_everywhere))
}

/// A session as the page shows it.
struct SessionLine {
    broker: String,
    since: String,
    last_seen: String,
    is_this: bool,
}

/// A membership as the page shows it.
struct MembershipLine {
    organisation: String,
    role: String,
    days: String,
}

/// A record of the log as the page shows it.
struct LogLine {
    at: String,
    by: String,
    what: String,
    why: String,
}

/// The CPR number as the page shows it.
enum CprLine {
    None,
    Masked(String),
    Whole(String),
    Closed,
}

#[derive(Template)]
#[template(path = "my_page/my_page.html")]
struct MyPage {
    shell: Shell,
    name: String,
    birth_date: Option<String>,
    cpr: CprLine,
    memberships: Vec<MembershipLine>,
    former: Vec<MembershipLine>,
    sessions: Vec<SessionLine>,
    log: Vec<LogLine>,
    log_is_complete: bool,
}

async fn my_page(
    visit: Visit,
    Extension(sign_in): Extension<Arc<SignIn>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    page(&visit, &sign_in, &headers, None).await
}

/// Shows the whole number, once: it is in this answer to a form and in no address.
async fn show_cpr(
    visit: Visit,
    Extension(sign_in): Extension<Arc<SignIn>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let person = visitor(&visit)?.person;
    let mut work = visit.realm.work(visit.actor()).await?;
    let number = match cpr::reveal(&mut work, person, "asked for on their own page").await {
        Ok(number) => number,
        Err(ReadCprError::Db(error)) => return Err(error.into()),
        // The page says that it cannot be read.
        Err(_) => None,
    };
    // Before it is shown: nobody sees a number without a record of it.
    work.commit().await?;
    // The links to other languages are to the page, not to the form.
    let visit = Visit { uri: Uri::from_static(PAGE), ..visit };
    page(&visit, &sign_in, &headers, number).await
}

/// Where somebody comes who had to sign in again before the number was shown.
async fn back_to_cpr(visit: Visit) -> Redirect {
    Redirect::to(&visit.href(NUMBER))
}

async fn page(
    visit: &Visit,
    sign_in: &SignIn,
    headers: &HeaderMap,
    number: Option<Cpr>,
) -> Result<Response, Problem> {
    let me = gather(visit, Some(SHOWN)).await?;
    let here = match session::secret_in(headers, &visit.site, &visit.realm.prefix) {
        Some(secret) => session::find(&visit.realm.read().await?, secret, visit.realm.now()).await?,
        None => None,
    };
    let words = visit.words;
    let today = visit.realm.now().to_zoned(visit.realm.zone().clone()).date();
    let lines = |some: Vec<&MyMembership>| some.into_iter().map(|one| membership_line(words, one)).collect();
    let (present, former) = me.memberships_on(today);
    let sessions = me.sessions.iter().map(|session| SessionLine {
        broker: sign_in.known(&session.broker).map_or_else(
            || session.broker.clone(),
            |broker| broker.name.in_language(words.language()).to_owned(),
        ),
        since: moment(visit, session.created_at),
        last_seen: moment(visit, session.last_seen_at),
        is_this: here.as_ref().is_some_and(|here| here.id == session.id),
    });
    Ok(html(&MyPage {
        shell: visit.shell(words.t("my-page-title")),
        name: me.person.name.clone(),
        birth_date: me.person.birth_date.map(|date| words.short_date(date)),
        cpr: cpr_line(number.as_ref(), &me.cpr),
        memberships: lines(present),
        former: lines(former),
        sessions: sessions.collect(),
        log: me.audit.iter().map(|record| log_line(visit, record)).collect(),
        log_is_complete: me.audit_is_complete,
    }))
}

fn cpr_line(whole: Option<&Cpr>, known: &MyCpr) -> CprLine {
    match (whole.map(Cpr::expose), known) {
        (Some(digits), _) => CprLine::Whole(format!("{}-{}", &digits[..6], &digits[6..])),
        (None, MyCpr::Masked(masked)) => CprLine::Masked(masked.clone()),
        (None, MyCpr::None) => CprLine::None,
        (None, MyCpr::Closed) => CprLine::Closed,
    }
}

fn membership_line(words: &Words, my: &MyMembership) -> MembershipLine {
    let membership = &my.membership;
    let from = words.short_date(membership.valid_from);
    MembershipLine {
        organisation: my.organisation_name.clone(),
        role: words.t(&format!("role-{}", membership.role.code().replace('_', "-"))),
        days: match membership.valid_to {
            Some(last) => words.t2("my-page-from-to", "from", from, "to", words.short_date(last)),
            None => words.t1("my-page-from", "from", from),
        },
    }
}

fn log_line(visit: &Visit, record: &MyRecord) -> LogLine {
    let words = visit.words;
    LogLine {
        at: moment(visit, record.at),
        by: if record.by_me { words.t("my-page-you") } else { record.by.clone() },
        what: did(words, &record.action),
        // The rule's own words are for the log; the person is told in theirs.
        why: match record.action.as_str() {
            "access.refuse" => words.t("my-page-refused-why"),
            "audit.read" => words.t("my-page-audit-why"),
            "cpr.reveal" if record.by_me => words.t("my-page-cpr-why"),
            "cpr.refuse" => words.t("my-page-cpr-refused-why"),
            _ => record.reason.clone(),
        },
    }
}

/// What an action is called: the text `did-…` of whichever room it belongs to, else its name in the log.
fn did(words: &Words, action: &str) -> String {
    let key = format!("did-{}", action.replace(['.', '_'], "-"));
    let is_told = words.has(&key) || words::words(Language::Da).has(&key);
    if is_told { words.t(&key) } else { action.to_owned() }
}

fn moment(visit: &Visit, at: Timestamp) -> String {
    let zoned = at.to_zoned(visit.realm.zone().clone());
    let words = visit.words;
    words.t2("my-page-moment", "date", words.short_date(zoned.date()), "time", words.time(zoned.time()))
}

async fn gather(visit: &Visit, records: Option<i64>) -> Result<AboutMe, Problem> {
    let visitor = visitor(visit)?;
    let tx = visit.realm.read().await?;
    about_me(&tx, &visit.realm.vault, visitor.person, visit.realm.now(), records)
        .await?
        .ok_or_else(Problem::not_found)
}

fn visitor(visit: &Visit) -> Result<&Visitor, Problem> {
    visit.visitor.as_ref().ok_or_else(Problem::sign_in_first)
}

async fn download(visit: Visit) -> Result<Response, Problem> {
    let me = gather(&visit, None).await?;
    let body = serde_json::to_string_pretty(&me).map_err(|error| {
        tracing::error!(%error, "a person's data does not become JSON");
        Problem::broken()
    })?;
    let headers = [
        (CONTENT_TYPE, "application/json; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"mine-oplysninger.json\""),
    ];
    Ok((headers, body).into_response())
}

async fn sign_out_everywhere(visit: Visit) -> Result<Response, Problem> {
    let person = visitor(&visit)?.person;
    let mut work = visit.realm.work(visit.actor()).await?;
    session::end_all(&mut work, person).await?;
    work.commit().await?;
    Ok(signed_out(&visit))
}
