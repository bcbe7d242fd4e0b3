//! One piece of work: a transaction that knows who acts, on whose behalf, when and why.

use basics::Id;
use jiff::Timestamp;
use jiff::civil::Date;
use store::{DbError, Tx};
use uuid::Uuid;

use crate::Realm;
use crate::audit::{self, Change};

/// Marks ids of persons; the rows belong to the `people` room.
pub enum PersonTag {}

/// The way in which somebody acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Via {
    /// A page in a browser.
    Web,
    /// The programming interface.
    Api,
    /// The command line, on the machine itself.
    CommandLine,
    /// The program by itself.
    Program,
}

impl Via {
    /// The word that the audit log keeps.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Via::Web => "web",
            Via::Api => "api",
            Via::CommandLine => "command line",
            Via::Program => "program",
        }
    }
}

/// Who acts, and on whose behalf.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The person, where there is one.
    pub person: Option<Id<PersonTag>>,
    /// What to call the actor in the log: a name, or what part of the program acts.
    pub label: String,
    /// The way in.
    pub via: Via,
    /// The person on whose behalf the actor acts.
    pub on_behalf_of: Option<Id<PersonTag>>,
    /// The request that this belongs to, the same in log lines; empty where there is none.
    pub request: String,
}

impl Actor {
    /// A part of the program, or an operator at the command line.
    #[must_use]
    pub fn program(label: impl Into<String>, via: Via) -> Self {
        Self { person: None, label: label.into(), via, on_behalf_of: None, request: String::new() }
    }
}

/// One transaction in a realm.
#[derive(Debug)]
pub struct Work<'r> {
    /// The realm it happens in.
    pub realm: &'r Realm,
    /// Who acts.
    pub actor: Actor,
    tx: Tx,
    now: Timestamp,
    changes: Vec<Change>,
}

impl<'r> Work<'r> {
    pub(crate) fn new(realm: &'r Realm, tx: Tx, actor: Actor) -> Self {
        Self { realm, actor, tx, now: realm.now(), changes: Vec::new() }
    }

    /// The transaction, for SQL.
    #[must_use]
    pub fn tx(&self) -> &Tx {
        &self.tx
    }

    /// The one moment at which all of this work happens.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The date in Denmark at that moment.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now.to_zoned(self.realm.zone().clone()).date()
    }

    /// A new id.
    #[must_use]
    pub fn new_id<T>(&self) -> Id<T> {
        Id::from_uuid(self.new_uuid())
    }

    /// A new bare uuid, for rows that nothing outside refers to.
    #[must_use]
    pub fn new_uuid(&self) -> Uuid {
        self.realm.chance.id(self.now)
    }

    /// Notes a change for the audit log; it is written with the commit.
    pub fn record(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Writes the audit records and makes everything last.
    ///
    /// # Errors
    /// When the database cannot write; then nothing has changed, neither rows nor audit.
    pub async fn commit(self) -> Result<(), DbError> {
        audit::append(&self.tx, &self.actor, self.now, &self.changes).await?;
        self.tx.commit().await
    }
}
