//! Turns the code that came back into a person the broker vouches for, or a reason why not.
//!
//! Checked are signature, issuer, audience, expiry and nonce (OpenID Connect Core 1.0 § 3.1.3.7). Reasons are for
//! the log and never hold a code, a token or a claim.

use std::sync::Arc;
use std::time::SystemTime;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use openidconnect::core::{CoreClient, CoreIdToken, CoreJwsSigningAlgorithm, CoreProviderMetadata};
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, IdTokenVerifier, Nonce,
    OAuth2TokenResponse as _, PkceCodeVerifier, RedirectUrl, RequestTokenError, SignatureVerificationError,
    TokenResponse as _,
};
use realm::Realm;
use serde_json::{Map, Value};

use super::claims::{self, Told, Unusable};
use super::pending::Pending;
use super::{Broker, SignIn, provider};

/// How far the broker's clock may be from ours.
const SKEW: SignedDuration = SignedDuration::from_secs(60);

/// What we let a broker sign with. `none` proves nothing, and HS256 would make our own secret a key.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 3] = [
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("the broker does not answer: {0}")]
    Unavailable(String),
    #[error("the broker's answer was not accepted: {0}")]
    Refused(&'static str),
    #[error("the assurance is lower than the settings ask for")]
    TooWeak,
    #[error("what the broker gives as a cpr number is none")]
    NotACpr,
}

impl From<Unusable> for Failure {
    fn from(unusable: Unusable) -> Self {
        match unusable {
            Unusable::NobodyNamed => Failure::Refused("nobody is named"),
            Unusable::NamedByCpr => Failure::Refused("the subject is a cpr number"),
            Unusable::NotACpr => Failure::NotACpr,
        }
    }
}

impl From<provider::Unavailable> for Failure {
    fn from(error: provider::Unavailable) -> Self {
        Failure::Unavailable(error.to_string())
    }
}

/// Exchanges the code and checks what the broker says.
pub(super) async fn redeem(
    sign_in: &SignIn,
    realm: &Realm,
    broker: &Broker,
    pending: &Pending,
    code: String,
) -> Result<Told, Failure> {
    let metadata = provider::metadata(sign_in, realm, broker).await?;
    let token = exchange(sign_in, realm, broker, &metadata, pending, code).await?;
    let nonce = Nonce::new(pending.nonce.clone());
    let client_id = sign_in.client_id(broker, realm);
    match check(realm, &client_id, &metadata, &token, &nonce) {
        Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
            let metadata = provider::with_new_keys(sign_in, realm, broker)
                .await?
                .ok_or(Failure::Refused("an unknown key, and the keys were fetched a moment ago"))?;
            check(realm, &client_id, &metadata, &token, &nonce).map_err(refused)?;
        }
        checked => checked.map_err(refused)?,
    }
    let claims = payload(&token).ok_or(Failure::Refused("a payload that is not an object"))?;
    let told = claims::read(broker, &claims)?;
    match broker.least_assurance {
        Some(least) if told.assurance.is_none_or(|assurance| assurance < least) => Err(Failure::TooWeak),
        _ => Ok(told),
    }
}

async fn exchange(
    sign_in: &SignIn,
    realm: &Realm,
    broker: &Broker,
    metadata: &Arc<CoreProviderMetadata>,
    pending: &Pending,
    code: String,
) -> Result<CoreIdToken, Failure> {
    let secret = broker.client_secret.as_ref().map(|secret| ClientSecret::new(secret.reveal().to_owned()));
    let redirect = RedirectUrl::new(sign_in.redirect_uri(realm))
        .map_err(|_| Failure::Refused("our own address is not one"))?;
    let client = CoreClient::from_provider_metadata(
        metadata.as_ref().clone(),
        ClientId::new(sign_in.client_id(broker, realm)),
        secret,
    )
    .set_redirect_uri(redirect);
    let answer = client
        .exchange_code(AuthorizationCode::new(code))
        .map_err(|_| Failure::Refused("no token endpoint"))?
        .set_pkce_verifier(PkceCodeVerifier::new(pending.verifier.clone()))
        .request_async(&sign_in.transport)
        .await;
    match answer {
        Ok(answer) => {
            // Nothing is asked of the broker beyond who it is: the access token is let go of at once.
            let _ = answer.access_token();
            answer.id_token().cloned().ok_or(Failure::Refused("no id token"))
        }
        Err(RequestTokenError::Request(error)) => Err(Failure::Unavailable(error.to_string())),
        Err(RequestTokenError::ServerResponse(_)) => Err(Failure::Refused("the code was refused")),
        Err(RequestTokenError::Parse(..)) => Err(Failure::Refused("an answer that cannot be read")),
        Err(RequestTokenError::Other(_)) => Err(Failure::Refused("an answer that cannot be used")),
    }
}

fn check(
    realm: &Realm,
    client_id: &str,
    metadata: &CoreProviderMetadata,
    token: &CoreIdToken,
    nonce: &Nonce,
) -> Result<(), ClaimsVerificationError> {
    let now = realm.now();
    let verifier = IdTokenVerifier::new_public_client(
        ClientId::new(client_id.to_owned()),
        metadata.issuer().clone(),
        metadata.jwks().clone(),
    )
    .set_allowed_algs(ALGORITHMS)
    .set_time_fn(move || SystemTime::from(now - SKEW).into())
    .set_issue_time_verifier_fn(move |issued| {
        if SystemTime::from(issued) <= SystemTime::from(now + SKEW) {
            Ok(())
        } else {
            Err("issued in the future".to_owned())
        }
    });
    token.claims(&verifier, nonce).map(|_| ())
}

#[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
fn refused(error: ClaimsVerificationError) -> Failure {
    Failure::Refused(match error {
        ClaimsVerificationError::Expired(_) => "expired",
        ClaimsVerificationError::InvalidAudience(_) => "meant for somebody else",
        ClaimsVerificationError::InvalidIssuer(_) => "from another issuer",
        ClaimsVerificationError::InvalidNonce(_) => "another nonce",
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
            "an unknown key"
        }
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoSignature) => {
            "no signature"
        }
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::DisallowedAlg(_)) => {
            "a signature of a kind that is not accepted"
        }
        ClaimsVerificationError::SignatureVerification(_) => "a wrong signature",
        _ => "claims that do not fit",
    })
}

/// All claims of a token whose signature has been checked, whatever a broker calls them.
fn payload(token: &CoreIdToken) -> Option<Map<String, Value>> {
    let text = token.to_string();
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text.split('.').nth(1)?).ok()?;
    serde_json::from_slice(&bytes).ok()
}
