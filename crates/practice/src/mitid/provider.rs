//! What programs call: discovery, keys, the beginning of a sign-in, and its end.

use axum::Json;
use axum::response::{IntoResponse as _, Redirect, Response};
use http::header::CACHE_CONTROL;
use http::{HeaderValue, StatusCode};
use page::{Form, Problem, Query, Visit};
use serde_json::{Value, json};

use super::guard::SimulatorRealm;
use super::logins::{self, NotRedeemed, TokenRequest};
use super::rules::{AuthorizeRequest, Refusal, TOKEN_LIFE};
use super::{RETURN_PATH, client_id, keys, pages, token};

/// OpenID Connect Discovery 1.0 § 3.
pub(crate) async fn discovery(SimulatorRealm(visit): SimulatorRealm) -> Json<Value> {
    let issuer = issuer(&visit);
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
        "token_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": ["openid"],
        "claims_supported": [
            "iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "acr",
            "name", "birthdate", "mitid.uuid", "loa", "cpr",
        ],
        "claims_parameter_supported": false,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
    }))
}

/// The public halves of the keys (RFC 7517 § 5).
pub(crate) async fn jwks(SimulatorRealm(visit): SimulatorRealm) -> Result<Response, Problem> {
    let now = visit.realm.now();
    if let Some(published) = keys::published(&visit.realm.read().await?, now).await? {
        return Ok(Json(published).into_response());
    }
    let mut work = visit.realm.work(visit.actor()).await?;
    keys::current(&mut work).await?;
    let published = keys::published(work.tx(), now).await?;
    work.commit().await?;
    Ok(Json(published).into_response())
}

/// Begins a sign-in. Whoever is not on the list is told on a page, and sent nowhere.
pub(crate) async fn authorize(
    SimulatorRealm(visit): SimulatorRealm,
    Query(request): Query<AuthorizeRequest>,
) -> Result<Response, Problem> {
    let return_to = format!("{}{}", visit.site.public_url, visit.href(RETURN_PATH));
    match request.check(&client_id(&visit.realm.prefix), &return_to) {
        Ok(()) => {
            let mut work = visit.realm.work(visit.actor()).await?;
            let id = logins::begin(&mut work, &request).await?;
            work.commit().await?;
            Ok(Redirect::to(&visit.href(&format!("/mitid/login/{id}"))).into_response())
        }
        Err(Refusal::Stranger) => Ok(pages::stranger(&visit)),
        Err(Refusal::Tell(error)) => {
            let back = logins::return_address(&return_to, ("error", error), request.state.as_deref());
            Ok(Redirect::to(&back).into_response())
        }
    }
}

/// Redeems a code for an id token (OpenID Connect Core 1.0 § 3.1.3).
pub(crate) async fn token(
    SimulatorRealm(visit): SimulatorRealm,
    form: Result<Form<TokenRequest>, Problem>,
) -> Result<Response, Problem> {
    let Ok(Form(request)) = form else { return Ok(refused("invalid_request")) };
    let mut work = visit.realm.work(visit.actor()).await?;
    let grant = match logins::redeem(&mut work, &request).await {
        Ok(grant) => grant,
        Err(NotRedeemed::Tell(error)) => return Ok(refused(error)),
        Err(NotRedeemed::Db(error)) => return Err(error.into()),
    };
    let key = keys::current(&mut work).await?;
    // There is nothing that this token opens; the protocol requires one.
    let access_token = work.realm.chance.secret();
    let of = token::Of { issuer: issuer(&visit), audience: client_id(&visit.realm.prefix) };
    let id_token = token::id_token(of, &grant, &access_token, &key, work.now());
    work.commit().await?;
    Ok(unkept(
        StatusCode::OK,
        json!({
            "access_token": access_token,
            "token_type": "Bearer",
            "expires_in": TOKEN_LIFE.as_secs(),
            "scope": "openid",
            "id_token": id_token,
        }),
    ))
}

fn issuer(visit: &Visit) -> String {
    format!("{}{}", visit.site.public_url, visit.href("/mitid"))
}

/// RFC 6749 § 5.2.
fn refused(error: &str) -> Response {
    unkept(StatusCode::BAD_REQUEST, json!({ "error": error }))
}

fn unkept(status: StatusCode, body: Value) -> Response {
    (status, [(CACHE_CONTROL, HeaderValue::from_static("no-store"))], Json(body)).into_response()
}
