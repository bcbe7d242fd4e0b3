//! What a gateway is: something that takes one text message, or says why not.

use futures_util::future::BoxFuture;

use super::Text;

/// Takes text messages and passes them on to the telephone networks.
pub trait Gateway: Send + Sync {
    /// What the system owner calls it, in metrics and errors.
    fn name(&self) -> &str;

    /// Hands a text over.
    fn send<'a>(&'a self, text: &'a Text) -> BoxFuture<'a, Result<Accepted, GatewayError>>;

    /// Finds out whether it would answer, without sending.
    fn check(&self) -> BoxFuture<'_, Result<(), GatewayError>>;
}

/// A gateway took a text. Whether the telephone got it is another matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// What the gateway calls it, where it says so.
    pub id: Option<String>,
}

/// A gateway did not take a text. What it said is left out; it likes to repeat the number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GatewayError {
    /// The number or the text is wrong: no other gateway will do better.
    #[error("refused: {why}")]
    Refused {
        /// What is wrong, such as a status.
        why: String,
    },
    /// The gateway has a problem of its own: the next may do better.
    #[error("failed: {why}")]
    Failed {
        /// What is wrong, such as a status or that it did not answer.
        why: String,
    },
}
