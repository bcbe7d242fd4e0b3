//! The protocol: what the program gets, and what it is refused.

use std::time::SystemTime;

use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreGenderClaim, CoreIdToken, CoreIdTokenVerifier, CoreJsonWebKeySet,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    AdditionalClaims, AuthorizationCode, ClientId, CsrfToken, IdToken, IssuerUrl, Nonce, PkceCodeChallenge,
    RedirectUrl, Scope, TokenResponse as _,
};
use practice::mitid;
use realm::RealmKind;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::world::{AASE, PUBLIC, VERIFIER, World, authorize, code_in, program};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Danish {
    #[serde(rename = "mitid.uuid")]
    uuid: String,
    loa: String,
}

impl AdditionalClaims for Danish {}

type DanishToken =
    IdToken<Danish, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

fn verifier(keys: CoreJsonWebKeySet, now: Timestamp) -> CoreIdTokenVerifier<'static> {
    let issuer = IssuerUrl::new(format!("{PUBLIC}/mitid")).unwrap();
    CoreIdTokenVerifier::new_public_client(ClientId::new("omtanke".to_owned()), issuer, keys)
        .set_allowed_algs([CoreJwsSigningAlgorithm::EdDsa])
        .set_time_fn(move || SystemTime::from(now).into())
}

fn id_token_in(body: &str) -> String {
    let said: Value = serde_json::from_str(body).unwrap();
    said["id_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_ordinary_openid_client_signs_aase_in() {
    let world = World::new(RealmKind::Demo).await;
    let metadata = world.discover("").await;
    let keys = metadata.jwks().clone();
    let client = CoreClient::from_provider_metadata(metadata, ClientId::new("omtanke".to_owned()), None)
        .set_redirect_uri(RedirectUrl::new(format!("{PUBLIC}/log-ind/retur")).unwrap());
    let (challenge, pkce) = PkceCodeChallenge::new_random_sha256();
    let (address, _, nonce) = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            || CsrfToken::new("s1".to_owned()),
            || Nonce::new("n2".to_owned()),
        )
        .add_scope(Scope::new("openid".to_owned()))
        .set_pkce_challenge(challenge)
        .url();
    let login = world.get(address.as_str().strip_prefix(PUBLIC).unwrap()).await.location;
    world.post(&login, &[("user_name", " Aase ")]).await;
    world.press(&login, "open").await;
    let back = world.press(&login, "approve").await.location;

    let http = |request| world.call(request);
    let answer = client
        .exchange_code(AuthorizationCode::new(code_in(&back)))
        .unwrap()
        .set_pkce_verifier(pkce)
        .request_async(&http)
        .await
        .unwrap();
    let id_token: &CoreIdToken = answer.id_token().unwrap();
    let claims = id_token.claims(&verifier(keys.clone(), world.root.now()), &nonce).unwrap();
    assert_eq!(claims.subject().as_str(), AASE);
    assert_eq!(claims.name().unwrap().get(None).unwrap().as_str(), "Aase Holm");
    assert_eq!(claims.birthdate().unwrap().as_str(), "1940-01-01");
    assert_eq!(claims.auth_time().unwrap().timestamp(), world.root.now().as_second());
    assert_eq!(
        claims.auth_context_ref().unwrap().as_str(),
        "https://data.gov.dk/concept/core/nsis/loa/Substantial"
    );

    let danish: DanishToken = id_token.to_string().parse().unwrap();
    let claims = danish.claims(&verifier(keys.clone(), world.root.now()), &nonce).unwrap();
    assert_eq!(
        (claims.additional_claims().uuid.as_str(), claims.additional_claims().loa.as_str()),
        (AASE, "Substantial")
    );

    let later = world.root.now() + SignedDuration::from_mins(5);
    assert!(id_token.claims(&verifier(keys, later), &nonce).is_err());
}

async fn claims_of(world: &World, user_name: &str) -> Value {
    use base64::Engine as _;
    let token = id_token_in(&world.redeem(&world.code_for(user_name).await, &[]).await.body);
    let claims = base64::prelude::BASE64_URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap();
    serde_json::from_slice(&claims).unwrap()
}

#[tokio::test]
async fn the_token_tells_the_cpr_number_of_whoever_was_given_one() {
    let world = World::new(RealmKind::Demo).await;
    let number: basics::Cpr = "610140-0016".parse().unwrap();
    let mut work = world.root.work(program()).await.unwrap();
    mitid::give_cpr(&mut work, " Aase ", &number).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(claims_of(&world, "aase").await["cpr"], "6101400016");
    let bo = claims_of(&world, "bo").await;
    assert!(!bo.as_object().unwrap().contains_key("cpr"), "{bo}");

    world.root.vault.replace_with(&vault::Keyring::single([9; 32]));
    let aase = claims_of(&world, "aase").await;
    assert!(!aase.as_object().unwrap().contains_key("cpr"), "without its key it is not told: {aase}");
}

#[tokio::test]
async fn a_pretend_person_gets_one_replacement_number_and_it_is_kept_sealed() {
    let world = World::new(RealmKind::Demo).await;
    let cpr = |text: &str| text.parse::<basics::Cpr>().unwrap();
    let mut work = world.root.work(program()).await.unwrap();
    let ordinary = mitid::give_cpr(&mut work, "aase", &cpr("010140-0016")).await;
    assert!(matches!(ordinary, Err(mitid::GiveCprError::NotAReplacement)));
    let nobody = mitid::give_cpr(&mut work, "nobody", &cpr("610140-0016")).await;
    assert!(matches!(nobody, Err(mitid::GiveCprError::NoUser(_))));
    mitid::give_cpr(&mut work, "aase", &cpr("610140-0016")).await.unwrap();
    let again = mitid::give_cpr(&mut work, "aase", &cpr("610140-0018")).await;
    assert!(matches!(again, Err(mitid::GiveCprError::HasOne(_))));
    work.commit().await.unwrap();
    let log = realm::newest(&world.root.read().await.unwrap(), 10).await.unwrap();
    assert!(log.iter().any(|record| record.action == "mitid_user.give_cpr"));

    claims_of(&world, "aase").await;
    let on_disk = world.bytes_on_disk();
    let holds = |text: &str| on_disk.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(holds("Aase Holm"), "the database is read as it lies on the disk");
    assert!(!holds("6101400016") && !holds("610140-0016"));

    let live = World::new(RealmKind::Live).await;
    let mut work = live.root.work(program()).await.unwrap();
    let refused = mitid::give_cpr(&mut work, "aase", &cpr("610140-0016")).await;
    assert!(matches!(refused, Err(mitid::GiveCprError::LiveRealm)));
}

#[tokio::test]
async fn a_code_is_good_once_and_its_reuse_spoils_nothing() {
    let world = World::new(RealmKind::Demo).await;
    let (aase, bo) = (world.code_for("aase").await, world.code_for("bo").await);
    let first = world.redeem(&aase, &[]).await;
    assert_eq!((first.status, first.cache_control.as_str()), (StatusCode::OK, "no-store"));

    let again = world.redeem(&aase, &[]).await;
    assert_eq!(again.status, StatusCode::BAD_REQUEST);
    assert_eq!(again.body, r#"{"error":"invalid_grant"}"#);
    assert_eq!(again.cache_control, "no-store");
    assert_eq!(world.redeem(&bo, &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_code_without_its_verifier_is_refused_and_stays_good_for_its_owner() {
    let world = World::new(RealmKind::Demo).await;
    let code = world.code_for("aase").await;
    let other = "a".repeat(64);
    for verifier in [other.as_str(), "short", VERIFIER.trim_end_matches('k')] {
        let reply = world.redeem(&code, &[("code_verifier", verifier)]).await;
        assert_eq!(reply.body, r#"{"error":"invalid_grant"}"#, "{verifier}");
    }
    assert_eq!(world.redeem(&code, &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_code_is_good_for_less_than_a_minute() {
    let world = World::new(RealmKind::Demo).await;
    let (one, other) = (world.code_for("aase").await, world.code_for("bo").await);
    world.wait(SignedDuration::from_secs(59));
    assert_eq!(world.redeem(&one, &[]).await.status, StatusCode::OK);
    world.wait(SignedDuration::from_secs(1));
    assert_eq!(world.redeem(&other, &[]).await.body, r#"{"error":"invalid_grant"}"#);
}

#[tokio::test]
async fn the_program_is_told_in_json_what_is_wrong_with_its_request() {
    let world = World::new(RealmKind::Demo).await;
    let code = world.code_for("aase").await;
    for (otherwise, error) in [
        (("grant_type", "password"), "unsupported_grant_type"),
        (("grant_type", ""), "invalid_request"),
        (("code_verifier", ""), "invalid_request"),
        (("client_id", "another"), "invalid_client"),
        (("code", "guessed"), "invalid_grant"),
        (("redirect_uri", "https://elsewhere.example/"), "invalid_grant"),
    ] {
        let reply = world.redeem(&code, &[otherwise]).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{otherwise:?}");
        assert_eq!(reply.body, format!(r#"{{"error":"{error}"}}"#), "{otherwise:?}");
    }
    let json = http::Request::post("/mitid/token").body(axum::body::Body::from("{}")).unwrap();
    assert_eq!(world.send(json).await.body, r#"{"error":"invalid_request"}"#);
}

#[tokio::test]
async fn an_address_that_is_not_on_the_list_is_never_redirected_to() {
    let world = World::new(RealmKind::Demo).await;
    for otherwise in [
        [("redirect_uri", "https://elsewhere.example/log-ind/retur")],
        [("redirect_uri", "https://hjaelp.example.dk/log-ind/retur/")],
        [("redirect_uri", "https://hjaelp.example.dk/oev/hold7/log-ind/retur")],
        [("redirect_uri", "")],
        [("client_id", "another")],
        [("client_id", "")],
    ] {
        let reply = world.get(&authorize("", &otherwise)).await;
        assert_eq!((reply.status, reply.location.as_str()), (StatusCode::BAD_REQUEST, ""), "{otherwise:?}");
        assert!(reply.body.contains("Øvelse: intet her er rigtigt"));
    }
}

#[tokio::test]
async fn a_request_without_proof_key_is_sent_back() {
    let world = World::new(RealmKind::Demo).await;
    for (otherwise, error) in [
        ([("code_challenge", "")], "invalid_request"),
        ([("code_challenge_method", "plain")], "invalid_request"),
        ([("response_type", "token")], "unsupported_response_type"),
        ([("scope", "profile")], "invalid_scope"),
        ([("prompt", "none")], "login_required"),
    ] {
        let reply = world.get(&authorize("", &otherwise)).await;
        assert_eq!(reply.location, format!("{PUBLIC}/log-ind/retur?error={error}&state=s1"));
    }
}

#[tokio::test]
async fn a_retired_key_is_published_for_an_hour() {
    let world = World::new(RealmKind::Demo).await;
    let token = id_token_in(&world.redeem(&world.code_for("aase").await, &[]).await.body);
    let token: CoreIdToken = token.parse().unwrap();
    let nonce = Nonce::new("n1".to_owned());
    let signed_at = world.root.now();
    let believed = |keys: CoreJsonWebKeySet| token.claims(&verifier(keys, signed_at), &nonce).is_ok();

    let mut work = world.root.work(program()).await.unwrap();
    mitid::rotate_key(&mut work).await.unwrap();
    work.commit().await.unwrap();
    let keys = world.discover("").await.jwks().clone();
    assert_eq!(keys.keys().len(), 2);
    assert!(believed(keys));

    let new = id_token_in(&world.redeem(&world.code_for("aase").await, &[]).await.body);
    world.wait(SignedDuration::from_mins(60));
    let keys = world.discover("").await.jwks().clone();
    assert_eq!(keys.keys().len(), 1);
    assert!(new.parse::<CoreIdToken>().unwrap().claims(&verifier(keys.clone(), signed_at), &nonce).is_ok());
    assert!(!believed(keys));
}
