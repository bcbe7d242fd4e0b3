//! The file of an import, in sealed pieces: bound to the import and to their place, so that none can be put elsewhere.

use basics::Id;
use realm::Realm;
use store::{DbError, Tx};
use vault::{Keyring, Sealed};
use zeroize::Zeroizing;

use super::imports::ImportTag;
use super::{Held, KeptError, sql};
use crate::WrongRow;

/// How much of a file is sealed at once, in bytes.
const PIECE: usize = 256 * 1024;

const KEY: &str = "insight.import";
const PIECES: &str = "insight.piece";
const WRONG: &str = "insight.wrong";
/// What contents are marked as.
pub(super) const CONTENT: &str = "insight.content";

/// A new key for an import; it lies in the database under the newest key of the vault.
pub(super) async fn new_key(tx: &Tx, realm: &Realm, import: Id<ImportTag>) -> Result<Keyring, DbError> {
    let mut secret = Zeroizing::new([0; 32]);
    realm.chance.fill(&mut *secret);
    let sealed = realm.vault.seal(KEY, import.uuid().as_bytes(), &*secret, |nonce| realm.chance.fill(nonce));
    sql::insert_key(tx, import, &sealed).await?;
    Ok(Keyring::single(*secret))
}

/// The key of an import.
pub(super) async fn key(tx: &Tx, realm: &Realm, import: Id<ImportTag>) -> Result<Keyring, KeptError> {
    let closed = || KeptError::Closed("key");
    let sealed: Sealed = sql::key(tx, import).await?.ok_or_else(closed)?.parse().map_err(|_| closed())?;
    let secret = realm.vault.open(KEY, import.uuid().as_bytes(), &sealed).map_err(|_| closed())?;
    Ok(Keyring::single(secret.as_slice().try_into().map_err(|_| closed())?))
}

/// Keeps the whole file; `progress` hears how many bytes of it are kept.
pub(super) async fn put(
    tx: &Tx,
    realm: &Realm,
    import: Id<ImportTag>,
    key: &Keyring,
    held: &Held,
    mut progress: impl FnMut(u64, u64),
) -> Result<(), KeptError> {
    let mut file = std::fs::File::open(held.path())?;
    let mut piece = Zeroizing::new(Vec::with_capacity(PIECE));
    let (mut n, mut done) = (0_i64, 0);
    loop {
        use std::io::Read as _;
        piece.clear();
        file.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
        if piece.is_empty() {
            return Ok(());
        }
        let sealed = key.seal(PIECES, &place(import, n), &piece, |nonce| realm.chance.fill(nonce));
        sql::insert_piece(tx, import, n, sealed.to_bytes()).await?;
        n += 1;
        done += piece.len() as u64;
        progress(done, held.size());
    }
}

/// Opens the whole file into memory.
pub(super) async fn get(
    tx: &Tx,
    import: Id<ImportTag>,
    key: &Keyring,
    name: &str,
) -> Result<Held, KeptError> {
    let mut held = Held::in_memory(name)?;
    let mut n = 0;
    while let Some(sealed) = sql::piece(tx, import, n).await? {
        held.add(&open(key, PIECES, &place(import, n), &sealed, "file")?)?;
        n += 1;
    }
    Ok(held)
}

/// Keeps what is wrong with which rows.
pub(super) async fn put_wrong(
    tx: &Tx,
    realm: &Realm,
    import: Id<ImportTag>,
    key: &Keyring,
    wrong: &[WrongRow],
) -> Result<(), DbError> {
    let text = Zeroizing::new(serde_json::to_vec(wrong).expect("rows become JSON"));
    let sealed = key.seal(WRONG, import.uuid().as_bytes(), &text, |nonce| realm.chance.fill(nonce));
    sql::insert_wrong(tx, import, sealed.to_bytes()).await
}

/// What is wrong with which rows.
pub(super) async fn wrong(tx: &Tx, import: Id<ImportTag>, key: &Keyring) -> Result<Vec<WrongRow>, KeptError> {
    let Some(sealed) = sql::wrong(tx, import).await? else { return Ok(Vec::new()) };
    let text = open(key, WRONG, import.uuid().as_bytes(), &sealed, "list of wrong rows")?;
    serde_json::from_slice(&text).map_err(|_| KeptError::Unreadable("list of wrong rows"))
}

/// Brings keys of some imports under the newest key of the vault; says how many are left.
pub(super) async fn reseal_some(tx: &Tx, realm: &Realm, at_once: i64) -> Result<i64, KeptError> {
    let current = realm.vault.current();
    for row in sql::sealed_otherwise(tx, &current, at_once).await? {
        let closed = || KeptError::Closed("key");
        let sealed: Sealed = row.sealed.parse().map_err(|_| closed())?;
        let secret = realm.vault.open(KEY, row.import.uuid().as_bytes(), &sealed).map_err(|_| closed())?;
        let anew =
            realm.vault.seal(KEY, row.import.uuid().as_bytes(), &secret, |nonce| realm.chance.fill(nonce));
        sql::set_key(tx, row.import, &anew).await?;
    }
    Ok(sql::count_sealed_otherwise(tx, &current).await?)
}

fn open(
    key: &Keyring,
    purpose: &str,
    context: &[u8],
    sealed: &[u8],
    what: &'static str,
) -> Result<Zeroizing<Vec<u8>>, KeptError> {
    let sealed = Sealed::from_bytes(sealed).map_err(|_| KeptError::Closed(what))?;
    key.open(purpose, context, &sealed).map_err(|_| KeptError::Closed(what))
}

fn place(import: Id<ImportTag>, n: i64) -> Vec<u8> {
    [import.uuid().as_bytes().as_slice(), &n.to_be_bytes()].concat()
}
