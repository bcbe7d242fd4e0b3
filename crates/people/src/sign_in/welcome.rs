//! Letting in whom a broker vouches for.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use http::header::SET_COOKIE;
use http::{HeaderMap, StatusCode, Uri};
use page::{Problem, Shell, Visit, html};
use realm::Work;
use store::DbError;

use super::Broker;
use super::claims::Told;
use crate::{LinkError, Person, create_person, link_identity, person_by_identity, session};

/// Signs the person in and sends them to where they wanted, or tells them what to do where nobody knows them yet.
pub(super) async fn welcome(
    visit: &Visit,
    broker: &Broker,
    told: &Told,
    next_path: &str,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let old = session::secret_in(headers, &visit.site, &visit.realm.prefix);
    let secret = match let_in(visit, broker, told, old).await {
        // Two first sign-ins of one person at once: now the other one is there.
        Err(DbError::Constraint(_)) => let_in(visit, broker, told, old).await?,
        done => done?,
    };
    let Some(secret) = secret else { return Ok(not_known(visit, broker, told)) };
    let cookie = session::set_cookie(&visit.site, &visit.realm.prefix, &secret);
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&visit.href(next_path))).into_response())
}

/// Starts a session for whom the broker tells of, and ends the one that the browser had. `None` where they are
/// not known and the broker's settings do not let us get to know them.
async fn let_in(
    visit: &Visit,
    broker: &Broker,
    told: &Told,
    old: Option<&str>,
) -> Result<Option<String>, DbError> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let known = person_by_identity(work.tx(), &broker.key, &told.subject).await?;
    let person = match known {
        Some(person) => person,
        None if broker.create_unknown => get_to_know(&mut work, broker, told).await?,
        None => return Ok(None),
    };
    work.actor.person = Some(person.id);
    work.actor.label.clone_from(&person.name);
    if let Some(old) = old {
        session::end(&mut work, old).await?;
    }
    let secret = session::start(&mut work, person.id, &broker.key).await?;
    work.commit().await?;
    Ok(Some(secret))
}

async fn get_to_know(work: &mut Work<'_>, broker: &Broker, told: &Told) -> Result<Person, DbError> {
    let person = create_person(work, told.person.clone()).await?;
    match link_identity(work, &broker.key, &told.subject, person.id).await {
        Ok(()) => Ok(person),
        Err(LinkError::Db(error)) => Err(error),
        Err(taken) => Err(DbError::Constraint(taken.to_string())),
    }
}

#[derive(Template)]
#[template(path = "sign_in/not_known.html")]
struct NotKnownPage {
    shell: Shell,
    broker: String,
    subject: String,
}

fn not_known(visit: &Visit, broker: &Broker, told: &Told) -> Response {
    tracing::info!(broker = broker.key, "somebody signed in whom nobody has let in");
    // The links to other languages must not hold the code that came in this page's address.
    let visit = Visit { uri: Uri::from_static("/log-ind"), ..visit.clone() };
    let page = NotKnownPage {
        shell: visit.shell(visit.words.t("sign-in-not-known-title")),
        broker: broker.key.clone(),
        subject: told.subject.clone(),
    };
    (StatusCode::FORBIDDEN, html(&page)).into_response()
}
