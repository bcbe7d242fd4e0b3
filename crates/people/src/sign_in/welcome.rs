//! Letting in whom a broker vouches for.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use http::header::SET_COOKIE;
use http::{HeaderMap, StatusCode, Uri};
use page::{Problem, Shell, Visit, html};
use realm::{Change, Work};
use store::DbError;

use super::baggage::Porter;
use super::claims::Told;
use super::{Broker, SignIn};
use crate::cpr::{self, KeepCprError, ReadCprError};
use crate::{LinkError, Person, create_person, link_identity, person_by_identity, session};

/// Signs the person in and sends them to where they wanted, or tells them what to do where nobody knows them yet.
pub(super) async fn welcome(
    visit: &Visit,
    sign_in: &SignIn,
    broker: &Broker,
    told: &Told,
    next_path: &str,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let old = session::secret_in(headers, &visit.site, &visit.realm.prefix);
    let secret = match let_in(visit, &sign_in.porter, broker, told, old).await {
        // Two first sign-ins of one person at once: now the other one is there.
        Err(DbError::Constraint(_)) => let_in(visit, &sign_in.porter, broker, told, old).await?,
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
    porter: &Porter,
    broker: &Broker,
    told: &Told,
    old: Option<&str>,
) -> Result<Option<String>, DbError> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let Some(person) = recognise(&mut work, broker, told).await? else { return Ok(None) };
    work.actor.person = Some(person.id);
    work.actor.label.clone_from(&person.name);
    if let Some(old) = old {
        session::end(&mut work, old).await?;
    }
    let secret = session::start(&mut work, person.id, &broker.key).await?;
    let until = session::find(work.tx(), &secret, work.now()).await?.map(|session| session.expires_at);
    if let Some(until) = until {
        porter.take_in(&mut work, person.id, told.privileges.as_deref(), until).await?;
    }
    work.commit().await?;
    Ok(Some(secret))
}

/// The person whom the broker tells of: known by the broker's name for them, or by their CPR number, or new.
async fn recognise(work: &mut Work<'_>, broker: &Broker, told: &Told) -> Result<Option<Person>, DbError> {
    if let Some(person) = person_by_identity(work.tx(), &broker.key, &told.subject).await? {
        keep_cpr_of_known(work, told, &person).await?;
        return Ok(Some(person));
    }
    let by_number = match &told.cpr {
        Some(number) => cpr::find(work.tx(), &work.realm.vault, number).await?,
        None => None,
    };
    let person = match by_number {
        Some(person) => person,
        None if broker.create_unknown => get_to_know(work, told).await?,
        None => return Ok(None),
    };
    match link_identity(work, &broker.key, &told.subject, person.id).await {
        Ok(()) => Ok(Some(person)),
        Err(LinkError::Db(error)) => Err(error),
        Err(taken) => Err(DbError::Constraint(taken.to_string())),
    }
}

async fn get_to_know(work: &mut Work<'_>, told: &Told) -> Result<Person, DbError> {
    let person = create_person(work, told.person.clone()).await?;
    let Some(number) = &told.cpr else { return Ok(person) };
    match cpr::keep(work, person.id, number).await {
        Ok(()) => Ok(person),
        Err(KeepCprError::Unreadable(ReadCprError::Db(error))) => Err(error),
        // Somebody with this number came by another broker a moment ago: the next try finds them.
        Err(taken) => Err(DbError::Constraint(taken.to_string())),
    }
}

/// Keeps the number of a person whom the broker already knows by name. That name is proof enough of who it is: where
/// the number does not fit, because people do get new ones or because somebody came here as two persons before, they
/// are let in, and a record is left for whoever must find out.
async fn keep_cpr_of_known(work: &mut Work<'_>, told: &Told, person: &Person) -> Result<(), DbError> {
    let Some(number) = &told.cpr else { return Ok(()) };
    match cpr::keep(work, person.id, number).await {
        Ok(()) => Ok(()),
        Err(KeepCprError::Unreadable(ReadCprError::Db(error))) => Err(error),
        Err(refused) => {
            tracing::warn!(%refused, "the broker gives a cpr number that is not kept");
            let change = Change::new("cpr.refuse", "cpr", &person.id).concerns(person.id);
            work.record(change.because(refused.to_string()));
            Ok(())
        }
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
