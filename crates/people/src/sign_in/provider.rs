//! What a broker says of itself: its addresses and its keys, fetched once and kept for a while.
//!
//! Ages are measured by the machine, not by the realm: they spare the network, and a realm's clock may stand still.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use openidconnect::IssuerUrl;
use openidconnect::core::{CoreJsonWebKeySet, CoreProviderMetadata};
use realm::Realm;

use super::{Broker, SignIn};

/// How long addresses and keys are believed.
const FRESH: Duration = Duration::from_secs(3600);
/// How long a broker that did not answer is left alone.
const PAUSE: Duration = Duration::from_secs(5);
/// How often an unknown key may make us fetch the keys again: whoever sends made-up tokens must not make us
/// flood the broker.
const KEYS_STEP: Duration = Duration::from_secs(60);

/// The broker does not answer, or not as a broker does.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{0}")]
pub(super) struct Unavailable(String);

/// The brokers that a realm has heard from, by issuer.
#[derive(Default)]
struct Providers(Mutex<HashMap<String, Arc<tokio::sync::Mutex<Slot>>>>);

#[derive(Default)]
struct Slot {
    known: Option<Known>,
    failed: Option<(Instant, Unavailable)>,
}

struct Known {
    metadata: Arc<CoreProviderMetadata>,
    since: Instant,
    keys_asked_again: Option<Instant>,
}

fn slot(realm: &Realm, issuer: &str) -> Arc<tokio::sync::Mutex<Slot>> {
    let providers = realm.keep.get::<Providers>();
    let mut slots = providers.0.lock().expect("nobody panics while holding the brokers");
    slots.entry(issuer.to_owned()).or_default().clone()
}

/// What the broker says of itself. Whoever comes while it is being asked waits for the same answer; one that has
/// grown old is used on where no newer one can be had.
pub(super) async fn metadata(
    sign_in: &SignIn,
    realm: &Realm,
    broker: &Broker,
) -> Result<Arc<CoreProviderMetadata>, Unavailable> {
    let issuer = sign_in.issuer(broker, realm);
    let slot = slot(realm, &issuer);
    let mut slot = slot.lock().await;
    if let Some(known) = slot.known.as_ref().filter(|known| known.since.elapsed() < FRESH) {
        return Ok(known.metadata.clone());
    }
    let answer = match &slot.failed {
        Some((at, why)) if at.elapsed() < PAUSE => Err(why.clone()),
        _ => discover(sign_in, &issuer).await,
    };
    match answer {
        Ok(metadata) => {
            let metadata = Arc::new(metadata);
            let known = Known { metadata: metadata.clone(), since: Instant::now(), keys_asked_again: None };
            *slot = Slot { known: Some(known), failed: None };
            Ok(metadata)
        }
        Err(why) => {
            if slot.failed.as_ref().is_none_or(|(at, _)| at.elapsed() >= PAUSE) {
                slot.failed = Some((Instant::now(), why.clone()));
            }
            slot.known.as_ref().map(|known| known.metadata.clone()).ok_or(why)
        }
    }
}

async fn discover(sign_in: &SignIn, issuer: &str) -> Result<CoreProviderMetadata, Unavailable> {
    let unavailable = |error: &dyn std::fmt::Display| Unavailable(error.to_string());
    let url = IssuerUrl::new(issuer.to_owned()).map_err(|error| unavailable(&error))?;
    CoreProviderMetadata::discover_async(url, &sign_in.transport).await.map_err(|error| unavailable(&error))
}

/// Fetches the broker's keys again, because a token names one that we do not know. `None` where that was done a
/// moment ago.
pub(super) async fn with_new_keys(
    sign_in: &SignIn,
    realm: &Realm,
    broker: &Broker,
) -> Result<Option<Arc<CoreProviderMetadata>>, Unavailable> {
    let slot = slot(realm, &sign_in.issuer(broker, realm));
    let mut slot = slot.lock().await;
    let Some(known) = slot.known.as_mut() else { return Ok(None) };
    if known.keys_asked_again.is_some_and(|at| at.elapsed() < KEYS_STEP) {
        return Ok(None);
    }
    known.keys_asked_again = Some(Instant::now());
    let keys = CoreJsonWebKeySet::fetch_async(known.metadata.jwks_uri(), &sign_in.transport)
        .await
        .map_err(|error| Unavailable(error.to_string()))?;
    known.metadata = Arc::new(known.metadata.as_ref().clone().set_jwks(keys));
    Ok(Some(known.metadata.clone()))
}
