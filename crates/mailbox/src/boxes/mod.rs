//! Mailboxes: whose they are, the key that opens what is in them, and when somebody last looked.

mod key;
mod sql;

use access::Holder;
use basics::Id;
use jiff::{SignedDuration, Timestamp};
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx};
use vault::Keyring;

pub(crate) use key::BoxKey;
pub(crate) use sql::{by_holders, count, count_arrivals};

/// Marks ids of mailboxes.
pub enum MailboxTag {}

/// Somebody who looks again within this time is on the same visit.
const ONE_VISIT: SignedDuration = SignedDuration::from_mins(10);

/// How what comes for a holder reaches them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// In the mailbox.
    Digital,
    /// In the mailbox and on paper: the holder is exempt from Digital Post.
    Paper,
}

impl Way {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Way::Digital => "digital",
            Way::Paper => "paper",
        }
    }

    pub(crate) fn from_code(code: &str) -> Self {
        if code == "paper" { Way::Paper } else { Way::Digital }
    }
}

/// A mailbox.
#[derive(Debug, Clone)]
pub struct Mailbox {
    /// The id.
    pub id: Id<MailboxTag>,
    /// Whose it is.
    pub holder: Holder,
    /// How what comes for the holder reaches them.
    pub way: Way,
    /// Since when it is there.
    pub opened_at: Timestamp,
    /// How many letters are in it, those in the bin among them.
    pub letters: i64,
    /// How large they are together.
    pub bytes: i64,
    pub(crate) last_owner_visit_at: Option<Timestamp>,
    pub(crate) last_helper_visit_at: Option<Timestamp>,
    pub(crate) key: BoxKey,
}

impl Mailbox {
    fn new(id: Id<MailboxTag>, holder: Holder, way: Way, opened_at: Timestamp, key: BoxKey) -> Self {
        Self {
            id,
            holder,
            way,
            opened_at,
            letters: 0,
            bytes: 0,
            last_owner_visit_at: None,
            last_helper_visit_at: None,
            key,
        }
    }
}

/// Something in a mailbox cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum MailboxError {
    /// A key is missing, or what was sealed has been changed.
    #[error("{what} in a mailbox does not open")]
    Closed {
        /// What kind of thing: `letter`, `box key`.
        what: &'static str,
    },
    /// The database does not answer.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<MailboxError> for page::Problem {
    fn from(error: MailboxError) -> Self {
        match error {
            MailboxError::Db(error) => error.into(),
            MailboxError::Closed { .. } => {
                tracing::error!(%error, "the keys of the vault do not fit the mailboxes");
                page::Problem::broken()
            }
        }
    }
}

impl From<MailboxError> for jobs::JobError {
    fn from(error: MailboxError) -> Self {
        match error {
            MailboxError::Db(error) => error.into(),
            closed @ MailboxError::Closed { .. } => jobs::JobError::again(closed.to_string()),
        }
    }
}

#[derive(Serialize)]
struct Opened {
    holder: Holder,
    way: Way,
}

/// The holder's mailbox, opened now where there was none. Says whether it was.
///
/// # Errors
/// When the key of an existing box does not open, or the database does not answer.
pub async fn open_mailbox(
    work: &mut Work<'_>,
    holder: Holder,
    way: Way,
) -> Result<(Mailbox, bool), MailboxError> {
    if let Some(found) = mailbox_of(work.tx(), &work.realm.vault, holder).await? {
        return Ok((found, false));
    }
    let id = work.new_id();
    let mut secret = [0; 32];
    work.realm.chance.fill(&mut secret);
    let opened = Mailbox::new(id, holder, way, work.now(), BoxKey::new(secret));
    let sealed = key::seal(work.realm, id, secret);
    if !sql::insert(work.tx(), &opened, &sealed).await? {
        // Another node was faster by a moment.
        let theirs = mailbox_of(work.tx(), &work.realm.vault, holder).await?;
        return theirs.map(|theirs| (theirs, false)).ok_or_else(|| DbError::Busy.into());
    }
    let change = Change::new("mailbox.open", "box", &id).after(&Opened { holder, way });
    work.record(concerning(change, holder));
    Ok((opened, true))
}

/// Opens mailboxes for people who have none, many in a few statements. Gives them in the same order.
///
/// # Errors
/// When somebody has one already: then the work must not be committed.
pub async fn open_all(work: &mut Work<'_>, people: &[Id<PersonTag>]) -> Result<Vec<Mailbox>, DbError> {
    let mut opened = Vec::with_capacity(people.len());
    let mut sealed = Vec::with_capacity(people.len());
    for person in people {
        let (id, mut secret) = (work.new_id(), [0; 32]);
        work.realm.chance.fill(&mut secret);
        sealed.push(key::seal(work.realm, id, secret));
        opened.push(Mailbox::new(id, Holder::Person(*person), Way::Digital, work.now(), BoxKey::new(secret)));
    }
    sql::insert_all(work.tx(), &opened, &sealed).await?;
    work.record(Change::new("mailbox.open_all", "register", &"people").after(&people.len()));
    Ok(opened)
}

/// The holder's mailbox, where there is one.
///
/// # Errors
/// When its key does not open, or the database does not answer.
pub async fn mailbox_of(tx: &Tx, vault: &Keyring, holder: Holder) -> Result<Option<Mailbox>, MailboxError> {
    sql::by_holder(tx, holder).await?.map(|row| row.open(vault)).transpose()
}

/// The mailbox.
///
/// # Errors
/// As those of [`mailbox_of`].
pub async fn mailbox(tx: &Tx, vault: &Keyring, id: Id<MailboxTag>) -> Result<Option<Mailbox>, MailboxError> {
    sql::by_id(tx, id).await?.map(|row| row.open(vault)).transpose()
}

/// Keeps others from changing the mailbox until the work ends.
pub(crate) async fn lock(work: &Work<'_>, id: Id<MailboxTag>) -> Result<Option<Mailbox>, MailboxError> {
    sql::lock(work.tx(), id).await?.map(|row| row.open(&work.realm.vault)).transpose()
}

/// Sends what comes from now on in another way.
///
/// # Errors
/// When the database does not answer.
pub async fn set_way(work: &mut Work<'_>, mailbox: &Mailbox, way: Way) -> Result<(), DbError> {
    if mailbox.way == way {
        return Ok(());
    }
    sql::set_way(work.tx(), mailbox.id, way).await?;
    let change = Change::new("mailbox.turn", "box", &mailbox.id).before(&mailbox.way).after(&way);
    work.record(concerning(change, mailbox.holder));
    Ok(())
}

/// Notes that somebody looks into the mailbox: the holder, or somebody who helps. Within ten minutes it is the same visit,
/// and nothing is written.
///
/// # Errors
/// When the database does not answer.
pub async fn note_visit(
    realm: &realm::Realm,
    actor: realm::Actor,
    mailbox: &Mailbox,
    visitor: Id<PersonTag>,
) -> Result<(), DbError> {
    let is_owner = match mailbox.holder {
        Holder::Person(owner) => owner == visitor,
        // Whoever may read the post of a company is the company.
        Holder::Organisation(_) => true,
    };
    let last = if is_owner { mailbox.last_owner_visit_at } else { mailbox.last_helper_visit_at };
    if last.is_some_and(|last| realm.now() - ONE_VISIT < last) {
        return Ok(());
    }
    let work = realm.work(actor).await?;
    sql::set_visit(work.tx(), mailbox.id, is_owner, work.now()).await?;
    work.commit().await
}

/// Brings the keys of some boxes and files under the newest key of the vault; says how many are left.
///
/// # Errors
/// When a key does not open, or the database does not answer.
pub async fn reseal_some(work: &mut Work<'_>, at_once: i64) -> Result<i64, MailboxError> {
    let current = work.realm.vault.current();
    for row in sql::sealed_otherwise(work.tx(), &current, at_once).await? {
        let secret = key::open_secret(&work.realm.vault, row.id, &row.box_key)?;
        let sealed = key::seal(work.realm, row.id, *secret);
        sql::set_key(work.tx(), row.id, &sealed).await?;
    }
    let boxes = sql::count_sealed_otherwise(work.tx(), &current).await?;
    let files = crate::files::reseal_some(work.tx(), work.realm, at_once).await?;
    Ok(boxes + files)
}

/// The change with the person whose data it is, where the holder is one.
pub(crate) fn concerning(change: Change, holder: Holder) -> Change {
    match holder {
        Holder::Person(person) => change.concerns(person),
        Holder::Organisation(_) => change,
    }
}
