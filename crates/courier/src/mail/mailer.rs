//! Hands mails to the mail server, or lays them in a folder where they can be looked at.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use metrics::{counter, histogram};
use tokio::fs;
use tokio::time::Instant;

use super::letter::{Letter, Sender, written};
use super::pool::Pool;
use super::{Hindrance, Mail, MailError, MailSettings, MailSettingsError};

/// Sends mails.
pub struct Mailer {
    sender: Sender,
    way: Way,
}

enum Way {
    Server(Pool),
    Folder(PathBuf),
    Keeper(Arc<dyn MailKeeper>),
}

/// Takes mails in place of a mail server, and sends nothing: practice shows them beside the page.
pub trait MailKeeper: Send + Sync {
    /// Keeps a mail. A mail with the same `message_id` as an earlier one is that mail once more.
    ///
    /// # Errors
    /// When it cannot be kept now; it will come again.
    fn keep<'a>(&'a self, mail: &'a Mail) -> BoxFuture<'a, io::Result<()>>;
}

impl Mailer {
    /// Sends by the mail server of the settings. Does not connect yet; see [`Mailer::check`].
    ///
    /// # Errors
    /// When an address is none, a file cannot be read, or the settings would not be safe; the text names the key.
    pub fn new(settings: &MailSettings) -> Result<Self, MailSettingsError> {
        let pool = Pool::new(settings.server()?, settings.pool);
        Ok(Self { sender: settings.sender()?, way: Way::Server(pool) })
    }

    /// Writes each mail into the folder as `MESSAGE-ID.eml`, which mail programs open. For demonstration and practice.
    #[must_use]
    pub fn to_folder(folder: impl Into<PathBuf>) -> Self {
        let from = "Omtanke <omtanke@example.invalid>".parse().expect("it is a mailbox");
        Self { sender: Sender { from, reply_to: None, bounce: None }, way: Way::Folder(folder.into()) }
    }

    /// Gives each mail to the keeper instead of sending it.
    #[must_use]
    pub fn to_keeper(keeper: Arc<dyn MailKeeper>) -> Self {
        let from = "Omtanke <omtanke@example.invalid>".parse().expect("it is a mailbox");
        Self { sender: Sender { from, reply_to: None, bounce: None }, way: Way::Keeper(keeper) }
    }

    /// Sends a mail. Takes at most four times the `timeout_seconds` of the settings, and the time until one of the
    /// connections is free.
    ///
    /// # Errors
    /// When the server refuses it, cannot take it now, or does not fit the settings, and when the mail itself cannot
    /// be written down. After [`MailError::Again`] it may have been sent nevertheless.
    pub async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let began = Instant::now();
        let result = self.try_to_send(mail).await;
        count(&result, began.elapsed());
        result
    }

    async fn try_to_send(&self, mail: &Mail) -> Result<(), MailError> {
        let letter = written(mail, &self.sender).map_err(MailError::Unfit)?;
        match &self.way {
            Way::Server(pool) => pool.hand_over(&letter).await,
            Way::Folder(folder) => laid_in(folder, &mail.message_id, &letter).await.map_err(unwritable),
            // It has been written down all the same, so that what a server would refuse is refused here too.
            Way::Keeper(keeper) => keeper.keep(mail).await.map_err(unwritable),
        }
    }

    /// Finds out whether mails could be sent, without sending one: connects, encrypts, logs in and says goodbye, or
    /// writes and removes a file.
    ///
    /// # Errors
    /// As [`Mailer::send`].
    pub async fn check(&self) -> Result<(), MailError> {
        match &self.way {
            Way::Server(pool) => pool.check().await,
            Way::Folder(folder) => {
                let trial = folder.join(".trial");
                fs::create_dir_all(folder).await.map_err(unwritable)?;
                fs::write(&trial, "").await.map_err(unwritable)?;
                fs::remove_file(&trial).await.map_err(unwritable)
            }
            Way::Keeper(_) => Ok(()),
        }
    }
}

/// Whoever watches the folder sees whole mails only. A message id has no sign that a file name cannot have.
async fn laid_in(folder: &Path, message_id: &str, letter: &Letter) -> io::Result<()> {
    fs::create_dir_all(folder).await?;
    let unfinished = folder.join(format!(".{message_id}"));
    fs::write(&unfinished, &letter.content).await?;
    fs::rename(&unfinished, folder.join(format!("{message_id}.eml"))).await
}

#[expect(clippy::needless_pass_by_value, reason = "it is given to map_err")]
fn unwritable(error: io::Error) -> MailError {
    MailError::Again(Hindrance::Unwritable(error.kind()))
}

fn count(result: &Result<(), MailError>, took: Duration) {
    let outcome = match result {
        Ok(()) => "sent",
        Err(MailError::Refused(_)) => "refused",
        Err(MailError::Again(_)) => "again",
        Err(MailError::Settings(_)) => "settings",
        Err(MailError::Unfit(_)) => "unfit",
    };
    counter!("omtanke_mail_total", "outcome" => outcome).increment(1);
    histogram!("omtanke_mail_seconds").record(took);
}
