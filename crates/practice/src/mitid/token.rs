//! What the program is told about whoever signed in.

use std::fmt;
use std::time::SystemTime;

use basics::Cpr;
use jiff::Timestamp;
use openidconnect::core::{
    CoreEdDsaPrivateSigningKey, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    AccessToken, AdditionalClaims, Audience, AuthenticationContextClass, EndUserBirthday, EndUserName,
    IdToken, IdTokenClaims, IssuerUrl, LocalizedClaim, Nonce, StandardClaims, SubjectIdentifier,
};
use serde::{Deserialize, Serialize};

use super::rules::TOKEN_LIFE;
use super::users::PracticeUser;

/// The level that the simulated MitID pretends to: `Substantial` of the Danish NSIS, as OIOSAML 3 writes it.
const LEVEL: &str = "Substantial";
/// The same level as an authentication context, in the form of a URL.
const CONTEXT: &str = "https://data.gov.dk/concept/core/nsis/loa/Substantial";

/// Claims by the names that a Danish MitID broker gives them.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct MitIdClaims {
    #[serde(rename = "mitid.uuid")]
    uuid: String,
    loa: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    cpr: Option<Number>,
}

/// The digits of a CPR number on their way into the token, and nowhere else.
#[derive(Clone, Serialize, Deserialize)]
struct Number(String);

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Number(…)")
    }
}

impl AdditionalClaims for MitIdClaims {}

type MitIdToken =
    IdToken<MitIdClaims, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

/// A sign-in that was approved and whose code was redeemed.
pub(crate) struct Grant {
    pub(crate) user: PracticeUser,
    pub(crate) cpr: Option<Cpr>,
    pub(crate) nonce: Option<String>,
    pub(crate) approved_at: Timestamp,
}

/// Whose word a token is, and to whom it is given: both belong to one realm.
pub(crate) struct Of {
    pub(crate) issuer: String,
    pub(crate) audience: String,
}

/// The signed id token (OpenID Connect Core 1.0 § 2) of a sign-in.
pub(crate) fn id_token(
    of: Of,
    grant: &Grant,
    access_token: &str,
    key: &CoreEdDsaPrivateSigningKey,
    now: Timestamp,
) -> String {
    let user = &grant.user;
    let said = StandardClaims::new(SubjectIdentifier::new(user.subject.clone()))
        .set_name(Some(LocalizedClaim::from(EndUserName::new(user.name.clone()))))
        .set_birthdate(Some(EndUserBirthday::new(user.birth_date.to_string())));
    let cpr = grant.cpr.as_ref().map(|cpr| Number(cpr.expose().to_owned()));
    let own = MitIdClaims { uuid: user.subject.clone(), loa: LEVEL.to_owned(), cpr };
    let claims = IdTokenClaims::new(
        IssuerUrl::new(of.issuer).expect("the public address of a site is an address"),
        vec![Audience::new(of.audience)],
        SystemTime::from(now + TOKEN_LIFE).into(),
        SystemTime::from(now).into(),
        said,
        own,
    )
    .set_nonce(grant.nonce.clone().map(Nonce::new))
    .set_auth_time(Some(SystemTime::from(grant.approved_at).into()))
    .set_auth_context_ref(Some(AuthenticationContextClass::new(CONTEXT.to_owned())));
    let access_token = AccessToken::new(access_token.to_owned());
    MitIdToken::new(claims, key, CoreJwsSigningAlgorithm::EdDsa, Some(&access_token), None)
        .expect("an Ed25519 key signs with EdDSA")
        .to_string()
}
