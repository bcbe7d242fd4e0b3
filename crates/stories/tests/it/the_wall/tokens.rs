//! What the simulated MitID of a sandbox gives is worth nothing outside it: not in the live realm, not in another sandbox.

use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use people::Broker;
use serde_json::{Value, json};
use stories::{Browser, Engine, House};

use super::{bounds, on_both_live, open};

on_both_live!(
    a_sandbox_signs_in_by_its_own_mitid_and_the_live_realm_by_none_that_is_simulated,
    each_sandbox_is_its_own_issuer_with_its_own_keys_and_audience,
);

/// The pair of RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

async fn a_sandbox_signs_in_by_its_own_mitid_and_the_live_realm_by_none_that_is_simulated(house: House) {
    let sandbox = open(&house).await;
    let mut browser = Browser::open(&house, &sandbox.at("/log-ind/demo")).await;
    assert!(browser.here.starts_with(&sandbox.at("/mitid/login/")), "{}", browser.here);
    let login = browser.here.clone();
    browser.post(&login, &[("user_name", "aase")]).await;
    browser.post(&browser.form("/app"), &[("answer", "open")]).await;
    browser.post(&browser.form("/app"), &[("answer", "approve")]).await;
    assert_eq!((browser.here.as_str(), browser.page.status), (sandbox.at("/min-side").as_str(), 200));

    assert_eq!(house.get("/log-ind/demo").await.status, 404);
    assert!(!house.get("/log-ind").await.body.contains("/log-ind/demo"));
    for path in ["/mitid/.well-known/openid-configuration", "/mitid/jwks", "/mitid/authorize"] {
        assert_eq!(house.get(path).await.status, 404, "{path}");
    }
}

/// Takes a sign-in in a sandbox to its id token, with a nonce of one's choice.
async fn token(house: &House, prefix: &str, nonce: &str) -> String {
    let redirect_uri = format!("{}{prefix}/log-ind/retur", house.public_url);
    let client_id = format!("omtanke{prefix}");
    let request = serde_urlencoded::to_string([
        ("response_type", "code"),
        ("client_id", &client_id),
        ("redirect_uri", &redirect_uri),
        ("scope", "openid"),
        ("state", "s"),
        ("nonce", nonce),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ])
    .unwrap();
    let begun = house.get(&format!("{prefix}/mitid/authorize?{request}")).await;
    let login = begun.header("location").to_owned();
    house.post_as("", &login, &[("user_name", "aase")]).await;
    house.post_as("", &format!("{login}/app"), &[("answer", "open")]).await;
    let approved = house.post_as("", &format!("{login}/app"), &[("answer", "approve")]).await;
    let code =
        approved.header("location").split("code=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", client_id.as_str()),
        ("code", &code),
        ("redirect_uri", &redirect_uri),
        ("code_verifier", VERIFIER),
    ];
    let redeemed = house.post_as("", &format!("{prefix}/mitid/token"), &form).await;
    redeemed.json()["id_token"].as_str().unwrap().to_owned()
}

fn claims(token: &str) -> Value {
    let payload = BASE64_URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap();
    serde_json::from_slice(&payload).unwrap()
}

async fn each_sandbox_is_its_own_issuer_with_its_own_keys_and_audience(house: House) {
    let (one, other) = (open(&house).await, open(&house).await);
    for sandbox in [&one, &other] {
        let claims = claims(&token(&house, &sandbox.prefix, "n").await);
        assert_eq!(claims["iss"], format!("{}{}/mitid", house.public_url, sandbox.prefix));
        assert_eq!(claims["aud"], json!([format!("omtanke{}", sandbox.prefix)]));
    }
    let keys =
        [house.get(&one.at("/mitid/jwks")).await.json(), house.get(&other.at("/mitid/jwks")).await.json()];
    assert_ne!(keys[0]["keys"][0]["x"], keys[1]["keys"][0]["x"]);
    // A code of one is none in the other.
    let crossed = [
        ("grant_type", "authorization_code"),
        ("client_id", "omtanke"),
        ("code", "x"),
        ("code_verifier", VERIFIER),
    ];
    assert_eq!(house.post_as("", &other.at("/mitid/token"), &crossed).await.status, 400);
}

/// A broker that has gone over to the other side: it gives the live realm whatever it is told to, with whatever keys.
#[derive(Clone, Default)]
struct Turncoat(Arc<Mutex<Gives>>);

#[derive(Default)]
struct Gives {
    address: String,
    keys: Value,
    id_token: String,
}

impl Turncoat {
    async fn start() -> Self {
        let turncoat = Self::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        turncoat.0.lock().unwrap().address = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route(
                "/jwks",
                get(|State(of): State<Turncoat>| async move { Json(of.0.lock().unwrap().keys.clone()) }),
            )
            .route("/token", post(give))
            .with_state(turncoat.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        turncoat
    }

    fn broker(&self) -> Broker {
        let issuer = self.0.lock().unwrap().address.clone();
        let settings = json!({
            "key": "mitid", "name": "MitID", "preset": "demo", "issuer": issuer, "client_id": "omtanke",
            "create_unknown": true,
        });
        serde_json::from_value(settings).unwrap()
    }
}

async fn discovery(State(of): State<Turncoat>) -> Json<Value> {
    let issuer = of.0.lock().unwrap().address.clone();
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
    }))
}

async fn give(State(of): State<Turncoat>) -> Json<Value> {
    let id_token = of.0.lock().unwrap().id_token.clone();
    Json(json!({ "access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": id_token }))
}

fn parameter(address: &str, name: &str) -> String {
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_str(address.split_once('?').unwrap().1).unwrap();
    pairs.into_iter().find(|(key, _)| key == name).unwrap().1
}

async fn refuses_even_from_a_turncoat(engine: Engine) {
    let turncoat = Turncoat::start().await;
    let house = House::open_live(engine, vec![turncoat.broker()], bounds()).await;
    let sandbox = open(&house).await;
    // The live realm's clock stands still, and must not refuse the token for its age alone.
    house.realm.clock.advance(sandbox.realm.now().duration_since(house.realm.now()));
    let keys = house.get(&sandbox.at("/mitid/jwks")).await.json();
    turncoat.0.lock().unwrap().keys = keys;

    let sent = house.get("/log-ind/mitid").await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let (state, nonce) =
        (parameter(sent.header("location"), "state"), parameter(sent.header("location"), "nonce"));
    let cookie = sent.header("set-cookie").split(';').next().unwrap().to_owned();
    turncoat.0.lock().unwrap().id_token = token(&house, &sandbox.prefix, &nonce).await;

    let back = house.get_as(&cookie, &format!("/log-ind/retur?state={state}&code=x")).await;
    assert!(
        back.header("location").starts_with("/log-ind/stop/refused"),
        "{} {}",
        back.header("location"),
        back.body
    );
    assert!(!back.header("set-cookie").starts_with("omtanke="), "{}", back.header("set-cookie"));
}

#[tokio::test]
async fn the_live_realm_refuses_a_sandboxs_token_even_from_a_broker_with_its_keys_on_sqlite() {
    refuses_even_from_a_turncoat(Engine::Sqlite).await;
}

#[tokio::test]
async fn the_live_realm_refuses_a_sandboxs_token_even_from_a_broker_with_its_keys_on_postgres() {
    refuses_even_from_a_turncoat(Engine::Postgres).await;
}
