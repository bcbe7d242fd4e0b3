//! Who a request comes from.

use std::sync::Arc;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::HeaderMap;
use jiff::Timestamp;
use jiff::civil::Date;
use page::{Site, Unsure, Visitor};
use people::{Session, memberships_of, person, session};
use realm::{Actor, Realm, Via};
use store::DbError;

use crate::{actions_of, policy};

/// Finds the session of the request's cookie and attaches its [`Visitor`]. Stands inside the layers for site and
/// realm, and around [`page::prepare_visit`]. A request without a cookie costs no query.
///
/// Where the database does not answer, the request is marked as [`Unsure`].
///
/// # Panics
/// When the layers for site and realm are missing, which is a mistake in the program.
pub async fn load_visitor(mut request: Request, next: Next) -> Response {
    let extensions = request.extensions();
    let site: Arc<Site> =
        extensions.get::<Arc<Site>>().expect("the site is attached to every request").clone();
    let realm: Arc<Realm> =
        extensions.get::<Arc<Realm>>().expect("the realm is attached to every request").clone();
    if let Some(secret) = secret(request.headers(), &site, &realm) {
        match visitor(&realm, &secret).await {
            Ok(Some(visitor)) => {
                request.extensions_mut().insert(visitor);
            }
            Ok(None) => {}
            Err(error) => {
                tracing::error!(%error, "a session could not be looked up");
                request.extensions_mut().insert(Unsure);
            }
        }
    }
    next.run(request).await
}

fn secret(headers: &HeaderMap, site: &Site, realm: &Realm) -> Option<String> {
    session::secret_in(headers, site, &realm.prefix).filter(|secret| !secret.is_empty()).map(str::to_owned)
}

async fn visitor(realm: &Realm, secret: &str) -> Result<Option<Visitor>, DbError> {
    let now = realm.now();
    let tx = realm.read().await?;
    let Some(session) = session::find(&tx, secret, now).await? else { return Ok(None) };
    let Some(person) = person(&tx, session.person).await? else { return Ok(None) };
    let memberships = memberships_of(&tx, person.id, today(realm, now)).await?;
    drop(tx);
    if session.is_due(now)
        && let Err(error) = touch(realm, &session).await
    {
        // Whoever is signed in stays so; at worst the session ends early.
        tracing::warn!(%error, "a session could not be noted as used");
    }
    Ok(Some(Visitor { person: person.id, name: person.name, may: actions_of(policy(), &memberships) }))
}

async fn touch(realm: &Realm, session: &Session) -> Result<(), DbError> {
    let mut work = realm.work(Actor::program("sessions", Via::Program)).await?;
    session::touch(&mut work, session).await?;
    work.commit().await
}

fn today(realm: &Realm, now: Timestamp) -> Date {
    now.to_zoned(realm.zone().clone()).date()
}
