//! The audit log: append-only, each record hashed together with the one before it, in the transaction of the
//! change it tells of.
//!
//! A changed, removed or inserted record breaks the chain and [`verify`] names it. Somebody who can rewrite the
//! whole table can also rewrite every hash; against that, note the last hash outside the database from time to
//! time and give it to `omtanke audit verify --expect`.

use basics::Id;
use jiff::Timestamp;
use serde::Serialize;
use store::{DbError, Store, Tx, params, row};

use crate::{Actor, PersonTag};

/// One change to one thing, before and after.
#[derive(Debug, Clone)]
pub struct Change {
    /// What was done, as a noun and a verb: `help_point.edit`.
    pub action: &'static str,
    /// The kind of thing: the table's singular name without its prefix.
    pub subject_kind: &'static str,
    /// The thing's id.
    pub subject: String,
    /// The person whose data this is, where it is a person's.
    pub concerns: Option<Id<PersonTag>>,
    /// Why, in the words of the one who acted or of the rule; may be empty.
    pub reason: String,
    /// The thing before, as JSON; `None` when it was made.
    pub before: Option<String>,
    /// The thing after, as JSON; `None` when it was removed.
    pub after: Option<String>,
}

impl Change {
    /// A change to a thing that nobody's personal data is in.
    #[must_use]
    pub fn new(action: &'static str, subject_kind: &'static str, subject: &impl ToString) -> Self {
        Self {
            action,
            subject_kind,
            subject: subject.to_string(),
            concerns: None,
            reason: String::new(),
            before: None,
            after: None,
        }
    }

    /// The thing as it was.
    ///
    /// # Panics
    /// Never for the plain structs that rows are.
    #[must_use]
    pub fn before(mut self, thing: &impl Serialize) -> Self {
        self.before = Some(serde_json::to_string(thing).expect("a row becomes JSON"));
        self
    }

    /// The thing as it is now.
    ///
    /// # Panics
    /// Never for the plain structs that rows are.
    #[must_use]
    pub fn after(mut self, thing: &impl Serialize) -> Self {
        self.after = Some(serde_json::to_string(thing).expect("a row becomes JSON"));
        self
    }

    /// Whose data it is.
    #[must_use]
    pub fn concerns(mut self, person: Id<PersonTag>) -> Self {
        self.concerns = Some(person);
        self
    }

    /// Why it was done.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = reason.into();
        self
    }
}

row! {
    /// A record as it stands in the log.
    #[derive(Debug, Clone, Serialize)]
    pub struct AuditRecord {
        /// Its place in the chain, from 1 without gaps.
        pub seq: i64,
        /// When the work happened.
        pub at: Timestamp,
        /// The person who acted.
        pub actor: Option<Id<PersonTag>>,
        /// What the actor was called.
        pub actor_label: String,
        /// The way in.
        pub via: String,
        /// The person on whose behalf.
        pub on_behalf_of: Option<Id<PersonTag>>,
        /// What was done.
        pub action: String,
        /// The kind of thing.
        pub subject_kind: String,
        /// The thing's id.
        pub subject: String,
        /// Whose data it is.
        pub concerns: Option<Id<PersonTag>>,
        /// Why.
        pub reason: String,
        /// The thing before, as JSON.
        pub before: Option<String>,
        /// The thing after, as JSON.
        pub after: Option<String>,
        /// The request it belongs to.
        pub request: String,
        /// The hash of the record before it.
        pub previous: String,
        /// BLAKE3 of everything above.
        pub hash: String,
    }
}

const COLUMNS: &str =
    "seq, at, actor, actor_label, via, on_behalf_of, action, subject_kind, subject, concerns,
    reason, before, after, request, previous, hash";

impl AuditRecord {
    /// Each field with its length in front, so that no two different records give the same bytes.
    fn digest(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let mut field = |text: Option<&str>| {
            hasher.update(&text.map_or(-1, |t| i64::try_from(t.len()).unwrap_or(i64::MAX)).to_le_bytes());
            hasher.update(text.unwrap_or_default().as_bytes());
        };
        field(Some(&self.previous));
        field(Some(&self.seq.to_string()));
        field(Some(&self.at.as_microsecond().to_string()));
        field(self.actor.map(|id| id.to_string()).as_deref());
        field(Some(&self.actor_label));
        field(Some(&self.via));
        field(self.on_behalf_of.map(|id| id.to_string()).as_deref());
        field(Some(&self.action));
        field(Some(&self.subject_kind));
        field(Some(&self.subject));
        field(self.concerns.map(|id| id.to_string()).as_deref());
        field(Some(&self.reason));
        field(self.before.as_deref());
        field(self.after.as_deref());
        field(Some(&self.request));
        hasher.finalize().to_hex().to_string()
    }
}

row! {
    struct Head {
        seq: i64,
        hash: String,
    }
}

pub(crate) async fn append(
    tx: &Tx,
    actor: &Actor,
    now: Timestamp,
    changes: &[Change],
) -> Result<(), DbError> {
    if changes.is_empty() {
        return Ok(());
    }
    let mut head: Head = tx
        .optional_for_update("select seq, hash from realm_audit_head where id = 1", params![])
        .await?
        .expect("the first migration makes the head of the chain");
    for change in changes {
        let mut record = AuditRecord {
            seq: head.seq + 1,
            at: now,
            actor: actor.person,
            actor_label: actor.label.clone(),
            via: actor.via.as_str().to_owned(),
            on_behalf_of: actor.on_behalf_of,
            action: change.action.to_owned(),
            subject_kind: change.subject_kind.to_owned(),
            subject: change.subject.clone(),
            concerns: change.concerns,
            reason: change.reason.clone(),
            before: change.before.clone(),
            after: change.after.clone(),
            request: actor.request.clone(),
            previous: head.hash,
            hash: String::new(),
        };
        record.hash = record.digest();
        insert(tx, &record).await?;
        head = Head { seq: record.seq, hash: record.hash };
    }
    tx.run("update realm_audit_head set seq = $1, hash = $2 where id = 1", params![head.seq, head.hash])
        .await?;
    Ok(())
}

async fn insert(tx: &Tx, record: &AuditRecord) -> Result<(), DbError> {
    let sql = format!(
        "insert into realm_audit ({COLUMNS})
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
    );
    let r = record;
    tx.run(
        &sql,
        params![
            r.seq,
            r.at,
            r.actor,
            &r.actor_label,
            &r.via,
            r.on_behalf_of,
            &r.action,
            &r.subject_kind,
            &r.subject,
            r.concerns,
            &r.reason,
            r.before.clone(),
            r.after.clone(),
            &r.request,
            &r.previous,
            &r.hash
        ],
    )
    .await?;
    Ok(())
}

/// Everything in the log that a person did or that concerns them, newest first, at most `limit`.
///
/// # Errors
/// When the database does not answer.
pub async fn concerning(tx: &Tx, person: Id<PersonTag>, limit: i64) -> Result<Vec<AuditRecord>, DbError> {
    let sql = format!(
        "select {COLUMNS} from realm_audit
         where actor = $1 or concerns = $1 or on_behalf_of = $1
         order by seq desc limit $2"
    );
    tx.all(&sql, params![person, limit]).await
}

/// What other people have done to a person's things, newest first, at most `limit`. `before` is the number of the record where
/// the page before ended.
///
/// # Errors
/// When the database does not answer.
pub async fn done_by_others(
    tx: &Tx,
    person: Id<PersonTag>,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<AuditRecord>, DbError> {
    let sql = format!(
        "select {COLUMNS} from realm_audit
         where concerns = $1 and actor is not null and actor <> $1 and seq < $2
         order by seq desc limit $3"
    );
    tx.all(&sql, params![person, before.unwrap_or(i64::MAX), limit]).await
}

/// The newest records of the whole log, newest first, at most `limit`.
///
/// # Errors
/// When the database does not answer.
pub async fn newest(tx: &Tx, limit: i64) -> Result<Vec<AuditRecord>, DbError> {
    let sql = format!("select {COLUMNS} from realm_audit order by seq desc limit $1");
    tx.all(&sql, params![limit]).await
}

/// What has happened to one thing, newest first, at most `limit`.
///
/// # Errors
/// When the database does not answer.
pub async fn subject_history(
    tx: &Tx,
    kind: &str,
    subject: &str,
    limit: i64,
) -> Result<Vec<AuditRecord>, DbError> {
    let sql = format!(
        "select {COLUMNS} from realm_audit
         where subject_kind = $1 and subject = $2
         order by seq desc limit $3"
    );
    tx.all(&sql, params![kind, subject, limit]).await
}

/// The last record of an action, such as the last backup.
///
/// # Errors
/// When the database does not answer.
pub async fn last(tx: &Tx, action: &str) -> Result<Option<AuditRecord>, DbError> {
    let sql = format!("select {COLUMNS} from realm_audit where action = $1 order by seq desc limit 1");
    tx.optional(&sql, params![action]).await
}

/// A chain that holds.
#[derive(Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many records it has.
    pub records: i64,
    /// The hash of the last record: note it outside the database.
    pub head: String,
}

/// A chain that does not hold, or could not be read.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// A record is missing before this one, or this one was put in.
    #[error("record {found} stands where record {expected} should")]
    Gap {
        /// The number that should stand there.
        expected: i64,
        /// The number that does.
        found: i64,
    },
    /// A record was changed after it was written, or the one before it was.
    #[error("record {0} has been changed")]
    Changed(i64),
    /// The end of the log is gone, or the note of where it ends was changed.
    #[error("the log ends at record {found}, but it had {expected} records")]
    Cut {
        /// What the head says.
        expected: i64,
        /// What is there.
        found: i64,
    },
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Reads the whole chain and recomputes every hash, a thousand records at a time; `progress` hears the number and
/// hash of each record that holds.
///
/// # Errors
/// At the first record that does not fit, and when the database does not answer.
pub async fn verify(store: &Store, mut progress: impl FnMut(i64, &str)) -> Result<Verified, AuditError> {
    let tx = store.read().await?;
    let sql = format!("select {COLUMNS} from realm_audit where seq > $1 order by seq limit 1000");
    let (mut seq, mut hash) = (0, String::new());
    loop {
        let records: Vec<AuditRecord> = tx.all(&sql, params![seq]).await?;
        if records.is_empty() {
            break;
        }
        for record in records {
            if record.seq != seq + 1 {
                return Err(AuditError::Gap { expected: seq + 1, found: record.seq });
            }
            if record.previous != hash || record.hash != record.digest() {
                return Err(AuditError::Changed(record.seq));
            }
            (seq, hash) = (record.seq, record.hash);
            progress(seq, &hash);
        }
    }
    let head: Option<Head> =
        tx.optional("select seq, hash from realm_audit_head where id = 1", params![]).await?;
    match head {
        Some(head) if head.seq == seq && head.hash == hash => Ok(Verified { records: seq, head: hash }),
        head => Err(AuditError::Cut { expected: head.map_or(0, |h| h.seq), found: seq }),
    }
}
