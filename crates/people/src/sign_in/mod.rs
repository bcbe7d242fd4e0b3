//! Signing in, by OpenID Connect only: authorization code with PKCE (RFC 7636), state and nonce.
//!
//! `GET /log-ind` offers the brokers, `GET /log-ind/{broker}` leaves for one, and `GET /log-ind/retur` takes what
//! comes back. What the broker is like (claims, level, who may come) is configuration: see [`Broker`].

mod baggage;
mod broker;
mod claims;
mod next;
mod pending;
mod provider;
mod settings;
mod stop;
mod transport;
mod verify;
pub(crate) mod web;
mod welcome;

pub use baggage::{Baggage, Bringing};
pub use broker::{Assurance, Broker, BrokerName, ClaimNames, Preset};
pub use next::local_path;
pub use settings::{SignIn, SignInSettingsError};
