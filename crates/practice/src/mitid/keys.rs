//! The keys that id tokens are signed with: Ed25519 (RFC 8037), made in an instant on first use.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJsonWebKeySet};
use openidconnect::{JsonWebKeyId, PrivateSigningKey as _};
use realm::{Change, Work};
use store::{DbError, Tx};

use super::rules::KEY_AFTERLIFE;
use super::sql::{self, Key};

/// What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410 § 7).
const PKCS8_PREFIX: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// Retires the key in use and makes a new one. The old one is published for an hour more, so that a token on its
/// way is still believed. Gives the new key's id.
///
/// # Errors
/// When the database does not answer.
pub async fn rotate_key(work: &mut Work<'_>) -> Result<String, DbError> {
    sql::retire_keys(work.tx(), work.now()).await?;
    sql::delete_keys_retired_before(work.tx(), work.now() - KEY_AFTERLIFE).await?;
    let key = make(work).await?;
    work.record(Change::new("mitid_key.rotate", "mitid_key", &key.kid));
    Ok(key.kid)
}

/// The key that signs now, made when there is none.
pub(crate) async fn current(work: &mut Work<'_>) -> Result<CoreEdDsaPrivateSigningKey, DbError> {
    let key = match sql::signing_key(work.tx()).await? {
        Some(key) => key,
        None => make(work).await?,
    };
    Ok(signing(&key))
}

/// Every key that a signature may still be met of, as the public sees it; `None` before there is one.
pub(crate) async fn published(tx: &Tx, now: jiff::Timestamp) -> Result<Option<CoreJsonWebKeySet>, DbError> {
    let keys = sql::published_keys(tx, now - KEY_AFTERLIFE).await?;
    let public: Vec<_> = keys.iter().map(|key| signing(key).as_verification_key()).collect();
    Ok((!public.is_empty()).then(|| CoreJsonWebKeySet::new(public)))
}

async fn make(work: &mut Work<'_>) -> Result<Key, DbError> {
    let mut der = [0; 48];
    der[..16].copy_from_slice(&PKCS8_PREFIX);
    work.realm.chance.fill(&mut der[16..]);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der));
    let key = Key { kid: work.new_uuid().to_string(), private_key: pem };
    sql::insert_key(work.tx(), &key, work.now()).await?;
    Ok(key)
}

fn signing(key: &Key) -> CoreEdDsaPrivateSigningKey {
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&key.private_key, Some(JsonWebKeyId::new(key.kid.clone())))
        .expect("only keys are written as keys")
}
