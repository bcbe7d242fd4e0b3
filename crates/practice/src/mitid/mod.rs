//! Øve-MitID: a real OpenID provider inside the program, for demonstration and practice.
//!
//! Somebody types a user name, opens a request on a pretend telephone and approves it, or types the digits of a
//! pretend code device. The protocol underneath is the real one (OpenID Connect Core 1.0, authorization code with
//! PKCE), so that signing in runs on the same code as in production. Nothing here is secret, so nothing here may
//! ever sign in a real person: a live realm answers that the pages do not exist, and takes no users.
//!
//! It resembles MitID in its steps alone. Name and colours are its own, and every page says that it is practice.

mod activation;
mod cpr;
mod forgotten;
mod guard;
mod keys;
mod logins;
mod means;
mod pages;
mod practised;
mod provider;
mod rules;
mod sql;
mod telephone;
mod token;
mod users;

use axum::routing::{get, post};
use page::{May, Routes};

pub use cpr::{GiveCprError, give_cpr};
pub(crate) use guard::may_simulate;
pub use keys::rotate_key;
pub use means::{Means, MeansError, set_means};
pub use users::{AddUserError, PracticeUser, add_user, users};

pub(crate) use practised::{CannotPractise, Practised, practise};
pub(crate) use users::{STORY, subject};

/// The only client: this program itself, in one realm. It is a public client; PKCE stands in for a secret. `{realm}` stands for
/// what the realm's addresses begin with, so that a token names nobody in any other realm.
pub const CLIENT_ID: &str = "omtanke{realm}";

/// The client in the realm whose addresses begin so.
pub(crate) fn client_id(prefix: &str) -> String {
    CLIENT_ID.replace("{realm}", prefix)
}

/// What the program calls this broker in its tables.
pub const BROKER: &str = "demo";

/// Where the sign-in returns to, within the realm. No other address is ever redirected to.
pub const RETURN_PATH: &str = "/log-ind/retur";

/// The routes of the simulated MitID. Each of them is not found in a live realm; a program that serves one should
/// not mount them at all.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/mitid/.well-known/openid-configuration", May::Anyone, get(provider::discovery))
        .get("/mitid/jwks", May::Anyone, get(provider::jwks))
        .get("/mitid/authorize", May::Anyone, get(provider::authorize))
        .post("/mitid/token", May::Anyone, post(provider::token))
        .get("/mitid/login/{id}", May::Anyone, get(pages::name))
        .post("/mitid/login/{id}", May::Anyone, post(pages::identify))
        .get("/mitid/login/{id}/app", May::Anyone, get(pages::app))
        .post("/mitid/login/{id}/app", May::Anyone, post(pages::answer))
        .get("/mitid/login/{id}/code", May::Anyone, get(pages::code))
        .post("/mitid/login/{id}/code", May::Anyone, post(pages::enter_code))
        .get("/mitid/login/{id}/forgotten", May::Anyone, get(forgotten::page))
        .post("/mitid/login/{id}/forgotten", May::Anyone, post(forgotten::look))
        .get("/mitid/login/{id}/telephone", May::Anyone, get(telephone::ways))
        .post("/mitid/login/{id}/telephone", May::Anyone, post(telephone::order))
        .get("/mitid/login/{id}/telephone/chip", May::Anyone, get(telephone::chip))
        .post("/mitid/login/{id}/telephone/chip", May::Anyone, post(telephone::read_chip))
        .get("/mitid/login/{id}/telephone/code", May::Anyone, get(telephone::code))
        .post("/mitid/login/{id}/telephone/code", May::Anyone, post(telephone::enter_code))
        .post("/mitid/login/{id}/cancel", May::Anyone, post(pages::cancel))
}
