//! The brokers of an installation, checked once at start.

use std::sync::Arc;

use realm::{Realm, RealmKind};

use super::Broker;
use super::baggage::{Baggage, Porter};
use super::transport::Transport;

/// Everything that signing in needs besides the realm. The program attaches one to every request, as
/// `Extension(Arc<SignIn>)`.
#[derive(Debug)]
pub struct SignIn {
    brokers: Vec<Broker>,
    public_url: String,
    pub(super) transport: Transport,
    pub(super) porter: Porter,
}

/// The settings of a broker cannot work.
#[derive(Debug, thiserror::Error)]
pub enum SignInSettingsError {
    /// The key is part of an address.
    #[error("the broker key {0:?} must be small letters, digits and hyphens, and not \"retur\"")]
    Key(String),
    /// Two brokers share a key.
    #[error("two brokers have the key {0:?}")]
    SameKey(String),
    /// The issuer must be an address, encrypted unless it is on this machine.
    #[error("the issuer of broker {0:?} must be an https address")]
    Issuer(String),
    /// The number would be kept as a name, in the open.
    #[error("broker {0:?} must not take the subject or the name from the claim that holds the CPR number")]
    CprAsName(String),
    /// No secure connection can be set up.
    #[error("no client for calls to brokers: {0}")]
    Client(String),
}

impl SignIn {
    /// Checks the brokers. `public_url` is where people reach the installation, without a slash at the end.
    ///
    /// # Errors
    /// When a broker's settings cannot work.
    pub fn new(brokers: Vec<Broker>, public_url: impl Into<String>) -> Result<Self, SignInSettingsError> {
        let mut keys: Vec<&str> = Vec::new();
        for broker in &brokers {
            let key = broker.key.as_str();
            let plain = key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            if key.is_empty() || !plain || key == "retur" {
                return Err(SignInSettingsError::Key(key.to_owned()));
            }
            if keys.contains(&key) {
                return Err(SignInSettingsError::SameKey(key.to_owned()));
            }
            if !broker.is_simulated() && !is_trustworthy(&broker.issuer) {
                return Err(SignInSettingsError::Issuer(key.to_owned()));
            }
            let claims = broker.claim_names();
            if claims.cpr.is_some() && [&claims.subject, &claims.name].contains(&&claims.cpr) {
                return Err(SignInSettingsError::CprAsName(key.to_owned()));
            }
            keys.push(key);
        }
        let transport = Transport::new().map_err(|error| SignInSettingsError::Client(error.to_string()))?;
        Ok(Self { brokers, public_url: public_url.into(), transport, porter: Porter::default() })
    }

    /// Lets `baggage` take in what logins bring along besides who somebody is.
    #[must_use]
    pub fn with_baggage(mut self, baggage: impl Baggage + 'static) -> Self {
        self.porter = Porter::new(Arc::new(baggage));
        self
    }

    /// Sends calls to our own public address (those to the simulated broker) to `base` instead: the program may
    /// not be able to reach itself from outside.
    #[must_use]
    pub fn with_backchannel(mut self, base: &str) -> Self {
        self.transport.send_instead(&self.public_url, base);
        self
    }

    /// The brokers that a kind of realm offers. The live realm never believes a simulated broker, and a sandbox
    /// never asks a real one.
    pub fn offered(&self, kind: RealmKind) -> impl Iterator<Item = &Broker> {
        self.brokers.iter().filter(move |broker| match kind {
            RealmKind::Live => !broker.is_simulated(),
            RealmKind::Sandbox => broker.is_simulated(),
            RealmKind::Demo => true,
        })
    }

    pub(super) fn broker(&self, kind: RealmKind, key: &str) -> Option<&Broker> {
        self.offered(kind).find(|broker| broker.key == key)
    }

    /// Every broker, for names of past sign-ins.
    pub(crate) fn known(&self, key: &str) -> Option<&Broker> {
        self.brokers.iter().find(|broker| broker.key == key)
    }

    pub(super) fn issuer(&self, broker: &Broker, realm: &Realm) -> String {
        broker.issuer.replace("{realm}", &format!("{}{}", self.public_url, realm.prefix))
    }

    /// What the broker calls us in a realm: the audience of its tokens.
    pub(super) fn client_id(&self, broker: &Broker, realm: &Realm) -> String {
        broker.client_id.replace("{realm}", &realm.prefix)
    }

    pub(super) fn redirect_uri(&self, realm: &Realm) -> String {
        format!("{}{}/log-ind/retur", self.public_url, realm.prefix)
    }
}

fn is_trustworthy(issuer: &str) -> bool {
    let Ok(uri) = issuer.parse::<http::Uri>() else { return false };
    match (uri.scheme_str(), uri.host()) {
        (Some("https"), Some(_)) => true,
        (Some("http"), Some(host)) => super::transport::is_this_machine(host),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn broker(key: &str, issuer: &str) -> Broker {
        serde_json::from_value(
            json!({ "key": key, "name": "MitID", "issuer": issuer, "client_id": "omtanke" }),
        )
        .unwrap()
    }

    fn refusal(brokers: Vec<Broker>) -> String {
        SignIn::new(brokers, "https://hjaelp.example").unwrap_err().to_string()
    }

    #[test]
    fn settings_that_cannot_work_are_refused_at_start() {
        let good = || broker("mitid", "https://mitid.example");
        assert!(refusal(vec![broker("Mit ID", "https://a.example")]).contains("\"Mit ID\""));
        assert!(refusal(vec![broker("retur", "https://a.example")]).contains("retur"));
        assert!(refusal(vec![good(), good()]).contains("two brokers"));
        assert!(refusal(vec![broker("a", "http://mitid.example")]).contains("https"));
        assert!(refusal(vec![broker("a", "mitid.example")]).contains("https"));
        let mut by_number = good();
        by_number.preset = super::super::Preset::Criipto;
        by_number.claims.subject = Some("cprNumberIdentifier".to_owned());
        assert!(refusal(vec![by_number]).contains("CPR"));
        assert!(SignIn::new(vec![good(), broker("b", "http://127.0.0.1:8080")], "").is_ok());
    }

    #[test]
    fn the_live_realm_never_offers_a_simulated_broker_nor_a_sandbox_a_real_one() {
        let brokers = vec![broker("mitid", "https://mitid.example"), broker("oev", "{realm}/mitid")];
        let sign_in = SignIn::new(brokers, "https://hjaelp.example").unwrap();
        let offered = |kind| sign_in.offered(kind).map(|broker| broker.key.as_str()).collect::<Vec<_>>();
        assert_eq!(offered(RealmKind::Live), ["mitid"]);
        assert_eq!(offered(RealmKind::Sandbox), ["oev"]);
        assert_eq!(offered(RealmKind::Demo), ["mitid", "oev"]);
        assert!(sign_in.broker(RealmKind::Live, "oev").is_none());
    }
}
