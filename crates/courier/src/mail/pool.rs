//! A few connections to the mail server, kept for a while.
//!
//! Not lettre's own pool: that takes a connection back whatever state it is in when a time limit cuts a conversation
//! short, and the next mail would hear the answers meant for the last. Here a connection comes back only after a
//! conversation that ended well.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout, timeout_at};

use super::MailError;
use super::conversation::{Conversation, Server, TIMED_OUT};
use super::letter::Letter;

/// Servers hang up on whoever is silent; well before that we do.
const KEPT: Duration = Duration::from_secs(30);

/// The connections to one server.
pub(super) struct Pool {
    server: Server,
    places: Semaphore,
    kept: Mutex<Vec<(Conversation, Instant)>>,
}

impl Pool {
    /// At most `size` connections at once.
    pub(super) fn new(server: Server, size: u16) -> Self {
        Self { server, places: Semaphore::new(size.into()), kept: Mutex::default() }
    }

    /// Hands a mail over, on a kept connection where there is one.
    pub(super) async fn hand_over(&self, letter: &Letter) -> Result<(), MailError> {
        let _place = self.places.acquire().await.expect("the semaphore is never closed");
        let deadline = Instant::now() + self.server.patience;
        let mut conversation = timeout_at(deadline, self.ready()).await.unwrap_or(Err(TIMED_OUT))?;
        let (result, can_go_on) = conversation.hand_over(letter, deadline).await;
        if can_go_on {
            self.keep(conversation);
        }
        result
    }

    /// Connects, encrypts, logs in and says goodbye.
    pub(super) async fn check(&self) -> Result<(), MailError> {
        let opened = timeout(self.server.patience, Conversation::open(&self.server)).await;
        opened.unwrap_or(Err(TIMED_OUT))?.close().await;
        Ok(())
    }

    async fn ready(&self) -> Result<Conversation, MailError> {
        while let Some(mut conversation) = self.take_kept() {
            if conversation.is_alive().await {
                return Ok(conversation);
            }
        }
        Conversation::open(&self.server).await
    }

    /// The connection that was used last; those that waited too long are dropped.
    fn take_kept(&self) -> Option<Conversation> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(_, since)| since.elapsed() < KEPT);
        kept.pop().map(|(conversation, _)| conversation)
    }

    fn keep(&self, conversation: Conversation) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push((conversation, Instant::now()));
    }
}
