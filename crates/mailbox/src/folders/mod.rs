//! Folders: three that every mailbox has, and those that its holder makes. Their names are sealed.

pub(crate) mod sql;

use std::fmt;

use access::{Ground, Permit, ReadMail, SortMail};
use basics::Id;
use jiff::Timestamp;
use realm::{Change, PersonTag, Work};
use serde::Serialize;
use store::{DbError, Tx};

use crate::boxes::{self, concerning};
use crate::letters::{ARCHIVE, FolderTag, INBOX, SENT};
use crate::reach::Within;
use crate::{Mailbox, MailboxError};

/// The longest name of a folder, in characters.
pub const LONGEST_NAME: usize = 60;
/// The most folders of a mailbox.
pub const MOST_FOLDERS: usize = 200;

const PURPOSE: &str = "mailbox.folder";

/// A folder and what is in it, for one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// The id.
    pub id: Id<FolderTag>,
    /// Which of the fixed ones it is, or its name.
    pub name: FolderName,
    /// The department of a company whose post comes here, by its P-number.
    pub production_unit: Option<String>,
    /// How many letters are in it.
    pub letters: i64,
    /// How many of them the reader has not opened.
    pub unread: i64,
}

/// What a folder is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FolderName {
    /// Where what comes lies until it is moved.
    Inbox,
    /// What is done with and kept.
    Archive,
    /// What was written here.
    Sent,
    /// One that the holder has made.
    Own(String),
}

/// A folder cannot be made, named or removed so.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// There is no name.
    #[error("a folder needs a name")]
    NoName,
    /// The name is too long.
    #[error("the name of a folder has at most 60 characters")]
    LongName,
    /// There is a folder of that name, in whatever case.
    #[error("there is a folder of that name")]
    Taken,
    /// There are as many as there may be.
    #[error("a mailbox has at most 200 folders")]
    TooMany,
    /// Something lies in it. Only empty folders can be removed.
    #[error("the folder is not empty")]
    NotEmpty,
    /// A P-number has ten digits, and one folder.
    #[error("a P-number has ten digits, and its post goes to one folder")]
    ProductionUnit,
    /// There is no such folder, or it is one that every mailbox has.
    #[error("there is no such folder")]
    None,
    /// The mailbox cannot be had.
    #[error(transparent)]
    Mailbox(#[from] MailboxError),
}

impl From<DbError> for FolderError {
    fn from(error: DbError) -> Self {
        FolderError::Mailbox(error.into())
    }
}

#[derive(Serialize)]
struct Logged {
    folder: Id<FolderTag>,
}

/// The folders of a mailbox within the permit's reach, with what is in them of it, the fixed ones first and the others by name:
/// those that are in reach themselves, and those with a letter that is. There is always one; where nothing is reached, it is the
/// inbox without a letter.
///
/// # Errors
/// When a name does not open, or the database does not answer.
pub async fn folders_within(
    tx: &Tx,
    permit: &Permit<ReadMail>,
    mailbox: &Mailbox,
    reader: Id<PersonTag>,
    now: Timestamp,
) -> Result<Vec<Folder>, MailboxError> {
    let within = Within::of(permit);
    if within.is_everything() {
        let counts = sql::counts(tx, mailbox.id, reader, now).await?;
        return with_counts(tx, mailbox, &counts).await;
    }
    let counts = sql::counts_within(tx, mailbox.id, reader, &within, now).await?;
    let all = with_counts(tx, mailbox, &counts).await?;
    let (reached, others): (Vec<Folder>, Vec<Folder>) = all.into_iter().partition(|folder| {
        folder.letters > 0 || within.holds_folder(folder.id, folder.production_unit.as_deref())
    });
    Ok(if reached.is_empty() { others.into_iter().take(1).collect() } else { reached })
}

/// How many letters the reader has not opened within the reach of leave that was only asked for: for a list of mailboxes, which is
/// no visit to any of them.
///
/// # Errors
/// When the database does not answer.
pub async fn unread_within(
    tx: &Tx,
    ground: &Ground,
    mailbox: &Mailbox,
    reader: Id<PersonTag>,
    now: Timestamp,
) -> Result<i64, DbError> {
    let within = Within::of_ground(ground);
    let counts = sql::counts_within(tx, mailbox.id, reader, &within, now).await?;
    let got = counts.iter().filter(|count| count.folder != SENT);
    Ok(got.map(|count| count.letters - count.seen).sum())
}

async fn with_counts(
    tx: &Tx,
    mailbox: &Mailbox,
    counts: &[sql::Counted],
) -> Result<Vec<Folder>, MailboxError> {
    let fixed = [(INBOX, FolderName::Inbox), (ARCHIVE, FolderName::Archive), (SENT, FolderName::Sent)];
    let mut own = Vec::new();
    for row in sql::all(tx, mailbox.id).await? {
        let name = FolderName::Own(mailbox.key.open_text(PURPOSE, row.id.uuid(), &row.name)?);
        own.push((row.id, name, row.production_unit));
    }
    own.sort_by_key(|(_, name, _)| name.to_string().to_lowercase());
    let all = fixed.map(|(id, name)| (id, name, None)).into_iter().chain(own);
    Ok(all
        .map(|(id, name, production_unit)| {
            let count = counts.iter().find(|count| count.folder == id);
            let (letters, seen) = count.map_or((0, 0), |count| (count.letters, count.seen));
            let unread = if id == SENT { 0 } else { letters - seen };
            Folder { id, name, production_unit, letters, unread }
        })
        .collect())
}

/// Makes a folder. `production_unit` is the P-number of a department whose post comes into it.
///
/// # Errors
/// When the name does not do, there are too many, or the permit does not reach the whole mailbox: then there is nothing to make
/// one of.
pub async fn make_folder(
    work: &mut Work<'_>,
    permit: &Permit<SortMail>,
    name: &str,
    production_unit: Option<&str>,
) -> Result<Id<FolderTag>, FolderError> {
    let mailbox = held(work, permit).await?;
    if !Within::of(permit).is_whole() {
        return Err(FolderError::None);
    }
    let others = names(work, &mailbox).await?;
    if others.len() >= MOST_FOLDERS {
        return Err(FolderError::TooMany);
    }
    let name = checked(name, &others)?;
    let production_unit = production_unit.map(str::trim).filter(|unit| !unit.is_empty());
    if let Some(unit) = production_unit {
        let is_number = unit.len() == 10 && unit.chars().all(|c| c.is_ascii_digit());
        if !is_number || sql::of_department(work.tx(), mailbox.id, unit).await?.is_some() {
            return Err(FolderError::ProductionUnit);
        }
    }
    let id = work.new_id();
    let sealed = mailbox.key.seal_text(&work.realm.chance, PURPOSE, id.uuid(), &name);
    sql::insert(work.tx(), mailbox.id, id, &sealed, production_unit, work.now()).await?;
    note(work, &mailbox, "folder.make", id);
    Ok(id)
}

/// Gives a folder another name.
///
/// # Errors
/// When the name does not do, or there is no such folder of the holder's own within reach.
pub async fn rename_folder(
    work: &mut Work<'_>,
    permit: &Permit<SortMail>,
    folder: Id<FolderTag>,
    name: &str,
) -> Result<(), FolderError> {
    let mailbox = held(work, permit).await?;
    let unit = sql::all(work.tx(), mailbox.id).await?.into_iter().find(|row| row.id == folder);
    let unit = unit.ok_or(FolderError::None)?.production_unit;
    if !Within::of(permit).holds_folder(folder, unit.as_deref()) {
        return Err(FolderError::None);
    }
    let mut others = names(work, &mailbox).await?;
    others.retain(|(id, _)| *id != folder);
    let name = checked(name, &others)?;
    let sealed = mailbox.key.seal_text(&work.realm.chance, PURPOSE, folder.uuid(), &name);
    sql::rename(work.tx(), mailbox.id, folder, &sealed).await?;
    note(work, &mailbox, "folder.rename", folder);
    Ok(())
}

/// Removes an empty folder. Deleted letters that came from it are no longer in it: taken back, they lie in the inbox.
///
/// # Errors
/// When something lies in it, there is no such folder of the holder's own, or the permit does not reach the whole mailbox.
pub async fn remove_folder(
    work: &mut Work<'_>,
    permit: &Permit<SortMail>,
    folder: Id<FolderTag>,
) -> Result<(), FolderError> {
    let mailbox = held(work, permit).await?;
    if !Within::of(permit).is_whole() {
        return Err(FolderError::None);
    }
    if sql::has_letters(work.tx(), mailbox.id, folder).await? {
        return Err(FolderError::NotEmpty);
    }
    if !sql::delete(work.tx(), mailbox.id, folder).await? {
        return Err(FolderError::None);
    }
    sql::bring_home(work.tx(), mailbox.id, folder, INBOX).await?;
    note(work, &mailbox, "folder.remove", folder);
    Ok(())
}

/// The folder for the post of a department.
pub(crate) async fn of_department(
    tx: &Tx,
    mailbox: &Mailbox,
    production_unit: &str,
) -> Result<Option<Id<FolderTag>>, DbError> {
    sql::of_department(tx, mailbox.id, production_unit).await
}

/// Whether letters can be moved to the folder.
pub(crate) async fn is_there(tx: &Tx, mailbox: &Mailbox, folder: Id<FolderTag>) -> Result<bool, DbError> {
    Ok([INBOX, ARCHIVE].contains(&folder) || sql::is_there(tx, mailbox.id, folder).await?)
}

/// The permitted holder's mailbox, kept from others until the work ends: two who change its folders do so one after the other.
async fn held(work: &Work<'_>, permit: &Permit<SortMail>) -> Result<Mailbox, FolderError> {
    let found = boxes::mailbox_of(work.tx(), &work.realm.vault, permit.on()).await?;
    let Some(found) = found else { return Err(FolderError::None) };
    boxes::lock(work, found.id).await?.ok_or(FolderError::None)
}

async fn names(work: &Work<'_>, mailbox: &Mailbox) -> Result<Vec<(Id<FolderTag>, String)>, MailboxError> {
    let mut names = Vec::new();
    for row in sql::all(work.tx(), mailbox.id).await? {
        names.push((row.id, mailbox.key.open_text(PURPOSE, row.id.uuid(), &row.name)?));
    }
    Ok(names)
}

fn checked(name: &str, others: &[(Id<FolderTag>, String)]) -> Result<String, FolderError> {
    let name = name.chars().filter(|c| !c.is_control()).collect::<String>();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(FolderError::NoName);
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(FolderError::LongName);
    }
    let same = |other: &str| other.to_lowercase() == name.to_lowercase();
    if others.iter().any(|(_, other)| same(other)) {
        return Err(FolderError::Taken);
    }
    Ok(name)
}

fn note(work: &mut Work<'_>, mailbox: &Mailbox, action: &'static str, folder: Id<FolderTag>) {
    let change = Change::new(action, "folder", &folder).after(&Logged { folder });
    work.record(concerning(change, mailbox.holder));
}

impl fmt::Display for FolderName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FolderName::Inbox => "inbox",
            FolderName::Archive => "archive",
            FolderName::Sent => "sent",
            FolderName::Own(name) => name,
        })
    }
}
