//! The pretend telephone: what a sandbox would have sent, kept where it is shown and sent nowhere.

use std::io;
use std::sync::{Arc, Weak};

use courier::{Accepted, Gateway, GatewayError, Mail, MailKeeper, Text};
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use page::{PhoneMessage, PhoneScreen};
use realm::{Actor, Realm, Via};
use store::{DbError, Tx, params, row};

/// What the addresses of a template begin with. What it has sent is in every sandbox, and leads there.
pub(super) const TEMPLATE: &str = "/oev/skabelon";

/// Takes the mails and text messages of one sandbox into its database. Holds on to nothing: a sandbox that has ended takes nothing.
#[derive(Debug, Clone)]
pub struct Telephone(Weak<Realm>);

row! {
    /// Something that would have been sent.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct PretendMessage {
        /// When, on the sandbox's clock.
        pub at: Timestamp,
        /// `sms` or `mail`.
        pub kind: String,
        /// The number or the address.
        pub receiver: String,
        /// What a mail is about; empty for a text message.
        pub subject: String,
        /// What it says, paragraphs parted by empty lines.
        pub body: String,
        /// What the button of a mail says; empty where there is none.
        pub link_label: String,
        /// Where it leads.
        pub link: String,
        /// Whether it has been looked at.
        pub seen: bool,
    }
}

impl Telephone {
    /// The telephone of a sandbox.
    #[must_use]
    pub fn of(realm: &Arc<Realm>) -> Self {
        Self(Arc::downgrade(realm))
    }

    async fn take(&self, id: &str, message: PretendMessage) -> Result<(), DbError> {
        let Some(realm) = self.0.upgrade() else { return Ok(()) };
        let work = realm.work(Actor::program("pretend telephone", Via::Program)).await?;
        let is_new = insert(work.tx(), id, &message).await?;
        work.commit().await?;
        if is_new {
            realm.keep.get::<PhoneScreen>().add(on_screen(&message));
        }
        Ok(())
    }
}

impl Gateway for Telephone {
    fn name(&self) -> &'static str {
        "pretend telephone"
    }

    fn send<'a>(&'a self, text: &'a Text) -> BoxFuture<'a, Result<Accepted, GatewayError>> {
        Box::pin(async move {
            let message = self.message("sms", &text.to, "", text.body.clone());
            let failed = |error: DbError| GatewayError::Failed { why: error.to_string() };
            self.take(&text.reference, message).await.map_err(failed)?;
            Ok(Accepted { id: None })
        })
    }

    fn check(&self) -> BoxFuture<'_, Result<(), GatewayError>> {
        Box::pin(async { Ok(()) })
    }
}

impl MailKeeper for Telephone {
    fn keep<'a>(&'a self, mail: &'a Mail) -> BoxFuture<'a, io::Result<()>> {
        Box::pin(async move {
            let mut message = self.message("mail", &mail.to, &mail.subject, mail.paragraphs.join("\n\n"));
            if let Some(action) = &mail.action {
                message.link_label.clone_from(&action.label);
                message.link.clone_from(&action.url);
            }
            self.take(&mail.message_id, message).await.map_err(io::Error::other)
        })
    }
}

impl Telephone {
    fn message(&self, kind: &str, receiver: &str, subject: &str, body: String) -> PretendMessage {
        PretendMessage {
            at: self.0.upgrade().map_or(Timestamp::UNIX_EPOCH, |realm| realm.now()),
            kind: kind.to_owned(),
            receiver: receiver.to_owned(),
            subject: subject.to_owned(),
            body,
            link_label: String::new(),
            link: String::new(),
            seen: false,
        }
    }
}

fn on_screen(message: &PretendMessage) -> PhoneMessage {
    let text = if message.subject.is_empty() { &message.body } else { &message.subject };
    PhoneMessage { to: message.receiver.clone(), text: text.clone() }
}

/// Shows on the realm's screen what its database has: to be called when it is opened.
pub(crate) async fn fill_screen(realm: &Realm) -> Result<(), DbError> {
    let messages = telephone_messages(realm).await?;
    let unseen = messages.iter().filter(|message| !message.seen).count();
    let newest = messages.iter().take(3).map(on_screen).collect();
    realm.keep.get::<PhoneScreen>().show(i64::try_from(unseen).unwrap_or(i64::MAX), newest);
    Ok(())
}

/// Everything on the telephone, newest first, at most 100.
///
/// # Errors
/// When the database does not answer.
pub async fn telephone_messages(realm: &Realm) -> Result<Vec<PretendMessage>, DbError> {
    let sql = "select at, kind, receiver, subject, body, link_label, link, seen
               from practice_telephone
               order by at desc, id desc
               limit 100";
    let mut messages: Vec<PretendMessage> = realm.read().await?.all(sql, params![]).await?;
    for message in &mut messages {
        for text in [&mut message.body, &mut message.link] {
            *text = text.replace(TEMPLATE, &realm.prefix);
        }
    }
    Ok(messages)
}

/// Everything has been looked at.
pub(crate) async fn note_seen(tx: &Tx) -> Result<u64, DbError> {
    tx.run("update practice_telephone set seen = $1 where seen = $2", params![true, false]).await
}

/// Whether it was not there before: what is sent twice comes once.
async fn insert(tx: &Tx, id: &str, message: &PretendMessage) -> Result<bool, DbError> {
    let m = message;
    let added = tx
        .run(
            "insert into practice_telephone
                 (id, at, kind, receiver, subject, body, link_label, link, seen)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (id) do nothing",
            params![id, m.at, &m.kind, &m.receiver, &m.subject, &m.body, &m.link_label, &m.link, m.seen],
        )
        .await?;
    Ok(added > 0)
}
