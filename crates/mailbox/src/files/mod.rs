//! Files of letters: kept once for the same content, in sealed pieces, so that a large one never lies in memory whole.

mod incoming;
mod sql;

pub use incoming::{Incoming, Spool};

use basics::Id;
use realm::Realm;
use store::{DbError, Tx};
use vault::{Keyring, Sealed};

use crate::MailboxError;

/// Marks ids of files.
pub enum FileTag {}

/// How much of a file is sealed at once, in bytes.
pub const PIECE: usize = 256 * 1024;

const KEY: &str = "mailbox.file";
const PIECES: &str = "mailbox.piece";
const CONTENT: &str = "mailbox.content";

/// A file that lies by itself, opened for reading.
#[derive(Debug)]
pub struct OpenFile {
    id: Id<FileTag>,
    key: Keyring,
    /// How large it is, in bytes.
    pub size: i64,
    /// What its bytes say it is.
    pub kind: documents::Kind,
}

/// Keeps the content, unless the same is kept already, and says where it lies.
///
/// # Errors
/// When what was spooled cannot be read again, or the database does not answer.
pub(crate) async fn put(tx: &Tx, realm: &Realm, content: &Incoming) -> Result<Id<FileTag>, DbError> {
    let marks = realm.vault.find_marks(CONTENT, content.hash().as_bytes());
    if let Some(known) = sql::by_marks(tx, &marks).await? {
        return Ok(known);
    }
    let id: Id<FileTag> = Id::from_uuid(realm.chance.id(realm.now()));
    let mut secret = [0; 32];
    realm.chance.fill(&mut secret);
    let sealed = realm.vault.seal(KEY, id.uuid().as_bytes(), &secret, |nonce| realm.chance.fill(nonce));
    let size = i64::try_from(content.size()).unwrap_or(i64::MAX);
    let Some(mark) = marks.first() else { return Err(DbError::Other("the vault has no key".to_owned())) };
    if !sql::insert(tx, id, mark, &sealed, size, content.kind().code()).await? {
        // Somebody else has just kept the same content; their transaction is over, or this would still wait.
        let known = sql::by_marks(tx, &marks).await?;
        return known.ok_or(DbError::Busy);
    }
    let key = Keyring::single(secret);
    let mut pieces = content.pieces().map_err(|error| DbError::Other(format!("a spooled file: {error}")))?;
    let mut n = 0_i64;
    while let Some(piece) =
        pieces.next_piece(PIECE).map_err(|error| DbError::Other(format!("a spooled file: {error}")))?
    {
        let sealed = key.seal(PIECES, &context(id, n), &piece, |nonce| realm.chance.fill(nonce));
        sql::insert_piece(tx, id, n, sealed.to_bytes()).await?;
        n += 1;
    }
    Ok(id)
}

/// Opens a file; `None` where there is no such file.
///
/// # Errors
/// When its key does not open, or the database does not answer.
pub(crate) async fn open(
    tx: &Tx,
    vault: &Keyring,
    id: Id<FileTag>,
) -> Result<Option<OpenFile>, MailboxError> {
    let Some(row) = sql::by_id(tx, id).await? else { return Ok(None) };
    let closed = || MailboxError::Closed { what: KEY };
    let sealed: Sealed = row.file_key.parse().map_err(|_| closed())?;
    let secret = vault.open(KEY, id.uuid().as_bytes(), &sealed).map_err(|_| closed())?;
    let secret: [u8; 32] = secret.as_slice().try_into().map_err(|_| closed())?;
    let kind = documents::Kind::from_code(&row.kind).unwrap_or(documents::Kind::Unknown);
    Ok(Some(OpenFile { id, key: Keyring::single(secret), size: row.size, kind }))
}

impl OpenFile {
    /// One piece of the file, counted from 0; `None` behind the last.
    ///
    /// # Errors
    /// When it does not open, or the database does not answer.
    pub(crate) async fn piece(&self, tx: &Tx, n: i64) -> Result<Option<Vec<u8>>, MailboxError> {
        let Some(sealed) = sql::piece(tx, self.id, n).await? else { return Ok(None) };
        let closed = || MailboxError::Closed { what: PIECES };
        let sealed = Sealed::from_bytes(&sealed).map_err(|_| closed())?;
        let plain = self.key.open(PIECES, &context(self.id, n), &sealed).map_err(|_| closed())?;
        Ok(Some(plain.to_vec()))
    }
}

/// Brings the keys of some files under the newest key of the vault; says how many are left.
///
/// # Errors
/// When a key does not open, or the database does not answer.
pub(crate) async fn reseal_some(tx: &Tx, realm: &Realm, at_once: i64) -> Result<i64, MailboxError> {
    let current = realm.vault.current();
    for row in sql::sealed_otherwise(tx, &current, at_once).await? {
        let closed = || MailboxError::Closed { what: KEY };
        let sealed: Sealed = row.file_key.parse().map_err(|_| closed())?;
        let secret = realm.vault.open(KEY, row.id.uuid().as_bytes(), &sealed).map_err(|_| closed())?;
        let anew = realm.vault.seal(KEY, row.id.uuid().as_bytes(), &secret, |nonce| realm.chance.fill(nonce));
        sql::set_key(tx, row.id, &anew).await?;
    }
    Ok(sql::count_sealed_otherwise(tx, &current).await?)
}

/// What a piece is bound to: neither another file's piece nor another place in the same file opens.
fn context(id: Id<FileTag>, n: i64) -> Vec<u8> {
    [id.uuid().as_bytes().as_slice(), &n.to_be_bytes()].concat()
}

/// Removes files that no letter has any more.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn forget_unused(tx: &Tx, files: &[Id<FileTag>]) -> Result<(), DbError> {
    for file in files {
        sql::delete_unused(tx, *file).await?;
    }
    Ok(())
}

pub(crate) use sql::{insert_uses, used_by};
