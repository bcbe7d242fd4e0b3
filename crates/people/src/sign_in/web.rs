//! The pages of signing in and out.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use http::HeaderMap;
use http::header::SET_COOKIE;
use openidconnect::core::{CoreAuthenticationFlow, CoreClient};
use openidconnect::{
    AuthenticationContextClass, ClientId, CsrfToken, LanguageTag, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope,
};
use page::{May, Problem, Query, Routes, Shell, Visit, cookies, html};
use serde::Deserialize;

use super::claims::Told;
use super::pending::{self, Pending};
use super::stop::Stop;
use super::verify::{Failure, redeem};
use super::welcome::welcome;
use super::{Broker, SignIn, local_path, provider};
use crate::session;

/// Binds a sign-in under way to the browser it began in, so that nobody can hand their own half-finished sign-in
/// to somebody else (login CSRF, RFC 6749 § 10.12).
const BROWSER_COOKIE: &str = "omtanke-sign-in";
/// Where somebody goes who came from nowhere in particular.
pub(super) const HOME: &str = "/min-side";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/log-ind", May::Anyone, get(choose))
        .get("/log-ind/retur", May::Anyone, get(come_back))
        .get("/log-ind/stop/{why}", May::Anyone, get(stopped))
        .get("/log-ind/{broker}", May::Anyone, get(leave))
        .post("/log-ud", May::Anyone, post(sign_out))
}

#[derive(Deserialize)]
struct Asked {
    next: Option<String>,
    /// Set after signing out, to say so.
    out: Option<String>,
}

impl Asked {
    fn next(&self) -> &str {
        self.next.as_deref().and_then(local_path).unwrap_or(HOME)
    }
}

#[derive(Template)]
#[template(path = "sign_in/choose.html")]
struct ChoosePage {
    shell: Shell,
    signed_out: bool,
    /// What each broker is called, and where it is.
    brokers: Vec<(String, String)>,
}

async fn choose(
    visit: Visit,
    Extension(sign_in): Extension<Arc<SignIn>>,
    Query(asked): Query<Asked>,
) -> Response {
    let language = visit.words.language();
    let brokers = sign_in
        .offered(visit.realm.kind)
        .map(|broker| {
            let href = visit.href(&format!("/log-ind/{}?{}", broker.key, query("next", asked.next())));
            (broker.name.in_language(language).to_owned(), href)
        })
        .collect();
    let shell = visit.shell(visit.words.t("sign-in-title"));
    html(&ChoosePage { shell, signed_out: asked.out.is_some(), brokers })
}

async fn leave(
    visit: Visit,
    Extension(sign_in): Extension<Arc<SignIn>>,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let broker = sign_in.broker(visit.realm.kind, &key).ok_or_else(Problem::not_found)?;
    let metadata = provider::metadata(&sign_in, &visit.realm, broker)
        .await
        .map_err(|error| stop(broker, &Failure::from(error)).problem(&visit, asked.next()))?;
    let browser =
        browser_secret(&visit, &headers).map_or_else(|| visit.realm.chance.secret(), ToOwned::to_owned);
    let state = visit.realm.chance.secret();

    let mut work = visit.realm.work(visit.actor()).await?;
    let pending = Pending::new(&work, &broker.key, asked.next(), &browser);
    pending::keep(&mut work, &state, &pending).await?;
    work.commit().await?;

    let redirect = RedirectUrl::new(sign_in.redirect_uri(&visit.realm)).map_err(|error| {
        tracing::error!(%error, "the public address is not an address");
        Problem::broken()
    })?;
    let client = CoreClient::from_provider_metadata(
        metadata.as_ref().clone(),
        ClientId::new(sign_in.client_id(broker, &visit.realm)),
        None,
    )
    .set_redirect_uri(redirect);
    let verifier = PkceCodeVerifier::new(pending.verifier);
    let nonce = Nonce::new(pending.nonce);
    let mut request = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            move || CsrfToken::new(state),
            move || nonce,
        )
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
        .add_scopes(broker.scopes.iter().filter(|scope| *scope != "openid").cloned().map(Scope::new))
        .add_ui_locale(LanguageTag::new(visit.words.language().code().to_owned()));
    for level in broker.acr_values.iter().flat_map(|levels| levels.split_whitespace()) {
        request = request.add_auth_context_value(AuthenticationContextClass::new(level.to_owned()));
    }
    let (address, _, _) = request.url();
    let cookie = cookies::secret(
        &visit.site,
        &visit.realm.prefix,
        BROWSER_COOKIE,
        &browser,
        pending::PATIENCE.as_secs(),
    );
    Ok(([(SET_COOKIE, cookie)], Redirect::to(address.as_str())).into_response())
}

/// What a broker sends back (RFC 6749 § 4.1.2, RFC 9207).
#[derive(Deserialize)]
struct Answer {
    state: Option<String>,
    code: Option<String>,
    error: Option<String>,
    iss: Option<String>,
}

async fn come_back(
    visit: Visit,
    Extension(sign_in): Extension<Arc<SignIn>>,
    Query(answer): Query<Answer>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut work = visit.realm.work(visit.actor()).await?;
    let taken = pending::take(&mut work, answer.state.as_deref().unwrap_or_default()).await?;
    work.commit().await?;

    let Some(pending) = taken else { return Ok(sent_on(&visit, Stop::Used, HOME)) };
    let broker = sign_in.broker(visit.realm.kind, &pending.broker).ok_or_else(Problem::not_found)?;
    let told = if pending.is_late(visit.realm.now()) {
        Err(Stop::Late)
    } else if !pending.began_in(browser_secret(&visit, &headers)) {
        Err(Stop::OtherBrowser)
    } else {
        hear(&visit, &sign_in, broker, &pending, answer).await
    };
    match told {
        Ok(told) => welcome(&visit, &sign_in, broker, &told, &pending.next_path, &headers).await,
        Err(stop) => Ok(sent_on(&visit, stop, &pending.next_path)),
    }
}

/// Finds out whom the broker tells of.
async fn hear(
    visit: &Visit,
    sign_in: &SignIn,
    broker: &Broker,
    pending: &Pending,
    answer: Answer,
) -> Result<Told, Stop> {
    if answer.iss.is_some_and(|iss| iss != sign_in.issuer(broker, &visit.realm)) {
        return Err(stop(broker, &Failure::Refused("from another issuer")));
    }
    match (answer.code, answer.error.as_deref()) {
        (Some(code), _) => redeem(sign_in, &visit.realm, broker, pending, code)
            .await
            .map_err(|failure| stop(broker, &failure)),
        // Brokers have several words for somebody who stops.
        (None, Some("access_denied" | "user_cancelled" | "login_required" | "interaction_required")) => {
            Err(Stop::Cancelled)
        }
        (None, Some("server_error" | "temporarily_unavailable")) => {
            Err(stop(broker, &Failure::Unavailable("it says that it has failed".to_owned())))
        }
        (None, _) => Err(stop(broker, &Failure::Refused("neither a code nor an error we know"))),
    }
}

fn stop(broker: &Broker, failure: &Failure) -> Stop {
    tracing::warn!(broker = broker.key, %failure, "nobody was signed in");
    Stop::from(failure)
}

fn sent_on(visit: &Visit, stop: Stop, next_path: &str) -> Response {
    Redirect::to(&visit.href(&stop.path(next_path))).into_response()
}

async fn stopped(visit: Visit, Path(why): Path<String>, Query(asked): Query<Asked>) -> Problem {
    match Stop::from_code(&why) {
        Some(stop) => stop.problem(&visit, asked.next()),
        None => Problem::not_found(),
    }
}

async fn sign_out(
    visit: Visit,
    Extension(sign_in): Extension<Arc<SignIn>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if let Some(secret) = session::secret_in(&headers, &visit.site, &visit.realm.prefix) {
        let mut work = visit.realm.work(visit.actor()).await?;
        if let Some(session) = session::find(work.tx(), secret, work.now()).await? {
            let now = work.now();
            sign_in.porter.take_in(&mut work, session.person, None, now).await?;
        }
        session::end(&mut work, secret).await?;
        work.commit().await?;
    }
    Ok(signed_out(&visit))
}

/// Takes the cookie away and says that it is done.
pub(crate) fn signed_out(visit: &Visit) -> Response {
    let cookie = session::clear_cookie(&visit.site, &visit.realm.prefix);
    ([(SET_COOKIE, cookie)], Redirect::to(&visit.href("/log-ind?out=1"))).into_response()
}

fn browser_secret<'h>(visit: &Visit, headers: &'h HeaderMap) -> Option<&'h str> {
    let name = cookies::secret_name(&visit.site, &visit.realm.prefix, BROWSER_COOKIE);
    cookies::read(headers, &name).filter(|secret| secret.len() == 64)
}

pub(super) fn query(key: &str, value: &str) -> String {
    serde_urlencoded::to_string([(key, value)]).expect("two texts become a query")
}
