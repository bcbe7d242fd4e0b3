//! Text messages: what fits in one, and the gateways that take them.

mod folder;
mod gateway;
pub mod gsm;
mod http;
mod request;
mod settings;
mod texts;

use std::fmt;

pub use folder::FolderGateway;
pub use gateway::{Accepted, Gateway, GatewayError};
pub use http::HttpGateway;
pub use settings::{
    BodyKind, FieldNames, HttpGatewaySettings, Method, NumberStyle, SmsSettings, SmsSettingsError,
};
pub use texts::{TextError, Texts};

/// A text message to one telephone.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// Whom it goes to, as [`crate::phone_number`] gives it: `+4520123456`.
    pub to: String,
    /// What it says; see [`gsm::measure`] for how much fits.
    pub body: String,
    /// What the text is known by. A second try has the same, so that a gateway which knows references sends it once.
    pub reference: String,
}

// Whoever logs this by mistake must not log a person.
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text").field("reference", &self.reference).finish_non_exhaustive()
    }
}
