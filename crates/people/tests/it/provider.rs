//! A small OpenID provider on a port of its own. It knows who signs in beforehand, and does whatever wrong it is
//! told to.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use ::people::Broker;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use http::StatusCode;
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PkceCodeChallenge, PkceCodeVerifier, PrivateSigningKey as _};
use serde_json::{Value, json};

use crate::world::{Browser, Page, monday, parameter};

/// What the provider does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    Nothing,
    Nonce,
    NoNonce,
    Audience,
    SecondAudience,
    Issuer,
    Unsigned,
    SignedWithOurSecret,
    SignedByAStranger,
    ChangedAfterwards,
    Expired,
    FromTomorrow,
    NobodyNamed,
    NoToken,
    NotJson,
    RefusesTheCode,
    Breaks,
}

#[derive(Clone)]
pub(crate) struct Provider {
    /// Where it listens.
    pub(crate) address: String,
    /// What it calls itself.
    issuer: String,
    inner: Arc<Mutex<Inner>>,
}

struct Inner {
    wrong: Wrong,
    /// The number of the key that signs now.
    key: u8,
    /// The numbers of the keys that are told of.
    told: Vec<u8>,
    keys_fetched: usize,
    discovered: usize,
    codes: HashMap<String, Code>,
}

struct Code {
    claims: Value,
    nonce: String,
    challenge: String,
    redirect_uri: String,
}

fn key(number: u8) -> CoreEdDsaPrivateSigningKey {
    // The frame of an Ed25519 key without its 32 bytes (RFC 8410 § 7).
    let mut der = vec![0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    der.extend([number; 32]);
    let text = BASE64_STANDARD.encode(der);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{text}\n-----END PRIVATE KEY-----\n");
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new(format!("key-{number}"))))
        .unwrap()
}

impl Provider {
    /// Listens on a free port.
    pub(crate) async fn start() -> Self {
        Self::start_as("", None).await
    }

    /// Listens on a free port under a path, and calls itself something else than its address.
    pub(crate) async fn start_as(path: &str, issuer: Option<&str>) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let issuer = issuer.map_or_else(|| format!("{address}{path}"), str::to_owned);
        let inner = Inner {
            wrong: Wrong::Nothing,
            key: 1,
            told: vec![1],
            keys_fetched: 0,
            discovered: 0,
            codes: HashMap::new(),
        };
        let provider = Self { address, issuer, inner: Arc::new(Mutex::new(inner)) };
        let router = Router::new()
            .route(&format!("{path}/.well-known/openid-configuration"), get(discovery))
            .route(&format!("{path}/keys"), get(keys))
            .route(&format!("{path}/token"), post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        provider
    }

    pub(crate) fn goes_wrong(&self, wrong: Wrong) {
        self.inner.lock().unwrap().wrong = wrong;
    }

    /// Signs with another key from now on, and says so or not.
    pub(crate) fn rotates_to(&self, key: u8, tells: bool) {
        let mut inner = self.inner.lock().unwrap();
        inner.key = key;
        if tells {
            inner.told = vec![key];
        }
    }

    pub(crate) fn keys_fetched(&self) -> usize {
        self.inner.lock().unwrap().keys_fetched
    }

    pub(crate) fn discovered(&self) -> usize {
        self.inner.lock().unwrap().discovered
    }

    /// A broker's settings for this provider.
    pub(crate) fn broker(&self, more: &Value) -> Broker {
        let mut settings = json!({
            "key": "mitid", "name": "MitID", "preset": "demo", "issuer": self.issuer, "client_id": "omtanke",
            "client_secret": "hemmelig", "scopes": ["profile"], "create_unknown": true,
        });
        settings.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value(settings).unwrap()
    }

    /// Lets somebody sign in at the provider after the browser was sent there, and gives the address back.
    pub(crate) fn authorizes(&self, sent_to: &str, claims: Value) -> String {
        let of = |name| parameter(sent_to, name).unwrap();
        assert_eq!((of("response_type"), of("code_challenge_method")), ("code".into(), "S256".into()));
        assert!(of("scope").split(' ').any(|scope| scope == "openid"));
        let mut inner = self.inner.lock().unwrap();
        let code = format!("code-{}", inner.codes.len());
        let redirect_uri = of("redirect_uri");
        let given = Code {
            claims,
            nonce: of("nonce"),
            challenge: of("code_challenge"),
            redirect_uri: redirect_uri.clone(),
        };
        inner.codes.insert(code.clone(), given);
        let query = serde_urlencoded::to_string([("code", code), ("state", of("state"))]).unwrap();
        format!("{redirect_uri}?{query}")
    }

    /// The whole way: to the provider and back.
    pub(crate) async fn signs_in(&self, browser: &mut Browser, start: &str, claims: Value) -> Page {
        let sent = browser.get(start).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let back = self.authorizes(&sent.location, claims);
        browser.get(&path_of(&back)).await
    }
}

/// An address without scheme and host.
pub(crate) fn path_of(address: &str) -> String {
    let rest = address.split_once("://").unwrap().1;
    rest[rest.find('/').unwrap()..].to_owned()
}

pub(crate) fn aase() -> Value {
    json!({"sub": "aase-1", "name": "Aase Holm", "birthdate": "1940-01-31", "loa": "Substantial"})
}

async fn discovery(State(provider): State<Provider>) -> Response {
    let mut inner = provider.inner.lock().unwrap();
    inner.discovered += 1;
    match inner.wrong {
        Wrong::Breaks => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        _ => Json(described(&provider.issuer)).into_response(),
    }
}

fn described(issuer: &str) -> Value {
    json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA", "HS256", "none"],
    })
}

async fn keys(State(provider): State<Provider>) -> Json<CoreJsonWebKeySet> {
    let mut inner = provider.inner.lock().unwrap();
    inner.keys_fetched += 1;
    let keys = inner.told.iter().map(|&number| key(number).as_verification_key()).collect();
    Json(CoreJsonWebKeySet::new(keys))
}

async fn token(State(provider): State<Provider>, Form(form): Form<HashMap<String, String>>) -> Response {
    let mut inner = provider.inner.lock().unwrap();
    let refused = (StatusCode::BAD_REQUEST, Json(json!({"error": "invalid_grant"}))).into_response();
    let Some(code) = inner.codes.remove(&form["code"]) else { return refused };
    let verifier = PkceCodeVerifier::new(form["code_verifier"].clone());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    if challenge.as_str() != code.challenge || form["redirect_uri"] != code.redirect_uri {
        return refused;
    }
    match inner.wrong {
        Wrong::RefusesTheCode => return refused,
        Wrong::Breaks => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Wrong::NotJson => return "<html>".into_response(),
        _ => {}
    }
    let mut answer = json!({"access_token": "unused", "token_type": "Bearer"});
    if inner.wrong != Wrong::NoToken {
        answer["id_token"] = Value::String(id_token(&inner, &provider.issuer, &code));
    }
    Json(answer).into_response()
}

fn id_token(inner: &Inner, issuer: &str, code: &Code) -> String {
    let now = monday().as_second();
    let mut claims = json!({
        "iss": issuer, "aud": "omtanke", "iat": now, "exp": now + 300, "nonce": code.nonce,
    });
    claims.as_object_mut().unwrap().extend(code.claims.as_object().unwrap().clone());
    match inner.wrong {
        Wrong::Nonce => claims["nonce"] = json!("another"),
        Wrong::NoNonce => claims["nonce"] = Value::Null,
        Wrong::Audience => claims["aud"] = json!("somebody-else"),
        Wrong::SecondAudience => claims["aud"] = json!(["omtanke", "somebody-else"]),
        Wrong::Issuer => claims["iss"] = json!("https://evil.example"),
        Wrong::Expired => claims["exp"] = json!(now - 61),
        Wrong::FromTomorrow => claims["iat"] = json!(now + 86_400),
        Wrong::NobodyNamed => claims["sub"] = json!(""),
        _ => {}
    }
    signed(inner, &claims)
}

fn signed(inner: &Inner, claims: &Value) -> String {
    let encode = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let kid = format!("key-{}", inner.key);
    let (algorithm, number) = match inner.wrong {
        Wrong::Unsigned => ("none", inner.key),
        Wrong::SignedWithOurSecret => ("HS256", inner.key),
        Wrong::SignedByAStranger => ("EdDSA", 99),
        _ => ("EdDSA", inner.key),
    };
    let message = format!("{}.{}", encode(&json!({"alg": algorithm, "kid": kid})), encode(claims));
    let signature = match algorithm {
        "none" => Vec::new(),
        "HS256" => openidconnect::core::CoreHmacKey::new("hemmelig")
            .sign(&CoreJwsSigningAlgorithm::HmacSha256, message.as_bytes())
            .unwrap(),
        _ => key(number).sign(&CoreJwsSigningAlgorithm::EdDsa, message.as_bytes()).unwrap(),
    };
    let signature = BASE64_URL_SAFE_NO_PAD.encode(signature);
    if inner.wrong == Wrong::ChangedAfterwards {
        let mut other = claims.clone();
        other["sub"] = json!("somebody-else");
        let header = message.split('.').next().unwrap();
        return format!("{header}.{}.{signature}", encode(&other));
    }
    format!("{message}.{signature}")
}
